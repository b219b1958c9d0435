//! Finding an area by postcode.

use crate::forms::postcode::Told;

/// The sentences of one language.
pub struct Place {
    pub title: &'static str,
    pub lead: &'static str,
    pub postcode: &'static str,
    pub postcode_hint: &'static str,
    pub number: &'static str,
    pub number_hint: &'static str,
    pub find: &'static str,
    pub found: fn(&str) -> String,
    pub found_hint: &'static str,
    /// What to do when nothing was found.
    pub told: fn(Told) -> &'static str,
}

pub(super) static NL: Place = Place {
    title: "Naam van de buurt niet bekend? Zoek met een postcode",
    lead: "Wij bewaren alleen de buurt. De postcode bewaren wij niet.",
    postcode: "Postcode",
    postcode_hint: "Bijvoorbeeld 1234 AB",
    number: "Huisnummer",
    number_hint: "Deze postcode ligt in meer dan één buurt. Met het huisnummer weten wij welke.",
    find: "Zoek de buurt",
    found: |area| format!("De buurt is {area}"),
    found_hint: "Klopt dat? Ga dan naar de volgende stap. Klopt het niet? Kies de buurt uit de lijst.",
    told: |told| match told {
        Told::NotAPostcode => "Dit is geen postcode. Een postcode is bijvoorbeeld 1234 AB.",
        Told::NotANumber => "Dit is geen huisnummer. Vul een getal in, bijvoorbeeld 12.",
        Told::NumberUnknown => {
            "Wij kennen dit huisnummer niet bij deze postcode. Kijk of het klopt, of kies de buurt uit de lijst."
        }
        Told::Unknown => {
            "Wij kennen deze postcode niet in deze gemeente. Kijk of hij klopt, of kies de buurt uit de lijst."
        }
        Told::NotOffered => "Deze postcode ligt in een buurt die hier niet te kiezen is. Kies een buurt uit de lijst.",
        Told::NoAnswer => "Zoeken lukt nu niet. Probeer het nog een keer, of kies de buurt uit de lijst.",
        Told::Found | Told::NumberNeeded => "",
    },
};

pub(super) static EN: Place = Place {
    title: "Don't know the name? Search with a postcode",
    lead: "We keep only the neighbourhood. We do not keep the postcode.",
    postcode: "Postcode",
    postcode_hint: "For example 1234 AB",
    number: "House number",
    number_hint: "This postcode lies in more than one neighbourhood. The house number tells us which.",
    find: "Find the neighbourhood",
    found: |area| format!("The neighbourhood is {area}"),
    found_hint: "Is that right? Then go to the next step. If not, choose the neighbourhood from the list.",
    told: |told| match told {
        Told::NotAPostcode => "This is not a postcode. A postcode is for example 1234 AB.",
        Told::NotANumber => "This is not a house number. Fill in a number, for example 12.",
        Told::NumberUnknown => {
            "We do not know this house number at this postcode. Check it, or choose the neighbourhood from the list."
        }
        Told::Unknown => {
            "We do not know this postcode in this municipality. Check it, or choose the neighbourhood from the list."
        }
        Told::NotOffered => {
            "This postcode lies in a neighbourhood that cannot be chosen here. Choose one from the list."
        }
        Told::NoAnswer => "Searching does not work now. Try again, or choose the neighbourhood from the list.",
        Told::Found | Told::NumberNeeded => "",
    },
};
