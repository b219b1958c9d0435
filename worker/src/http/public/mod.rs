//! What anybody may ask, without signing in: `/api/v1/municipalities/{slug}/…`.

mod area_lookups;
mod devices;
mod followed_case;
mod house_style_values;
mod initiatives;
mod municipality;
mod open_data;
mod pledges;
mod polls;
mod proposals;
pub(crate) mod routes;

use axum::Router;

use super::edge::Edge;

pub(super) fn routes() -> Router<Edge> {
    Router::new()
        .merge(municipality::routes())
        .merge(routes::routes())
        .merge(area_lookups::routes())
        .merge(devices::routes())
        .merge(proposals::routes())
        .merge(followed_case::routes())
        .merge(initiatives::routes())
        .merge(pledges::routes())
        .merge(polls::routes())
        .merge(house_style_values::routes())
        .merge(open_data::routes())
}
