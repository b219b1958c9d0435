//! What officials send and see. The session says who they are and of which municipality.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

pub use super::answers::{QuestionRequest, UpdateRequest};
pub use super::ending::{CaseLink, ConclusionRequest, ErasureRequest, PassingOnRequest, ReopeningRefusalRequest};
pub use super::moderating::{HidingRequest, LaterRedaction, LaterText, RedactionRequest};
use crate::actor::Role;
use crate::area::Area;
pub use crate::case::CaseAction;
use crate::case::{Channel, Outcome, PublicStatus};
use crate::ids::{
    AreaId, BallotId, CaseId, HandoverId, OfficialId, PartnerId, PollId, QuestionId, Slug, TopicId, WrittenId,
};
use crate::partner::PartnerKind;
use crate::poll::correction::Correction;
use crate::poll::library::scan::Placement;
pub use crate::poll::library::{Shape, Template, TemplateSummary, Theme};
use crate::poll::report::{Activity, Finding, Measure};
pub use crate::poll::written::{Personal, Written};
use crate::poll::{Answers, Poll, PollStatus};
use crate::proposal::{ProposalDraft, ProposalKind};
use crate::residents::Population;
use crate::tally::Published;
use crate::text::{Language, Localized};
use crate::time::{CivilDate, Instant};
use crate::topic::Topic;
pub use crate::wire::entry::{CaseEntry, CaseEntryKind, EntryActor};
pub use crate::wire::finding::{CaseList, CaseOverview, PartnerStanding, SoughtState, StatusCount};
use crate::wire::helping::HelpView;
use crate::wire::public::PassedOnView;
use crate::wire::tasks::CaseTask;
pub use crate::wire::translations::{
    IdeaTranslation, LanguageRequest, ToTranslate, TranslationRequest, TranslationsRequest,
};
use crate::wire::watch::WatchView;

/// `POST /admin/sessions`: signs in with the token of a one-time link; answers with the session cookie.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct SignInRequest {
    /// `<slug>.<26 characters>`, as in the link's fragment.
    pub token: String,
}

/// `GET /admin/me`: who is signed in, and what every admin page needs.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Me {
    pub official_id: OfficialId,
    pub name: String,
    pub role: Role,
    pub language: Language,
    pub partner_id: PartnerId,
    pub municipality: Slug,
    pub municipality_name: String,
    pub partners: Vec<PartnerView>,
    pub topics: Vec<Topic>,
    pub areas: Vec<Area>,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct PartnerView {
    pub id: PartnerId,
    pub name: String,
    pub kind: PartnerKind,
    pub coordinating: bool,
    /// Whether a case can go there: a valid agreement and somebody active.
    pub available: bool,
}

/// Which cases `GET /admin/cases?scope=` lists.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub enum CaseScope {
    /// Open cases of my partner, and those offered to it; for the coordinator also those of others that are so late
    /// that the coordinator was told.
    #[default]
    Mine,
    /// Open cases of other partners that mine helps.
    Supporting,
    /// Open cases of everybody; for the coordinator.
    All,
    /// Held for review; for the coordinator.
    Held,
    /// Concluded and withdrawn, of my partner (of everybody for the coordinator); newest first.
    Ended,
}

#[expect(clippy::struct_excessive_bools, reason = "each is a fact of its own that the page shows")]
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct CaseSummary {
    pub id: CaseId,
    pub number: String,
    /// The first line of what the resident wrote.
    pub title: String,
    pub kind: ProposalKind,
    pub topic: Option<Localized>,
    pub area: String,
    pub owner: PartnerId,
    pub status: PublicStatus,
    pub received_on: CivilDate,
    pub promise: Option<CivilDate>,
    pub overdue: bool,
    /// Overdue by more than two working days; the coordinator has been told.
    pub escalated: bool,
    pub held: bool,
    /// Offered to this partner, which has not answered.
    pub offered_to: Option<PartnerId>,
    pub waiting_for_resident: bool,
    /// How often others said no, or nothing in time, since it has this owner.
    pub refusals: u32,
    /// The owner has it because others refused twice.
    pub returned: bool,
    /// The resident is thwarted or threatened because of it, and nobody has taken that up; told to coordinators alone.
    pub threatened: bool,
    /// The number of the case in which it goes on.
    pub merged_into: Option<String>,
}

/// `GET /admin/cases/{id}`.
#[expect(clippy::struct_excessive_bools, reason = "each is a fact of its own that the page shows")]
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct CaseDetail {
    pub summary: CaseSummary,
    /// Number of events so far. A command names the version it was given on; an older one is refused with 409.
    pub version: u64,
    pub topic_id: Option<TopicId>,
    pub channel: Channel,
    pub language: Language,
    pub what: String,
    pub why: Option<String>,
    pub we_do: Option<String>,
    pub we_need: Option<String>,
    /// What stands beside those texts.
    pub translation: Option<IdeaTranslation>,
    /// Every text that may have a translation beside it, oldest first; empty when all is in Dutch.
    pub to_translate: Vec<ToTranslate>,
    pub has_email: bool,
    /// Others may ask the resident how it was done.
    #[serde(default)]
    pub shares_experience: bool,
    pub may_be_public: bool,
    pub public: bool,
    pub supporting: Vec<PartnerId>,
    pub help: HelpView,
    pub watch: WatchView,
    /// Who does what by when; in the order in which it was written down.
    #[serde(default)]
    pub tasks: Vec<CaseTask>,
    /// Why it was routed here, in Dutch.
    pub reason: String,
    pub handover: Option<HandoverView>,
    /// What the resident wrote where a coordinator rewrote it; for coordinators alone.
    pub originals: Vec<String>,
    /// What the resident wrote after sending it in, as others read it: for who may rewrite it.
    #[serde(default)]
    pub written_later: Vec<LaterText>,
    /// Why the answer did not help, while nobody has decided whether to look again.
    pub asked_again: Option<String>,
    pub refusals: u32,
    pub outcome: Option<Outcome>,
    /// The case in which it goes on, if this official may see that.
    pub merged_into: Option<CaseLink>,
    /// The cases that go on here.
    pub merged_here: Vec<CaseLink>,
    /// Where it went, if it is no idea.
    pub passed_on: Option<PassedOnView>,
    pub actions: Vec<CaseAction>,
    /// Oldest first, internal entries included.
    pub timeline: Vec<CaseEntry>,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct HandoverView {
    pub id: HandoverId,
    pub to: PartnerId,
    pub reason: String,
    pub answer_by: CivilDate,
}

/// `POST /admin/cases/{id}/handovers`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct HandoverRequest {
    pub version: u64,
    pub to: PartnerId,
    pub reason: String,
}

/// `POST /admin/cases/{id}/handovers/{handoverId}/reply`: by the partner that was asked, or by the coordinator
/// who records what that partner said.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct HandoverReply {
    pub version: u64,
    pub accept: bool,
    /// Required when declining.
    #[serde(default)]
    pub reason: String,
    /// Who it should be, if the partner knows.
    #[serde(default)]
    pub suggestion: Option<PartnerId>,
}

/// `POST /admin/cases/{id}/handovers/{handoverId}/withdrawal`, `…/reopening`, `…/threat-care`, `…/review-release`,
/// `…/publication`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct VersionOnly {
    pub version: u64,
}

/// `POST /admin/cases` with `Idempotency-Key`: a proposal entered for somebody who came by, called or wrote.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct EnterProposalRequest {
    pub draft: ProposalDraft,
    pub language: Language,
    pub channel: Channel,
}

/// The follow key is shown once, to give to the resident.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct EnteredProposal {
    pub case_id: CaseId,
    pub number: String,
    pub owner: PartnerId,
    pub answer_by: CivilDate,
    pub follow_key: String,
}

/// `GET /admin/polls`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct PollList {
    pub polls: Vec<PollOverview>,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct PollOverview {
    pub id: PollId,
    pub title: Localized,
    /// The poll's short code: `/{slug}/p/{code}` leads to it once it is open.
    pub code: String,
    pub status: PollStatus,
    pub opens_at: Option<Instant>,
    pub closes_at: Option<Instant>,
    /// Ballots counted at the last collection.
    pub ballots: u32,
    /// While it is open: when they are counted again at the latest; none when that is being done. When a ballot came in
    /// is nowhere to be seen.
    pub next_count_at: Option<Instant>,
    pub report_due: Option<CivilDate>,
    pub report_overdue: bool,
}

/// `GET /admin/polls/{id}`.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct PollDetail {
    pub overview: PollOverview,
    /// Number of the last change; a save names the version it was made on.
    pub version: u64,
    pub poll: Poll,
    pub results: Option<Published>,
    /// Ballots by how they came in, at the last collection.
    #[serde(default)]
    pub channels: BTreeMap<String, u32>,
    /// The questions whose open answers can be read now.
    #[serde(default)]
    pub readable_texts: Vec<QuestionId>,
    pub report: Option<ReportRequest>,
    /// What a report can lead to: initiatives that everybody can see, the newest first.
    pub initiatives: Vec<NamedInitiative>,
    /// The residents whom it is about, where the municipality has loaded them.
    #[serde(default)]
    pub population: Option<Population>,
    /// What the scan of the library says of everybody and of each area; empty for any other poll.
    #[serde(default)]
    pub placements: Vec<Placement>,
    /// What was corrected since the poll opened, oldest first.
    pub corrections: Vec<Correction>,
    /// The areas that respondents may name and that figures are of, with what they lie in; also those that have retired
    /// since.
    pub named_areas: Vec<Area>,
    /// Those of them that a respondent may name.
    pub areas_to_name: Vec<AreaId>,
}

/// `POST /admin/polls/{id}/corrections`: other words in a poll that has opened.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct CorrectionRequest {
    pub version: u64,
    /// What was wrong, for residents.
    pub note: Localized,
    /// The whole poll as it should read; only its texts may differ.
    pub poll: Poll,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct NamedInitiative {
    pub id: CaseId,
    pub title: String,
}

/// `POST /admin/polls/{id}/raw-ballots`: every ballot of a closed poll, as CSV. The reason is kept.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct RawBallotsRequest {
    pub reason: String,
}

/// `GET /admin/poll-templates`: the library, without the questions. `GET /admin/poll-templates/{id}` is one
/// [`Template`] whole.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct TemplateList {
    pub templates: Vec<TemplateSummary>,
}

/// `GET /admin/polls/{id}/texts/{questionId}?search&tag&personal&after`: open answers, in an order that tells nothing.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct WrittenPage {
    /// How many there are.
    pub total: u32,
    /// How many fit what was looked for.
    pub found: u32,
    /// How many are kept from this official, because they seem to give somebody away: editors and coordinators alone
    /// read those.
    pub withheld: u32,
    pub answers: Vec<Written>,
    /// Where to go on, when there are more.
    pub next: Option<WrittenId>,
    /// Every tag of the question, and how often it was given.
    pub tags: BTreeMap<String, u32>,
}

/// `PUT /admin/polls/{id}/texts/{questionId}/{writtenId}/tags`: these tags in place of those it had.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct TagsRequest {
    pub tags: Vec<String>,
}

/// `POST /admin/polls` makes a draft, `PUT /admin/polls/{id}` saves it. Version 0 is a new one.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct PollSaveRequest {
    pub version: u64,
    pub poll: Poll,
}

/// `POST /admin/polls/{id}/opening`: open now, or on a later day; closed after `closes_on`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct OpeningRequest {
    pub version: u64,
    #[serde(default)]
    pub opens_on: Option<CivilDate>,
    pub closes_on: CivilDate,
}

/// `POST /admin/polls/{id}/ballots`: answers given by phone, at the desk or on paper.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct EnterBallotRequest {
    pub ballot_id: BallotId,
    pub answers: Answers,
    #[serde(default)]
    pub area_id: Option<AreaId>,
    pub channel: Channel,
}

/// `PUT /admin/polls/{id}/report`: publishes the report; the figures are frozen with it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct ReportRequest {
    pub version: u64,
    pub heard: Localized,
    #[serde(default)]
    pub we_do: Vec<Measure>,
    #[serde(default)]
    pub we_do_not: Option<Localized>,
    /// At least one.
    pub you_can: Vec<Activity>,
    #[serde(default)]
    pub questions: Vec<Finding>,
}
