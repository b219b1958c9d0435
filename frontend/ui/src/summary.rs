//! Two summaries: of what is wrong, and of what was filled in.

use leptos::prelude::*;

use crate::{AnyView, FAULTS_ID, Words};

/// One fault: a link to the field, in the words that stand above that field.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FaultLine {
    /// `#` and the id of the field.
    pub href: String,
    pub text: String,
}

/// What is wrong, above the form. Its heading gets the focus: by the browser when the page loads, by the program
/// when it changes the page itself.
#[component]
pub fn ErrorSummary(#[prop(into)] title: String, faults: Vec<FaultLine>) -> impl IntoView {
    let lines: Vec<_> =
        faults.into_iter().map(|fault| view! { <li><a href=fault.href>{fault.text}</a></li> }).collect();
    view! {
        <div class="error-summary">
            <h2 id=FAULTS_ID tabindex="-1" autofocus=true>{title}</h2>
            <ul>{lines}</ul>
        </div>
    }
}

/// One line of what was filled in.
pub struct SummaryRow {
    pub label: Words,
    pub value: AnyView,
    /// A button or link to change it.
    pub change: Option<AnyView>,
}

/// What was filled in, as pairs of question and answer.
#[component]
pub fn SummaryList(rows: Vec<SummaryRow>) -> impl IntoView {
    let plain = rows.iter().all(|row| row.change.is_none());
    let rows: Vec<_> = rows
        .into_iter()
        .map(|SummaryRow { label, value, change }| {
            view! {
                <div>
                    <dt>{label.view()}</dt>
                    <dd class="summary-list__value">{value}</dd>
                    {change.map(|change| view! { <dd class="summary-list__change">{change}</dd> })}
                </div>
            }
        })
        .collect();
    view! { <dl class=if plain { "summary-list summary-list--plain" } else { "summary-list" }>{rows}</dl> }
}
