//! The answers to a poll in a form: the fields that every kind of question has, and what they mean.
//!
//! A question's field is named as its answer in a request and in faults, `answers.<question>`. A statement, or one of
//! those to put in order, has a field of its own, `answers.<question>.<statement>`.

use std::collections::BTreeMap;

use shared::ids::{OptionId, QuestionId};
use shared::poll::{Answer, Answers, BatteryScale, Choice, Item, Poll, Question, QuestionKind};
use shared::text::Phrase;

use crate::fields::Fields;

/// The value of "no opinion" on a scale.
pub const NO_OPINION: &str = "none";
/// The field beside the options for what else is meant.
pub fn other_field(question: &Question<Phrase>) -> String {
    format!("{}.other", question.field())
}

/// The value of the button that moves one of those to put in order, which is also the end of its id.
pub fn shift_value(option: &OptionId, up: bool) -> String {
    format!("{}{option}", if up { UP } else { DOWN })
}

pub(super) const UP: &str = "up-";
pub(super) const DOWN: &str = "down-";

/// Reads what was filled in. Nothing is refused here: what does not fit stays as it is and is found by the rules.
pub fn read(poll: &Poll<Phrase>, fields: &Fields) -> Answers {
    let mut answers = Answers::new();
    for question in &poll.questions {
        if let Some(answer) = read_answer(question, fields) {
            answers.insert(question.id.clone(), answer);
        }
    }
    // Of a question that is not there the text is kept, so that its fault is found with the others.
    for name in fields.names() {
        let id = name.strip_prefix("answers.").and_then(|id| QuestionId::parse(id).ok());
        let unknown = id.filter(|id| !poll.questions.iter().any(|question| &question.id == id));
        let text = fields.text(name);
        if let Some(id) = unknown.filter(|id| !text.is_empty() && !answers.contains_key(id)) {
            answers.insert(id, Answer::Text(text));
        }
    }
    answers
}

// Maps are filled one by one: collecting one sorts first, and the code of sorting is 7 KB of the browser's program.
fn read_answer(question: &Question<Phrase>, fields: &Fields) -> Option<Answer> {
    let name = question.field();
    let typed = || fields.first(&name).filter(|text| !text.is_empty());
    let part = |item: &Item<Phrase>| Some(fields.text(&question.part_field(&item.id))).filter(|text| !text.is_empty());
    match &question.kind {
        QuestionKind::OneChoice { options } | QuestionKind::SeveralChoices { options, .. } => {
            let chosen: Vec<OptionId> = fields.all(&name).filter_map(|id| OptionId::parse(id).ok()).collect();
            match typed() {
                // What no option can be called is kept, so that its fault is found.
                Some(strange) if chosen.is_empty() => Some(Answer::Text(strange.to_owned())),
                _ => with_other(question, options, chosen, fields),
            }
        }
        QuestionKind::Scale { .. } => typed().map(read_number),
        QuestionKind::Battery { statements, scale } => {
            let mut given = BTreeMap::new();
            for statement in statements {
                let Some(value) = part(statement) else { continue };
                let answer = match scale {
                    BatteryScale::Options { .. } => OptionId::parse(&value).map_or(Answer::Text(value), Answer::Choice),
                    BatteryScale::Numbers { .. } => read_number(&value),
                };
                given.insert(statement.id.clone(), answer);
            }
            (!given.is_empty()).then_some(Answer::Battery(given))
        }
        QuestionKind::Ranking { options, .. } => {
            let mut given = BTreeMap::new();
            for option in options {
                // What is no number is a place that is not there, and is found as that.
                if let Some(place) = part(option).map(|value| value.parse().unwrap_or(0)) {
                    given.insert(option.id.clone(), place);
                }
            }
            (!given.is_empty()).then_some(Answer::Ranking(given))
        }
        QuestionKind::OpenText => typed().map(|text| Answer::Text(text.to_owned())),
    }
}

fn read_number(value: &str) -> Answer {
    if value == NO_OPINION {
        return Answer::NoOpinion;
    }
    value.parse().map_or_else(|_| Answer::Text(value.to_owned()), Answer::Scale)
}

/// What was chosen, with what else was meant. Whoever only types chooses "something else" by that.
fn with_other(
    question: &Question<Phrase>,
    options: &[Choice<Phrase>],
    mut chosen: Vec<OptionId>,
    fields: &Fields,
) -> Option<Answer> {
    if let Some(other) = options.iter().find(|option| option.other) {
        let text = fields.text(&other_field(question));
        if !text.trim().is_empty() {
            if chosen.is_empty() {
                chosen.push(other.id.clone());
            }
            return Some(Answer::Namely { options: chosen, text });
        }
    }
    match (&question.kind, chosen.first()) {
        (_, None) => None,
        (QuestionKind::OneChoice { .. }, Some(chosen)) => Some(Answer::Choice(chosen.clone())),
        _ => Some(Answer::Choices(chosen)),
    }
}

/// Those to put in order, in the order of the places they have now; what has none stands last, as in the poll.
pub fn in_order<'a>(options: &'a [Item<Phrase>], answer: Option<&Answer>) -> Vec<(&'a Item<Phrase>, Option<u8>)> {
    let place = |item: &Item<Phrase>| match answer {
        Some(Answer::Ranking(given)) => given.get(&item.id).copied(),
        _ => None,
    };
    let mut ordered: Vec<(&Item<Phrase>, Option<u8>)> = Vec::new();
    // By hand, because the code of sorting is large: what comes later in the poll goes before what has a later place.
    for item in options {
        let place = place(item);
        let before = |other: &Option<u8>| place.is_some_and(|place| other.is_none_or(|other| place < other));
        let at = ordered.iter().position(|(_, other)| before(other)).unwrap_or(ordered.len());
        ordered.insert(at, (item, place));
    }
    ordered
}

/// The places after one was moved. What had none gets the last place that is free.
pub fn shifted(options: &[Item<Phrase>], places: u8, answer: Option<&Answer>, option: &OptionId, up: bool) -> Answer {
    let ordered = in_order(options, answer).into_iter();
    let mut ranked: Vec<&OptionId> =
        ordered.filter(|(_, place)| place.is_some()).map(|(item, _)| &item.id).take(places.into()).collect();
    match ranked.iter().position(|id| *id == option) {
        Some(here) => {
            let there = if up { here.checked_sub(1) } else { here.checked_add(1) };
            if let Some(there) = there.filter(|there| *there < ranked.len()) {
                ranked.swap(here, there);
            }
        }
        None if up && ranked.len() < usize::from(places) => {
            ranked.extend(options.iter().map(|item| &item.id).filter(|id| *id == option));
        }
        None => {}
    }
    let mut given = BTreeMap::new();
    for (option, place) in ranked.into_iter().zip(1..) {
        given.insert(option.clone(), place);
    }
    Answer::Ranking(given)
}

/// An answer as the fields of a form.
pub fn written(question: &QuestionId, answer: &Answer) -> Vec<(String, String)> {
    let name = format!("answers.{question}");
    match answer {
        Answer::Battery(given) => {
            given.iter().flat_map(|(part, answer)| written_alone(&format!("{name}.{part}"), answer)).collect()
        }
        Answer::Ranking(given) => {
            given.iter().map(|(part, place)| (format!("{name}.{part}"), place.to_string())).collect()
        }
        answer => written_alone(&name, answer),
    }
}

/// An answer without parts, as the fields of a form.
fn written_alone(name: &str, answer: &Answer) -> Vec<(String, String)> {
    let mut pairs: Vec<_> = answer.options().map(|option| (name.to_owned(), option.to_string())).collect();
    match answer {
        Answer::Scale(value) => pairs.push((name.to_owned(), value.to_string())),
        Answer::NoOpinion => pairs.push((name.to_owned(), NO_OPINION.to_owned())),
        Answer::Text(text) => pairs.push((name.to_owned(), text.clone())),
        Answer::Namely { text, .. } => pairs.push((format!("{name}.other"), text.clone())),
        _ => {}
    }
    pairs
}
