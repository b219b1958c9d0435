//! Neighbourhood watch (*buurtpreventie*). Without guidance it goes wrong: neighbours are suspected, people step in
//! themselves, the police are called for nothing. So everybody sees it only when there is somebody at the municipality to
//! turn to and agreements are written down; and after it has been concluded that person is in touch every three months,
//! for as long as it goes on.

use super::access::{coordinates, handles};
use super::command::{Context, Decision, Written};
use super::event::Event;
use super::{Case, CaseAction, Outcome, Refusal, State};
use crate::actor::Actor;
use crate::ids::{OfficialId, PartnerId, TextId};
use crate::notification::{MailKind, Recipient};
use crate::promise::Calendar;
use crate::proposal::ProposalKind;
use crate::time::{CivilDate, Instant};

/// So long after the conclusion, and after each contact, the next one is due.
pub const CONTACT_MONTHS: u8 = 3;

/// What was agreed, and who residents turn to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Agreements {
    /// Where the contact works: the municipality.
    pub partner: PartnerId,
    /// The official, where it is one; else a function with a name of its own.
    pub official: Option<OfficialId>,
    pub contact: TextId,
    /// Phone number or address.
    pub reach: TextId,
    /// Which of [`crate::agreements::standard`].
    pub standard: u16,
    /// What was agreed beside that.
    pub own: Option<TextId>,
    pub on: CivilDate,
    pub task: ContactTask,
}

/// Whether somebody should be in touch.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ContactTask {
    /// Not yet: the last contact was then.
    Resting { since: CivilDate },
    /// From this day on, until it is noted.
    Due { since: CivilDate },
    /// Never again, for a reason that is kept.
    Ended,
}

/// Agreements to be written down.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NewAgreements {
    /// Whether there is such an official at the municipality is for the caller to look up.
    pub official: Option<OfficialId>,
    pub contact: Written,
    pub reach: Written,
    pub own: Option<Written>,
}

impl Case {
    pub fn is_watch(&self) -> bool {
        self.kind == ProposalKind::NeighbourhoodWatch
    }

    /// What was agreed, as long as it is neighbourhood watch.
    pub fn agreements(&self) -> Option<&Agreements> {
        self.agreements.as_ref().filter(|_| self.is_watch())
    }

    /// The agreements of what goes on after its conclusion, with its contact task.
    fn kept_up(&self) -> Option<&Agreements> {
        let State::Concluded(concluded) = &self.state else { return None };
        self.agreements().filter(|_| goes_on(concluded.outcome))
    }

    /// Since when somebody should have been in touch, and with whose agreements.
    pub fn contact_due(&self) -> Option<(CivilDate, &Agreements)> {
        let agreements = self.kept_up()?;
        match agreements.task {
            ContactTask::Due { since } => Some((since, agreements)),
            ContactTask::Resting { .. } | ContactTask::Ended => None,
        }
    }

    /// When the next contact falls due: on a working day.
    pub fn next_contact(&self, calendar: Calendar<'_>) -> Option<CivilDate> {
        let ContactTask::Resting { since } = self.kept_up()?.task else { return None };
        // The first working day after the day before is the day itself, or the first one that follows.
        Some(calendar.add_working_days(since.plus_months(CONTACT_MONTHS).plus_days(-1), 1))
    }

    pub(super) fn contact_due_at(&self, calendar: Calendar<'_>) -> Option<Instant> {
        self.next_contact(calendar).map(CivilDate::starts_at)
    }

    pub(super) fn contact_falls_due(&self, context: &Context<'_>) -> Option<Decision> {
        self.contact_due_at(context.calendar).filter(|at| *at <= context.now)?;
        let mut decision = Decision::default();
        let to = if self.is_held() {
            Recipient::Coordinators
        } else {
            Recipient::Partner { id: self.kept_up()?.partner.clone() }
        };
        decision.event(Event::ContactDue).tell(to, MailKind::ContactDue);
        Some(decision)
    }

    pub(super) fn set_kind(
        &self,
        kind: ProposalKind,
        actor: &Actor,
        context: &Context<'_>,
    ) -> Result<Decision, Refusal> {
        self.permits(CaseAction::SetKind, actor, context)?;
        if kind == self.kind {
            return Err(Refusal::SameKind);
        }
        let mut decision = Decision::default();
        // What everybody sees of neighbourhood watch begins with its agreements.
        if self.is_public() && kind == ProposalKind::NeighbourhoodWatch && self.agreements.is_none() {
            decision.event(Event::Hidden).tell(Recipient::Resident, MailKind::NoLongerPublic);
        }
        decision.event(Event::KindSet { kind }).tell(Recipient::Resident, MailKind::News);
        Ok(decision)
    }

    pub(super) fn record_agreements(
        &self,
        new: NewAgreements,
        actor: &Actor,
        context: &Context<'_>,
    ) -> Result<Decision, Refusal> {
        self.permits(CaseAction::RecordAgreements, actor, context)?;
        let NewAgreements { official, contact, reach, own } = new;
        let mut decision = Decision::default();
        decision
            .event(Event::AgreementsMade {
                partner: context.coordinating.clone(),
                official,
                contact: contact.id.clone(),
                reach: reach.id.clone(),
                standard: crate::agreements::STANDARD,
                own: own.as_ref().map(|own| own.id.clone()),
            })
            .text(contact)
            .text(reach)
            .tell(Recipient::Resident, MailKind::News);
        if let Some(own) = own {
            decision.text(own);
        }
        Ok(decision)
    }

    pub(super) fn note_contact(
        &self,
        text: Written,
        actor: &Actor,
        context: &Context<'_>,
    ) -> Result<Decision, Refusal> {
        self.permits(CaseAction::NoteContact, actor, context)?;
        let mut decision = Decision::default();
        decision.event(Event::ContactNoted { text: text.id.clone() }).text(text);
        Ok(decision)
    }

    pub(super) fn end_contact(
        &self,
        reason: Written,
        actor: &Actor,
        context: &Context<'_>,
    ) -> Result<Decision, Refusal> {
        self.permits(CaseAction::EndContact, actor, context)?;
        let mut decision = Decision::default();
        decision.event(Event::ContactEnded { reason: reason.id.clone() }).text(reason);
        Ok(decision)
    }

    /// Whether one of these is this actor's, and fits where it stands.
    pub(super) fn permits_watch(&self, action: CaseAction, actor: &Actor) -> Result<(), Refusal> {
        let mine = match action {
            CaseAction::NoteContact | CaseAction::EndContact => {
                self.agreements().is_some_and(|agreements| handles(actor, &agreements.partner))
            }
            _ => handles(actor, self.owner()),
        };
        if !mine {
            return Err(Refusal::NotYours);
        }
        if self.is_held() && !coordinates(actor) {
            return Err(Refusal::Held);
        }
        if matches!(self.state, State::Withdrawn(_)) {
            return Err(Refusal::Ended);
        }
        if self.asked_again().is_some() {
            return Err(Refusal::ReopeningAsked);
        }
        match action {
            CaseAction::RecordAgreements if !self.is_watch() => Err(Refusal::NotWatch),
            CaseAction::NoteContact if self.contact_due().is_none() => Err(Refusal::NoContactDue),
            CaseAction::EndContact => match self.kept_up().map(|agreements| agreements.task) {
                Some(ContactTask::Resting { .. } | ContactTask::Due { .. }) => Ok(()),
                Some(ContactTask::Ended) | None => Err(Refusal::NoContactDue),
            },
            _ => Ok(()),
        }
    }

    /// What an event changes of it.
    pub(super) fn apply_watch(&mut self, event: &Event, on: CivilDate) {
        let task = self.agreements.as_ref().map(|agreements| agreements.task);
        let next = match event {
            Event::KindSet { kind } => {
                self.kind = *kind;
                None
            }
            Event::AgreementsMade { partner, official, contact, reach, standard, own } => {
                self.agreements = Some(Agreements {
                    partner: partner.clone(),
                    official: official.clone(),
                    contact: contact.clone(),
                    reach: reach.clone(),
                    standard: *standard,
                    own: own.clone(),
                    on,
                    task: ContactTask::Resting { since: on },
                });
                None
            }
            Event::ContactDue => Some(ContactTask::Due { since: on }),
            Event::ContactNoted { .. } => Some(ContactTask::Resting { since: on }),
            Event::ContactEnded { .. } => Some(ContactTask::Ended),
            // A conclusion is a contact; what was ended stays ended.
            Event::Concluded { .. } if task != Some(ContactTask::Ended) => Some(ContactTask::Resting { since: on }),
            _ => None,
        };
        if let (Some(agreements), Some(next)) = (&mut self.agreements, next) {
            agreements.task = next;
        }
    }
}

/// Whether residents go on after this.
const fn goes_on(outcome: Outcome) -> bool {
    match outcome {
        Outcome::Realised | Outcome::TakenUpByResidents | Outcome::WillBeDone { .. } => true,
        Outcome::NotDone | Outcome::Merged { .. } | Outcome::PassedOn { .. } => false,
    }
}
