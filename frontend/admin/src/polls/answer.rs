//! One question on the page where an official enters answers for somebody.

use leptos::prelude::*;
use shared::ids::{OptionId, QuestionId};
use shared::poll::ballot::OTHER_TEXT;
use shared::poll::{Answer, Answers, BatteryScale, Choice, Item, Question, QuestionKind};
use shared::text::{Localized, RESIDENT_TEXT};

use super::ballot::BallotDraft;
use super::dutch;
use crate::form::{Submission, field_id};
use crate::texts::texts;

pub(super) fn question_view(
    draft: BallotDraft,
    question: &Question,
    place: usize,
    count: usize,
    submission: Submission,
) -> AnyView {
    let (words, form) = (&texts().ballot, &texts().form);
    let name = question.field();
    let id = field_id(&name);
    let number = (words.question)(place.saturating_add(1), count);
    submission.name(&name, &number);
    let fault = submission.fault(&name);
    let (hint_id, error_id) = (format!("{id}-hint"), format!("{id}-error"));
    let needed = (!question.required).then(|| view! { <span class="field__optional">" " {form.optional}</span> });
    let hint = match &question.kind {
        QuestionKind::SeveralChoices { max: Some(max), .. } => (words.several_at_most)(*max),
        QuestionKind::SeveralChoices { max: None, .. } => words.several.to_owned(),
        QuestionKind::Ranking { places, .. } => (words.ranking)(*places),
        _ => String::new(),
    };
    let described_by = {
        let (hint, hint_id, error_id) = (!hint.is_empty(), hint_id.clone(), error_id.clone());
        move || {
            let error = fault.with(Option::is_some).then(|| error_id.clone());
            let hint = hint.then(|| hint_id.clone());
            let ids: Vec<String> = error.into_iter().chain(hint).collect();
            (!ids.is_empty()).then(|| ids.join(" "))
        }
    };
    let fields = fields(draft, question, &id, &number, submission);
    let class = move || if fault.with(Option::is_some) { "field field--invalid" } else { "field" };
    view! {
        <fieldset class=class aria-describedby=described_by>
            <legend class="field__legend field__label" id=format!("{id}-legend")>
                <span class="soft">{number}</span>
                " "
                {dutch(&question.text)}
                {needed}
            </legend>
            {(!hint.is_empty()).then(|| view! { <p class="field__hint" id=hint_id>{hint}</p> })}
            {move || fault.get().map(|message| view! { <p class="field__error" id=error_id.clone()>{message}</p> })}
            {fields}
        </fieldset>
    }
    .into_any()
}

fn fields(draft: BallotDraft, question: &Question, id: &str, number: &str, submission: Submission) -> AnyView {
    let whole = Target { draft, question: question.id.clone(), statement: None };
    match &question.kind {
        QuestionKind::OneChoice { options } => view! {
            {radios(&whole, id, choices(options), false, question.required)}
            {other_field(draft, question, id, options, false)}
        }
        .into_any(),
        QuestionKind::SeveralChoices { options, .. } => view! {
            {check_boxes(draft, question, id, options)}
            {other_field(draft, question, id, options, true)}
        }
        .into_any(),
        QuestionKind::Scale { to, low, high, no_opinion } => {
            radios(&whole, id, numbers(*to, low, high, *no_opinion), true, question.required)
        }
        QuestionKind::Battery { statements, scale } => {
            let groups: Vec<_> = statements
                .iter()
                .map(|statement| {
                    let target = Target { statement: Some(statement.id.clone()), ..whole.clone() };
                    let picks = match scale {
                        BatteryScale::Options { options } => choices(options),
                        BatteryScale::Numbers { to, low, high, no_opinion } => numbers(*to, low, high, *no_opinion),
                    };
                    let name = question.part_field(&statement.id);
                    statement_view(&target, statement, &name, picks, (number, question.required), submission)
                })
                .collect();
            groups.into_any()
        }
        QuestionKind::Ranking { options, places } => places_view(draft, question, id, options, *places),
        QuestionKind::OpenText => text_area(draft, question, id),
    }
}

fn choices(options: &[Choice]) -> Vec<(Answer, String)> {
    options.iter().map(|option| (Answer::Choice(option.id.clone()), dutch(&option.text))).collect()
}

fn numbers(to: u8, low: &Localized, high: &Localized, no_opinion: bool) -> Vec<(Answer, String)> {
    let label = |value: u8| match value {
        1 => format!("1 – {}", dutch(low)),
        last if last == to => format!("{last} – {}", dutch(high)),
        value => value.to_string(),
    };
    let numbers = (1..=to).map(|value| (Answer::Scale(value), label(value)));
    let instead = no_opinion.then(|| (Answer::NoOpinion, texts().ballot.no_opinion.to_owned()));
    numbers.chain(instead).collect()
}

/// A statement of a battery with its own radio buttons.
fn statement_view(
    target: &Target,
    statement: &Item,
    name: &str,
    picks: Vec<(Answer, String)>,
    (number, required): (&str, bool),
    submission: Submission,
) -> AnyView {
    let id = field_id(name);
    let text = dutch(&statement.text);
    submission.name(name, &format!("{number}, {text}"));
    let fault = submission.fault(name);
    let error_id = format!("{id}-error");
    let described_by = {
        let error_id = error_id.clone();
        move || fault.with(Option::is_some).then(|| error_id.clone())
    };
    view! {
        <fieldset class="field" aria-describedby=described_by>
            <legend class="field__legend">{text}</legend>
            {move || fault.get().map(|message| view! { <p class="field__error" id=error_id.clone()>{message}</p> })}
            {radios(target, &id, picks, true, required)}
        </fieldset>
    }
    .into_any()
}

/// Where an answer is kept: of a question, or of one statement of a battery.
#[derive(Clone)]
struct Target {
    draft: BallotDraft,
    question: QuestionId,
    statement: Option<OptionId>,
}

impl Target {
    fn holds(&self, answer: Option<&Answer>) -> bool {
        self.draft.answers.with(|answers| held(answers, &self.question, self.statement.as_ref()).as_ref() == answer)
    }

    fn keep(&self, answer: Option<&Answer>) {
        self.draft.answers.update(|answers| keep(answers, &self.question, self.statement.as_ref(), answer));
    }
}

/// The answer that is kept. One choice is the same with and without what else was meant.
fn held(answers: &Answers, question: &QuestionId, statement: Option<&OptionId>) -> Option<Answer> {
    match (answers.get(question)?, statement) {
        (Answer::Battery(given), Some(statement)) => given.get(statement).cloned(),
        (Answer::Namely { options, .. }, None) => options.first().cloned().map(Answer::Choice),
        (answer, None) => Some(answer.clone()),
        (_, Some(_)) => None,
    }
}

fn keep(answers: &mut Answers, question: &QuestionId, statement: Option<&OptionId>, answer: Option<&Answer>) {
    let before = answers.remove(question);
    let after = match (before, statement, answer) {
        (before, Some(statement), answer) => {
            let mut given = match before {
                Some(Answer::Battery(given)) => given,
                _ => std::collections::BTreeMap::new(),
            };
            match answer {
                Some(answer) => given.insert(statement.clone(), answer.clone()),
                None => given.remove(statement),
            };
            (!given.is_empty()).then_some(Answer::Battery(given))
        }
        // What was typed beside "something else" stays until it is sent.
        (Some(Answer::Namely { text, .. }), None, Some(Answer::Choice(option))) => {
            Some(Answer::Namely { options: vec![option.clone()], text })
        }
        (_, None, answer) => answer.cloned(),
    };
    answers.extend(after.map(|answer| (question.clone(), answer)));
}

/// Radio buttons for one answer of several; an optional question can go back to no answer.
fn radios(target: &Target, id: &str, picks: Vec<(Answer, String)>, inline: bool, required: bool) -> AnyView {
    let none = (!required).then(|| (None, texts().ballot.no_answer.to_owned()));
    let rows: Vec<_> = picks
        .into_iter()
        .map(|(answer, label)| (Some(answer), label))
        .chain(none)
        .enumerate()
        .map(|(place, (answer, label))| {
            let own_id = if place == 0 { id.to_owned() } else { format!("{id}-{place}") };
            let (target, chosen) = (target.clone(), target.clone());
            let own = answer.clone();
            let checked = move || target.holds(own.as_ref());
            let choose = move |_| chosen.keep(answer.as_ref());
            view! {
                <div class="choice">
                    <input type="radio" id=own_id.clone() name=id.to_owned() prop:checked=checked on:change=choose />
                    <label for=own_id>{label}</label>
                </div>
            }
        })
        .collect();
    view! { <div class=if inline { "choices choices--inline" } else { "choices" }>{rows}</div> }.into_any()
}

fn check_boxes(draft: BallotDraft, question: &Question, id: &str, options: &[Choice]) -> AnyView {
    let rows: Vec<_> = options
        .iter()
        .enumerate()
        .map(|(place, option)| {
            let own_id = if place == 0 { id.to_owned() } else { format!("{id}-{place}") };
            let (question, changed) = (question.id.clone(), question.id.clone());
            let (own, toggled) = (option.id.clone(), option.id.clone());
            let checked = move || {
                draft.answers.with(|answers| {
                    answers.get(&question).is_some_and(|answer| answer.options().any(|chosen| *chosen == own))
                })
            };
            view! {
                <div class="choice">
                    <input
                        type="checkbox"
                        id=own_id.clone()
                        prop:checked=checked
                        on:change:target=move |event| {
                            let checked = event.target().checked();
                            draft.answers.update(|answers| toggle(answers, &changed, &toggled, checked));
                        }
                    />
                    <label for=own_id>{dutch(&option.text)}</label>
                </div>
            }
        })
        .collect();
    view! { <div class="choices">{rows}</div> }.into_any()
}

/// Puts an option among the chosen ones or takes it away; with none left the question is unanswered.
fn toggle(answers: &mut Answers, question: &QuestionId, option: &OptionId, chosen: bool) {
    let (mut options, text) = taken_apart(answers.remove(question));
    options.retain(|known| known != option);
    if chosen {
        options.push(option.clone());
    }
    if !options.is_empty() {
        answers.insert(question.clone(), put_together(options, text, true));
    }
}

fn taken_apart(answer: Option<Answer>) -> (Vec<OptionId>, String) {
    match answer {
        Some(Answer::Choice(option)) => (vec![option], String::new()),
        Some(Answer::Choices(options)) => (options, String::new()),
        Some(Answer::Namely { options, text }) => (options, text),
        _ => (Vec::new(), String::new()),
    }
}

fn put_together(options: Vec<OptionId>, text: String, several: bool) -> Answer {
    match options.as_slice() {
        _ if !text.is_empty() => Answer::Namely { options, text },
        [option] if !several => Answer::Choice(option.clone()),
        _ => Answer::Choices(options),
    }
}

/// A line for what else is meant, where an option asks for it. Typing there chooses that option when none is.
fn other_field(
    draft: BallotDraft,
    question: &Question,
    id: &str,
    options: &[Choice],
    several: bool,
) -> Option<AnyView> {
    let other = options.iter().find(|option| option.other)?;
    let own_id = format!("{id}-other");
    let label = (texts().ballot.other)(&dutch(&other.text));
    let (question, typed, other) = (question.id.clone(), question.id.clone(), other.id.clone());
    let value = move || draft.answers.with(|answers| taken_apart(answers.get(&question).cloned()).1);
    let input = move |text: String| {
        draft.answers.update(|answers| {
            let (mut options, _) = taken_apart(answers.remove(&typed));
            if options.is_empty() && !text.is_empty() {
                options.push(other.clone());
            }
            if !options.is_empty() {
                answers.insert(typed.clone(), put_together(options, text, several));
            }
        });
    };
    Some(
        view! {
            <div class="field">
                <label class="field__label" for=own_id.clone()>
                    {label}
                </label>
                <input
                    class="input"
                    type="text"
                    id=own_id
                    autocomplete="off"
                    maxlength=OTHER_TEXT.characters.to_string()
                    prop:value=value
                    on:input:target=move |event| input(event.target().value())
                />
            </div>
        }
        .into_any(),
    )
}

/// A place to choose for each of those to put in order.
fn places_view(draft: BallotDraft, question: &Question, id: &str, options: &[Item], places: u8) -> AnyView {
    let words = &texts().ballot;
    let rows: Vec<_> = options
        .iter()
        .enumerate()
        .map(|(row, item)| {
            let own_id = if row == 0 { id.to_owned() } else { format!("{id}-{row}") };
            let place_of = {
                let (question, item) = (question.id.clone(), item.id.clone());
                move || {
                    draft.answers.with(|answers| match answers.get(&question) {
                        Some(Answer::Ranking(given)) => given.get(&item).copied(),
                        _ => None,
                    })
                }
            };
            let (question, item_id) = (question.id.clone(), item.id.clone());
            let pick = move |value: String| {
                let place = value.parse().ok();
                draft.answers.update(|answers| give_place(answers, &question, &item_id, place));
            };
            let choices: Vec<_> = (1..=places)
                .map(|place| {
                    let place_of = place_of.clone();
                    let chosen = move || place_of() == Some(place);
                    view! { <option value=place.to_string() selected=chosen>{(words.place)(place)}</option> }
                })
                .collect();
            let none = move || place_of().is_none();
            view! {
                <div class="field">
                    <label for=own_id.clone()>{dutch(&item.text)}</label>
                    <select
                        class="input input--short select"
                        id=own_id
                        on:change:target=move |event| pick(event.target().value())
                    >
                        <option value="" selected=none>
                            {words.no_place}
                        </option>
                        {choices}
                    </select>
                </div>
            }
        })
        .collect();
    rows.into_any()
}

fn give_place(answers: &mut Answers, question: &QuestionId, item: &OptionId, place: Option<u8>) {
    let mut given = match answers.remove(question) {
        Some(Answer::Ranking(given)) => given,
        _ => std::collections::BTreeMap::new(),
    };
    match place {
        Some(place) => given.insert(item.clone(), place),
        None => given.remove(item),
    };
    if !given.is_empty() {
        answers.insert(question.clone(), Answer::Ranking(given));
    }
}

fn text_area(draft: BallotDraft, question: &Question, id: &str) -> AnyView {
    let (question, typed) = (question.id.clone(), question.id.clone());
    let value = move || {
        draft.answers.with(|answers| match answers.get(&question) {
            Some(Answer::Text(text)) => text.clone(),
            _ => String::new(),
        })
    };
    let input = move |text: String| {
        draft.answers.update(|answers| {
            if text.is_empty() {
                answers.remove(&typed);
            } else {
                answers.insert(typed.clone(), Answer::Text(text));
            }
        });
    };
    view! {
        <textarea
            class="textarea"
            id=id.to_owned()
            rows="3"
            maxlength=RESIDENT_TEXT.characters.to_string()
            aria-labelledby=format!("{id}-legend")
            prop:value=value
            on:input:target=move |event| input(event.target().value())
        ></textarea>
    }
    .into_any()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn question() -> QuestionId {
        QuestionId::parse("q").unwrap()
    }

    fn option(id: &str) -> OptionId {
        OptionId::parse(id).unwrap()
    }

    #[test]
    fn a_choice_can_be_taken_back() {
        let mut answers = Answers::new();
        toggle(&mut answers, &question(), &option("a"), true);
        toggle(&mut answers, &question(), &option("b"), true);
        toggle(&mut answers, &question(), &option("b"), true);
        assert_eq!(answers.get(&question()), Some(&Answer::Choices(vec![option("a"), option("b")])));
        toggle(&mut answers, &question(), &option("a"), false);
        toggle(&mut answers, &question(), &option("b"), false);
        assert!(answers.is_empty());
    }

    #[test]
    fn what_was_typed_beside_something_else_stays_with_another_choice() {
        let mut answers = Answers::new();
        let namely = |id: &str| Answer::Namely { options: vec![option(id)], text: "bankjes".into() };
        answers.insert(question(), namely("anders"));
        keep(&mut answers, &question(), None, Some(&Answer::Choice(option("a"))));
        assert_eq!(answers.get(&question()), Some(&namely("a")));
        assert_eq!(held(&answers, &question(), None), Some(Answer::Choice(option("a"))));
        keep(&mut answers, &question(), None, None);
        assert!(answers.is_empty());
    }

    #[test]
    fn statements_and_places_come_and_go_one_by_one() {
        let mut answers = Answers::new();
        keep(&mut answers, &question(), Some(&option("s")), Some(&Answer::Scale(3)));
        assert_eq!(held(&answers, &question(), Some(&option("s"))), Some(Answer::Scale(3)));
        keep(&mut answers, &question(), Some(&option("s")), None);
        assert!(answers.is_empty());
        give_place(&mut answers, &question(), &option("a"), Some(2));
        give_place(&mut answers, &question(), &option("a"), None);
        assert!(answers.is_empty());
    }
}
