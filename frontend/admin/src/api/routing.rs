//! The rules that send proposals on.

use gloo_net::http::Method;
use shared::wire::routing::{RuleSetRequest, RuleSetView, TrialRequest, TrialView};

use super::{Client, Failure};

impl Client {
    /// The set in force.
    pub(crate) async fn rules(&self) -> Result<RuleSetView, Failure> {
        self.get("/routing-rules").await
    }

    pub(crate) async fn rules_of_version(&self, version: u32) -> Result<RuleSetView, Failure> {
        self.get(&format!("/routing-rules/versions/{version}")).await
    }

    pub(crate) async fn try_rules(&self, request: &TrialRequest) -> Result<TrialView, Failure> {
        self.send(Method::POST, "/routing-rules/trial", request, None).await
    }

    /// Puts a set in force.
    pub(crate) async fn save_rules(&self, request: &RuleSetRequest) -> Result<RuleSetView, Failure> {
        self.send(Method::PUT, "/routing-rules", request, None).await
    }
}
