//! "Wij steunen dit": what officials see of public initiatives, and what they send.

use serde::{Deserialize, Serialize};

use crate::case::PublicStatus;
use crate::ids::{CaseId, PartnerId};

/// `GET /admin/initiatives`: what everybody sees, for any official; the newest first.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct BackableList {
    pub initiatives: Vec<Backable>,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Backable {
    pub id: CaseId,
    /// The first line of what the resident wrote.
    pub title: String,
    pub area: String,
    pub status: PublicStatus,
    pub owner: PartnerId,
    /// Who supports it, also those whose name is not shown now.
    pub backing: Vec<PartnerId>,
}

/// `POST /admin/initiatives/{id}/backing`: for the own organisation; a coordinator may name another, to write down what
/// it said. Saying the same twice is refused.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct BackingRequest {
    pub backs: bool,
    #[serde(default)]
    pub partner: Option<PartnerId>,
}
