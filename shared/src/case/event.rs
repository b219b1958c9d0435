//! What happened to a case. Events are only ever added, and stay readable for good.
//!
//! An event never holds what people wrote: it points to a text by its id, and erasure overwrites the text. Every
//! kind of event has a version; `tests/golden/case-events` keeps one of each as it was first written. To change a
//! kind, give it a higher version in [`Event::version`], and teach [`Recorded`] to read the older ones.

use serde::{Deserialize, Serialize};

use super::{CaseNumber, Channel, Nature, OFFICIALS_READ, Outcome, Parts, TaskDoer, TaskKind};
use crate::actor::Actor;
use crate::ids::{AreaId, HandoverId, OfficialId, PartnerId, TextId, TopicId};
use crate::proposal::ProposalKind;
use crate::routing::Routing;
use crate::text::Language;
use crate::time::{CivilDate, Instant};

/// An event with when it happened and who did it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(try_from = "Stored", into = "Stored")]
pub struct Recorded {
    pub at: Instant,
    pub by: Actor,
    pub event: Event,
}

/// An event as it is written.
#[derive(Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
struct Stored {
    at: Instant,
    by: Actor,
    version: u16,
    #[serde(flatten)]
    event: Event,
}

impl From<Recorded> for Stored {
    fn from(recorded: Recorded) -> Self {
        Self { at: recorded.at, by: recorded.by, version: recorded.event.version(), event: recorded.event }
    }
}

impl TryFrom<Stored> for Recorded {
    type Error = UnknownVersion;
    fn try_from(stored: Stored) -> Result<Self, UnknownVersion> {
        // What a newer version of a kind added has a default, so that the older ones read as they are.
        match stored.version {
            version if version == 0 || version > stored.event.version() => {
                Err(UnknownVersion { kind: stored.event.kind(), version })
            }
            _ => Ok(Self { at: stored.at, by: stored.by, event: stored.event }),
        }
    }
}

/// An event that a later release wrote.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("version {version} of the event {kind} is not known here")]
pub struct UnknownVersion {
    kind: &'static str,
    version: u16,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "type", rename_all = "camelCase", rename_all_fields = "camelCase")]
pub enum Event {
    /// A proposal came in and was routed: the first event of every case.
    Received(Box<Received>),
    /// A coordinator reads the text before any other partner does.
    HeldForReview,
    ReviewReleased,
    /// From now on everybody but the resident and the coordinators reads another text in the place of this one.
    Redacted {
        text: TextId,
        with: TextId,
    },
    /// A translation stands beside a text from now on.
    Translated {
        of: TextId,
        language: Language,
        with: TextId,
    },
    /// An official says that the resident writes in another language than that of the page it came from.
    LanguageSet {
        language: Language,
    },
    /// News for the resident, in the name of a partner.
    Updated {
        partner: PartnerId,
        /// What was written; of an answer in parts the first.
        text: TextId,
        /// Since version 2.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        parts: Option<Parts>,
    },
    QuestionAsked {
        partner: PartnerId,
        text: TextId,
        answer_until: CivilDate,
    },
    /// By the resident, or written down for them.
    Answered {
        question: TextId,
        text: TextId,
    },
    /// The partner goes on without an answer.
    AnswerTermPassed {
        question: TextId,
    },
    /// From now on the resident hears something by this day.
    PromiseSet {
        until: CivilDate,
        reason: Option<TextId>,
    },
    HandoverOffered {
        handover: HandoverId,
        from: PartnerId,
        to: PartnerId,
        reason: TextId,
        answer_by: CivilDate,
    },
    HandoverAccepted {
        handover: HandoverId,
        partner: PartnerId,
    },
    HandoverDeclined {
        handover: HandoverId,
        partner: PartnerId,
        reason: TextId,
        suggestion: Option<PartnerId>,
    },
    /// No answer by the term: counts as a refusal.
    HandoverExpired {
        handover: HandoverId,
        partner: PartnerId,
    },
    HandoverWithdrawn {
        handover: HandoverId,
    },
    OwnerChanged {
        to: PartnerId,
        why: OwnerChange,
    },
    /// A partner was asked to help.
    SupportAsked {
        partner: PartnerId,
        reason: TextId,
    },
    SupportAccepted {
        partner: PartnerId,
    },
    SupportDeclined {
        partner: PartnerId,
        reason: TextId,
    },
    /// For officials alone, by one of this partner.
    NoteAdded {
        partner: PartnerId,
        text: TextId,
    },
    /// Words for the owner, by a partner that helps.
    UpdateProposed {
        partner: PartnerId,
        text: TextId,
    },
    /// Somebody above the partners has to decide; the text says who.
    DecisionNeeded {
        who: TextId,
        until: CivilDate,
    },
    /// Something is to be carried out by this partner on this day, if it confirms that.
    DateProposed {
        partner: PartnerId,
        on: CivilDate,
        text: TextId,
    },
    DateConfirmed {
        partner: PartnerId,
        on: CivilDate,
    },
    DateDeclined {
        partner: PartnerId,
        on: CivilDate,
        reason: TextId,
    },
    /// The owner was told that the promise ends on the next working day.
    Reminded,
    /// The coordinator was told that the promise is two working days late.
    Escalated,
    Concluded {
        partner: PartnerId,
        outcome: Outcome,
        text: TextId,
    },
    /// It is no idea: it went to who handles that, with the day on which it came in.
    PassedOn {
        partner: PartnerId,
        nature: Nature,
        to: TextId,
        reference: Option<TextId>,
        received_on: CivilDate,
        /// By when who it went to answers. Since version 2.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        answer_by: Option<CivilDate>,
    },
    /// The resident said whether the conclusion helped.
    Rated {
        helped: bool,
        reason: Option<TextId>,
    },
    /// It did not, and somebody decides by this day whether to look again.
    ReopeningAsked {
        decide_by: CivilDate,
    },
    /// Somebody looks again; the resident hears something by this day.
    Reopened {
        until: CivilDate,
    },
    /// The case in which it went on was withdrawn: it is open again, and the resident hears something by this day.
    Unmerged {
        until: CivilDate,
    },
    /// The conclusion stands.
    ReopeningRefused {
        text: TextId,
    },
    /// The words of these texts were overwritten because somebody asked for it; why, only coordinators read.
    TextsErased {
        texts: Vec<TextId>,
        reason: TextId,
    },
    /// The resident is thwarted or threatened because of it. Only coordinators read this.
    Threatened {
        text: Option<TextId>,
    },
    /// A coordinator does something about it.
    ThreatTakenUp,
    /// Somebody does something by this day; what it is stands in the text of the same id.
    TaskAdded {
        task: TextId,
        kind: TaskKind,
        doer: TaskDoer,
        until: CivilDate,
    },
    /// From now on this one does it, by this day.
    TaskChanged {
        task: TextId,
        doer: TaskDoer,
        until: CivilDate,
    },
    TaskDone {
        task: TextId,
    },
    /// Nobody does it any more.
    TaskDropped {
        task: TextId,
    },
    /// A partner shows everybody that it supports it.
    BackingShown {
        partner: PartnerId,
    },
    BackingTakenBack {
        partner: PartnerId,
    },
    /// By the resident: others may ask how it was done.
    ExperienceShared,
    /// They may not any more.
    ExperienceWithdrawn,
    /// By the resident.
    Withdrawn,
    /// Everybody can see it as an initiative.
    Published,
    /// Taken out of public.
    Hidden,
    /// Why a moderator hid or rewrote something, for the resident.
    Explained {
        partner: PartnerId,
        text: TextId,
    },
    /// An official says that it is of another kind.
    KindSet {
        kind: ProposalKind,
    },
    /// What neighbourhood watch has agreed to is written down.
    AgreementsMade {
        partner: PartnerId,
        official: Option<OfficialId>,
        contact: TextId,
        reach: TextId,
        standard: u16,
        own: Option<TextId>,
    },
    /// Somebody should be in touch.
    ContactDue,
    /// Somebody was.
    ContactNoted {
        text: TextId,
    },
    /// Nobody needs to be any more.
    ContactEnded {
        reason: TextId,
    },
}

/// What came in. The words are elsewhere.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Received {
    pub number: CaseNumber,
    pub topic_id: Option<TopicId>,
    pub area_id: AreaId,
    pub kind: ProposalKind,
    pub language: Language,
    pub channel: Channel,
    /// Whether the resident agreed to its being shown in public.
    pub may_be_public: bool,
    pub what: TextId,
    pub why: Option<TextId>,
    pub we_do: Option<TextId>,
    pub we_need: Option<TextId>,
    pub routing: Routing,
    /// By when the resident hears something.
    pub promise: CivilDate,
}

/// Why another partner owns it from now on.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub enum OwnerChange {
    Accepted,
    /// Two partners, or one partner twice, did not take it over: the coordinating partner decides.
    SecondRefusal,
}

impl Event {
    /// The version in which this kind is written now.
    pub const fn version(&self) -> u16 {
        match self {
            // Version 2: an answer may have parts; the day by which who it went to answers.
            Self::Updated { .. } | Self::PassedOn { .. } => 2,
            _ => 1,
        }
    }

    /// The name under which this kind is stored, for good.
    pub const fn kind(&self) -> &'static str {
        match self {
            Self::Received(_) => "received",
            Self::HeldForReview => "heldForReview",
            Self::ReviewReleased => "reviewReleased",
            Self::Redacted { .. } => "redacted",
            Self::Translated { .. } => "translated",
            Self::LanguageSet { .. } => "languageSet",
            Self::Updated { .. } => "updated",
            Self::QuestionAsked { .. } => "questionAsked",
            Self::Answered { .. } => "answered",
            Self::AnswerTermPassed { .. } => "answerTermPassed",
            Self::PromiseSet { .. } => "promiseSet",
            Self::HandoverOffered { .. } => "handoverOffered",
            Self::HandoverAccepted { .. } => "handoverAccepted",
            Self::HandoverDeclined { .. } => "handoverDeclined",
            Self::HandoverExpired { .. } => "handoverExpired",
            Self::HandoverWithdrawn { .. } => "handoverWithdrawn",
            Self::OwnerChanged { .. } => "ownerChanged",
            Self::SupportAsked { .. } => "supportAsked",
            Self::SupportAccepted { .. } => "supportAccepted",
            Self::SupportDeclined { .. } => "supportDeclined",
            Self::NoteAdded { .. } => "noteAdded",
            Self::UpdateProposed { .. } => "updateProposed",
            Self::DecisionNeeded { .. } => "decisionNeeded",
            Self::DateProposed { .. } => "dateProposed",
            Self::DateConfirmed { .. } => "dateConfirmed",
            Self::DateDeclined { .. } => "dateDeclined",
            Self::Reminded => "reminded",
            Self::Escalated => "escalated",
            Self::Concluded { .. } => "concluded",
            Self::PassedOn { .. } => "passedOn",
            Self::Rated { .. } => "rated",
            Self::ReopeningAsked { .. } => "reopeningAsked",
            Self::Reopened { .. } => "reopened",
            Self::Unmerged { .. } => "unmerged",
            Self::ReopeningRefused { .. } => "reopeningRefused",
            Self::TextsErased { .. } => "textsErased",
            Self::Threatened { .. } => "threatened",
            Self::ThreatTakenUp => "threatTakenUp",
            Self::TaskAdded { .. } => "taskAdded",
            Self::TaskChanged { .. } => "taskChanged",
            Self::TaskDone { .. } => "taskDone",
            Self::TaskDropped { .. } => "taskDropped",
            Self::BackingShown { .. } => "backingShown",
            Self::BackingTakenBack { .. } => "backingTakenBack",
            Self::ExperienceShared => "experienceShared",
            Self::ExperienceWithdrawn => "experienceWithdrawn",
            Self::Withdrawn => "withdrawn",
            Self::Published => "published",
            Self::Hidden => "hidden",
            Self::Explained { .. } => "explained",
            Self::KindSet { .. } => "kindSet",
            Self::AgreementsMade { .. } => "agreementsMade",
            Self::ContactDue => "contactDue",
            Self::ContactNoted { .. } => "contactNoted",
            Self::ContactEnded { .. } => "contactEnded",
        }
    }

    /// Whether the resident reads it on their page. Refusals, reminders and reviews are not theirs to worry about.
    pub const fn is_public(&self) -> bool {
        match self {
            // What the resident wrote in other words is for who reads it.
            Self::Translated { language, .. } => !matches!(*language, OFFICIALS_READ),
            Self::Received(_)
            | Self::Updated { .. }
            | Self::QuestionAsked { .. }
            | Self::Answered { .. }
            | Self::AnswerTermPassed { .. }
            | Self::PromiseSet { .. }
            | Self::HandoverOffered { .. }
            | Self::OwnerChanged { .. }
            | Self::SupportAccepted { .. }
            | Self::DecisionNeeded { .. }
            | Self::DateProposed { .. }
            | Self::DateConfirmed { .. }
            | Self::DateDeclined { .. }
            | Self::Concluded { .. }
            | Self::PassedOn { .. }
            | Self::Rated { .. }
            | Self::ReopeningAsked { .. }
            | Self::Reopened { .. }
            | Self::Unmerged { .. }
            | Self::ReopeningRefused { .. }
            | Self::TextsErased { .. }
            | Self::Explained { .. }
            | Self::Threatened { .. }
            | Self::KindSet { .. }
            | Self::AgreementsMade { .. }
            | Self::TaskAdded { .. }
            | Self::TaskChanged { .. }
            | Self::TaskDone { .. }
            | Self::TaskDropped { .. }
            | Self::BackingShown { .. }
            | Self::BackingTakenBack { .. }
            | Self::Withdrawn => true,
            Self::HeldForReview
            | Self::ReviewReleased
            | Self::Redacted { .. }
            | Self::LanguageSet { .. }
            | Self::ThreatTakenUp
            | Self::HandoverAccepted { .. }
            | Self::HandoverDeclined { .. }
            | Self::HandoverExpired { .. }
            | Self::HandoverWithdrawn { .. }
            | Self::SupportAsked { .. }
            | Self::SupportDeclined { .. }
            | Self::NoteAdded { .. }
            | Self::UpdateProposed { .. }
            | Self::Reminded
            | Self::Escalated
            | Self::Published
            | Self::ContactDue
            | Self::ContactNoted { .. }
            | Self::ContactEnded { .. }
            // It stands on their page by itself.
            | Self::ExperienceShared
            | Self::ExperienceWithdrawn
            | Self::Hidden => false,
        }
    }

    /// Whether a partner reads it. Notes of the police are theirs alone: what they know of people is theirs to answer
    /// for, and the coordinator is another organisation too.
    pub fn is_read_by(&self, reader: &PartnerId, is_police: impl Fn(&PartnerId) -> bool) -> bool {
        match self {
            Self::NoteAdded { partner, .. } => partner == reader || !is_police(partner),
            _ => true,
        }
    }

    /// Whether only coordinators read it: whoever threatens may sit anywhere.
    pub const fn is_for_coordinators(&self) -> bool {
        matches!(self, Self::Threatened { .. } | Self::ThreatTakenUp)
    }
}
