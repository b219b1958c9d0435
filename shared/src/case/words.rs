//! Which texts an event points to. Erasing goes by this list, so a new kind of event has to say what it holds.

use super::event::Event;
use crate::ids::TextId;

impl Event {
    /// Every text that was written with it. A text that an event only speaks of (the question that is answered, the
    /// texts that were erased) stands with the event that brought it.
    pub fn texts(&self) -> Vec<&TextId> {
        match self {
            Self::Received(received) => {
                let others = [&received.why, &received.we_do, &received.we_need];
                std::iter::once(&received.what).chain(others.into_iter().flatten()).collect()
            }
            // The first of the parts is the text as well.
            Self::Updated { parts: Some(parts), .. } => parts.iter().collect(),
            Self::PassedOn { to, reference, .. } => std::iter::once(to).chain(reference).collect(),
            Self::AgreementsMade { contact, reach, own, .. } => [contact, reach].into_iter().chain(own).collect(),
            Self::Updated { parts: None, .. }
            | Self::HeldForReview
            | Self::ReviewReleased
            | Self::Redacted { .. }
            | Self::Translated { .. }
            | Self::Explained { .. }
            | Self::QuestionAsked { .. }
            | Self::Answered { .. }
            | Self::AnswerTermPassed { .. }
            | Self::PromiseSet { .. }
            | Self::HandoverOffered { .. }
            | Self::HandoverAccepted { .. }
            | Self::HandoverDeclined { .. }
            | Self::HandoverExpired { .. }
            | Self::HandoverWithdrawn { .. }
            | Self::OwnerChanged { .. }
            | Self::SupportAsked { .. }
            | Self::SupportAccepted { .. }
            | Self::SupportDeclined { .. }
            | Self::NoteAdded { .. }
            | Self::UpdateProposed { .. }
            | Self::DecisionNeeded { .. }
            | Self::DateProposed { .. }
            | Self::DateConfirmed { .. }
            | Self::DateDeclined { .. }
            | Self::Reminded
            | Self::Escalated
            | Self::Concluded { .. }
            | Self::Rated { .. }
            | Self::ReopeningAsked { .. }
            | Self::Reopened { .. }
            | Self::Unmerged { .. }
            | Self::ReopeningRefused { .. }
            | Self::TextsErased { .. }
            | Self::Threatened { .. }
            | Self::ThreatTakenUp
            | Self::TaskAdded { .. }
            | Self::TaskChanged { .. }
            | Self::TaskDone { .. }
            | Self::TaskDropped { .. }
            | Self::BackingShown { .. }
            | Self::BackingTakenBack { .. }
            | Self::ExperienceShared
            | Self::ExperienceWithdrawn
            | Self::Withdrawn
            | Self::Published
            | Self::KindSet { .. }
            | Self::LanguageSet { .. }
            | Self::ContactDue
            | Self::ContactNoted { .. }
            | Self::ContactEnded { .. }
            | Self::Hidden => self.text().into_iter().collect(),
        }
    }

    /// The text that stands with it in a list of what happened.
    pub const fn text(&self) -> Option<&TextId> {
        match self {
            Self::Updated { text, .. }
            | Self::QuestionAsked { text, .. }
            | Self::Answered { text, .. }
            | Self::HandoverOffered { reason: text, .. }
            | Self::HandoverDeclined { reason: text, .. }
            | Self::SupportAsked { reason: text, .. }
            | Self::SupportDeclined { reason: text, .. }
            | Self::NoteAdded { text, .. }
            | Self::UpdateProposed { text, .. }
            | Self::DecisionNeeded { who: text, .. }
            | Self::DateProposed { text, .. }
            | Self::DateDeclined { reason: text, .. }
            | Self::Concluded { text, .. }
            | Self::ReopeningRefused { text }
            | Self::PassedOn { to: text, .. }
            | Self::TextsErased { reason: text, .. }
            | Self::TaskAdded { task: text, .. }
            | Self::ContactNoted { text }
            | Self::ContactEnded { reason: text }
            | Self::Redacted { with: text, .. }
            | Self::Explained { text, .. }
            | Self::Translated { with: text, .. } => Some(text),
            Self::PromiseSet { reason, .. }
            | Self::Rated { reason, .. }
            | Self::AgreementsMade { own: reason, .. }
            | Self::Threatened { text: reason } => reason.as_ref(),
            Self::Received(_)
            | Self::HeldForReview
            | Self::ReviewReleased
            | Self::AnswerTermPassed { .. }
            | Self::HandoverAccepted { .. }
            | Self::HandoverExpired { .. }
            | Self::HandoverWithdrawn { .. }
            | Self::OwnerChanged { .. }
            | Self::SupportAccepted { .. }
            | Self::DateConfirmed { .. }
            | Self::Reminded
            | Self::Escalated
            | Self::ReopeningAsked { .. }
            | Self::Reopened { .. }
            | Self::Unmerged { .. }
            | Self::ThreatTakenUp
            | Self::TaskChanged { .. }
            | Self::TaskDone { .. }
            | Self::TaskDropped { .. }
            | Self::BackingShown { .. }
            | Self::BackingTakenBack { .. }
            | Self::ExperienceShared
            | Self::ExperienceWithdrawn
            | Self::Withdrawn
            | Self::Published
            | Self::KindSet { .. }
            | Self::LanguageSet { .. }
            | Self::ContactDue
            | Self::Hidden => None,
        }
    }
}
