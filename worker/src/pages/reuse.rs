//! A page that is the same for everybody is drawn once for each reading of the snapshot it is drawn from: drawing costs
//! some thirty times as much as sending.

use std::sync::Arc;

use axum::{
    body::{Body, Bytes, to_bytes},
    extract::{Request, State},
    http::{HeaderMap, Method, StatusCode},
    middleware::Next,
    response::{IntoResponse, Response},
};

use crate::{
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

/// The layer around all pages.
pub async fn reuse(State(edge): State<Edge>, request: Request, next: Next) -> Response {
    let uri = request.uri();
    let address = uri.path_and_query().map(ToString::to_string).filter(|_| request.method() == Method::GET);
    let (Some(slug), Some(address)) = (municipality_in(uri.path()), address) else {
        return next.run(request).await;
    };
    if let Some(sent) = edge.snapshots().page(&slug, &address, edge.now()) {
        return sent.into_response();
    }
    let (mut parts, body) = next.run(request).await.into_parts();
    let drawn_from = parts.extensions.remove::<DrawnFrom>().filter(|_| parts.status == StatusCode::OK);
    let Some(DrawnFrom(snapshot)) = drawn_from else { return Response::from_parts(parts, body) };
    match to_bytes(body, usize::MAX).await {
        Ok(body) => {
            if body.len() <= LARGEST {
                let page = SentPage::new(parts.headers.clone(), body.clone());
                edge.snapshots().keep_page(&slug, address, &snapshot, page);
            }
            Response::from_parts(parts, Body::from(body))
        }
        Err(error) => crate::refusal::Refusal::fault(error.to_string()).into_response(),
    }
}

#[cfg(test)]
mod tests {
    use axum::{body::Body, http::Request};

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
