//! The routing rules as those who keep them see and change them: `/admin/routing-rules`.

use serde::{Deserialize, Serialize};

use crate::routing::{Finding, Rule, Trial};
use crate::time::Instant;

/// `GET /admin/routing-rules` (the set in force) and `GET /admin/routing-rules/versions/{version}`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct RuleSetView {
    pub set: RuleSetSummary,
    /// In order; the last one matches everything.
    pub rules: Vec<Rule>,
    /// What is odd about it as things are today.
    pub findings: Vec<Finding>,
    /// The newest set: the one that sends proposals on.
    pub in_force: u32,
    /// Every set, the newest first.
    pub history: Vec<RuleSetSummary>,
}

/// One saved set.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct RuleSetSummary {
    pub version: u32,
    pub saved_at: Instant,
    /// Who saved it; none: the operator's file.
    pub author: Option<String>,
    /// The earlier set that was taken over.
    pub taken_from: Option<u32>,
}

/// `PUT /admin/routing-rules`: a new version, in force at once. Names the version that it was made on; a newer one is
/// refused with 409.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct RuleSetRequest {
    pub version: u32,
    pub rules: Vec<Rule>,
    /// Which earlier set was taken over, perhaps changed since.
    #[serde(default)]
    pub taken_from: Option<u32>,
}

/// `POST /admin/routing-rules/trial`: what a set would change. Stores nothing.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct TrialRequest {
    pub rules: Vec<Rule>,
}

/// The newest cases under the set in force and under the one that is tried, and what is odd about the latter.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct TrialView {
    pub trial: Trial,
    pub findings: Vec<Finding>,
}
