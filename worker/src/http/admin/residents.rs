//! `/admin/residents`: how many people live where, by age; loaded as a table in the layout of CBS.

use axum::{Json, Router, extract::State, routing::get};
use shared::wire::residents::{ResidentsRequest, ResidentsView};

use crate::{
    http::{
        edge::Edge,
        extract::{Input, ManagePolls, SignedIn},
    },
    objects::municipality::residents::{LoadResidents, ReadResidents},
    refusal::Refusal,
};

pub(super) fn routes() -> Router<Edge> {
    Router::new().route("/residents", get(read).put(load))
}

async fn read(State(edge): State<Edge>, official: SignedIn<ManagePolls>) -> Result<Json<ResidentsView>, Refusal> {
    edge.municipality(&official.municipality, &ReadResidents {}).await.map(Json)
}

async fn load(
    State(edge): State<Edge>,
    official: SignedIn<ManagePolls>,
    Input(ResidentsRequest { csv }): Input<ResidentsRequest>,
) -> Result<Json<ResidentsView>, Refusal> {
    let by = official.official.id.clone();
    let loaded = edge.municipality(&official.municipality, &LoadResidents { by, csv }).await?;
    edge.snapshots().forget(&official.municipality);
    Ok(Json(loaded))
}
