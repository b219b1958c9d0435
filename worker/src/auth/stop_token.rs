//! The proof in a mail that its reader may ask for no more messages about a case. It opens nothing else: mail programs
//! and the servers in between see the address it stands in.
//!
//! HMAC-SHA-256 with a key from the environment over municipality and case, cut to 128 bits, with the key's id in front.
//! Nothing of it is stored.

use hmac::{Hmac, KeyInit, Mac};
use sha2::Sha256;
use shared::ids::{CaseId, base32};

use crate::config::{Key, Keys};

/// How much of the hash stands in the address.
const LENGTH: usize = 16;

/// The proof; none without a key in the environment.
pub fn make(keys: &Keys, municipality: &str, case: &CaseId) -> Option<String> {
    let key = keys.current()?;
    Some(format!("{}.{}", key.id, written(key, municipality, case)?))
}

/// Whether this is the proof for this case.
pub fn holds(keys: &Keys, municipality: &str, case: &CaseId, proof: &str) -> bool {
    use subtle::ConstantTimeEq;
    let Some((id, offered)) = proof.split_once('.') else { return false };
    let expected = keys.by_id(id).and_then(|key| written(key, municipality, case));
    expected.is_some_and(|expected| bool::from(expected.as_bytes().ct_eq(offered.as_bytes())))
}

fn written(key: &Key, municipality: &str, case: &CaseId) -> Option<String> {
    let mut hash = Hmac::<Sha256>::new_from_slice(&key.bytes).ok()?;
    // No slug and no id holds a zero byte, so no two pairs are written the same way.
    for part in ["stop messages", municipality, case.as_str()] {
        hash.update(part.as_bytes());
        hash.update(b"\0");
    }
    hash.finalize().into_bytes().first_chunk::<LENGTH>().map(|start| base32(*start))
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
        let [case, other] = ["0a", "0b"].map(|id| CaseId::parse(id).unwrap());
        let proof = make(&keys_then, "kleinstad", &case).unwrap();
        let keys_now = keys(&format!("k2:{new},k1:{old}"));
        assert!(holds(&keys_now, "kleinstad", &case, &proof));
        assert!(!holds(&keys_now, "kleinstad", &other, &proof));
        assert!(!holds(&keys_now, "grootstad", &case, &proof));
        assert!(!holds(&keys(&format!("k2:{new}")), "kleinstad", &case, &proof));
        for wrong in ["", ".", "k1.", "k2.", &proof[..proof.len() - 1], &proof.replace("k1", "k2")] {
            assert!(!holds(&keys_now, "kleinstad", &case, wrong), "{wrong}");
        }
        assert_eq!(make(&Keys::default(), "kleinstad", &case), None);
    }
}
