//! `/admin/formal-rights`: burgerinitiatief and uitdaagrecht, as the municipality has them.
//!
//! `GET` · `PUT` (both at once, on the version that was read), for the administrator.

use axum::{Json, Router, extract::State, routing::get};
use shared::wire::formal_rights::{FormalRightsRequest, FormalRightsView};

use crate::{
    http::{
        edge::Edge,
        extract::{Administer, Input, SignedIn},
    },
    objects::municipality::formal_rights::{PutFormalRights, ReadFormalRights},
    refusal::Refusal,
};

pub(super) fn routes() -> Router<Edge> {
    Router::new().route("/formal-rights", get(read).put(store))
}

async fn read(State(edge): State<Edge>, signed_in: SignedIn<Administer>) -> Result<Json<FormalRightsView>, Refusal> {
    edge.municipality(&signed_in.municipality, &ReadFormalRights {}).await.map(Json)
}

async fn store(
    signed_in: SignedIn<Administer>,
    State(edge): State<Edge>,
    Input(request): Input<FormalRightsRequest>,
) -> Result<Json<FormalRightsView>, Refusal> {
    let SignedIn { official, municipality, .. } = signed_in;
    let stored = edge.municipality(&municipality, &PutFormalRights { official, request }).await?;
    edge.snapshots().forget(&municipality);
    Ok(Json(stored))
}
