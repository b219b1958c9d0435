//! What is no idea is not lost: a report of a broken lamp, a complaint, an objection, a request. An official recognises
//! it, passes it on, and the resident reads where it went.
//!
//! Whoever gets a paper that is meant for somebody else sends it on without delay and tells the sender (Algemene wet
//! bestuursrecht, article 2:3 and, for objections, 6:15); the day on which it came in is the day that counts there, so
//! it is kept with it. A complaint, an objection and a request have rules of their own from then on, and the case ends.
//! A report of something broken does not end it: another system keeps the work, and we still tell what came of it.
//!
//! The resident reads by when there is an answer. Of a complaint and of a request the law counts the days from receipt
//! ([`Nature::answer_days`]); of an objection it counts from a day that nobody here knows, so that a day stands there
//! only when the official names one.

use serde::{Deserialize, Serialize};

use super::command::{Context, Decision, Written};
use super::conclusion::ConclusionText;
use super::decide::promisable;
use super::event::Event;
use super::{Case, CaseAction, Outcome, Refusal};
use crate::actor::Actor;
use crate::fault::FaultCode;
use crate::ids::TextId;
use crate::notification::{MailKind, Recipient};
use crate::promise::end_of_term;
use crate::time::CivilDate;

/// What it is instead of an idea.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub enum Nature {
    /// Something is broken or dirty: a melding.
    Report,
    /// About how somebody was treated: a klacht.
    Complaint,
    /// Against a decision: a bezwaar.
    Objection,
    /// For a permit or a grant: an aanvraag.
    Request,
}

impl Nature {
    pub const ALL: [Self; 4] = [Self::Report, Self::Complaint, Self::Objection, Self::Request];

    /// Whether the case ends with it. Of a report the resident still hears from us what came of it.
    pub const fn ends(self) -> bool {
        !matches!(self, Self::Report)
    }

    /// How many days of the calendar the law gives for an answer, counted from receipt: six weeks for a complaint
    /// (Algemene wet bestuursrecht, article 9:11), at most eight for a request (article 4:13). None for an objection:
    /// its weeks are counted from the last day on which one could object (article 7:10).
    pub const fn answer_days(self) -> Option<i64> {
        match self {
            Self::Complaint => Some(6 * 7),
            Self::Request => Some(8 * 7),
            Self::Objection | Self::Report => None,
        }
    }
}

/// Where it went, as the fold keeps it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PassedOn {
    pub nature: Nature,
    /// The desk or the system.
    pub to: TextId,
    /// The number that it has there.
    pub reference: Option<TextId>,
    /// The day on which it came in: the day that counts.
    pub received_on: CivilDate,
    /// By when who it went to answers, if that is known.
    pub answer_by: Option<CivilDate>,
    /// The day on which it was passed on.
    pub on: CivilDate,
}

/// What an official fills in.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Passing {
    pub nature: Nature,
    pub to: Written,
    pub reference: Option<Written>,
    /// By when they answer; without it the term of the law stands.
    pub answer_by: Option<CivilDate>,
    /// What the resident reads.
    pub text: ConclusionText,
}

impl Case {
    pub(super) fn pass_on(&self, passing: Passing, actor: &Actor, context: &Context<'_>) -> Result<Decision, Refusal> {
        self.permits(CaseAction::PassOn, actor, context)?;
        let Passing { nature, to, reference, answer_by, text } = passing;
        // Without its number nobody can ask the other system what came of it.
        if nature == Nature::Report && reference.is_none() {
            return Err(Refusal::field("reference", FaultCode::Required));
        }
        let answer_by = self.answered_by(nature, answer_by, context)?;
        let partner = self.owner().clone();
        let mut decision = Decision::default();
        if nature.ends() {
            self.end_offer(&mut decision);
            self.tell_concerned_of_end(&mut decision);
            // A complaint is nobody else's to read.
            if self.is_public() {
                decision.event(Event::Hidden);
            }
        }
        decision.event(Event::PassedOn {
            partner: partner.clone(),
            nature,
            to: to.id.clone(),
            reference: reference.as_ref().map(|reference| reference.id.clone()),
            received_on: self.received_at.dutch_date(),
            answer_by,
        });
        if nature.ends() {
            decision.event(Event::Concluded {
                partner,
                outcome: Outcome::PassedOn { nature },
                text: text.id().clone(),
            });
        } else {
            let until = context.in_working_days(context.terms.update_days);
            decision
                .event(Event::Updated { partner, text: text.id().clone(), parts: None })
                .event(Event::PromiseSet { until, reason: None });
        }
        decision.text(to).text(text.into_written()).tell(Recipient::Resident, MailKind::PassedOn);
        if let Some(reference) = reference {
            decision.text(reference);
        }
        Ok(decision)
    }

    /// The day by which the resident has an answer. Nobody is sent on with a day that has passed: then the official asks
    /// who handles it for another one.
    fn answered_by(
        &self,
        nature: Nature,
        named: Option<CivilDate>,
        context: &Context<'_>,
    ) -> Result<Option<CivilDate>, Refusal> {
        let by_law = nature.answer_days().map(|days| end_of_term(self.received_at.dutch_date(), days));
        match (named, by_law) {
            // Of a report the resident hears from us, by a promise of ours.
            (Some(_), _) if !nature.ends() => Err(Refusal::field("answerBy", FaultCode::NotTogether)),
            (Some(day), _) => promisable("answerBy", day, context).map(Some),
            (None, Some(day)) if day < context.today() => Err(Refusal::field("answerBy", FaultCode::Required)),
            (None, day) => Ok(day),
        }
    }
}
