//! Addresses in one form only. What another program on the way could read as another path is refused, so that no
//! rule about paths can be walked around.

use axum::{
    extract::Request,
    middleware::Next,
    response::{IntoResponse, Response},
};

use crate::refusal::{Code, Refusal};

/// Whether a path is in its one normal form.
pub(super) fn is_normal(path: &str) -> bool {
    let lower = path.to_ascii_lowercase();
    let hidden = ["%2e", "%2f", "%5c", "%00", "//", "\\"].iter().any(|wrong| lower.contains(wrong));
    let dots = path.split('/').any(|segment| segment == "." || segment == "..");
    path.starts_with('/') && !hidden && !dots && !path.chars().any(char::is_control)
}

/// The layer that refuses other paths with 400.
pub(super) async fn normal_only(request: Request, next: Next) -> Response {
    if is_normal(request.uri().path()) {
        next.run(request).await
    } else {
        Refusal::Unreadable { code: Code::PathNotNormal }.into_response()
    }
}

#[cfg(test)]
mod tests {
    use super::is_normal;

    #[test]
    fn only_the_normal_form_passes() {
        for path in ["/", "/api/v1/municipalities/a", "/a/nl/peilingen/x", "/.well-known/security.txt", "/a/caf%C3%A9"]
        {
            assert!(is_normal(path), "{path}");
        }
        for path in
            ["", "a", "//", "/a//b", "/a/../b", "/./a", "/a/..", "/%2e%2e/a", "/a%2Fb", "/a%5cb", "/a\\b", "/a%00"]
        {
            assert!(!is_normal(path), "{path}");
        }
    }
}
