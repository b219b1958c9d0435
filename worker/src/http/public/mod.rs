//! What anybody may ask, without signing in: `/api/v1/municipalities/{slug}/…`.

mod municipality;

use axum::Router;

use super::edge::Edge;

pub(super) fn routes() -> Router<Edge> {
    Router::new().merge(municipality::routes())
}
