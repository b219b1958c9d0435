//! How an official ends a case, or passes it on.

use serde::{Deserialize, Serialize};

use crate::case::{Nature, Outcome};
use crate::ids::CaseId;
use crate::time::CivilDate;

/// Another case, to go there.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct CaseLink {
    pub id: CaseId,
    pub number: String,
    pub title: String,
}

/// `POST /admin/cases/{id}/conclusion`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct ConclusionRequest {
    pub version: u64,
    pub outcome: Outcome,
    pub text: String,
}

/// `POST /admin/cases/{id}/passing-on`: it is no idea but something else, and went to who handles that.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct PassingOnRequest {
    pub version: u64,
    pub nature: Nature,
    /// The desk or the system.
    pub to: String,
    /// The number it has there; required for a report.
    #[serde(default)]
    pub reference: String,
    /// By when they answer; without it the term of the law stands, if it counts from receipt.
    #[serde(default)]
    pub answer_by: Option<CivilDate>,
    /// What the resident reads.
    pub text: String,
}

/// `POST /admin/cases/{id}/reopening-refusal`: by the coordinator.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct ReopeningRefusalRequest {
    pub version: u64,
    pub text: String,
}

/// `POST /admin/cases/{id}/erasure`: the resident's words are overwritten, or every word of the case. By a coordinator.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct ErasureRequest {
    pub version: u64,
    /// Also what officials wrote.
    #[serde(default)]
    pub everything: bool,
    /// Who asked for it, and why. Kept for the coordinators.
    pub reason: String,
}
