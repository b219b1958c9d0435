//! Sentences with places for names and numbers, and those that differ with a number.
//!
//! A sentence is text and no function, so that it can be sent: a program in a browser is told the sentences of the one
//! language that its page is in, and carries none.

use crate::text::Language;

/// A sentence with `PLACES` places, which are written as `{0}`, `{1}` and so on, in any order and as often as needed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Sentence<const PLACES: usize>(&'static str);

impl<const PLACES: usize> Sentence<PLACES> {
    /// A sentence of the program itself. In a constant or a static, one with a place too few or too many breaks the build.
    ///
    /// # Panics
    ///
    /// When a place is missing, or one is there that the sentence does not have.
    pub const fn new(text: &'static str) -> Self {
        assert!(has_all_places(text.as_bytes(), PLACES), "a sentence has each of its places, and no other");
        Self(text)
    }

    /// A sentence that comes from where [`Self::new`] has looked at it.
    pub const fn told(text: &'static str) -> Self {
        Self(text)
    }

    /// As it is written, with its places.
    pub const fn as_str(self) -> &'static str {
        self.0
    }

    /// The sentence with these words in its places.
    pub fn with(self, words: [&str; PLACES]) -> String {
        filled(self.0, &words)
    }
}

const fn has_all_places(mut text: &[u8], places: usize) -> bool {
    let mut seen: u32 = 0;
    loop {
        text = match text {
            [] => return seen.count_ones() as usize == places && seen.trailing_ones() as usize == places,
            [b'{', digit @ b'0'..=b'9', b'}', rest @ ..] => {
                seen |= 1 << (*digit - b'0');
                rest
            }
            [b'{' | b'}', ..] => return false,
            [_, rest @ ..] => rest,
        };
    }
}

/// The template with these words in its places. A place without words stays empty.
fn filled(template: &str, words: &[&str]) -> String {
    let mut pieces = template.split('{');
    let mut sentence = pieces.next().unwrap_or_default().to_owned();
    for piece in pieces {
        // A digit and a bracket, then what follows.
        let place = piece.as_bytes().first().map_or(0, |digit| usize::from(digit.wrapping_sub(b'0')));
        sentence.push_str(words.get(place).copied().unwrap_or_default());
        sentence.push_str(piece.get(2..).unwrap_or_default());
    }
    sentence
}

/// A sentence for each form that the language's nouns have beside a whole number, which is its only place. A form that
/// leaves the number out says it in words.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Counted(&'static str);

impl Counted {
    /// The forms in the order of [`plural`], with `|` between them. In a constant or a static, a form too few or too many
    /// breaks the build.
    ///
    /// # Panics
    ///
    /// When the language has more forms, or fewer.
    pub const fn new(language: Language, forms: &'static str) -> Self {
        assert!(pieces(forms.as_bytes()) == forms_of(language), "a language has each of its forms, and no other");
        Self(forms)
    }

    /// Forms that come from where [`Self::new`] has looked at them.
    pub const fn told(forms: &'static str) -> Self {
        Self(forms)
    }

    /// As they are written, with `|` between them.
    pub const fn as_str(self) -> &'static str {
        self.0
    }

    /// The sentence for this number.
    pub fn with(self, language: Language, number: u64) -> String {
        let template = self.0.split('|').nth(plural(language, number)).unwrap_or_default();
        filled(template, &[&grouped(language, number)])
    }
}

/// A number with its thousands apart, as the language has them: by a point, a comma, or a space that does not break.
pub fn grouped(language: Language, number: u64) -> String {
    let (between, from) = match language {
        Language::Nl | Language::Tr => (".", 1_000),
        Language::En | Language::Ar => (",", 1_000),
        Language::Pl => ("\u{a0}", 10_000),
        Language::Uk => ("\u{a0}", 1_000),
    };
    let digits = number.to_string();
    if number < from {
        return digits;
    }
    let mut written = String::with_capacity(digits.len() * 2);
    for (place, digit) in digits.chars().enumerate() {
        if place > 0 && (digits.len() - place).is_multiple_of(3) {
            written.push_str(between);
        }
        written.push(digit);
    }
    written
}

const fn pieces(mut text: &[u8]) -> usize {
    let mut count = 1;
    while let [first, rest @ ..] = text {
        if *first == b'|' {
            count += 1;
        }
        text = rest;
    }
    count
}

/// How many forms whole numbers take.
const fn forms_of(language: Language) -> usize {
    match language {
        Language::Nl | Language::En | Language::Tr => 2,
        Language::Ar => 6,
        Language::Pl | Language::Uk => 3,
    }
}

/// The place of a noun's form beside a whole number among those of the language, which stand in CLDR's order (zero, one,
/// two, few, many, other), by [CLDR's rules](https://www.unicode.org/cldr/charts/48/supplemental/language_plural_rules.html).
pub const fn plural(language: Language, number: u64) -> usize {
    match language {
        Language::Nl | Language::En | Language::Tr => (number != 1) as usize,
        Language::Ar => match (number, number % 100) {
            (0, _) => 0,
            (1, _) => 1,
            (2, _) => 2,
            (_, 3..=10) => 3,
            (_, 11..) => 4,
            _ => 5,
        },
        Language::Pl => match (number, number % 10, number % 100) {
            (1, _, _) => 0,
            (_, _, 12..=14) => 2,
            (_, 2..=4, _) => 1,
            _ => 2,
        },
        Language::Uk => match (number % 10, number % 100) {
            (_, 11..=14) => 2,
            (1, _) => 0,
            (2..=4, _) => 1,
            _ => 2,
        },
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn places_are_filled_in_any_order_and_as_often_as_they_stand_there() {
        const TWICE: Sentence<2> = Sentence::new("{1}: {0}, en {1} weer");
        assert_eq!(TWICE.with(["a", "b {0}"]), "b {0}: a, en b {0} weer");
        assert_eq!(Sentence::<0>::new("niets").with([]), "niets");
        assert_eq!(Sentence::<1>::new("‘{0}’").with(["é"]), "‘é’");
    }

    #[test]
    fn a_sentence_has_its_places_and_no_other() {
        for (text, places) in
            [("{0} {2}", 2), ("{0}", 2), ("{0} {1}", 1), ("{ 0}", 1), ("{0", 1), ("0}", 0), ("{x}", 1)]
        {
            assert!(!has_all_places(text.as_bytes(), places), "{text} with {places}");
        }
    }

    #[test]
    fn a_number_chooses_its_form() {
        let questions = Counted::new(Language::Nl, "{0} vraag|{0} vragen");
        let written = [0, 1, 2, 21, 101].map(|number| questions.with(Language::Nl, number));
        assert_eq!(written, ["0 vragen", "1 vraag", "2 vragen", "21 vragen", "101 vragen"]);
    }

    #[test]
    fn thousands_stand_apart_as_the_language_has_them() {
        let written = |language| [0, 999, 1_000, 12_345, 1_234_567].map(|count| grouped(language, count));
        assert_eq!(written(Language::Nl), ["0", "999", "1.000", "12.345", "1.234.567"]);
        assert_eq!(written(Language::Tr), written(Language::Nl));
        assert_eq!(written(Language::Ar), written(Language::En));
        assert_eq!(written(Language::Pl), ["0", "999", "1000", "12\u{a0}345", "1\u{a0}234\u{a0}567"]);
        assert_eq!(written(Language::Uk), ["0", "999", "1\u{a0}000", "12\u{a0}345", "1\u{a0}234\u{a0}567"]);
        assert_eq!(written(Language::En), ["0", "999", "1,000", "12,345", "1,234,567"]);
        let answers = Counted::new(Language::Pl, "{0} odpowiedź|{0} odpowiedzi|{0} odpowiedzi");
        assert_eq!(answers.with(Language::Pl, 12_345), "12\u{a0}345 odpowiedzi");
    }

    #[test]
    fn slavic_languages_have_three_forms() {
        let polish = Counted::new(Language::Pl, "{0} pytanie|{0} pytania|{0} pytań");
        let written = [1, 2, 5, 12, 21, 22].map(|number| polish.with(Language::Pl, number));
        assert_eq!(written, ["1 pytanie", "2 pytania", "5 pytań", "12 pytań", "21 pytań", "22 pytania"]);
        let ukrainian = Counted::new(Language::Uk, "{0} хвилина|{0} хвилини|{0} хвилин");
        let written = [1, 2, 5, 11, 21, 22].map(|number| ukrainian.with(Language::Uk, number));
        assert_eq!(written, ["1 хвилина", "2 хвилини", "5 хвилин", "11 хвилин", "21 хвилина", "22 хвилини"]);
    }

    #[test]
    fn the_forms_are_those_of_unicode() {
        use icu_plurals::{PluralCategory, PluralRules, PluralRulesOptions};

        for language in Language::ALL {
            let locale: icu_locale_core::Locale = language.tag().parse().unwrap();
            let rules = PluralRules::try_new(locale.into(), PluralRulesOptions::default()).unwrap();
            let order = [
                PluralCategory::Zero,
                PluralCategory::One,
                PluralCategory::Two,
                PluralCategory::Few,
                PluralCategory::Many,
                PluralCategory::Other,
            ];
            let numbers = || (0..=1_000_u64).chain([1_001, 1_111, 10_000, 12_345, 1_000_000, 1_000_001]);
            // The forms that whole numbers take; one for fractions alone is none of ours.
            let forms: Vec<_> =
                order.into_iter().filter(|form| numbers().any(|number| rules.category_for(number) == *form)).collect();
            assert_eq!(forms.len(), forms_of(language), "{language:?}");
            for number in numbers() {
                assert_eq!(
                    forms.get(plural(language, number)),
                    Some(&rules.category_for(number)),
                    "{number} {language:?}"
                );
            }
        }
    }
}
