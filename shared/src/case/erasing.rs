//! Erasing what somebody wrote, because they ask for it. The words are overwritten; that something was written, when and
//! by whom stays, so that replaying the events still gives the same state.

use super::access::coordinates;
use super::command::{Context, Decision, Written};
use super::event::Event;
use super::{Case, CaseAction, Refusal};
use crate::actor::Actor;
use crate::ids::TextId;
use crate::notification::{MailKind, Recipient};

/// Which words are to go.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Erasure {
    /// The ids of the texts, all of this case. The caller looks them up: the state does not hold them all.
    pub texts: Vec<TextId>,
    /// Why, and who asked for it. Never erased with the rest.
    pub reason: Written,
}

impl Case {
    pub(super) fn erase_texts(
        &self,
        erasure: Erasure,
        actor: &Actor,
        context: &Context<'_>,
    ) -> Result<Decision, Refusal> {
        self.permits(CaseAction::EraseTexts, actor, context)?;
        let Erasure { texts, reason } = erasure;
        if texts.is_empty() {
            return Err(Refusal::NothingToErase);
        }
        let mut decision = Decision::default();
        // Without its words there is nothing left to show.
        if self.is_public() {
            decision.event(Event::Hidden);
        }
        decision
            .event(Event::TextsErased { texts: texts.clone(), reason: reason.id.clone() })
            .text(reason)
            .tell(Recipient::Resident, MailKind::TextsErased);
        decision.erased = texts;
        Ok(decision)
    }

    pub(super) fn may_erase(actor: &Actor) -> Result<(), Refusal> {
        if coordinates(actor) { Ok(()) } else { Err(Refusal::NotYours) }
    }
}
