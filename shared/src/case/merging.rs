//! The same idea twice, or a part of another one: it goes on under the other's number, and the resident follows on.

use super::command::{Context, Decision};
use super::conclusion::ConclusionText;
use super::event::Event;
use super::{Case, CaseAction, CaseNumber, Outcome, Refusal};
use crate::actor::Actor;
use crate::notification::{MailKind, Recipient};

/// What the case with the other number is like, for whoever merges. The caller looks it up.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Other {
    /// There is none, or none that this official may see.
    Unknown,
    /// It was itself merged into another, or withdrawn: nothing goes on there.
    Gone,
    There,
}

impl Case {
    /// Merging never makes a circle: what has been merged takes up nothing, and nothing is merged into itself.
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

    /// The case in which this one goes on.
    pub fn merged_into(&self) -> Option<CaseNumber> {
        match self.outcome() {
            Some(Outcome::Merged { into }) => Some(into),
            _ => None,
        }
    }
}
