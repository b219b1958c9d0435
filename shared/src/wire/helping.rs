//! Helping without taking over, days that others have a say in, and moving a promise: what officials send, and what a
//! case says of it.

use serde::{Deserialize, Serialize};

use crate::case::Plan;
use crate::ids::PartnerId;
use crate::time::CivilDate;

/// `POST /admin/cases/{id}/promise`: another day on which the resident hears something. The resident reads the reason.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct PromiseRequest {
    pub version: u64,
    pub until: CivilDate,
    pub reason: String,
}

/// `POST /admin/cases/{id}/support-requests`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct SupportRequest {
    pub version: u64,
    pub to: PartnerId,
    pub reason: String,
}

/// `POST /admin/cases/{id}/support-requests/{partner_id}/reply`, by that partner or noted by the coordinator.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct SupportReply {
    pub version: u64,
    pub accept: bool,
    /// Required when declining.
    #[serde(default)]
    pub reason: String,
}

/// `POST /admin/cases/{id}/notes` (for officials alone) and `POST /admin/cases/{id}/update-proposals` (words for the
/// owner).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct NoteRequest {
    pub version: u64,
    pub text: String,
}

/// `POST /admin/cases/{id}/needed-decision`, by the coordinator. The resident reads who decides, and by when.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct NeededDecisionRequest {
    pub version: u64,
    /// "De gemeenteraad".
    pub who: String,
    pub until: CivilDate,
}

/// `POST /admin/cases/{id}/planned-date`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct PlannedDateRequest {
    pub version: u64,
    /// Who carries it out.
    pub by: PartnerId,
    pub on: CivilDate,
    /// What will be done, as the resident reads it.
    pub text: String,
}

/// `POST /admin/cases/{id}/planned-date/reply`, by who carries it out or noted by the coordinator.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct PlannedDateReply {
    pub version: u64,
    pub accept: bool,
    /// Required when declining.
    #[serde(default)]
    pub reason: String,
}

/// What officials see of it.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct HelpView {
    /// Asked to help, and have not answered.
    pub support_asked: Vec<PartnerId>,
    pub plan: Option<Plan>,
    pub decision: Option<NeededDecisionView>,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct NeededDecisionView {
    pub who: String,
    pub until: CivilDate,
}

/// What the resident reads of a day on which something will be carried out.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct PlanView {
    /// "Woonstad (woningcorporatie)".
    pub by: String,
    pub on: CivilDate,
    /// Until then it is only proposed.
    pub confirmed: bool,
}
