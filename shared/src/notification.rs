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
    /// It is no idea but something else; it went to who handles that.
    PassedOn,
    /// There is an answer to the idea in which this one goes on.
    MergedNews,
    /// The idea in which this one went on was withdrawn: this one goes on under its own number.
    Unmerged,
    /// We look at it again.
    Reopened,
    /// We leave it at the answer, and explain.
    ReopeningRefused,
    /// What you wrote has been erased, because you asked for it.
    TextsErased,
    /// You withdrew it.
    WithdrawalConfirmed,
    /// Everybody can see it as an initiative now.
    MadePublic,
    /// It is no longer public.
    NoLongerPublic,
    /// You offered to help with an initiative; with the personal link.
    PledgeReceived,
    /// There is news about your offer to help.
    PledgeNews,
    /// Somebody wants to help with your initiative, or wrote to you about that.
    PledgeForYou,
    /// You asked somebody who did it before; with the personal link.
    QuestionReceived,
    /// There is news about your question to somebody who did it before.
    QuestionNews,
    /// Somebody asks how you did it, or wrote to you about that.
    QuestionForYou,
    /// Is this address yours? Then you get a mail when the poll has its report.
    ConfirmReader,
    /// The poll has its report.
    ReportPublished,

    // To officials.
    /// A case that your organisation helps with has ended.
    HelpedCaseEnded,
    /// A new case for your organisation.
    CaseAssigned,
    /// Your organisation supports another one with a case.
    CaseSupported,
    /// Your organisation is asked to take over a case.
    CaseOffered,
    /// Your organisation is asked to help with a case.
    SupportAsked,
    /// The organisation that you asked to help has answered.
    SupportAnswered,
    /// An organisation that helps has written words for you.
    UpdateProposed,
    /// Who does what in a case has changed for your organisation.
    TaskForPartner,
    /// Your organisation is asked to confirm a date.
    DateProposed,
    /// The date that you proposed was confirmed, or not.
    DateAnswered,
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
    /// Three months have gone by: somebody should be in touch with this neighbourhood watch.
    ContactDue,
    /// The promise ends on the next working day.
    PromiseDue,
    /// A promise is two working days late.
    PromiseBroken,
    /// A text waits for your review before other organisations see it.
    ReviewNeeded,
    /// A proposal could not go where the rules point: something has to be put right.
    RoutingAlarm,
    /// Nothing can go to a partner from now on: its agreement has ended, or nobody is at work there.
    PartnerUnavailable,
    /// Another system does not take our messages any more.
    WebhookStopped,
    /// What happened since the last overview, in the place of single messages.
    DailyOverview,
    /// The code with which a case can be opened from mail.
    MailedCode,
    /// Somebody gave too many wrong codes: nobody gets into the case from mail for a day.
    MailedLocked,
}

impl MailKind {
    /// Every kind: first those for residents, then those for officials.
    pub const ALL: [Self; 57] = [
        Self::Received,
        Self::News,
        Self::Question,
        Self::AnswerTermPassed,
        Self::HandoverOffered,
        Self::OwnerChanged,
        Self::PromiseMoved,
        Self::Concluded,
        Self::PassedOn,
        Self::MergedNews,
        Self::Unmerged,
        Self::Reopened,
        Self::ReopeningRefused,
        Self::TextsErased,
        Self::WithdrawalConfirmed,
        Self::MadePublic,
        Self::NoLongerPublic,
        Self::PledgeReceived,
        Self::PledgeNews,
        Self::PledgeForYou,
        Self::QuestionReceived,
        Self::QuestionNews,
        Self::QuestionForYou,
        Self::ConfirmReader,
        Self::ReportPublished,
        Self::CaseAssigned,
        Self::CaseSupported,
        Self::HelpedCaseEnded,
        Self::CaseOffered,
        Self::SupportAsked,
        Self::SupportAnswered,
        Self::UpdateProposed,
        Self::TaskForPartner,
        Self::DateProposed,
        Self::DateAnswered,
        Self::OfferAccepted,
        Self::OfferDeclined,
        Self::OfferExpired,
        Self::OfferEnded,
        Self::CaseReturned,
        Self::ResidentAnswered,
        Self::QuestionUnanswered,
        Self::ResidentWasHelped,
        Self::ReopeningAsked,
        Self::CaseReopened,
        Self::ResidentThreatened,
        Self::ResidentWithdrew,
        Self::ContactDue,
        Self::PromiseDue,
        Self::PromiseBroken,
        Self::ReviewNeeded,
        Self::RoutingAlarm,
        Self::PartnerUnavailable,
        Self::WebhookStopped,
        Self::DailyOverview,
        Self::MailedCode,
        Self::MailedLocked,
    ];

    /// The kind of this template.
    pub fn from_name(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.name() == name)
    }

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
            Self::PassedOn => "passed-on",
            Self::MergedNews => "merged-news",
            Self::Unmerged => "unmerged",
            Self::Reopened => "case-reopened",
            Self::ReopeningRefused => "reopening-refused",
            Self::TextsErased => "texts-erased",
            Self::WithdrawalConfirmed => "withdrawal-confirmed",
            Self::MadePublic => "made-public",
            Self::NoLongerPublic => "no-longer-public",
            Self::PledgeReceived => "pledge-received",
            Self::PledgeNews => "pledge-news",
            Self::PledgeForYou => "pledge-for-you",
            Self::QuestionReceived => "experience-received",
            Self::QuestionNews => "experience-news",
            Self::QuestionForYou => "experience-for-you",
            Self::ConfirmReader => "confirm-reader",
            Self::ReportPublished => "report-published",
            Self::CaseAssigned => "case-assigned",
            Self::CaseSupported => "case-supported",
            Self::HelpedCaseEnded => "helped-case-ended",
            Self::CaseOffered => "case-offered",
            Self::SupportAsked => "support-asked",
            Self::SupportAnswered => "support-answered",
            Self::UpdateProposed => "update-proposed",
            Self::TaskForPartner => "task-for-partner",
            Self::DateProposed => "date-proposed",
            Self::DateAnswered => "date-answered",
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
            Self::ContactDue => "contact-due",
            Self::PromiseDue => "promise-due",
            Self::PromiseBroken => "promise-broken",
            Self::ReviewNeeded => "review-needed",
            Self::RoutingAlarm => "routing-alarm",
            Self::PartnerUnavailable => "partner-unavailable",
            Self::WebhookStopped => "webhook-stopped",
            Self::DailyOverview => "daily-overview",
            Self::MailedCode => "mailed-code",
            Self::MailedLocked => "mailed-locked",
        }
    }
}

/// Where a message stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub enum MessageState {
    /// Will be sent, or tried again.
    Waiting,
    /// Written while no mail was set up; nothing sends it by itself.
    Kept,
    /// The mail server has taken it.
    Sent,
    /// Given up: refused for good, or not taken within the term.
    Failed,
    /// Every person it is for has a message of their own.
    Divided,
    /// There is nobody to send it to: no address was left, it has been erased, or nobody is active.
    Nobody,
}

/// Why a message was not taken, for the administrator.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub enum MailTrouble {
    /// Nobody listens there, or the name is not known.
    Unreachable,
    /// No reply in time.
    TimedOut,
    /// The line broke before the message was handed over.
    BrokenOff,
    /// The line broke after the message was handed over and before the reply: it may have arrived.
    ReplyLost,
    /// The server offers no encryption, or it could not be set up: its certificate is not trusted, for example.
    NotEncrypted,
    /// The server does not speak SMTP as it should.
    NotUnderstood,
    /// The server offers no way to sign in that we know.
    NoSignIn,
    /// User or password are wrong.
    SignInRefused,
    /// The server is busy or closed for now.
    Busy,
    /// The server does not let us send from our address.
    SenderRefused,
    /// Not now, but perhaps later: a mailbox that is full, a server that wants to be asked twice.
    NotNow,
    /// Refused for good: there is no such mailbox.
    Refused,
    /// The server cannot send to an address with letters outside ASCII.
    AddressNotSupported,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_template_is_found_by_its_name() {
        for kind in MailKind::ALL {
            assert_eq!(MailKind::from_name(kind.name()), Some(kind));
        }
        assert_eq!(MailKind::from_name("case-lost"), None);
    }
}
