//! The officials' program. For now one request that shows that it can reach the API.

use leptos::{prelude::*, wasm_bindgen::JsCast};

fn main() {
    let Some(root) = document().get_element_by_id("app") else {
        return;
    };
    if let Ok(root) = root.dyn_into::<leptos::web_sys::HtmlElement>() {
        leptos::mount::mount_to(root, spike).forget();
    }
}

/// Asks the API once and shows what it said.
fn spike() -> impl IntoView {
    let answer = LocalResource::new(|| async {
        match ask().await {
            Ok(text) => text,
            Err(error) => error.to_string(),
        }
    });
    view! {
        <h1>"Buurtstem voor medewerkers"</h1>
        <p id="answer">
            {move || answer.get()}
        </p>
    }
}

async fn ask() -> Result<String, gloo_net::Error> {
    let response = gloo_net::http::Request::post("/api/v1/spike").send().await?;
    response.text().await
}
