//! Ready texts for how a case ends, by topic and by ending. The administrator keeps them; an official begins with one
//! and adapts it. What was sent is stored with the case, so that changing a ready text later rewrites no history.

use serde::{Deserialize, Serialize};

use crate::case::{Nature, Outcome};
use crate::fault::{Fault, FaultCode};
use crate::ids::{StandardTextId, TopicId};
use crate::text::{LINE, Language, OFFICIAL_TEXT};
use crate::topic::{Topic, belongs_to};

/// More than anybody looks through; what is used is found by topic and ending.
pub const MOST_STANDARD_TEXTS: usize = 300;

/// For which ending a text is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub enum Ending {
    Realised,
    WillBeDone,
    TakenUpByResidents,
    NotDone,
    Merged,
    Report,
    Complaint,
    Objection,
    Request,
}

impl Ending {
    /// In the order of the form.
    pub const ALL: [Self; 9] = [
        Self::Realised,
        Self::WillBeDone,
        Self::TakenUpByResidents,
        Self::NotDone,
        Self::Merged,
        Self::Report,
        Self::Complaint,
        Self::Objection,
        Self::Request,
    ];

    /// The word on the wire and in SQL.
    pub const fn word(self) -> &'static str {
        match self {
            Self::Realised => "realised",
            Self::WillBeDone => "willBeDone",
            Self::TakenUpByResidents => "takenUpByResidents",
            Self::NotDone => "notDone",
            Self::Merged => "merged",
            Self::Report => "report",
            Self::Complaint => "complaint",
            Self::Objection => "objection",
            Self::Request => "request",
        }
    }

    pub fn from_word(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|ending| ending.word() == word)
    }
}

impl From<Outcome> for Ending {
    fn from(outcome: Outcome) -> Self {
        match outcome {
            Outcome::Realised => Self::Realised,
            Outcome::WillBeDone { .. } => Self::WillBeDone,
            Outcome::TakenUpByResidents => Self::TakenUpByResidents,
            Outcome::NotDone => Self::NotDone,
            Outcome::Merged { .. } => Self::Merged,
            Outcome::PassedOn { nature } => nature.into(),
        }
    }
}

impl From<Nature> for Ending {
    fn from(nature: Nature) -> Self {
        match nature {
            Nature::Report => Self::Report,
            Nature::Complaint => Self::Complaint,
            Nature::Objection => Self::Objection,
            Nature::Request => Self::Request,
        }
    }
}

/// One ready text.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct StandardText {
    pub id: StandardTextId,
    /// Counts changes; a change names the version it was made on.
    pub version: u64,
    #[serde(flatten)]
    pub content: StandardTextContent,
}

/// What the administrator writes.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct StandardTextContent {
    /// What it is called in the list.
    pub title: String,
    pub ending: Ending,
    /// None: for every topic.
    pub topic_id: Option<TopicId>,
    /// The language it is written in.
    pub language: Language,
    pub words: String,
}

impl StandardTextContent {
    /// Cleans it, or names everything that is wrong with it.
    pub fn read(self, topics: &[Topic]) -> Result<Self, Vec<Fault>> {
        let mut faults = Vec::new();
        let mut read = |field: &str, limit: crate::text::Limit, raw: &str| {
            limit.read_required(raw).map_err(|code| faults.push(Fault::new(field, code))).unwrap_or_default()
        };
        let title = read("title", LINE, &self.title);
        let words = read("words", OFFICIAL_TEXT, &self.words);
        if self.topic_id.as_ref().is_some_and(|id| topics.iter().all(|topic| &topic.id != id)) {
            faults.push(Fault::new("topicId", FaultCode::Unknown));
        }
        if faults.is_empty() { Ok(Self { title, words, ..self }) } else { Err(faults) }
    }

    /// Whether it is for a case about this topic that ends so.
    pub fn fits<T>(&self, ending: Ending, topic: Option<&TopicId>, topics: &[Topic<T>]) -> bool {
        let about = match (&self.topic_id, topic) {
            (None, _) => true,
            (Some(within), Some(topic)) => belongs_to(topics, topic, within),
            (Some(_), None) => false,
        };
        self.ending == ending && about
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::Localized;

    fn topic(id: &str, parent: Option<&str>) -> Topic {
        let parse = |id: &str| TopicId::parse(id).unwrap();
        Topic { id: parse(id), parent_id: parent.map(parse), name: Localized::dutch(id), help: None }
    }

    fn text(topic: Option<&str>) -> StandardTextContent {
        StandardTextContent {
            title: " Boom blijft staan ".into(),
            ending: Ending::NotDone,
            topic_id: topic.map(|id| TopicId::parse(id).unwrap()),
            language: Language::Nl,
            words: "De boom is gezond.".into(),
        }
    }

    #[test]
    fn a_text_is_for_its_topic_and_all_under_it() {
        let topics = [topic("groen", None), topic("bomen", Some("groen")), topic("licht", None)];
        let fits = |own: Option<&str>, about: Option<&str>| {
            let about = about.map(|id| TopicId::parse(id).unwrap());
            text(own).fits(Ending::NotDone, about.as_ref(), &topics)
        };
        assert!(fits(None, None) && fits(None, Some("licht")) && fits(Some("groen"), Some("bomen")));
        assert!(
            !fits(Some("bomen"), Some("groen")) && !fits(Some("groen"), Some("licht")) && !fits(Some("groen"), None)
        );
        assert!(!text(None).fits(Ending::Realised, None, &topics));
    }

    #[test]
    fn everything_that_is_wrong_is_named_at_once() {
        let topics = [topic("groen", None)];
        assert_eq!(text(Some("groen")).read(&topics).unwrap().title, "Boom blijft staan");
        let wrong = StandardTextContent { title: " ".into(), words: String::new(), ..text(Some("weg")) };
        let fields: Vec<String> = wrong.read(&topics).unwrap_err().into_iter().map(|fault| fault.field).collect();
        assert_eq!(fields, ["title", "words", "topicId"]);
    }

    #[test]
    fn every_ending_is_found_by_its_word() {
        for ending in Ending::ALL {
            assert_eq!(Ending::from_word(ending.word()), Some(ending));
            assert_eq!(serde_json::to_value(ending).unwrap(), ending.word());
        }
    }
}
