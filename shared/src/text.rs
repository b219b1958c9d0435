//! Languages, municipal texts in several of them, and limits for what people write.
//!
//! What people write is plain text, never HTML; links are recognised when it is shown.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use crate::fault::FaultCode;

/// A language of the resident's screen.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Language {
    #[default]
    Nl,
    En,
    Tr,
}

impl Language {
    /// Every language, Dutch first.
    pub const ALL: [Self; 3] = [Self::Nl, Self::En, Self::Tr];

    /// The BCP 47 tag, as used in addresses and in `lang` attributes.
    pub const fn tag(self) -> &'static str {
        match self {
            Self::Nl => "nl",
            Self::En => "en",
            Self::Tr => "tr",
        }
    }

    /// Reads a tag as it stands in an address; `None` for a language we do not have.
    pub fn from_tag(tag: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|language| language.tag() == tag)
    }

    /// What officials read: they have a choice of two, and English where they chose neither.
    pub const fn for_officials(self) -> OfficialLanguage {
        match self {
            Self::Nl => OfficialLanguage::Nl,
            Self::En | Self::Tr => OfficialLanguage::En,
        }
    }

    /// The direction of writing, for the `dir` attribute.
    pub const fn direction(self) -> &'static str {
        match self {
            Self::Nl | Self::En | Self::Tr => "ltr",
        }
    }

    /// The language's own name, for a language choice.
    pub const fn own_name(self) -> &'static str {
        match self {
            Self::Nl => "Nederlands",
            Self::En => "English",
            Self::Tr => "Türkçe",
        }
    }
}

/// The languages of officials: their program, their mail, the pages of partners and files of figures.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum OfficialLanguage {
    Nl,
    En,
}

/// A municipal text in one or more languages; Dutch is always there.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(try_from = "BTreeMap<Language, String>", into = "BTreeMap<Language, String>")]
pub struct Localized(BTreeMap<Language, String>);

/// A map of texts without a Dutch one.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("a text needs at least a Dutch version (nl)")]
pub struct DutchMissing;

impl Localized {
    /// A text in Dutch alone.
    pub fn dutch(text: impl Into<String>) -> Self {
        Self(BTreeMap::from([(Language::Nl, text.into())]))
    }

    /// The same with one more language, replacing that language's text when there was one.
    #[must_use]
    pub fn with(mut self, language: Language, text: impl Into<String>) -> Self {
        self.0.insert(language, text.into());
        self
    }

    /// The text in the language, or the Dutch one; the phrase says which it became.
    pub fn in_language(&self, language: Language) -> Phrase {
        let (lang, text) = match self.0.get(&language) {
            Some(text) => (language, text.as_str()),
            None => (Language::Nl, self.0.get(&Language::Nl).map_or("", String::as_str)),
        };
        Phrase { text: text.to_owned(), lang }
    }

    /// Whether there is a text in this language.
    pub fn is_in(&self, language: Language) -> bool {
        self.0.contains_key(&language)
    }

    /// The languages and their texts.
    pub fn iter(&self) -> impl Iterator<Item = (Language, &str)> {
        self.0.iter().map(|(&language, text)| (language, text.as_str()))
    }
}

impl TryFrom<BTreeMap<Language, String>> for Localized {
    type Error = DutchMissing;
    fn try_from(texts: BTreeMap<Language, String>) -> Result<Self, DutchMissing> {
        match texts.get(&Language::Nl) {
            Some(dutch) if !dutch.trim().is_empty() => Ok(Self(texts)),
            _ => Err(DutchMissing),
        }
    }
}

impl From<Localized> for BTreeMap<Language, String> {
    fn from(text: Localized) -> Self {
        text.0
    }
}

/// A text in one language. Its `lang` differs from the page's where a translation is missing,
/// so that the page can mark it for screen readers and say so.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Phrase {
    pub text: String,
    pub lang: Language,
}

/// How long a text may be. Characters are Unicode scalar values, which is what a counter on the page can show.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Limit {
    pub characters: usize,
}

/// One line: a title, a name.
pub const LINE: Limit = Limit { characters: 150 };
/// What a resident writes in one field; as long as Signalen's own field holds less than its 3,000.
pub const RESIDENT_TEXT: Limit = Limit { characters: 2_000 };
/// What an official writes: an answer, a report.
pub const OFFICIAL_TEXT: Limit = Limit { characters: 5_000 };
/// No text of a person has more UTF-8 bytes a character than this on average: longer runs of combining marks
/// are no writing.
const BYTES_PER_CHARACTER: usize = 4;

impl Limit {
    /// Cleans and checks what somebody wrote: line ends become `\n`, control and invisible direction characters
    /// go, space at both ends goes. `Ok(None)` when nothing is left.
    pub fn read(self, raw: &str) -> Result<Option<String>, FaultCode> {
        let unified = raw.replace("\r\n", "\n").replace('\r', "\n");
        let clean: String = unified.chars().filter(|&character| is_writable(character)).collect();
        let clean = clean.trim();
        if clean.chars().count() > self.characters || clean.len() > self.characters * BYTES_PER_CHARACTER {
            return Err(FaultCode::TooLong { max: self.characters });
        }
        Ok(if clean.is_empty() { None } else { Some(clean.to_owned()) })
    }

    /// The same for a text that has to be there.
    pub fn read_required(self, raw: &str) -> Result<String, FaultCode> {
        self.read(raw)?.ok_or(FaultCode::Required)
    }
}

/// Control characters do not belong in plain text, and direction overrides can make it read as something else
/// (Unicode Technical Report 36, section 3).
fn is_writable(character: char) -> bool {
    let overrides_direction = matches!(character, '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}');
    character == '\n' || character == '\t' || !(character.is_control() || overrides_direction)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_missing_translation_falls_back_to_dutch_and_says_so() {
        let text = Localized::dutch("Verlichting");
        assert_eq!(text.in_language(Language::En), Phrase { text: "Verlichting".into(), lang: Language::Nl });
        let text = text.with(Language::En, "Lighting");
        assert_eq!(text.in_language(Language::En).text, "Lighting");
    }

    #[test]
    fn what_people_write_is_cleaned_and_limited() {
        assert_eq!(LINE.read("  a\r\nb\u{0}\u{202e} "), Ok(Some("a\nb".into())));
        assert_eq!(LINE.read(" \n "), Ok(None));
        assert_eq!(LINE.read_required(" "), Err(FaultCode::Required));
        assert_eq!(LINE.read(&"é".repeat(151)), Err(FaultCode::TooLong { max: 150 }));
        assert!(LINE.read(&"é".repeat(150)).is_ok());
    }
}
