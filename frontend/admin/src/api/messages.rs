//! Messages that go out.

use gloo_net::http::Method;
use shared::wire::messages::{MessageOverview, MessageText, MessageView};

use super::{Client, Failure};

impl Client {
    pub(crate) async fn messages(&self) -> Result<MessageOverview, Failure> {
        self.get("/messages").await
    }

    pub(crate) async fn message_text(&self, id: &str) -> Result<MessageText, Failure> {
        self.get(&format!("/messages/{id}/text")).await
    }

    /// Sends a message after all.
    pub(crate) async fn send_message_again(&self, id: &str) -> Result<MessageView, Failure> {
        self.send(Method::POST, &format!("/messages/{id}/sending"), &serde_json::json!({}), None).await
    }
}
