//! The code that is mailed to a partner, and the link it goes with.
//!
//! A code is eight digits (26 bits), valid for ten minutes, five tries and one use. It is an HMAC over a random id, so the
//! database holds nothing from which it could be read or guessed at leisure; whoever sends the mail computes it anew.

use hmac::{Hmac, KeyInit, Mac};
use sha2::{Digest, Sha256};
use shared::ids::{CaseId, PartnerId, Slug};

use super::stop_token::{self, Purpose};
use crate::config::Keys;

/// How many digits.
const DIGITS: usize = 8;

/// The code with this id; none without a key in the environment.
pub fn code(keys: &Keys, municipality: &str, id: &str) -> Option<String> {
    let mut hash = Hmac::<Sha256>::new_from_slice(&keys.current()?.bytes).ok()?;
    for part in ["mailed code", municipality, id] {
        hash.update(part.as_bytes());
        hash.update(b"\0");
    }
    let bytes = hash.finalize().into_bytes();
    let number = u64::from_be_bytes(bytes.first_chunk::<8>().copied()?);
    // 2^64 is so much larger that no code is likelier than another by more than a part in a hundred thousand million.
    Some(format!("{:0DIGITS$}", number % 10_u64.pow(8)))
}

/// Whether this was typed, with or without spaces; in constant time.
pub fn matches(code: &str, typed: &str) -> bool {
    use subtle::ConstantTimeEq;
    let typed: String = typed.chars().filter(|character| !character.is_whitespace()).collect();
    code.as_bytes().ct_eq(typed.as_bytes()).into()
}

/// What stands in the address beside case and partner, so that nobody makes one up.
pub fn proof(keys: &Keys, municipality: &str, case: &CaseId, partner: &PartnerId) -> Option<String> {
    stop_token::make(keys, Purpose::MailedCase, municipality, &format!("{case}/{partner}"))
}

pub fn is_proof(keys: &Keys, municipality: &Slug, case: &CaseId, partner: &PartnerId, proof: &str) -> bool {
    stop_token::holds(keys, Purpose::MailedCase, municipality.as_str(), &format!("{case}/{partner}"), proof)
}

/// What is stored of a secret that a page carries: 128 random bits, so no slow hash is needed.
pub fn hash(purpose: &str, secret: &str) -> [u8; 32] {
    let mut hash = Sha256::new();
    hash.update(purpose);
    hash.update(b"\0");
    hash.update(secret);
    hash.finalize().into()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::config::Config;

    #[test]
    fn a_code_has_eight_digits_and_is_another_for_every_id_and_town() {
        let setting = |name: &str| match name {
            "PUBLIC_ORIGIN" => Some("https://a.example".to_owned()),
            "HASH_KEY" => Some(format!("k1:{}", "ab".repeat(32))),
            _ => None,
        };
        let keys = Config::read(setting).unwrap().hash_keys;
        let first = code(&keys, "kleinstad", "a").unwrap();
        assert!(first.len() == 8 && first.bytes().all(|byte| byte.is_ascii_digit()));
        assert_eq!(code(&keys, "kleinstad", "a").unwrap(), first);
        assert_ne!(code(&keys, "kleinstad", "b").unwrap(), first);
        assert_ne!(code(&keys, "grootstad", "a").unwrap(), first);
        let (start, end) = first.split_at(4);
        assert!(matches(&first, &format!(" {start} {end}\u{a0}")));
        assert!(!matches(&first, start) && !matches(&first, ""));
    }
}
