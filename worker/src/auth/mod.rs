//! Who may do what: the tokens of officials, and the operator's key.

pub mod token;

pub use token::Token;

/// A session ends this long after signing in at the latest, used or not; the cookie with it.
pub const SESSION_LIFE: i64 = 12 * 3_600_000;
