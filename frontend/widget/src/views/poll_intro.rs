//! What stands before the questions of a poll. The Worker draws it; the program in the browser begins with the first
//! question.

use leptos::prelude::*;
use shared::ids::PollId;
use shared::paths::Page;
use shared::poll::Poll;
use shared::text::Phrase;
use ui::{AnyView, Button, IntoAny, Notice, PageHeader, Tone};

use super::corrections;
use super::parts::{Form, trouble};
use crate::forms::MOVE;
use crate::state::{Context, PollForm};

/// Why we ask, how much the answers weigh, and what it takes.
pub(super) fn intro(context: &Context, page: &PollForm) -> AnyView {
    let intro = context.texts().poll_intro();
    let poll = &page.poll;
    let until = context.date(page.last_day);
    let (influence, meaning) = (intro.influence)(poll.influence);
    let start = if let Some(opens_on) = page.opens_on {
        view! { <p>{intro.not_open_yet.with([&context.date(opens_on)])}</p> }.into_any()
    } else {
        view! {
            <Form action=context.url(&Page::Poll(&poll.id))>
                <div class="actions">
                    <Button name=MOVE value="start">{intro.start}</Button>
                    <span class="soft">{intro.size_of(context.language, poll.steps_asked())}</span>
                </div>
            </Form>
        }
        .into_any()
    };
    view! {
        <div class="page">
            {trouble(context, page.trouble.as_ref())}
            <PageHeader above=context.texts().poll().above title=context.words(&poll.title) lead=context.words(&poll.intro) />
            {page.opens_on.is_none().then(|| answered(context, &poll.id))}
            {for_whom(context, &page.for_areas, poll)}
            {start}
            {corrections::corrections(context, &poll.questions, &page.corrections)}
            <section class="panel" aria-labelledby="influence-title">
                <h2 id="influence-title">{intro.what_for}</h2>
                <p><strong>{influence} ":"</strong> " " {meaning}</p>
                <p>{intro.report_promise.with([&until])}</p>
                <p class="soft">{intro.anonymous}</p>
            </section>
        </div>
    }
    .into_any()
}

/// For whom the poll is, and in which language, where that is not everybody's and not the page's.
fn for_whom(context: &Context, areas: &[String], poll: &Poll<Phrase>) -> Option<AnyView> {
    let texts = context.texts().poll_intro();
    let audience =
        (!areas.is_empty()).then(|| view! { <p>{texts.for_areas.with([&context.texts().listed(areas)])}</p> });
    let other = (poll.title.lang != context.language).then(|| view! { <p>{texts.other_language}</p> });
    (audience.is_some() || other.is_some())
        .then(|| view! { <Notice tone=Tone::Info>{audience} {other}</Notice> }.into_any())
}

/// That this device remembers an answer, and that somebody else may still give theirs. `answered.js` shows it.
fn answered(context: &Context, poll: &PollId) -> AnyView {
    let texts = context.texts().remember();
    let (before, after) = texts.on;
    view! {
        <div data-answered=poll.to_string() role="status" hidden=true>
            <Notice tone=Tone::Good title=texts.title>
                <p>{before} <time></time> {after} " " {texts.others}</p>
                <button type="button" class="button button--quiet" data-forget=texts.forgotten>{texts.forget}</button>
            </Notice>
        </div>
    }
    .into_any()
}
