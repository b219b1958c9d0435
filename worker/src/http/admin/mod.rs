//! What officials do: `/api/v1/admin/…`, behind the session cookie. The session says which municipality.

pub(super) mod area_map;
mod areas;
mod case_lists;
mod cases;
mod charts;
mod exports;
mod formal_rights;
mod helping;
mod house_style;
mod initiatives;
mod me;
mod messages;
mod partner_figures;
mod partners;
mod poll_templates;
mod poll_texts;
mod polls;
pub(super) mod postcodes;
pub(super) mod residents;
mod routing;
mod sessions;
mod sites;
mod standard_texts;
mod tasks;
mod watch;
mod webhooks;

use axum::Router;

use super::edge::Edge;

pub(super) fn routes() -> Router<Edge> {
    Router::new()
        .merge(sessions::routes())
        .merge(me::routes())
        .merge(area_map::routes())
        .merge(areas::routes())
        .merge(polls::routes())
        .merge(poll_templates::routes())
        .merge(poll_texts::routes())
        .merge(residents::routes())
        .merge(postcodes::routes())
        .merge(exports::routes())
        .merge(charts::routes())
        .merge(case_lists::routes())
        .merge(cases::routes())
        .merge(helping::routes())
        .merge(formal_rights::routes())
        .merge(house_style::routes())
        .merge(watch::routes())
        .merge(tasks::routes())
        .merge(initiatives::routes())
        .merge(messages::routes())
        .merge(standard_texts::routes())
        .merge(routing::routes())
        .merge(partners::routes())
        .merge(webhooks::routes())
        .merge(sites::routes())
        .merge(partner_figures::routes())
}
