//! Lists of cases, the search in them, and how it stands with all of them.

use serde::{Deserialize, Serialize};

use super::admin::CaseSummary;
use crate::case::PublicStatus;
use crate::ids::PartnerId;

/// `GET /admin/cases?scope&partnerId&after`: a page of one list, in the order of the list. `GET
/// /admin/case-search?words&areaId&topicId&partnerId&state&after`: a page of what was found, the newest first.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct CaseList {
    pub cases: Vec<CaseSummary>,
    /// What to give as `after` for the next page; none: this was the last.
    pub next: Option<String>,
}

/// Which cases are looked through.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub enum SoughtState {
    Open,
    Ended,
}

/// `GET /admin/case-overview`: how it stands with the open cases of each partner that has any; for coordinators.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct CaseOverview {
    pub partners: Vec<PartnerStanding>,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct PartnerStanding {
    pub partner_id: PartnerId,
    pub open: u32,
    /// Whose promise has passed.
    pub late: u32,
    /// So late that the coordinators were told.
    pub escalated: u32,
    /// Promised for today or one of the seven days after it.
    pub this_week: u32,
    /// Another partner was asked to take it over, and has not answered.
    pub offered: u32,
    pub statuses: Vec<StatusCount>,
}

/// How many open cases have this status.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct StatusCount {
    pub status: PublicStatus,
    pub cases: u32,
}
