//! Tokens of officials: `<slug>.<26 characters>`, in a one-time link or in the session cookie.
//!
//! The slug says which municipality to ask, so that no object has to know all sessions; 128 random bits are the
//! secret. A hash of both is stored, with the token's use in it, so that a link can never pass for a session.

use std::fmt;

use sha2::{Digest, Sha256};
use shared::{
    follow_key,
    ids::{Slug, base32},
};

/// A secret of an official. `Debug` does not show it.
#[derive(Clone, PartialEq, Eq)]
pub struct Token {
    pub slug: Slug,
    secret: String,
}

/// What a token is for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Use {
    SignInLink,
    Session,
    /// Takes the house style over from a site.
    Takeover,
}

impl Token {
    /// A new token from 128 random bits.
    pub fn new(slug: Slug, random: [u8; 16]) -> Self {
        Self { slug, secret: base32(random) }
    }

    /// Reads a token as it travels.
    pub fn parse(text: &str) -> Option<Self> {
        let (slug, secret) = text.split_once('.')?;
        let fits = secret.len() == follow_key::LENGTH && secret.bytes().all(|byte| byte.is_ascii_alphanumeric());
        fits.then_some(())?;
        Some(Self { slug: Slug::parse(slug).ok()?, secret: secret.to_owned() })
    }

    /// The token as it travels. Never log it.
    pub fn text(&self) -> String {
        format!("{}.{}", self.slug, self.secret)
    }

    /// What is stored. 128 random bits need no slow hash (OWASP ASVS 5.0, 6.5.2), and looking up by hash compares
    /// nothing that an attacker could time.
    pub fn hash(&self, purpose: Use) -> [u8; 32] {
        let purpose: &[u8] = match purpose {
            Use::SignInLink => b"sign-in link\0",
            Use::Session => b"session\0",
            Use::Takeover => b"take-over\0",
        };
        let mut hash = Sha256::new();
        hash.update(purpose);
        hash.update(self.slug.as_str());
        hash.update(b"\0");
        hash.update(&self.secret);
        hash.finalize().into()
    }
}

impl fmt::Debug for Token {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "Token({}.…)", self.slug)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_token_is_read_back_and_never_shown() {
        let token = Token::new(Slug::parse("kleinstad").unwrap(), [7; 16]);
        assert_eq!(Token::parse(&token.text()), Some(token.clone()));
        assert_eq!(format!("{token:?}"), "Token(kleinstad.…)");
    }

    #[test]
    fn a_link_is_no_session_and_a_slug_cannot_be_swapped() {
        let token = Token::new(Slug::parse("a").unwrap(), [7; 16]);
        let other = Token { slug: Slug::parse("b").unwrap(), ..token.clone() };
        assert_ne!(token.hash(Use::SignInLink), token.hash(Use::Session));
        assert_ne!(token.hash(Use::Takeover), token.hash(Use::Session));
        assert_ne!(token.hash(Use::Session), other.hash(Use::Session));
    }

    #[test]
    fn other_texts_are_no_token() {
        for text in [
            "",
            "a",
            ".00000000000000000000000000",
            "a.0000",
            "a.b.0000000000000000000000000",
            "A.00000000000000000000000000",
        ] {
            assert_eq!(Token::parse(text), None, "{text}");
        }
    }
}
