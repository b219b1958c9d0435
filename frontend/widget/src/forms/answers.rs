//! The answers to a poll in a form: the fields that every kind of question has, and what they mean.
//!
//! A question's field is named as its answer in a request and in faults, `answers.<question>`. A statement, or one of
//! those to put in order, has a field of its own, `answers.<question>.<statement>`.

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
    let asked = poll.questions.iter();
    let mut answers: Answers = asked
        .filter_map(|question| {
            let answer = read_answer(question, fields)?;
            Some((question.id.clone(), answer))
        })
        .collect();
    // Of a question that is not there the text is kept, so that its fault is found with the others.
    for name in fields.names() {
        let id = name.strip_prefix("answers.").and_then(|id| QuestionId::parse(id).ok());
        let unknown = id.filter(|id| !poll.questions.iter().any(|question| &question.id == id));
        if let Some(id) = unknown.filter(|_| !fields.text(name).is_empty()) {
            answers.entry(id).or_insert_with(|| Answer::Text(fields.text(name)));
        }
    }
    answers
}

fn read_answer(question: &Question<Phrase>, fields: &Fields) -> Option<Answer> {
    let name = question.field();
    let typed = || fields.first(&name).filter(|text| !text.is_empty());
    let parts = |items: &[Item<Phrase>]| -> Vec<(OptionId, String)> {
        let part = |item: &Item<Phrase>| {
            let value = fields.text(&question.part_field(&item.id));
            (!value.is_empty()).then(|| (item.id.clone(), value))
        };
        items.iter().filter_map(part).collect()
    };
    match &question.kind {
        QuestionKind::OneChoice { options } => {
            let chosen = typed().map(|text| OptionId::parse(text).map_err(|_| Answer::Text(text.to_owned())));
            match chosen {
                Some(Err(strange)) => Some(strange),
                Some(Ok(chosen)) => Some(with_other(question, options, vec![chosen], fields)),
                None => Some(with_other(question, options, Vec::new(), fields)),
            }
            .filter(|answer| *answer != Answer::Choices(Vec::new()))
        }
        QuestionKind::SeveralChoices { options, .. } => {
            let chosen: Vec<_> = fields.all(&name).filter_map(|id| OptionId::parse(id).ok()).collect();
            let answer = with_other(question, options, chosen, fields);
            Some(answer).filter(|answer| *answer != Answer::Choices(Vec::new()))
        }
        QuestionKind::Scale { .. } => typed().map(read_number),
        QuestionKind::Battery { statements, scale } => {
            let read = |value: &str| match scale {
                BatteryScale::Options { .. } => {
                    OptionId::parse(value).map_or_else(|_| Answer::Text(value.to_owned()), Answer::Choice)
                }
                BatteryScale::Numbers { .. } => read_number(value),
            };
            let given = parts(statements);
            (!given.is_empty())
                .then(|| Answer::Battery(given.into_iter().map(|(id, value)| (id, read(&value))).collect()))
        }
        QuestionKind::Ranking { options, .. } => {
            let given = parts(options);
            // What is no number is a place that is not there, and is found as that.
            let place = |value: &str| value.parse().unwrap_or(0);
            (!given.is_empty())
                .then(|| Answer::Ranking(given.into_iter().map(|(id, value)| (id, place(&value))).collect()))
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
    mut options_chosen: Vec<OptionId>,
    fields: &Fields,
) -> Answer {
    let other = options.iter().find(|option| option.other);
    let text = other.map(|_| fields.text(&other_field(question))).filter(|text| !text.trim().is_empty());
    if let (Some(text), Some(other)) = (text, other) {
        if options_chosen.is_empty() {
            options_chosen.push(other.id.clone());
        }
        return Answer::Namely { options: options_chosen, text };
    }
    match (&question.kind, options_chosen.as_slice()) {
        (QuestionKind::OneChoice { .. }, [chosen]) => Answer::Choice(chosen.clone()),
        _ => Answer::Choices(options_chosen),
    }
}

/// Those to put in order, in the order of the places they have now; what has none stands last, as in the poll.
pub fn in_order<'a>(options: &'a [Item<Phrase>], answer: Option<&Answer>) -> Vec<(&'a Item<Phrase>, Option<u8>)> {
    let place = |item: &Item<Phrase>| match answer {
        Some(Answer::Ranking(given)) => given.get(&item.id).copied(),
        _ => None,
    };
    let mut ordered: Vec<_> = options.iter().map(|item| (item, place(item))).collect();
    ordered.sort_by_key(|(_, place)| place.unwrap_or(u8::MAX));
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
    Answer::Ranking(ranked.into_iter().cloned().zip(1..).collect())
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
