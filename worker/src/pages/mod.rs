//! The documents that people open: the residents' pages, on their own and in a frame, and the officials' program.
//!
//! A page is a state of the widget's views, rendered here; of a page with steps the state is embedded as JSON for the
//! browser's program. Some pages that no program needs are drawn here alone. Every form posts to its own page and
//! works without script; the same rules (`widget::forms`) read it here and there.

mod document;
mod form;
mod visit;

mod app;
mod area;
mod area_lookup;
pub(crate) mod chart;
mod drafts;
mod failure;
mod feed;
mod follow;
mod formal_rights;
mod home;
mod initiatives;
mod logo;
mod mailed;
mod news;
mod officials;
mod paper;
mod poll;
mod poster;
mod proposal;
mod proved;
mod push;
mod refused;
mod report_reader;
mod reuse;
mod share;
mod short;
mod statements;
mod stop_messages;
mod takeover;
mod words;

#[cfg(test)]
mod tests;

use axum::{Router, routing::get};

pub use failure::problem;
pub use reuse::{SentPage, reuse};
pub(crate) use visit::host_in;

use crate::http::edge::Edge;

/// Every page, for residents and officials.
pub fn routes() -> Router<Edge> {
    ["", "/frame/v1"]
        .into_iter()
        .fold(Router::new(), |router, place| {
            let at = |tail: &str| format!("{place}/{{slug}}/{{language}}{tail}");
            router
                .route(&format!("{place}/{{slug}}"), get(home::redirect))
                .route(&at(""), get(home::show))
                .route(&at("/peilingen/{poll_id}"), get(poll::show).post(poll::post))
                .route(&at("/peilingen/{poll_id}/bedankt"), get(poll::thanks).post(poll::ask_for_report))
                .route(&at("/peilingen/{poll_id}/grafieken/{file}"), get(chart::show))
                .route(&at("/idee"), get(proposal::show).post(proposal::post))
                .route(&at("/initiatieven"), get(initiatives::list))
                .route(&at("/initiatieven/{case_id}"), get(initiatives::show).post(initiatives::post))
                .route(&at("/feed.atom"), get(feed::show))
                .route(&at("/volgen"), get(follow::show).post(follow::post))
        })
        .route("/{slug}/{language}/peilingen/{poll_id}/papier", get(paper::show))
        .route("/{slug}/{language}/peilingen/{poll_id}/affiche", get(poster::of_poll))
        .route("/{slug}/{language}/peilingen/{poll_id}/qr.svg", get(poster::code_of_poll))
        .route("/{slug}/{language}/affiche", get(poster::show))
        .route("/{slug}/{language}/qr.svg", get(poster::code))
        .route("/{slug}/p/{code}", get(short::follow))
        .route("/{slug}/logo/{logo}", get(logo::show))
        .route("/{slug}/{language}/nieuws", get(news::show))
        .route("/{slug}/{language}/privacy", get(statements::privacy))
        .route("/{slug}/{language}/toegankelijkheid", get(statements::accessibility))
        .route("/{slug}/{language}/burgerinitiatief", get(formal_rights::citizens_initiative))
        .route("/{slug}/{language}/uitdaagrecht", get(formal_rights::right_to_challenge))
        .route("/{slug}/{language}/app.webmanifest", get(app::manifest))
        .route("/app-icon.svg", get(app::icon))
        .route("/{slug}/push.js", get(push::worker))
        .route("/{slug}/{language}/samenwerken/{case_id}/{partner_id}/{proof}", get(mailed::show).post(mailed::post))
        .route("/{slug}/{language}/wijken/{area_id}", get(area::show))
        .route("/{slug}/{language}/wijken/{area_id}/feed.atom", get(feed::of_area))
        .route("/{slug}/{language}/onderwerpen/{topic_id}/feed.atom", get(feed::of_topic))
        .route(
            "/{slug}/{language}/berichten-stoppen/{case_id}/{proof}",
            get(stop_messages::show).post(stop_messages::post),
        )
        .route(
            "/{slug}/{language}/meedoen-zonder-mail/{pledge_id}/{proof}",
            get(stop_messages::show_pledge).post(stop_messages::post_pledge),
        )
        .route(
            "/{slug}/{language}/bericht-bevestigen/{reader_id}/{proof}",
            get(report_reader::ask_to_confirm).post(report_reader::confirm),
        )
        .route(
            "/{slug}/{language}/bericht-stoppen/{reader_id}/{proof}",
            get(report_reader::ask_to_stop).post(report_reader::stop),
        )
        .route("/frame/v1/{slug}/{language}/huisstijl", get(takeover::show))
        .route("/embed/v1/{slug}/reason.js", get(refused::reason))
        .route("/", get(failure::start))
        .route("/admin", get(officials::show))
        .route("/admin/{*rest}", get(officials::show))
}
