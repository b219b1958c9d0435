//! "Wij steunen dit": a partner shows everybody that it supports an initiative, and takes that back.
//!
//! Who starts something is seldom thanked and sometimes thwarted: a name of a known organisation beside it says that they
//! do not stand alone. It is no promise and no handling: who owns the case, and by when there is an answer, stay as they
//! are. A partner speaks for itself; a coordinator may write down what one said.

use super::access::handles;
use super::command::{Context, Decision};
use super::event::Event;
use super::{Case, Refusal, State};
use crate::actor::Actor;
use crate::ids::PartnerId;
use crate::notification::{MailKind, Recipient};
use crate::routing::availability;

impl Case {
    /// Only what everybody sees, and only by a partner that can take cases: with an agreement, and somebody at work.
    pub(super) fn show_backing(
        &self,
        partner: PartnerId,
        actor: &Actor,
        context: &Context<'_>,
    ) -> Result<Decision, Refusal> {
        if !handles(actor, &partner) {
            return Err(Refusal::NotYours);
        }
        if matches!(self.state, State::Withdrawn(_)) {
            return Err(Refusal::Ended);
        }
        if !self.is_public() || self.is_held() {
            return Err(Refusal::NotPublic);
        }
        if self.backing.contains(&partner) {
            return Err(Refusal::BackedAlready);
        }
        availability(context.partners, &partner, context.today()).map_err(|_| Refusal::PartnerUnavailable)?;
        let mut decision = Decision::default();
        decision.event(Event::BackingShown { partner }).tell(Recipient::Resident, MailKind::News);
        Ok(decision)
    }

    /// At any time: nobody is held to what they said of somebody else's plan.
    pub(super) fn take_back_backing(&self, partner: PartnerId, actor: &Actor) -> Result<Decision, Refusal> {
        if !handles(actor, &partner) {
            return Err(Refusal::NotYours);
        }
        if !self.backing.contains(&partner) {
            return Err(Refusal::NotBacked);
        }
        let mut decision = Decision::default();
        decision.event(Event::BackingTakenBack { partner }).tell(Recipient::Resident, MailKind::News);
        Ok(decision)
    }
}
