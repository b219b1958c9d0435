//! Neighbourhood watch: its agreements, and being in touch with it.

use serde::{Deserialize, Serialize};

use crate::ids::{CaseId, OfficialId};
use crate::proposal::ProposalKind;
use crate::time::CivilDate;

/// `POST /admin/cases/{id}/kind`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct KindRequest {
    pub version: u64,
    pub kind: ProposalKind,
}

/// `POST /admin/cases/{id}/agreements`: what was agreed beside the three that always hold, and who at the municipality
/// residents turn to. Later agreements take the place of earlier ones.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct AgreementsRequest {
    pub version: u64,
    /// The official who is the contact; without one the contact is a function, named in `contact`.
    #[serde(default)]
    pub official_id: Option<OfficialId>,
    /// Required without an official: "Team Wijken".
    #[serde(default)]
    pub contact: String,
    /// Phone number or address.
    pub reach: String,
    #[serde(default)]
    pub own: String,
}

/// `POST /admin/cases/{id}/contact-end`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct ContactEndRequest {
    pub version: u64,
    pub reason: String,
}

/// What everybody reads.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct AgreementsView {
    /// The person or the function; empty once erased.
    pub contact: String,
    pub reach: String,
    /// What always holds, in the reader's language.
    pub standard: Vec<String>,
    /// What was agreed beside that, as it was written.
    pub own: Option<String>,
    pub on: CivilDate,
}

/// What officials see beside that.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct WatchView {
    pub agreements: Option<AgreementsView>,
    pub official_id: Option<OfficialId>,
    /// The contact does not work here any more: somebody else has to be named.
    pub contact_left: bool,
    /// Since when somebody should have been in touch.
    pub contact_due: Option<CivilDate>,
    /// When that is the case next.
    pub next_contact: Option<CivilDate>,
    /// Who can be the contact, for whoever may write agreements down.
    pub candidates: Vec<NamedOfficial>,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct NamedOfficial {
    pub id: OfficialId,
    pub name: String,
}

/// `GET /admin/contact-tasks`: with whom somebody should be in touch, the longest wait first; one's own and those of a
/// function, for coordinators everybody's.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct ContactTaskList {
    pub tasks: Vec<ContactTask>,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct ContactTask {
    pub case_id: CaseId,
    pub number: String,
    pub title: String,
    pub area: String,
    pub contact: String,
    /// The day on which it fell due.
    pub since: CivilDate,
}
