//! `GET /municipalities/{slug}`: what every page of a municipality needs.

use axum::{Json, Router, extract::State, routing::get};
use shared::wire::public::MunicipalityView;

use crate::{
    http::{edge::Edge, extract::Municipality, language::Speak},
    refusal::Refusal,
};

pub(super) fn routes() -> Router<Edge> {
    // `PUT` of the same path is the operator's.
    Router::new().route("/municipalities/{slug}", get(read).put(crate::http::operator::load))
}

async fn read(
    State(edge): State<Edge>,
    Municipality(slug): Municipality,
    Speak(language): Speak,
) -> Result<Json<MunicipalityView>, Refusal> {
    Ok(Json(edge.snapshot(&slug).await?.municipality(language)))
}
