//! The document of the officials' program, which draws itself in the browser.

use axum::{extract::State, response::Response};

use super::document::{escaped, head, respond};
use crate::http::{
    edge::Edge,
    headers::{FramedBy, may_frame},
};

/// It prints the residents' address on paper, so it is told where that is.
pub(super) async fn show(State(edge): State<Edge>) -> Response {
    let head = head(&edge.manifest().program("admin"), "", None, "Buurtstem voor medewerkers");
    let html = format!(
        "<!doctype html><html lang=\"nl\">{head}<body>\
         <div id=\"app\" data-public-origin=\"{}\"><noscript><main class=\"page\"><h1>Buurtstem voor medewerkers</h1>\
         <p>Dit programma heeft JavaScript nodig. Zet JavaScript aan in uw browser, of gebruik een andere browser.</p>\
         </main></noscript></div></body></html>",
        escaped(&edge.config().public_origin),
    );
    let mut response = respond(html, FramedBy::Nobody, None, None);
    // The preview of what a webmaster embeds.
    may_frame(&mut response, &edge.config().public_origin);
    response
}
