//! The same idea twice, or a part of another one: it goes on under the other's number, and the resident follows on.

use super::command::{Context, Decision};
use super::conclusion::ConclusionText;
use super::event::Event;
use super::{Case, CaseAction, CaseNumber, Outcome, Refusal, State};
use crate::actor::Actor;
use crate::notification::{MailKind, Recipient};

/// What the case with the other number is like, for whoever merges. The caller looks it up.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Other {
    /// There is none, or none that this official may see.
    Unknown,
    /// It was itself merged into another, passed on or withdrawn: nothing goes on there.
    Gone,
    There,
}

impl Case {
    /// Merging never makes a circle: what has been merged, or may fall back into that, takes up nothing, and nothing is
    /// merged into itself.
    pub(super) fn merge(
        &self,
        (into, other): (CaseNumber, Other),
        text: ConclusionText,
        actor: &Actor,
        context: &Context<'_>,
    ) -> Result<Decision, Refusal> {
        self.permits(CaseAction::Conclude, actor, context)?;
        match other {
            _ if into == self.received.number => return Err(Refusal::MergedIntoItself),
            Other::Unknown => return Err(Refusal::NoSuchCase),
            Other::Gone => return Err(Refusal::MergedIntoGone),
            Other::There => {}
        }
        let mut decision = Decision::default();
        self.end_offer(&mut decision);
        self.tell_concerned_of_end(&mut decision);
        decision
            .event(Event::Concluded {
                partner: self.owner().clone(),
                outcome: Outcome::Merged { into },
                text: text.id().clone(),
            })
            .text(text.into_written())
            .tell(Recipient::Resident, MailKind::Concluded);
        Ok(decision)
    }

    /// The case in which this one goes on; also while nobody has decided whether to look again, because it may be left
    /// at that.
    pub fn merged_into(&self) -> Option<CaseNumber> {
        match self.outcome().or_else(|| self.asked_again().map(|concluded| concluded.outcome)) {
            Some(Outcome::Merged { into }) => Some(into),
            _ => None,
        }
    }

    /// What it is like for one that is to go on in it.
    pub fn as_other(&self) -> Other {
        let passed_on = self.passed_on.as_ref().is_some_and(|passed_on| passed_on.nature.ends());
        if self.merged_into().is_some() || passed_on || matches!(self.state, State::Withdrawn(_)) {
            Other::Gone
        } else {
            Other::There
        }
    }

    /// The resident of the other case took it back. That is not for this resident to suffer: their idea is open again,
    /// with the owner that it had, and somebody looks at it by a day that they hear.
    pub(super) fn unmerge(&self, actor: &Actor, context: &Context<'_>) -> Result<Decision, Refusal> {
        if *actor != Actor::System {
            return Err(Refusal::NotYours);
        }
        if self.merged_into().is_none() {
            return Err(Refusal::NotMerged);
        }
        // What was promised already stays promised.
        let soon = context.in_working_days(context.terms.update_days);
        let until = self.promise().map_or(soon, |promise| promise.min(soon));
        let mut decision = Decision::default();
        decision
            .event(Event::Unmerged { until })
            .tell(Recipient::Resident, MailKind::Unmerged)
            .tell(self.handlers(), MailKind::CaseReopened);
        self.tell_concerned_of_opening(&mut decision);
        Ok(decision)
    }
}
