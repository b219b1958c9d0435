//! The first page of a poll: what somebody has to know before they answer, and the first question with it. Whoever comes
//! has something to answer as soon as the page is there. The Worker draws it; the program in the browser goes on from it.

use leptos::prelude::*;
use shared::ids::PollId;
use shared::paths::Page;
use shared::poll::Poll;
use shared::poll::fill::Filling;
use shared::text::Phrase;
use ui::{AnyView, Button, ButtonKind, IntoAny, Legend, Notice, PageHeader, Progress, Tone};

use super::parts::{Form, trouble};
use super::{corrections, question};
use crate::forms::MOVE;
use crate::forms::poll::carried;
use crate::state::{Context, PollForm};

/// Why we ask, how much the answers weigh and what it takes, then the first question.
pub(super) fn intro(context: &Context, page: &PollForm) -> AnyView {
    let intro = context.texts().poll_intro();
    let poll = &page.poll;
    let until = page.last_day.map(|day| context.date(day)).unwrap_or_default();
    let (influence, meaning) = (intro.influence)(poll.influence);
    let above =
        format!("{} – {}", context.texts().poll_check().above, intro.size_of(context.language, poll.steps_asked()));
    let start = match page.opens_on {
        Some(opens_on) => view! { <p>{intro.not_open_yet.with([&context.date(opens_on)])}</p> }.into_any(),
        None => first_question(context, page),
    };
    view! {
        <div class="page">
            {trouble(context, page.trouble.as_ref())}
            <PageHeader above=above title=context.words(&poll.title) lead=context.words(&poll.intro) />
            {page.opens_on.is_none().then(|| answered(context, &poll.id))}
            {for_whom(context, &page.for_areas, poll)}
            <div class="stack stack--tight">
                <p><strong>{influence} ":"</strong> " " {meaning}</p>
                <p class="soft">{intro.anonymous}</p>
            </div>
            {start}
            {corrections::corrections(context, &poll.questions, &page.corrections)}
            <section class="panel" aria-labelledby="influence-title">
                <h2 id="influence-title">{intro.what_for}</h2>
                <p>{intro.report_promise.with([&until])}</p>
            </section>
        </div>
    }
    .into_any()
}

/// The form of the first question, the same that its own step has. The ballot's id is made when it is sent: this page is
/// kept, and two readers of it are two ballots.
fn first_question(context: &Context, page: &PollForm) -> AnyView {
    let texts = context.texts();
    let poll = &page.poll;
    let filling = Filling::start();
    // A poll has a question.
    let Some(first) = poll.questions.first() else { return ().into_any() };
    let of = poll.steps(&filling.answers).len().saturating_sub(1);
    let skip = (!first.required)
        .then(|| view! { <Button kind=ButtonKind::Quiet name=MOVE value="skip">{texts.poll().skip}</Button> });
    view! {
        <Form action=context.url(&Page::Poll(&poll.id)) carried=carried(poll, &filling, None)>
            <Progress words=texts.poll().progress.with(["1", &of.to_string()]) at=1 of=of />
            {question::fields(context, first, &filling, Legend::Under)}
            <div class="actions">
                <Button name=MOVE value="forward">{texts.site().next}</Button>
                {skip}
            </div>
        </Form>
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
