//! Kinds of question.

use serde::{Deserialize, Serialize};

use crate::ids::{OptionId, QuestionId};
use crate::text::{Language, Localized, Phrase};

/// The most options one question may have: more do not fit on a phone.
pub const MAX_OPTIONS: usize = 30;
/// The most questions a poll may have: more take longer than a resident gives.
pub const MAX_QUESTIONS: usize = 40;

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
    pub kind: QuestionKind<T>,
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
    },
    OpenText,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Choice<T = Localized> {
    pub id: OptionId,
    pub text: T,
    /// "No opinion" and the like: a choice of its own, left out of shares of opinion.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub no_opinion: bool,
}

impl Question<Localized> {
    pub fn in_language(&self, language: Language) -> Question<Phrase> {
        let choices = |options: &[Choice]| {
            options
                .iter()
                .map(|option| Choice {
                    id: option.id.clone(),
                    text: option.text.in_language(language),
                    no_opinion: option.no_opinion,
                })
                .collect()
        };
        Question {
            id: self.id.clone(),
            text: self.text.in_language(language),
            help: self.help.as_ref().map(|help| help.in_language(language)),
            required: self.required,
            kind: match &self.kind {
                QuestionKind::OneChoice { options } => QuestionKind::OneChoice { options: choices(options) },
                QuestionKind::SeveralChoices { options, max } => {
                    QuestionKind::SeveralChoices { options: choices(options), max: *max }
                }
                QuestionKind::Scale { to, low, high } => {
                    QuestionKind::Scale { to: *to, low: low.in_language(language), high: high.in_language(language) }
                }
                QuestionKind::OpenText => QuestionKind::OpenText,
            },
        }
    }
}
