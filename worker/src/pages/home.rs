//! The first page of a municipality.

use axum::{
    extract::{OriginalUri, State},
    http::header,
    response::{IntoResponse, Redirect, Response},
};
use shared::{
    ids::AreaId,
    paths::{self, Page},
    text::Language,
};
use widget::state::{Content, Home};

use super::visit::{Visit, place_of};
use crate::{
    http::{edge::Edge, extract::Municipality, language::Speak},
    refusal::Refusal,
};

/// How many initiatives the first page shows; the rest is one press away.
const INITIATIVES: usize = 3;

pub(super) async fn show(visit: Visit) -> Response {
    let mut polls = visit.snapshot.polls.list(visit.language, visit.edge.now());
    // What is asked where the host page is about stands first; nothing is left out.
    let here = around(&visit);
    polls.sort_by_key(|poll| !poll.areas.iter().any(|name| here.contains(&name.as_str())));
    let newest = visit.snapshot.cases.initiatives.iter().take(INITIATIVES);
    let initiatives = newest.map(|initiative| initiative.summary(visit.language)).collect();
    let about = about(&visit);
    visit.page(Content::Home(Home { polls, initiatives, about }))
}

/// The names of the area that the address says, and of what it lies in.
fn around(visit: &Visit) -> Vec<&str> {
    let areas = &visit.snapshot.areas;
    let find = |id: &AreaId| areas.iter().find(|area| area.id == *id);
    let first = visit.area.as_ref().and_then(find);
    std::iter::successors(first, |area| find(area.parent_id.as_ref()?)).map(|area| area.name.as_str()).collect()
}

/// What the address says an idea is about.
fn about(visit: &Visit) -> String {
    let topic = visit.topic.as_ref().map(|id| format!("topic={id}"));
    let area = visit.area.as_ref().map(|id| format!("area={id}"));
    topic.into_iter().chain(area).collect::<Vec<_>>().join("&")
}

/// An address without a language leads to the page in the language that the browser prefers, if the municipality has
/// it; otherwise to the Dutch one.
pub(super) async fn redirect(
    State(edge): State<Edge>,
    OriginalUri(uri): OriginalUri,
    Speak(wanted): Speak,
    Municipality(slug): Municipality,
) -> Result<Response, Refusal> {
    let snapshot = edge.snapshot(&slug).await?;
    let language = if snapshot.settings.languages.contains(&wanted) { wanted } else { Language::Nl };
    let mut address = paths::page(place_of(uri.path()), &slug, language, &Page::Home);
    if let Some(query) = uri.query() {
        address.push('?');
        address.push_str(query);
    }
    Ok(([(header::VARY, "accept-language")], Redirect::temporary(&address)).into_response())
}
