//! What officials do: `/api/v1/admin/…`, behind the session cookie. The session says which municipality.

mod cases;
mod exports;
mod me;
mod messages;
mod partners;
mod poll_templates;
mod poll_texts;
mod polls;
mod routing;
mod sessions;
mod standard_texts;

use axum::Router;

use super::edge::Edge;

pub(super) fn routes() -> Router<Edge> {
    Router::new()
        .merge(sessions::routes())
        .merge(me::routes())
        .merge(polls::routes())
        .merge(poll_templates::routes())
        .merge(poll_texts::routes())
        .merge(exports::routes())
        .merge(cases::routes())
        .merge(messages::routes())
        .merge(standard_texts::routes())
        .merge(routing::routes())
        .merge(partners::routes())
}
