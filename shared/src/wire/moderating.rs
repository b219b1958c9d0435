//! What a moderator rewrites or hides, and why.

use serde::{Deserialize, Serialize};

use crate::case::TextRole;
use crate::ids::TextId;

/// `POST /admin/cases/{id}/redaction`: the resident's texts as partners and the public read them from now on. What is
/// left out stays as it is.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct RedactionRequest {
    pub version: u64,
    #[serde(default)]
    pub what: Option<String>,
    #[serde(default)]
    pub why: Option<String>,
    #[serde(default)]
    pub we_do: Option<String>,
    #[serde(default)]
    pub we_need: Option<String>,
    /// Answers, and why a conclusion did or did not help.
    #[serde(default)]
    pub later: Vec<LaterRedaction>,
    /// What the resident reads about it.
    pub reason: String,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct LaterRedaction {
    pub of: TextId,
    pub text: String,
}

/// `POST /admin/cases/{id}/hiding`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct HidingRequest {
    pub version: u64,
    /// What the resident reads about it.
    pub reason: String,
}

/// Something that the resident wrote after sending it in.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct LaterText {
    pub id: TextId,
    pub role: TextRole,
    pub text: String,
}
