//! `POST /municipalities/{slug}/devices`: whether this device is told of news, and a change of that. Not a `GET`: where a
//! device can be reached is nobody else's business, and an address stays in logs.

use axum::{Json, Router, extract::State, http::HeaderMap, routing::post};
use base64::{Engine, engine::general_purpose::URL_SAFE_NO_PAD};
use shared::{
    fault::{Fault, FaultCode},
    follow_key::FollowKey,
    wire::{
        devices::{DeviceRequest, DeviceView},
        public::FOLLOW_KEY_HEADER,
    },
};

use crate::{
    auth::follow_key,
    http::{
        edge::Edge,
        extract::{Input, Municipality, header_text},
    },
    objects::municipality::devices::{About, ReadDevice, SetDevice},
    outbox::push::Address,
    refusal::Refusal,
};

pub(super) fn routes() -> Router<Edge> {
    Router::new().route("/municipalities/{slug}/devices", post(set))
}

async fn set(
    State(edge): State<Edge>,
    Municipality(slug): Municipality,
    headers: HeaderMap,
    Input(request): Input<DeviceRequest>,
) -> Result<Json<DeviceView>, Refusal> {
    let key = header_text(&headers, FOLLOW_KEY_HEADER).map(FollowKey::parse).transpose();
    let key = key.map_err(|code| Refusal::invalid("Follow-Key", code))?;
    let DeviceRequest { endpoint, keys, language, wanted } = request;
    let Some(wanted) = wanted else {
        let about = key.as_ref().map(follow_key::hash);
        return edge.municipality(&slug, &ReadDevice { endpoint, about }).await.map(Json);
    };
    let bytes = |field, text: &str| {
        URL_SAFE_NO_PAD.decode(text.trim_end_matches('=')).map_err(|_| Fault::new(field, FaultCode::WrongType))
    };
    let address =
        Address { endpoint, public_key: bytes("keys.p256dh", &keys.p256dh)?, secret: bytes("keys.auth", &keys.auth)? };
    let about = key.map_or(About::Polls, |key| About::Case { key });
    edge.municipality(&slug, &SetDevice { address, language, about, wanted }).await.map(Json)
}
