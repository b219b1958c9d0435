//! `GET /admin/me`: who is signed in, and what every page for officials needs.

use axum::{Json, Router, extract::State, routing::get};
use shared::wire::admin::Me;

use crate::{
    http::{
        edge::Edge,
        extract::{Anybody, SignedIn},
    },
    objects::municipality::sessions::ReadMe,
    refusal::Refusal,
};

pub(super) fn routes() -> Router<Edge> {
    Router::new().route("/me", get(read))
}

async fn read(State(edge): State<Edge>, signed_in: SignedIn<Anybody>) -> Result<Json<Me>, Refusal> {
    let me = ReadMe { official_id: signed_in.official.id.clone() };
    edge.municipality(&signed_in.municipality, &me).await.map(Json)
}
