//! People who stand up can be thwarted or intimidated. Saying so takes the idea out of public at once and goes to the
//! coordinators alone, whoever has the case. Who joins in can say so as well. What they told is for the coordinators: who
//! thought of it hears no more than that it is off the site. And it goes off the site only when both have said yes:
//! anybody can offer to help, also who wants it gone.

use super::command::{Context, Decision, Written};
use super::event::Event;
use super::{Case, CaseAction, Refusal};
use crate::actor::Actor;
use crate::notification::{MailKind, Recipient};

impl Case {
    /// At any time, and as often as it happens.
    pub(super) fn report_threat(&self, text: Option<Written>, actor: &Actor) -> Result<Decision, Refusal> {
        if *actor != Actor::Resident {
            return Err(Refusal::NotYours);
        }
        let mut decision = Decision::default();
        decision
            .event(Event::Threatened { text: text.as_ref().map(|text| text.id.clone()) })
            .tell(Recipient::Coordinators, MailKind::ResidentThreatened);
        if self.is_public() {
            decision.event(Event::Hidden);
        }
        if let Some(text) = text {
            decision.text(text);
        }
        Ok(decision)
    }

    /// The same by somebody who offered to help; `hides` when the one who thought of it had said yes.
    pub(super) fn report_pledger_threat(
        &self,
        text: Option<Written>,
        hides: bool,
        actor: &Actor,
    ) -> Result<Decision, Refusal> {
        if !matches!(actor, Actor::Pledger { .. }) {
            return Err(Refusal::NotYours);
        }
        let mut decision = Decision::default();
        decision
            .event(Event::Threatened { text: text.as_ref().map(|text| text.id.clone()) })
            .tell(Recipient::Coordinators, MailKind::ResidentThreatened);
        if hides && self.is_public() {
            decision.event(Event::Hidden).tell(Recipient::Resident, MailKind::NoLongerPublic);
        }
        if let Some(text) = text {
            decision.text(text);
        }
        Ok(decision)
    }

    pub(super) fn take_up_threat(&self, actor: &Actor, context: &Context<'_>) -> Result<Decision, Refusal> {
        self.permits(CaseAction::TakeUpThreat, actor, context)?;
        let mut decision = Decision::default();
        decision.event(Event::ThreatTakenUp);
        Ok(decision)
    }
}
