//! The language to answer in: what the address says, else what the browser prefers, else Dutch.

use axum::{
    extract::{FromRequestParts, Request},
    http::{HeaderMap, Uri, header, request::Parts},
};
use std::convert::Infallible;

use shared::text::Language;

/// The language of the answer, for a handler.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Speak(pub Language);

impl<S: Sync> FromRequestParts<S> for Speak {
    type Rejection = Infallible;

    async fn from_request_parts(parts: &mut Parts, _state: &S) -> Result<Self, Infallible> {
        Ok(Self(of(&parts.uri, &parts.headers)))
    }
}

pub fn of_request(request: &Request) -> Language {
    of(request.uri(), request.headers())
}

fn of(uri: &Uri, headers: &HeaderMap) -> Language {
    let asked =
        uri.query().and_then(|query| query.split('&').find_map(|pair| Language::from_tag(pair.strip_prefix("lang=")?)));
    // Pages carry the language in their path: /{m}/nl/…, /frame/v1/{m}/nl/…
    let in_path = || {
        let path = uri.path();
        if path.starts_with("/api/") {
            return None;
        }
        let path = path.strip_prefix("/frame/v1").unwrap_or(path);
        Language::from_tag(path.split('/').nth(2)?)
    };
    asked.or_else(in_path).or_else(|| accepted(headers)).unwrap_or_default()
}

/// The language we have that `Accept-Language` wants most (RFC 9110, section 12.5.4); `en-GB` is `en`.
fn accepted(headers: &HeaderMap) -> Option<Language> {
    let header = headers.get(header::ACCEPT_LANGUAGE)?.to_str().ok()?;
    let mut best: Option<(Language, f32)> = None;
    for item in header.split(',') {
        let mut parts = item.split(';').map(str::trim);
        let tag = parts.next().unwrap_or_default().to_ascii_lowercase();
        let Some(language) = Language::from_tag(tag.split('-').next().unwrap_or_default()) else { continue };
        let weight = parts.find_map(|part| part.strip_prefix("q=")?.parse::<f32>().ok()).unwrap_or(1.0);
        // The first of equals wins, as browsers mean it.
        if weight > 0.0 && best.is_none_or(|(_, most)| weight > most) {
            best = Some((language, weight));
        }
    }
    best.map(|(language, _)| language)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn language(uri: &str, accept: &str) -> Language {
        let mut headers = HeaderMap::new();
        headers.insert(header::ACCEPT_LANGUAGE, accept.parse().unwrap());
        of(&uri.parse().unwrap(), &headers)
    }

    #[test]
    fn the_address_goes_before_the_browser() {
        assert_eq!(language("/api/v1/municipalities/a?lang=en", "nl"), Language::En);
        assert_eq!(language("/a/en/idee", "nl"), Language::En);
        assert_eq!(language("/frame/v1/a/en", "nl"), Language::En);
        assert_eq!(language("/api/v1/en", "nl"), Language::Nl);
    }

    #[test]
    fn the_browser_gets_the_best_we_have() {
        assert_eq!(language("/", "fr, en-GB;q=0.8, nl;q=0.5"), Language::En);
        assert_eq!(language("/", "en;q=0, nl;q=0.1"), Language::Nl);
        assert_eq!(language("/", "fr"), Language::Nl);
        assert_eq!(language("/", "en;q=x"), Language::En);
    }
}
