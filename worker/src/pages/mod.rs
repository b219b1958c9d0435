//! Documents around the rendered views.

use axum::{
    Router,
    extract::State,
    response::{Html, IntoResponse, Response},
    routing::get,
};
use leptos::prelude::{IntoAny, Owner, RenderHtml};
use shared::{settings::Settings, text::Language, wire::problem::Problem};

use crate::{
    assets::Program,
    http::{
        edge::Edge,
        headers::{FramedBy, document},
    },
};

/// Every page, for residents and officials.
pub fn routes() -> Router<Edge> {
    Router::new().route("/", get(start)).route("/admin", get(officials)).route("/admin/{*rest}", get(officials))
}

async fn start(State(edge): State<Edge>) -> Response {
    page(widget(&edge.manifest().program("widget")), FramedBy::Nobody)
}

async fn officials(State(edge): State<Edge>) -> Response {
    page(admin(&edge.manifest().program("admin"), &edge.config().public_origin), FramedBy::Nobody)
}

/// The page that says what went wrong and what to do. Its status is set by who calls.
pub fn problem(
    _edge: &Edge,
    language: Language,
    problem: &Problem,
    settings: Option<&Settings>,
    path: &str,
) -> Response {
    let html = format!(
        "<!doctype html><html lang=\"{}\"><head><meta charset=\"utf-8\">\
         <meta name=\"viewport\" content=\"width=device-width, initial-scale=1\"><title>{}</title></head>\
         <body><main><h1>{}</h1><p>{}</p></main></body></html>",
        language.tag(),
        escaped(&problem.title),
        escaped(&problem.title),
        escaped(&problem.detail),
    );
    let framed_by = match settings {
        Some(settings) if path.starts_with("/frame/") => FramedBy::Sites(&settings.sites),
        _ => FramedBy::Nobody,
    };
    page(html, framed_by)
}

fn page(html: String, framed_by: FramedBy<'_>) -> Response {
    let mut response = Html(html).into_response();
    document(&mut response, framed_by);
    response
}

fn escaped(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;").replace('"', "&quot;")
}

/// A resident's page: complete without script, taken over by the client when there is one.
pub fn widget(files: &Program) -> String {
    let body = Owner::new().with(|| widget::views::spike(3).into_any().to_html());
    shell(files, "nl", "Buurtstem", &format!("<main id=\"app\">{body}</main>"))
}

/// The officials' program is rendered in the browser only. It prints the residents' address on paper, so it is told
/// where that is.
pub fn admin(files: &Program, public_origin: &str) -> String {
    let body = format!(
        "<div id=\"app\" data-public-origin=\"{}\"><noscript><main><h1>Buurtstem voor medewerkers</h1>\
         <p>Dit programma heeft JavaScript nodig. Zet JavaScript aan in uw browser, of gebruik een andere browser.</p>\
         </main></noscript></div>",
        escaped(public_origin),
    );
    shell(files, "nl", "Buurtstem voor medewerkers", &body)
}

/// One HTML document. The texts come from us; what people wrote goes through a view, which escapes it.
fn shell(files: &Program, language: &str, title: &str, body: &str) -> String {
    let Program { script, wasm, style } = files;
    format!(
        "<!doctype html><html lang=\"{language}\"><head><meta charset=\"utf-8\">\
         <meta name=\"viewport\" content=\"width=device-width, initial-scale=1\"><title>{title}</title>\
         <link rel=\"icon\" href=\"data:,\"><link rel=\"stylesheet\" href=\"{style}\">\
         <link rel=\"modulepreload\" href=\"{script}\">\
         <link rel=\"preload\" href=\"{wasm}\" as=\"fetch\" type=\"application/wasm\" crossorigin>\
         <script type=\"module\" src=\"{script}\"></script></head><body>{body}</body></html>"
    )
}
