//! What a moderator does: holding a text until it has been read, releasing it, rewriting it, showing it to everybody and
//! taking it out again. The resident is told why.

use super::command::{Context, Decision, Written};
use super::event::Event;
use super::{Case, CaseAction, Refusal, State};
use crate::actor::Actor;
use crate::ids::TextId;
use crate::notification::{MailKind, Recipient};

impl Case {
    pub(super) fn hold(&self, actor: &Actor, context: &Context<'_>) -> Result<Decision, Refusal> {
        self.permits(CaseAction::Hold, actor, context)?;
        let mut decision = Decision::default();
        // Nobody can answer an offer of what they may not see.
        self.end_offer(&mut decision);
        if self.is_public() {
            decision.event(Event::Hidden).tell(Recipient::Resident, MailKind::NoLongerPublic);
        }
        decision.event(Event::HeldForReview);
        Ok(decision)
    }

    pub(super) fn release(&self, actor: &Actor, context: &Context<'_>) -> Result<Decision, Refusal> {
        self.permits(CaseAction::ReleaseReview, actor, context)?;
        let mut decision = Decision::default();
        decision.event(Event::ReviewReleased);
        let Some(open) = self.open() else { return Ok(decision) };
        decision.tell(Recipient::Partner { id: self.owner().clone() }, MailKind::CaseAssigned);
        for id in self.concerned() {
            let waits = open.plan.as_ref().is_some_and(|plan| &plan.by == id && !plan.confirmed);
            let kind = match () {
                () if open.support_asked.contains(id) => MailKind::SupportAsked,
                () if waits => MailKind::DateProposed,
                () => MailKind::CaseSupported,
            };
            decision.tell(Recipient::Partner { id: id.clone() }, kind);
        }
        Ok(decision)
    }

    /// Before something is added that nobody has read and that seems to accuse somebody. Also when a coordinator has
    /// released what was written earlier.
    pub(super) fn hold_unread(&self, actor: &Actor) -> Result<Decision, Refusal> {
        match self.state {
            _ if *actor != Actor::System => return Err(Refusal::NotYours),
            State::Withdrawn(_) => return Err(Refusal::Ended),
            State::Open(_) | State::Concluded(_) => {}
        }
        let mut decision = Decision::default();
        if !self.is_held() {
            self.hold_by_itself(&mut decision);
        }
        Ok(decision)
    }

    pub(super) fn hold_by_itself(&self, decision: &mut Decision) {
        self.end_offer(decision);
        if self.is_public() {
            decision.event(Event::Hidden).tell(Recipient::Resident, MailKind::NoLongerPublic);
        }
        decision.event(Event::HeldForReview).tell(Recipient::Coordinators, MailKind::ReviewNeeded);
    }

    /// The resident's texts only: what officials write they can answer for. The resident is told why, and still reads
    /// what they wrote.
    pub(super) fn redact(
        &self,
        texts: Vec<(TextId, Written)>,
        reason: Written,
        actor: &Actor,
        context: &Context<'_>,
    ) -> Result<Decision, Refusal> {
        self.permits(CaseAction::Redact, actor, context)?;
        let received = &self.received;
        let mut decision = Decision::default();
        for (text, with) in texts {
            let others = [&received.why, &received.we_do, &received.we_need];
            let of_idea = text == received.what || others.into_iter().flatten().any(|other| *other == text);
            if !of_idea && !self.later.contains(&text) {
                return Err(Refusal::NoSuchText);
            }
            decision.erased.extend(self.translations_of(&text));
            decision.event(Event::Redacted { text, with: with.id.clone() }).text(with);
        }
        if decision.events.is_empty() {
            return Err(Refusal::NothingRedacted);
        }
        decision.tell(Recipient::Resident, MailKind::News);
        explain(reason, actor, &mut decision)?;
        Ok(decision)
    }

    pub(super) fn publish(&self, accuses: bool, actor: &Actor, context: &Context<'_>) -> Result<Decision, Refusal> {
        self.permits(CaseAction::Publish, actor, context)?;
        if accuses {
            return Err(Refusal::Accuses);
        }
        let mut decision = Decision::default();
        decision.event(Event::Published).tell(Recipient::Resident, MailKind::MadePublic);
        Ok(decision)
    }

    pub(super) fn hide(&self, reason: Written, actor: &Actor, context: &Context<'_>) -> Result<Decision, Refusal> {
        self.permits(CaseAction::Hide, actor, context)?;
        let mut decision = Decision::default();
        decision.event(Event::Hidden).tell(Recipient::Resident, MailKind::NoLongerPublic);
        explain(reason, actor, &mut decision)?;
        Ok(decision)
    }
}

/// Who moderates says why, in the name of their organisation.
fn explain(reason: Written, actor: &Actor, decision: &mut Decision) -> Result<(), Refusal> {
    let partner = actor.partner().ok_or(Refusal::NotYours)?.clone();
    decision.event(Event::Explained { partner, text: reason.id.clone() }).text(reason);
    Ok(())
}
