//! The questions in the editor: each a block with its own buttons to move and remove it.

use leptos::prelude::*;
use ui::{Button, ButtonKind, LinkButton};

use super::BothField;
use super::draft::{Kind, PollDraft, QuestionDraft, moved};
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
            .map(|(place, question)| block(draft, question, place, count, submission))
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
                <Button kind=ButtonKind::Secondary behaviour="button" attr:id=field_id("questions") on:click=add>
                    {words.add_question}
                </Button>
                <LinkButton kind=ButtonKind::Quiet href=Page::Library.path() on:click=move |_| draft.look_in_library()>
                    {texts().library.from_editor}
                </LinkButton>
            </div>
        </section>
    }
    .into_any()
}

/// Makes something that outlives the page, as the draft does.
fn session_keep<T>(make: impl FnOnce() -> T) -> T {
    session().drafts.keep(make)
}

fn block(draft: PollDraft, question: QuestionDraft, place: usize, count: usize, submission: Submission) -> AnyView {
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
    let details = move || kind_view(question, &kind_path, &within, draft, submission);
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
fn kind_view(question: QuestionDraft, path: &str, within: &str, draft: PollDraft, submission: Submission) -> AnyView {
    let words = &texts().editor;
    match Kind::read(&question.kind.get()) {
        Kind::OpenText => ().into_any(),
        Kind::OneChoice => options_view(question, path, within, draft, submission),
        Kind::SeveralChoices => {
            let max = format!("{path}.max");
            view! {
                {options_view(question, path, within, draft, submission)}
                <LineField
                    name=max
                    label=words.max
                    hint=words.max_hint
                    value=question.max
                    submission
                    kind="number"
                    short=true
                    optional=true
                />
            }
            .into_any()
        }
        Kind::Scale => {
            let picks = vec![Pick::new("5", words.to_five), Pick::new("10", words.to_ten)];
            view! {
                <Radios name=format!("{path}.to") legend=words.to value=question.to submission picks inline=true />
                <BothField name=format!("{path}.low") label=words.low value=question.low submission within=within />
                <BothField name=format!("{path}.high") label=words.high value=question.high submission within=within />
            }
            .into_any()
        }
    }
}

fn options_view(
    question: QuestionDraft,
    path: &str,
    within: &str,
    draft: PollDraft,
    submission: Submission,
) -> AnyView {
    let words = &texts().editor;
    let path = format!("{path}.options");
    let group_id = field_id(&path);
    submission.name(&path, &format!("{within}, {}", words.options));
    let fault = submission.fault(&path);
    let rows_path = path.clone();
    let within = within.to_owned();
    let rows = move || {
        let options = question.options.get();
        let count = options.len();
        options
            .into_iter()
            .enumerate()
            .map(|(place, option)| {
                let name = (words.option)(place.saturating_add(1));
                let option_path = format!("{rows_path}.{place}");
                let shift = move |up: bool| {
                    question.options.update(|options| moved(options, place, up));
                    draft.touched.set(true);
                };
                let focus_path = rows_path.clone();
                let remove = move |_| {
                    question.options.update(|options| {
                        if place < options.len() {
                            options.remove(place);
                        }
                    });
                    draft.touched.set(true);
                    focus_soon(&field_id(&format!("{focus_path}.{}.text.nl", place.saturating_sub(1))));
                };
                let option_button = |label: String, short: &'static str, up: bool| {
                    let focus = format!(
                        "{rows_path}.{}.text.nl",
                        if up { place.saturating_sub(1) } else { place.saturating_add(1) }
                    );
                    view! {
                        <button
                            type="button"
                            class="button button--quiet small-button"
                            aria-label=label
                            on:click=move |_| {
                                shift(up);
                                focus_soon(&field_id(&focus));
                            }
                        >
                            {short}
                        </button>
                    }
                };
                view! {
                    <li class="option-row">
                        <BothField name=format!("{option_path}.text") label=name.clone() value=option.text submission within=within.clone() />
                        <div class="option-row__rest">
                            <label class="switch">
                                <input
                                    type="checkbox"
                                    id=field_id(&format!("{option_path}.noOpinion"))
                                    prop:checked=option.no_opinion
                                    on:change:target=move |event| option.no_opinion.set(event.target().checked())
                                />
                                {words.no_opinion}
                            </label>
                            <div class="question-block__moves">
                                {(place > 0).then(|| option_button((words.up)(&name), words.up_short, true))}
                                {(place.saturating_add(1) < count)
                                    .then(|| option_button((words.down)(&name), words.down_short, false))}
                                <button
                                    type="button"
                                    class="button button--quiet small-button"
                                    aria-label=(words.remove)(&name)
                                    on:click=remove
                                >
                                    {words.remove_short}
                                </button>
                            </div>
                        </div>
                    </li>
                }
            })
            .collect::<Vec<_>>()
    };
    let add_path = path.clone();
    let add = move |_| {
        session_keep(|| question.add_option());
        draft.touched.set(true);
        let last = question.options.with_untracked(Vec::len).saturating_sub(1);
        focus_soon(&field_id(&format!("{add_path}.{last}.text.nl")));
    };
    view! {
        <fieldset class="field options">
            <legend class="field__legend field__label">{words.options}</legend>
            {move || fault.get().map(|message| view! { <p class="field__error">{message}</p> })}
            <ol class="option-rows">{rows}</ol>
            <button type="button" class="button button--secondary" id=group_id on:click=add>
                {words.add_option}
            </button>
        </fieldset>
    }
    .into_any()
}
