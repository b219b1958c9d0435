//! The words of what is counted of a question, in one language: for pictures and tables alike.

use shared::poll::{BatteryScale, Choice, Question, QuestionKind};
use shared::tally::Row;
use shared::text::{Language, Phrase};
use ui::Words;

use super::shape::strength;
use crate::texts;

/// The words of a question's answers in one language.
#[derive(Debug, Clone, Copy)]
pub struct Labels<'a> {
    pub language: Language,
    pub question: &'a Question<Phrase>,
}

impl Labels<'_> {
    /// A phrase, marked when it is in another language.
    pub fn words(&self, phrase: &Phrase) -> Words {
        Words { text: phrase.text.clone(), lang: (phrase.lang != self.language).then(|| phrase.lang.tag()) }
    }

    /// The words of one line: an option, a value with the words of the ends, or a place.
    pub fn row(&self, row: &Row) -> Words {
        let texts = texts::of(self.language).poll();
        let option = |found: Option<&Phrase>| found.map(|text| self.words(text)).unwrap_or_default();
        match (row, &self.question.kind) {
            (
                Row::Option(id),
                QuestionKind::OneChoice { options }
                | QuestionKind::SeveralChoices { options, .. }
                | QuestionKind::Battery { scale: BatteryScale::Options { options }, .. },
            ) => option(options.iter().find(|option| &option.id == id).map(|option| &option.text)),
            (Row::Option(id), QuestionKind::Ranking { options, .. }) => {
                option(options.iter().find(|option| &option.id == id).map(|option| &option.text))
            }
            (Row::Value(place), QuestionKind::Ranking { .. }) => texts.place.with([&place.to_string()]).into(),
            (
                Row::Value(value),
                QuestionKind::Scale { to, low, high, .. }
                | QuestionKind::Battery { scale: BatteryScale::Numbers { to, low, high, .. }, .. },
            ) => {
                let end = match *value {
                    1 => Some(low),
                    last if last == *to => Some(high),
                    _ => None,
                };
                match end {
                    Some(end) => Words { text: format!("{value} – {}", end.text), ..self.words(end) },
                    None => value.to_string().into(),
                }
            }
            (Row::NoOpinion, _) => texts.no_opinion.into(),
            _ => Words::default(),
        }
    }

    /// The steps of a scale, or of what the statements of a battery are answered with, each with how strong its colour
    /// is.
    pub(super) fn steps(&self) -> Vec<(Words, u8)> {
        match &self.question.kind {
            QuestionKind::Scale { to, .. } | QuestionKind::Battery { scale: BatteryScale::Numbers { to, .. }, .. } => {
                let step = |value: u8| strength(usize::from(value).saturating_sub(1), usize::from(*to), true);
                (1..=*to).map(|value| (self.row(&Row::Value(value)), step(value))).collect()
            }
            QuestionKind::Battery { scale: BatteryScale::Options { options }, .. } => {
                let opinions: Vec<_> = options.iter().filter(|option| !option.no_opinion).collect();
                let of = opinions.len();
                let step =
                    |(step, option): (usize, &&Choice<Phrase>)| (self.words(&option.text), strength(step, of, false));
                opinions.iter().enumerate().map(step).collect()
            }
            _ => Vec::new(),
        }
    }
}
