//! Burgerinitiatief and uitdaagrecht.

use gloo_net::http::Method;
use shared::wire::formal_rights::{FormalRightsRequest, FormalRightsView};

use super::{Client, Failure};

impl Client {
    pub(crate) async fn formal_rights(&self) -> Result<FormalRightsView, Failure> {
        self.get("/formal-rights").await
    }

    pub(crate) async fn put_formal_rights(&self, request: &FormalRightsRequest) -> Result<FormalRightsView, Failure> {
        self.send(Method::PUT, "/formal-rights", request, None).await
    }
}
