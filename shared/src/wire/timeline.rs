//! What has happened with an idea, as residents read it.

use serde::{Deserialize, Serialize};

use crate::case::{Nature, Outcome, Parts};
use crate::proposal::ProposalKind;
use crate::time::CivilDate;
use crate::wire::translations::EntryTranslation;

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct TimelineEntry {
    pub on: CivilDate,
    /// The public name of the partner that did it; none for the resident.
    pub by: Option<String>,
    pub what: TimelineKind,
    /// What was written, as plain text; none when it has been erased or nothing was.
    pub text: Option<String>,
    /// In its place, when it was written in parts: what we do, what you do, what we ask.
    pub parts: Option<Parts<String>>,
    /// The same in another language.
    pub translation: Option<EntryTranslation>,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "kind", rename_all = "camelCase", rename_all_fields = "camelCase")]
pub enum TimelineKind {
    Received {
        partner: String,
    },
    Update,
    Question,
    Answer,
    /// The term for an answer passed; the partner goes on without it.
    AnswerTermPassed,
    HandoverOffered {
        to: String,
    },
    OwnerChanged {
        to: String,
    },
    PromiseSet {
        until: CivilDate,
    },
    Planned {
        on: CivilDate,
    },
    /// Somebody above the partners has to decide; the text says who.
    DecisionNeeded {
        until: CivilDate,
    },
    /// A day on which this partner is to carry it out, if it confirms that.
    DateProposed {
        partner: String,
        on: CivilDate,
    },
    DateConfirmed {
        partner: String,
        on: CivilDate,
    },
    DateDeclined {
        partner: String,
        on: CivilDate,
    },
    Concluded {
        outcome: Outcome,
    },
    /// It is no idea; the text says where it went.
    PassedOn {
        nature: Nature,
        received_on: CivilDate,
        reference: Option<String>,
    },
    /// The resident said whether the answer helped.
    Rated {
        helped: bool,
    },
    /// Somebody decides by this day whether to look again.
    ReopeningAsked {
        decide_by: CivilDate,
    },
    Reopened {
        until: CivilDate,
    },
    /// The idea in which it went on was withdrawn.
    Unmerged {
        until: CivilDate,
    },
    /// This partner helps from now on.
    SupportAccepted {
        partner: String,
    },
    ReopeningRefused,
    /// Why it was hidden, or rewritten for others.
    Explained,
    /// Words were erased because somebody asked for it.
    TextsErased,
    /// The resident told that they are thwarted or threatened because of it.
    Threatened,
    Withdrawn,
    /// It is of another kind than it was sent in as.
    KindSet {
        to: ProposalKind,
    },
    AgreementsMade,
    /// Recorded by the coordinator for a partner: "Genoteerd door de gemeente namens Woonstad".
    RecordedFor {
        partner: String,
    },
}
