//! The short code of a poll: for letters and posters, and to say on the phone. The same for everybody, so it tells
//! nothing about who uses it.
//!
//! It is the poll's number in its municipality with a check digit behind it, by the scheme of H. M. Damm (Total
//! anti-symmetrische Quasigruppen, dissertation, Marburg 2004): one wrong digit, or two that changed places, never make
//! another poll's code.

use std::fmt;

/// The first number that is given, so that every code has three digits at least and looks like a code.
pub const FIRST_SERIAL: u32 = 10;
/// A number with more digits is no poll's: a municipality with a million polls has other worries.
const MAX_DIGITS: usize = 7;

/// The quasigroup of order 10 from Damm's dissertation, page 111.
const TABLE: [[u8; 10]; 10] = [
    [0, 3, 1, 7, 5, 9, 8, 6, 4, 2],
    [7, 0, 9, 2, 1, 5, 4, 8, 6, 3],
    [4, 2, 0, 6, 8, 7, 1, 3, 5, 9],
    [1, 7, 5, 0, 9, 8, 3, 4, 2, 6],
    [6, 1, 2, 3, 0, 4, 5, 9, 7, 8],
    [3, 6, 7, 4, 2, 0, 9, 5, 8, 1],
    [5, 8, 6, 9, 7, 2, 0, 1, 3, 4],
    [8, 9, 4, 5, 3, 6, 2, 0, 1, 7],
    [9, 4, 3, 8, 6, 1, 7, 2, 0, 5],
    [2, 5, 8, 1, 4, 3, 6, 7, 9, 0],
];

/// A short code; its number is the poll's.
///
/// ```
/// use shared::poll::ShortCode;
/// assert_eq!(ShortCode::of(57).to_string(), "577");
/// assert_eq!(ShortCode::parse("577"), Some(ShortCode::of(57)));
/// assert_eq!(ShortCode::parse("757"), None);
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct ShortCode(u32);

impl ShortCode {
    pub const fn of(serial: u32) -> Self {
        Self(serial)
    }

    pub const fn serial(self) -> u32 {
        self.0
    }

    /// Reads a code as it stands in an address; `None` when it is none, or was mistyped.
    pub fn parse(text: &str) -> Option<Self> {
        let digits = text.bytes().all(|byte| byte.is_ascii_digit());
        if !digits || text.len() > MAX_DIGITS || text.starts_with('0') || interim(text) != 0 {
            return None;
        }
        let number = text.get(..text.len().checked_sub(1)?)?;
        number.parse().ok().map(Self)
    }
}

impl fmt::Display for ShortCode {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        let number = self.0.to_string();
        write!(formatter, "{number}{}", interim(&number))
    }
}

/// The check digit of a number; 0 for a number that ends with its own.
fn interim(digits: &str) -> u8 {
    digits.bytes().fold(0, |interim, digit| {
        let row = TABLE.get(usize::from(interim));
        row.and_then(|row| row.get(usize::from(digit.wrapping_sub(b'0')))).copied().unwrap_or(0)
    })
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    /// The example that descriptions of the scheme give.
    #[test]
    fn the_check_digit_is_the_published_one() {
        assert_eq!(ShortCode::of(572).to_string(), "5724");
    }

    proptest! {
        #[test]
        fn a_code_reads_back(serial in FIRST_SERIAL..999_999) {
            let code = ShortCode::of(serial);
            prop_assert_eq!(ShortCode::parse(&code.to_string()), Some(code));
        }

        #[test]
        fn a_slip_of_the_finger_is_no_code(serial in FIRST_SERIAL..99_999, place in 0_usize..6, digit in 0_u8..10) {
            let code = ShortCode::of(serial).to_string();
            let mut wrong = code.clone().into_bytes();
            let place = place % wrong.len();
            wrong[place] = b'0' + digit;
            let wrong = String::from_utf8(wrong).unwrap();
            prop_assert!(wrong == code || ShortCode::parse(&wrong).is_none(), "{} for {}", wrong, code);
            let mut swapped = code.clone().into_bytes();
            swapped.swap(place, (place + 1) % code.len().max(2));
            let swapped = String::from_utf8(swapped).unwrap();
            // The last and the first digit are no neighbours.
            let neighbours = place + 1 < code.len();
            prop_assert!(!neighbours || swapped == code || ShortCode::parse(&swapped).is_none(), "{} for {}", swapped, code);
        }

        #[test]
        fn anything_else_is_no_code(text in "\\PC{0,12}") {
            let digits = text.chars().all(|character| character.is_ascii_digit()) && text.len() > 1;
            prop_assert!(digits || ShortCode::parse(&text).is_none());
        }
    }
}
