//! What a device needs to keep the pages of a municipality among its programs: a name, a place to start, and an icon.
//!
//! Nothing is kept on the device for it. Something runs in the background only for who asks for messages ([`super::push`]).

use axum::{
    Json,
    http::{HeaderValue, header},
    response::{IntoResponse, Response},
};
use serde_json::json;
use shared::paths::{self, Page, Place};

use super::visit::Visit;

/// Of the header and the icon, in our own look.
const COLOUR: &str = "#00565b";

const ICON_ADDRESS: &str = "/app-icon.svg";

/// The house that speaks, in the middle four fifths: a device may cut off the rest.
const ICON: &str = "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 64 64\" width=\"512\" height=\"512\">\
                    <path fill=\"#00565b\" d=\"M0 0h64v64H0z\"/>\
                    <path fill=\"#fff\" transform=\"translate(16 15)\" \
                    d=\"M16 3.2 28.8 13v12.6H15.4L8.4 30.4v-4.8H3.2V13z\"/></svg>";

/// A day: it hardly ever changes, and a municipality may get another name.
const KEPT: HeaderValue = HeaderValue::from_static("public, max-age=86400");

pub(super) async fn manifest(visit: Visit) -> Response {
    let (slug, language) = (&visit.slug, visit.language);
    let manifest = json!({
        // Whoever comes back in another language finds the same program.
        "id": format!("/{slug}/"),
        "name": format!("Buurtstem {}", visit.snapshot.settings.name),
        "short_name": "Buurtstem",
        "description": visit.texts().home().lead,
        "lang": language.tag(),
        "dir": language.direction(),
        "start_url": paths::page(Place::Page, slug, language, &Page::Home),
        "scope": format!("/{slug}/"),
        "display": "standalone",
        "background_color": "#ffffff",
        "theme_color": COLOUR,
        "icons": [
            { "src": ICON_ADDRESS, "sizes": "any", "type": "image/svg+xml", "purpose": "any" },
            { "src": ICON_ADDRESS, "sizes": "any", "type": "image/svg+xml", "purpose": "maskable" },
        ],
    });
    let kind = HeaderValue::from_static("application/manifest+json");
    ([(header::CONTENT_TYPE, kind), (header::CACHE_CONTROL, KEPT)], Json(manifest)).into_response()
}

pub(super) async fn icon() -> Response {
    let kind = HeaderValue::from_static("image/svg+xml");
    ([(header::CONTENT_TYPE, kind), (header::CACHE_CONTROL, KEPT)], ICON).into_response()
}
