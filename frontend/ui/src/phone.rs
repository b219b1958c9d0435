//! Telephone numbers: pressed to call, and never broken over two lines.

use leptos::prelude::*;

use crate::{AnyView, IntoAny};

/// `tel:` with what can be dialled. Also where reading begins at the right, digits keep their order.
pub fn phone_link(phone: &str) -> AnyView {
    let dialled: String = phone.chars().filter(|character| character.is_ascii_digit() || *character == '+').collect();
    view! { <a href=format!("tel:{dialled}") dir="ltr">{phone.to_owned()}</a> }.into_any()
}

/// A sentence in which these numbers, written without spaces, can be pressed.
pub fn with_phones(sentence: &str, numbers: &[&str]) -> Vec<AnyView> {
    let word = |word: &str| {
        let number = word.trim_matches(|one: char| !one.is_ascii_digit());
        match word.split_once(number) {
            Some((before, after)) if numbers.contains(&number) => {
                view! { {before.to_owned()} {phone_link(number)} {after.to_owned()} }.into_any()
            }
            _ => word.to_owned().into_any(),
        }
    };
    sentence.split_inclusive(' ').map(word).collect()
}

#[cfg(all(test, feature = "ssr"))]
mod tests {
    use super::*;

    fn html(sentence: &str) -> String {
        with_phones(sentence, &["112", "0900-8844"]).into_iter().map(RenderHtml::to_html).collect()
    }

    #[test]
    fn numbers_in_a_sentence_can_be_pressed() {
        let found = html("Bel 112. Geen haast? Bel 0900-8844.");
        assert!(found.contains(r#"<a href="tel:112" dir="ltr">112</a>"#), "{found}");
        assert!(found.contains(r#"<a href="tel:09008844" dir="ltr">0900-8844</a>"#), "{found}");
        assert!(html("0900-8844’ü ararız.").contains("0900-8844</a>"), "{found}");
        for sentence in ["In 2024 waren er 48.", "Bel 0800-7000.", ""] {
            assert!(!html(sentence).contains("<a"), "{sentence}");
        }
    }
}
