//! Every rule of a case: what a command leads to, or why not.

use super::command::{Command, Context, Decision, Written};
use super::conclusion::ConclusionText;
use super::event::{Event, OwnerChange};
use super::{
    Case, CaseAction, FURTHEST_PROMISE_DAYS, LEAST_DAYS_AFTER_ANSWER, Offer, Open, Outcome, QUESTION_DAYS,
    REFUSALS_UNTIL_COORDINATOR, Refusal, State,
};
use crate::actor::Actor;
use crate::fault::FaultCode;
use crate::ids::{HandoverId, PartnerId, TextId};
use crate::notification::{MailKind, Recipient};
use crate::routing::availability;
use crate::time::CivilDate;

impl Case {
    /// What the command leads to. Nothing has happened before the decision is stored.
    pub fn decide(&self, command: Command, actor: &Actor, context: &Context<'_>) -> Result<Decision, Refusal> {
        match command {
            Command::Hold => self.hold(actor, context),
            Command::HoldUnread => self.hold_unread(actor),
            Command::ReleaseReview => self.release(actor, context),
            Command::Redact { texts, reason } => self.redact(texts, reason, actor, context),
            Command::Translate { texts, accuses } => self.translate(texts, accuses, actor, context),
            Command::Update { text, next_news_by } => self.update(text, next_news_by, actor, context),
            Command::Reply { parts, next_news_by } => self.reply(&parts, next_news_by, actor, context),
            Command::MovePromise { until, reason } => self.move_promise(until, reason, actor, context),
            Command::Ask { text } => self.ask(text, actor, context),
            Command::Answer { question, text } => self.answer(question, text, actor, context),
            Command::OfferHandover { id, to, reason } => self.offer_handover(id, to, reason, actor, context),
            Command::AcceptHandover { id } => self.accept(&id, actor, context),
            Command::DeclineHandover { id, reason, suggestion } => {
                self.decline(&id, reason, suggestion, actor, context)
            }
            Command::WithdrawHandover { id } => self.withdraw_offer(id, actor, context),
            Command::AskSupport { to, reason } => self.ask_support(to, reason, actor, context),
            Command::AcceptSupport { partner } => self.accept_support(partner, actor, context),
            Command::DeclineSupport { partner, reason } => self.decline_support(partner, reason, actor),
            Command::AddNote { text } => self.add_note(text, actor, context),
            Command::ProposeUpdate { text } => self.propose_update(text, actor, context),
            Command::NeedDecision { who, until } => self.need_decision(who, until, actor, context),
            Command::ProposeDate { by, on, text } => self.propose_date((by, on), text, actor, context),
            Command::ConfirmDate => self.confirm_date(actor, context),
            Command::DeclineDate { reason } => self.decline_date(reason, actor),
            Command::Conclude { outcome, text } => self.conclude(outcome, text, actor, context),
            Command::Merge { into, other, text } => self.merge((into, other), text, actor, context),
            Command::EraseTexts(erasure) => self.erase_texts(erasure, actor, context),
            Command::PassOn(passing) => self.pass_on(passing, actor, context),
            Command::Rate { helped, reason } => self.rate(helped, reason, actor, context),
            Command::Reopen => self.reopen(actor, context),
            Command::Unmerge => self.unmerge(actor, context),
            Command::RefuseReopening { text } => self.refuse_reopening(text, actor, context),
            Command::ReportThreat { text } => self.report_threat(text, actor),
            Command::ReportPledgerThreat { text, hides } => self.report_pledger_threat(text, hides, actor),
            Command::TakeUpThreat => self.take_up_threat(actor, context),
            Command::AddTask { kind, doer, until, text } => self.add_task((kind, doer), until, text, actor, context),
            Command::ChangeTask { task, doer, until } => self.change_task(&task, (doer, until), actor, context),
            Command::FinishTask { task } => self.finish_task(&task, actor),
            Command::DropTask { task } => self.drop_task(&task, actor),
            Command::PledgerLeft { pledge } => self.pledger_left(&pledge, actor),
            Command::ShowBacking { partner } => self.show_backing(partner, actor, context),
            Command::TakeBackBacking { partner } => self.take_back_backing(partner, actor),
            Command::ShareExperience { reachable } => self.share_experience(reachable, actor),
            Command::StopSharingExperience => self.stop_sharing(actor),
            Command::Withdraw => self.withdraw(actor),
            Command::Publish { accuses } => self.publish(accuses, actor, context),
            Command::Hide { reason } => self.hide(reason, actor, context),
            Command::SetLanguage { language } => self.set_language(language, actor, context),
            Command::SetKind { kind } => self.set_kind(kind, actor, context),
            Command::RecordAgreements(new) => self.record_agreements(new, actor, context),
            Command::NoteContact { text } => self.note_contact(text, actor, context),
            Command::EndContact { reason } => self.end_contact(reason, actor, context),
            Command::PassTime => match actor {
                // The events that are due fit the state they were found in, so this does not fail.
                Actor::System => self.pass_time(context).map_err(|_| Refusal::Ended),
                Actor::Resident | Actor::Pledger { .. } | Actor::Official { .. } | Actor::Mailed { .. } => {
                    Err(Refusal::NotYours)
                }
            },
        }
    }

    fn update(
        &self,
        text: Written,
        next_news_by: Option<CivilDate>,
        actor: &Actor,
        context: &Context<'_>,
    ) -> Result<Decision, Refusal> {
        self.permits(CaseAction::Update, actor, context)?;
        let until = match next_news_by {
            Some(date) => promisable("nextNewsBy", date, context)?,
            None => context.in_working_days(context.terms.update_days),
        };
        let mut decision = Decision::default();
        decision
            .event(Event::Updated { partner: self.owner().clone(), text: text.id.clone(), parts: None })
            .event(Event::PromiseSet { until, reason: None })
            .text(text)
            .tell(Recipient::Resident, MailKind::News);
        Ok(decision)
    }

    fn move_promise(
        &self,
        until: CivilDate,
        reason: Written,
        actor: &Actor,
        context: &Context<'_>,
    ) -> Result<Decision, Refusal> {
        self.permits(CaseAction::MovePromise, actor, context)?;
        let until = promisable("until", until, context)?;
        let mut decision = Decision::default();
        decision
            .event(Event::PromiseSet { until, reason: Some(reason.id.clone()) })
            .text(reason)
            .tell(Recipient::Resident, MailKind::PromiseMoved);
        Ok(decision)
    }

    /// While the resident thinks, the clock of the partner stands still: after the last day for an answer it has the
    /// working days that were left when it asked, and never fewer than [`LEAST_DAYS_AFTER_ANSWER`].
    fn ask(&self, text: Written, actor: &Actor, context: &Context<'_>) -> Result<Decision, Refusal> {
        self.permits(CaseAction::Ask, actor, context)?;
        let answer_until = context.today().plus_days(QUESTION_DAYS);
        let left = self.promise().map_or(0, |until| context.calendar.working_days_until(context.today(), until));
        let until = context.calendar.add_working_days(answer_until, left.max(LEAST_DAYS_AFTER_ANSWER));
        let mut decision = Decision::default();
        decision
            .event(Event::QuestionAsked { partner: self.owner().clone(), text: text.id.clone(), answer_until })
            .event(Event::PromiseSet { until, reason: None })
            .text(text)
            .tell(Recipient::Resident, MailKind::Question);
        Ok(decision)
    }

    /// Also after the term: what a resident writes is not turned away while somebody works on it. The promise comes back
    /// to what was left when the question was asked, unless somebody has named another day since.
    fn answer(
        &self,
        question: TextId,
        text: Written,
        actor: &Actor,
        context: &Context<'_>,
    ) -> Result<Decision, Refusal> {
        let State::Open(open) = &self.state else { return Err(Refusal::Ended) };
        if *actor != Actor::Resident {
            self.owned_by(actor)?;
        }
        let asked = open.question.as_ref().filter(|open| open.id == question).ok_or(Refusal::NoSuchQuestion)?;
        let mut decision = Decision::default();
        decision
            .event(Event::Answered { question, text: text.id.clone() })
            .text(text)
            .tell(self.handlers(), MailKind::ResidentAnswered);
        if open.promise.set_at == asked.asked_at {
            let left = context.calendar.working_days_until(asked.answer_until, open.promise.until);
            let until = context.in_working_days(left);
            if until < open.promise.until {
                decision.event(Event::PromiseSet { until, reason: None });
            }
        }
        Ok(decision)
    }

    fn offer_handover(
        &self,
        handover: HandoverId,
        to: PartnerId,
        reason: Written,
        actor: &Actor,
        context: &Context<'_>,
    ) -> Result<Decision, Refusal> {
        self.permits(CaseAction::OfferHandover, actor, context)?;
        if context.partner(&to).is_none() {
            return Err(Refusal::field("to", FaultCode::Unknown));
        }
        if &to == self.owner() {
            return Err(Refusal::OfferToOwner);
        }
        availability(context.partners, &to, context.today()).map_err(|_| Refusal::PartnerUnavailable)?;
        let mut decision = Decision::default();
        decision
            .event(Event::HandoverOffered {
                handover,
                from: self.owner().clone(),
                to: to.clone(),
                reason: reason.id.clone(),
                answer_by: context.in_working_days(context.terms.handover_days),
            })
            .text(reason)
            .tell(Recipient::Partner { id: to }, MailKind::CaseOffered)
            .tell(Recipient::Resident, MailKind::HandoverOffered);
        Ok(decision)
    }

    /// The new owner gets the time of a first answer, and never less than was left.
    fn accept(&self, id: &HandoverId, actor: &Actor, context: &Context<'_>) -> Result<Decision, Refusal> {
        let (open, offer) = self.the_offer(id, actor)?;
        // What it had when it was asked may have ended since.
        availability(context.partners, &offer.to, context.today()).map_err(|_| Refusal::PartnerUnavailable)?;
        let until = context.in_working_days(self.received.routing.answer_days);
        let mut decision = Decision::default();
        decision
            .event(Event::HandoverAccepted { handover: offer.id.clone(), partner: offer.to.clone() })
            .event(Event::OwnerChanged { to: offer.to.clone(), why: OwnerChange::Accepted })
            .tell(Recipient::Partner { id: open.owner.clone() }, MailKind::OfferAccepted)
            .tell(Recipient::Resident, MailKind::OwnerChanged);
        if until > open.promise.until {
            decision.event(Event::PromiseSet { until, reason: None });
        }
        Ok(decision)
    }

    fn decline(
        &self,
        id: &HandoverId,
        reason: Written,
        suggestion: Option<PartnerId>,
        actor: &Actor,
        context: &Context<'_>,
    ) -> Result<Decision, Refusal> {
        let (open, offer) = self.the_offer(id, actor)?;
        if suggestion.as_ref().is_some_and(|suggestion| context.partner(suggestion).is_none()) {
            return Err(Refusal::field("suggestion", FaultCode::Unknown));
        }
        let mut decision = Decision::default();
        decision
            .event(Event::HandoverDeclined {
                handover: offer.id.clone(),
                partner: offer.to.clone(),
                reason: reason.id.clone(),
                suggestion,
            })
            .text(reason)
            .tell(self.handlers(), MailKind::OfferDeclined);
        open.after_refusal(context, &mut decision);
        Ok(decision)
    }

    fn withdraw_offer(&self, id: HandoverId, actor: &Actor, context: &Context<'_>) -> Result<Decision, Refusal> {
        self.permits(CaseAction::WithdrawHandover, actor, context)?;
        let offer = self.offer().filter(|offer| offer.id == id).ok_or(Refusal::NoSuchOffer)?;
        let mut decision = Decision::default();
        decision
            .event(Event::HandoverWithdrawn { handover: id })
            .tell(Recipient::Partner { id: offer.to.clone() }, MailKind::OfferEnded);
        Ok(decision)
    }

    fn conclude(
        &self,
        outcome: Outcome,
        text: ConclusionText,
        actor: &Actor,
        context: &Context<'_>,
    ) -> Result<Decision, Refusal> {
        self.permits(CaseAction::Conclude, actor, context)?;
        if let Outcome::WillBeDone { on } = outcome
            && on <= context.today()
        {
            return Err(Refusal::field("outcome.on", FaultCode::NotInTheFuture));
        }
        self.check_confirmed(outcome)?;
        // These have commands of their own, with what they need to know.
        if matches!(outcome, Outcome::Merged { .. } | Outcome::PassedOn { .. }) {
            return Err(Refusal::field("outcome", FaultCode::NotTogether));
        }
        let mut decision = Decision::default();
        self.end_offer(&mut decision);
        self.tell_concerned_of_end(&mut decision);
        decision
            .event(Event::Concluded { partner: self.owner().clone(), outcome, text: text.id().clone() })
            .text(text.into_written())
            .tell(Recipient::Resident, MailKind::Concluded);
        Ok(decision)
    }

    /// At any time, also after the conclusion: it is the resident's own.
    fn withdraw(&self, actor: &Actor) -> Result<Decision, Refusal> {
        if *actor != Actor::Resident {
            return Err(Refusal::NotYours);
        }
        if matches!(self.state, State::Withdrawn(_)) {
            return Err(Refusal::AlreadyWithdrawn);
        }
        let mut decision = Decision::default();
        self.end_offer(&mut decision);
        self.tell_concerned_of_end(&mut decision);
        if self.is_public() {
            decision.event(Event::Hidden);
        }
        decision
            .event(Event::Withdrawn)
            .tell(Recipient::Resident, MailKind::WithdrawalConfirmed)
            .tell(self.handlers(), MailKind::ResidentWithdrew);
        Ok(decision)
    }

    /// An offer ends when there is nothing left to take over.
    pub(super) fn end_offer(&self, decision: &mut Decision) {
        if let Some(offer) = self.offer() {
            decision
                .event(Event::HandoverWithdrawn { handover: offer.id.clone() })
                .tell(Recipient::Partner { id: offer.to.clone() }, MailKind::OfferEnded);
        }
    }

    /// The offer that is meant, to somebody who may answer it.
    fn the_offer(&self, id: &HandoverId, actor: &Actor) -> Result<(&Open, &Offer), Refusal> {
        match self.offered_to(actor)? {
            (open, offer) if &offer.id == id => Ok((open, offer)),
            _ => Err(Refusal::NoSuchOffer),
        }
    }

    /// Who works on it: while it is held, nobody else has seen it yet.
    pub(super) fn handlers(&self) -> Recipient {
        if self.is_held() { Recipient::Coordinators } else { Recipient::Partner { id: self.owner().clone() } }
    }
}

impl Open {
    /// After the second refusal the coordinating partner owns it, and the promise stays as it was: nobody has told
    /// the resident anything yet.
    pub(super) fn after_refusal(&self, context: &Context<'_>, decision: &mut Decision) {
        if self.refusals.saturating_add(1) < REFUSALS_UNTIL_COORDINATOR || &self.owner == context.coordinating {
            return;
        }
        decision
            .event(Event::OwnerChanged { to: context.coordinating.clone(), why: OwnerChange::SecondRefusal })
            .tell(Recipient::Coordinators, MailKind::CaseReturned)
            .tell(Recipient::Resident, MailKind::OwnerChanged);
    }
}

/// A day that an official may promise: after today, and not beyond what anybody remembers.
pub(super) fn promisable(field: &str, date: CivilDate, context: &Context<'_>) -> Result<CivilDate, Refusal> {
    match context.today().days_until(date) {
        ..=0 => Err(Refusal::field(field, FaultCode::NotInTheFuture)),
        1..=FURTHEST_PROMISE_DAYS => Ok(date),
        _ => Err(Refusal::field(field, FaultCode::TooFarAhead { days: FURTHEST_PROMISE_DAYS })),
    }
}
