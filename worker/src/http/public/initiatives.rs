//! `GET /municipalities/{slug}/initiatives` and `…/{id}`: what residents made public and a moderator released.

use axum::{Json, Router, extract::State, routing::get};
use serde::Deserialize;
use shared::{
    ids::{CaseId, Slug},
    wire::public::{InitiativeSummary, InitiativeView},
};

use crate::{
    http::{
        edge::Edge,
        extract::{Municipality, Path},
        language::Speak,
    },
    refusal::Refusal,
};

pub(super) fn routes() -> Router<Edge> {
    Router::new()
        .route("/municipalities/{slug}/initiatives", get(list))
        .route("/municipalities/{slug}/initiatives/{id}", get(read))
}

async fn list(
    State(edge): State<Edge>,
    Municipality(slug): Municipality,
    Speak(language): Speak,
) -> Result<Json<Vec<InitiativeSummary>>, Refusal> {
    let snapshot = edge.snapshot(&slug).await?;
    Ok(Json(snapshot.cases.initiatives.iter().map(|initiative| initiative.summary(language)).collect()))
}

#[derive(Deserialize)]
struct InitiativePath {
    slug: Slug,
    id: CaseId,
}

async fn read(
    State(edge): State<Edge>,
    Path(InitiativePath { slug, id }): Path<InitiativePath>,
    Speak(language): Speak,
) -> Result<Json<InitiativeView>, Refusal> {
    let snapshot = edge.snapshot(&slug).await?;
    let initiative = snapshot.cases.initiatives.iter().find(|initiative| initiative.id == id);
    initiative.map(|initiative| Json(initiative.view(language))).ok_or(Refusal::NotFound)
}
