//! A poll that is open: one question per step.

use leptos::prelude::*;
use shared::paths::Page;
use shared::poll::Question;
use shared::poll::fill::{Filling, Step};
use shared::text::Phrase;
use ui::{AnyView, Button, ButtonKind, IntoAny, Legend, Progress};

use super::parts::{Form, Waiting, field_id, named_fault_summary};
use super::{poll_check, question};
use crate::forms::MOVE;
use crate::forms::poll::carried;
use crate::state::{Context, PollForm};

/// Any page of it. A program draws the questions alone.
pub(super) fn poll(context: &Context, page: &PollForm) -> AnyView {
    match page.filling.as_ref().map(|filling| (filling, filling.step)) {
        #[cfg(feature = "ssr")]
        None => super::poll_intro::intro(context, page),
        #[cfg(not(feature = "ssr"))]
        None => super::nothing(),
        Some((filling, Step::Area)) => step(context, page, filling, (poll_check::area(context, page, filling), None)),
        Some((filling, _)) => question(context, page).unwrap_or_else(|| poll_check::check(context, page, filling)),
    }
}

/// What the document is called: where in the poll somebody is, and the poll.
pub(super) fn title(context: &Context, page: &PollForm) -> String {
    let poll = &page.poll.title.text;
    let step = page.filling.as_ref().map(|filling| (filling, filling.step));
    match step {
        None => poll.clone(),
        #[cfg(feature = "ssr")]
        Some((_, Step::Check)) => format!("{} – {poll}", context.texts().poll_check().check),
        Some((filling, _)) => format!("{} – {poll}", progress(context, page, filling).0),
    }
}

/// How far somebody is: in words, and which step of how many.
fn progress(context: &Context, page: &PollForm, filling: &Filling) -> (String, usize, usize) {
    let steps = page.poll.steps(&filling.answers);
    let at = steps.iter().position(|step| *step == filling.step).unwrap_or(0).saturating_add(1);
    let of = steps.len().saturating_sub(1);
    (context.texts().poll().progress.with([&at.to_string(), &of.to_string()]), at, of)
}

/// One question; none when it is not the step of one.
pub(super) fn question(context: &Context, page: &PollForm) -> Option<AnyView> {
    let filling = page.filling.as_ref()?;
    let Step::Question(place) = filling.step else { return None };
    let asked = page.poll.questions.get(place)?;
    Some(step(context, page, filling, (question::fields(context, asked, filling, Legend::Heading), Some(asked))))
}

/// The field of a step with everything around it, and the question that it is about.
fn step(
    context: &Context,
    page: &PollForm,
    filling: &Filling,
    (field, asked): (AnyView, Option<&Question<Phrase>>),
) -> AnyView {
    let texts = context.texts();
    let poll = &page.poll;
    let (words, at, of) = progress(context, page, filling);
    // Above the first question, the way back is the poll's first page, with the introduction.
    let back = if at > 1 || filling.changing {
        view! { <Button kind=ButtonKind::Secondary name=MOVE value="back">{texts.site().back}</Button> }.into_any()
    } else {
        view! { <a class="button button--secondary" href=context.url(&Page::Poll(&poll.id))>{texts.site().back}</a> }
            .into_any()
    };
    let optional = asked.is_some_and(|question| !question.required);
    let skip =
        optional.then(|| view! { <Button kind=ButtonKind::Quiet name=MOVE value="skip">{texts.poll().skip}</Button> });
    let name_of = |field: &str| question::name_of(context, asked?, field);
    view! {
        <div class="page">
            {named_fault_summary(context, &filling.faults, field_id, name_of)}
            <div class="stack">
                <p class="page-header__above">{context.words(&poll.title).view()}</p>
                <Progress words=words at=at of=of />
            </div>
            <Form action=context.url_from_step(&Page::Poll(&poll.id), at) carried=carried(poll, filling, page.ballot_id.as_ref())>
                {field}
                <div class="actions">
                    <Button name=MOVE value="forward">{texts.site().next}</Button>
                    {back}
                    {skip}
                </div>
                <Waiting words=texts.site().waiting />
            </Form>
        </div>
    }
    .into_any()
}
