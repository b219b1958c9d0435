//! A text to show, and its language where that differs from the page's.

use leptos::prelude::*;

use crate::{AnyView, IntoAny};

/// A text in the page's language, or marked with its own, so that a screen reader pronounces it right.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Words {
    pub text: String,
    /// A BCP 47 tag when the text is not in the page's language.
    pub lang: Option<&'static str>,
}

impl Words {
    pub fn in_language(text: impl Into<String>, lang: &'static str) -> Self {
        Self { text: text.into(), lang: Some(lang) }
    }

    /// The text in an element of its own, which carries the language and the direction of writing.
    pub fn view(self) -> impl IntoView + use<> {
        let direction = self.lang.map(|_| "auto");
        view! { <span lang=self.lang dir=direction>{pieces(&self.text)}</span> }
    }
}

/// The text, with what belongs on one line held together: a case number, and "’s avonds".
fn pieces(text: &str) -> AnyView {
    let pieces = split(text);
    if pieces.iter().all(|(_, together)| !together) {
        return text.to_owned().into_any();
    }
    let pieces: Vec<_> = pieces
        .into_iter()
        .map(
            |(piece, together)| {
                if together { view! { <span class="together">{piece}</span> }.into_any() } else { piece.into_any() }
            },
        )
        .collect();
    pieces.into_any()
}

fn split(text: &str) -> Vec<(String, bool)> {
    let mut pieces: Vec<(String, bool)> = Vec::new();
    let mut add = |piece: &str, together: bool| match pieces.last_mut() {
        Some((last, false)) if !together => last.push_str(piece),
        _ => pieces.push((piece.to_owned(), together)),
    };
    let mut words = text.split_inclusive(' ');
    while let Some(word) = words.next() {
        if word == "’s " {
            let next = words.next().unwrap_or_default();
            let end = next.trim_end();
            add(&format!("{word}{end}"), true);
            add(next.get(end.len()..).unwrap_or_default(), false);
        } else if is_number(word) {
            let end = word.trim_end();
            add(end, true);
            add(word.get(end.len()..).unwrap_or_default(), false);
        } else {
            add(word, false);
        }
    }
    pieces
}

/// Whether a word is the number of a case: `2026-0147`, perhaps with a full stop.
fn is_number(word: &str) -> bool {
    let digits = |text: &str| text.bytes().take_while(u8::is_ascii_digit).count();
    word.split_once('-').is_some_and(|(year, serial)| year.len() == 4 && digits(year) == 4 && digits(serial) >= 4)
}

impl From<String> for Words {
    fn from(text: String) -> Self {
        Self { text, lang: None }
    }
}

impl From<&str> for Words {
    fn from(text: &str) -> Self {
        Self::from(text.to_owned())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_and_evenings_stay_on_one_line() {
        let together = |text: &str| -> Vec<String> {
            let pieces = split(text);
            assert_eq!(pieces.iter().map(|(piece, _)| piece.as_str()).collect::<String>(), text);
            pieces.into_iter().filter(|(_, together)| *together).map(|(piece, _)| piece).collect()
        };
        assert_eq!(together("Uw idee heeft nummer 2026-0147."), ["2026-0147."]);
        assert_eq!(together("Hoe voelt u zich ’s avonds op straat?"), ["’s avonds"]);
        assert_eq!(together("2026-0147 gaat over ’s avonds"), ["2026-0147", "’s avonds"]);
        assert!(together("Kade-Noord, 14 0999, 1-2").is_empty());
        assert!(together("").is_empty());
    }
}
