//! `GET /admin/partner-figures?from=2026-10-01&until=2026-12-31`: offers and first answers, counted for each partner.
//! Coordinators read every partner, everybody else who sees cases their own.

use axum::{Json, Router, extract::State, routing::get};
use serde::Deserialize;
use shared::{time::CivilDate, wire::partner_figures::PartnerFiguresView};

use crate::{
    http::{
        edge::Edge,
        extract::{Query, SeeCases, SignedIn},
    },
    objects::municipality::partner_figures::ReadPartnerFigures,
    refusal::Refusal,
};

pub(super) fn routes() -> Router<Edge> {
    Router::new().route("/partner-figures", get(read))
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Between {
    from: CivilDate,
    until: CivilDate,
}

async fn read(
    signed_in: SignedIn<SeeCases>,
    State(edge): State<Edge>,
    Query(Between { from, until }): Query<Between>,
) -> Result<Json<PartnerFiguresView>, Refusal> {
    let SignedIn { official, municipality, .. } = signed_in;
    edge.municipality(&municipality, &ReadPartnerFigures { official, from, until }).await.map(Json)
}
