//! Webhooks as the administrator keeps them: `/admin/webhooks`.

use serde::{Deserialize, Serialize};

use crate::ids::{PartnerId, WebhookId};
use crate::time::Instant;
use crate::webhook::{DeliveryState, WebhookEvent, WebhookState, WebhookTrouble};

/// `GET /admin/webhooks`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct WebhookList {
    pub webhooks: Vec<WebhookView>,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct WebhookView {
    pub id: WebhookId,
    /// Whose: it hears of what this organisation may see. None: the municipality's, which hears of everything.
    pub partner_id: Option<PartnerId>,
    pub url: String,
    pub state: WebhookState,
    pub made_at: Instant,
    /// Until when the earlier secret signs too.
    pub two_secrets_until: Option<Instant>,
    /// When the other side last took something.
    pub reached_at: Option<Instant>,
    /// When it last did not, if that was later.
    pub failed_at: Option<Instant>,
    pub trouble: Option<WebhookTrouble>,
    /// The status that it answered with.
    pub status: Option<u16>,
    pub waiting: u64,
    /// The newest ones.
    pub deliveries: Vec<DeliveryView>,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct DeliveryView {
    /// The same through all tries: `webhook-id`.
    pub id: String,
    pub event: WebhookEvent,
    pub state: DeliveryState,
    pub happened_at: Instant,
    pub tries: u32,
    pub next_at: Option<Instant>,
    pub settled_at: Option<Instant>,
    pub trouble: Option<WebhookTrouble>,
    pub status: Option<u16>,
}

/// `POST /admin/webhooks`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct WebhookRequest {
    #[serde(default)]
    pub partner_id: Option<PartnerId>,
    pub url: String,
}

/// `PUT /admin/webhooks/{id}`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct WebhookSwitch {
    pub on: bool,
}

/// The answer to making one, and to `POST /admin/webhooks/{id}/secret`. The secret is shown this once.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct WebhookSecret {
    pub id: WebhookId,
    /// `whsec_…`
    pub secret: String,
    pub list: WebhookList,
}
