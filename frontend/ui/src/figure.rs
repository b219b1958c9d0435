//! A share as a bar with its margin, always with the same in words.

use leptos::prelude::*;

use crate::Words;

/// A share and the interval in which the true share probably lies; all from 0 to 1.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Share {
    pub value: f64,
    pub low: f64,
    pub high: f64,
}

/// A length inside the bar. SVG attributes, because the page's policy forbids `style` attributes.
fn percent(share: f64) -> String {
    format!("{:.1}%", share.clamp(0.0, 1.0) * 100.0)
}

/// One line of figures. Without a share the group is too small to show, and the bar is only an outline.
#[component]
pub fn FigureBar(
    #[prop(into)] label: Words,
    /// The figure in words: "34 of 80, 43 percent".
    #[prop(into)]
    value: String,
    /// The margin in words, or why there is no figure.
    #[prop(into)]
    note: String,
    share: Option<Share>,
) -> impl IntoView {
    let parts = share.map(|share| {
        view! {
            <rect class="figure__part" width=percent(share.value) height="100%" rx="4"></rect>
            <rect class="figure__margin" x=percent(share.low) y="42%" width=percent(share.high - share.low) height="16%"></rect>
        }
    });
    view! {
        <li class=if share.is_some() { "figure" } else { "figure figure--hidden" }>
            <p class="figure__words">
                <span>{label.view()}</span>
                <span class="figure__value">{value}</span>
            </p>
            <svg class="figure__bar" aria-hidden="true" focusable="false">
                <rect class="figure__ground" width="100%" height="100%" rx="4"></rect>
                {parts}
            </svg>
            <p class="figure__note">{note}</p>
        </li>
    }
}
