//! Days that others have a say in: when something will be carried out, and when somebody above the partners decides.

use serde::{Deserialize, Serialize};

use super::access::{coordinates, handles};
use super::command::{Context, Decision, Written};
use super::decide::promisable;
use super::event::Event;
use super::{Case, CaseAction, Outcome, Refusal, State};
use crate::actor::Actor;
use crate::fault::FaultCode;
use crate::ids::{PartnerId, TextId};
use crate::notification::{MailKind, Recipient};
use crate::routing::availability;
use crate::time::CivilDate;

/// A day on which something will be carried out. Until who carries it out has confirmed it, the resident reads that it
/// is proposed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Plan {
    pub by: PartnerId,
    pub on: CivilDate,
    pub confirmed: bool,
}

/// Somebody above the partners has to decide: who, in words, and by when.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NeededDecision {
    pub who: TextId,
    pub until: CivilDate,
}

impl Case {
    /// A day of the owner's own is confirmed with it.
    pub(super) fn propose_date(
        &self,
        (by, on): (PartnerId, CivilDate),
        text: Written,
        actor: &Actor,
        context: &Context<'_>,
    ) -> Result<Decision, Refusal> {
        self.permits(CaseAction::ProposeDate, actor, context)?;
        let on = promisable("on", on, context)?;
        if context.partner(&by).is_none() {
            return Err(Refusal::field("by", FaultCode::Unknown));
        }
        let mut decision = Decision::default();
        decision
            .event(Event::DateProposed { partner: by.clone(), on, text: text.id.clone() })
            .text(text)
            .tell(Recipient::Resident, MailKind::News);
        if &by == self.owner() {
            decision.event(Event::DateConfirmed { partner: by, on });
            return Ok(decision);
        }
        // Who is to carry it out has to see the case.
        if self.is_held() {
            return Err(Refusal::Held);
        }
        availability(context.partners, &by, context.today()).map_err(|_| Refusal::PartnerUnavailable)?;
        decision.tell(Recipient::Partner { id: by }, MailKind::DateProposed);
        Ok(decision)
    }

    /// On the day itself at the latest: what has passed nobody can carry out any more.
    pub(super) fn confirm_date(&self, actor: &Actor, context: &Context<'_>) -> Result<Decision, Refusal> {
        let Plan { by, on, .. } = self.date_to_confirm(actor)?.clone();
        if on < context.today() {
            return Err(Refusal::DatePassed);
        }
        let mut decision = Decision::default();
        decision
            .event(Event::DateConfirmed { partner: by, on })
            .tell(Recipient::Resident, MailKind::News)
            .tell(self.handlers(), MailKind::DateAnswered);
        Ok(decision)
    }

    pub(super) fn decline_date(&self, reason: Written, actor: &Actor) -> Result<Decision, Refusal> {
        let Plan { by, on, .. } = self.date_to_confirm(actor)?.clone();
        let mut decision = Decision::default();
        decision
            .event(Event::DateDeclined { partner: by, on, reason: reason.id.clone() })
            .text(reason)
            .tell(Recipient::Resident, MailKind::News)
            .tell(self.handlers(), MailKind::DateAnswered);
        Ok(decision)
    }

    /// The day that waits, to somebody who may confirm it.
    pub(super) fn date_to_confirm(&self, actor: &Actor) -> Result<&Plan, Refusal> {
        let State::Open(open) = &self.state else { return Err(Refusal::Ended) };
        let plan = open.plan.as_ref().filter(|plan| !plan.confirmed).ok_or(Refusal::NoSuchDate)?;
        if !handles(actor, &plan.by) {
            Err(Refusal::NotYours)
        } else if self.is_held() && !coordinates(actor) {
            Err(Refusal::Held)
        } else {
            Ok(plan)
        }
    }

    /// A conclusion promises only a day that who carries it out has confirmed: the owner by saying it, another by its
    /// answer. Once another has said no, a day has to be proposed and confirmed anew.
    pub(super) fn check_confirmed(&self, outcome: Outcome) -> Result<(), Refusal> {
        let (Outcome::WillBeDone { on }, Some(open)) = (outcome, self.open()) else { return Ok(()) };
        match &open.plan {
            Some(plan) if plan.confirmed && plan.on == on => Ok(()),
            None if !open.date_declined => Ok(()),
            Some(_) | None => Err(Refusal::DateNotConfirmed),
        }
    }

    /// The promise follows the day of the decision: before it there is nothing to tell.
    pub(super) fn need_decision(
        &self,
        who: Written,
        until: CivilDate,
        actor: &Actor,
        context: &Context<'_>,
    ) -> Result<Decision, Refusal> {
        self.permits(CaseAction::NeedDecision, actor, context)?;
        let until = promisable("until", until, context)?;
        let mut decision = Decision::default();
        decision
            .event(Event::DecisionNeeded { who: who.id.clone(), until })
            .event(Event::PromiseSet { until, reason: None })
            .text(who)
            .tell(Recipient::Resident, MailKind::News);
        Ok(decision)
    }
}
