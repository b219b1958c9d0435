//! The resident's personal key to their case: 128 random bits, made before sending.
//!
//! It travels in a URL fragment, a header or a form field, never in a path or query. Only a hash of it is
//! stored, so whoever reads the database cannot follow anybody's case.

use serde::{Deserialize, Serialize};

use crate::fault::FaultCode;
use crate::ids::base32;

/// Characters of a written key: 128 bits in Crockford's base 32.
pub const LENGTH: usize = 26;

/// A follow key in its one written form: 26 lower-case characters. `Debug` does not show it.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct FollowKey(String);

impl FollowKey {
    pub fn from_random(bytes: [u8; 16]) -> Self {
        Self(base32(bytes))
    }

    /// Reads a key as a person types or pastes it: capitals, spaces and hyphens do not matter, nor a whole link
    /// that ends in `#c=…`; `i` and `l` are read as 1 and `o` as 0 (Crockford's rule).
    pub fn parse(text: &str) -> Result<Self, FaultCode> {
        let text = text.rsplit_once("#c=").map_or(text, |(_, key)| key);
        let key: String = text
            .chars()
            .filter(|character| !character.is_whitespace() && *character != '-')
            .map(|character| match character.to_ascii_lowercase() {
                'i' | 'l' => '1',
                'o' => '0',
                other => other,
            })
            .collect();
        let written = key.len() == LENGTH
            && key.starts_with(|first: char| ('0'..='7').contains(&first))
            && key.chars().all(|character| character.is_ascii_alphanumeric() && character != 'u');
        if written { Ok(Self(key)) } else { Err(FaultCode::NotAFollowKey) }
    }

    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// The key in groups, as printed on receipts and in mails: easier to copy by hand.
    pub fn in_groups(&self) -> String {
        let characters: Vec<char> = self.0.chars().collect();
        characters.chunks(4).map(|group| group.iter().collect::<String>()).collect::<Vec<_>>().join("-")
    }
}

impl std::fmt::Debug for FollowKey {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        formatter.write_str("FollowKey(…)")
    }
}

impl TryFrom<String> for FollowKey {
    type Error = crate::ids::IdError;
    fn try_from(text: String) -> Result<Self, Self::Error> {
        Self::parse(&text).map_err(|_| crate::ids::IdError)
    }
}

impl From<FollowKey> for String {
    fn from(key: FollowKey) -> Self {
        key.0
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_key_survives_being_written_down_and_typed_again() {
        let key = FollowKey::from_random([7; 16]);
        let typed = key.in_groups().to_uppercase().replace('0', "O").replace('1', "l");
        assert_eq!(FollowKey::parse(&typed), Ok(key.clone()));
        assert_eq!(FollowKey::parse(&format!("https://x.example/m/nl/volgen#c={}", key.as_str())), Ok(key));
    }

    #[test]
    fn other_texts_are_no_key() {
        for text in ["", "2026-0147", "zzzzzzzzzzzzzzzzzzzzzzzzzz", "0000000000000000000000000u"] {
            assert_eq!(FollowKey::parse(text), Err(FaultCode::NotAFollowKey), "{text:?}");
        }
    }
}
