//! `/admin/residents`: how many people live where, by age; loaded as a table in the layout of CBS. The operator has
//! `PUT /municipalities/{slug}/residents`, with the table itself as the body.

use axum::{
    Json, Router,
    extract::{Request, State},
    routing::get,
};
use shared::{
    ids::{OfficialId, Slug},
    wire::residents::{ResidentsRequest, ResidentsView},
};

use crate::{
    http::{
        edge::Edge,
        extract::{Input, ManagePolls, Municipality, Operator, SignedIn, read_bytes},
    },
    objects::municipality::residents::{LoadResidents, ReadResidents},
    refusal::{Code, Refusal},
};

/// The most bytes of a table: every column of CBS for 3,000 areas.
const MAX_TABLE: usize = 2 * 1024 * 1024;

pub(super) fn routes() -> Router<Edge> {
    Router::new().route("/residents", get(read).put(by_official))
}

async fn read(State(edge): State<Edge>, official: SignedIn<ManagePolls>) -> Result<Json<ResidentsView>, Refusal> {
    edge.municipality(&official.municipality, &ReadResidents {}).await.map(Json)
}

async fn by_official(
    State(edge): State<Edge>,
    official: SignedIn<ManagePolls>,
    Input(ResidentsRequest { csv }): Input<ResidentsRequest>,
) -> Result<Json<ResidentsView>, Refusal> {
    load(&edge, &official.municipality, Some(official.official.id), csv).await
}

pub(in crate::http) async fn by_operator(
    _: Operator,
    State(edge): State<Edge>,
    Municipality(slug): Municipality,
    request: Request,
) -> Result<Json<ResidentsView>, Refusal> {
    let bytes = read_bytes(request, MAX_TABLE).await?;
    let csv = String::from_utf8(bytes).map_err(|_| Refusal::Unreadable { code: Code::NotUtf8 })?;
    load(&edge, &slug, None, csv).await
}

async fn load(edge: &Edge, slug: &Slug, by: Option<OfficialId>, csv: String) -> Result<Json<ResidentsView>, Refusal> {
    let loaded = edge.municipality(slug, &LoadResidents { by, csv }).await?;
    edge.snapshots().forget(slug);
    Ok(Json(loaded))
}
