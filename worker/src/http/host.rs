//! Two names, two doors: where officials have an origin of their own, their pages and their API are there and nowhere
//! else, and residents' pages are not. A page of one kind then never runs beside the other's, and the officials'
//! cookie is never set on the residents' origin.
//!
//! The proxy in front has to pass on the host that was asked for.

use axum::{
    extract::{Request, State},
    http::{Method, header},
    middleware::Next,
    response::{IntoResponse, Response},
};

use super::edge::Edge;
use crate::{config::Config, refusal::Refusal};

/// The layer that answers 404 at the wrong door.
pub(super) async fn right_door(State(edge): State<Edge>, request: Request, next: Next) -> Response {
    if stands_at_right_door(edge.config(), &request) {
        next.run(request).await
    } else {
        Refusal::NotFound.into_response()
    }
}

fn stands_at_right_door(config: &Config, request: &Request) -> bool {
    if config.admin_origin == config.public_origin {
        return true;
    }
    let asked = request.uri().authority().map(axum::http::uri::Authority::as_str);
    let asked = asked.or_else(|| request.headers().get(header::HOST)?.to_str().ok()).unwrap_or_default();
    let is = |origin: &str| origin.split_once("://").is_some_and(|(_, host)| host.eq_ignore_ascii_case(asked));
    match door(request.method(), request.uri().path()) {
        Door::Officials => is(&config.admin_origin),
        Door::Residents => is(&config.public_origin),
        Door::Either => true,
    }
}

enum Door {
    Officials,
    Residents,
    /// For whoever runs it, and for tests.
    Either,
}

fn door(method: &Method, path: &str) -> Door {
    let under = |root: &str| path.strip_prefix(root).is_some_and(|rest| rest.is_empty() || rest.starts_with('/'));
    if under("/admin") || under(shared::paths::ADMIN_API) {
        return Door::Officials;
    }
    let municipality = path.strip_prefix("/api/v1/municipalities/");
    let operators = municipality.is_some_and(|rest| {
        (method == Method::PUT && !rest.contains('/'))
            || rest.split_once('/').is_some_and(|(_, rest)| rest == "sign-in-links")
    });
    if operators || under("/healthz") || under("/test") { Door::Either } else { Door::Residents }
}
