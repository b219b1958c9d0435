//! The house style of a municipality: who may store it, what a page carries of it, and that it is nobody else's.

use buurtstem_tests::Server;
use serde_json::json;

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
    assert_eq!(server.anybody().put(ROUTE, &theme).status, 401);

    let keeper = server.sign_in("kleinstad", "ali");
    // A trial shows what would be stored, and stores nothing.
    let tried = keeper.post(&format!("{ROUTE}/trial"), &theme).expect(200).json();
    assert_eq!(tried["style"]["light"]["--button"], "#a33b00");
    assert!(keeper.get(ROUTE).expect(200).json()["style"].is_null());
    assert_eq!(keeper.put(ROUTE, &theme).status, 200);
    let styled = page("kleinstad");
    let (html, policy) = (styled.text(), styled.header("content-security-policy").to_owned());
    assert!(html.contains("--button:#a33b00;"), "{html}");
    assert!(policy.contains("style-src 'self' 'sha256-") && !policy.contains("unsafe"), "{policy}");
    // Whoever was not found is in the same house.
    assert!(server.anybody().get("/kleinstad/nl/peilingen/nergens").text().contains("--button:#a33b00;"));

    let faults = keeper.put(ROUTE, &json!({ "theme": "h1 { color: red }" }));
    assert_eq!((faults.status, faults.faults()), (400, vec!["theme noThemeFound".to_owned()]));
    assert_eq!(keeper.put(ROUTE, &json!({ "theme": "x".repeat(900_000) })).status, 413);
    assert!(page("kleinstad").text().contains("--button:#a33b00;"), "what was refused changed nothing");

    assert_eq!(keeper.post(&format!("{ROUTE}/removal"), &json!({})).status, 200);
    assert!(!page("kleinstad").text().contains("<style"));
}
