//! Where the widget may be shown.

use gloo_net::http::Method;
use shared::wire::sites::{SiteList, SiteRemoval, SiteRequest};

use super::{Client, Failure};

impl Client {
    pub(crate) async fn sites(&self) -> Result<SiteList, Failure> {
        self.get("/sites").await
    }

    pub(crate) async fn add_site(&self, request: &SiteRequest) -> Result<SiteList, Failure> {
        self.send(Method::POST, "/sites", request, None).await
    }

    pub(crate) async fn remove_site(&self, origin: &str) -> Result<SiteList, Failure> {
        let removal = SiteRemoval { origin: origin.to_owned() };
        self.send(Method::POST, "/sites/removal", &removal, None).await
    }
}
