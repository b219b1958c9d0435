//! `/admin/polls/{pollId}/charts/{name}.svg`: a picture of the newest published figures, of everybody or of one area.

use axum::{Router, extract::State, response::Response, routing::get};
use serde::Deserialize;
use shared::ids::{AreaId, PollId};

use crate::{
    http::{
        edge::Edge,
        extract::{ExportPolls, Path, Query, SignedIn},
    },
    objects::municipality::polls::{Figures, ReadFigures},
    pages::chart::{Drawing, MAP, as_svg},
    refusal::Refusal,
};

pub(super) fn routes() -> Router<Edge> {
    Router::new().route("/polls/{poll_id}/charts/{file}", get(show))
}

#[derive(Debug, Deserialize)]
struct ChartInPath {
    poll_id: PollId,
    file: String,
}

#[derive(Debug, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
struct OfArea {
    #[serde(default)]
    area_id: Option<AreaId>,
}

/// `NotFound` before anything is published, and for a question that has no picture.
async fn show(
    State(edge): State<Edge>,
    official: SignedIn<ExportPolls>,
    Path(ChartInPath { poll_id, file }): Path<ChartInPath>,
    Query(OfArea { area_id }): Query<OfArea>,
) -> Result<Response, Refusal> {
    let read = edge.municipality(&official.municipality, &ReadFigures { id: poll_id, has: None }).await?;
    let set = read.published()?.ok_or(Refusal::NotFound)?;
    let Figures { poll, named_areas, .. } = read;
    let snapshot = edge.snapshot(&official.municipality).await?;
    let drawing = Drawing {
        municipality: &snapshot.settings.name,
        poll: &poll,
        set: &set,
        areas: snapshot.areas.iter().chain(&snapshot.retired_areas),
        language: official.language(),
    };
    let svg = match &snapshot.map {
        Some(map) if file.ends_with(MAP) => drawing.map(&file, map, &named_areas),
        _ => drawing.svg(&file, area_id.as_ref()),
    };
    svg.map(as_svg).ok_or(Refusal::NotFound)
}
