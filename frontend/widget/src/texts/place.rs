//! Finding an area by postcode.

use shared::sentence::Sentence;

use super::carried::carried;
use crate::forms::postcode::Told;

carried! {
    /// The sentences of one language.
    pub struct Place {
        pub title: &'static str,
        pub lead: &'static str,
        pub postcode: &'static str,
        pub postcode_hint: &'static str,
        pub number: &'static str,
        pub number_hint: &'static str,
        pub find: &'static str,
        pub found: Sentence<1>,
        pub found_hint: &'static str,
        // What to do when nothing was found.
        pub not_a_postcode: &'static str,
        pub not_a_number: &'static str,
        pub number_unknown: &'static str,
        pub unknown: &'static str,
        pub not_offered: &'static str,
        pub no_answer: &'static str,
    }
}

impl Place {
    /// What to do when nothing was found.
    pub const fn told(&self, told: Told) -> &'static str {
        match told {
            Told::NotAPostcode => self.not_a_postcode,
            Told::NotANumber => self.not_a_number,
            Told::NumberUnknown => self.number_unknown,
            Told::Unknown => self.unknown,
            Told::NotOffered => self.not_offered,
            Told::NoAnswer => self.no_answer,
            Told::Found | Told::NumberNeeded => "",
        }
    }
}

pub(super) static NL: Place = Place {
    title: "Naam van de buurt niet bekend? Zoek met een postcode",
    lead: "Wij bewaren alleen de buurt. De postcode bewaren wij niet.",
    postcode: "Postcode",
    postcode_hint: "Bijvoorbeeld 1234 AB",
    number: "Huisnummer",
    number_hint: "Deze postcode ligt in meer dan één buurt. Met het huisnummer weten wij welke.",
    find: "Zoek de buurt",
    found: Sentence::new("De buurt is {0}"),
    found_hint: "Klopt dat? Ga dan naar de volgende stap. Klopt het niet? Kies de buurt uit de lijst.",
    not_a_postcode: "Dit is geen postcode. Een postcode is bijvoorbeeld 1234 AB.",
    not_a_number: "Dit is geen huisnummer. Vul een getal in, bijvoorbeeld 12.",
    number_unknown: "Wij kennen dit huisnummer niet bij deze postcode. Kijk of het klopt, of kies de buurt uit de lijst.",
    unknown: "Wij kennen deze postcode niet in deze gemeente. Kijk of hij klopt, of kies de buurt uit de lijst.",
    not_offered: "Deze postcode ligt in een buurt die hier niet te kiezen is. Kies een buurt uit de lijst.",
    no_answer: "Zoeken lukt nu niet. Probeer het nog een keer, of kies de buurt uit de lijst.",
};

pub(super) static EN: Place = Place {
    title: "Don't know the name? Search with a postcode",
    lead: "We keep only the neighbourhood. We do not keep the postcode.",
    postcode: "Postcode",
    postcode_hint: "For example 1234 AB",
    number: "House number",
    number_hint: "This postcode lies in more than one neighbourhood. The house number tells us which.",
    find: "Find the neighbourhood",
    found: Sentence::new("The neighbourhood is {0}"),
    found_hint: "Is that right? Then go to the next step. If not, choose the neighbourhood from the list.",
    not_a_postcode: "This is not a postcode. A postcode is for example 1234 AB.",
    not_a_number: "This is not a house number. Fill in a number, for example 12.",
    number_unknown: "We do not know this house number at this postcode. Check it, or choose the neighbourhood from the list.",
    unknown: "We do not know this postcode in this municipality. Check it, or choose the neighbourhood from the list.",
    not_offered: "This postcode lies in a neighbourhood that cannot be chosen here. Choose one from the list.",
    no_answer: "Searching does not work now. Try again, or choose the neighbourhood from the list.",
};
