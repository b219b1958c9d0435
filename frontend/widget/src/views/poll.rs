//! A poll that is open: one question per step, the check page.

use leptos::prelude::*;
use shared::area::Area;
use shared::ids::AreaId;
use shared::paths::Page;
use shared::poll::Answer;
use shared::poll::fill::{Filling, Step};
use ui::{
    AnyView, Button, ButtonKind, Choice, ChoiceItem, Choices, IntoAny, Legend, LinkButton, Notice, PageHeader,
    Progress, SummaryList, SummaryRow, Tone, Words,
};

use super::parts::{Form, Waiting, fault_of, field_id, named_fault_summary, privacy, trouble};
use super::{places, postcode, question};
use crate::forms::MOVE;
use crate::forms::poll::{AREA, carried, jump_value};
use crate::state::{Context, PollForm, Trouble};

pub(super) fn poll(context: &Context, page: &PollForm) -> AnyView {
    match &page.filling {
        Some(filling) => filled(context, page, filling),
        #[cfg(feature = "ssr")]
        None => super::poll_intro::intro(context, page),
        // The program in the browser begins behind the first page.
        #[cfg(not(feature = "ssr"))]
        None => ().into_any(),
    }
}

fn filled(context: &Context, page: &PollForm, filling: &Filling) -> AnyView {
    match filling.step {
        Step::Check => check(context, page, filling),
        Step::Question(_) | Step::Area => step(context, page, filling),
    }
}

/// One question, or the area.
fn step(context: &Context, page: &PollForm, filling: &Filling) -> AnyView {
    let texts = context.texts();
    let poll = &page.poll;
    let steps = poll.steps(&filling.answers);
    let at = steps.iter().position(|step| *step == filling.step).unwrap_or(0).saturating_add(1);
    let of = steps.len().saturating_sub(1);
    let (field, optional) = match filling.step {
        Step::Question(place) => match poll.questions.get(place) {
            Some(asked) => (question::fields(context, asked, filling, Legend::Heading), !asked.required),
            None => return check(context, page, filling),
        },
        Step::Area | Step::Check => (area(context, page, filling), false),
    };
    // Above the first question, the way back is the poll's first page, with the introduction.
    let back = if at > 1 || filling.changing {
        view! { <Button kind=ButtonKind::Secondary name=MOVE value="back">{texts.site().back}</Button> }.into_any()
    } else {
        view! { <a class="button button--secondary" href=context.url(&Page::Poll(&poll.id))>{texts.site().back}</a> }
            .into_any()
    };
    let skip =
        optional.then(|| view! { <Button kind=ButtonKind::Quiet name=MOVE value="skip">{texts.poll().skip}</Button> });
    view! {
        <div class="page">
            {trouble(context, page.trouble.as_ref())}
            {named_fault_summary(context, &filling.faults, field_id, |field| name_of(context, page, filling, field))}
            <div class="stack">
                <p class="page-header__above">{context.words(&poll.title).view()}</p>
                <Progress words=texts.poll().progress.with([&at.to_string(), &of.to_string()]) at=at of=of />
            </div>
            <Form action=context.url(&Page::Poll(&poll.id)) carried=carried(poll, filling, page.ballot_id.as_ref())>
                {field}
                <div class="actions">
                    <Button name=MOVE value="forward">{texts.site().next}</Button>
                    {back}
                    {skip}
                </div>
            </Form>
        </div>
    }
    .into_any()
}

/// The statement that a fault of this step is about.
fn name_of(context: &Context, page: &PollForm, filling: &Filling, field: &str) -> Option<Words> {
    let Step::Question(place) = filling.step else { return None };
    question::name_of(context, page.poll.questions.get(place)?, field)
}

fn area(context: &Context, page: &PollForm, filling: &Filling) -> AnyView {
    let texts = context.texts().poll();
    let poll = &page.poll;
    let named: Vec<&AreaId> = poll.areas_to_name(&page.areas).map(|area| &area.id).collect();
    let offered = |area: &Area| named.contains(&&area.id);
    let chosen = filling.area_id.as_ref();
    let mut choices = places::areas(&page.areas, chosen, None, offered);
    choices.push(ChoiceItem::One(Choice::new("", texts.area_none, false)));
    view! {
        {postcode::found(context, &page.lookup, &page.areas, chosen)}
        <Choices
            id=field_id(AREA)
            name=AREA
            legend=texts.area
            hint=texts.area_hint
            nostrip:error=fault_of(context, &filling.faults, AREA)
            choices=choices
            shown=Legend::Heading
        />
        {postcode::search(context, &page.lookup)}
    }
    .into_any()
}

/// Everything once more, with a way back to each answer.
fn check(context: &Context, page: &PollForm, filling: &Filling) -> AnyView {
    let texts = context.texts();
    let poll = &page.poll;
    if let Some(Trouble::Ended { title, detail }) = &page.trouble {
        return ended(context, page, filling, title, detail);
    }
    let written: Vec<&str> = filling.answers.values().filter_map(Answer::written).collect();
    let rows = rows(context, page, filling, true);
    view! {
        <div class="page">
            {trouble(context, page.trouble.as_ref())}
            <PageHeader above=texts.poll().check_above title=texts.poll().check lead=texts.poll().check_lead />
            {privacy(context, texts.poll().privacy_text, shared::privacy::find_by_form, &written)}
            <Form action=context.url(&Page::Poll(&poll.id)) carried=carried(poll, filling, page.ballot_id.as_ref())>
                <SummaryList rows=rows />
                <p class="soft">{texts.poll().send_note}</p>
                <div class="actions">
                    <Button name=MOVE value="send">{texts.poll().send}</Button>
                    <Button kind=ButtonKind::Secondary name=MOVE value="back">{texts.site().back}</Button>
                </div>
                <Waiting words=context.texts().site().waiting />
            </Form>
        </div>
    }
    .into_any()
}

/// What was filled in, with buttons to change it or without.
fn rows(context: &Context, page: &PollForm, filling: &Filling, changeable: bool) -> Vec<SummaryRow> {
    let texts = context.texts();
    let poll = &page.poll;
    let change = |step: Step, label: &str| {
        changeable.then(|| {
            view! {
                <Button kind=ButtonKind::Quiet name=MOVE value=jump_value(step)>
                    {texts.site().change}
                    <span class="visually-hidden">" " {label.to_owned()}</span>
                </Button>
            }
            .into_any()
        })
    };
    let asked = poll.questions.iter().zip(poll.asked(&filling.answers)).enumerate();
    let mut rows: Vec<_> = asked
        .filter(|(_, (_, asked))| *asked)
        .map(|(place, (question, _))| SummaryRow {
            label: context.words(&question.text),
            value: question::answer(context, question, filling.answers.get(&question.id)),
            change: change(Step::Question(place), &question.text.text),
        })
        .collect();
    if poll.asks_area {
        let value = filling
            .area_id
            .as_ref()
            .map_or_else(|| texts.poll().area_none.to_owned(), |id| places::area_name(&page.areas, id));
        rows.push(SummaryRow {
            label: texts.poll().area.into(),
            value: value.into_any(),
            change: change(Step::Area, texts.poll().area),
        });
    }
    rows
}

/// The poll closed before the answers were sent: when that was, what was filled in, and what can still be done.
fn ended(context: &Context, page: &PollForm, filling: &Filling, title: &str, detail: &str) -> AnyView {
    let (texts, too_late) = (context.texts().poll(), context.texts().too_late());
    let poll = &page.poll;
    view! {
        <div class="page">
            <Notice tone=Tone::Bad title=title announce="alert">
                <p><strong>{too_late.not_counted}</strong></p>
                <p>{detail.to_owned()}</p>
            </Notice>
            <PageHeader above=texts.above title=context.words(&poll.title) />
            <section class="page__section" aria-labelledby="filled-title">
                <h2 id="filled-title">{too_late.filled_in}</h2>
                <p>{too_late.filled_in_hint}</p>
                <SummaryList rows=rows(context, page, filling, false) />
            </section>
            <section class="panel" aria-labelledby="still-title">
                <h2 id="still-title">{too_late.can_still}</h2>
                <p>{too_late.can_read}</p>
                <p>{too_late.can_propose}</p>
                <div class="actions">
                    <LinkButton href=context.url(&Page::Poll(&poll.id))>{texts.to_poll}</LinkButton>
                    <LinkButton kind=ButtonKind::Secondary href=context.url(&Page::Propose)>{too_late.to_idea}</LinkButton>
                </div>
            </section>
        </div>
    }
    .into_any()
}
