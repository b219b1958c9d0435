//! Documents around the rendered views.

use leptos::prelude::{IntoAny, Owner, RenderHtml};

use crate::assets::Program;

/// A resident's page: complete without script, taken over by the client when there is one.
pub fn widget(files: &Program) -> String {
    let body = Owner::new().with(|| widget::views::spike(3).into_any().to_html());
    shell(
        files,
        "nl",
        "Buurtstem",
        &format!("<main id=\"app\">{body}</main>"),
    )
}

/// The officials' program is rendered in the browser only.
pub fn admin(files: &Program) -> String {
    shell(
        files,
        "nl",
        "Buurtstem voor medewerkers",
        "<main id=\"app\"></main>",
    )
}

/// One HTML document. The texts come from us; what people wrote goes through a view, which escapes it.
fn shell(files: &Program, language: &str, title: &str, body: &str) -> String {
    let Program {
        script,
        wasm,
        style,
    } = files;
    format!(
        "<!doctype html><html lang=\"{language}\"><head><meta charset=\"utf-8\">\
         <meta name=\"viewport\" content=\"width=device-width, initial-scale=1\"><title>{title}</title>\
         <link rel=\"icon\" href=\"data:,\"><link rel=\"stylesheet\" href=\"{style}\">\
         <link rel=\"modulepreload\" href=\"{script}\">\
         <link rel=\"preload\" href=\"{wasm}\" as=\"fetch\" type=\"application/wasm\" crossorigin>\
         <script type=\"module\" src=\"{script}\"></script></head><body>{body}</body></html>"
    )
}
