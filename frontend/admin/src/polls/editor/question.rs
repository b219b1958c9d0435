//! The questions in the editor: each a block with its own buttons to move and remove it.

use leptos::prelude::*;
use ui::{ButtonKind, Press};

use super::draft::{PollDraft, moved};
use super::options::May;
use super::question_draft::{Kind, NUMBERS, OptionList, QuestionDraft, WORDS};
use super::{BothField, condition, options};
use crate::address::Page;
use crate::form::{CheckBox, LineField, Pick, Radios, Submission, field_id};
use crate::navigation::focus_soon;
use crate::session::session;
use crate::texts::texts;

pub(super) fn list(draft: PollDraft, submission: Submission) -> AnyView {
    let words = &texts().editor;
    let add = move |_| {
        session_keep(|| draft.add_question());
        draft.touched.set(true);
        let last = draft.questions.with_untracked(Vec::len).saturating_sub(1);
        focus_soon(&field_id(&format!("questions.{last}.text.nl")));
    };
    let blocks = move || {
        let questions = draft.questions.get();
        let count = questions.len();
        let blocks: Vec<AnyView> = questions
            .into_iter()
            .enumerate()
            .map(|(place, question)| block(draft, &question, place, count, submission))
            .collect();
        blocks
    };
    let none = submission.fault("questions");
    view! {
        <section class="form" aria-labelledby="questions-title">
            <h2 id="questions-title">{words.questions}</h2>
            {move || none.get().map(|message| view! { <p class="field__error">{message}</p> })}
            <div class="question-blocks">{blocks}</div>
            <div class="actions">
                <Press kind=ButtonKind::Secondary attr:id=field_id("questions") act=add>
                    {words.add_question}
                </Press>
                <a class="button button--quiet" href=Page::Library.path() on:click=move |_| draft.look_in_library()>
                    {texts().library.from_editor}
                </a>
            </div>
        </section>
    }
    .into_any()
}

/// Makes something that outlives the page, as the draft does.
pub(super) fn session_keep<T>(make: impl FnOnce() -> T) -> T {
    session().drafts.keep(make)
}

fn block(draft: PollDraft, question: &QuestionDraft, place: usize, count: usize, submission: Submission) -> AnyView {
    let words = &texts().editor;
    let name = (words.question)(place.saturating_add(1));
    let path = format!("questions.{place}");
    let kinds =
        Kind::ALL.into_iter().map(|kind| Pick::new(kind.value(), (texts().polls.kind)(kind))).collect::<Vec<_>>();
    let shift = move |up: bool| {
        draft.questions.update(|questions| moved(questions, place, up));
        draft.touched.set(true);
        let target = if up { place.saturating_sub(1) } else { place.saturating_add(1) };
        // The button at the new place; at an edge it is gone, and the other one stands there.
        let at_edge = if up { target == 0 } else { target.saturating_add(1) >= count };
        focus_soon(&button_id(target, if at_edge { !up } else { up }));
    };
    let remove = move |_| {
        draft.questions.update(|questions| {
            if place < questions.len() {
                questions.remove(place);
            }
        });
        draft.touched.set(true);
        focus_soon(&field_id("questions"));
    };
    let kind_path = format!("{path}.kind");
    let within = name.clone();
    let asked = *question;
    let details = move || kind_view(&asked, &kind_path, &within, draft, submission);
    view! {
        <section class="question-block" aria-labelledby=format!("question-{place}")>
            <div class="question-block__head">
                <h3 id=format!("question-{place}")>{name.clone()}</h3>
                <div class="question-block__moves">
                    {(place > 0).then(|| move_button(place, true, (words.up)(&name), words.up_short, move || shift(true)))}
                    {(place.saturating_add(1) < count)
                        .then(|| move_button(place, false, (words.down)(&name), words.down_short, move || shift(false)))}
                    <button type="button" class="button button--quiet small-button" aria-label=(words.remove)(&name) on:click=remove>
                        {words.remove_short}
                    </button>
                </div>
            </div>
            <BothField name=format!("{path}.text") label=words.text value=question.text submission within=name.clone() />
            <BothField name=format!("{path}.help") label=words.help value=question.help submission within=name.clone() optional=true />
            <Radios name=format!("{path}.kind") legend=words.kind value=question.kind submission picks=kinds inline=true />
            {details}
            {condition::view(draft, question, place, &path, &name, submission)}
            <CheckBox name=format!("{path}.required") label=words.required value=question.required />
        </section>
    }
    .into_any()
}

fn button_id(place: usize, up: bool) -> String {
    format!("question-{place}-{}", if up { "up" } else { "down" })
}

fn move_button(place: usize, up: bool, label: String, short: &'static str, act: impl Fn() + 'static) -> AnyView {
    view! {
        <button
            type="button"
            class="button button--quiet small-button"
            id=button_id(place, up)
            aria-label=label
            on:click=move |_| act()
        >
            {short}
        </button>
    }
    .into_any()
}

/// What belongs to the kind of question that is chosen.
fn kind_view(question: &QuestionDraft, path: &str, within: &str, draft: PollDraft, submission: Submission) -> AnyView {
    let words = &texts().editor;
    let list = |list: OptionList, path: String, may: May| options::view(list, &path, within, may, draft, submission);
    let options_path = format!("{path}.options");
    match Kind::read(&question.kind.get()) {
        Kind::OpenText => ().into_any(),
        Kind::OneChoice => list(question.options, options_path, May::ANYTHING),
        Kind::SeveralChoices => view! {
            {list(question.options, options_path, May::ANYTHING)}
            <LineField
                name=format!("{path}.max")
                label=words.max
                hint=words.max_hint
                value=question.max
                submission
                kind="number"
                short=true
                optional=true
            />
        }
        .into_any(),
        Kind::Scale => numbers_view(question, path, within, submission),
        Kind::Battery => {
            let picks = vec![Pick::new(WORDS, words.with_words), Pick::new(NUMBERS, words.with_numbers)];
            let scale_path = format!("{path}.scale");
            let statements = list(question.statements, format!("{path}.statements"), May::STATEMENTS);
            let scale = if question.answered_with.with(|with| with == NUMBERS) {
                numbers_view(question, &scale_path, within, submission)
            } else {
                list(question.options, format!("{scale_path}.options"), May::NO_OPINION)
            };
            view! {
                {statements}
                <Radios
                    name=format!("{scale_path}.type")
                    legend=words.answered_with
                    value=question.answered_with
                    submission
                    picks
                    inline=true
                />
                {scale}
            }
            .into_any()
        }
        Kind::Ranking => view! {
            {list(question.options, options_path, May::NOTHING)}
            <LineField
                name=format!("{path}.places")
                label=words.places
                hint=words.places_hint
                value=question.places
                submission
                kind="number"
                short=true
            />
        }
        .into_any(),
    }
}

/// A scale of numbers with the words at its ends.
fn numbers_view(question: &QuestionDraft, path: &str, within: &str, submission: Submission) -> AnyView {
    let words = &texts().editor;
    let picks = vec![Pick::new("5", words.to_five), Pick::new("10", words.to_ten)];
    view! {
        <Radios name=format!("{path}.to") legend=words.to value=question.to submission picks inline=true />
        <BothField name=format!("{path}.low") label=words.low value=question.low submission within=within />
        <BothField name=format!("{path}.high") label=words.high value=question.high submission within=within />
        <CheckBox name=format!("{path}.noOpinion") label=words.number_no_opinion value=question.no_opinion />
    }
    .into_any()
}
