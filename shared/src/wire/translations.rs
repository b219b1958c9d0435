//! Translations: what officials enter, and what is shown beside the original.

use serde::{Deserialize, Serialize};

use crate::case::{Parts, TextRole};
use crate::ids::TextId;
use crate::text::Language;

/// `POST /admin/cases/{id}/translations`: words beside texts of the case. What is left out stays as it is.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct TranslationsRequest {
    pub version: u64,
    pub translations: Vec<TranslationRequest>,
}

/// `POST /admin/cases/{id}/language`: in which language the resident writes.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct LanguageRequest {
    pub version: u64,
    pub language: Language,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct TranslationRequest {
    pub of: TextId,
    pub text: String,
}

/// A text that may have a translation beside it, for who translates.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct ToTranslate {
    pub id: TextId,
    pub role: TextRole,
    /// Of the translation.
    pub language: Language,
    pub original: String,
    pub translation: Option<String>,
}

/// What stands beside the four texts of an idea.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct IdeaTranslation {
    pub language: Language,
    pub what: Option<String>,
    pub why: Option<String>,
    pub we_do: Option<String>,
    pub we_need: Option<String>,
}

/// What stands beside what was written once: as the original, in one piece or in parts.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct EntryTranslation {
    pub language: Language,
    pub text: Option<String>,
    pub parts: Option<Parts<String>>,
}
