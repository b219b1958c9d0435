//! A message to a device that asked for it (Web Push): encrypted so that only that browser reads it (RFC 8291 over
//! RFC 8188), with a token that tells its push service who sends it (VAPID, RFC 8292).
//!
//! The service in between is the maker of the browser's. It learns that something came, when, and how long about; not what.

use aes_gcm::{Aes128Gcm, KeyInit, aead::Aead};
use base64::{Engine, engine::general_purpose::URL_SAFE_NO_PAD};
use hkdf::Hkdf;
use p256::{
    PublicKey, SecretKey,
    ecdsa::{Signature, SigningKey, signature::Signer},
    elliptic_curve::sec1::ToSec1Point,
};
use serde::{Deserialize, Serialize};
use serde_json::json;
use sha2::{Digest, Sha256};
use shared::time::Instant;

use super::webhook::Call;

/// How long a service keeps a message for a device that is switched off, in seconds. Older news stands on the pages.
const KEPT_SECONDS: u32 = 7 * 24 * 3_600;
/// How long a token holds, in seconds. RFC 8292 allows a day at most.
const TOKEN_SECONDS: i64 = 12 * 3_600;
/// Everything in one record of this length (RFC 8188), which every service takes.
const RECORD_SIZE: u32 = 4_096;
/// Behind the last record's content.
const LAST_RECORD: u8 = 2;

/// Where a device can be reached, as its browser tells it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Address {
    /// At the push service; whoever knows it can send there.
    pub endpoint: String,
    /// The browser's public key: a point on P-256, uncompressed.
    pub public_key: Vec<u8>,
    /// What makes that nobody else can encrypt for it: 16 bytes.
    pub secret: Vec<u8>,
}

/// What a message says, for the device to show.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Note {
    pub title: String,
    pub body: String,
    pub lang: &'static str,
    pub dir: &'static str,
    /// A later one about the same takes its place.
    pub tag: String,
    /// Where a press leads.
    pub url: String,
}

/// What one message takes of chance: a key for this message alone, and a salt.
#[derive(Clone, Copy)]
pub struct Chance {
    pub key: [u8; 32],
    pub salt: [u8; 16],
}

/// Why nothing can be sent there, ever.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Unusable;

impl Address {
    /// Whether keys of this form can be encrypted for.
    pub fn is_sound(&self) -> bool {
        PublicKey::from_sec1_bytes(&self.public_key).is_ok() && self.secret.len() == 16
    }

    /// The push service: `https://push.example`. The endpoint has been read as an address of a known one.
    pub fn service(&self) -> &str {
        let host = self.endpoint.split_once("://").map_or(0, |(scheme, _)| scheme.len().saturating_add(3));
        let end = self.endpoint.get(host..).and_then(|rest| rest.find('/'));
        end.and_then(|end| self.endpoint.get(..host.saturating_add(end))).unwrap_or(&self.endpoint)
    }
}

/// The key that our messages are signed with. `None` when the bytes are no key: one in 2^32 is not.
fn signing_key(key: &[u8; 32]) -> Option<SigningKey> {
    SigningKey::from_slice(key).ok()
}

/// What a browser wants to know before it gives an address: messages signed otherwise are refused. In base 64.
pub fn public_key(key: &[u8; 32]) -> Option<String> {
    Some(URL_SAFE_NO_PAD.encode(signing_key(key)?.verifying_key().to_sec1_point(false).as_bytes()))
}

/// The request that brings a note to a device. `token` is for its service.
pub fn call(address: &Address, listed: bool, note: &Note, token: &str, chance: Chance) -> Result<Call, Unusable> {
    let text = serde_json::to_vec(note).map_err(|_| Unusable)?;
    Ok(Call {
        url: address.endpoint.clone(),
        listed,
        headers: vec![
            ("authorization", token.to_owned()),
            ("content-encoding", "aes128gcm".to_owned()),
            ("content-type", "application/octet-stream".to_owned()),
            ("ttl", KEPT_SECONDS.to_string()),
            // What waits there about the same is replaced.
            ("topic", topic(address, &note.tag)),
            ("urgency", "normal".to_owned()),
        ],
        body: encrypted(&text, address, chance).ok_or(Unusable)?,
    })
}

/// What a message is about, in a form that tells its service nothing and is another one for each device. RFC 8030 allows 32
/// characters.
fn topic(address: &Address, tag: &str) -> String {
    let mut hash = Sha256::new();
    hash.update(&address.secret);
    hash.update(tag);
    URL_SAFE_NO_PAD.encode(hash.finalize()).chars().take(32).collect()
}

/// What tells one service who sends: `vapid t=…, k=…`. `from` is our origin, for the service's people to find us.
pub fn token(key: &[u8; 32], service: &str, from: &str, now: Instant) -> Option<String> {
    let expires = now.milliseconds().div_euclid(1_000).saturating_add(TOKEN_SECONDS);
    let part = |value: serde_json::Value| URL_SAFE_NO_PAD.encode(value.to_string());
    let head = part(json!({ "typ": "JWT", "alg": "ES256" }));
    let claims = part(json!({ "aud": service, "exp": expires, "sub": from }));
    let signed = format!("{head}.{claims}");
    let signature: Signature = signing_key(key)?.sign(signed.as_bytes());
    Some(format!("vapid t={signed}.{}, k={}", URL_SAFE_NO_PAD.encode(signature.to_bytes()), public_key(key)?))
}

/// One record behind the header that says how to read it.
fn encrypted(text: &[u8], address: &Address, Chance { key, salt }: Chance) -> Option<Vec<u8>> {
    let theirs = PublicKey::from_sec1_bytes(&address.public_key).ok()?;
    let ours = SecretKey::from_slice(&key).ok()?;
    let [theirs_written, ours_written] = [theirs, ours.public_key()].map(|key| key.to_sec1_point(false));
    let (theirs_written, ours_written) = (theirs_written.as_bytes(), ours_written.as_bytes());
    let shared = ours.diffie_hellman(&theirs);
    let mut input = [0; 32];
    let info = [b"WebPush: info\0".as_slice(), theirs_written, ours_written].concat();
    Hkdf::<Sha256>::new(Some(&address.secret), shared.raw_secret_bytes()).expand(&info, &mut input).ok()?;
    let derived = Hkdf::<Sha256>::new(Some(&salt), &input);
    let (mut content_key, mut nonce) = ([0; 16], [0; 12]);
    derived.expand(b"Content-Encoding: aes128gcm\0", &mut content_key).ok()?;
    derived.expand(b"Content-Encoding: nonce\0", &mut nonce).ok()?;
    let padded = [text, &[LAST_RECORD]].concat();
    let sealed = Aes128Gcm::new(&content_key.into()).encrypt(&nonce.into(), padded.as_slice()).ok()?;
    let length = u8::try_from(ours_written.len()).ok()?;
    Some([salt.as_slice(), &RECORD_SIZE.to_be_bytes(), &[length], ours_written, &sealed].concat())
}

#[cfg(test)]
mod tests {
    use p256::ecdsa::{VerifyingKey, signature::Verifier};

    use super::*;

    fn bytes(text: &str) -> Vec<u8> {
        URL_SAFE_NO_PAD.decode(text).unwrap()
    }

    /// The browser of RFC 8291, appendix A.
    fn browser() -> Address {
        Address {
            endpoint: "https://push.example.net/push/JzLQ3raZJfFBR0aqvOMsLrt54w4rJUsV".into(),
            public_key: bytes(
                "BCVxsr7N_eNgVRqvHtD0zTZsEc6-VV-JvLexhqUzORcxaOzi6-AYWXvTBHm4bjyPjs7Vd8pZGH6SRpkNtoIAiw4",
            ),
            secret: bytes("BTBZMqHH6r4Tts7J_aSIgg"),
        }
    }

    #[test]
    fn the_example_of_the_standard_comes_out_to_the_byte() {
        let chance = Chance {
            key: bytes("yfWPiYE-n46HLnH0KqZOF1fJJU3MYrct3AELtAQ-oRw").try_into().unwrap(),
            salt: bytes("DGv6ra1nlYgDCS1FRnbzlw").try_into().unwrap(),
        };
        let sealed = encrypted(b"When I grow up, I want to be a watermelon", &browser(), chance).unwrap();
        assert_eq!(
            URL_SAFE_NO_PAD.encode(sealed),
            "DGv6ra1nlYgDCS1FRnbzlwAAEABBBP4z9KsN6nGRTbVYI_c7VJSPQTBtkgcy27mlmlMoZIIgDll6e3vCYLocInmYWAmS6TlzAC8wEqKK6PBru3jl7A\
             _yl95bQpu6cVPTpK4Mqgkf1CXztLVBSt2Ks3oZwbuwXPXLWyouBWLVWGNWQexSgSxsj_Qulcy4a-fN"
        );
    }

    #[test]
    fn the_token_is_for_this_service_for_half_a_day_and_signed_with_our_key() {
        let (key, now) = ([7; 32], "2026-03-02T11:00:00Z".parse().unwrap());
        let header = token(&key, browser().service(), "https://buurtstem.example", now).unwrap();
        let (token, own) = header.strip_prefix("vapid t=").unwrap().split_once(", k=").unwrap();
        assert_eq!(own, public_key(&key).unwrap());
        let (signed, signature) = token.rsplit_once('.').unwrap();
        let claims: serde_json::Value = serde_json::from_slice(&bytes(signed.split_once('.').unwrap().1)).unwrap();
        assert_eq!(
            claims,
            json!({ "aud": "https://push.example.net", "exp": 1_772_492_400, "sub": "https://buurtstem.example" })
        );
        let verifying = VerifyingKey::from_sec1_bytes(&bytes(own)).unwrap();
        verifying.verify(signed.as_bytes(), &Signature::from_slice(&bytes(signature)).unwrap()).unwrap();
    }

    #[test]
    fn an_address_with_keys_of_another_form_is_not_sound() {
        assert!(browser().is_sound());
        let off_the_curve = Address { public_key: [vec![4], vec![1; 64]].concat(), ..browser() };
        let short = Address { secret: vec![1; 15], ..browser() };
        assert!(!off_the_curve.is_sound() && !short.is_sound());
    }
}
