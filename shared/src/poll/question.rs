//! Kinds of question.

use serde::{Deserialize, Serialize};

use crate::ids::{OptionId, QuestionId};
use crate::text::{Language, Localized, Phrase};

/// The most options one question may have: more do not fit on a phone.
pub const MAX_OPTIONS: usize = 30;
/// The most questions a poll may have: more take longer than a resident gives.
pub const MAX_QUESTIONS: usize = 40;
/// The most statements of one battery: more on one page are answered without reading.
pub const MAX_STATEMENTS: usize = 12;
/// The most that one question may ask to put in order: nobody compares more.
pub const MAX_RANKED: usize = 10;

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Question<T = Localized> {
    pub id: QuestionId,
    pub text: T,
    #[serde(default = "Option::default", skip_serializing_if = "Option::is_none")]
    pub help: Option<T>,
    /// Whether an answer is needed to go on.
    #[serde(default)]
    pub required: bool,
    /// Asked only of those who gave this answer to an earlier question; none asks everybody.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub condition: Option<Condition>,
    pub kind: QuestionKind<T>,
}

/// The answer to an earlier question on which a question depends.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Condition {
    pub question_id: QuestionId,
    pub is: Wanted,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", rename_all_fields = "camelCase")]
pub enum Wanted {
    /// One of these was chosen; of several choices at least one of these.
    Options(Vec<OptionId>),
    /// A value of the scale from `from` to `to`, both included.
    Values { from: u8, to: u8 },
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "type", rename_all = "camelCase", rename_all_fields = "camelCase", deny_unknown_fields)]
pub enum QuestionKind<T = Localized> {
    OneChoice {
        options: Vec<Choice<T>>,
    },
    SeveralChoices {
        options: Vec<Choice<T>>,
        /// How many may be chosen at most; none means all.
        #[serde(default = "Option::default", skip_serializing_if = "Option::is_none")]
        max: Option<u8>,
    },
    /// Whole numbers from 1 to `to`, with words at both ends.
    Scale {
        /// 5 or 10.
        to: u8,
        low: T,
        high: T,
        /// Whether "no opinion" may be chosen instead of a number.
        #[serde(default, skip_serializing_if = "std::ops::Not::not")]
        no_opinion: bool,
    },
    /// Several statements that are all answered on the same scale.
    Battery {
        statements: Vec<Item<T>>,
        scale: BatteryScale<T>,
    },
    /// The most important ones put in order, or all of them.
    Ranking {
        options: Vec<Item<T>>,
        /// How many are put in order: the places from 1 to this one are given, each once. What is not among them
        /// shares the places that are left.
        places: u8,
    },
    OpenText,
}

/// The answers that every statement of a battery can get.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "type", rename_all = "camelCase", rename_all_fields = "camelCase", deny_unknown_fields)]
pub enum BatteryScale<T = Localized> {
    /// Words: "helemaal eens" to "helemaal oneens".
    Options { options: Vec<Choice<T>> },
    /// Whole numbers from 1 to `to`, with words at both ends.
    Numbers {
        /// 5 or 10.
        to: u8,
        low: T,
        high: T,
        #[serde(default, skip_serializing_if = "std::ops::Not::not")]
        no_opinion: bool,
    },
}

/// A statement to judge, or one of those to put in order.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Item<T = Localized> {
    pub id: OptionId,
    pub text: T,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Choice<T = Localized> {
    pub id: OptionId,
    pub text: T,
    /// "No opinion" and the like: a choice of its own, left out of shares of opinion.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub no_opinion: bool,
    /// "Something else, namely": who chooses it may say in a line what.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub other: bool,
}

impl<T> Question<T> {
    /// The same question with every text made into another.
    pub fn map<U>(&self, text: &impl Fn(&T) -> U) -> Question<U> {
        Question {
            id: self.id.clone(),
            text: text(&self.text),
            help: self.help.as_ref().map(text),
            required: self.required,
            condition: self.condition.clone(),
            kind: self.kind.map(text),
        }
    }
}

impl<T> QuestionKind<T> {
    pub(super) fn map<U>(&self, text: &impl Fn(&T) -> U) -> QuestionKind<U> {
        match self {
            Self::OneChoice { options } => QuestionKind::OneChoice { options: choices(options, text) },
            Self::SeveralChoices { options, max } => {
                QuestionKind::SeveralChoices { options: choices(options, text), max: *max }
            }
            Self::Scale { to, low, high, no_opinion } => {
                QuestionKind::Scale { to: *to, low: text(low), high: text(high), no_opinion: *no_opinion }
            }
            Self::Battery { statements, scale } => QuestionKind::Battery {
                statements: items(statements, text),
                scale: match scale {
                    BatteryScale::Options { options } => BatteryScale::Options { options: choices(options, text) },
                    BatteryScale::Numbers { to, low, high, no_opinion } => {
                        BatteryScale::Numbers { to: *to, low: text(low), high: text(high), no_opinion: *no_opinion }
                    }
                },
            },
            Self::Ranking { options, places } => {
                QuestionKind::Ranking { options: items(options, text), places: *places }
            }
            Self::OpenText => QuestionKind::OpenText,
        }
    }
}

fn choices<T, U>(options: &[Choice<T>], text: &impl Fn(&T) -> U) -> Vec<Choice<U>> {
    let option = |option: &Choice<T>| Choice {
        id: option.id.clone(),
        text: text(&option.text),
        no_opinion: option.no_opinion,
        other: option.other,
    };
    options.iter().map(option).collect()
}

fn items<T, U>(items: &[Item<T>], text: &impl Fn(&T) -> U) -> Vec<Item<U>> {
    items.iter().map(|item| Item { id: item.id.clone(), text: text(&item.text) }).collect()
}

impl Question<Localized> {
    pub fn in_language(&self, language: Language) -> Question<Phrase> {
        self.map(&|text| text.in_language(language))
    }
}
