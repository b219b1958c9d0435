//! Areas as officials work in them: `/admin/areas` and `/admin/area-measures`. Nothing here is part of the public API.

use serde::{Deserialize, Serialize};

use super::admin::CaseSummary;
use crate::area::NetworkLevel;
use crate::area_care::measure::{FigureKind, Measure};
use crate::area_care::{AreaContact, ContactRole, GroupHelp, HelpAnswer, Phase};
use crate::ids::{AreaId, CaseId, OptionId, PartnerId, PollId, QuestionId, TopicId};
use crate::tally::Estimate;
use crate::text::Localized;
use crate::time::CivilDate;

/// `GET /admin/areas`: current areas in the order of the municipality.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct AreaList {
    pub areas: Vec<AreaLine>,
}

#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct AreaLine {
    pub area_id: AreaId,
    /// The newest judgement; before anybody judged, the level of the operator's file.
    pub judged: Option<LevelEntry>,
    /// The newest scan that could place it.
    pub scanned: Option<LevelEntry>,
    pub phase: Option<Phase>,
}

impl AreaLine {
    /// What counts now: somebody who was there knows more than five questions.
    pub fn level(&self) -> Option<NetworkLevel> {
        self.judged.as_ref().or(self.scanned.as_ref()).map(|entry| entry.level)
    }
}

/// One entry of the history of an area's level.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct LevelEntry {
    /// Its place in the history of all areas.
    pub number: u32,
    pub on: CivilDate,
    pub level: NetworkLevel,
    pub basis: Basis,
}

/// What a level rests on.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(tag = "kind", rename_all = "camelCase", rename_all_fields = "camelCase")]
pub enum Basis {
    Judgement {
        by: String,
        /// Nothing once it was emptied.
        reason: String,
    },
    /// It stood in the operator's file.
    File,
    Scan {
        poll_id: PollId,
        poll: Localized,
        /// From 0 to 10.
        score: f64,
        answers: u32,
    },
}

/// `GET /admin/areas/{area_id}`.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct AreaDetail {
    pub line: AreaLine,
    /// The newest first, judgements and scans together.
    pub levels: Vec<LevelEntry>,
    /// The newest first.
    pub phases: Vec<PhaseEntry>,
    /// The newest first; the two measures are never added up.
    pub figures: Vec<MeasuredFigure>,
    /// Groups of this area that were asked to help, and groups that were asked to help here.
    pub helps: Vec<GroupHelp>,
    /// Areas in the same wijk that are a group now.
    pub groups_nearby: Vec<AreaId>,
    /// Of this area and of what it lies in.
    pub contacts: Vec<AreaContact>,
    /// New ideas here and in what lies in it, as far as this official may see them; the newest first.
    pub new_cases: Vec<CaseSummary>,
    /// Residents who did something before and answer questions of others; none when there is nothing new.
    #[serde(default)]
    pub experienced: Vec<Experienced>,
}

/// What everybody can read of it; nobody is named.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Experienced {
    pub title: String,
    pub topic_id: Option<TopicId>,
    pub topic: Option<Localized>,
    pub area_id: AreaId,
    /// Its case, for who may see it.
    pub case_id: Option<CaseId>,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct PhaseEntry {
    /// Its place in the history of all areas.
    pub number: u32,
    pub on: CivilDate,
    /// None: the aid is not used any more.
    pub phase: Option<Phase>,
    pub next: Option<String>,
    pub by: String,
}

/// A figure of one question, in this area and for everybody.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct MeasuredFigure {
    pub measure: Measure,
    pub on: CivilDate,
    pub poll_id: PollId,
    pub poll: Localized,
    pub question: Localized,
    /// The statement, or the answer whose share it is.
    pub words: Option<Localized>,
    pub kind: FigureKind,
    pub here: Estimate,
    pub answers: u32,
    pub everybody: Option<Estimate>,
}

/// `POST /admin/areas/{area_id}/levels`, for coordinators.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct JudgementRequest {
    pub level: NetworkLevel,
    pub reason: String,
}

/// `POST /admin/areas/{area_id}/phases`, for coordinators.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct PhaseRequest {
    #[serde(default)]
    pub phase: Option<Phase>,
    #[serde(default)]
    pub next: String,
}

/// `POST /admin/areas/{area_id}/levels/{number}/emptying` and `…/phases/{number}/emptying`, for coordinators: the words go,
/// what was judged and when stays.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Emptying {}

/// `POST /admin/areas/{area_id}/group-helps` notes one (version 0), `PUT …/group-helps/{help}` changes it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct GroupHelpRequest {
    pub version: u32,
    pub group: String,
    pub to_area_id: AreaId,
    pub asked_on: CivilDate,
    pub answer: HelpAnswer,
    #[serde(default)]
    pub answered_on: Option<CivilDate>,
    #[serde(default)]
    pub note: String,
}

/// `POST /admin/areas/{area_id}/contacts` adds one (version 0), `PUT …/contacts/{contact}` changes it. Coordinators for
/// every partner, handlers for their own.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct AreaContactRequest {
    pub version: u32,
    pub partner_id: PartnerId,
    pub role: ContactRole,
    pub name: String,
    #[serde(default)]
    pub phone: String,
    #[serde(default)]
    pub email: String,
    #[serde(default)]
    pub public: bool,
}

/// `POST /admin/areas/{area_id}/contacts/{contact}/removal`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct ContactRemoval {
    pub version: u32,
}

/// `GET /admin/area-measures`: what in polls that are over can measure, and what is marked, the newest poll first.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct MeasuresView {
    pub polls: Vec<MeasurablePoll>,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct MeasurablePoll {
    pub poll_id: PollId,
    pub title: Localized,
    pub questions: Vec<MeasurableQuestion>,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct MeasurableQuestion {
    pub question_id: QuestionId,
    pub about: Option<OptionId>,
    pub question: Localized,
    pub words: Option<Localized>,
    pub kind: FigureKind,
    pub measure: Option<Measure>,
}

/// `PUT /admin/area-measures/{poll_id}/{question_id}`: marks one, or takes the mark away. For editors.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct MeasureRequest {
    #[serde(default)]
    pub about: Option<OptionId>,
    #[serde(default)]
    pub measure: Option<Measure>,
}
