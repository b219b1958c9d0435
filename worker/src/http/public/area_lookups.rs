//! `POST /municipalities/{slug}/area-lookups`: in which buurt a postcode lies. Not a `GET`: a postcode and a house number in an
//! address would stay in logs and in the browser's history.

use axum::{Json, Router, extract::State, routing::post};
use shared::{postcode::Lookup, wire::public::AreaLookup};

use crate::{
    http::{
        edge::Edge,
        extract::{Input, Municipality},
    },
    objects::municipality::postcodes::LookUpPostcode,
    refusal::Refusal,
};

pub(super) fn routes() -> Router<Edge> {
    Router::new().route("/municipalities/{slug}/area-lookups", post(look_up))
}

async fn look_up(
    State(edge): State<Edge>,
    Municipality(slug): Municipality,
    Input(asked): Input<AreaLookup>,
) -> Result<Json<Lookup>, Refusal> {
    edge.municipality(&slug, &LookUpPostcode { asked }).await.map(Json)
}
