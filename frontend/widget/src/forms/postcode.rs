//! Finding an area by postcode, within the step that asks for it. The table stays with the municipality: what is typed is
//! sent, looked up and forgotten, and only the area becomes part of the answers.

use shared::postcode::{Postcode, house_number};

use super::MOVE;
use crate::fields::Fields;

pub const POSTCODE: &str = "postcode";
pub const NUMBER: &str = "houseNumber";
/// The value of the button that looks it up.
pub const FIND: &str = "find";

/// The part of the step that finds an area.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Lookup {
    /// Whether the municipality has a table.
    pub offered: bool,
    pub typed: Typed,
    pub told: Option<Told>,
}

/// What was typed, for as long as it has to stand in the field.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Typed {
    pub postcode: String,
    pub number: String,
}

/// What came of it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Told {
    /// The area is chosen now.
    Found,
    NotAPostcode,
    NotANumber,
    NumberNeeded,
    NumberUnknown,
    Unknown,
    /// An area that this form does not offer.
    NotOffered,
    /// It could not be asked.
    NoAnswer,
}

impl Lookup {
    /// The same before anything was typed.
    #[must_use]
    pub fn fresh(&self) -> Self {
        Self { offered: self.offered, ..Self::default() }
    }

    /// What is shown when this came of it. An area that was found needs nothing of what was typed any more.
    #[must_use]
    pub fn told(&self, typed: Typed, told: Told) -> Self {
        let typed = if told == Told::Found { Typed::default() } else { typed };
        Self { offered: self.offered, typed, told: Some(told) }
    }

    /// Whether the house number is asked for.
    pub const fn asks_number(&self) -> bool {
        matches!(self.told, Some(Told::NotANumber | Told::NumberNeeded | Told::NumberUnknown))
    }
}

impl Typed {
    /// What was typed, when it is to be looked up: with the button, or by going on with a postcode and no choice. Enter in
    /// a choice presses the first button of the form as well, and means to go on.
    pub fn read(fields: &Fields, area: &str) -> Option<Self> {
        let typed = Self { postcode: fields.text(POSTCODE), number: fields.text(NUMBER) };
        let nothing = typed.postcode.trim().is_empty();
        let chosen = fields.first(area).is_some();
        let asked = match fields.first(MOVE) {
            Some(FIND) => !(nothing && chosen),
            Some("forward") | None => !(nothing || chosen),
            Some(_) => false,
        };
        asked.then_some(typed)
    }

    /// What is wrong with it before it is asked.
    pub fn fault(&self) -> Option<Told> {
        let number = self.number.trim();
        if Postcode::parse(&self.postcode).is_none() {
            Some(Told::NotAPostcode)
        } else if !number.is_empty() && house_number(number).is_none() {
            Some(Told::NotANumber)
        } else {
            None
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(pairs: &[(&str, &str)]) -> Option<Typed> {
        let pairs = pairs.iter().map(|(name, value)| ((*name).to_owned(), (*value).to_owned()));
        Typed::read(&pairs.collect(), "areaId")
    }

    #[test]
    fn it_is_looked_up_when_that_was_meant() {
        let typed = |pairs| read(pairs).map(|typed| typed.postcode);
        assert_eq!(typed(&[("postcode", "1234AB"), ("move", "find")]).as_deref(), Some("1234AB"));
        assert_eq!(typed(&[("areaId", "noord"), ("postcode", "1234AB"), ("move", "find")]).as_deref(), Some("1234AB"));
        assert_eq!(typed(&[("postcode", "1234AB"), ("move", "forward")]).as_deref(), Some("1234AB"));
        assert_eq!(
            typed(&[("postcode", " "), ("move", "find")]).as_deref(),
            Some(" "),
            "the button tells what is missing"
        );
        for others in [
            &[("areaId", "noord"), ("postcode", ""), ("move", "find")][..],
            &[("areaId", ""), ("postcode", "1234AB"), ("move", "forward")],
            &[("postcode", ""), ("move", "forward")],
            &[("postcode", "1234AB"), ("move", "back")],
        ] {
            assert_eq!(read(others), None, "{others:?}");
        }
    }

    #[test]
    fn what_is_found_leaves_nothing_typed() {
        let typed = Typed { postcode: "1234AB".into(), number: "12".into() };
        let lookup = Lookup { offered: true, ..Lookup::default() };
        assert_eq!(lookup.told(typed.clone(), Told::Found).typed, Typed::default());
        assert_eq!(lookup.told(typed.clone(), Told::Unknown).typed, typed);
        assert_eq!(typed.fault(), None);
        assert_eq!(Typed { postcode: "12".into(), ..typed.clone() }.fault(), Some(Told::NotAPostcode));
        assert_eq!(Typed { number: "hs".into(), ..typed }.fault(), Some(Told::NotANumber));
    }
}
