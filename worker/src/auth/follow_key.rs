//! The resident's key to their case, as far as the server keeps it.

use sha2::{Digest, Sha256};
use shared::follow_key::FollowKey;

/// What is stored of a follow key.
pub type KeyHash = [u8; 32];

/// 128 random bits need no slow hash.
pub fn hash(key: &FollowKey) -> KeyHash {
    let mut hash = Sha256::new();
    hash.update(b"follow key\0");
    hash.update(key.as_str());
    hash.finalize().into()
}
