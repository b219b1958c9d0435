//! The house style of a municipality: who may store it, what a page carries of it, and that it is nobody else's.

use buurtstem_tests::{Server, browser::wait};
use serde_json::json;
use ureq::http::Method;

const ROUTE: &str = "/api/v1/admin/house-style";
const THEME: &str = ":root { --utrecht-button-background-color: #a33b00; --utrecht-button-color: #fff }";

#[test]
fn only_the_administrator_stores_one_and_only_this_municipality_shows_it() {
    let server = Server::with_kleinstad();
    let page = |slug: &str| server.anybody().get(&format!("/{slug}/nl/volgen"));
    let before = page("kleinstad");
    assert!(!before.text().contains("<style"));
    let theme = json!({ "theme": THEME });
    for official in ["sanne", "bram", "els"] {
        let refused = server.sign_in("kleinstad", official).put(ROUTE, &theme);
        assert_eq!(refused.status, 403, "{official}");
    }
    assert_eq!(server.anybody().get(ROUTE).status, 401);

    let keeper = server.sign_in("kleinstad", "ali");
    // A trial shows what would be stored, and stores nothing.
    let tried = keeper.post(&format!("{ROUTE}/trial"), &theme).expect(200).json();
    assert_eq!(tried["style"]["light"]["--button"], "#a33b00");
    assert!(keeper.get(ROUTE).expect(200).json()["style"].is_null());
    assert_eq!(keeper.put(ROUTE, &theme).status, 200);
    let styled = page("kleinstad");
    let (html, policy) = (styled.text(), styled.header("content-security-policy").to_owned());
    assert!(html.contains("--button:#a33b00;"), "{html}");
    assert!(policy.contains("style-src 'self' 'sha256-") && !policy.contains("unsafe-inline"), "{policy}");
    // Whoever was not found is in the same house.
    assert!(server.anybody().get("/kleinstad/nl/peilingen/nergens").text().contains("--button:#a33b00;"));

    let faults = keeper.put(ROUTE, &json!({ "theme": "h1 { color: red }" }));
    assert_eq!((faults.status, faults.faults()), (400, vec!["theme noThemeFound".to_owned()]));
    // A server that refuses before it has read everything may end the line before its answer is read.
    let large = json!({ "theme": "x".repeat(900_000) });
    let refused = wait::until("an answer to what is too large", || {
        keeper.attempt(Method::PUT, ROUTE, Some(&large), &[]).ok_or_else(|| "no answer".to_owned())
    });
    assert_eq!(refused.status, 413);
    assert!(page("kleinstad").text().contains("--button:#a33b00;"), "what was refused changed nothing");

    assert_eq!(keeper.post(&format!("{ROUTE}/removal"), &json!({})).status, 200);
    assert!(!page("kleinstad").text().contains("<style"));
}

#[test]
fn a_logo_is_a_picture_and_nothing_else_and_keeps_its_place() {
    let server = Server::with_kleinstad();
    let keeper = server.sign_in("kleinstad", "ali");
    let put = |logo: &[u8]| keeper.send_bytes(Method::PUT, "/api/v1/admin/logo", logo.to_vec(), &[]);
    let page = || server.anybody().get("/kleinstad/nl/volgen").text();
    let drawing = br#"<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 90 30"><path d="M0 0h9"/></svg>"#;
    let stored = put(drawing).expect(200).json();
    let address = format!("/kleinstad/logo/{}", stored["logo"].as_str().unwrap());
    let drawn = page();
    assert!(drawn.contains(&format!("src=\"{address}\"")) && drawn.contains("width=\"90\" height=\"30\""), "{drawn}");
    let logo = server.anybody().get(&address).expect(200);
    assert_eq!((logo.header("content-type"), logo.text().as_bytes()), ("image/svg+xml", &drawing[..]));
    assert!(logo.header("content-security-policy").contains("sandbox"));

    let running = put(b"<svg viewBox='0 0 9 9'><script/></svg>");
    assert_eq!((running.status, running.faults()), (400, vec!["logo notALogo".to_owned()]));
    assert_eq!(put(&vec![b'x'; 200_000]).status, 413);
    assert_eq!(
        server.sign_in("kleinstad", "els").send_bytes(Method::PUT, "/api/v1/admin/logo", vec![], &[]).status,
        403
    );
    assert!(page().contains(&address), "what was refused changed nothing");
    assert_eq!(server.anybody().get("/kleinstad/logo/0123456789abcdef.svg").status, 404);
    assert_eq!(keeper.post("/api/v1/admin/logo/removal", &json!({})).status, 200);
    assert!(!page().contains("/logo/") && server.anybody().get(&address).status == 404);
}
