//! The hydrating client: takes over what the Worker rendered into `#app`.

use leptos::{mount::hydrate_from, wasm_bindgen::JsCast};

fn main() {
    let Some(root) = leptos::prelude::document().get_element_by_id("app") else {
        return;
    };
    if let Ok(root) = root.dyn_into::<web_sys::HtmlElement>() {
        hydrate_from(root, || widget::views::spike(3)).forget();
    }
}
