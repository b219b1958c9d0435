//! Helping the owner without taking over: a partner is asked, says yes or no, and from then on reads along, writes
//! notes and proposes words. What the resident hears stays with the owner.

use super::access::{belongs_to, coordinates, handles, may};
use super::command::{Context, Decision, Written};
use super::event::Event;
use super::{Case, CaseAction, Open, Refusal, State};
use crate::actor::{Actor, Permission};
use crate::fault::FaultCode;
use crate::ids::PartnerId;
use crate::notification::{MailKind, Recipient};
use crate::routing::availability;

impl Case {
    pub(super) fn ask_support(
        &self,
        to: PartnerId,
        reason: Written,
        actor: &Actor,
        context: &Context<'_>,
    ) -> Result<Decision, Refusal> {
        self.permits(CaseAction::AskSupport, actor, context)?;
        if context.partner(&to).is_none() {
            return Err(Refusal::field("to", FaultCode::Unknown));
        }
        if self.helps(&to) {
            return Err(Refusal::HelpsAlready);
        }
        availability(context.partners, &to, context.today()).map_err(|_| Refusal::PartnerUnavailable)?;
        let mut decision = Decision::default();
        decision
            .event(Event::SupportAsked { partner: to.clone(), reason: reason.id.clone() })
            .text(reason)
            .tell(Recipient::Partner { id: to }, MailKind::SupportAsked);
        Ok(decision)
    }

    pub(super) fn accept_support(
        &self,
        partner: PartnerId,
        actor: &Actor,
        context: &Context<'_>,
    ) -> Result<Decision, Refusal> {
        self.asked_for_support(Some(&partner), actor)?;
        // What it had when it was asked may have ended since.
        availability(context.partners, &partner, context.today()).map_err(|_| Refusal::PartnerUnavailable)?;
        let mut decision = Decision::default();
        decision
            .event(Event::SupportAccepted { partner })
            .tell(Recipient::Resident, MailKind::News)
            .tell(self.handlers(), MailKind::SupportAnswered);
        Ok(decision)
    }

    pub(super) fn decline_support(
        &self,
        partner: PartnerId,
        reason: Written,
        actor: &Actor,
    ) -> Result<Decision, Refusal> {
        self.asked_for_support(Some(&partner), actor)?;
        let mut decision = Decision::default();
        decision
            .event(Event::SupportDeclined { partner, reason: reason.id.clone() })
            .text(reason)
            .tell(self.handlers(), MailKind::SupportAnswered);
        Ok(decision)
    }

    /// For the officials of all who work on it; the resident never reads it.
    pub(super) fn add_note(&self, text: Written, actor: &Actor, context: &Context<'_>) -> Result<Decision, Refusal> {
        self.permits(CaseAction::AddNote, actor, context)?;
        let partner = actor.partner().ok_or(Refusal::NotYours)?;
        let mut decision = Decision::default();
        decision.event(Event::NoteAdded { partner: partner.clone(), text: text.id.clone() }).text(text);
        Ok(decision)
    }

    /// Words that the owner may use for its news.
    pub(super) fn propose_update(
        &self,
        text: Written,
        actor: &Actor,
        context: &Context<'_>,
    ) -> Result<Decision, Refusal> {
        self.permits(CaseAction::ProposeUpdate, actor, context)?;
        let partner = actor.partner().ok_or(Refusal::NotYours)?;
        let mut decision = Decision::default();
        decision
            .event(Event::UpdateProposed { partner: partner.clone(), text: text.id.clone() })
            .text(text)
            .tell(self.handlers(), MailKind::UpdateProposed);
        Ok(decision)
    }

    /// Whether a partner has it, helps with it, or has been asked to help.
    pub(super) fn helps(&self, partner: &PartnerId) -> bool {
        self.owner() == partner
            || self.supporting.contains(partner)
            || self.open().is_some_and(|open| open.support_asked.contains(partner))
    }

    /// The partners beside the owner that may read it: they help, were asked to, or are to carry something out.
    pub fn concerned(&self) -> Vec<&PartnerId> {
        let open = self.open();
        let asked = open.map_or(&[][..], |open| &open.support_asked);
        let by = open.and_then(|open| open.plan.as_ref()).map(|plan| &plan.by);
        let mut found: Vec<&PartnerId> = Vec::new();
        for partner in self.supporting.iter().chain(asked).chain(by) {
            if partner != self.owner() && !found.contains(&partner) {
                found.push(partner);
            }
        }
        found
    }

    /// Tells everybody beside the owner whom it concerns that it has ended. While it is held they have not seen it.
    pub(super) fn tell_concerned_of_end(&self, decision: &mut Decision) {
        if self.is_held() {
            return;
        }
        for id in self.concerned() {
            decision.tell(Recipient::Partner { id: id.clone() }, MailKind::HelpedCaseEnded);
        }
    }

    /// Who helped does so again.
    pub(super) fn tell_concerned_of_opening(&self, decision: &mut Decision) {
        if self.is_held() {
            return;
        }
        for id in &self.supporting {
            decision.tell(Recipient::Partner { id: id.clone() }, MailKind::CaseSupported);
        }
    }

    /// The open case, to somebody who may answer for a partner that was asked to help; for this one, when it is named.
    pub(super) fn asked_for_support(&self, partner: Option<&PartnerId>, actor: &Actor) -> Result<&Open, Refusal> {
        let State::Open(open) = &self.state else { return Err(Refusal::Ended) };
        let meant = |asked: &&PartnerId| partner.is_none_or(|partner| *asked == partner);
        let mut asked = open.support_asked.iter().filter(meant).peekable();
        if asked.peek().is_none() {
            Err(Refusal::NoSuchSupport)
        } else if !asked.any(|asked| handles(actor, asked)) {
            Err(Refusal::NotYours)
        } else if self.is_held() && !coordinates(actor) {
            Err(Refusal::Held)
        } else {
            Ok(open)
        }
    }

    /// Somebody who works on it for the owner or for a partner that helps.
    pub(super) fn works_on(&self, actor: &Actor) -> Result<(), Refusal> {
        let helps = |partner: &PartnerId| belongs_to(actor, partner);
        let works = may(actor, Permission::HandleCases)
            && (coordinates(actor) || helps(self.owner()) || self.supporting.iter().any(helps));
        match self.state {
            _ if !works => Err(Refusal::NotYours),
            State::Open(_) if self.is_held() && !coordinates(actor) => Err(Refusal::Held),
            State::Open(_) => Ok(()),
            State::Concluded(_) | State::Withdrawn(_) => Err(Refusal::Ended),
        }
    }

    /// Somebody of a partner that helps and does not own it.
    pub(super) fn supports(&self, actor: &Actor) -> Result<(), Refusal> {
        if self.supporting.iter().any(|partner| belongs_to(actor, partner)) {
            self.works_on(actor)
        } else {
            Err(Refusal::NotYours)
        }
    }
}
