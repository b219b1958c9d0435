//! The officials' program: their work, their cases, the polls of their municipality.
//!
//! Logic is in plain functions with tests; components only wire. What the server refuses is shown in its own words,
//! and nothing typed is lost by an error, a conflict or a session that ended.
#![forbid(unsafe_code)]
#![expect(clippy::needless_pass_by_value, reason = "a component owns its properties")]
#![expect(unreachable_pub, reason = "the component macro makes public what it writes itself")]

mod address;
mod api;
mod app;
mod areas;
mod case;
mod days;
mod drafts;
mod form;
mod formal_rights;
mod frame;
mod house_style;
mod initiatives;
mod intake;
mod messages;
mod navigation;
mod partner_figures;
mod partners;
mod platform;
mod polls;
mod routing;
mod session;
mod sign_in;
mod sites;
mod standard_texts;
mod texts;
mod webhooks;
mod work;

use leptos::wasm_bindgen::JsCast;

fn main() {
    let root = leptos::prelude::document().get_element_by_id("app");
    if let Some(root) = root.and_then(|root| root.dyn_into::<leptos::web_sys::HtmlElement>().ok()) {
        leptos::mount::mount_to(root, app::App).forget();
    }
}
