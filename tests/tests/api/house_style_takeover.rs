//! Taking a house style over from a site: who may begin it, and that a key opens one door, once, for a while.

use buurtstem_tests::{Answer, Client, Server, api::small_municipality, browser::wait};
use serde_json::{Value, json};
use ureq::http::Method;

const ROUTE: &str = "/api/v1/admin/house-style/takeover";
const SITE: &str = "https://www.kleinstad.example";

/// Begins one, and returns its key.
fn begun(keeper: &Client) -> String {
    let answer = keeper.post(ROUTE, &json!({ "site": SITE })).expect(200).json();
    answer.get("key").and_then(Value::as_str).unwrap_or_default().to_owned()
}

fn stands(keeper: &Client) -> Value {
    keeper.get(ROUTE).expect(200).json()
}

/// What our frame on a site's page sends, from our own origin.
fn sends(server: &Server, slug: &str, key: &str, site: &str, values: &Value) -> Answer {
    let path = format!("/api/v1/municipalities/{slug}/house-style-values");
    let body = json!({ "key": key, "site": site, "values": values });
    server.anybody().send(Method::POST, &path, Some(&body), &[("origin", server.origin())])
}

#[test]
fn what_a_site_sends_is_shown_to_who_asked_and_stored_by_them_alone() {
    let server = Server::with_kleinstad();
    let keeper = server.sign_in("kleinstad", "ali");
    for official in ["sanne", "bram", "els", "rik", "wil"] {
        let other = server.sign_in("kleinstad", official);
        assert_eq!(other.get(ROUTE).status, 403, "{official}");
        assert_eq!(other.post(ROUTE, &json!({ "site": SITE })).status, 403, "{official}");
        assert_eq!(other.post(&format!("{ROUTE}/removal"), &json!({})).status, 403, "{official}");
    }
    assert_eq!(stands(&keeper), json!({ "state": "none" }));
    let key = begun(&keeper);
    assert_eq!(stands(&keeper), json!({ "state": "waiting" }));
    let values = json!({
        "utrecht-button-background-color": " #a33b00",
        "utrecht-button-color": "rgb(255 255 255)",
        "utrecht-link-color": "red; } body { background: url(https://elders.example)",
        "kleinstad-own": "#123456",
        "utrecht-root-color": "",
    });
    assert_eq!(sends(&server, "kleinstad", &key, SITE, &values).status, 204);
    let theme = [
        ":root {",
        "  --utrecht-button-background-color: #a33b00;",
        "  --utrecht-button-color: rgb(255 255 255);",
        "}\n",
    ];
    let theme = theme.join("\n");
    assert_eq!(stands(&keeper), json!({ "state": "came", "theme": theme }));
    // Once.
    let again = json!({ "utrecht-link-color": "#000000" });
    assert_eq!(sends(&server, "kleinstad", &key, SITE, &again).status, 404);
    assert_eq!(stands(&keeper)["theme"], theme);
    let page = || server.anybody().get("/kleinstad/nl/volgen").text();
    assert!(!page().contains("<style"), "nothing is applied");
    assert_eq!(keeper.put("/api/v1/admin/house-style", &json!({ "theme": theme })).status, 200);
    assert!(page().contains("--button:#a33b00;"));
    // A page without anything that we know.
    let key = begun(&keeper);
    assert_eq!(sends(&server, "kleinstad", &key, SITE, &json!({})).status, 204);
    assert_eq!(stands(&keeper), json!({ "state": "came", "theme": "" }));
}

#[test]
fn a_key_is_for_one_site_and_one_municipality_and_for_ten_minutes() {
    let server = Server::with_kleinstad();
    let mut grootstad = small_municipality();
    grootstad["settings"]["name"] = "Grootstad".into();
    server.load("grootstad", &grootstad);
    let keeper = server.sign_in("kleinstad", "ali");
    let values = json!({ "utrecht-link-color": "#00468b" });
    let refused = keeper.post(ROUTE, &json!({ "site": "https://elders.example" }));
    assert_eq!((refused.status, refused.faults()), (400, vec!["site unknown".to_owned()]));

    let key = begun(&keeper);
    let foreign = key.replace("kleinstad", "grootstad");
    let unknown = format!("kleinstad.{}", "0".repeat(26));
    for (slug, key, site) in [
        ("kleinstad", key.as_str(), "https://elders.example"),
        ("kleinstad", &key, "https://kleinstad.example"),
        ("kleinstad", &unknown, SITE),
        ("kleinstad", "no key", SITE),
        ("kleinstad", &foreign, SITE),
        ("grootstad", &foreign, SITE),
        ("grootstad", &key, SITE),
    ] {
        assert_eq!(sends(&server, slug, key, site, &values).status, 404, "{slug} {key} {site}");
    }
    let path = "/api/v1/municipalities/kleinstad/house-style-values";
    let body = json!({ "key": key, "site": SITE, "values": values });
    for headers in [&[][..], &[("origin", SITE)], &[("origin", "null")]] {
        let answer = server.anybody().send(Method::POST, path, Some(&body), headers);
        assert_eq!((answer.status, answer.code().as_str()), (403, "foreignOrigin"));
    }
    let large = json!({ "key": key, "site": SITE, "values": { "utrecht-link-color": "x".repeat(70_000) } });
    // A server that refuses before it has read everything may end the line before its answer is read.
    let refused = wait::until("an answer to what is too large", || {
        let headers = [("origin", server.origin())];
        server.anybody().attempt(Method::POST, path, Some(&large), &headers).ok_or_else(|| "no answer".to_owned())
    });
    assert_eq!(refused.status, 413);
    assert_eq!(stands(&keeper), json!({ "state": "waiting" }), "what was refused used nothing up");
    assert_eq!(stands(&server.sign_in("grootstad", "ali")), json!({ "state": "none" }));

    // Another one ends the first, and so does its maker.
    let newer = begun(&keeper);
    assert_eq!(sends(&server, "kleinstad", &key, SITE, &values).status, 404);
    assert_eq!(keeper.post(&format!("{ROUTE}/removal"), &json!({})).expect(200).json(), json!({ "state": "none" }));
    assert_eq!(sends(&server, "kleinstad", &newer, SITE, &values).status, 404);

    // A site that may not show the widget any more.
    let key = begun(&keeper);
    let _ = keeper.post("/api/v1/admin/sites/removal", &json!({ "origin": SITE })).expect(200);
    assert_eq!(sends(&server, "kleinstad", &key, SITE, &values).status, 404);
    let _ = keeper.post("/api/v1/admin/sites", &json!({ "address": SITE, "both": false })).expect(200);

    let (key, in_time) = (begun(&keeper), 9 * 60_000);
    server.set_clock(in_time);
    assert_eq!(stands(&keeper), json!({ "state": "waiting" }));
    server.set_clock(in_time + 61_000);
    assert_eq!(sends(&server, "kleinstad", &key, SITE, &values).status, 404);
    assert_eq!(stands(&keeper), json!({ "state": "none" }));
}

#[test]
fn the_frame_that_asks_is_shown_by_registered_sites_alone_and_asks_for_a_fixed_list() {
    let server = Server::with_kleinstad();
    let answer = server.anybody().get("/frame/v1/kleinstad/nl/huisstijl?host=https%3A%2F%2Felders.example").expect(200);
    assert!(answer.header("content-security-policy").ends_with(&format!("frame-ancestors 'self' {SITE}")));
    let page = answer.text();
    let names = page.split_once("data-names=\"").unwrap().1.split_once('"').unwrap().0;
    let names: Vec<&str> = names.split(' ').collect();
    assert!(names.contains(&"utrecht-link-color") && names.contains(&"ams-typography-font-family"), "{names:?}");
    let known = |name: &&str| ["nl-", "utrecht-", "basis-", "ams-"].iter().any(|first| name.starts_with(first));
    assert!(names.len() > 80 && names.iter().all(known), "{names:?}");
    assert_eq!(server.anybody().get("/kleinstad/nl/huisstijl").status, 404);
}
