//! What an official tells or asks a resident while a case is open.

use serde::{Deserialize, Serialize};

use crate::time::CivilDate;

/// `POST /admin/cases/{id}/updates`: news for the resident. Without a date the next news follows within the
/// municipality's term.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct UpdateRequest {
    pub version: u64,
    /// All of it, when it has no parts.
    #[serde(default)]
    pub text: String,
    #[serde(default)]
    pub we_do: String,
    #[serde(default)]
    pub you_do: String,
    #[serde(default)]
    pub we_ask: String,
    #[serde(default)]
    pub next_news_by: Option<CivilDate>,
}

/// `POST /admin/cases/{id}/questions`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct QuestionRequest {
    pub version: u64,
    pub text: String,
}
