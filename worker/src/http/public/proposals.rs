//! `POST /municipalities/{slug}/proposals`: a resident sends in an idea or an initiative.

use axum::{Router, extract::State, response::Response, routing::post};
use shared::{paths, wire::public::ProposalRequest};

use crate::{
    http::{
        created,
        edge::Edge,
        error::Spoken,
        extract::{IdempotencyKey, Input, Municipality},
    },
    objects::municipality::cases::SubmitProposal,
    refusal::Refusal,
};

pub(super) fn routes() -> Router<Edge> {
    Router::new().route("/municipalities/{slug}/proposals", post(submit))
}

async fn submit(
    State(edge): State<Edge>,
    Municipality(slug): Municipality,
    IdempotencyKey(key): IdempotencyKey,
    Input(request): Input<ProposalRequest>,
) -> Result<Response, Spoken> {
    let language = request.language;
    let submitted = edge.municipality(&slug, &SubmitProposal { key, request }).await;
    let receipt = submitted.map_err(|refusal: Refusal| refusal.in_language(language))?;
    Ok(created(&format!("{}/followed-case", paths::api(&slug)), receipt))
}
