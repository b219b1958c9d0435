//! What residents send and see.

use serde::{Deserialize, Serialize};

use crate::area::Area;
use crate::case::{Nature, Outcome, PublicStatus};
use crate::fault::{Fault, FaultCode};
use crate::follow_key::FollowKey;
use crate::ids::{AreaId, BallotId, CaseId, PollId, QuestionId, Slug, TextId, TopicId};
use crate::pledge::PledgeCount;
use crate::poll::correction::Correction;
use crate::poll::{Answers, Poll, PollStatus};
use crate::postcode::{Postcode, house_number};
use crate::proposal::{ProposalDraft, ProposalKind};
use crate::tally::Published;
use crate::tally::represent::Compared;
use crate::text::{Language, Phrase};
use crate::time::{CivilDate, Instant};
use crate::topic::Topic;
use crate::wire::helping::{NeededDecisionView, PlanView};
use crate::wire::pledges::{ExperienceView, PledgeView};
use crate::wire::tasks::TaskView;
pub use crate::wire::timeline::{TimelineEntry, TimelineKind};
pub use crate::wire::translations::{EntryTranslation, IdeaTranslation};
use crate::wire::watch::AgreementsView;

/// `GET /municipalities/{slug}`: what every page of a municipality needs.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct MunicipalityView {
    pub slug: Slug,
    pub name: String,
    pub languages: Vec<Language>,
    pub contact: ContactView,
    pub topics: Vec<Topic<Phrase>>,
    /// Without network levels.
    pub areas: Vec<Area>,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct ContactView {
    pub phone: String,
    pub hours: Phrase,
    pub person: Option<String>,
}

/// One line of `GET …/polls`: open polls first, then those whose report is awaited, then those with a report.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct PollSummary {
    pub id: PollId,
    pub title: Phrase,
    pub status: PollStatus,
    /// How much is asked, the area among it.
    pub questions: usize,
    /// For whom it is: the names of areas; empty for the whole municipality.
    pub areas: Vec<String>,
    pub closes_at: Instant,
    /// Closed and without a report: until when residents wait for it at most.
    pub report_due: Option<CivilDate>,
    /// That day has passed, and the report is not there.
    pub report_overdue: bool,
}

/// `GET …/polls/{id}`.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct PollView {
    pub poll: Poll<Phrase>,
    /// The poll's short code: `/{slug}/p/{code}` leads here.
    pub code: String,
    /// For whom it is: the names of areas; empty for the whole municipality.
    pub areas: Vec<String>,
    /// The areas that respondents may name and that figures are of, with what they lie in; also those that have retired
    /// since. Empty when the poll does not ask.
    pub named_areas: Vec<Area>,
    pub status: PollStatus,
    pub opens_at: Instant,
    pub closes_at: Instant,
    pub report_due: Option<CivilDate>,
    pub report_overdue: bool,
    /// The newest published set, when it may be seen now.
    pub results: Option<Published>,
    /// How those who answered compare with who lives there, where the municipality has loaded residents.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub compared: Vec<Compared>,
    pub report: Option<ReportView>,
    /// What was corrected in the texts since the poll opened, oldest first.
    pub corrections: Vec<Correction<Phrase>>,
}

/// *Terugkoppeling*: what is done with the answers.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct ReportView {
    pub published_on: CivilDate,
    pub heard: Phrase,
    pub we_do: Vec<MeasureView>,
    /// What is not done, and why.
    pub we_do_not: Option<Phrase>,
    /// What residents can do themselves or join; never empty.
    pub you_can: Vec<ActivityView>,
    /// What was heard at single questions.
    pub questions: Vec<FindingView>,
}

/// Something that is done.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct MeasureView {
    pub text: Phrase,
    /// The public name of the partner that carries it out.
    pub by_whom: String,
    pub by_when: Option<CivilDate>,
}

/// Something that residents can do themselves or join.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct ActivityView {
    pub text: Phrase,
    pub link: Option<ActivityLinkView>,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "kind", rename_all = "camelCase", rename_all_fields = "camelCase")]
pub enum ActivityLinkView {
    Site {
        url: String,
    },
    /// The first line of what the resident wrote, in the language they wrote it in.
    Initiative {
        id: CaseId,
        title: String,
        language: Language,
    },
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct FindingView {
    pub question_id: QuestionId,
    pub text: Phrase,
}

/// `POST …/polls/{id}/ballots`. The header `Idempotency-Key` is the ballot's id.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct BallotRequest {
    pub answers: Answers,
    #[serde(default)]
    pub area_id: Option<AreaId>,
}

/// `POST …/area-lookups`: an address to find the area of. Answered with a [`crate::postcode::Lookup`]; nothing of it is kept.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct AreaLookup {
    pub postcode: String,
    /// As it was typed, with or without an addition.
    #[serde(default)]
    pub house_number: Option<String>,
}

impl AreaLookup {
    /// # Errors
    /// What is no postcode or house number.
    pub fn read(&self) -> Result<(Postcode, Option<u32>), Vec<Fault>> {
        let postcode = Postcode::parse(&self.postcode).ok_or_else(|| Fault::new("postcode", FaultCode::NotAPostcode));
        let typed = self.house_number.as_deref().map(str::trim).filter(|typed| !typed.is_empty());
        let number =
            typed.map(|typed| house_number(typed).ok_or_else(|| Fault::new("houseNumber", FaultCode::NotAHouseNumber)));
        match (postcode, number.transpose()) {
            (Ok(postcode), Ok(number)) => Ok((postcode, number)),
            (postcode, number) => Err(postcode.err().into_iter().chain(number.err()).collect()),
        }
    }
}

/// The same for the same ballot, however often it is sent.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct BallotReceipt {
    pub ballot_id: BallotId,
    pub poll_id: PollId,
    /// The day it was counted; no finer time is kept.
    pub received_on: CivilDate,
}

/// `GET …/routes?topicId=&areaId=&kind=`: who would get a proposal, and why.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct RouteView {
    /// "Woonstad (woningcorporatie)".
    pub partner: String,
    pub supporting: Vec<String>,
    /// The sentence that explains it: "omdat het over straatverlichting in wijk Noord gaat".
    pub reason: String,
    /// The day by which the resident hears something, if it were sent today.
    pub answer_by: CivilDate,
}

/// `POST …/proposals`. The header `Idempotency-Key` makes sending it twice harmless.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct ProposalRequest {
    pub draft: ProposalDraft,
    pub language: Language,
    /// Made by the page before sending; only its hash is kept.
    pub follow_key: FollowKey,
}

/// The same for the same key and body.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct ProposalReceipt {
    pub case_id: CaseId,
    /// The speakable number: `2026-0147`. It alone opens nothing.
    pub number: String,
    pub partner: String,
    pub reason: String,
    pub answer_by: CivilDate,
}

/// One line of `GET …/initiatives`: released by a moderator, never with a name.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct InitiativeSummary {
    pub id: CaseId,
    /// The first line of what the resident wrote.
    pub title: String,
    /// The language the resident wrote in.
    pub language: Language,
    pub kind: ProposalKind,
    pub topic_id: Option<TopicId>,
    pub topic: Option<Phrase>,
    pub area_id: AreaId,
    pub area: String,
    pub status: PublicStatus,
    pub partner: String,
    /// Organisations that show that they support it: "Woonstad (woningcorporatie)".
    #[serde(default)]
    pub backing: Vec<String>,
}

/// `GET …/initiatives/{id}`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct InitiativeView {
    pub summary: InitiativeSummary,
    pub what: String,
    pub why: Option<String>,
    pub we_do: Option<String>,
    pub we_need: Option<String>,
    /// What stands beside those texts.
    pub translation: Option<IdeaTranslation>,
    /// Of neighbourhood watch: what was agreed, and whom to turn to.
    pub agreements: Option<AgreementsView>,
    /// Public updates, the planned date and the conclusion; not the questions to the resident.
    pub timeline: Vec<TimelineEntry>,
    /// How many want to help.
    pub joined: PledgeCount,
    /// Whether more can.
    pub may_join: bool,
    /// Who does what by when; nobody is named.
    #[serde(default)]
    pub tasks: Vec<TaskView>,
    /// Whether who did it answers questions of others.
    #[serde(default)]
    pub experience: bool,
}

/// `GET …/followed-case` with the header `Follow-Key`: everything the resident may know of their case.
#[expect(clippy::struct_excessive_bools, reason = "each is a fact of its own that the page shows")]
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct FollowView {
    pub case_id: CaseId,
    pub number: String,
    pub status: PublicStatus,
    /// Who has it now. Never empty.
    pub owner: String,
    /// Who was asked to take it over and has not answered.
    pub asked_to_take_over: Option<String>,
    pub supporting: Vec<String>,
    /// Who shows everybody that they support it.
    #[serde(default)]
    pub backing: Vec<String>,
    /// When something will be carried out.
    pub plan: Option<PlanView>,
    /// Who has to decide, while the resident has not heard what was decided.
    pub decision: Option<NeededDecisionView>,
    /// Of neighbourhood watch: what was agreed, and whom to turn to.
    pub agreements: Option<AgreementsView>,
    pub reason: String,
    /// By when the resident hears something; none once concluded or withdrawn.
    pub promise: Option<CivilDate>,
    pub overdue: bool,
    pub received_on: CivilDate,
    pub language: Language,
    #[serde(default)]
    pub topic_id: Option<TopicId>,
    pub topic: Option<Phrase>,
    pub area: String,
    pub kind: ProposalKind,
    pub what: String,
    pub why: Option<String>,
    pub we_do: Option<String>,
    pub we_need: Option<String>,
    /// What stands beside those texts, by who handles it.
    pub translation: Option<IdeaTranslation>,
    /// Whether an e-mail address is kept.
    pub has_email: bool,
    /// Whether everybody can see it as an initiative.
    pub public: bool,
    /// The question that waits for an answer.
    pub question: Option<OpenQuestion>,
    pub outcome: Option<Outcome>,
    /// The case in which it goes on.
    pub merged_into: Option<MergedView>,
    /// Where it went, if it is no idea.
    pub passed_on: Option<PassedOnView>,
    /// Until when the resident may say whether the answer helped; none when there is nothing to say.
    pub rate_until: Option<CivilDate>,
    pub may_withdraw: bool,
    /// Whether the resident told of a threat that no coordinator has taken up yet.
    pub threatened: bool,
    /// Oldest first.
    pub timeline: Vec<TimelineEntry>,
    /// Who offered to help, oldest first; what was taken back is not there.
    pub pledges: Vec<PledgeView>,
    /// Who does what by when.
    #[serde(default)]
    pub tasks: Vec<TaskView>,
    /// Whether the resident can add one.
    #[serde(default)]
    pub may_add_task: bool,
    /// Whether others may ask how it was done; none while there is nothing to ask about.
    #[serde(default)]
    pub experience: Option<ExperienceView>,
}

/// Where the case stands in which another one goes on. Nothing in it tells what somebody wrote there.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct MergedView {
    pub number: String,
    pub status: PublicStatus,
    pub owner: String,
    pub promise: Option<CivilDate>,
    /// Its public page, when it has one.
    pub initiative: Option<CaseId>,
}

/// What was no idea, and where it went.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct PassedOnView {
    pub nature: Nature,
    pub to: String,
    /// The number that it has there.
    pub reference: Option<String>,
    /// The day on which it came in: the day that counts.
    pub received_on: CivilDate,
    pub on: CivilDate,
    /// By when they answer, if that is known.
    #[serde(default)]
    pub answer_by: Option<CivilDate>,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct OpenQuestion {
    pub id: TextId,
    pub text: String,
    /// In the resident's language.
    pub translation: Option<Phrase>,
    pub from: String,
    pub answer_until: CivilDate,
}

/// `POST …/followed-case/answers`: the resident's answer to the question that waits.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct AnswerRequest {
    pub question_id: TextId,
    pub text: String,
}

/// `POST …/followed-case/rating`: whether the conclusion helped, once and within 14 days. If it did not, somebody
/// decides whether to look again.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct RatingRequest {
    pub helped: bool,
    /// Required when it did not help.
    #[serde(default)]
    pub reason: String,
}

/// `POST …/followed-case/threats`: the resident is thwarted or threatened because of it. A coordinator reads it on
/// the next working day, and the idea leaves the public pages at once.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct ThreatRequest {
    /// What happened, if they want to say.
    #[serde(default)]
    pub text: String,
}

/// `PUT …/followed-case/contact`: where messages go from now on; without an address the one that is kept is erased.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct ContactRequest {
    #[serde(default)]
    pub email: String,
}

/// `POST …/followed-case/withdrawal`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct WithdrawalRequest {}

/// The header that carries the follow key.
pub const FOLLOW_KEY_HEADER: &str = "follow-key";
/// The header that makes a repeated write harmless.
pub const IDEMPOTENCY_KEY_HEADER: &str = "idempotency-key";
