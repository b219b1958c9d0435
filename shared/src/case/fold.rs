//! The state as a fold over the events.

use std::collections::BTreeMap;

use super::event::{Event, OwnerChange, Recorded};
use super::{
    Again, Case, Concluded, NeededDecision, Offer, Open, Outcome, PassedOn, Plan, Promise, Publication, Question,
    Rating, Review, State, Translation, Withdrawn,
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
                support_asked: Vec::new(),
                plan: None,
                date_declined: false,
                decision: None,
                again: None,
            }),
            supporting: received.routing.supporting.clone(),
            backing: Vec::new(),
            tasks: Vec::new(),
            shares_experience: false,
            received: received.as_ref().clone(),
            received_at: recorded.at,
            kind: received.kind,
            language: received.language,
            agreements: None,
            review: Review::NotNeeded,
            threatened: false,
            erased: false,
            later: Vec::new(),
            redacted: BTreeMap::new(),
            translations: BTreeMap::new(),
            publication: Publication::Private,
            passed_on: None,
            version: 1,
        })
    }

    /// The state after one more event.
    pub fn apply(mut self, recorded: &Recorded) -> Result<Self, ReplayError> {
        self.version = self.version.saturating_add(1);
        let refused = ReplayError::DoesNotFollow { version: self.version, kind: recorded.event.kind() };
        // Who goes on after one of these is asked anew.
        self.shares_experience &= !recorded.event.ends_sharing();
        match &recorded.event {
            Event::Received(_) => return Err(refused),
            Event::HeldForReview => self.review = Review::Held,
            Event::ReviewReleased => self.review = Review::Released,
            Event::Redacted { text, with } => {
                self.redacted.insert(text.clone(), with.clone());
                // It says what nobody may read any more.
                self.translations.remove(text);
            }
            Event::Translated { of, language, with } => {
                let new = Translation { language: *language, text: with.clone() };
                self.translations.entry(of.clone()).or_default().push(new);
            }
            Event::Threatened { .. } => self.threatened = true,
            Event::ThreatTakenUp => self.threatened = false,
            Event::Published => self.publication = Publication::Public,
            Event::Hidden => self.publication = Publication::Hidden,
            Event::PassedOn { nature, to, reference, received_on, answer_by, .. } => {
                self.passed_on = Some(PassedOn {
                    nature: *nature,
                    to: to.clone(),
                    reference: reference.clone(),
                    received_on: *received_on,
                    answer_by: *answer_by,
                    on: recorded.at.dutch_date(),
                });
            }
            Event::TextsErased { texts, .. } => {
                let what = &self.received.what;
                self.erased |= texts.contains(what) || texts.contains(self.shown(what));
            }
            Event::OwnerChanged { to, .. } => {
                self.supporting.retain(|supporting| supporting != to);
                self.task_changes(&recorded.event).ok_or(refused)?;
            }
            Event::TaskAdded { .. }
            | Event::TaskChanged { .. }
            | Event::TaskDone { .. }
            | Event::TaskDropped { .. } => {
                self.task_changes(&recorded.event).ok_or(refused)?;
            }
            Event::SupportAccepted { partner } => self.supporting.push(partner.clone()),
            Event::ExperienceShared => self.shares_experience = true,
            Event::BackingShown { partner } if self.backing.contains(partner) => return Err(refused),
            Event::BackingShown { partner } => self.backing.push(partner.clone()),
            Event::BackingTakenBack { partner } => {
                let place = self.backing.iter().position(|backer| backer == partner).ok_or(refused)?;
                self.backing.remove(place);
            }
            Event::Answered { text, .. } | Event::Rated { reason: Some(text), .. } => self.later.push(text.clone()),
            Event::LanguageSet { language } => self.language = *language,
            Event::KindSet { .. }
            | Event::AgreementsMade { .. }
            | Event::ContactDue
            | Event::ContactNoted { .. }
            | Event::ContactEnded { .. }
            | Event::Concluded { .. } => self.apply_watch(&recorded.event, recorded.at.dutch_date()),
            Event::Updated { .. }
            | Event::QuestionAsked { .. }
            | Event::Explained { .. }
            | Event::AnswerTermPassed { .. }
            | Event::PromiseSet { .. }
            | Event::HandoverOffered { .. }
            | Event::HandoverAccepted { .. }
            | Event::HandoverDeclined { .. }
            | Event::HandoverExpired { .. }
            | Event::HandoverWithdrawn { .. }
            | Event::SupportAsked { .. }
            | Event::SupportDeclined { .. }
            | Event::NoteAdded { .. }
            | Event::UpdateProposed { .. }
            | Event::DecisionNeeded { .. }
            | Event::DateProposed { .. }
            | Event::DateConfirmed { .. }
            | Event::DateDeclined { .. }
            | Event::Reminded
            | Event::Escalated
            | Event::Rated { .. }
            | Event::ReopeningAsked { .. }
            | Event::Reopened { .. }
            | Event::Unmerged { .. }
            | Event::ReopeningRefused { .. }
            | Event::ExperienceWithdrawn
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
            (Self::Concluded(concluded), Event::ReopeningAsked { decide_by }) => {
                let promise = Promise::new(*decide_by, recorded.at);
                Some(Self::Open(concluded.opened(promise, Again::Asked(Box::new(concluded.clone())))))
            }
            (Self::Concluded(concluded), Event::Unmerged { until })
                if matches!(concluded.outcome, Outcome::Merged { .. }) =>
            {
                Some(Self::Open(concluded.opened(Promise::new(*until, recorded.at), Again::Looking)))
            }
            // Being in touch, and what others may ask, is for what has been concluded.
            (
                Self::Concluded(concluded),
                Event::ContactDue | Event::ContactNoted { .. } | Event::ContactEnded { .. } | Event::ExperienceShared,
            ) => Some(Self::Concluded(concluded)),
            (Self::Open(open), _) => open.apply(recorded).map(Self::Open),
            // Flags of the case, not of its state.
            (
                state,
                Event::HeldForReview
                | Event::ReviewReleased
                | Event::Redacted { .. }
                | Event::Translated { .. }
                | Event::TextsErased { .. }
                | Event::Threatened { .. }
                | Event::ThreatTakenUp
                | Event::TaskAdded { .. }
                | Event::TaskChanged { .. }
                | Event::TaskDone { .. }
                | Event::TaskDropped { .. }
                | Event::BackingShown { .. }
                | Event::BackingTakenBack { .. }
                | Event::ExperienceWithdrawn
                | Event::Published
                | Event::KindSet { .. }
                | Event::AgreementsMade { .. }
                | Event::Explained { .. }
                | Event::LanguageSet { .. }
                | Event::Hidden,
            ) => Some(state),
            (Self::Concluded(_) | Self::Withdrawn(_), _) => None,
        }
    }
}

impl Concluded {
    /// The same case, open again.
    fn opened(&self, promise: Promise, again: Again) -> Open {
        Open {
            owner: self.owner.clone(),
            promise,
            refusals: self.refusals,
            answered: true,
            question: None,
            offer: None,
            support_asked: Vec::new(),
            plan: None,
            date_declined: false,
            decision: None,
            again: Some(again),
        }
    }
}

impl Open {
    fn apply(mut self, recorded: &Recorded) -> Option<Self> {
        match &recorded.event {
            Event::Updated { .. } => {
                self.answered = true;
                self.again = None;
                self.decision = None;
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
                self.offer.replace(offer).is_none().then_some(())?;
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
                self.support_asked.retain(|asked| asked != to);
                self.refusals = 0;
                self.answered |= *why == OwnerChange::Accepted;
            }
            Event::Reopened { .. } | Event::Unmerged { .. } => self.opens_again(recorded)?,
            Event::SupportAsked { partner, .. } => {
                let asked_before = self.support_asked.contains(partner);
                (!asked_before).then(|| self.support_asked.push(partner.clone()))?;
            }
            Event::SupportAccepted { partner } | Event::SupportDeclined { partner, .. } => {
                let place = self.support_asked.iter().position(|asked| asked == partner)?;
                self.support_asked.remove(place);
            }
            Event::DecisionNeeded { .. }
            | Event::DateProposed { .. }
            | Event::DateConfirmed { .. }
            | Event::DateDeclined { .. } => self.plan_changes(&recorded.event)?,
            Event::Reminded => self.promise.reminded = true,
            Event::Escalated => self.promise.escalated = true,
            Event::NoteAdded { .. }
            | Event::UpdateProposed { .. }
            | Event::HeldForReview
            | Event::ReviewReleased
            | Event::Redacted { .. }
            | Event::Translated { .. }
            | Event::TextsErased { .. }
            | Event::PassedOn { .. }
            | Event::Threatened { .. }
            | Event::ThreatTakenUp
            | Event::TaskAdded { .. }
            | Event::TaskChanged { .. }
            | Event::TaskDone { .. }
            | Event::TaskDropped { .. }
            | Event::BackingShown { .. }
            | Event::BackingTakenBack { .. }
            | Event::ExperienceWithdrawn
            | Event::Published
            | Event::KindSet { .. }
            | Event::AgreementsMade { .. }
            | Event::Explained { .. }
            | Event::LanguageSet { .. }
            | Event::Hidden => {}
            Event::Received(_)
            | Event::ContactDue
            | Event::ContactNoted { .. }
            | Event::ContactEnded { .. }
            | Event::ExperienceShared
            | Event::Concluded { .. }
            | Event::Rated { .. }
            | Event::ReopeningAsked { .. }
            | Event::ReopeningRefused { .. }
            | Event::Withdrawn => return None,
        }
        Some(self)
    }

    /// Somebody looks at it once more.
    fn opens_again(&mut self, recorded: &Recorded) -> Option<()> {
        match &recorded.event {
            Event::Reopened { until } => {
                self.again.take_if(|again| matches!(again, Again::Asked(_)))?;
                self.again = Some(Again::Looking);
                self.promise = Promise::new(*until, recorded.at);
            }
            // The decision whether to look again has been taken away: there is nothing to fall back into.
            Event::Unmerged { until } => {
                let merged = |again: &mut Again| matches!(again, Again::Asked(concluded) if matches!(concluded.outcome, Outcome::Merged { .. }));
                self.again.take_if(merged)?;
                self.again = Some(Again::Looking);
                self.promise = Promise::new(*until, recorded.at);
            }
            _ => return None,
        }
        Some(())
    }

    /// Days that others have a say in. Naming one is news.
    fn plan_changes(&mut self, event: &Event) -> Option<()> {
        match event {
            Event::DecisionNeeded { who, until } => {
                self.answered = true;
                self.again = None;
                self.decision = Some(NeededDecision { who: who.clone(), until: *until });
            }
            Event::DateProposed { partner, on, .. } => {
                self.answered = true;
                self.again = None;
                self.decision = None;
                self.plan = Some(Plan { by: partner.clone(), on: *on, confirmed: false });
            }
            Event::DateConfirmed { partner, on } => {
                self.plan.as_mut().filter(|plan| &plan.by == partner && plan.on == *on)?.confirmed = true;
                self.date_declined = false;
            }
            Event::DateDeclined { partner, .. } => {
                self.plan.take_if(|plan| &plan.by == partner && !plan.confirmed)?;
                self.date_declined = true;
            }
            _ => return None,
        }
        Some(())
    }
}
