//! `/admin/partner-figures`: how it went with each partner over a period.

use serde::{Deserialize, Serialize};

use crate::ids::PartnerId;
use crate::partner::PartnerKind;
use crate::partner_figures::PartnerFigures;
use crate::time::CivilDate;

/// `GET /admin/partner-figures?from=2026-10-01&until=2026-12-31`: for coordinators of every partner, for everybody else
/// of their own alone.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct PartnerFiguresView {
    pub from: CivilDate,
    pub until: CivilDate,
    /// By name; a partner without anything to tell has zeros, one that is gone stands here when there is.
    pub partners: Vec<PartnerFiguresRow>,
}

#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct PartnerFiguresRow {
    pub partner_id: PartnerId,
    pub name: String,
    pub kind: PartnerKind,
    pub figures: PartnerFigures,
}
