//! A text to show, and its language where that differs from the page's.

use leptos::prelude::*;

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
        view! { <span lang=self.lang dir=direction>{self.text}</span> }
    }
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
