//! Partners as the administrator keeps them in the admin view: `/admin/partners`.

use serde::{Deserialize, Serialize};

use crate::actor::Role;
use crate::ids::{OfficialId, PartnerId};
use crate::mailing::Mailing;
use crate::partner::{AgreementRole, PartnerKind};
use crate::routing::Fallback;
use crate::time::CivilDate;

/// `GET /admin/partners`, for administrators and coordinators.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct PartnersView {
    pub partners: Vec<PartnerCare>,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct PartnerCare {
    pub id: PartnerId,
    pub name: String,
    pub kind: PartnerKind,
    pub coordinating: bool,
    /// How often it was changed here; a save names the version it was made on.
    pub version: u32,
    pub agreement: Option<AgreementRole>,
    pub agreement_until: Option<CivilDate>,
    /// A mailbox that several people read; gets every message for the partner as well.
    pub mailbox: Option<String>,
    /// At once, or in one overview a day.
    pub mailing: Mailing,
    /// Whether its people work from the mailbox: by a link to one case and a mailed code, without signing in.
    pub by_mail: bool,
    /// Why nothing can go there today: an alarm.
    pub trouble: Option<Fallback>,
    /// Cases that it has and that are not finished.
    pub open_cases: u32,
    pub officials: Vec<OfficialCare>,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct OfficialCare {
    pub id: OfficialId,
    pub name: String,
    pub role: Role,
    pub active: bool,
    /// The last day on which they are away.
    pub away_until: Option<CivilDate>,
    pub deputy: Option<OfficialId>,
}

/// `PUT /admin/partners/{partner_id}`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct PartnerCareRequest {
    pub version: u32,
    /// What the partner is by the data agreement; needed with a date.
    #[serde(default)]
    pub agreement: Option<AgreementRole>,
    #[serde(default)]
    pub agreement_until: Option<CivilDate>,
    #[serde(default)]
    pub mailbox: String,
    #[serde(default)]
    pub mailing: Mailing,
    #[serde(default)]
    pub by_mail: bool,
    /// Officials who are away or have a deputy; who is not named has neither.
    #[serde(default)]
    pub officials: Vec<AbsenceRequest>,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct AbsenceRequest {
    pub id: OfficialId,
    #[serde(default)]
    pub away_until: Option<CivilDate>,
    #[serde(default)]
    pub deputy: Option<OfficialId>,
}
