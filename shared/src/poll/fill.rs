//! Filling in a poll step by step: the same rule on the server (plain forms) and in the browser.
//!
//! Each step carries all earlier answers along; going back keeps them. One question a step, then the area when the
//! poll asks for it, then the check page. The rule is a pure function; the page only wires it.

use serde::{Deserialize, Serialize};

use super::{Answers, Poll};
use crate::fault::Fault;
use crate::ids::AreaId;

/// Which page of the form is shown.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub enum Step {
    /// The question at this place, counted from 0.
    Question(usize),
    /// "In welke buurt woont u?"
    Area,
    /// Everything once more, before sending.
    Check,
}

/// What the resident filled in so far.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Filling {
    pub step: Step,
    pub answers: Answers,
    pub area_id: Option<AreaId>,
    /// One answer is being changed from the check page: forward leads back there.
    pub changing: bool,
    /// Faults of the step that is shown.
    pub faults: Vec<Fault>,
}

/// What the resident pressed, in a form with these steps.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Move<S> {
    Forward,
    Back,
    /// From the check page straight to one step, to change it.
    To(S),
}

impl Filling {
    pub fn start() -> Self {
        Self { step: Step::Question(0), answers: Answers::new(), area_id: None, changing: false, faults: Vec::new() }
    }

    /// Whether anything has been answered yet.
    pub fn has_something(&self) -> bool {
        !self.answers.is_empty() || self.area_id.is_some()
    }
}

impl<T> Poll<T> {
    /// All steps in order after these answers; the check page is the last.
    pub fn steps(&self, answers: &Answers) -> Vec<Step> {
        let asked = self.asked(answers).into_iter().enumerate();
        let questions = asked.filter(|(_, asked)| *asked).map(|(place, _)| Step::Question(place));
        questions.chain(self.asks_area.then_some(Step::Area)).chain([Step::Check]).collect()
    }

    /// Goes to the next page that the move leads to. Forward stays, with the faults, when the answer of the step
    /// shown does not fit; back and jumps never refuse, so that nobody is locked in. Answers to questions that are no
    /// longer asked go.
    #[must_use]
    pub fn advance(&self, mut filling: Filling, movement: Move<Step>) -> Filling {
        filling.answers = self.without_unasked(filling.answers);
        let steps = self.steps(&filling.answers);
        let here = steps.iter().position(|step| *step == filling.step).unwrap_or(0);
        filling.faults = match movement {
            Move::Forward => self.faults_of(filling.step, &filling.answers),
            Move::Back | Move::To(_) => Vec::new(),
        };
        if filling.faults.is_empty() {
            let last = steps.len().saturating_sub(1);
            // What is asked because of the answer that is changed comes before the check page.
            let because = steps
                .iter()
                .skip(here.saturating_add(1))
                .find(|step| self.follows(filling.step, **step, &filling.answers));
            let there = match movement {
                Move::Forward if filling.changing => {
                    because.and_then(|because| steps.iter().position(|step| step == because)).unwrap_or(last)
                }
                Move::Back if filling.changing => last,
                Move::Forward => here.saturating_add(1),
                Move::Back => here.saturating_sub(1),
                Move::To(step) => steps.iter().position(|candidate| *candidate == step).unwrap_or(here),
            };
            let there = steps.get(there).copied().unwrap_or(Step::Check);
            filling.changing = match movement {
                Move::To(_) => filling.step == Step::Check && there != Step::Check,
                Move::Forward | Move::Back => filling.changing && there != Step::Check,
            };
            filling.step = there;
        }
        filling
    }

    /// Whether a later question depends on the same answer as the one shown, and has no answer yet.
    fn follows(&self, shown: Step, later: Step, answers: &Answers) -> bool {
        let question = |step| match step {
            Step::Question(place) => self.questions.get(place),
            Step::Area | Step::Check => None,
        };
        let (Some(shown), Some(later)) = (question(shown), question(later)) else { return false };
        !answers.contains_key(&later.id) && self.beginning(later) == self.beginning(shown)
    }

    /// Shows the first step that has one of these faults: after sending was refused.
    #[must_use]
    pub fn at_first_fault(&self, mut filling: Filling, faults: Vec<Fault>) -> Filling {
        let asks = |step: &Step, fault: &Fault| match step {
            Step::Question(place) => {
                self.questions.get(*place).is_some_and(|question| is_about(&fault.field, &question.field()))
            }
            Step::Area => fault.field == "areaId",
            Step::Check => false,
        };
        let first = self.steps(&filling.answers).into_iter().find(|step| faults.iter().any(|fault| asks(step, fault)));
        filling.step = first.unwrap_or(filling.step);
        filling.faults = faults.into_iter().filter(|fault| asks(&filling.step, fault)).collect();
        filling
    }

    /// What is wrong with the answer of one step.
    fn faults_of(&self, step: Step, answers: &Answers) -> Vec<Fault> {
        let Step::Question(place) = step else { return Vec::new() };
        let Some(question) = self.questions.get(place) else { return Vec::new() };
        question.read(answers.get(&question.id)).err().unwrap_or_default()
    }
}

/// Whether a fault is about a field, or about a part of it.
fn is_about(fault: &str, field: &str) -> bool {
    fault.strip_prefix(field).is_some_and(|rest| rest.is_empty() || rest.starts_with('.'))
}
