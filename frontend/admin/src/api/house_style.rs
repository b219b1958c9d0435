//! How the residents' pages look.

use gloo_net::http::{Method, RequestBuilder};
use shared::paths::ADMIN_API;
use shared::text::Language;
use shared::wire::house_style::{HouseStyleRequest, HouseStyleView, Takeover, TakeoverKey, TakeoverRequest};

use super::{Client, Failure, answer, read};

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

    /// Sends a file as it is; the browser reads it while it sends.
    pub(crate) async fn put_logo(&self, file: web_sys::File) -> Result<HouseStyleView, Failure> {
        let request = RequestBuilder::new(&format!("{ADMIN_API}/logo"))
            .method(Method::PUT)
            .header("accept", "application/json")
            .header("accept-language", Language::Nl.tag())
            .header("content-type", "application/octet-stream")
            .body(file);
        read(&answer(request).await?)
    }

    pub(crate) async fn remove_logo(&self) -> Result<HouseStyleView, Failure> {
        self.send(Method::POST, "/logo/removal", &serde_json::json!({}), None).await
    }

    pub(crate) async fn remove_house_style(&self) -> Result<HouseStyleView, Failure> {
        self.send(Method::POST, "/house-style/removal", &serde_json::json!({}), None).await
    }

    /// Lets a page of this site send its theme, once.
    pub(crate) async fn begin_takeover(&self, site: &str) -> Result<TakeoverKey, Failure> {
        let request = TakeoverRequest { site: site.to_owned() };
        self.send(Method::POST, "/house-style/takeover", &request, None).await
    }

    pub(crate) async fn takeover(&self) -> Result<Takeover, Failure> {
        self.get("/house-style/takeover").await
    }

    pub(crate) async fn end_takeover(&self) -> Result<Takeover, Failure> {
        self.send(Method::POST, "/house-style/takeover/removal", &serde_json::json!({}), None).await
    }
}
