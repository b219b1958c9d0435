//! Answers to open questions, as officials read and sort them.
//!
//! They are never public by themselves: a report may quote one, after an editor has looked at it. They are shown without an
//! area and without any other answer of the same person, and the id of one does not tell which ballot it is of. Not even by
//! area with ten ballots and more: what is written in all areas, less what is written in these, is what the small ones wrote.

use std::collections::BTreeSet;

use serde::{Deserialize, Serialize};

use super::{Answer, Question, QuestionKind};
use crate::fault::FaultCode;
use crate::ids::WrittenId;
use crate::privacy::{Finding, find};
use crate::tally::{AreaFigures, MIN_GROUP, Row};
use crate::text::Limit;

/// The longest tag.
pub const TAG: Limit = Limit { characters: 40 };
/// The most tags of one answer: more sort nothing.
pub const MAX_TAGS: usize = 8;
/// How many answers come at once.
pub const PAGE: usize = 50;

/// One answer to an open question.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Written {
    pub id: WrittenId,
    pub text: String,
    /// In the order of the alphabet.
    pub tags: BTreeSet<String>,
    /// What seems to give somebody away.
    pub findings: Vec<Finding>,
}

/// Whether answers are meant that seem to give somebody away.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub enum Personal {
    #[default]
    Either,
    With,
    Without,
}

/// Which answers are looked for.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct WrittenFilter {
    /// Every word of it stands in the text, in any case and order.
    pub search: String,
    /// It has this tag.
    pub tag: Option<String>,
    pub personal: Personal,
}

impl Written {
    pub fn new(id: WrittenId, text: String, tags: BTreeSet<String>) -> Self {
        let findings = find(&text);
        Self { id, text, tags, findings }
    }
}

impl WrittenFilter {
    pub fn lets_through(&self, written: &Written) -> bool {
        let personal = match self.personal {
            Personal::Either => true,
            Personal::With => !written.findings.is_empty(),
            Personal::Without => written.findings.is_empty(),
        };
        let tagged = self.tag.as_ref().is_none_or(|tag| written.tags.contains(tag));
        let text = written.text.to_lowercase();
        personal && tagged && self.search.to_lowercase().split_whitespace().all(|word| text.contains(word))
    }
}

/// Checks and cleans tags: empty ones go, and each is there once.
///
/// # Errors
/// What is wrong with them together.
pub fn read_tags(raw: &[String]) -> Result<BTreeSet<String>, FaultCode> {
    let mut tags = BTreeSet::new();
    for tag in raw {
        let one_line = tag.split_whitespace().collect::<Vec<_>>().join(" ");
        tags.extend(TAG.read(&one_line)?);
    }
    if tags.len() > MAX_TAGS { Err(FaultCode::TooMany { max: MAX_TAGS }) } else { Ok(tags) }
}

impl Answer {
    /// What was written, where something could be.
    pub fn written(&self) -> Option<&str> {
        match self {
            Self::Text(text) | Self::Namely { text, .. } => Some(text),
            _ => None,
        }
    }
}

impl<T> Question<T> {
    /// From how many texts on those of this question may be read; `None` when nothing can be written. Where everybody
    /// is asked, any number may be read once the poll itself has enough ballots. Whoever is asked for an earlier answer,
    /// or writes what else they chose, belongs to a group by that, and a small group is not shown.
    pub fn texts_from(&self) -> Option<u32> {
        match &self.kind {
            QuestionKind::OpenText if self.condition.is_none() => Some(1),
            QuestionKind::OpenText => Some(MIN_GROUP),
            QuestionKind::OneChoice { options } | QuestionKind::SeveralChoices { options, .. } => {
                options.iter().any(|option| option.other).then_some(MIN_GROUP)
            }
            _ => None,
        }
    }
}

impl<T> Question<T> {
    /// Whether the texts of this question may be read beside these published figures. Where a text tells what else
    /// somebody answered, its count must be shown: the number of texts would give a hidden count away.
    pub fn shows_texts(&self, figures: &AreaFigures) -> bool {
        let Some(from) = self.texts_from() else { return false };
        if from < MIN_GROUP {
            return true;
        }
        let own = figures.questions.iter().find(|own| own.question_id == self.id && own.part.is_none());
        let shown = |row: &Row| {
            let count = own.and_then(|own| own.figures.iter().find(|figure| &figure.row == row)?.count);
            count.is_some_and(|count| count >= MIN_GROUP)
        };
        match &self.kind {
            QuestionKind::OneChoice { options } | QuestionKind::SeveralChoices { options, .. } => {
                options.iter().filter(|option| option.other).all(|option| shown(&Row::Option(option.id.clone())))
            }
            _ => own.and_then(|own| own.answered).is_some_and(|answered| answered >= MIN_GROUP),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn written(text: &str, tags: &[&str]) -> Written {
        let tags = tags.iter().map(|tag| (*tag).to_owned()).collect();
        Written::new(WrittenId::parse("w").unwrap(), text.to_owned(), tags)
    }

    #[test]
    fn every_word_is_found_in_any_case_and_order() {
        let lamp = written("De LAMP bij de brug is kapot.", &[]);
        let finds =
            |search: &str| WrittenFilter { search: search.into(), ..WrittenFilter::default() }.lets_through(&lamp);
        assert!(finds("") && finds("lamp") && finds("  Brug lamp "));
        assert!(!finds("lamp fiets"));
    }

    #[test]
    fn tags_and_what_seems_personal_narrow_the_list() {
        let plain = written("Meer licht bij de brug.", &["licht"]);
        let named = written("Bel mij op 06 12345678.", &[]);
        assert!(plain.findings.is_empty() && !named.findings.is_empty());
        let only = |personal| WrittenFilter { personal, ..WrittenFilter::default() };
        assert!(only(Personal::With).lets_through(&named) && !only(Personal::With).lets_through(&plain));
        assert!(only(Personal::Without).lets_through(&plain) && !only(Personal::Without).lets_through(&named));
        let tagged = WrittenFilter { tag: Some("licht".into()), ..WrittenFilter::default() };
        assert!(tagged.lets_through(&plain) && !tagged.lets_through(&named));
    }

    #[test]
    fn texts_that_tell_of_another_answer_wait_for_its_count_to_be_shown() {
        let question = |text: &str| -> Question { serde_json::from_str(text).unwrap() };
        let figures = |other: Option<u32>, answered: Option<u32>| -> AreaFigures {
            let figure = serde_json::json!({ "row": { "option": "anders" }, "count": other, "share": null });
            let question =
                serde_json::json!({ "questionId": "q", "answered": answered, "figures": [figure], "mean": null });
            serde_json::from_value(serde_json::json!({ "areaId": null, "ballots": 80, "questions": [question] }))
                .unwrap()
        };
        let open = question(r#"{"id":"q","text":{"nl":"Q"},"kind":{"type":"openText"}}"#);
        assert!(open.shows_texts(&figures(None, None)));
        let dependent = question(
            r#"{"id":"q","text":{"nl":"Q"},"condition":{"questionId":"a","is":{"options":["x"]}},"kind":{"type":"openText"}}"#,
        );
        assert!(!dependent.shows_texts(&figures(None, None)) && dependent.shows_texts(&figures(None, Some(12))));
        let namely = question(
            r#"{"id":"q","text":{"nl":"Q"},"kind":{"type":"oneChoice","options":[
            {"id":"ja","text":{"nl":"Ja"}},{"id":"anders","text":{"nl":"Anders"},"other":true}]}}"#,
        );
        assert!(!namely.shows_texts(&figures(None, Some(40))), "hidden to protect another count");
        assert!(namely.shows_texts(&figures(Some(25), Some(40))));
        let closed = question(
            r#"{"id":"q","text":{"nl":"Q"},"kind":{"type":"scale","to":5,"low":{"nl":"l"},"high":{"nl":"h"}}}"#,
        );
        assert!(!closed.shows_texts(&figures(Some(25), Some(40))));
    }

    #[test]
    fn tags_are_cleaned_and_few() {
        let tags = |raw: &[&str]| read_tags(&raw.iter().map(|tag| (*tag).to_owned()).collect::<Vec<_>>());
        assert_eq!(
            tags(&[" meer  licht ", "", "brug", "brug"]).unwrap().into_iter().collect::<Vec<_>>(),
            ["brug", "meer licht"]
        );
        assert_eq!(tags(&["x".repeat(41).as_str()]), Err(FaultCode::TooLong { max: 40 }));
        let many: Vec<String> = (0..9).map(|number| format!("t{number}")).collect();
        assert_eq!(read_tags(&many), Err(FaultCode::TooMany { max: 8 }));
    }
}
