//! Questions that depend on an earlier answer.
//!
//! A question is asked when the one it depends on is asked itself and has the wanted answer. The form, the check page
//! and the box all go by this one rule.

use super::question::{Condition, Wanted};
use super::{Answer, Answers, Poll, Question};
use crate::ids::QuestionId;

impl Condition {
    /// Whether this answer is the one that is wanted. "No opinion" on a scale is no value of it.
    pub fn holds(&self, answer: Option<&Answer>) -> bool {
        match (&self.is, answer) {
            (Wanted::Options(wanted), Some(answer)) => {
                wanted.iter().any(|option| answer.options().any(|chosen| chosen == option))
            }
            (Wanted::Values { from, to }, Some(Answer::Scale(value))) => (*from..=*to).contains(value),
            (Wanted::Values { .. }, _) | (_, None) => false,
        }
    }
}

impl<T> Poll<T> {
    /// For every question, whether it is asked after these answers.
    pub fn asked(&self, answers: &Answers) -> Vec<bool> {
        let mut asked = Vec::new();
        for question in &self.questions {
            let is_asked = match &question.condition {
                None => true,
                // Only what comes before has been judged yet: a condition on anything else never holds.
                Some(condition) => {
                    let before = self.questions.iter().zip(&asked);
                    before.into_iter().any(|(earlier, &is_asked)| {
                        is_asked && earlier.id == condition.question_id && condition.holds(answers.get(&earlier.id))
                    })
                }
            };
            asked.push(is_asked);
        }
        asked
    }

    /// The answers without those to questions that are not asked after the others. What belongs to no question of the
    /// poll stays, so that it is found as a fault.
    #[must_use]
    pub fn without_unasked(&self, mut answers: Answers) -> Answers {
        let asked = self.asked(&answers);
        for (question, _) in self.questions.iter().zip(asked).filter(|(_, asked)| !asked) {
            answers.remove(&question.id);
        }
        answers
    }

    /// The question that a chain of conditions begins with: the question itself when it depends on none.
    pub(super) fn beginning<'a>(&'a self, question: &'a Question<T>) -> &'a QuestionId {
        let mut current = question;
        // Each step goes to an earlier question, so there are fewer steps than questions.
        for _ in &self.questions {
            let earlier = current
                .condition
                .as_ref()
                .and_then(|condition| self.questions.iter().find(|candidate| candidate.id == condition.question_id));
            match earlier {
                Some(earlier) => current = earlier,
                None => break,
            }
        }
        &current.id
    }
}
