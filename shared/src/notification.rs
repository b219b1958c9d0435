//! Which messages a decision calls for: to whom and about what. Never the words that somebody wrote: mail travels
//! and lies in boxes, so it says that there is something and where to read it.
//!
//! A notification is stored with the events that called for it, in the same transaction; addresses and links are
//! filled in when it is sent.

use serde::{Deserialize, Serialize};

use crate::ids::PartnerId;

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Notification {
    pub to: Recipient,
    pub kind: MailKind,
}

/// Who is told. Which people and addresses that are is looked up when sending, so that somebody's leave or
/// departure takes effect at once.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(tag = "kind", rename_all = "camelCase", rename_all_fields = "camelCase")]
pub enum Recipient {
    /// The resident of the case, if they left an address.
    Resident,
    /// The active officials of a partner that handle cases.
    Partner { id: PartnerId },
    /// The active coordinators.
    Coordinators,
}

/// What a message is about; one template for each, in every language.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub enum MailKind {
    // To the resident.
    /// We have it, this partner takes it up, you hear by this date; with the number and the personal link.
    Received,
    /// There is news.
    News,
    /// There is a question for you.
    Question,
    /// We did not hear from you and go on without your answer.
    AnswerTermPassed,
    /// Another partner was asked to take over; until it says yes, the first one helps you.
    HandoverOffered,
    /// Another partner helps you from now on.
    OwnerChanged,
    /// The day by which you hear something has changed, and why.
    PromiseMoved,
    /// There is an answer: it is done, it will be done, or it will not and why.
    Concluded,
    /// We look at it again.
    Reopened,
    /// We leave it at the answer, and explain.
    ReopeningRefused,
    /// You withdrew it.
    WithdrawalConfirmed,
    /// Everybody can see it as an initiative now.
    MadePublic,
    /// It is no longer public.
    NoLongerPublic,

    // To officials.
    /// A new case for your organisation.
    CaseAssigned,
    /// Your organisation supports another one with a case.
    CaseSupported,
    /// Your organisation is asked to take over a case.
    CaseOffered,
    /// The organisation that you asked has taken it over.
    OfferAccepted,
    /// The organisation that you asked does not take it over.
    OfferDeclined,
    /// The organisation that you asked did not answer in time.
    OfferExpired,
    /// What you were asked to take over is no longer offered.
    OfferEnded,
    /// Nobody took it over: it is yours now, and yours to decide.
    CaseReturned,
    /// The resident answered your question.
    ResidentAnswered,
    /// The resident did not answer in time; go on without it.
    QuestionUnanswered,
    /// The resident was helped by the answer.
    ResidentWasHelped,
    /// The resident was not helped and asks to look again: somebody has to decide.
    ReopeningAsked,
    /// It was decided to look again: work for who has it.
    CaseReopened,
    /// The resident is thwarted or threatened because of it: for the next working day.
    ResidentThreatened,
    /// The resident withdrew it.
    ResidentWithdrew,
    /// The promise ends on the next working day.
    PromiseDue,
    /// A promise is two working days late.
    PromiseBroken,
    /// A text waits for your review before other organisations see it.
    ReviewNeeded,
    /// A proposal could not go where the rules point: something has to be put right.
    RoutingAlarm,
}

impl MailKind {
    /// The name of its template. It never changes.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Received => "case-received",
            Self::News => "case-news",
            Self::Question => "case-question",
            Self::AnswerTermPassed => "answer-term-passed",
            Self::HandoverOffered => "handover-offered",
            Self::OwnerChanged => "owner-changed",
            Self::PromiseMoved => "promise-moved",
            Self::Concluded => "case-concluded",
            Self::Reopened => "case-reopened",
            Self::ReopeningRefused => "reopening-refused",
            Self::WithdrawalConfirmed => "withdrawal-confirmed",
            Self::MadePublic => "made-public",
            Self::NoLongerPublic => "no-longer-public",
            Self::CaseAssigned => "case-assigned",
            Self::CaseSupported => "case-supported",
            Self::CaseOffered => "case-offered",
            Self::OfferAccepted => "offer-accepted",
            Self::OfferDeclined => "offer-declined",
            Self::OfferExpired => "offer-expired",
            Self::OfferEnded => "offer-ended",
            Self::CaseReturned => "case-returned",
            Self::ResidentAnswered => "resident-answered",
            Self::QuestionUnanswered => "question-unanswered",
            Self::ResidentWasHelped => "resident-was-helped",
            Self::ReopeningAsked => "reopening-asked",
            Self::CaseReopened => "case-to-reopen",
            Self::ResidentThreatened => "resident-threatened",
            Self::ResidentWithdrew => "resident-withdrew",
            Self::PromiseDue => "promise-due",
            Self::PromiseBroken => "promise-broken",
            Self::ReviewNeeded => "review-needed",
            Self::RoutingAlarm => "routing-alarm",
        }
    }
}
