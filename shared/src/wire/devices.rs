//! Devices that are told of news: what a page asks about its own browser.

use serde::{Deserialize, Serialize};

use crate::text::Language;

/// `POST /municipalities/{slug}/devices`: what this device is told of, and a change of that. With the header `Follow-Key` it is
/// about the idea which that key opens, without about new polls and reports of polls. Answered with [`DeviceView`].
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct DeviceRequest {
    /// As the browser's `PushSubscription` has it: an https address at the push service of a browser.
    pub endpoint: String,
    pub keys: DeviceKeys,
    /// In which the device is told.
    pub language: Language,
    /// Nothing only asks.
    #[serde(default)]
    pub wanted: Option<bool>,
}

/// In base 64 for addresses, without padding (RFC 8291, section 2).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct DeviceKeys {
    /// 65 bytes: a point on P-256.
    pub p256dh: String,
    /// 16 bytes.
    pub auth: String,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct DeviceView {
    /// Whether the device is told.
    pub wanted: bool,
}
