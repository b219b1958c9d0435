//! The page that takes the house style over from the site around it: the loader puts it in the place of the widget when
//! the site's address carries the key of an administrator. It asks the page around it for a fixed list of custom
//! properties, and sends what it gets, with the key, to the Worker (`frontend/widget/takeover.js`).
//!
//! A frame, because a site with a strict policy lets its own pages speak to nobody else, and allows our frame already;
//! and because the browser tells a frame which origin spoke to it.

use axum::response::Response;

use super::{
    document::{escaped, head, respond},
    visit::Visit,
};
use crate::{house_style, http::headers::FramedBy};

/// It speaks Dutch to the administrator, as the officials' program does, whatever the language of the site.
const TITLE: &str = "Huisstijl overnemen";
const BUSY: &str = "Een ogenblik.";
const DONE: &str = "Overgenomen. Ga terug naar Buurtstem.";
const FAILED: &str = "Dit is niet gelukt. Ga terug naar Buurtstem en begin daar opnieuw.";

pub(super) async fn show(visit: Visit) -> Response {
    let files = visit.edge.manifest();
    let head = head(&files.program("widget"), "", None, TITLE);
    let script = files.scripts.get("takeover").map(String::as_str).unwrap_or_default();
    let names = house_style::names().into_iter().collect::<Vec<_>>().join(" ");
    let html = format!(
        "<!doctype html><html lang=\"nl\" data-scheme=\"light\">{head}<body class=\"frame-body\">\
         <main id=\"app\" class=\"stack\"><h1>{TITLE}</h1><p id=\"said\" role=\"status\" data-done=\"{DONE}\" \
         data-failed=\"{FAILED}\" data-names=\"{}\" data-address=\"/api/v1/municipalities/{}/house-style-values\">\
         {BUSY}</p></main><script type=\"module\" src=\"{}\"></script></body></html>",
        escaped(&names),
        visit.slug,
        escaped(script),
    );
    respond(html, FramedBy::Sites(&visit.snapshot.settings.sites), None, None)
}
