//! What happened to a case, as officials read it: one entry for each event.

use serde::{Deserialize, Serialize};

use crate::case::{Nature, Outcome, Parts};
use crate::ids::PartnerId;
use crate::proposal::ProposalKind;
use crate::text::Language;
use crate::time::{CivilDate, Instant};
use crate::wire::tasks::TaskRole;
use crate::wire::translations::EntryTranslation;

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct CaseEntry {
    pub at: Instant,
    pub by: EntryActor,
    pub what: CaseEntryKind,
    pub text: Option<String>,
    /// In the place of the text, when it was written in parts.
    pub parts: Option<Parts<String>>,
    /// What stands beside those words.
    pub translation: Option<EntryTranslation>,
    /// Whether the resident sees this entry.
    pub public: bool,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "kind", rename_all = "camelCase", rename_all_fields = "camelCase")]
pub enum EntryActor {
    Resident,
    /// Somebody who joins in.
    Pledger,
    Official {
        name: String,
        partner: PartnerId,
    },
    /// Somebody of this partner, by a link and a code in a mail.
    Mailed {
        partner: PartnerId,
    },
    System,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "kind", rename_all = "camelCase", rename_all_fields = "camelCase")]
pub enum CaseEntryKind {
    Received {
        owner: PartnerId,
    },
    HeldForReview,
    ReviewReleased,
    Redacted,
    /// Into this language.
    Translated {
        language: Language,
    },
    Update,
    Question,
    Answer,
    AnswerTermPassed,
    HandoverOffered {
        to: PartnerId,
    },
    HandoverAccepted {
        by: PartnerId,
    },
    HandoverDeclined {
        by: PartnerId,
        suggestion: Option<PartnerId>,
    },
    HandoverExpired {
        to: PartnerId,
    },
    HandoverWithdrawn,
    OwnerChanged {
        to: PartnerId,
    },
    PromiseSet {
        until: CivilDate,
    },
    Reminded,
    Escalated,
    Concluded {
        outcome: Outcome,
    },
    /// The text says where it went.
    PassedOn {
        nature: Nature,
        received_on: CivilDate,
        reference: Option<String>,
    },
    Rated {
        helped: bool,
    },
    ReopeningAsked {
        decide_by: CivilDate,
    },
    Reopened {
        until: CivilDate,
    },
    /// The case in which it went on was withdrawn.
    Unmerged {
        until: CivilDate,
    },
    ReopeningRefused,
    /// Why something was hidden or rewritten.
    Explained,
    TextsErased,
    Threatened,
    ThreatTakenUp,
    SupportAsked {
        partner: PartnerId,
    },
    SupportAccepted {
        partner: PartnerId,
    },
    SupportDeclined {
        partner: PartnerId,
    },
    Note,
    /// Somebody does something by this day.
    TaskAdded {
        doer: TaskRole,
        until: CivilDate,
    },
    TaskChanged {
        doer: TaskRole,
        until: CivilDate,
    },
    TaskDone,
    TaskDropped,
    BackingShown {
        partner: PartnerId,
    },
    BackingTakenBack {
        partner: PartnerId,
    },
    ExperienceShared,
    ExperienceWithdrawn,
    UpdateProposed {
        partner: PartnerId,
    },
    DecisionNeeded {
        until: CivilDate,
    },
    DateProposed {
        partner: PartnerId,
        on: CivilDate,
    },
    DateConfirmed {
        partner: PartnerId,
        on: CivilDate,
    },
    DateDeclined {
        partner: PartnerId,
        on: CivilDate,
    },
    Withdrawn,
    Published,
    Hidden,
    KindSet {
        to: ProposalKind,
    },
    LanguageSet {
        to: Language,
    },
    AgreementsMade,
    ContactDue,
    ContactNoted,
    ContactEnded,
}
