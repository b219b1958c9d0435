//! Numbers as a language writes them.

use shared::sentence::grouped;
use shared::text::Language;

/// A number with its thousands apart, as the language has them.
pub(crate) fn number(language: Language, number: impl Into<u64>) -> String {
    grouped(language, number.into())
}
