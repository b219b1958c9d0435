//! What in a text looks like it gives a person away: pointed out before sending, in the browser and on the server.
//!
//! Nothing is refused for it: the resident decides. Only a text that seems to accuse somebody is held, so that a
//! coordinator reads it before any other partner does. These are guesses by form and by short lists of words; a
//! guess too many costs a look, so they lean towards finding nothing in plain talk about lamps and benches. No
//! pattern library is used: it would be the largest thing a resident downloads.

mod accusation;
mod danger;
mod names;
mod numbers;
mod token;

use serde::{Deserialize, Serialize};

use crate::languages::{ar, pl, tr, uk};
use crate::text::Language;
pub use danger::speaks_of_danger;
use token::tokens;

/// Something that was found, and where.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Finding {
    pub kind: FindingKind,
    /// Bytes of the text, from and up to; on the borders of characters.
    pub start: usize,
    pub end: usize,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub enum FindingKind {
    PhoneNumber,
    Email,
    /// *Kenteken*, in any of the Dutch forms.
    LicencePlate,
    HouseNumber,
    /// *Burgerservicenummer*: nine digits that pass the 11-test.
    CitizenServiceNumber,
    /// A postcode with a house number: one address.
    Postcode,
    /// "Mevrouw Jansen", "Fatima El Amrani".
    PersonName,
    /// Somebody who can be recognised, and something that one is blamed for, in one sentence.
    Accusation,
}

impl FindingKind {
    /// Every kind, in the order of their numbers.
    pub const ALL: [Self; 8] = [
        Self::PhoneNumber,
        Self::Email,
        Self::LicencePlate,
        Self::HouseNumber,
        Self::CitizenServiceNumber,
        Self::Postcode,
        Self::PersonName,
        Self::Accusation,
    ];

    /// What the resident reads: what it seems to be and why to leave it out.
    pub const fn advice(self, language: Language) -> &'static str {
        match language {
            Language::Nl => self.dutch(),
            Language::En => self.english(),
            Language::Tr => tr::finding(self),
            Language::Ar => ar::finding(self),
            Language::Pl => pl::finding(self),
            Language::Uk => uk::finding(self),
        }
    }

    const fn dutch(self) -> &'static str {
        match self {
            Self::PhoneNumber => "Dit lijkt een telefoonnummer. Laat het liever weg.",
            Self::Email => "Dit lijkt een e-mailadres. Laat het liever weg.",
            Self::LicencePlate => "Dit lijkt een kenteken. Laat het weg. Gaat het om een misdrijf? Bel de politie.",
            Self::HouseNumber => "Dit lijkt een huisnummer. Noem liever alleen de straat.",
            Self::CitizenServiceNumber => "Dit lijkt een burgerservicenummer. Haal het weg.",
            Self::Postcode => "Dit lijkt een adres. Noem liever alleen de straat of de buurt.",
            Self::PersonName => "Dit lijkt de naam van iemand. Schrijf liever zonder namen.",
            Self::Accusation => {
                "U lijkt iemand te beschuldigen. Schrijf liever wat er gebeurt en waar, zonder te zeggen wie. Anders leest eerst de coördinator uw tekst."
            }
        }
    }

    const fn english(self) -> &'static str {
        match self {
            Self::PhoneNumber => "This looks like a phone number. It is better left out.",
            Self::Email => "This looks like an e-mail address. It is better left out.",
            Self::LicencePlate => {
                "This looks like a licence plate. Leave it out. Is it about a crime? Call the police."
            }
            Self::HouseNumber => "This looks like a house number. It is better to name the street alone.",
            Self::CitizenServiceNumber => "This looks like a citizen service number (BSN). Take it out.",
            Self::Postcode => "This looks like an address. It is better to name the street or neighbourhood alone.",
            Self::PersonName => "This looks like somebody's name. It is better to write without names.",
            Self::Accusation => {
                "You seem to accuse somebody. It is better to write what happens and where, without saying who. Otherwise the coordinator reads your text first."
            }
        }
    }
}

/// Everything that was found, in the order of the text.
pub fn find(text: &str) -> Vec<Finding> {
    let tokens = tokens(text);
    let mut found = numbers::find(text, &tokens);
    found.extend(names::find(text, &tokens));
    found.extend(accusation::find(text, &tokens, &found));
    found.sort_by_key(|finding| (finding.start, finding.kind));
    found
}

/// Whether the text has to be read by a coordinator before any other partner sees it.
pub fn accuses(text: &str) -> bool {
    find(text).iter().any(|finding| finding.kind == FindingKind::Accusation)
}

#[cfg(test)]
mod tests;
