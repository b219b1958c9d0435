//! A poll's short address, as it stands on letters and posters: leads to the poll in the reader's language.

use axum::{
    extract::State,
    response::{IntoResponse, Redirect, Response},
};
use serde::Deserialize;
use shared::{
    paths::{self, Page, Place},
    poll::ShortCode,
    text::Language,
};

use crate::{
    http::{
        edge::Edge,
        extract::{Municipality, Path},
        language::Speak,
    },
    refusal::Refusal,
};

#[derive(Deserialize)]
pub(super) struct ShortPath {
    code: String,
}

/// What is not public yet has no short address either.
pub(super) async fn follow(
    State(edge): State<Edge>,
    Municipality(slug): Municipality,
    Path(ShortPath { code }): Path<ShortPath>,
    Speak(language): Speak,
) -> Result<Response, Refusal> {
    let code = ShortCode::parse(&code).ok_or(Refusal::NotFound)?;
    let snapshot = edge.snapshot(&slug).await?;
    let poll = snapshot.polls.by_code(code).ok_or(Refusal::NotFound)?;
    let spoken = snapshot.settings.languages.contains(&language);
    let language = if spoken { language } else { Language::Nl };
    Ok(Redirect::temporary(&paths::page(Place::Page, &slug, language, &Page::Poll(poll))).into_response())
}
