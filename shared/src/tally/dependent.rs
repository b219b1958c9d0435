//! Questions that depend on an answer.
//!
//! Who is asked such a question is who gave that answer: so it shows nothing where that answer is hidden. A question that
//! is asked after any of several answers, of a question where more than one can be chosen, tells more: how many gave at
//! least one of them. With the counts of each that gives how many gave both, how many none, and how many one but not the
//! other. So it is shown once, after closing, for everybody together, and only where each of these is nobody or enough;
//! and of one question only one such combination, because two of them can be subtracted. And not where a split of the
//! earlier question gives it away for a part ([`super::splits`]).

use super::suppress::{may_be_known, total as sum};
use super::{QuestionFigures, Row};
use crate::ids::{OptionId, QuestionId};
use crate::poll::{Condition, Poll, Question, QuestionKind, Wanted};

/// Those who gave at least one of several answers that do not exclude each other.
#[derive(Clone, Copy)]
pub(super) struct Union<'a> {
    pub(super) question_id: &'a QuestionId,
    pub(super) options: &'a [OptionId],
}

/// The one combination of each question that may be known.
#[derive(Default)]
struct Unions<'a>(Vec<Union<'a>>);

impl<'a> Unions<'a> {
    /// The first one of a question, and the same one again.
    fn may_be_known(&mut self, union: Union<'a>) -> bool {
        let first = self.0.iter().find(|first| first.question_id == union.question_id);
        let Some(first) = first else {
            self.0.push(union);
            return true;
        };
        first.options.len() == union.options.len() && first.options.iter().all(|option| union.options.contains(option))
    }
}

impl<T> Poll<T> {
    pub(super) fn union<'a>(&self, condition: &'a Condition) -> Option<Union<'a>> {
        let Wanted::Options(options) = &condition.is else { return None };
        let earlier = self.questions.iter().find(|question| question.id == condition.question_id)?;
        let overlaps = matches!(earlier.kind, QuestionKind::SeveralChoices { .. });
        (overlaps && options.len() > 1).then_some(Union { question_id: &condition.question_id, options })
    }
}

/// Whether nobody can tell a small group from how many answered this question, beside the counts of the answers after
/// which it is asked. These are all shown.
fn union_is_safe<T>(figures: &[QuestionFigures], question: &Question<T>, union: Union<'_>) -> bool {
    let earlier = figures.iter().find(|line| &line.question_id == union.question_id && line.part.is_none());
    let Some((earlier, answered)) = earlier.and_then(|line| Some((line, line.answered?))) else { return false };
    let wanted = |row: &Row| matches!(row, Row::Option(option) if union.options.contains(option));
    let counts: Vec<u32> =
        earlier.figures.iter().filter(|figure| wanted(&figure.row)).filter_map(|figure| figure.count).collect();
    let several = sum(counts.iter().copied());
    // Of statements each is answered by a number of its own.
    let mut asked = figures.iter().filter(|line| line.question_id == question.id).filter_map(|line| line.answered);
    asked.all(|asked| {
        let none_and_both = [answered.saturating_sub(asked), several.saturating_sub(asked)];
        let one_only = counts.iter().map(|&count| asked.saturating_sub(count));
        none_and_both.into_iter().chain(one_only).all(may_be_known)
    })
}

/// Shows nothing yet of questions that are asked after any of several answers: the step between two sets would tell how
/// many of those who came between gave both.
pub(super) fn withhold_unions<T>(poll: &Poll<T>, figures: &mut [QuestionFigures]) {
    for question in &poll.questions {
        if question.condition.as_ref().is_some_and(|condition| poll.union(condition).is_some()) {
            withhold(figures, &question.id);
        }
    }
}

/// Withholds what must not be shown of questions that depend on an answer. Where one part must not show such a question, no
/// part does, or its figures would be what is left of the total.
pub(super) fn withhold_dependent<T>(
    poll: &Poll<T>,
    total: &mut [QuestionFigures],
    mut parts: Vec<&mut Vec<QuestionFigures>>,
) {
    let mut unions = Unions::default();
    for question in &poll.questions {
        let Some(condition) = &question.condition else { continue };
        let is_known = |figures: &[QuestionFigures]| {
            let earlier = figures.iter().find(|line| {
                line.question_id == condition.question_id && line.part.is_none() && line.answered.is_some()
            });
            earlier.is_some_and(|line| {
                let wanted = line.figures.iter().filter(|figure| condition.is_about(&figure.row));
                wanted.into_iter().all(|figure| figure.count.is_some())
            })
        };
        let shows = |figures: &[QuestionFigures]| {
            figures.iter().any(|line| line.question_id == question.id && line.answered.is_some())
        };
        let union = poll.union(condition);
        let whole = is_known(total)
            && union.is_none_or(|union| unions.may_be_known(union) && union_is_safe(total, question, union));
        if !whole {
            withhold(total, &question.id);
        }
        if !whole || union.is_some() || parts.iter().any(|part| shows(part) && !is_known(part)) {
            for part in &mut parts {
                withhold(part, &question.id);
            }
        }
    }
}

/// Shows nothing of a question.
pub(super) fn withhold(figures: &mut [QuestionFigures], question: &QuestionId) {
    for line in figures.iter_mut().filter(|line| &line.question_id == question) {
        (line.answered, line.mean) = (None, None);
        for figure in &mut line.figures {
            (figure.count, figure.share) = (None, None);
        }
    }
}

impl Condition {
    /// Whether it wants the answer that a row counts.
    fn is_about(&self, row: &Row) -> bool {
        match (&self.is, row) {
            (Wanted::Options(wanted), Row::Option(option)) => wanted.contains(option),
            (Wanted::Values { from, to }, Row::Value(value)) => (from..=to).contains(&value),
            _ => false,
        }
    }
}
