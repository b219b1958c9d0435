//! What people wrote, as plain text: paragraphs, line ends, and addresses that can be pressed. Never HTML.

use leptos::prelude::*;

use crate::{AnyView, IntoAny};

/// A piece of a text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Piece<'a> {
    Text(&'a str),
    /// An address on the web; only `http` and `https`.
    Link(&'a str),
}

/// Cuts a text into plain pieces and web addresses. Punctuation that ends a sentence does not belong to the address
/// before it.
pub fn pieces(text: &str) -> Vec<Piece<'_>> {
    let mut found = Vec::new();
    let mut rest = text;
    while let Some(start) = next_address(rest) {
        let (before, from) = rest.split_at(start);
        let end = from.find(char::is_whitespace).unwrap_or(from.len());
        let address =
            from.get(..end).unwrap_or(from).trim_end_matches(['.', ',', ';', ':', '!', '?', ')', '"', '\'', '>']);
        if !before.is_empty() {
            found.push(Piece::Text(before));
        }
        found.push(Piece::Link(address));
        rest = from.get(address.len()..).unwrap_or("");
    }
    if !rest.is_empty() {
        found.push(Piece::Text(rest));
    }
    found
}

/// Where the next address starts: at the beginning of a word, with something behind the slashes.
fn next_address(text: &str) -> Option<usize> {
    ["https://", "http://"]
        .into_iter()
        .flat_map(|scheme| text.match_indices(scheme).map(move |(place, _)| (place, scheme.len())))
        .filter(|&(place, length)| {
            let starts_word = text
                .get(..place)
                .and_then(|before| before.chars().next_back())
                .is_none_or(|before| !before.is_alphanumeric());
            let host = text.get(place.saturating_add(length)..).and_then(|after| after.chars().next());
            starts_word && host.is_some_and(char::is_alphanumeric)
        })
        .map(|(place, _)| place)
        .min()
}

/// A text that somebody wrote. Its own language goes on the element around it.
#[component]
#[expect(clippy::needless_pass_by_value, reason = "a component owns what it is given")]
pub fn PlainText(#[prop(into)] text: String) -> impl IntoView {
    let pieces: Vec<AnyView> = pieces(&text)
        .into_iter()
        .map(|piece| match piece {
            Piece::Text(text) => text.to_owned().into_any(),
            Piece::Link(address) => {
                view! { <a href=address.to_owned() target="_blank" rel="noopener noreferrer nofollow ugc">{address.to_owned()}</a> }
                    .into_any()
            }
        })
        .collect();
    view! { <p class="written" dir="auto">{pieces}</p> }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn addresses_are_found_and_nothing_is_lost() {
        let text =
            "Zie https://voorbeeld.nl/a?b=1. Of (http://x.nl)!\nxhttps://geen en javascript:alert(1) en https://";
        let links: Vec<_> = pieces(text)
            .into_iter()
            .filter_map(|piece| if let Piece::Link(link) = piece { Some(link) } else { None })
            .collect();
        assert_eq!(links, ["https://voorbeeld.nl/a?b=1", "http://x.nl"]);
        let whole: String = pieces(text)
            .into_iter()
            .map(|piece| match piece {
                Piece::Text(text) | Piece::Link(text) => text,
            })
            .collect();
        assert_eq!(whole, text);
    }
}
