//! When a set is published while a poll is open.
//!
//! Two sets give away what the ballots between them answered. So every step from one set to the next, the last one
//! included, has to be a group that may be known: for each question at least 10 answers that are not all the same, and
//! of a question that the earlier set shows, at least 10 more of every answer that was given. The poll can close at any
//! moment, so a running set waits until the ballots after it are such a group already. What a running set shows of a
//! question is decided in [`super::suppress::running`].

use serde::{Deserialize, Serialize};

use super::{MIN_GROUP, RawCounts, Row, suppress};
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
    grown(earlier, later, None, &Row::Answered) >= MIN_GROUP
        && poll.questions.iter().all(|question| match &question.kind {
            QuestionKind::OpenText => true,
            // Only the last set shows it.
            _ if question.is_background() => true,
            QuestionKind::Battery { statements, .. } => {
                let rows = question.kind.part_rows();
                let mut parts = statements.iter().map(|statement| Some(&statement.id));
                parts.all(|part| is_safe_step_of(question, part, &rows, earlier, later))
            }
            kind => is_safe_step_of(question, None, &kind.rows(), earlier, later),
        })
}

/// How many more there are of a row.
fn grown(earlier: &RawCounts, later: &RawCounts, question: Option<&QuestionId>, row: &Row) -> u32 {
    later.total(question, row).saturating_sub(earlier.total(question, row))
}

/// The same for one table of a question: that of the whole, or of one statement.
fn is_safe_step_of<T>(
    question: &Question<T>,
    part: Option<&OptionId>,
    rows: &[(Row, bool)],
    earlier: &RawCounts,
    later: &RawCounts,
) -> bool {
    let id = Some(&question.id);
    let all_answered = Row::Answered.of(part);
    let rows: Vec<Row> = rows.iter().map(|(row, _)| row.clone().of(part)).collect();
    let overlap = question.kind.overlap();
    let answered = grown(earlier, later, id, &all_answered);
    let mut differs = false;
    for row in &rows {
        let count = grown(earlier, later, id, row);
        differs |= count > 0 && count < answered;
    }
    let before: Vec<u32> = rows.iter().map(|row| earlier.total(id, row)).collect();
    let answered_before = earlier.total(id, &all_answered);
    let was_shown = !suppress::running(&before, answered_before, overlap).any();
    let both_grew = || {
        overlap.is_none_or(|overlap| {
            let now: Vec<u32> = rows.iter().map(|row| later.total(id, row)).collect();
            let both = |counts: &[u32], answered| overlap.chose_both(counts, answered);
            match (both(&before, answered_before), both(&now, later.total(id, &all_answered))) {
                (Some(before), Some(now)) => before == 0 || now.saturating_sub(before) >= MIN_GROUP,
                _ => true,
            }
        })
    };
    // What nobody had chosen is as new in the later set as in a first one, and is hidden there like in a first one.
    let every_answer_grew = || {
        rows.iter().zip(&before).filter(|(_, before)| **before > 0).all(|(row, _)| {
            let count = grown(earlier, later, id, row);
            count >= MIN_GROUP && (overlap.is_none() || answered.saturating_sub(count) >= MIN_GROUP)
        })
    };
    answered >= MIN_GROUP && differs && (!was_shown || every_answer_grew() && both_grew())
}
