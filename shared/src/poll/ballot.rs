//! One respondent's answers, and whether they fit the poll.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::{Poll, QuestionKind};
use crate::area::{Area, AreaKind};
use crate::fault::{Fault, FaultCode};
use crate::ids::{AreaId, OptionId, QuestionId};
use crate::text::RESIDENT_TEXT;

/// The answer to one question.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub enum Answer {
    Choice(OptionId),
    Choices(Vec<OptionId>),
    Scale(u8),
    Text(String),
}

/// Answers by question; a question without an entry was skipped.
pub type Answers = BTreeMap<QuestionId, Answer>;

impl<T> Poll<T> {
    /// Checks the answers against the questions and cleans what was typed: empty texts and empty lists of choices
    /// are skipped questions, choices stand in the poll's order and once each, and "no
    /// opinion" goes when an opinion stands beside it. All faults are found at once;
    /// their fields are `answers.<question>`.
    pub fn read_answers(&self, answers: &Answers) -> Result<Answers, Vec<Fault>> {
        let mut clean = Answers::new();
        let mut faults = Vec::new();
        for question in &self.questions {
            let field = format!("answers.{}", question.id);
            let read = match answers.get(&question.id) {
                None => Ok(None),
                Some(answer) => question.kind.read(answer),
            };
            match read {
                Ok(Some(answer)) => {
                    clean.insert(question.id.clone(), answer);
                }
                Ok(None) if question.required => faults.push(Fault::new(field, question.kind.missing())),
                Ok(None) => {}
                Err(code) => faults.push(Fault::new(field, code)),
            }
        }
        for unknown in answers.keys().filter(|id| !self.questions.iter().any(|question| &question.id == *id)) {
            faults.push(Fault::new(format!("answers.{unknown}"), FaultCode::Unknown));
        }
        if faults.is_empty() { Ok(clean) } else { Err(faults) }
    }

    /// The areas a respondent may name, in the municipality's order: buurten and complexes that the poll is about;
    /// a wijk only when nothing lies under it.
    pub fn areas_to_name<'a>(&self, areas: &'a [Area]) -> impl Iterator<Item = &'a Area> {
        let has_parts = |area: &Area| areas.iter().any(|other| other.parent_id.as_ref() == Some(&area.id));
        let is_meant = |area: &Area| {
            self.area_ids.is_empty()
                || self.area_ids.iter().any(|within| crate::area::lies_within(areas, &area.id, within))
        };
        let may_be_named =
            |area: &Area| self.asks_area && is_meant(area) && (area.kind != AreaKind::Wijk || !has_parts(area));
        areas.iter().filter(|area| may_be_named(area)).collect::<Vec<_>>().into_iter()
    }

    /// Checks the area a respondent named; the field is `areaId`. A poll that asks for none takes none.
    pub fn read_area(&self, area: Option<&AreaId>, areas: &[Area]) -> Result<Option<AreaId>, Fault> {
        let Some(area) = area.filter(|_| self.asks_area) else { return Ok(None) };
        if self.areas_to_name(areas).any(|candidate| &candidate.id == area) {
            Ok(Some(area.clone()))
        } else {
            Err(Fault::new("areaId", FaultCode::Unknown))
        }
    }
}

impl<T> QuestionKind<T> {
    /// What to say when a required answer is missing.
    pub const fn missing(&self) -> FaultCode {
        match self {
            Self::OpenText => FaultCode::Required,
            _ => FaultCode::ChoiceRequired,
        }
    }

    /// Reads one answer; `None` when it says nothing.
    pub fn read(&self, answer: &Answer) -> Result<Option<Answer>, FaultCode> {
        match (self, answer) {
            (Self::OneChoice { options }, Answer::Choice(chosen)) => {
                let known = options.iter().any(|option| &option.id == chosen);
                if known { Ok(Some(answer.clone())) } else { Err(FaultCode::Unknown) }
            }
            (Self::SeveralChoices { options, max }, Answer::Choices(chosen)) => {
                if chosen.iter().any(|id| !options.iter().any(|option| &option.id == id)) {
                    return Err(FaultCode::Unknown);
                }
                let chosen = || options.iter().filter(|option| chosen.contains(&option.id));
                // Beside an opinion, "no opinion" says nothing.
                let has_opinion = chosen().any(|option| !option.no_opinion);
                let ordered: Vec<OptionId> = chosen()
                    .filter(|option| !(has_opinion && option.no_opinion))
                    .map(|option| option.id.clone())
                    .collect();
                match max.map(usize::from) {
                    Some(max) if ordered.len() > max => Err(FaultCode::TooMany { max }),
                    _ if ordered.is_empty() => Ok(None),
                    _ => Ok(Some(Answer::Choices(ordered))),
                }
            }
            (Self::Scale { to, .. }, Answer::Scale(value)) => {
                if (1..=*to).contains(value) {
                    Ok(Some(answer.clone()))
                } else {
                    Err(FaultCode::OutOfRange { min: 1, max: i64::from(*to) })
                }
            }
            (Self::OpenText, Answer::Text(text)) => Ok(RESIDENT_TEXT.read(text)?.map(Answer::Text)),
            _ => Err(FaultCode::WrongKind),
        }
    }
}
