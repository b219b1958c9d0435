//! Officials' tokens, and how long they hold.

pub mod follow_key;
pub mod mailed_code;
pub mod stop_token;
pub mod token;

pub use token::Token;

/// A link that has not been used. The hand that gives it out does so on the same working day.
pub const LINK_LIFE: i64 = 24 * 3_600_000;
/// A session that is not used ends after this (NIST SP 800-63B, section 4.2.3, asks for 30 minutes).
pub const IDLE: i64 = 30 * 60_000;
/// And this long after signing in at the latest, used or not.
pub const SESSION_LIFE: i64 = 12 * 3_600_000;
