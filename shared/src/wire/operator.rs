//! The file from which an operator makes or updates a municipality: `PUT /municipalities/{slug}`.

use serde::{Deserialize, Serialize};

use crate::area::Area;
use crate::area_care::HelpAnswer;
use crate::area_care::measure::Measure;
use crate::case::{Channel, Outcome, TaskKind};
use crate::ids::{AreaId, OfficialId, OptionId, PartnerId, PollId, QuestionId, Slug};
use crate::partner::{Official, Partner};
use crate::poll::report::{Activity, Finding};
use crate::poll::{Answers, Poll};
use crate::proposal::ProposalDraft;
use crate::routing::Rule;
use crate::settings::Settings;
use crate::text::{Language, Localized};
use crate::topic::Topic;
use crate::wire::areas::{AreaContactRequest, JudgementRequest, PhaseRequest};

/// A whole municipality. Loading it again updates what it names; what is missing in a list is retired, not
/// erased. `sample` is only taken by a municipality that has no polls and cases yet.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct MunicipalityFile {
    pub settings: Settings,
    pub areas: Vec<Area>,
    pub topics: Vec<Topic>,
    /// Exactly one is coordinating.
    pub partners: Vec<Partner>,
    pub officials: Vec<Official>,
    /// In order; the last one matches everything.
    pub rules: Vec<Rule>,
    /// Rules that somebody has changed in the admin view stay as they are, unless this says otherwise.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub replace_rules: bool,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub sample: Option<Sample>,
}

/// Content to show the product with. Days are counted from the day of loading: -3 is three days ago.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Sample {
    #[serde(default)]
    pub polls: Vec<SamplePoll>,
    #[serde(default)]
    pub cases: Vec<SampleCase>,
    /// What officials keep of areas; after the polls, whose figures it may name.
    #[serde(default)]
    pub areas: Vec<SampleArea>,
    #[serde(default)]
    pub measures: Vec<SampleMark>,
}

#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct SamplePoll {
    pub poll: Poll,
    /// The day it opens.
    pub opens: i64,
    /// The last day on which it is open.
    pub closes: i64,
    /// Ballots that were cast.
    #[serde(default)]
    pub ballots: Vec<SampleBallots>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub report: Option<SampleReport>,
}

/// So many ballots with the same answers.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct SampleBallots {
    pub count: u32,
    #[serde(default)]
    pub area_id: Option<AreaId>,
    pub answers: Answers,
}

#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct SampleReport {
    pub day: i64,
    pub heard: Localized,
    #[serde(default)]
    pub we_do: Vec<SampleMeasure>,
    #[serde(default)]
    pub we_do_not: Option<Localized>,
    /// Links to pages only: initiatives of a sample have no id yet.
    pub you_can: Vec<Activity>,
    #[serde(default)]
    pub questions: Vec<Finding>,
}

#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct SampleMeasure {
    pub text: Localized,
    pub by_whom: PartnerId,
    /// Counted from the day of loading.
    #[serde(default)]
    pub by_when: Option<i64>,
}

#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct SampleCase {
    /// The day it was sent in.
    pub day: i64,
    pub draft: ProposalDraft,
    #[serde(default)]
    pub language: Language,
    #[serde(default)]
    pub channel: Channel,
    /// What was done with it, in order.
    #[serde(default)]
    pub steps: Vec<SampleStep>,
}

#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct SampleStep {
    pub day: i64,
    /// The official who does it; none for the resident.
    #[serde(default)]
    pub by: Option<OfficialId>,
    #[serde(rename = "do")]
    pub act: SampleAct,
}

#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(tag = "kind", rename_all = "camelCase", rename_all_fields = "camelCase", deny_unknown_fields)]
pub enum SampleAct {
    /// Show it in public.
    Release,
    Update {
        text: String,
    },
    Ask {
        text: String,
    },
    /// The resident's answer to the question that waits.
    Answer {
        text: String,
    },
    OfferHandover {
        to: PartnerId,
        reason: String,
    },
    AcceptHandover,
    DeclineHandover {
        reason: String,
    },
    /// Concludes with an outcome that has no date of its own.
    Conclude {
        outcome: Outcome,
        text: String,
    },
    /// Writes down who does what: paperwork goes to the owner, the rest to whoever adds it. The day is counted from the day
    /// of loading.
    AddTask {
        what: TaskKind,
        text: String,
        until: i64,
    },
    /// The official's organisation shows everybody that it supports it.
    Back,
    /// The resident lets others ask how it was done; needs an e-mail address in the draft.
    ShareExperience,
    /// A neighbour who offers to help; said by nobody of the case.
    Join {
        text: String,
    },
    /// Concludes as `willBeDone` on a day counted from the day of loading, like every day in a sample.
    Plan {
        on: i64,
        text: String,
    },
}

/// What officials keep of one area.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct SampleArea {
    pub area_id: AreaId,
    #[serde(default)]
    pub levels: Vec<SampleLevel>,
    #[serde(default)]
    pub phases: Vec<SamplePhase>,
    #[serde(default)]
    pub helps: Vec<SampleHelp>,
    #[serde(default)]
    pub contacts: Vec<AreaContactRequest>,
}

#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct SampleLevel {
    pub day: i64,
    pub by: OfficialId,
    #[serde(rename = "is")]
    pub judgement: JudgementRequest,
}

#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct SamplePhase {
    pub day: i64,
    pub by: OfficialId,
    #[serde(rename = "is")]
    pub phase: PhaseRequest,
}

#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct SampleHelp {
    pub group: String,
    pub to_area_id: AreaId,
    /// The day on which it was asked.
    pub asked: i64,
    pub answer: HelpAnswer,
    #[serde(default)]
    pub answered: Option<i64>,
    #[serde(default)]
    pub note: String,
}

/// A question that measures.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct SampleMark {
    pub poll_id: PollId,
    pub question_id: QuestionId,
    #[serde(default)]
    pub about: Option<OptionId>,
    pub measure: Measure,
}

/// The answer to `PUT /municipalities/{slug}`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct LoadReceipt {
    pub slug: Slug,
    /// Whether the municipality is new.
    pub created: bool,
    /// Whether the file's sample was taken.
    pub sample_taken: bool,
    /// Whether other rules than those of the file are in force, because somebody has changed them in the admin view.
    pub rules_kept: bool,
    /// Partners at which nobody who is active may handle cases. Nothing new goes to them; what they still have waits
    /// for the coordinator.
    pub partners_without_handler: Vec<PartnerWithoutHandler>,
}

/// A warning: the file was taken all the same.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct PartnerWithoutHandler {
    pub partner_id: PartnerId,
    /// Cases that it has and that are not finished. A partner that the file no longer names is listed when it has any.
    pub open_cases: u32,
}

/// `POST /municipalities/{slug}/sign-in-links`, with the operator's key.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct SignInLinkRequest {
    pub official_id: OfficialId,
}

/// A link that signs one official in, once.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct SignInLink {
    pub official_id: OfficialId,
    pub name: String,
    pub role: crate::actor::Role,
    /// From the admin origin: `/admin/aanmelden#t=…`.
    pub path: String,
}
