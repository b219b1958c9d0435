//! `/admin/standard-texts`: ready texts for how a case ends.
//!
//! `GET` for whoever is signed in; `POST`, `PUT /{id}` and `POST /{id}/removal` for the administrator. Each answers how
//! they stand.

use axum::{
    Json, Router,
    extract::State,
    routing::{get, post, put},
};
use serde::Deserialize;
use shared::{
    ids::StandardTextId,
    wire::{
        admin::VersionOnly,
        standard_texts::{StandardTextList, StandardTextRequest},
    },
};

use crate::{
    http::{
        edge::Edge,
        extract::{Administer, Anybody, Input, Path, SignedIn},
    },
    objects::municipality::standard_texts::{ListStandardTexts, RemoveStandardText, SaveStandardText},
    refusal::Refusal,
};

pub(super) fn routes() -> Router<Edge> {
    Router::new()
        .route("/standard-texts", get(list).post(add))
        .route("/standard-texts/{text}", put(change))
        .route("/standard-texts/{text}/removal", post(remove))
}

#[derive(Deserialize)]
struct TextPath {
    text: StandardTextId,
}

async fn list(State(edge): State<Edge>, signed_in: SignedIn<Anybody>) -> Result<Json<StandardTextList>, Refusal> {
    edge.municipality(&signed_in.municipality, &ListStandardTexts {}).await.map(Json)
}

async fn add(
    signed_in: SignedIn<Administer>,
    State(edge): State<Edge>,
    Input(request): Input<StandardTextRequest>,
) -> Result<Json<StandardTextList>, Refusal> {
    let SignedIn { official, municipality, .. } = signed_in;
    edge.municipality(&municipality, &SaveStandardText { official, id: None, request }).await.map(Json)
}

async fn change(
    signed_in: SignedIn<Administer>,
    State(edge): State<Edge>,
    Path(TextPath { text }): Path<TextPath>,
    Input(request): Input<StandardTextRequest>,
) -> Result<Json<StandardTextList>, Refusal> {
    let SignedIn { official, municipality, .. } = signed_in;
    edge.municipality(&municipality, &SaveStandardText { official, id: Some(text), request }).await.map(Json)
}

async fn remove(
    signed_in: SignedIn<Administer>,
    State(edge): State<Edge>,
    Path(TextPath { text }): Path<TextPath>,
    Input(VersionOnly { version }): Input<VersionOnly>,
) -> Result<Json<StandardTextList>, Refusal> {
    let SignedIn { official, municipality, .. } = signed_in;
    edge.municipality(&municipality, &RemoveStandardText { official, id: text, version }).await.map(Json)
}
