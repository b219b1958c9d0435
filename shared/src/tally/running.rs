//! When a set is published while a poll is open.
//!
//! Two sets give away what the ballots between them answered. So every step from one set to the next, the last one
//! included, has to be a group that may be known: for each question at least 10 answers that are not all the same.
//! The poll can close at any moment, so a running set waits until the ballots after it are such a group already.
//! Within a step single counts may grow by less than 10: it is the step that is about at least 10 people. What a
//! running set shows of a question is decided in [`super::suppress::running`].

use serde::{Deserialize, Serialize};

use super::{MIN_GROUP, RawCounts, Row};
use crate::ids::{OptionId, QuestionId};
use crate::poll::{Poll, Question, QuestionKind};

/// What an open poll has published, and what waits. Raw counts: never leaves the municipality's object.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Running {
    /// The counts behind the newest published set.
    pub published: RawCounts,
    /// The counts of the next set, until enough ballots have followed them.
    pub waiting: Option<RawCounts>,
}

impl Running {
    /// Takes the counts of now, which hold all earlier ones, and says which counts may be published.
    #[must_use]
    pub fn collect<T>(mut self, poll: &Poll<T>, now: &RawCounts) -> (Self, Option<RawCounts>) {
        let released = self.waiting.take_if(|waiting| is_safe_step(poll, waiting, now));
        if let Some(released) = &released {
            self.published = released.clone();
        }
        if self.waiting.is_none() && is_safe_step(poll, &self.published, now) {
            self.waiting = Some(now.clone());
        }
        (self, released)
    }
}

/// Whether the ballots that `later` has and `earlier` has not are a group that may be known. Once it is, it stays so
/// however many ballots follow.
pub fn is_safe_step<T>(poll: &Poll<T>, earlier: &RawCounts, later: &RawCounts) -> bool {
    let table_is_safe = |question: &Question<T>, part: Option<&OptionId>, rows: &[(Row, bool)]| {
        let grown = |row: &Row| grown(earlier, later, Some(&question.id), &row.clone().of(part));
        let answered = grown(&Row::Answered);
        let differs = rows.iter().any(|(row, _)| {
            let count = grown(row);
            count > 0 && count < answered
        });
        answered >= MIN_GROUP && differs
    };
    grown(earlier, later, None, &Row::Answered) >= MIN_GROUP
        && poll.questions.iter().all(|question| match &question.kind {
            QuestionKind::OpenText => true,
            QuestionKind::Battery { statements, .. } => {
                let rows = question.kind.part_rows();
                statements.iter().all(|statement| table_is_safe(question, Some(&statement.id), &rows))
            }
            kind => table_is_safe(question, None, &kind.rows()),
        })
}

/// How many more there are of a row.
fn grown(earlier: &RawCounts, later: &RawCounts, question: Option<&QuestionId>, row: &Row) -> u32 {
    later.total(question, row).saturating_sub(earlier.total(question, row))
}
