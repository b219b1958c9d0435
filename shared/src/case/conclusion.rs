//! The text with which a case ends: it has to say something.

use std::collections::BTreeSet;

use super::command::Written;
use crate::fault::FaultCode;
use crate::ids::TextId;
use crate::text::OFFICIAL_TEXT;

/// Fewer words than this are no answer, whatever they are.
const LEAST_WORDS: usize = 3;
/// A text that begins by pointing elsewhere has to go on for so many words to be an answer of its own.
const LEAST_WORDS_AFTER_POINTING: usize = 8;

/// Begins of texts that send the reader elsewhere. Small letters, single spaces, no punctuation.
const POINTERS: [&str; 16] = [
    "zie boven",
    "zie hierboven",
    "zie eerder",
    "zie eerdere",
    "zie vorige",
    "zie het vorige",
    "zie mail",
    "zie de mail",
    "zie bijlage",
    "zie brief",
    "zie telefoongesprek",
    "see above",
    "see previous",
    "see earlier",
    "see email",
    "see mail",
];
/// Texts that only say that it has ended. In the same form.
const EMPTY: [&str; 18] = [
    "dit is afgehandeld",
    "is al afgehandeld",
    "zaak is afgehandeld",
    "de zaak is afgehandeld",
    "wij hebben dit afgehandeld",
    "zaak is gesloten",
    "de zaak is gesloten",
    "dit is gesloten",
    "niet van toepassing",
    "geen verdere actie",
    "geen actie nodig",
    "geen verdere opmerkingen",
    "this is closed",
    "case is closed",
    "the case is closed",
    "no further action",
    "no action needed",
    "has been handled",
];

/// The words of a conclusion, checked: nobody's case ends with an empty phrase.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ConclusionText(Written);

impl ConclusionText {
    /// Reads what an official wrote.
    ///
    /// ```
    /// use shared::{case::ConclusionText, fault::FaultCode, ids::TextId};
    /// let id = || TextId::from_random([1; 16]);
    /// assert_eq!(ConclusionText::read(id(), "Zie boven."), Err(FaultCode::EmptyPhrase));
    /// assert!(ConclusionText::read(id(), "De lamp is vervangen.").is_ok());
    /// ```
    pub fn read(id: TextId, raw: &str) -> Result<Self, FaultCode> {
        let words = OFFICIAL_TEXT.read_required(raw)?;
        if says_something(&words) { Ok(Self(Written { id, words })) } else { Err(FaultCode::EmptyPhrase) }
    }

    pub const fn id(&self) -> &TextId {
        &self.0.id
    }

    pub(super) fn into_written(self) -> Written {
        self.0
    }
}

fn says_something(text: &str) -> bool {
    let lower = text.to_lowercase();
    let words: Vec<&str> =
        lower.split(|character: char| !character.is_alphanumeric()).filter(|word| !word.is_empty()).collect();
    let plain = words.join(" ");
    let points_elsewhere = POINTERS.iter().any(|pointer| plain.starts_with(pointer));
    // The same word over and over is one word, and single letters (n.v.t.) are none.
    let real: BTreeSet<&str> =
        words.iter().copied().filter(|word| word.chars().filter(|letter| letter.is_alphabetic()).count() > 1).collect();
    real.len() >= LEAST_WORDS
        && !EMPTY.contains(&plain.as_str())
        && !(points_elsewhere && words.len() < LEAST_WORDS_AFTER_POINTING)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(text: &str) -> Result<ConclusionText, FaultCode> {
        ConclusionText::read(TextId::from_random([0; 16]), text)
    }

    #[test]
    fn a_text_that_says_nothing_is_refused() {
        for text in [
            "Zie boven",
            "zie  hierboven!",
            "Zie eerdere reactie van collega.",
            "N.v.t.",
            "-",
            "...",
            "x x x x",
            "ok ok ok",
            "Afgehandeld.",
            "Zaak is gesloten.",
            "De zaak is afgehandeld!",
            "Geen verdere actie.",
            "See above.",
            "1 2 3 4 5",
            "Zie bijlage voor ons antwoord",
        ] {
            assert_eq!(read(text), Err(FaultCode::EmptyPhrase), "{text}");
        }
        assert_eq!(read(" \n "), Err(FaultCode::Required));
    }

    #[test]
    fn short_plain_answers_are_fine() {
        for text in [
            "De lamp is vervangen.",
            "Lamp is gemaakt.",
            "Dit doen we niet, want de boom is gezond.",
            "Zie boven het gras: daar hangt sinds gisteren de nieuwe lamp.",
            "We plaatsen in mei twee banken.",
        ] {
            assert!(read(text).is_ok(), "{text}");
        }
    }
}
