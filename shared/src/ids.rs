//! Identifiers: one type per kind of thing, text on the wire and in SQL.
//!
//! An id is 1 to 64 characters of `a-z`, `0-9` and `-`, starting with a letter or digit. Ids in an operator's
//! file are chosen by people (`verlichting`); ids made by the system are 128 random bits in
//! Crockford's base 32 (26 characters) and carry no time, so that nothing can be read from their order.

use serde::{Deserialize, Serialize};

/// The longest id, in characters.
pub const MAX_ID_LENGTH: usize = 64;

/// Crockford's base 32 in lower case: no `i`, `l`, `o` and `u`, so that nobody misreads one.
const BASE32: &[u8; 32] = b"0123456789abcdefghjkmnpqrstvwxyz";

/// Why a text is not an id.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("an id has 1 to 64 characters of a-z, 0-9 and -, and starts with a letter or digit")]
pub struct IdError;

/// Writes 128 bits as 26 characters of Crockford's base 32, most significant first.
pub fn base32(bytes: [u8; 16]) -> String {
    let mut rest = u128::from_be_bytes(bytes);
    let mut characters = [0_u8; 26];
    for place in characters.iter_mut().rev() {
        let digit = usize::try_from(rest & 31).unwrap_or(0);
        *place = BASE32.get(digit).copied().unwrap_or(b'0');
        rest >>= 5;
    }
    characters.iter().map(|&byte| char::from(byte)).collect()
}

fn checked(text: &str) -> Result<(), IdError> {
    let fits = !text.is_empty()
        && text.len() <= MAX_ID_LENGTH
        && !text.starts_with('-')
        && text.bytes().all(|byte| matches!(byte, b'a'..=b'z' | b'0'..=b'9' | b'-'));
    if fits { Ok(()) } else { Err(IdError) }
}

macro_rules! ids {
    ($($(#[$doc:meta])* $name:ident),+ $(,)?) => {$(
        $(#[$doc])*
        #[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
        #[serde(try_from = "String", into = "String")]
        pub struct $name(String);

        impl $name {
            /// Reads an id, refusing anything that is not one.
            pub fn parse(text: &str) -> Result<Self, IdError> {
                checked(text).map(|()| Self(text.to_owned()))
            }

            /// Makes a new id of 128 random bits.
            pub fn from_random(bytes: [u8; 16]) -> Self {
                Self(base32(bytes))
            }

            pub fn as_str(&self) -> &str {
                &self.0
            }
        }

        impl TryFrom<String> for $name {
            type Error = IdError;
            fn try_from(text: String) -> Result<Self, IdError> {
                checked(&text).map(|()| Self(text))
            }
        }

        impl From<$name> for String {
            fn from(id: $name) -> Self {
                id.0
            }
        }

        impl std::fmt::Display for $name {
            fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                formatter.write_str(&self.0)
            }
        }

        impl std::str::FromStr for $name {
            type Err = IdError;
            fn from_str(text: &str) -> Result<Self, IdError> {
                Self::parse(text)
            }
        }
    )+};
}

ids! {
    /// A municipality's name in addresses; chosen by the operator, for good.
    Slug,
    /// A wijk, buurt or complex.
    AreaId,
    /// A topic, of either level.
    TopicId,
    /// An organisation that can own a case.
    PartnerId,
    /// A person of one partner.
    OfficialId,
    /// A routing rule.
    RuleId,
    /// A poll.
    PollId,
    /// A ready poll or block of the library.
    TemplateId,
    /// A question of a poll.
    QuestionId,
    /// An option of a question, a statement of a battery, or one of those to put in order.
    OptionId,
    /// One respondent's answers; made by the browser, and the key that makes sending them twice harmless.
    BallotId,
    /// One answer to an open question, as officials see it. It does not lead back to the ballot.
    WrittenId,
    /// Somebody who wants one mail when a poll has its report. It does not lead to their ballot.
    ReaderId,
    /// A case: a proposal and its handling.
    CaseId,
    /// An offer to help with an initiative.
    PledgeId,
    /// A text that somebody wrote; events point to it, erasure overwrites it.
    TextId,
    /// A ready text for how a case ends.
    StandardTextId,
    /// An offer of a case to another partner.
    HandoverId,
    /// A contact person of an area.
    AreaContactId,
    /// A group that was asked to help elsewhere.
    GroupHelpId,
    /// Another system that hears of what happens.
    WebhookId,
    /// The client's key that makes a repeated request harmless.
    IdempotencyKey,
}

/// Path segments that can be no municipality's slug.
pub const RESERVED_SLUGS: [&str; 8] = ["admin", "api", "embed", "frame", "assets", "demo", "static", "well-known"];

impl Slug {
    /// Whether the slug may name a municipality: not one of ours, and short enough to print on a letter.
    pub fn may_name_municipality(&self) -> bool {
        self.0.len() <= 40 && !RESERVED_SLUGS.contains(&self.0.as_str())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn random_ids_are_26_readable_characters() {
        assert_eq!(PollId::from_random([0; 16]).as_str(), "00000000000000000000000000");
        assert_eq!(PollId::from_random([0xff; 16]).as_str(), "7zzzzzzzzzzzzzzzzzzzzzzzzz");
    }

    #[test]
    fn ids_refuse_what_could_be_a_path_or_a_statement() {
        for text in ["", "-a", "A", "a b", "a/b", "..", "a'--", "é", &"a".repeat(65)] {
            assert_eq!(PollId::parse(text), Err(IdError), "{text:?}");
        }
        assert!(PollId::parse("verlichting-2").is_ok());
    }
}
