//! `/{slug}/{language}/peilingen/{pollId}/grafieken/{name}.svg`: a picture of published figures, as a file.
//!
//! For everybody who may see the figures, and for every site: it shows what the poll's page shows.

use axum::{
    http::{HeaderValue, header},
    response::{IntoResponse, Response},
};
use serde::Deserialize;
use shared::{
    area::Area,
    area_map::AreaMap,
    ids::{AreaId, PollId},
    poll::Poll,
    tally::Published,
    text::Language,
};
use widget::{
    chart::{self, Chart, Source, map::MapChart},
    texts,
};

use super::visit::Visit;
use crate::{
    http::{extract::Path, files::open_to_all},
    refusal::Refusal,
};

const SVG: &str = "image/svg+xml; charset=utf-8";
/// A published set never changes, but a newer one may take its place, and a text may be corrected.
const KEPT: &str = "public, max-age=300";

#[derive(Deserialize)]
pub(super) struct ChartPath {
    poll_id: PollId,
    file: String,
}

pub(super) async fn show(
    visit: Visit,
    Path(ChartPath { poll_id, file }): Path<ChartPath>,
) -> Result<Response, Refusal> {
    let poll = visit.snapshot.polls.find(&poll_id).ok_or(Refusal::NotFound)?;
    let set = poll.results.as_ref().ok_or(Refusal::NotFound)?;
    let drawing = Drawing {
        municipality: &visit.snapshot.settings.name,
        poll: &poll.poll,
        set,
        areas: std::iter::empty(),
        language: visit.language,
    };
    let svg = match &visit.snapshot.map {
        Some(map) if file.ends_with(MAP) => {
            drawing.map(&file, map, &poll.frozen.named_areas(&visit.snapshot.all_areas()))
        }
        _ => drawing.svg(&file, None),
    };
    let svg = svg.ok_or(Refusal::NotFound)?;
    let mut response = open_to_all(as_svg(svg));
    response.headers_mut().insert(header::CACHE_CONTROL, HeaderValue::from_static(KEPT));
    Ok(response)
}

/// The end of the name of a map.
pub(crate) const MAP: &str = ".kaart.svg";

/// An answer that is a picture. Nothing in it may run, wherever it is opened.
pub(crate) fn as_svg(svg: String) -> Response {
    let mut response = svg.into_response();
    response.headers_mut().insert(header::CONTENT_TYPE, HeaderValue::from_static(SVG));
    response
}

/// What a picture is drawn of.
pub(crate) struct Drawing<'a, A> {
    pub(crate) municipality: &'a str,
    pub(crate) poll: &'a Poll,
    pub(crate) set: &'a Published,
    /// Former ones too, for their names.
    pub(crate) areas: A,
    pub(crate) language: Language,
}

impl<'a, A: Iterator<Item = &'a Area>> Drawing<'a, A> {
    /// The map with this name.
    pub(crate) fn map(self, file: &str, map: &AreaMap, areas: &[Area]) -> Option<String> {
        let question = file.strip_suffix(MAP)?;
        let question = self.poll.questions.iter().find(|known| known.id.as_str() == question)?;
        let question = question.in_language(self.language);
        let chart = MapChart::of(self.language, &question, self.set, map, areas)?;
        let source = Source {
            municipality: self.municipality,
            poll: &self.poll.title.in_language(self.language).text,
            area: None,
            ballots: self.set.total.ballots,
            counted_on: &texts::of(self.language).date(self.set.on),
        };
        Some(chart::map::svg(self.language, &chart, map, &source))
    }

    /// The picture with this name, of everybody or of one area; `None` where there is none.
    pub(crate) fn svg(mut self, file: &str, area: Option<&AreaId>) -> Option<String> {
        let name = file.strip_suffix(".svg")?;
        let figures = match area {
            None => &self.set.total,
            Some(_) => self.set.areas.iter().find(|figures| figures.area_id.as_ref() == area)?,
        };
        let found = self.areas.find(|known| Some(&known.id) == area);
        let question = self.poll.questions.iter().find(|question| {
            name.strip_prefix(question.id.as_str()).is_some_and(|rest| rest.is_empty() || rest.starts_with('.'))
        })?;
        let charts = Chart::of(self.language, &question.in_language(self.language), figures);
        let chart = charts.into_iter().find(|chart| chart.name() == name)?;
        let source = Source {
            municipality: self.municipality,
            poll: &self.poll.title.in_language(self.language).text,
            area: found.map(|area| area.name.as_str()),
            ballots: figures.ballots,
            counted_on: &texts::of(self.language).date(self.set.on),
        };
        Some(chart::svg(self.language, &chart, &source))
    }
}
