//! Small secrets at rest: encrypted with a key from the environment, so that a copy of the database alone gives
//! nothing away.
//!
//! XChaCha20-Poly1305: its nonce is long enough (192 bits) to be drawn at random for every sealing without keeping
//! count. What a secret is and whose (`purpose`) is bound in, so that one row's ciphertext fits no other row. The
//! key's id stands beside it, so that keys can change.

use chacha20poly1305::{
    Key as CipherKey, KeyInit, XChaCha20Poly1305, XNonce,
    aead::{Aead, Payload},
};
use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};

use crate::{
    config::{Key, Keys},
    operation::Random,
    refusal::Refusal,
};

const NONCE_LENGTH: usize = 24;

/// Something encrypted. Worth nothing without the key.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Sealed {
    pub key_id: String,
    /// The nonce, then the ciphertext with its tag.
    pub bytes: Vec<u8>,
}

/// Encrypts with the newest key. Without any key in the environment nothing secret can be kept: that is a fault of
/// the installation, said in the log.
pub(crate) fn seal(keys: &Keys, random: &mut Random, purpose: &str, secret: &[u8]) -> Result<Sealed, Refusal> {
    let key =
        keys.current().ok_or_else(|| Refusal::fault("ENCRYPTION_KEY is not set: contact details cannot be kept"))?;
    let nonce: [u8; NONCE_LENGTH] =
        random.bytes().first_chunk().copied().ok_or_else(|| Refusal::fault("too little randomness"))?;
    let payload = Payload { msg: secret, aad: purpose.as_bytes() };
    let sealed = cipher(key)
        .encrypt(&XNonce::from(nonce), payload)
        .map_err(|_| Refusal::fault(format!("sealing {}", kind(purpose))))?;
    let mut bytes = nonce.to_vec();
    bytes.extend(sealed);
    Ok(Sealed { key_id: key.id.clone(), bytes })
}

/// Decrypts what was sealed for the same purpose.
pub(crate) fn open(keys: &Keys, purpose: &str, sealed: &Sealed) -> Result<Vec<u8>, Refusal> {
    let key = keys.by_id(&sealed.key_id).ok_or_else(|| {
        Refusal::fault(format!("the key {} is gone: {} cannot be read", sealed.key_id, kind(purpose)))
    })?;
    let unreadable = || Refusal::fault(format!("{} cannot be opened", kind(purpose)));
    let (nonce, ciphertext) = sealed.bytes.split_first_chunk::<NONCE_LENGTH>().ok_or_else(unreadable)?;
    let payload = Payload { msg: ciphertext, aad: purpose.as_bytes() };
    cipher(key).decrypt(&XNonce::from(*nonce), payload).map_err(|_| unreadable())
}

/// A key of its own, so that the same secret in the environment can also serve for other things.
fn cipher(key: &Key) -> XChaCha20Poly1305 {
    let mut hash = Sha256::new();
    hash.update(b"sealing\0");
    hash.update(key.bytes);
    XChaCha20Poly1305::new(&CipherKey::from(<[u8; 32]>::from(hash.finalize())))
}

/// The first word of a purpose: fit for the log.
fn kind(purpose: &str) -> &str {
    purpose.split(':').next().unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::config::Config;

    fn keys(text: &str) -> Keys {
        let setting = |name: &str| match name {
            "PUBLIC_ORIGIN" => Some("https://a.example".to_owned()),
            "ENCRYPTION_KEY" => Some(text.to_owned()),
            _ => None,
        };
        Config::read(setting).unwrap().encryption_keys
    }

    #[test]
    fn what_was_sealed_is_opened_for_the_same_purpose_only() {
        let old = format!("k1:{}", "ab".repeat(32));
        let sealed = seal(&keys(&old), &mut Random::from_seed([1; 32]), "contact:a", b"naam@voorbeeld.nl").unwrap();
        assert!(!sealed.bytes.windows(4).any(|window| window == b"naam"));
        // After a change of keys the old one still opens.
        let both = format!("k2:{},{old}", "cd".repeat(32));
        assert_eq!(open(&keys(&both), "contact:a", &sealed).unwrap(), b"naam@voorbeeld.nl");
        assert!(open(&keys(&both), "contact:b", &sealed).is_err());
        assert!(open(&keys(&format!("k2:{}", "cd".repeat(32))), "contact:a", &sealed).is_err());
        let mut changed = sealed.clone();
        *changed.bytes.last_mut().unwrap() ^= 1;
        assert!(open(&keys(&old), "contact:a", &changed).is_err());
        changed.bytes.truncate(10);
        assert!(open(&keys(&old), "contact:a", &changed).is_err());
    }

    #[test]
    fn the_same_secret_never_looks_the_same() {
        let keys = keys(&format!("k1:{}", "ab".repeat(32)));
        let mut random = Random::from_seed([1; 32]);
        let first = seal(&keys, &mut random, "contact:a", b"x").unwrap();
        assert_ne!(first.bytes, seal(&keys, &mut random, "contact:a", b"x").unwrap().bytes);
        assert!(seal(&Keys::default(), &mut random, "contact:a", b"x").is_err());
    }
}
