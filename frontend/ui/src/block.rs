//! Blocks of a page.

use leptos::prelude::*;

use crate::{AnyView, HEADING_ID, Inner, IntoAny, NOTICE_ID, Words};

/// What a notice or a status is about; the words say it too.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Tone {
    #[default]
    Neutral,
    Info,
    Good,
    Warn,
    Bad,
}

/// The one `h1` of a page, with a line above it and a few sentences under it.
#[component]
pub fn PageHeader(
    #[prop(optional, into)] above: Option<Words>,
    #[prop(into)] title: Words,
    #[prop(optional, into)] lead: Option<Words>,
) -> impl IntoView {
    view! {
        <div class="page-header">
            {above.map(|above| view! { <p class="page-header__above">{above.view()}</p> })}
            <h1 id=HEADING_ID tabindex="-1">{title.view()}</h1>
            {lead.map(|lead| view! { <p class="lead">{lead.view()}</p> })}
        </div>
    }
}

/// Something that has to be seen. With `announce` (a role: `alert` or `status`) it is read out when it appears, and its
/// title can have the focus; at most one such notice stands on a page.
#[component]
pub fn Notice(
    #[prop(optional)] tone: Tone,
    #[prop(optional, into)] title: Option<String>,
    #[prop(optional)] announce: Option<&'static str>,
    children: Inner,
) -> impl IntoView {
    let class = match tone {
        Tone::Neutral => "notice notice--plain",
        Tone::Info => "notice",
        Tone::Good => "notice notice--good",
        Tone::Warn => "notice notice--warn",
        Tone::Bad => "notice notice--bad",
    };
    let (id, tabindex) = (announce.map(|_| NOTICE_ID), announce.map(|_| "-1"));
    view! {
        <div class=class role=announce>
            {title.map(|title| view! { <h2 id=id tabindex=tabindex>{title}</h2> })} {children.view()}
        </div>
    }
}

/// A status in one or two words.
#[component]
pub fn Badge(#[prop(optional)] tone: Tone, #[prop(into)] words: Words) -> impl IntoView {
    let class = match tone {
        Tone::Neutral => "badge",
        Tone::Info => "badge badge--info",
        Tone::Good => "badge badge--good",
        Tone::Warn => "badge badge--warn",
        Tone::Bad => "badge badge--bad",
    };
    view! { <span class=class>{words.view()}</span> }
}

/// One thing of a `<ul class="cards">`; the whole card can be pressed.
#[component]
pub fn Card(
    #[prop(into)] href: String,
    #[prop(into)] title: Words,
    /// Stands out: the thing to do now.
    #[prop(optional)]
    strong: bool,
    /// Lies directly under the page's title, without a heading of its own above the cards.
    #[prop(optional)]
    under_title: bool,
    children: Inner,
) -> impl IntoView {
    let link = view! { <a class="card__link" href=href>{title.view()}</a> };
    let heading = if under_title { view! { <h2>{link}</h2> }.into_any() } else { view! { <h3>{link}</h3> }.into_any() };
    view! {
        <li>
            <article class=if strong { "card card--strong" } else { "card" }>
                {heading}
                {children.view()}
            </article>
        </li>
    }
}

/// Nothing here yet, and what can be done about it.
#[component]
pub fn Empty(#[prop(into)] title: Words, children: Inner) -> impl IntoView {
    view! {
        <div class="empty">
            <p class="empty__title">{title.view()}</p>
            {children.view()}
        </div>
    }
}

/// How far a form is: in words, and as a row of pieces for who looks.
#[component]
pub fn Progress(
    /// "Question 2 of 5".
    #[prop(into)]
    words: String,
    at: usize,
    of: usize,
) -> impl IntoView {
    let pieces: Vec<_> = (1..=of).map(|piece| view! { <li class=(piece <= at).then_some("is-done")></li> }).collect();
    view! {
        <div class="progress">
            <p class="progress__words">{words}</p>
            <ol class="progress__track" aria-hidden="true">{pieces}</ol>
        </div>
    }
}

/// What happens next, in order.
#[component]
pub fn NextSteps(steps: Vec<AnyView>) -> impl IntoView {
    let steps: Vec<_> = steps.into_iter().map(|step| view! { <li>{step}</li> }).collect();
    view! { <ol class="next-steps">{steps}</ol> }
}
