//! Residents who did it before: who started something that worked out can say that others may ask them a question.
//!
//! Saying yes is the resident's own, by a button on the page that only they can open. It needs an e-mail address, because
//! otherwise nobody would hear of a question; it ends by taking it back, by erasing the address, and with all that takes
//! the initiative out of public or opens the case again: whoever goes on then is asked anew. Everybody reads that there
//! is somebody with experience, and never who.

use super::command::Decision;
use super::event::Event;
use super::{Case, Outcome, Refusal};
use crate::actor::Actor;

impl Case {
    /// Whether there is something that others could ask about: everybody sees it, and it was done or residents do it.
    pub fn has_experience(&self) -> bool {
        let worked_out = matches!(self.outcome(), Some(Outcome::Realised | Outcome::TakenUpByResidents));
        worked_out && self.is_public() && !self.is_held() && !self.erased
    }

    /// Whether others may ask the resident. Whether an address is kept is for the caller to look up.
    pub const fn shares_experience(&self) -> bool {
        self.shares_experience
    }

    /// `reachable`: an e-mail address is kept.
    pub(super) fn share_experience(&self, reachable: bool, actor: &Actor) -> Result<Decision, Refusal> {
        match () {
            () if *actor != Actor::Resident => Err(Refusal::NotYours),
            () if self.shares_experience => Err(Refusal::SharedAlready),
            () if !self.has_experience() => Err(Refusal::NothingToShare),
            () if !reachable => Err(Refusal::NoAddress),
            () => {
                let mut decision = Decision::default();
                decision.event(Event::ExperienceShared);
                Ok(decision)
            }
        }
    }

    /// By the resident at any time; by itself when the address goes.
    pub(super) fn stop_sharing(&self, actor: &Actor) -> Result<Decision, Refusal> {
        match () {
            () if !matches!(actor, Actor::Resident | Actor::System) => Err(Refusal::NotYours),
            () if !self.shares_experience => Err(Refusal::NotShared),
            () => {
                let mut decision = Decision::default();
                decision.event(Event::ExperienceWithdrawn);
                Ok(decision)
            }
        }
    }
}

impl Event {
    /// Whether nobody may ask any more after it. A threat takes the initiative off the site where it should; by asking
    /// alone, and telling of one, nobody ends what another said yes to.
    pub(super) const fn ends_sharing(&self) -> bool {
        matches!(
            self,
            Self::ExperienceWithdrawn
                | Self::Hidden
                | Self::TextsErased { .. }
                | Self::ReopeningAsked { .. }
                | Self::Withdrawn
        )
    }
}
