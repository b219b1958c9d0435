//! A page that is the same for everybody is drawn once for each reading of the snapshot it is drawn from: drawing costs
//! some thirty times as much as sending. It is compressed then, too: plain workerd compresses nothing by itself, and what
//! a platform or proxy on the way gets compressed it passes on. Pages that hold what one person filled in are left as they
//! are, so that nobody can guess at them by their length.

use std::{io::Write, sync::Arc};

use axum::{
    body::{Body, Bytes, to_bytes},
    extract::{Request, State},
    http::{HeaderMap, HeaderValue, Method, StatusCode, header},
    middleware::Next,
    response::{IntoResponse, Response},
};

use flate2::{Compression, write::GzEncoder};

use crate::{
    assets::accepts,
    http::{edge::Edge, municipality_in},
    objects::municipality::snapshot::PublicSnapshot,
};

/// What a page that may be kept was drawn from; an extension of its response.
#[derive(Clone)]
pub(super) struct DrawnFrom(pub(super) Arc<PublicSnapshot>);

/// A page as it was sent.
#[derive(Clone)]
pub struct SentPage {
    headers: HeaderMap,
    body: Bytes,
}

impl SentPage {
    /// What is about to be sent.
    pub(crate) fn new(headers: HeaderMap, body: impl Into<Bytes>) -> Self {
        Self { headers, body: body.into() }
    }
}

impl IntoResponse for SentPage {
    fn into_response(self) -> Response {
        (self.headers, Body::from(self.body)).into_response()
    }
}

/// Bytes of a page that is kept.
const LARGEST: usize = 200_000;
const GZIP: &str = "gzip";
/// Most of what compressing can save, in half the time.
const LEVEL: u32 = 4;

/// The layer around all pages.
pub async fn reuse(State(edge): State<Edge>, request: Request, next: Next) -> Response {
    let uri = request.uri();
    let address = uri.path_and_query().map(ToString::to_string).filter(|_| request.method() == Method::GET);
    let (Some(slug), Some(address)) = (municipality_in(uri.path()), address) else {
        return next.run(request).await;
    };
    let compresses = accepts(request.headers(), GZIP);
    // No address has a space in it.
    let kept_as = if compresses { format!("{address} {GZIP}") } else { address };
    if let Some(sent) = edge.snapshots().page(&slug, &kept_as, edge.now()) {
        return sent.into_response();
    }
    let (mut parts, body) = next.run(request).await.into_parts();
    let drawn_from = parts.extensions.remove::<DrawnFrom>().filter(|_| parts.status == StatusCode::OK);
    let Some(DrawnFrom(snapshot)) = drawn_from else { return Response::from_parts(parts, body) };
    match to_bytes(body, usize::MAX).await {
        Ok(mut body) => {
            parts.headers.insert(header::VARY, HeaderValue::from_static("accept-encoding"));
            if compresses && let Ok(smaller) = gzip(&body) {
                body = smaller.into();
                parts.headers.insert(header::CONTENT_ENCODING, HeaderValue::from_static(GZIP));
                parts.headers.remove(header::CONTENT_LENGTH);
            }
            if body.len() <= LARGEST {
                let page = SentPage::new(parts.headers.clone(), body.clone());
                edge.snapshots().keep_page(&slug, kept_as, &snapshot, page);
            }
            Response::from_parts(parts, Body::from(body))
        }
        Err(error) => crate::refusal::Refusal::fault(error.to_string()).into_response(),
    }
}

fn gzip(page: &[u8]) -> std::io::Result<Vec<u8>> {
    let mut encoder = GzEncoder::new(Vec::new(), Compression::new(LEVEL));
    encoder.write_all(page)?;
    encoder.finish()
}

#[cfg(test)]
mod tests {
    use std::io::Read;

    use axum::{body::Body, http::Request};
    use flate2::read::GzDecoder;

    use super::GZIP;

    use crate::testing::{Answer, Installation, slug, small_file};

    const HOME: &str = "/kleinstad/nl";

    fn is_kept(installation: &Installation, address: &str) -> bool {
        installation.edge.snapshots().page(&slug("kleinstad"), address, installation.edge.now()).is_some()
    }

    fn same(one: &Answer, other: &Answer) -> bool {
        (one.status, &one.headers, &one.body) == (other.status, &other.headers, &other.body)
    }

    #[test]
    fn a_page_is_sent_again_as_it_was_until_something_changes() {
        let installation = Installation::new();
        let drawn = installation.get(HOME);
        assert!(is_kept(&installation, HOME));
        assert!(same(&drawn, &installation.get(HOME)));
        let mut file = small_file();
        "Grootstad".clone_into(&mut file.settings.name);
        assert_eq!(installation.load("kleinstad", &file).status, 200);
        assert!(!is_kept(&installation, HOME));
        assert!(installation.get(HOME).text().contains("Grootstad"), "whoever changed it sees it at once");
    }

    #[test]
    fn a_page_is_drawn_again_when_its_snapshot_is_no_longer_fresh() {
        let installation = Installation::new();
        installation.get(HOME);
        installation.objects.advance(5_000);
        assert!(!is_kept(&installation, HOME));
        installation.get("/kleinstad/nl/nieuws");
        assert!(
            !is_kept(&installation, HOME),
            "read again for another page, and what depends on the time is drawn anew"
        );
    }

    #[test]
    fn a_page_for_everybody_is_sent_compressed_to_who_takes_it() {
        let installation = Installation::new();
        let get = |address: &str, encoding: &str| {
            let request = Request::builder().uri(address).header("accept-encoding", encoding);
            installation.send(request.body(Body::empty()).unwrap())
        };
        let plain = get(HOME, "br");
        assert_eq!((plain.header("content-encoding"), plain.header("vary")), ("", "accept-encoding"));
        for _ in 0..2 {
            let smaller = get(HOME, "gzip, deflate, br");
            assert_eq!((smaller.header("content-encoding"), smaller.header("vary")), (GZIP, "accept-encoding"));
            assert!(smaller.body.len() * 2 < plain.body.len(), "{} of {}", smaller.body.len(), plain.body.len());
            let mut page = Vec::new();
            GzDecoder::new(smaller.body.as_slice()).read_to_end(&mut page).unwrap();
            assert!(page == plain.body, "the same page");
        }
        assert_eq!(get("/kleinstad/nl/niets", "gzip").header("content-encoding"), "");
    }

    #[test]
    fn only_whole_pages_for_everybody_are_kept() {
        let installation = Installation::new();
        for (method, address) in [("GET", "/kleinstad/nl/niets"), ("HEAD", HOME), ("POST", "/kleinstad/nl/idee")] {
            installation.send(Request::builder().method(method).uri(address).body(Body::empty()).unwrap());
            assert!(!is_kept(&installation, address), "{method} {address}");
        }
        installation.get("/frame/v1/kleinstad/nl?host=https://www.kleinstad.nl");
        assert!(!is_kept(&installation, HOME) && !is_kept(&installation, "/frame/v1/kleinstad/nl"));
    }
}
