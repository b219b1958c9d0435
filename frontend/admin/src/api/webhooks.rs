//! Other systems that hear of what happens.

use gloo_net::http::Method;
use shared::ids::WebhookId;
use shared::wire::webhooks::{WebhookList, WebhookRequest, WebhookSecret, WebhookSwitch};

use super::{Client, Failure};

impl Client {
    pub(crate) async fn webhooks(&self) -> Result<WebhookList, Failure> {
        self.get("/webhooks").await
    }

    pub(crate) async fn add_webhook(&self, request: &WebhookRequest) -> Result<WebhookSecret, Failure> {
        self.send(Method::POST, "/webhooks", request, None).await
    }

    pub(crate) async fn renew_webhook_secret(&self, id: &WebhookId) -> Result<WebhookSecret, Failure> {
        self.send(Method::POST, &format!("/webhooks/{id}/secret"), &serde_json::json!({}), None).await
    }

    pub(crate) async fn switch_webhook(&self, id: &WebhookId, on: bool) -> Result<WebhookList, Failure> {
        self.send(Method::PUT, &format!("/webhooks/{id}"), &WebhookSwitch { on }, None).await
    }

    pub(crate) async fn remove_webhook(&self, id: &WebhookId) -> Result<WebhookList, Failure> {
        self.send(Method::POST, &format!("/webhooks/{id}/removal"), &serde_json::json!({}), None).await
    }

    pub(crate) async fn test_webhook(&self, id: &WebhookId) -> Result<WebhookList, Failure> {
        self.send(Method::POST, &format!("/webhooks/{id}/test"), &serde_json::json!({}), None).await
    }

    /// Sends one delivery after all.
    pub(crate) async fn deliver_again(&self, id: &WebhookId, delivery: &str) -> Result<WebhookList, Failure> {
        let path = format!("/webhooks/{id}/deliveries/{delivery}/sending");
        self.send(Method::POST, &path, &serde_json::json!({}), None).await
    }
}
