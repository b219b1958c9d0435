//! What happened, oldest first.

use leptos::prelude::*;

use crate::AnyView;

/// The list around [`TimelineItem`]s.
#[component]
pub fn Timeline(items: Vec<TimelineItem>) -> impl IntoView {
    let items: Vec<_> = items
        .into_iter()
        .map(|TimelineItem { title, date, datetime, text }| {
            view! {
                <li>
                    <p class="timeline__title">{title}</p>
                    <p class="timeline__date"><time datetime=datetime>{date}</time></p>
                    {text.map(|text| view! { <div class="timeline__text">{text}</div> })}
                </li>
            }
        })
        .collect();
    view! { <ol class="timeline">{items}</ol> }
}

/// One thing that happened.
#[derive(Debug, Default)]
pub struct TimelineItem {
    pub title: String,
    /// The date, written out.
    pub date: String,
    /// The date for programs: `2026-05-12`.
    pub datetime: String,
    /// What was written.
    pub text: Option<AnyView>,
}
