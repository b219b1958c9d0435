//! A poll: what is asked, of whom, with how much influence, and where it is in its life.
//!
//! A poll is generic over its texts: `Poll<Localized>` is what an editor makes and the database keeps,
//! `Poll<Phrase>` is what one resident sees in one language. The rules need neither.

pub mod question;

pub mod correction;
pub mod editing;
pub mod library;
pub mod life;

pub mod frozen;

pub mod background;
pub mod ballot;
pub mod condition;
pub mod fill;
pub mod written;

pub mod report;

pub mod short_code;

use serde::{Deserialize, Serialize};

pub use background::Background;
pub use ballot::{Answer, Answers};
pub use frozen::{Digest, FrozenPoll};
pub use life::PollLife;
pub use question::{BatteryScale, Choice, Condition, Item, Question, QuestionKind, Wanted};
pub use report::Report;
pub use short_code::ShortCode;

use crate::ids::{AreaId, PollId, TopicId};
use crate::text::{Language, Localized, Phrase};

/// How much the answers weigh; said before the first question.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub enum Influence {
    /// *Meeweten*: the municipality wants to know how things are.
    Inform,
    /// *Meedenken*: the answers weigh in what is decided, and the report says how.
    Advise,
    /// *Meebeslissen*: what most residents choose is done.
    Decide,
}

/// When residents may see the figures. Small groups stay hidden whenever that is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub enum ResultsVisible {
    #[default]
    AfterClosing,
    AfterAnswering,
    WithReport,
}

/// The content of a poll. Once the poll is open, ids and structure are frozen.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Poll<T = Localized> {
    pub id: PollId,
    pub title: T,
    /// Why we ask, in a few sentences.
    pub intro: T,
    pub influence: Influence,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub topic_id: Option<TopicId>,
    /// The areas it is about, with all that lies under them; empty means the whole municipality.
    #[serde(default)]
    pub area_ids: Vec<AreaId>,
    /// The languages it is offered in, whole; Dutch first. Empty: in Dutch, and in others as far as it is translated.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub languages: Vec<Language>,
    /// Whether it asks in which buurt the respondent lives; the answer may always be skipped.
    #[serde(default)]
    pub asks_area: bool,
    #[serde(default)]
    pub results_visible: ResultsVisible,
    /// Whether officials too see no figures before the poll has closed, so that nobody steers by them.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub officials_wait: bool,
    pub questions: Vec<Question<T>>,
}

impl<T> Poll<T> {
    /// How much is asked at most: the questions, and the area.
    pub fn steps_asked(&self) -> usize {
        self.questions.len().saturating_add(usize::from(self.asks_area))
    }

    /// Whether the poll is offered in this language.
    pub fn speaks(&self, language: Language) -> bool {
        self.languages.is_empty() || self.languages.contains(&language)
    }

    /// Whether officials may see figures in this state of the poll.
    pub const fn shows_officials(&self, life: &PollLife) -> bool {
        !self.officials_wait || life.is_counted()
    }
}

impl Poll<Localized> {
    /// The poll as one resident sees it. In a language that it is not offered in it is Dutch, also where there happens
    /// to be a translation: half a poll in each helps nobody.
    pub fn in_language(&self, language: Language) -> Poll<Phrase> {
        let language = if self.speaks(language) && self.title.is_in(language) { language } else { Language::Nl };
        Poll {
            id: self.id.clone(),
            title: self.title.in_language(language),
            intro: self.intro.in_language(language),
            influence: self.influence,
            topic_id: self.topic_id.clone(),
            area_ids: self.area_ids.clone(),
            languages: self.languages.clone(),
            asks_area: self.asks_area,
            results_visible: self.results_visible,
            officials_wait: self.officials_wait,
            questions: self.questions.iter().map(|question| question.in_language(language)).collect(),
        }
    }
}

/// Where a poll is in its life, as everybody may know it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub enum PollStatus {
    Draft,
    Planned,
    Open,
    Closed,
    Reported,
}
