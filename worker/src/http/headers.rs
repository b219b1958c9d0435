//! The headers that keep a browser from doing what nobody meant, by kind of answer.

use axum::{
    extract::{Request, State},
    http::{HeaderName, HeaderValue, header},
    middleware::Next,
    response::Response,
};

use super::edge::Edge;
use crate::{assets::Carried, house_style::Sheet};

/// The version of the API: what it promises, not which build answers.
pub const API_VERSION: &str = "1.0.0";

/// Who may show a page in a frame.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum FramedBy<'a> {
    Nobody,
    /// The registered sites of the municipality.
    Sites(&'a [String]),
}

/// Sets what a document needs: its own scripts, styles and WebAssembly, nothing inline, nothing foreign.
///
/// Frames and pages differ only in who may frame them.
/// The styles that may stand in a document are the one that its first page carries and a house style, by their hashes.
pub fn document(response: &mut Response, framed_by: FramedBy<'_>, carried: Option<&Carried>, style: Option<&Sheet>) {
    let ancestors = match framed_by {
        FramedBy::Nobody => "'none'".to_owned(),
        FramedBy::Sites([]) => "'self'".to_owned(),
        // Checked as origins when they were loaded; checked again, because a space would add a directive.
        FramedBy::Sites(sites) => {
            let sound = sites.iter().filter(|site| shared::municipality_file::is_origin(site));
            sound.fold("'self'".to_owned(), |list, site| format!("{list} {site}"))
        }
    };
    let hashes = carried.map(|carried| &carried.hash).into_iter().chain(style.map(|style| &style.hash));
    let inline = hashes.fold(String::new(), |list, hash| format!("{list} '{hash}'"));
    let fonts = style.map(|style| &style.font_origins).into_iter().flatten();
    let fonts = fonts.fold(String::new(), |list, origin| format!("{list} {origin}"));
    let policy = format!(
        "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'{inline}; connect-src 'self'; \
         img-src 'self' data:; manifest-src 'self'; font-src 'self'{fonts}; form-action 'self'; base-uri 'none'; \
         object-src 'none'; frame-ancestors {ancestors}"
    );
    let headers = response.headers_mut();
    if let Ok(policy) = HeaderValue::from_str(&policy) {
        headers.insert(header::CONTENT_SECURITY_POLICY, policy);
    }
    if framed_by == FramedBy::Nobody {
        headers.insert(header::X_FRAME_OPTIONS, HeaderValue::from_static("DENY"));
    }
}

/// Lets a document show frames from this origin, beside what its policy says already.
pub fn may_frame(response: &mut Response, origin: &str) {
    let policy = response.headers().get(header::CONTENT_SECURITY_POLICY).and_then(|policy| policy.to_str().ok());
    let policy = policy.map(|policy| format!("{policy}; frame-src {origin}"));
    if let Some(Ok(policy)) = policy.map(|policy| HeaderValue::from_str(&policy)) {
        response.headers_mut().insert(header::CONTENT_SECURITY_POLICY, policy);
    }
}

/// The layer that completes every answer. What a handler has set stays.
pub async fn complete(State(edge): State<Edge>, request: Request, next: Next) -> Response {
    let api = request.uri().path().starts_with("/api/");
    let mut response = next.run(request).await;
    let secure = edge.config().public_origin.starts_with("https://");
    let headers = response.headers_mut();
    let mut set = |name: HeaderName, value: &'static str| {
        headers.entry(name).or_insert(HeaderValue::from_static(value));
    };
    set(header::X_CONTENT_TYPE_OPTIONS, "nosniff");
    // Follow links carry their key in the fragment, which no referrer holds; the path says enough already.
    set(header::REFERRER_POLICY, "no-referrer");
    set(header::CACHE_CONTROL, "no-store");
    set(HeaderName::from_static("permissions-policy"), "camera=(), microphone=(), geolocation=(), browsing-topics=()");
    if secure {
        set(header::STRICT_TRANSPORT_SECURITY, "max-age=31536000");
    }
    if api {
        set(HeaderName::from_static("api-version"), API_VERSION);
        set(HeaderName::from_static("cross-origin-resource-policy"), "same-origin");
    }
    // Nothing that answers with data may run or be framed; documents have set their own policy.
    if !headers.contains_key(header::CONTENT_SECURITY_POLICY) {
        let data = HeaderValue::from_static("default-src 'none'; frame-ancestors 'none'");
        headers.insert(header::CONTENT_SECURITY_POLICY, data);
        headers.insert(header::X_FRAME_OPTIONS, HeaderValue::from_static("DENY"));
    }
    response
}

#[cfg(test)]
mod tests {
    use axum::body::Body;

    use super::*;

    fn policy(framed_by: FramedBy<'_>) -> String {
        let mut response = Response::new(Body::empty());
        document(&mut response, framed_by, None, None);
        response.headers()[header::CONTENT_SECURITY_POLICY].to_str().unwrap().to_owned()
    }

    #[test]
    fn only_registered_sites_may_frame() {
        let sites = ["https://www.a.nl".to_owned(), "https://b.nl; script-src *".to_owned()];
        assert!(policy(FramedBy::Sites(&sites)).ends_with("frame-ancestors 'self' https://www.a.nl"));
        assert!(policy(FramedBy::Nobody).ends_with("frame-ancestors 'none'"));
    }

    #[test]
    fn the_style_that_a_page_carries_is_the_only_one_inside() {
        let mut response = Response::new(Body::empty());
        let carried = Carried { css: "p{color:red}".to_owned(), hash: "sha256-abc".to_owned() };
        document(&mut response, FramedBy::Nobody, Some(&carried), None);
        let policy = response.headers()[header::CONTENT_SECURITY_POLICY].to_str().unwrap();
        assert!(policy.contains("; style-src 'self' 'sha256-abc'; "), "{policy}");
    }

    #[test]
    fn nothing_inline_runs() {
        let policy = policy(FramedBy::Nobody);
        assert!(!policy.contains("unsafe-inline") && !policy.contains("'unsafe-eval'"), "{policy}");
    }
}
