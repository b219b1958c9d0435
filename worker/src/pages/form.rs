//! A posted form, read strictly: its bytes are counted before they are read, and what is no UTF-8 is refused.

use axum::{
    extract::{FromRequest, Request},
    http::header,
};
use widget::fields::Fields;

use crate::{
    http::{
        edge::Edge,
        extract::{header_text, read_bytes},
    },
    refusal::{Code, Refusal},
};

/// The most bytes of a form. Four full texts of 2,000 characters that take four bytes each, written as `%XX`, are
/// 96 KB; whoever wrote them should read what is too long about them, and not lose them.
const MAX_FORM: usize = 256 * 1024;

/// The fields of a posted form.
#[derive(Debug)]
pub(super) struct Posted(pub(super) Fields);

impl FromRequest<Edge> for Posted {
    type Rejection = Refusal;

    async fn from_request(request: Request, _edge: &Edge) -> Result<Self, Refusal> {
        let content_type = header_text(request.headers(), header::CONTENT_TYPE.as_str()).unwrap_or_default();
        let kind = content_type.split(';').next().unwrap_or_default().trim();
        if !kind.eq_ignore_ascii_case("application/x-www-form-urlencoded") {
            return Err(Refusal::Unreadable { code: Code::NotUtf8 });
        }
        let bytes = read_bytes(request, MAX_FORM).await?;
        let text = String::from_utf8(bytes).map_err(|_| Refusal::Unreadable { code: Code::NotUtf8 })?;
        let pairs: Option<Fields> = text
            .split('&')
            .filter(|pair| !pair.is_empty())
            .map(|pair| {
                let (name, value) = pair.split_once('=').unwrap_or((pair, ""));
                Some((decoded(name)?, decoded(value)?))
            })
            .collect();
        pairs.map(Self).ok_or(Refusal::Unreadable { code: Code::NotUtf8 })
    }
}

/// A name or value as it was before the browser wrote it for sending (WHATWG URL, section 5.1); `None` when its bytes
/// are no UTF-8.
pub(super) fn decoded(text: &str) -> Option<String> {
    let mut bytes = Vec::with_capacity(text.len());
    let mut rest = text.as_bytes();
    while let [first, after @ ..] = rest {
        rest = after;
        match (first, after) {
            (b'+', _) => bytes.push(b' '),
            (b'%', [high, low, beyond @ ..]) => match (digit(*high), digit(*low)) {
                (Some(high), Some(low)) => {
                    bytes.push(high << 4 | low);
                    rest = beyond;
                }
                _ => bytes.push(b'%'),
            },
            (other, _) => bytes.push(*other),
        }
    }
    String::from_utf8(bytes).ok()
}

fn digit(character: u8) -> Option<u8> {
    char::from(character).to_digit(16).and_then(|digit| u8::try_from(digit).ok())
}

#[cfg(test)]
mod tests {
    use super::decoded;

    #[test]
    fn what_a_browser_writes_is_read_back() {
        assert_eq!(decoded("a+b%20c%0D%0A%C3%A9%26").as_deref(), Some("a b c\r\né&"));
        assert_eq!(decoded("100%").as_deref(), Some("100%"));
        assert_eq!(decoded("%zz%4").as_deref(), Some("%zz%4"));
        assert_eq!(decoded("%ff"), None);
    }
}
