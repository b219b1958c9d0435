//! `GET /admin/initiatives` and `POST /admin/initiatives/{id}/backing`: what everybody sees, and which organisations show
//! that they support it.

use axum::{
    Json, Router,
    extract::State,
    routing::{get, post},
};
use shared::wire::backing::{BackableList, BackingRequest};

use super::cases::CasePath;
use crate::{
    http::{
        edge::Edge,
        extract::{HandleCases, Input, Path, SeeCases, SignedIn},
    },
    objects::municipality::cases::{BackInitiative, ListBackable},
    refusal::Refusal,
};

pub(super) fn routes() -> Router<Edge> {
    Router::new().route("/initiatives", get(list)).route("/initiatives/{id}/backing", post(back))
}

async fn list(signed_in: SignedIn<SeeCases>, State(edge): State<Edge>) -> Result<Json<BackableList>, Refusal> {
    edge.municipality(&signed_in.municipality, &ListBackable {}).await.map(Json)
}

async fn back(
    signed_in: SignedIn<HandleCases>,
    State(edge): State<Edge>,
    Path(CasePath { id }): Path<CasePath>,
    Input(request): Input<BackingRequest>,
) -> Result<Json<BackableList>, Refusal> {
    let SignedIn { official, municipality, .. } = signed_in;
    let list = edge.municipality(&municipality, &BackInitiative { official, id, request }).await?;
    edge.snapshots().forget(&municipality);
    Ok(Json(list))
}
