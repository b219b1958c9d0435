//! The first page of a municipality.

use axum::{
    extract::{OriginalUri, State},
    response::{IntoResponse, Redirect, Response},
};
use shared::{
    paths::{self, Page},
    text::Language,
};
use widget::state::{Content, Home};

use super::visit::{Visit, place_of};
use crate::{
    http::{edge::Edge, extract::Municipality},
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

/// An address without a language leads to the Dutch page.
pub(super) async fn redirect(
    State(_edge): State<Edge>,
    OriginalUri(uri): OriginalUri,
    Municipality(slug): Municipality,
) -> Result<Response, Refusal> {
    let mut address = paths::page(place_of(uri.path()), &slug, Language::Nl, &Page::Home);
    if let Some(query) = uri.query() {
        address.push('?');
        address.push_str(query);
    }
    Ok(Redirect::temporary(&address).into_response())
}
