//! From a postcode to the buurt where somebody lives.
//!
//! A municipality may load the table of CBS that says in which buurt each address lies ([`table`]). A resident who does not
//! know the name of the buurt then types a postcode, and the house number only where the postcode lies in two buurten. Only
//! the buurt is kept: a postcode is looked up and forgotten.

pub mod table;

use std::collections::BTreeMap;
use std::fmt;

use serde::{Deserialize, Serialize};

use crate::ids::AreaId;
use crate::time::CivilDate;

/// The largest house number there is room for; the largest in use has five digits.
const MAX_HOUSE_NUMBER: u32 = 99_999;

/// Four digits and two letters: `1234 AB`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Postcode {
    digits: u16,
    letters: [u8; 2],
}

impl Postcode {
    /// Reads what somebody typed: with or without spaces, in capitals or not.
    pub fn parse(text: &str) -> Option<Self> {
        let mut characters = text.bytes().filter(|byte| !byte.is_ascii_whitespace());
        let mut digits: u16 = 0;
        for place in 0..4 {
            let digit = characters.next().filter(u8::is_ascii_digit)?;
            // The first is never 0.
            if place == 0 && digit == b'0' {
                return None;
            }
            digits = digits * 10 + u16::from(digit - b'0');
        }
        let mut letter = || characters.next().filter(u8::is_ascii_alphabetic).map(|byte| byte.to_ascii_uppercase());
        let letters = [letter()?, letter()?];
        characters.next().is_none().then_some(Self { digits, letters })
    }

    /// The four digits, under which the table is kept.
    pub const fn digits(self) -> u16 {
        self.digits
    }

    fn letters(self) -> String {
        self.letters.map(char::from).iter().collect()
    }
}

impl fmt::Display for Postcode {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "{:04} {}", self.digits, self.letters())
    }
}

/// Reads a house number; letters and additions behind it do not matter: all of one number lie in one buurt.
pub fn house_number(text: &str) -> Option<u32> {
    let text = text.trim();
    let end = text.bytes().position(|byte| !byte.is_ascii_digit()).unwrap_or(text.len());
    text.get(..end)?.parse().ok().filter(|number| (1..=MAX_HOUSE_NUMBER).contains(number))
}

/// House numbers of one side of a street that lie in one buurt, from the first to the last; the odd ones or the even ones.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Run(pub u32, pub u32, pub AreaId);

impl Run {
    const fn has(&self, number: u32) -> bool {
        self.0 <= number && number <= self.1 && number % 2 == self.0 % 2
    }
}

/// Where the addresses of one postcode lie.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(untagged)]
pub enum Places {
    One(AreaId),
    Several(Vec<Run>),
}

/// All postcodes with the same four digits, by their letters: what is stored together, and read for one lookup.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Block(BTreeMap<String, Places>);

/// What the table says of an address.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "outcome", rename_all = "camelCase", rename_all_fields = "camelCase")]
pub enum Lookup {
    Found {
        area_id: AreaId,
    },
    /// The postcode lies in more than one buurt.
    HouseNumberNeeded,
    /// The postcode is known, and has no such number.
    HouseNumberUnknown,
    /// Not in this municipality, or newer than the table.
    Unknown,
}

impl Block {
    pub fn find(&self, postcode: Postcode, number: Option<u32>) -> Lookup {
        let found = |area_id: &AreaId| Lookup::Found { area_id: area_id.clone() };
        match (self.0.get(&postcode.letters()), number) {
            (None, _) => Lookup::Unknown,
            (Some(Places::One(area)), _) => found(area),
            (Some(Places::Several(_)), None) => Lookup::HouseNumberNeeded,
            (Some(Places::Several(runs)), Some(number)) => {
                let run = runs.iter().find(|run| run.has(number));
                run.map_or(Lookup::HouseNumberUnknown, |run| found(&run.2))
            }
        }
    }
}

/// The table as it is kept.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct PostcodeTable {
    pub facts: TableFacts,
    /// By the four digits.
    pub blocks: BTreeMap<u16, Block>,
}

/// What is told of a table that was loaded.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct TableFacts {
    /// The year of the division into buurten, where the names of the columns tell it.
    pub year: Option<u16>,
    pub postcodes: u32,
    pub addresses: u32,
    /// Postcodes that lie in more than one buurt.
    pub divided: u32,
}

/// What was read of a file, before or after it was stored.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct TableReceipt {
    pub facts: TableFacts,
    /// Lines of other municipalities.
    pub elsewhere: u32,
    /// Codes of buurten that the municipality does not have here, with their addresses.
    pub unknown: BTreeMap<String, u32>,
    /// The names of buurten that have no address in the file.
    pub without: Vec<String>,
}

/// `GET /admin/postcodes`: nothing when no table is loaded.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct TableView {
    pub facts: Option<TableFacts>,
    pub loaded_on: Option<CivilDate>,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_postcode_is_read_as_people_write_it() {
        for text in ["1234AB", "1234 ab", " 12 34 Ab "] {
            assert_eq!(Postcode::parse(text).unwrap().to_string(), "1234 AB", "{text}");
        }
        for text in ["", "0234AB", "1234", "1234A", "1234ABC", "12345AB", "ABCD12", "1234 A1", "１２３４AB"] {
            assert_eq!(Postcode::parse(text), None, "{text}");
        }
    }

    #[test]
    fn a_house_number_is_what_stands_before_its_additions() {
        for (text, number) in [("12", 12), (" 12a", 12), ("12-3", 12), ("7 hs", 7)] {
            assert_eq!(house_number(text), Some(number), "{text}");
        }
        for text in ["", "a12", "0", "100000", "-1", "99999999999"] {
            assert_eq!(house_number(text), None, "{text}");
        }
    }
}
