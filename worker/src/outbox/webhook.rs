//! What goes to a webhook: a thin event in the form of `CloudEvents` 1.0, signed as Standard Webhooks 1.0.0 says.
//!
//! The same delivery has the same id and the same bytes through all tries; only the moment of the try and with it the
//! signature differ, so whoever gets it twice can tell.

use base64::{Engine, engine::general_purpose::STANDARD};
use hmac::{Hmac, KeyInit, Mac};
use serde::Serialize;
use sha2::Sha256;
use shared::time::Instant;

/// The longest wait for a reply, in seconds: between the 15 and 30 of Standard Webhooks, because other work of the
/// municipality waits meanwhile.
pub const PATIENCE_SECONDS: u32 = 15;
/// What a secret begins with when it is shown.
const SECRET_PREFIX: &str = "whsec_";

/// A request as it leaves.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Call {
    pub url: String,
    /// Whether the operator has listed the address, so that it may lead into a private network.
    pub listed: bool,
    pub headers: Vec<(&'static str, String)>,
    pub body: Vec<u8>,
}

/// A change as other systems hear of it: what it is and where to read more.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Event {
    pub specversion: &'static str,
    pub id: String,
    /// The municipality: `https://buurtstem.example/waterdam`.
    pub source: String,
    #[serde(rename = "type")]
    pub kind: &'static str,
    /// `cases/…`
    pub subject: String,
    pub time: String,
    pub datacontenttype: &'static str,
    pub data: Data,
}

/// Ids and links, never what somebody wrote.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Data {
    pub id: String,
    /// "2026-0147".
    #[serde(skip_serializing_if = "Option::is_none")]
    pub number: Option<String>,
    /// Where officials read it after signing in, or everybody when it is public.
    pub link: String,
}

/// Signs a body for this moment, with every secret that is valid.
pub fn call(url: &str, listed: bool, id: &str, body: String, now: Instant, secrets: &[Vec<u8>]) -> Call {
    let timestamp = now.milliseconds().div_euclid(1_000);
    let signatures: Vec<String> = secrets.iter().filter_map(|secret| signature(secret, id, timestamp, &body)).collect();
    Call {
        url: url.to_owned(),
        listed,
        headers: vec![
            ("content-type", "application/cloudevents+json; charset=utf-8".to_owned()),
            ("user-agent", "Buurtstem".to_owned()),
            ("webhook-id", id.to_owned()),
            ("webhook-timestamp", timestamp.to_string()),
            ("webhook-signature", signatures.join(" ")),
        ],
        body: body.into_bytes(),
    }
}

/// `v1,` and the HMAC-SHA-256 of `id.timestamp.body` in base 64.
pub fn signature(secret: &[u8], id: &str, timestamp: i64, body: &str) -> Option<String> {
    let mut hash = Hmac::<Sha256>::new_from_slice(secret).ok()?;
    hash.update(format!("{id}.{timestamp}.{body}").as_bytes());
    Some(format!("v1,{}", STANDARD.encode(hash.finalize().into_bytes())))
}

/// A secret as it is shown once.
pub fn shown_secret(secret: &[u8]) -> String {
    format!("{SECRET_PREFIX}{}", STANDARD.encode(secret))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_signature_is_the_one_that_standard_webhooks_publishes() {
        // From the tests of the reference libraries: github.com/standard-webhooks/standard-webhooks.
        let secret = STANDARD.decode("MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw").unwrap();
        let signed =
            signature(&secret, "msg_p5jXN8AQM9LWM0D4loKWxJek", 1_614_265_330, r#"{"test": 2432232314}"#).unwrap();
        assert_eq!(signed, "v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=");
        assert_eq!(shown_secret(&secret), "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw");
    }

    #[test]
    fn two_valid_secrets_give_two_signatures_over_one_moment() {
        let at: Instant = "2026-03-02T11:00:00.999Z".parse().unwrap();
        let made = call("https://a.nl/", false, "abc", "{}".into(), at, &[vec![1; 32], vec![2; 32]]);
        let header = |name| made.headers.iter().find(|(known, _)| *known == name).unwrap().1.clone();
        assert_eq!(header("webhook-timestamp"), "1772449200");
        let parts: Vec<String> = header("webhook-signature").split(' ').map(str::to_owned).collect();
        let expected: Vec<_> =
            [[1; 32], [2; 32]].iter().filter_map(|s| signature(s, "abc", 1_772_449_200, "{}")).collect();
        assert_eq!(parts, expected);
    }
}
