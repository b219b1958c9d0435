//! `GET /municipalities/{slug}/polls/{pollId}/figures.csv`, `…/figures.json` and `…/code-book.csv`: open data of reported
//! polls, for everybody. The same figures as on the page of the poll, as a table.

use axum::{
    Json, Router,
    extract::State,
    response::{IntoResponse, Response},
    routing::get,
};
use serde::Deserialize;
use serde_json::json;
use shared::{
    ids::{PollId, Slug},
    poll::PollStatus,
    text::Language,
};

use crate::{
    export::{self, Export, code_book, csv, figures},
    http::{
        edge::Edge,
        extract::{Municipality, Path},
        files::{CSV, file, open_to_all},
        language::Speak,
    },
    refusal::Refusal,
};

pub(super) fn routes() -> Router<Edge> {
    Router::new()
        .route("/municipalities/{slug}/polls/{poll_id}/figures.csv", get(figures_csv))
        .route("/municipalities/{slug}/polls/{poll_id}/figures.json", get(figures_json))
        .route("/municipalities/{slug}/polls/{poll_id}/code-book.csv", get(code_book_csv))
}

/// The poll that the path names.
#[derive(Debug, Deserialize)]
struct PollInPath {
    poll_id: PollId,
}

async fn figures_csv(
    State(edge): State<Edge>,
    Municipality(slug): Municipality,
    Path(PollInPath { poll_id }): Path<PollInPath>,
    Speak(language): Speak,
) -> Result<Response, Refusal> {
    with_reported(&edge, &slug, &poll_id, language, |export| {
        file(csv(&figures(export)), CSV, &format!("{poll_id}-figures.csv"))
    })
    .await
}

async fn code_book_csv(
    State(edge): State<Edge>,
    Municipality(slug): Municipality,
    Path(PollInPath { poll_id }): Path<PollInPath>,
    Speak(language): Speak,
) -> Result<Response, Refusal> {
    with_reported(&edge, &slug, &poll_id, language, |export| {
        file(csv(&code_book(export.poll, language)), CSV, &format!("{poll_id}-code-book.csv"))
    })
    .await
}

/// Figures, code book and notes.
async fn figures_json(
    State(edge): State<Edge>,
    Municipality(slug): Municipality,
    Path(PollInPath { poll_id }): Path<PollInPath>,
    Speak(language): Speak,
) -> Result<Response, Refusal> {
    with_reported(&edge, &slug, &poll_id, language, |export| {
        let [figures, code_book, notes] = export.tables().map(|table| export::json(&table));
        let body = json!({ "pollId": poll_id, "figures": figures, "codeBook": code_book, "notes": notes });
        Json(body).into_response()
    })
    .await
}

/// `NotFound` for a poll without a report.
async fn with_reported(
    edge: &Edge,
    slug: &Slug,
    id: &PollId,
    language: Language,
    write: impl FnOnce(&Export<'_>) -> Response,
) -> Result<Response, Refusal> {
    let snapshot = edge.snapshot(slug).await?;
    let poll = snapshot.polls.find(id).filter(|poll| poll.status(edge.now()) == PollStatus::Reported);
    let poll = poll.ok_or(Refusal::NotFound)?;
    let set = poll.results.as_ref().ok_or(Refusal::NotFound)?;
    let areas = poll.frozen.named_areas(&snapshot.all_areas());
    let export = Export { poll: &poll.poll, set, areas: &areas, channels: None, language };
    Ok(open_to_all(write(&export)))
}
