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
    let texts = context.texts().poll();
    let poll = &page.poll;
    let until = context.date(page.last_day);
    let (influence, meaning) = (texts.influence)(poll.influence);
    let start = if let Some(opens_on) = page.opens_on {
        view! { <p>{(texts.not_open_yet)(&context.date(opens_on))}</p> }.into_any()
    } else {
        view! {
            <Form action=context.url(&Page::Poll(&poll.id))>
                <div class="actions">
                    <Button name=MOVE value="start">{texts.start}</Button>
                    <span class="soft">{(texts.size)(poll.steps_asked())}</span>
                </div>
            </Form>
        }
        .into_any()
    };
    view! {
        <div class="page">
            {trouble(context, page.trouble.as_ref())}
            <PageHeader above=texts.above title=context.words(&poll.title) lead=context.words(&poll.intro) />
            {page.opens_on.is_none().then(|| answered(context, &poll.id))}
            {for_whom(context, &page.for_areas, poll)}
            {start}
            {corrections::corrections(context, &poll.questions, &page.corrections)}
            <section class="panel" aria-labelledby="influence-title">
                <h2 id="influence-title">{texts.what_for}</h2>
                <p><strong>{influence} ":"</strong> " " {meaning}</p>
                <p>{(texts.report_promise)(&until)}</p>
                <p class="soft">{texts.anonymous}</p>
            </section>
        </div>
    }
    .into_any()
}

/// For whom the poll is, and in which language, where that is not everybody's and not the page's.
fn for_whom(context: &Context, areas: &[String], poll: &Poll<Phrase>) -> Option<AnyView> {
    let texts = context.texts().poll();
    let audience = (!areas.is_empty()).then(|| view! { <p>{(texts.for_areas)(areas)}</p> });
    let other = (!poll.speaks(context.language)).then(|| view! { <p>{texts.other_language}</p> });
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
