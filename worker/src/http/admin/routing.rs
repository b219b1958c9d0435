//! `/admin/routing-rules`: where proposals go, kept by the administrator; coordinators read along.
//!
//! `GET /admin/routing-rules` (in force) · `PUT /admin/routing-rules` (a new version) ·
//! `POST /admin/routing-rules/trial` (what it would change) · `GET /admin/routing-rules/versions/{version}`.

use axum::{
    Json, Router,
    extract::State,
    routing::{get, post},
};
use serde::Deserialize;
use shared::wire::routing::{RuleSetRequest, RuleSetView, TrialRequest, TrialView};

use crate::{
    http::{
        edge::Edge,
        extract::{Administer, Input, Path, SeeRouting, SignedIn},
    },
    objects::municipality::routing::{ReadRules, SaveRules, TryRules},
    refusal::Refusal,
};

pub(super) fn routes() -> Router<Edge> {
    Router::new()
        .route("/routing-rules", get(read).put(save))
        .route("/routing-rules/trial", post(try_out))
        .route("/routing-rules/versions/{version}", get(read_version))
}

async fn read(State(edge): State<Edge>, signed_in: SignedIn<SeeRouting>) -> Result<Json<RuleSetView>, Refusal> {
    edge.municipality(&signed_in.municipality, &ReadRules { version: None }).await.map(Json)
}

#[derive(Debug, Deserialize)]
struct VersionInPath {
    version: u32,
}

async fn read_version(
    State(edge): State<Edge>,
    signed_in: SignedIn<SeeRouting>,
    Path(VersionInPath { version }): Path<VersionInPath>,
) -> Result<Json<RuleSetView>, Refusal> {
    edge.municipality(&signed_in.municipality, &ReadRules { version: Some(version) }).await.map(Json)
}

async fn try_out(
    State(edge): State<Edge>,
    signed_in: SignedIn<Administer>,
    Input(TrialRequest { rules }): Input<TrialRequest>,
) -> Result<Json<TrialView>, Refusal> {
    edge.municipality(&signed_in.municipality, &TryRules { rules }).await.map(Json)
}

async fn save(
    State(edge): State<Edge>,
    signed_in: SignedIn<Administer>,
    Input(request): Input<RuleSetRequest>,
) -> Result<Json<RuleSetView>, Refusal> {
    let SignedIn { official, municipality, .. } = signed_in;
    let view = edge.municipality(&municipality, &SaveRules { official, request }).await?;
    // The page that says who takes it up follows at once.
    edge.snapshots().forget(&municipality);
    Ok(Json(view))
}
