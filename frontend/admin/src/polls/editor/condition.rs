//! On which earlier answer a question depends, in the editor.

use leptos::prelude::*;
use shared::ids::OptionId;

use super::draft::PollDraft;
use super::question_draft::{ConditionDraft, Kind, QuestionDraft};
use crate::form::{LineField, Pick, Select, SelectGroup, Submission, field_id};
use crate::texts::texts;

/// An earlier question that can be depended on.
#[derive(Clone, Copy)]
struct Earlier {
    question: QuestionDraft,
    place: usize,
}

/// Who is asked the question; nothing where no earlier question can decide that.
pub(super) fn view(
    draft: PollDraft,
    question: &QuestionDraft,
    place: usize,
    path: &str,
    within: &str,
    submission: Submission,
) -> AnyView {
    let condition = question.condition;
    let path = format!("{path}.condition");
    let within = within.to_owned();
    let name = format!("{path}.questionId");
    // The list writes into a signal of its own, so that another question clears what was wanted of the last.
    let picked = RwSignal::new(condition.question.get_untracked());
    Effect::new(move |_| {
        let picked = picked.get();
        if picked != condition.question.get_untracked() {
            condition.depend_on(picked);
        }
    });
    let select = move || {
        let earlier = earlier(draft, place);
        let chosen = condition.question.get();
        if earlier.is_empty() && chosen.is_empty() {
            return ().into_any();
        }
        let words = &texts().editor;
        let picks = earlier.iter().map(|earlier| {
            let text = earlier.question.text.nl.get();
            Pick::new(
                earlier.question.id.get_value().to_string(),
                (words.earlier)(earlier.place.saturating_add(1), &text),
            )
        });
        // One that cannot be depended on any more stays in the list until another is chosen.
        let known = earlier.iter().any(|earlier| earlier.question.id.get_value().as_str() == chosen);
        let lost = (!chosen.is_empty() && !known).then(|| Pick::new(chosen, words.earlier_lost));
        view! {
            <Select
                name=name.clone()
                label=words.condition
                hint=words.condition_hint
                value=picked
                submission
                groups=vec![SelectGroup::plain(picks.chain(lost).collect())]
                empty=words.everybody
                optional=true
            />
        }
        .into_any()
    };
    let wanted = move || {
        let chosen = condition.question.get();
        let earlier = earlier(draft, place);
        let found = earlier.into_iter().find(|earlier| earlier.question.id.get_value().as_str() == chosen)?;
        Some(wanted_view(condition, &found.question, &format!("{path}.is"), &within, submission))
    };
    view! { {select} {wanted} }.into_any()
}

/// The questions before this one that have options or a scale.
fn earlier(draft: PollDraft, place: usize) -> Vec<Earlier> {
    let questions = draft.questions.get();
    let may = |question: &QuestionDraft| {
        matches!(Kind::read(&question.kind.get()), Kind::OneChoice | Kind::SeveralChoices | Kind::Scale)
    };
    let before = questions.into_iter().take(place).enumerate();
    before.filter(|(_, question)| may(question)).map(|(place, question)| Earlier { question, place }).collect()
}

/// Which answers of the earlier question are wanted.
fn wanted_view(
    condition: ConditionDraft,
    earlier: &QuestionDraft,
    path: &str,
    within: &str,
    submission: Submission,
) -> AnyView {
    let words = &texts().editor;
    if Kind::read(&earlier.kind.get()) == Kind::Scale {
        let called = |label: &str| format!("{within}, {label}");
        return view! {
            <div class="side-by-side">
                <LineField
                    name=path
                    called=called(words.wanted_from)
                    label=words.wanted_from
                    value=condition.from
                    submission
                    kind="number"
                    short=true
                />
                <LineField
                    name=format!("{path}.to")
                    called=called(words.wanted_to)
                    label=words.wanted_to
                    value=condition.to
                    submission
                    kind="number"
                    short=true
                />
            </div>
        }
        .into_any();
    }
    submission.name(path, &format!("{within}, {}", words.wanted));
    let fault = submission.fault(path);
    let rows: Vec<AnyView> = earlier
        .options
        .rows
        .get()
        .into_iter()
        .enumerate()
        .map(|(row, option)| {
            let id = if row == 0 { field_id(path) } else { field_id(&format!("{path}.{row}")) };
            let (own, changed) = (option.id.get_value(), option.id.get_value());
            let label = move || {
                let text = option.text.nl.get();
                if text.trim().is_empty() { (texts().editor.option)(row.saturating_add(1)) } else { text }
            };
            let change = move |chosen: bool| condition.options.update(|options| set(options, &changed, chosen));
            view! {
                <div class="choice">
                    <input
                        type="checkbox"
                        id=id.clone()
                        prop:checked=move || condition.options.with(|options| options.contains(&own))
                        on:change:target=move |event| change(event.target().checked())
                    />
                    <label for=id>{label}</label>
                </div>
            }
            .into_any()
        })
        .collect();
    view! {
        <fieldset class="field">
            <legend class="field__legend field__label">{words.wanted}</legend>
            {move || fault.get().map(|message| view! { <p class="field__error">{message}</p> })}
            <div class="choices choices--inline">{rows}</div>
        </fieldset>
    }
    .into_any()
}

fn set(options: &mut std::collections::BTreeSet<OptionId>, option: &OptionId, chosen: bool) {
    if chosen {
        options.insert(option.clone());
    } else {
        options.remove(option);
    }
}
