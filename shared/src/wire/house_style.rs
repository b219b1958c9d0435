//! The house style of a municipality, as its administrator sees it: what was taken over and what was not safe.

use std::collections::BTreeMap;

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

/// `POST /admin/house-style/takeover`: the house style is taken over from a page of this registered site.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct TakeoverRequest {
    /// An origin, as the browser writes it.
    pub site: String,
}

/// The answer: what the address of that page has to carry. Shown this once.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct TakeoverKey {
    pub key: String,
}

/// What the address of the site's page ends with during a take-over, before the key. The loader knows it too
/// (`frontend/embed/v1.js`). In the fragment, so that no server and no referrer hears of it.
pub const TAKEOVER_FRAGMENT: &str = "#buurtstem-huisstijl=";

/// `POST /municipalities/{slug}/house-style-values`: what a page of the site has, sent by our own frame on it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct TakeoverValues {
    pub key: String,
    /// The origin of the page around the frame, as the browser told the frame.
    pub site: String,
    /// From the name of a custom property, without its dashes, to its value.
    pub values: BTreeMap<String, String>,
}

/// `GET /admin/house-style/takeover`: how the official's last take-over stands.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "state", rename_all = "camelCase")]
pub enum Takeover {
    /// None was begun, or its time is over.
    None,
    Waiting,
    /// What came, as the CSS of a theme; empty when the page has nothing under a name that we know.
    Came {
        theme: String,
    },
}
