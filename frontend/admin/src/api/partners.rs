//! What is kept of partners.

use gloo_net::http::Method;
use shared::ids::PartnerId;
use shared::wire::partners::{PartnerCareRequest, PartnersView};

use super::{Client, Failure};

impl Client {
    pub(crate) async fn partners(&self) -> Result<PartnersView, Failure> {
        self.get("/partners").await
    }

    pub(crate) async fn save_partner(
        &self,
        id: &PartnerId,
        request: &PartnerCareRequest,
    ) -> Result<PartnersView, Failure> {
        self.send(Method::PUT, &format!("/partners/{id}"), request, None).await
    }
}
