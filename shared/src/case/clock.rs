//! What happens to a case by itself: terms end, the owner is reminded, the coordinator is told.
//!
//! One timer per case is enough: [`Case::due_at`] says when to look again, and [`Command::PassTime`] does whatever
//! is due by then. Looking too often changes nothing; looking too late does everything at once, in its order.
//!
//! [`Command::PassTime`]: super::Command::PassTime

use super::command::{Context, Decision};
use super::event::Event;
use super::fold::ReplayError;
use super::{Case, Offer, Open, Question, Recorded};
use crate::actor::Actor;
use crate::notification::{MailKind, Recipient};
use crate::promise::Calendar;
use crate::time::Instant;

/// Something that is due.
enum Due<'a> {
    Question(&'a Question),
    Offer(&'a Offer),
    Reminder,
    Escalation,
}

impl Case {
    /// When something happens by itself next; once it has ended only for neighbourhood watch that goes on.
    pub fn due_at(&self, calendar: Calendar<'_>) -> Option<Instant> {
        match self.open() {
            Some(open) => open.next_due(calendar).map(|(at, _)| at),
            None => self.contact_due_at(calendar),
        }
    }

    pub(super) fn pass_time(&self, context: &Context<'_>) -> Result<Decision, ReplayError> {
        let mut decision = Decision::default();
        let mut case = self.clone();
        while let Some(next) = case.happen_next(context) {
            for event in &next.events {
                case = case.apply(&Recorded { at: context.now, by: Actor::System, event: event.clone() })?;
            }
            decision.append(next);
        }
        Ok(decision)
    }

    /// What is due first, if anything is.
    fn happen_next(&self, context: &Context<'_>) -> Option<Decision> {
        let Some(open) = self.open() else { return self.contact_falls_due(context) };
        let (_, due) = open.next_due(context.calendar).filter(|(at, _)| *at <= context.now)?;
        let mut decision = Decision::default();
        match due {
            Due::Question(question) => {
                decision
                    .event(Event::AnswerTermPassed { question: question.id.clone() })
                    .tell(self.handlers(), MailKind::QuestionUnanswered)
                    .tell(Recipient::Resident, MailKind::AnswerTermPassed);
            }
            Due::Offer(offer) => {
                decision
                    .event(Event::HandoverExpired { handover: offer.id.clone(), partner: offer.to.clone() })
                    .tell(self.handlers(), MailKind::OfferExpired)
                    .tell(Recipient::Partner { id: offer.to.clone() }, MailKind::OfferEnded);
                open.after_refusal(context, &mut decision);
            }
            Due::Reminder => {
                decision.event(Event::Reminded).tell(self.handlers(), MailKind::PromiseDue);
            }
            Due::Escalation => {
                decision
                    .event(Event::Escalated)
                    .tell(Recipient::Coordinators, MailKind::PromiseBroken)
                    .tell(self.handlers(), MailKind::PromiseBroken);
            }
        }
        Some(decision)
    }
}

impl Open {
    fn next_due(&self, calendar: Calendar<'_>) -> Option<(Instant, Due<'_>)> {
        let question = self.question.as_ref().filter(|question| !question.lapsed);
        let reminds_at = calendar.reminds_at(self.promise.until);
        // A promise made when its reminder would have been due needs none: the owner has just heard of it.
        let reminder = !self.promise.reminded && reminds_at > self.promise.set_at;
        let escalation = !self.promise.escalated;
        [
            question.map(|question| (question.answer_until.ends_at(), Due::Question(question))),
            self.offer.as_ref().map(|offer| (offer.answer_by.ends_at(), Due::Offer(offer))),
            reminder.then_some((reminds_at, Due::Reminder)),
            escalation.then(|| (calendar.escalates_at(self.promise.until), Due::Escalation)),
        ]
        .into_iter()
        .flatten()
        .min_by_key(|(at, _)| *at)
    }
}
