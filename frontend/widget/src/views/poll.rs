//! A poll that is open: the introduction, one question per step, the check page.

use leptos::prelude::*;
use shared::area::{Area, AreaKind, lies_within};
use shared::ids::AreaId;
use shared::paths::Page;
use shared::poll::fill::{Filling, Step};
use shared::poll::{Answer, Poll, Question, QuestionKind};
use shared::text::Phrase;
use ui::{
    Button, ButtonKind, Choice, ChoiceItem, ChoiceKind, Choices, Notice, PageHeader, Progress, Scale, SummaryList,
    SummaryRow, TextArea, Tone, Words,
};

use super::corrections;
use super::parts::{Form, Waiting, fault_of, fault_summary, field_id, trouble};
use super::places;
use crate::forms::MOVE;
use crate::forms::poll::{AREA, answer_field, carried, jump_value};
use crate::state::{Context, PollForm};

pub(super) fn poll(context: &Context, page: &PollForm) -> AnyView {
    match &page.filling {
        Some(filling) => filled(context, page, filling),
        None => intro(context, page),
    }
}

/// Why we ask, how much the answers weigh, and what it takes.
fn intro(context: &Context, page: &PollForm) -> AnyView {
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
                    <span class="soft">{(context.texts().home().size)(poll.questions.len())}</span>
                </div>
            </Form>
        }
        .into_any()
    };
    view! {
        <div class="page">
            {trouble(context, page.trouble.as_ref())}
            <PageHeader above=texts.above title=context.words(&poll.title) lead=context.words(&poll.intro) />
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
    let steps = poll.steps();
    let at = steps.iter().position(|step| *step == filling.step).unwrap_or(0).saturating_add(1);
    let of = steps.len().saturating_sub(1);
    let (field, optional) = match filling.step {
        Step::Question(place) => match poll.questions.get(place) {
            Some(asked) => (question(context, asked, filling), !asked.required),
            None => return check(context, page, filling),
        },
        Step::Area | Step::Check => (area(context, page, filling), false),
    };
    // The first question's way back is the introduction, a page of its own.
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
            {fault_summary(context, &filling.faults, field_id)}
            <div class="stack">
                <p class="page-header__above">{context.words(&poll.title).view()}</p>
                <Progress words=(texts.poll().progress)(at, of) at=at of=of />
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

fn question(context: &Context, question: &Question<Phrase>, filling: &Filling) -> AnyView {
    let texts = context.texts();
    let name = answer_field(&question.id);
    let id = field_id(&name);
    let error = fault_of(context, &filling.faults, &name);
    let answer = filling.answers.get(&question.id);
    let legend = context.words(&question.text);
    let optional = (!question.required).then(|| texts.site().optional.to_owned());
    let help = question.help.as_ref().map(|help| context.words(help));
    match &question.kind {
        QuestionKind::OneChoice { options } => {
            let chosen = |id| matches!(answer, Some(Answer::Choice(chosen)) if chosen == id);
            let choices = options
                .iter()
                .map(|option| {
                    Choice::new(option.id.to_string(), context.words(&option.text), chosen(&option.id)).into()
                })
                .collect();
            view! {
                <Choices id=id name=name legend=legend nostrip:hint=help nostrip:error=error nostrip:optional=optional choices=choices large=true />
            }
            .into_any()
        }
        QuestionKind::SeveralChoices { options, max } => {
            let chosen = |id| matches!(answer, Some(Answer::Choices(chosen)) if chosen.contains(id));
            let choices = options
                .iter()
                .map(|option| {
                    Choice::new(option.id.to_string(), context.words(&option.text), chosen(&option.id)).into()
                })
                .collect();
            let rule = max.map_or_else(|| texts.poll().choose_several.to_owned(), texts.poll().choose_at_most);
            let hint = match help {
                Some(help) => Words { text: format!("{} {rule}", help.text), ..help },
                None => rule.into(),
            };
            view! {
                <Choices id=id name=name kind=ChoiceKind::Several legend=legend hint=hint nostrip:error=error nostrip:optional=optional choices=choices large=true />
            }
            .into_any()
        }
        QuestionKind::Scale { to, low, high } => {
            let chosen = match answer {
                Some(Answer::Scale(value)) => Some(*value),
                _ => None,
            };
            view! {
                <Scale id=id name=name legend=legend nostrip:hint=help nostrip:error=error nostrip:optional=optional to=*to low=context.words(low) high=context.words(high) chosen=chosen large=true />
            }
            .into_any()
        }
        QuestionKind::OpenText => {
            let typed = match answer {
                Some(Answer::Text(text)) => text.clone(),
                _ => String::new(),
            };
            let hint = help.unwrap_or_else(|| texts.poll().text_hint.into());
            view! {
                <TextArea id=id name=name label=legend hint=hint nostrip:error=error nostrip:optional=optional value=typed large=true />
            }
            .into_any()
        }
    }
}

fn area(context: &Context, page: &PollForm, filling: &Filling) -> AnyView {
    let texts = context.texts().poll();
    let poll = &page.poll;
    let meant = |id: &AreaId| {
        poll.area_ids.is_empty() || poll.area_ids.iter().any(|within| lies_within(&page.areas, id, within))
    };
    let offered = |area: &Area| area.kind != AreaKind::Wijk && meant(&area.id);
    let chosen = filling.area_id.as_ref();
    let mut choices = places::areas(context, &page.areas, chosen, false, offered);
    choices.push(ChoiceItem::One(Choice::new("", texts.area_none, false)));
    view! {
        <Choices
            id=field_id(AREA)
            name=AREA
            legend=texts.area
            hint=texts.area_hint
            nostrip:error=fault_of(context, &filling.faults, AREA)
            choices=choices
            large=true
        />
    }
    .into_any()
}

/// Everything once more, with a way back to each answer.
fn check(context: &Context, page: &PollForm, filling: &Filling) -> AnyView {
    let texts = context.texts();
    let poll = &page.poll;
    let change = |step: Step, label: &str| {
        view! {
            <Button kind=ButtonKind::Quiet name=MOVE value=jump_value(step)>
                {texts.site().change}
                <span class="visually-hidden">" " {label.to_owned()}</span>
            </Button>
        }
        .into_any()
    };
    let mut rows: Vec<_> = poll
        .questions
        .iter()
        .enumerate()
        .map(|(place, question)| SummaryRow {
            label: context.words(&question.text),
            value: answer_words(context, question, filling.answers.get(&question.id)),
            change: Some(change(Step::Question(place), &question.text.text)),
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
            change: Some(change(Step::Area, texts.poll().area)),
        });
    }
    view! {
        <div class="page">
            {trouble(context, page.trouble.as_ref())}
            <PageHeader above=texts.poll().check_above title=texts.poll().check lead=texts.poll().check_lead />
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

fn answer_words(context: &Context, question: &Question<Phrase>, answer: Option<&Answer>) -> AnyView {
    let texts = context.texts().poll();
    match (&question.kind, answer) {
        (QuestionKind::OneChoice { options } | QuestionKind::SeveralChoices { options, .. }, Some(answer)) => {
            let chosen = |id| match answer {
                Answer::Choice(chosen) => chosen == id,
                Answer::Choices(chosen) => chosen.contains(id),
                _ => false,
            };
            let chosen: Vec<_> = options.iter().filter(|option| chosen(&option.id)).collect();
            match chosen.as_slice() {
                [] => texts.skipped.into_any(),
                [one] => context.words(&one.text).view().into_any(),
                several => {
                    let lines: Vec<_> =
                        several.iter().map(|option| view! { <li>{context.words(&option.text).view()}</li> }).collect();
                    view! { <ul>{lines}</ul> }.into_any()
                }
            }
        }
        (QuestionKind::Scale { to, .. }, Some(Answer::Scale(value))) => (texts.scale_answer)(*value, *to).into_any(),
        (QuestionKind::OpenText, Some(Answer::Text(text))) if !text.trim().is_empty() => text.clone().into_any(),
        _ => view! { <span class="soft">{texts.skipped}</span> }.into_any(),
    }
}
