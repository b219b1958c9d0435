//! Ready texts.

use gloo_net::http::Method;
use shared::ids::StandardTextId;
use shared::wire::admin::VersionOnly;
use shared::wire::standard_texts::{StandardTextList, StandardTextRequest};

use super::{Client, Failure};

impl Client {
    pub(crate) async fn standard_texts(&self) -> Result<StandardTextList, Failure> {
        self.get("/standard-texts").await
    }

    /// Makes one, or changes the one with this id.
    pub(crate) async fn save_standard_text(
        &self,
        id: Option<&StandardTextId>,
        request: &StandardTextRequest,
    ) -> Result<StandardTextList, Failure> {
        match id {
            Some(id) => self.send(Method::PUT, &format!("/standard-texts/{id}"), request, None).await,
            None => self.send(Method::POST, "/standard-texts", request, None).await,
        }
    }

    pub(crate) async fn remove_standard_text(
        &self,
        id: &StandardTextId,
        version: u64,
    ) -> Result<StandardTextList, Failure> {
        self.send(Method::POST, &format!("/standard-texts/{id}/removal"), &VersionOnly { version }, None).await
    }
}
