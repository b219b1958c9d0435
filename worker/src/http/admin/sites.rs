//! `/admin/sites`: where the widget may be shown and how often it was, for the administrator.
//!
//! `GET` · `POST` (one, or both forms with and without `www.`) · `POST /removal`.

use axum::{
    Json, Router,
    extract::State,
    routing::{get, post},
};
use shared::wire::sites::{SiteList, SiteRemoval, SiteRequest};

use crate::{
    http::{
        edge::Edge,
        extract::{Administer, Input, SignedIn},
        loads,
    },
    objects::municipality::sites::{AddSite, ListSites, RemoveSite},
    refusal::Refusal,
};

pub(super) fn routes() -> Router<Edge> {
    Router::new().route("/sites", get(list).post(add)).route("/sites/removal", post(remove))
}

async fn list(State(edge): State<Edge>, signed_in: SignedIn<Administer>) -> Result<Json<SiteList>, Refusal> {
    loads::hand_in(&edge, &signed_in.municipality).await?;
    edge.municipality(&signed_in.municipality, &ListSites {}).await.map(Json)
}

async fn add(
    State(edge): State<Edge>,
    signed_in: SignedIn<Administer>,
    Input(request): Input<SiteRequest>,
) -> Result<Json<SiteList>, Refusal> {
    let SignedIn { official, municipality, .. } = signed_in;
    let list = edge.municipality(&municipality, &AddSite { official, request }).await?;
    edge.snapshots().forget(&municipality);
    Ok(Json(list))
}

async fn remove(
    State(edge): State<Edge>,
    signed_in: SignedIn<Administer>,
    Input(removal): Input<SiteRemoval>,
) -> Result<Json<SiteList>, Refusal> {
    let SignedIn { official, municipality, .. } = signed_in;
    let list = edge.municipality(&municipality, &RemoveSite { official, removal }).await?;
    edge.snapshots().forget(&municipality);
    Ok(Json(list))
}
