//! `/admin/messages`: what goes out, for the administrator.
//!
//! `GET /admin/messages` · `GET /admin/messages/{id}/text` (only without mail on one's own machine) ·
//! `POST /admin/messages/{id}/sending` (after all).

use axum::{
    Json, Router,
    extract::State,
    routing::{get, post},
};
use shared::wire::messages::{MessageOverview, MessageText, MessageView};

use crate::{
    http::{
        edge::Edge,
        extract::{Administer, Path, SignedIn},
    },
    objects::municipality::messages::{ListMessages, ReadMessage, SendAgain},
    refusal::Refusal,
};

pub(super) fn routes() -> Router<Edge> {
    Router::new()
        .route("/messages", get(list))
        .route("/messages/{id}/text", get(read))
        .route("/messages/{id}/sending", post(send))
}

async fn list(State(edge): State<Edge>, signed_in: SignedIn<Administer>) -> Result<Json<MessageOverview>, Refusal> {
    edge.municipality(&signed_in.municipality, &ListMessages {}).await.map(Json)
}

async fn read(
    State(edge): State<Edge>,
    signed_in: SignedIn<Administer>,
    Path(id): Path<String>,
) -> Result<Json<MessageText>, Refusal> {
    edge.municipality(&signed_in.municipality, &ReadMessage { id }).await.map(Json)
}

async fn send(
    State(edge): State<Edge>,
    signed_in: SignedIn<Administer>,
    Path(id): Path<String>,
) -> Result<Json<MessageView>, Refusal> {
    let again = SendAgain { official: signed_in.official, id };
    edge.municipality(&signed_in.municipality, &again).await.map(Json)
}
