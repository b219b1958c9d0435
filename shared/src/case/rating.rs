//! What the resident says of a conclusion, and looking at a case again.

use super::command::{Context, Decision, Written};
use super::conclusion::ConclusionText;
use super::event::Event;
use super::{Case, CaseAction, Refusal, State};
use crate::actor::Actor;
use crate::fault::FaultCode;
use crate::notification::{MailKind, Recipient};

impl Case {
    /// Once for each conclusion. A "no" without a reason would leave nobody anything to do.
    pub(super) fn rate(
        &self,
        helped: bool,
        reason: Option<Written>,
        actor: &Actor,
        context: &Context<'_>,
    ) -> Result<Decision, Refusal> {
        if *actor != Actor::Resident {
            return Err(Refusal::NotYours);
        }
        let State::Concluded(concluded) = &self.state else { return Err(Refusal::NotConcluded) };
        if concluded.rating.is_some() {
            return Err(Refusal::AlreadyRated);
        }
        if context.today() > concluded.rating_until() {
            return Err(Refusal::RatingTermPassed);
        }
        if !helped && reason.is_none() {
            return Err(Refusal::field("reason", FaultCode::Required));
        }
        let mut decision = Decision::default();
        decision.event(Event::Rated { helped, reason: reason.as_ref().map(|reason| reason.id.clone()) });
        if let Some(reason) = reason {
            decision.text(reason);
        }
        if helped {
            decision.tell(self.handlers(), MailKind::ResidentWasHelped);
        } else {
            decision
                .event(Event::ReopeningAsked { decide_by: context.in_working_days(context.terms.update_days) })
                .tell(self.handlers(), MailKind::ReopeningAsked)
                .tell(Recipient::Coordinators, MailKind::ReopeningAsked);
        }
        Ok(decision)
    }

    pub(super) fn reopen(&self, actor: &Actor, context: &Context<'_>) -> Result<Decision, Refusal> {
        self.permits(CaseAction::Reopen, actor, context)?;
        let mut decision = Decision::default();
        decision
            .event(Event::Reopened { until: context.in_working_days(context.terms.update_days) })
            .tell(Recipient::Resident, MailKind::Reopened)
            .tell(self.handlers(), MailKind::CaseReopened);
        self.tell_concerned_of_opening(&mut decision);
        Ok(decision)
    }

    pub(super) fn refuse_reopening(
        &self,
        text: ConclusionText,
        actor: &Actor,
        context: &Context<'_>,
    ) -> Result<Decision, Refusal> {
        self.permits(CaseAction::RefuseReopening, actor, context)?;
        let mut decision = Decision::default();
        decision
            .event(Event::ReopeningRefused { text: text.id().clone() })
            .text(text.into_written())
            .tell(Recipient::Resident, MailKind::ReopeningRefused);
        Ok(decision)
    }
}
