//! Numbers as a language writes them.

use shared::text::Language;

/// A number with its thousands apart, as the language has them.
pub(crate) fn number(language: Language, number: impl Into<u64>) -> String {
    let number: u64 = number.into();
    // A point, a comma or a space that does not break, and from how many thousands on.
    let (between, from) = match language {
        Language::Nl | Language::Tr => (".", 1_000),
        Language::En => (",", 1_000),
    };
    if number < from {
        return number.to_string();
    }
    let digits = number.to_string();
    let mut written = String::with_capacity(digits.len() * 2);
    for (place, digit) in digits.chars().enumerate() {
        if place > 0 && (digits.len() - place).is_multiple_of(3) {
            written.push_str(between);
        }
        written.push(digit);
    }
    written
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn thousands_stand_apart_as_the_language_has_them() {
        let written = |language| [0_u32, 999, 1_000, 12_345, 1_234_567].map(|count| number(language, count));
        assert_eq!(written(Language::Nl), ["0", "999", "1.000", "12.345", "1.234.567"]);
        assert_eq!(written(Language::Tr), written(Language::Nl));
        assert_eq!(written(Language::En), ["0", "999", "1,000", "12,345", "1,234,567"]);
    }
}
