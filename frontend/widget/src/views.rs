//! For now one button that works only after hydration.

use leptos::prelude::*;

/// Shows a number and a button that raises it.
pub fn spike(start: u32) -> impl IntoView {
    let count = RwSignal::new(start);
    view! {
        <h1>"Buurtstem"</h1>
        <p id="count">{move || count.get()}</p>
        <button type="button" on:click=move |_| count.update(|count| *count = count.saturating_add(1))>
            "Eén erbij"
        </button>
    }
}
