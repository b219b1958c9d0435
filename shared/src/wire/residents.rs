//! How many people live where, as an editor loads it.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use crate::ids::AreaId;
use crate::residents::{ByAge, Residents};
use crate::time::CivilDate;

/// `PUT /admin/residents`: a table in the layout of CBS, in place of the one before.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct ResidentsRequest {
    pub csv: String,
}

/// `GET /admin/residents`: what is loaded; no day when nothing is.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct ResidentsView {
    pub loaded_on: Option<CivilDate>,
    pub areas: BTreeMap<AreaId, ByAge>,
}

impl From<Option<Residents>> for ResidentsView {
    fn from(residents: Option<Residents>) -> Self {
        residents
            .map_or_else(Self::default, |Residents { loaded_on, areas }| Self { loaded_on: Some(loaded_on), areas })
    }
}
