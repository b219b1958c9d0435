//! The proof in an address that stands in a mail: that its reader got the mail. It opens nothing else: mail programs and
//! the servers in between see the address it stands in.
//!
//! HMAC-SHA-256 with a key from the environment over purpose, municipality and id, cut to 128 bits, with the key's id in
//! front. Nothing of it is stored.

use hmac::{Hmac, KeyInit, Mac};
use sha2::Sha256;
use shared::ids::base32;

use crate::config::{Key, Keys};

/// How much of the hash stands in the address.
const LENGTH: usize = 16;

/// What the address is for. The text never changes: mails are opened after months.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Purpose {
    /// No more messages about a case.
    StopMessages,
    /// No more messages about an offer to help.
    StopPledge,
    /// The address for the report of a poll is mine.
    ConfirmReader,
    /// No mail about the report of a poll.
    StopReader,
    /// To a case, for a partner that works from mail; a mailed code is needed as well.
    MailedCase,
}

impl Purpose {
    const fn text(self) -> &'static str {
        match self {
            Self::StopMessages => "stop messages",
            Self::StopPledge => "stop pledge",
            Self::ConfirmReader => "confirm reader",
            Self::StopReader => "stop reader",
            Self::MailedCase => "mailed case",
        }
    }
}

/// The proof; none without a key in the environment.
pub fn make(keys: &Keys, purpose: Purpose, municipality: &str, id: &str) -> Option<String> {
    let key = keys.current()?;
    Some(format!("{}.{}", key.id, written(key, purpose, municipality, id)?))
}

/// Whether this is the proof for this id and purpose.
pub fn holds(keys: &Keys, purpose: Purpose, municipality: &str, id: &str, proof: &str) -> bool {
    use subtle::ConstantTimeEq;
    let Some((key, offered)) = proof.split_once('.') else { return false };
    let expected = keys.by_id(key).and_then(|key| written(key, purpose, municipality, id));
    expected.is_some_and(|expected| bool::from(expected.as_bytes().ct_eq(offered.as_bytes())))
}

/// What an address is recognised by without keeping it; none without a key in the environment.
pub fn address_hash(keys: &Keys, municipality: &str, poll: &str, address: &str) -> Option<Vec<u8>> {
    hashed(keys.current()?, ["report reader", municipality, poll, &address.to_lowercase()])
}

/// The same for who offers to help, whatever with.
pub fn pledger_hash(keys: &Keys, municipality: &str, address: &str) -> Option<Vec<u8>> {
    hashed(keys.current()?, ["pledger", municipality, &address.to_lowercase()])
}

/// The same for a device that is told of news, by where it can be reached.
pub fn device_hash(keys: &Keys, municipality: &str, endpoint: &str) -> Option<Vec<u8>> {
    hashed(keys.current()?, ["device", municipality, endpoint])
}

fn written(key: &Key, purpose: Purpose, municipality: &str, id: &str) -> Option<String> {
    hashed(key, [purpose.text(), municipality, id])?.first_chunk::<LENGTH>().map(|start| base32(*start))
}

/// No part holds a zero byte, so no two lists are written the same way.
fn hashed<const N: usize>(key: &Key, parts: [&str; N]) -> Option<Vec<u8>> {
    let mut hash = Hmac::<Sha256>::new_from_slice(&key.bytes).ok()?;
    for part in parts {
        hash.update(part.as_bytes());
        hash.update(b"\0");
    }
    Some(hash.finalize().into_bytes().to_vec())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::config::Config;

    fn keys(text: &str) -> Keys {
        let setting = |name: &str| match name {
            "PUBLIC_ORIGIN" => Some("https://a.example".to_owned()),
            "HASH_KEY" => Some(text.to_owned()),
            _ => None,
        };
        Config::read(setting).unwrap().hash_keys
    }

    #[test]
    fn a_proof_holds_for_its_case_alone_also_after_the_key_changed() {
        let (old, new) = ("ab".repeat(32), "cd".repeat(32));
        let keys_then = keys(&format!("k1:{old}"));
        let [case, other] = ["0a", "0b"];
        let stop = Purpose::StopMessages;
        let proof = make(&keys_then, stop, "kleinstad", case).unwrap();
        let keys_now = keys(&format!("k2:{new},k1:{old}"));
        assert!(holds(&keys_now, stop, "kleinstad", case, &proof));
        assert!(!holds(&keys_now, stop, "kleinstad", other, &proof));
        assert!(!holds(&keys_now, stop, "grootstad", case, &proof));
        assert!(!holds(&keys(&format!("k2:{new}")), stop, "kleinstad", case, &proof));
        assert!(!holds(&keys_now, Purpose::StopReader, "kleinstad", case, &proof), "each link does one thing");
        for wrong in ["", ".", "k1.", "k2.", &proof[..proof.len() - 1], &proof.replace("k1", "k2")] {
            assert!(!holds(&keys_now, stop, "kleinstad", case, wrong), "{wrong}");
        }
        assert_eq!(make(&Keys::default(), stop, "kleinstad", case), None);
    }
}
