//! The state as a fold over the events.

use std::collections::BTreeMap;

use super::event::{Event, OwnerChange, Recorded};
use super::{
    Again, Case, Concluded, Offer, Open, PassedOn, Promise, Publication, Question, Rating, Review, State, Withdrawn,
};

/// Events that no case can have had, in this order.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum ReplayError {
    #[error("a case begins with what was received")]
    DoesNotBegin,
    #[error("event {version}, {kind}, cannot follow what came before it")]
    DoesNotFollow { version: u64, kind: &'static str },
}

impl Case {
    /// The state after all these events.
    pub fn replay<'a>(events: impl IntoIterator<Item = &'a Recorded>) -> Result<Self, ReplayError> {
        let mut events = events.into_iter();
        let first = events.next().ok_or(ReplayError::DoesNotBegin)?;
        events.try_fold(Self::begin(first)?, Self::apply)
    }

    fn begin(recorded: &Recorded) -> Result<Self, ReplayError> {
        let Event::Received(received) = &recorded.event else { return Err(ReplayError::DoesNotBegin) };
        Ok(Self {
            state: State::Open(Open {
                owner: received.routing.lead.clone(),
                promise: Promise::new(received.promise, recorded.at),
                refusals: 0,
                answered: false,
                question: None,
                offer: None,
                again: None,
            }),
            supporting: received.routing.supporting.clone(),
            received: received.as_ref().clone(),
            received_at: recorded.at,
            review: Review::NotNeeded,
            threatened: false,
            redacted: BTreeMap::new(),
            publication: Publication::Private,
            passed_on: None,
            version: 1,
        })
    }

    /// The state after one more event.
    pub fn apply(mut self, recorded: &Recorded) -> Result<Self, ReplayError> {
        self.version = self.version.saturating_add(1);
        let refused = ReplayError::DoesNotFollow { version: self.version, kind: recorded.event.kind() };
        match &recorded.event {
            Event::Received(_) => return Err(refused),
            Event::HeldForReview => self.review = Review::Held,
            Event::ReviewReleased => self.review = Review::Released,
            Event::Redacted { text, with } => {
                self.redacted.insert(text.clone(), with.clone());
            }
            Event::Threatened { .. } => self.threatened = true,
            Event::ThreatTakenUp => self.threatened = false,
            Event::Published => self.publication = Publication::Public,
            Event::Hidden => self.publication = Publication::Hidden,
            Event::PassedOn { nature, to, reference, received_on, .. } => {
                self.passed_on = Some(PassedOn {
                    nature: *nature,
                    to: to.clone(),
                    reference: reference.clone(),
                    received_on: *received_on,
                    on: recorded.at.dutch_date(),
                });
            }
            Event::OwnerChanged { to, .. } => self.supporting.retain(|supporting| supporting != to),
            Event::Updated { .. }
            | Event::QuestionAsked { .. }
            | Event::Answered { .. }
            | Event::AnswerTermPassed { .. }
            | Event::PromiseSet { .. }
            | Event::HandoverOffered { .. }
            | Event::HandoverAccepted { .. }
            | Event::HandoverDeclined { .. }
            | Event::HandoverExpired { .. }
            | Event::HandoverWithdrawn { .. }
            | Event::Reminded
            | Event::Escalated
            | Event::Concluded { .. }
            | Event::TextsErased { .. }
            | Event::Rated { .. }
            | Event::ReopeningAsked { .. }
            | Event::Reopened { .. }
            | Event::ReopeningRefused { .. }
            | Event::Withdrawn => {}
        }
        self.state = self.state.apply(recorded).ok_or(refused)?;
        Ok(self)
    }
}

impl State {
    /// The next state; none when the event cannot happen in this one.
    fn apply(self, recorded: &Recorded) -> Option<Self> {
        match (self, &recorded.event) {
            (Self::Concluded(Concluded { owner, .. }) | Self::Open(Open { owner, .. }), Event::Withdrawn) => {
                Some(Self::Withdrawn(Withdrawn { owner, at: recorded.at }))
            }
            (Self::Open(open), Event::Concluded { outcome, text, .. }) => Some(Self::Concluded(Concluded {
                owner: open.owner,
                outcome: *outcome,
                text: text.clone(),
                at: recorded.at,
                rating: None,
                refusals: open.refusals,
            })),
            (Self::Open(Open { again: Some(Again::Asked(concluded)), .. }), Event::ReopeningRefused { .. }) => {
                Some(Self::Concluded(*concluded))
            }
            (Self::Concluded(concluded), Event::Rated { helped, reason }) if concluded.rating.is_none() => {
                let rating = Some(Rating { helped: *helped, reason: reason.clone() });
                Some(Self::Concluded(Concluded { rating, ..concluded }))
            }
            (Self::Concluded(concluded), Event::ReopeningAsked { decide_by }) => Some(Self::Open(Open {
                owner: concluded.owner.clone(),
                promise: Promise::new(*decide_by, recorded.at),
                refusals: concluded.refusals,
                answered: true,
                question: None,
                offer: None,
                again: Some(Again::Asked(Box::new(concluded))),
            })),
            (Self::Open(open), _) => open.apply(recorded).map(Self::Open),
            // Flags of the case, not of its state.
            (
                state,
                Event::HeldForReview
                | Event::ReviewReleased
                | Event::Redacted { .. }
                | Event::TextsErased { .. }
                | Event::Threatened { .. }
                | Event::ThreatTakenUp
                | Event::Published
                | Event::Hidden,
            ) => Some(state),
            (Self::Concluded(_) | Self::Withdrawn(_), _) => None,
        }
    }
}

impl Open {
    fn apply(mut self, recorded: &Recorded) -> Option<Self> {
        match &recorded.event {
            Event::Updated { .. } => {
                self.answered = true;
                self.again = None;
            }
            Event::QuestionAsked { partner, text, answer_until } => {
                self.answered = true;
                self.again = None;
                self.question = Some(Question {
                    id: text.clone(),
                    from: partner.clone(),
                    answer_until: *answer_until,
                    asked_at: recorded.at,
                    lapsed: false,
                });
            }
            Event::Answered { question, .. } => {
                self.question.take_if(|open| &open.id == question)?;
            }
            Event::AnswerTermPassed { question } => {
                self.question.as_mut().filter(|open| &open.id == question)?.lapsed = true;
            }
            Event::PromiseSet { until, .. } => self.promise = Promise::new(*until, recorded.at),
            Event::HandoverOffered { handover, to, reason, answer_by, .. } => {
                let offer =
                    Offer { id: handover.clone(), to: to.clone(), reason: reason.clone(), answer_by: *answer_by };
                if self.offer.replace(offer).is_some() {
                    return None;
                }
            }
            Event::HandoverAccepted { handover, .. } | Event::HandoverWithdrawn { handover } => {
                self.offer.take_if(|offer| &offer.id == handover)?;
            }
            Event::HandoverDeclined { handover, .. } | Event::HandoverExpired { handover, .. } => {
                self.offer.take_if(|offer| &offer.id == handover)?;
                self.refusals = self.refusals.saturating_add(1);
            }
            Event::OwnerChanged { to, why } => {
                self.owner = to.clone();
                self.refusals = 0;
                self.answered |= *why == OwnerChange::Accepted;
            }
            Event::Reopened { until } => {
                self.again.take_if(|again| matches!(again, Again::Asked(_)))?;
                self.again = Some(Again::Looking);
                self.promise = Promise::new(*until, recorded.at);
            }
            Event::Reminded => self.promise.reminded = true,
            Event::Escalated => self.promise.escalated = true,
            Event::HeldForReview
            | Event::ReviewReleased
            | Event::Redacted { .. }
            | Event::TextsErased { .. }
            | Event::PassedOn { .. }
            | Event::Threatened { .. }
            | Event::ThreatTakenUp
            | Event::Published
            | Event::Hidden => {}
            Event::Received(_)
            | Event::Concluded { .. }
            | Event::Rated { .. }
            | Event::ReopeningAsked { .. }
            | Event::ReopeningRefused { .. }
            | Event::Withdrawn => return None,
        }
        Some(self)
    }
}
