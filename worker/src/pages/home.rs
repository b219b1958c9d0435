//! The first page of a municipality.

use axum::{
    extract::{OriginalUri, State},
    http::header,
    response::{IntoResponse, Redirect, Response},
};
use shared::{
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
    let polls = visit.snapshot.polls.list(visit.language, visit.edge.now());
    let newest = visit.snapshot.cases.initiatives.iter().take(INITIATIVES);
    let initiatives = newest.map(|initiative| initiative.summary(visit.language)).collect();
    visit.page(Content::Home(Home { polls, initiatives }))
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
