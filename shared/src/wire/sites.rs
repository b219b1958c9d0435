//! Where the widget is embedded, as the administrator keeps it: `/admin/sites`.

use serde::{Deserialize, Serialize};

use crate::time::CivilDate;

/// `GET /admin/sites`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct SiteList {
    pub sites: Vec<SiteView>,
    /// Pages that asked for the widget and did not get it, the newest first.
    pub refused: Vec<RefusedView>,
    /// Over how many days loads are counted, today among them.
    pub days: u16,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct SiteView {
    pub origin: String,
    /// The operator's file names it.
    pub in_file: bool,
    /// How often the widget was loaded there in those days.
    pub loads: u64,
    /// The last day on which it was.
    pub last_on: Option<CivilDate>,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct RefusedView {
    /// Empty for all that is not counted by name.
    pub origin: String,
    pub times: u64,
    pub last_on: CivilDate,
}

/// `POST /admin/sites`: an address as somebody types or copies it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct SiteRequest {
    pub address: String,
    /// With `www.` and without.
    pub both: bool,
}

/// `POST /admin/sites/removal`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct SiteRemoval {
    pub origin: String,
}
