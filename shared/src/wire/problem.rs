//! Errors on the wire: RFC 9457 problem details, with a stable code and every field at fault.

use serde::{Deserialize, Serialize};

use crate::fault::Fault;

/// The content type of a problem.
pub const CONTENT_TYPE: &str = "application/problem+json";

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Problem {
    /// The HTTP status, repeated (RFC 9457, section 3.1.2).
    pub status: u16,
    /// A short name of this kind of problem, in the person's language.
    pub title: String,
    /// What happened and what to do, in the person's language.
    pub detail: String,
    /// A name for programs that never changes: `pollClosed`.
    pub code: String,
    /// Every field at fault, with a sentence for each.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub faults: Vec<FaultView>,
}

/// A fault with its sentence.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct FaultView {
    #[serde(flatten)]
    pub fault: Fault,
    pub message: String,
}
