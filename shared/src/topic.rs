//! What a poll or proposal is about, on two levels.

use serde::{Deserialize, Serialize};

use crate::ids::TopicId;
use crate::text::{Language, Localized, Phrase};

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Topic<T = Localized> {
    pub id: TopicId,
    /// The main topic this one belongs to; a main topic has none.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub parent_id: Option<TopicId>,
    pub name: T,
    /// What belongs here and what does not, in a sentence.
    #[serde(default = "Option::default", skip_serializing_if = "Option::is_none")]
    pub help: Option<T>,
}

impl Topic<Localized> {
    pub fn in_language(&self, language: Language) -> Topic<Phrase> {
        Topic {
            id: self.id.clone(),
            parent_id: self.parent_id.clone(),
            name: self.name.in_language(language),
            help: self.help.as_ref().map(|help| help.in_language(language)),
        }
    }
}

/// Whether `topic` is `within` or one of its subtopics.
pub fn belongs_to<T>(topics: &[Topic<T>], topic: &TopicId, within: &TopicId) -> bool {
    topic == within
        || topics.iter().any(|candidate| &candidate.id == topic && candidate.parent_id.as_ref() == Some(within))
}
