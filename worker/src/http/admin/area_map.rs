//! `PUT /admin/area-map` and `DELETE /admin/area-map`: the map of the areas, from a `GeoJSON` file, and away with it. The
//! operator has the first as `PUT /municipalities/{slug}/area-map`.

use axum::{
    Json, Router,
    extract::{Request, State},
    response::{IntoResponse, Response},
    routing::put,
};
use http::StatusCode;
use shared::{
    area_map::{MapReceipt, geojson::FeatureCollection},
    ids::{OfficialId, Slug},
};

use crate::{
    http::{
        edge::Edge,
        extract::{Administer, Municipality, Operator, SignedIn, read_bytes},
        json,
    },
    objects::municipality::area_map::PutAreaMap,
    refusal::Refusal,
};

pub(super) fn routes() -> Router<Edge> {
    Router::new().route("/area-map", put(by_official).delete(remove))
}

/// The most bytes of a map: the buurten of Amsterdam in full detail are about six megabytes.
const MAX_MAP: usize = 12 * 1024 * 1024;

/// Whoever may send so much is asked first.
async fn by_official(
    official: SignedIn<Administer>,
    State(edge): State<Edge>,
    request: Request,
) -> Result<Json<MapReceipt>, Refusal> {
    load(&edge, &official.municipality, Some(official.official.id), request).await
}

pub(in crate::http) async fn by_operator(
    _: Operator,
    State(edge): State<Edge>,
    Municipality(slug): Municipality,
    request: Request,
) -> Result<Json<MapReceipt>, Refusal> {
    load(&edge, &slug, None, request).await
}

/// Made into a small map here, so that the municipality's object, which everybody waits for, only stores it.
async fn load(edge: &Edge, slug: &Slug, by: Option<OfficialId>, request: Request) -> Result<Json<MapReceipt>, Refusal> {
    let file: FeatureCollection = json::read(&read_bytes(request, MAX_MAP).await?)?;
    let snapshot = edge.snapshot(slug).await?;
    let (map, receipt) = file.into_map(&snapshot.areas)?;
    edge.municipality(slug, &PutAreaMap { by, map: Some(Box::new(map)) }).await?;
    edge.snapshots().forget(slug);
    Ok(Json(receipt))
}

async fn remove(official: SignedIn<Administer>, State(edge): State<Edge>) -> Result<Response, Refusal> {
    let slug = official.municipality;
    edge.municipality(&slug, &PutAreaMap { by: Some(official.official.id), map: None }).await?;
    edge.snapshots().forget(&slug);
    Ok(StatusCode::NO_CONTENT.into_response())
}
