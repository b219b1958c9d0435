//! The formal rights of a municipality, as its administrator keeps them: `/admin/formal-rights`.

use serde::{Deserialize, Serialize};

use crate::formal_right::FormalRights;

/// `GET /admin/formal-rights`, and the answer to a change.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct FormalRightsView {
    /// 0 before anything was kept.
    pub version: u64,
    pub rights: FormalRights,
    /// Residents of 15 and older in the loaded table; none when none was loaded, and then a share cannot be chosen.
    pub residents: Option<u32>,
}

/// `PUT /admin/formal-rights`: both, in the place of what was kept.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct FormalRightsRequest {
    pub version: u64,
    pub rights: FormalRights,
}
