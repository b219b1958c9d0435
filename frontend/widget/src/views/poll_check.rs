//! Behind the questions of a poll: where somebody lives, everything once more, and a poll that closed meanwhile. The Worker
//! draws them.

use leptos::prelude::*;
use shared::area::Area;
use shared::ids::AreaId;
use shared::paths::Page;
use shared::poll::fill::{Filling, Step};
use shared::poll::{Answer, BatteryScale, Question, QuestionKind};
use shared::text::Phrase;
use ui::{
    AnyView, Button, ButtonKind, Choice, ChoiceItem, Choices, IntoAny, Legend, LinkButton, Notice, PageHeader,
    SummaryList, SummaryRow, Tone, Words,
};

use super::parts::{Form, Waiting, fault_of, field_id, privacy, trouble};
use super::question::is_chosen;
use super::{places, postcode};
use crate::forms::MOVE;
use crate::forms::answers::in_order;
use crate::forms::poll::{AREA, carried, jump_value};
use crate::state::{Context, PollForm, Trouble};

/// In which area somebody lives.
pub(super) fn area(context: &Context, page: &PollForm, filling: &Filling) -> AnyView {
    let texts = context.texts().poll_check();
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
pub(super) fn check(context: &Context, page: &PollForm, filling: &Filling) -> AnyView {
    let texts = context.texts();
    let poll = &page.poll;
    if let Some(Trouble::Ended { title, detail }) = &page.trouble {
        return ended(context, page, filling, title, detail);
    }
    let written: Vec<&str> = filling.answers.values().filter_map(Answer::written).collect();
    let rows = rows(context, page, filling, true);
    let last = poll.steps(&filling.answers).len();
    view! {
        <div class="page">
            {trouble(context, page.trouble.as_ref())}
            <PageHeader above=texts.poll_check().check_above title=texts.poll_check().check lead=texts.poll_check().check_lead />
            {privacy(context, texts.poll_check().privacy_text, &written)}
            <Form action=context.url_from_step(&Page::Poll(&poll.id), last) carried=carried(poll, filling, page.ballot_id.as_ref())>
                <SummaryList rows=rows />
                <p class="soft">{texts.poll_check().send_note}</p>
                <div class="actions">
                    <Button name=MOVE value="send">{texts.poll_check().send}</Button>
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
            value: answer(context, question, filling.answers.get(&question.id)),
            change: change(Step::Question(place), &question.text.text),
        })
        .collect();
    if poll.asks_area {
        let value = filling
            .area_id
            .as_ref()
            .map_or_else(|| texts.poll_check().area_none.to_owned(), |id| places::area_name(&page.areas, id));
        rows.push(SummaryRow {
            label: texts.poll_check().area.into(),
            value: value.into_any(),
            change: change(Step::Area, texts.poll_check().area),
        });
    }
    rows
}

/// The poll closed before the answers were sent: when that was, what was filled in, and what can still be done.
fn ended(context: &Context, page: &PollForm, filling: &Filling, title: &str, detail: &str) -> AnyView {
    let (texts, too_late) = (context.texts().poll_check(), context.texts().too_late());
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

/// What is sent of a question, in words.
fn answer(context: &Context, question: &Question<Phrase>, answer: Option<&Answer>) -> AnyView {
    // What does not fit yet is shown as it was filled in; sending it leads back to it.
    let read = question.read(answer);
    let sent = read.as_ref().map_or(answer, Option::as_ref);
    if let (QuestionKind::OpenText, Some(Answer::Text(text))) = (&question.kind, sent)
        && !text.trim().is_empty()
    {
        // People write in a language of their own, on whichever page.
        return view! { <div dir="auto">{text.clone()}</div> }.into_any();
    }
    let mut lines = sent.map(|answer| words(context, &question.kind, answer)).unwrap_or_default();
    if lines.len() > 1 {
        let lines: Vec<_> = lines.into_iter().map(|line| view! { <li>{line.view()}</li> }).collect();
        return view! { <ul>{lines}</ul> }.into_any();
    }
    match lines.pop() {
        Some(line) => line.view().into_any(),
        None => view! { <span class="soft">{context.texts().poll_check().skipped}</span> }.into_any(),
    }
}

/// An answer line by line.
fn words(context: &Context, kind: &QuestionKind<Phrase>, answer: &Answer) -> Vec<Words> {
    let texts = context.texts().poll();
    let mut lines = Vec::new();
    match (kind, answer) {
        (QuestionKind::OneChoice { options } | QuestionKind::SeveralChoices { options, .. }, answer) => {
            for option in options.iter().filter(|option| is_chosen(Some(answer), &option.id)) {
                let mut line = context.words(&option.text);
                if let Answer::Namely { text, .. } = answer
                    && option.other
                {
                    line.text = format!("{}: {text}", line.text);
                }
                lines.push(line);
            }
        }
        (QuestionKind::Scale { to, .. }, answer) => lines.extend(number(context, *to, answer).map(Words::from)),
        (QuestionKind::Battery { statements, scale }, Answer::Battery(given)) => {
            for statement in statements {
                let answer = given.get(&statement.id);
                let words = match scale {
                    BatteryScale::Options { options } => {
                        let chosen = options.iter().find(|option| is_chosen(answer, &option.id));
                        chosen.map(|option| option.text.text.clone())
                    }
                    BatteryScale::Numbers { to, .. } => answer.and_then(|answer| number(context, *to, answer)),
                };
                let answer = words.unwrap_or_else(|| context.texts().poll_check().skipped.to_owned());
                let mut line = context.words(&statement.text);
                line.text = format!("{} – {answer}", line.text);
                lines.push(line);
            }
        }
        (QuestionKind::Ranking { options, .. }, _) => {
            for (item, place) in in_order(options, Some(answer)) {
                let Some(place) = place else { continue };
                let mut line = context.words(&item.text);
                line.text = format!("{}: {}", texts.place.with([&place.to_string()]), line.text);
                lines.push(line);
            }
        }
        _ => {}
    }
    lines
}

fn number(context: &Context, to: u8, answer: &Answer) -> Option<String> {
    let texts = context.texts().poll();
    match answer {
        Answer::Scale(value) => {
            Some(context.texts().poll_check().scale_answer.with([&value.to_string(), &to.to_string()]))
        }
        Answer::NoOpinion => Some(texts.no_opinion.to_owned()),
        _ => None,
    }
}
