//! `/admin/webhooks`: other systems that hear of what happens, for the administrator.
//!
//! `GET` · `POST` (the answer holds the secret, this once) · `PUT /{webhook}` (on or off) · `POST /{webhook}/removal` ·
//! `POST /{webhook}/secret` (another one; the earlier one signs too for a day) · `POST /{webhook}/test` ·
//! `POST /{webhook}/deliveries/{delivery}/sending` (after all).

use axum::{
    Json, Router,
    extract::State,
    response::Response,
    routing::{get, post, put},
};
use serde::Deserialize;
use shared::{
    ids::{Slug, WebhookId},
    wire::webhooks::{WebhookList, WebhookRequest, WebhookSecret, WebhookSwitch},
};

use crate::{
    http::{
        created,
        edge::Edge,
        extract::{Administer, Input, Path, SignedIn},
    },
    objects::municipality::{
        sessions::SignedInOfficial,
        webhooks::{AddWebhook, DeliverAgain, ListWebhooks, RemoveWebhook, RenewSecret, SwitchWebhook, TestWebhook},
    },
    refusal::Refusal,
};

pub(super) fn routes() -> Router<Edge> {
    Router::new()
        .route("/webhooks", get(list).post(add))
        .route("/webhooks/{webhook}", put(switch))
        .route("/webhooks/{webhook}/removal", post(remove))
        .route("/webhooks/{webhook}/secret", post(renew))
        .route("/webhooks/{webhook}/test", post(test))
        .route("/webhooks/{webhook}/deliveries/{delivery}/sending", post(send))
}

#[derive(Deserialize)]
struct WebhookPath {
    webhook: WebhookId,
}

#[derive(Deserialize)]
struct DeliveryPath {
    webhook: WebhookId,
    delivery: String,
}

type Keeper = SignedIn<Administer>;

fn taken_apart(signed_in: Keeper) -> (Slug, SignedInOfficial) {
    let SignedIn { official, municipality, .. } = signed_in;
    (municipality, official)
}

async fn list(State(edge): State<Edge>, signed_in: Keeper) -> Result<Json<WebhookList>, Refusal> {
    edge.municipality(&signed_in.municipality, &ListWebhooks {}).await.map(Json)
}

async fn add(
    signed_in: Keeper,
    State(edge): State<Edge>,
    Input(request): Input<WebhookRequest>,
) -> Result<Response, Refusal> {
    let (municipality, official) = taken_apart(signed_in);
    let made = edge.municipality(&municipality, &AddWebhook { official, request }).await?;
    Ok(created(&format!("/api/v1/admin/webhooks/{}", made.id), made))
}

async fn switch(
    signed_in: Keeper,
    State(edge): State<Edge>,
    Path(WebhookPath { webhook: id }): Path<WebhookPath>,
    Input(to): Input<WebhookSwitch>,
) -> Result<Json<WebhookList>, Refusal> {
    let (municipality, official) = taken_apart(signed_in);
    edge.municipality(&municipality, &SwitchWebhook { official, id, to }).await.map(Json)
}

async fn remove(
    signed_in: Keeper,
    State(edge): State<Edge>,
    Path(WebhookPath { webhook: id }): Path<WebhookPath>,
) -> Result<Json<WebhookList>, Refusal> {
    let (municipality, official) = taken_apart(signed_in);
    edge.municipality(&municipality, &RemoveWebhook { official, id }).await.map(Json)
}

async fn renew(
    signed_in: Keeper,
    State(edge): State<Edge>,
    Path(WebhookPath { webhook: id }): Path<WebhookPath>,
) -> Result<Json<WebhookSecret>, Refusal> {
    let (municipality, official) = taken_apart(signed_in);
    edge.municipality(&municipality, &RenewSecret { official, id }).await.map(Json)
}

async fn test(
    signed_in: Keeper,
    State(edge): State<Edge>,
    Path(WebhookPath { webhook: id }): Path<WebhookPath>,
) -> Result<Json<WebhookList>, Refusal> {
    let (municipality, official) = taken_apart(signed_in);
    edge.municipality(&municipality, &TestWebhook { official, id }).await.map(Json)
}

async fn send(
    signed_in: Keeper,
    State(edge): State<Edge>,
    Path(DeliveryPath { webhook: id, delivery }): Path<DeliveryPath>,
) -> Result<Json<WebhookList>, Refusal> {
    let (municipality, official) = taken_apart(signed_in);
    edge.municipality(&municipality, &DeliverAgain { official, id, delivery }).await.map(Json)
}
