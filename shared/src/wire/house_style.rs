//! The house style of a municipality, as its administrator sees it: what was taken over and what was not safe.

use serde::{Deserialize, Serialize};

use crate::house_style::HouseStyle;
use crate::time::CivilDate;

/// The most characters of a pasted theme. The whole theme of a municipality is some 210,000.
pub const MAX_THEME: usize = 600_000;

/// `PUT /admin/house-style` and `POST /admin/house-style/trial`: a theme of NL Design System, as CSS or as JSON.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct HouseStyleRequest {
    pub theme: String,
}

/// `GET /admin/house-style`: the stored one, or our own look. The answer to a trial is what would be stored.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct HouseStyleView {
    /// None before one was stored, and for a trial.
    pub stored_on: Option<CivilDate>,
    pub style: Option<HouseStyle>,
    /// The name of the logo's file below `/{municipality}/logo/`; none where our own mark is shown.
    pub logo: Option<String>,
}
