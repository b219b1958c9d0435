//! What anybody may ask, without signing in: `/api/v1/municipalities/{slug}/…`.

mod municipality;
mod polls;

use axum::Router;

use super::edge::Edge;

pub(super) fn routes() -> Router<Edge> {
    Router::new().merge(municipality::routes()).merge(polls::routes())
}
