//! Why a frame was refused, for the console of a host page. The browser tells a page nothing about a frame that it
//! refused; a script from the origin that the page allows can. It says nothing that the frame's own policy does not say.

use axum::{
    extract::{OriginalUri, Path, State},
    http::header,
    response::{IntoResponse, Response},
};
use shared::ids::Slug;

use super::visit::host_in;
use crate::{http::edge::Edge, refusal::Refusal};

/// A script whose only export is the reason, in words for a webmaster.
pub(super) async fn reason(
    State(edge): State<Edge>,
    Path(name): Path<String>,
    OriginalUri(uri): OriginalUri,
) -> Response {
    let reason = words(&edge, &name, host_in(uri.query())).await;
    // As JSON it is a text of JavaScript too, whatever stands in it.
    let script = format!("export default {};\n", serde_json::Value::from(reason));
    let headers = [
        (header::CONTENT_TYPE, "text/javascript; charset=utf-8"),
        // A module of another origin is asked for in this way.
        (header::ACCESS_CONTROL_ALLOW_ORIGIN, "*"),
    ];
    (headers, script).into_response()
}

async fn words(edge: &Edge, name: &str, host: Option<String>) -> String {
    let snapshot = match Slug::parse(name) {
        Ok(slug) => edge.snapshot(&slug).await,
        Err(_) => Err(Refusal::NotFound),
    };
    let origin = &edge.config().public_origin;
    match (snapshot, host) {
        (Err(Refusal::NotFound), _) => format!("{origin} has no municipality=\"{name}\""),
        (Err(_), _) => format!("{origin} does not work just now"),
        (Ok(_), None) => "this page has no origin that a site could be registered with".to_owned(),
        (Ok(snapshot), Some(host)) if !snapshot.settings.sites.contains(&host) => {
            format!(
                "{host} is not registered as a site of \"{name}\"; its administrator can add it, under Op uw website"
            )
        }
        (Ok(_), Some(host)) => format!(
            "the frame did not answer in time, though {origin} works and {host} is registered; either the network is slow, \
             or this page's Content-Security-Policy lacks frame-src {origin}"
        ),
    }
}

#[cfg(test)]
mod tests {
    use crate::testing::Installation;

    #[test]
    fn it_says_what_a_webmaster_has_to_do() {
        let installation = Installation::new();
        for (address, said) in [
            ("nergens/reason.js?host=https://www.kleinstad.example", "has no municipality=\\\"nergens\\\""),
            (
                "Geen%20naam%22/reason.js?host=https://www.kleinstad.example",
                "has no municipality=\\\"Geen naam\\\"\\\"\"",
            ),
            (
                "kleinstad/reason.js?host=https%3A%2F%2Fandere.example",
                "https://andere.example is not registered as a site",
            ),
            ("kleinstad/reason.js?host=null", "no origin"),
            ("kleinstad/reason.js", "no origin"),
        ] {
            let answer = installation.get(&format!("/embed/v1/{address}"));
            assert_eq!((answer.status.as_u16(), answer.header("access-control-allow-origin")), (200, "*"));
            assert_eq!(answer.header("content-type"), "text/javascript; charset=utf-8");
            assert!(answer.text().contains(said), "{address}: {}", answer.text());
        }
        let file = crate::testing::small_file();
        let site = &file.settings.sites[0];
        let answer = installation.get(&format!("/embed/v1/kleinstad/reason.js?host={site}"));
        assert!(answer.text().contains("did not answer in time"), "{}", answer.text());
    }
}
