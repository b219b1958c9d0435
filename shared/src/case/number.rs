//! The number that people say on the phone: `2026-0147`. It alone opens nothing.

use std::fmt;

use serde::{Deserialize, Serialize};

/// The year of receipt, and which case of that year it is, counted from 1.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct CaseNumber {
    year: u16,
    serial: u32,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("a case number is written as 2026-0147")]
pub struct NotACaseNumber;

impl CaseNumber {
    pub fn new(year: u16, serial: u32) -> Result<Self, NotACaseNumber> {
        if (1970..=9999).contains(&year) && serial > 0 { Ok(Self { year, serial }) } else { Err(NotACaseNumber) }
    }

    pub const fn year(self) -> u16 {
        self.year
    }

    pub const fn serial(self) -> u32 {
        self.serial
    }
}

impl fmt::Display for CaseNumber {
    /// At least four digits, so that the first ten thousand line up.
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "{:04}-{:04}", self.year, self.serial)
    }
}

impl std::str::FromStr for CaseNumber {
    type Err = NotACaseNumber;
    fn from_str(text: &str) -> Result<Self, NotACaseNumber> {
        let (year, serial) = text.split_once('-').ok_or(NotACaseNumber)?;
        let number = |digits: &str, least: usize, most: usize| {
            let fits = (least..=most).contains(&digits.len()) && digits.bytes().all(|byte| byte.is_ascii_digit());
            fits.then(|| digits.parse::<u32>().ok()).flatten().ok_or(NotACaseNumber)
        };
        let number = Self::new(u16::try_from(number(year, 4, 4)?).map_err(|_| NotACaseNumber)?, number(serial, 4, 9)?)?;
        // Only one way to write each number.
        if number.to_string() == text { Ok(number) } else { Err(NotACaseNumber) }
    }
}

impl TryFrom<String> for CaseNumber {
    type Error = NotACaseNumber;
    fn try_from(text: String) -> Result<Self, NotACaseNumber> {
        text.parse()
    }
}

impl From<CaseNumber> for String {
    fn from(number: CaseNumber) -> Self {
        number.to_string()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_number_survives_being_written_down() {
        for (year, serial, text) in [(2026, 1, "2026-0001"), (2026, 147, "2026-0147"), (2027, 12_345, "2027-12345")] {
            let number = CaseNumber::new(year, serial).unwrap();
            assert_eq!(number.to_string(), text);
            assert_eq!(text.parse(), Ok(number));
        }
    }

    #[test]
    fn other_texts_are_no_number() {
        for text in
            ["2026-0000", "2026-147", "2026-00147", "26-0147", "2026", "2026-01a7", "2026-4294967296", "+026-0147"]
        {
            assert_eq!(text.parse::<CaseNumber>(), Err(NotACaseNumber), "{text}");
        }
    }
}
