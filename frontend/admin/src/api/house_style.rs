//! How the residents' pages look.

use gloo_net::http::Method;
use shared::wire::house_style::{HouseStyleRequest, HouseStyleView};

use super::{Client, Failure};

impl Client {
    pub(crate) async fn house_style(&self) -> Result<HouseStyleView, Failure> {
        self.get("/house-style").await
    }

    /// Says what would be stored, and stores nothing.
    pub(crate) async fn try_house_style(&self, request: &HouseStyleRequest) -> Result<HouseStyleView, Failure> {
        self.send(Method::POST, "/house-style/trial", request, None).await
    }

    pub(crate) async fn store_house_style(&self, request: &HouseStyleRequest) -> Result<HouseStyleView, Failure> {
        self.send(Method::PUT, "/house-style", request, None).await
    }

    pub(crate) async fn remove_house_style(&self) -> Result<HouseStyleView, Failure> {
        self.send(Method::POST, "/house-style/removal", &serde_json::json!({}), None).await
    }
}
