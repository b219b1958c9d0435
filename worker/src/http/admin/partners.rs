//! `/admin/partners`: data agreements, mailboxes, who is away; kept by the administrator, read by coordinators.
//!
//! `GET /admin/partners` · `PUT /admin/partners/{partner_id}`.

use axum::{
    Json, Router,
    extract::State,
    routing::{get, put},
};
use serde::Deserialize;
use shared::{
    ids::PartnerId,
    wire::partners::{PartnerCareRequest, PartnersView},
};

use crate::{
    http::{
        edge::Edge,
        extract::{Administer, Input, Path, SeeRouting, SignedIn},
    },
    objects::municipality::partners::{ReadPartners, SavePartner},
    refusal::Refusal,
};

pub(super) fn routes() -> Router<Edge> {
    Router::new().route("/partners", get(read)).route("/partners/{partner_id}", put(save))
}

async fn read(State(edge): State<Edge>, signed_in: SignedIn<SeeRouting>) -> Result<Json<PartnersView>, Refusal> {
    edge.municipality(&signed_in.municipality, &ReadPartners {}).await.map(Json)
}

#[derive(Debug, Deserialize)]
struct PartnerInPath {
    partner_id: PartnerId,
}

async fn save(
    State(edge): State<Edge>,
    signed_in: SignedIn<Administer>,
    Path(PartnerInPath { partner_id }): Path<PartnerInPath>,
    Input(request): Input<PartnerCareRequest>,
) -> Result<Json<PartnersView>, Refusal> {
    let SignedIn { official, municipality, .. } = signed_in;
    let save = SavePartner { official, id: partner_id, request };
    let view = edge.municipality(&municipality, &save).await?;
    edge.snapshots().forget(&municipality);
    Ok(Json(view))
}
