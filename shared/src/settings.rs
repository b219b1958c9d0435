//! What a municipality sets for itself.

use serde::{Deserialize, Serialize};

use crate::text::{Language, Localized};
use crate::time::CivilDate;

/// How to reach the municipality; stands on every error and follow page.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Contact {
    /// As people dial it: `14 036`.
    pub phone: String,
    /// When somebody answers: "maandag tot en met vrijdag van 9 tot 17 uur".
    pub hours: Localized,
    /// The coordinator by name, shown as the resident's contact person.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub person: Option<String>,
    /// Where answers on paper go: "Stuur dit formulier naar Antwoordnummer 12, 1300 AA Waterdam. Een postzegel is niet
    /// nodig."
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub paper: Option<Localized>,
}

/// Terms in working days.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields, default)]
pub struct Terms {
    /// How long a partner may take to accept or decline a handover.
    pub handover_days: u16,
    /// From a poll's closing to its report.
    pub report_days: u16,
    /// Until the next news when an official answers without naming a date.
    pub update_days: u16,
}

impl Default for Terms {
    fn default() -> Self {
        Self { handover_days: 5, report_days: 20, update_days: 20 }
    }
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Settings {
    pub name: String,
    /// CBS code of the municipality: `GM0034`.
    pub cbs_code: String,
    /// Languages of the resident's screen; Dutch first.
    pub languages: Vec<Language>,
    pub contact: Contact,
    /// Origins that may frame the widget: `https://www.voorbeeldstad.nl`.
    pub sites: Vec<String>,
    /// Days on which the municipality is closed, beside weekends and public holidays.
    #[serde(default)]
    pub own_free_days: Vec<CivilDate>,
    #[serde(default)]
    pub terms: Terms,
    /// Over how many boxes the ballots of a poll are divided, from 1 to [`crate::poll::frozen::MAX_BOXES`]; fixed for
    /// each poll when it opens. One box takes some hundreds of ballots a second.
    #[serde(default = "two_boxes")]
    pub ballot_boxes: u16,
}

/// More than one, so that every municipality works in the way in which a busy poll has to.
const fn two_boxes() -> u16 {
    2
}
