//! The library: ready polls, and blocks of questions to add to a poll, in our own words.
//!
//! Each is a file beside this one. It keeps the rules of an editor's poll ([`super::editing`]) and those of the
//! tests here: every text in every language, short sentences, balanced answers. An editor takes one over as a draft and changes
//! what has to be changed; nothing of the poll remembers where it came from.

mod files;
pub mod scan;

pub use files::FILES;

use std::collections::{BTreeMap, BTreeSet};

use serde::{Deserialize, Serialize};

use super::{Influence, Poll, Question, ResultsVisible};
use crate::area::NetworkLevel;
use crate::ids::{PollId, QuestionId, TemplateId};
use crate::text::Localized;
use scan::Scoring;

/// What a template is for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub enum Shape {
    /// A whole poll.
    Poll,
    /// A few questions to add to another poll.
    Block,
    /// A whole poll whose answers place an area on the scale of [`NetworkLevel`].
    Scan,
}

/// What a template is about. These are the library's own: every municipality has topics of its own.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub enum Theme {
    Priorities,
    Neglect,
    Nuisance,
    Traffic,
    Facilities,
    Cohesion,
    FeelingSafe,
    Trust,
    Prevention,
    Burglary,
    Online,
    Respect,
    TakingPart,
    Lighting,
    Cameras,
    NeighbourhoodWatch,
    Students,
    Flats,
    YoungPeople,
    Network,
    LookingBack,
}

impl Theme {
    /// Every theme, in the order of a list to choose from.
    pub const ALL: [Self; 21] = [
        Self::Priorities,
        Self::Neglect,
        Self::Nuisance,
        Self::Traffic,
        Self::Facilities,
        Self::Cohesion,
        Self::FeelingSafe,
        Self::Trust,
        Self::Prevention,
        Self::Burglary,
        Self::Online,
        Self::Respect,
        Self::TakingPart,
        Self::Lighting,
        Self::Cameras,
        Self::NeighbourhoodWatch,
        Self::Students,
        Self::Flats,
        Self::YoungPeople,
        Self::Network,
        Self::LookingBack,
    ];
}

/// A ready poll or block.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Template {
    pub id: TemplateId,
    pub shape: Shape,
    pub theme: Theme,
    /// The levels it suits; officials alone see them.
    pub levels: Vec<NetworkLevel>,
    /// For officials: when to use it, and what to watch.
    pub advice: Localized,
    pub title: Localized,
    pub intro: Localized,
    pub influence: Influence,
    pub asks_area: bool,
    pub questions: Vec<Question>,
    /// How answers are counted into a level; for a scan alone.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub scoring: Option<Scoring>,
}

/// A template as a list shows it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct TemplateSummary {
    pub id: TemplateId,
    pub shape: Shape,
    pub theme: Theme,
    pub levels: Vec<NetworkLevel>,
    pub advice: Localized,
    pub title: Localized,
    pub questions: usize,
}

impl Template {
    /// A new poll with the content of the template, for an editor to go on with.
    #[must_use]
    pub fn into_poll(self, id: PollId) -> Poll {
        Poll {
            id,
            title: self.title,
            intro: self.intro,
            influence: self.influence,
            topic_id: None,
            area_ids: Vec::new(),
            languages: Vec::new(),
            asks_area: self.asks_area,
            results_visible: ResultsVisible::default(),
            officials_wait: false,
            questions: self.questions,
        }
    }

    /// Its questions, to be added to a poll that has questions with these ids: where one is taken, the added question
    /// gets the first of `id-2`, `id-3`, … that is free, and what depends on it follows.
    #[must_use]
    pub fn into_questions(self, mut taken: BTreeSet<QuestionId>) -> Vec<Question> {
        let mut renamed = BTreeMap::new();
        let mut added = Vec::new();
        for mut question in self.questions {
            let own = question.id.clone();
            let numbered = (2..).filter_map(|number: u32| QuestionId::parse(&format!("{own}-{number}")).ok());
            let free = std::iter::once(own.clone()).chain(numbered).find(|id| !taken.contains(id));
            question.id = free.unwrap_or_else(|| own.clone());
            taken.insert(question.id.clone());
            if let Some(condition) = &mut question.condition
                && let Some(new) = renamed.get(&condition.question_id)
            {
                condition.question_id = QuestionId::clone(new);
            }
            renamed.insert(own, question.id.clone());
            added.push(question);
        }
        added
    }

    pub fn summary(&self) -> TemplateSummary {
        TemplateSummary {
            id: self.id.clone(),
            shape: self.shape,
            theme: self.theme,
            levels: self.levels.clone(),
            advice: self.advice.clone(),
            title: self.title.clone(),
            questions: self.questions.len(),
        }
    }
}

#[cfg(test)]
mod tests;
