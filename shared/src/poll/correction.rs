//! Corrections of the texts of a poll that has opened.
//!
//! A correction lies over the frozen poll as a version of its own: ids, kinds and limits stay, and the boxes never see
//! it. What was said before stays readable, because somebody may have answered it.

use serde::{Deserialize, Serialize};

use super::Poll;
use crate::ids::QuestionId;
use crate::text::{Language, Localized, Phrase};
use crate::time::CivilDate;

/// What was corrected, and when.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Correction<T = Localized> {
    pub on: CivilDate,
    /// What was wrong, in plain words, for residents.
    pub note: T,
    pub places: Vec<CorrectedPlace<T>>,
}

/// A place in the poll that reads otherwise since, with what stood there before.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "kind", rename_all = "camelCase", rename_all_fields = "camelCase")]
pub enum CorrectedPlace<T = Localized> {
    Title {
        before: T,
    },
    Intro {
        before: T,
    },
    /// The question or its explanation.
    Question {
        question_id: QuestionId,
        before: T,
    },
    /// The words of the answers to choose from.
    Answers {
        question_id: QuestionId,
    },
}

/// Why something is no correction.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum NoCorrection {
    /// Questions, answers, areas or rules differ: whoever answered before answered another poll.
    #[error("a correction changes texts alone")]
    StructureDiffers,
    #[error("nothing is corrected")]
    NothingChanged,
}

/// What differs between a poll and its corrected version.
///
/// # Errors
/// When more than texts differ, or nothing does.
pub fn compare(before: &Poll, after: &Poll) -> Result<Vec<CorrectedPlace>, NoCorrection> {
    if before.structure() != after.structure() {
        return Err(NoCorrection::StructureDiffers);
    }
    let mut places = Vec::new();
    if before.title != after.title {
        places.push(CorrectedPlace::Title { before: before.title.clone() });
    }
    if before.intro != after.intro {
        places.push(CorrectedPlace::Intro { before: before.intro.clone() });
    }
    for (old, new) in before.questions.iter().zip(&after.questions) {
        let question_id = old.id.clone();
        if old.text != new.text || old.help != new.help {
            places.push(CorrectedPlace::Question { question_id: question_id.clone(), before: old.text.clone() });
        }
        if old.kind != new.kind {
            places.push(CorrectedPlace::Answers { question_id });
        }
    }
    if places.is_empty() { Err(NoCorrection::NothingChanged) } else { Ok(places) }
}

impl Correction {
    /// As one resident reads it.
    pub fn in_language(&self, language: Language) -> Correction<Phrase> {
        let places = self.places.iter().map(|place| match place {
            CorrectedPlace::Title { before } => CorrectedPlace::Title { before: before.in_language(language) },
            CorrectedPlace::Intro { before } => CorrectedPlace::Intro { before: before.in_language(language) },
            CorrectedPlace::Question { question_id, before } => {
                CorrectedPlace::Question { question_id: question_id.clone(), before: before.in_language(language) }
            }
            CorrectedPlace::Answers { question_id } => CorrectedPlace::Answers { question_id: question_id.clone() },
        });
        Correction { on: self.on, note: self.note.in_language(language), places: places.collect() }
    }
}
