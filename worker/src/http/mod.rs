//! The HTTP side: routes, what handlers ask for, and how refusals are told. No SQL here.
//!
//! A handler parses, asks an object to do something, and writes down the answer. One resource per file.

pub mod edge;
pub mod error;
pub mod extract;
pub mod headers;
pub mod json;
pub mod language;

mod address;
pub mod afterwards;
pub(crate) mod ballots;
mod exported;
pub(crate) mod files;
mod host;
mod loads;
mod sentences;

mod admin;
mod operator;
pub(crate) mod public;
#[cfg(feature = "test-control")]
mod test_control;

use axum::response::{IntoResponse, Response};
use axum::{Json, Router, middleware, routing::get};
use http::{HeaderValue, StatusCode, header};
use serde::Serialize;
use shared::ids::Slug;

use crate::{pages, refusal::Refusal};
use edge::Edge;

/// All routes; the same in production and in a unit test.
pub fn router(edge: Edge) -> Router {
    let router = Router::new();
    #[cfg(feature = "test-control")]
    let router = router.merge(test_control::routes());
    router
        .nest("/api/v1", public::routes().merge(operator::routes()))
        .nest("/api/v1/admin", admin::routes())
        .merge(
            pages::routes()
                .route_layer(middleware::from_fn_with_state(edge.clone(), pages::reuse))
                // Outside it: a page that is sent again is a load as well.
                .route_layer(middleware::from_fn_with_state(edge.clone(), loads::count)),
        )
        // Says that the Worker runs; asks nothing of any object.
        .route("/healthz", get(|| async { "ok" }))
        .fallback(|| async { Refusal::NotFound })
        .method_not_allowed_fallback(|| async { Refusal::MethodNotAllowed })
        // The last layer is the outermost: headers are on every answer, also on refusals.
        .layer(middleware::from_fn_with_state(edge.clone(), host::right_door))
        .layer(middleware::from_fn(address::normal_only))
        .layer(middleware::from_fn_with_state(edge.clone(), error::present))
        .layer(middleware::from_fn_with_state(edge.clone(), headers::complete))
        .with_state(edge)
}

/// The municipality that a path is about, if any.
pub(crate) fn municipality_in(path: &str) -> Option<Slug> {
    let name = path
        .strip_prefix("/api/v1/municipalities/")
        .or_else(|| path.strip_prefix("/frame/v1/"))
        .or_else(|| path.strip_prefix('/'))?;
    Slug::parse(name.split('/').next()?).ok().filter(Slug::may_name_municipality)
}

/// 201 with where the new thing stands.
fn created<T: Serialize>(location: &str, body: T) -> Response {
    let mut response = (StatusCode::CREATED, Json(body)).into_response();
    if let Ok(location) = HeaderValue::from_str(location) {
        response.headers_mut().insert(header::LOCATION, location);
    }
    response
}

#[cfg(test)]
mod tests;
