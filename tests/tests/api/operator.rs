//! Loading a municipality.

use buurtstem_tests::{Server, api::small_municipality};
use serde_json::json;

const PATH: &str = "/api/v1/municipalities/kleinstad";

#[test]
fn a_municipality_is_made_updated_and_survives_a_crash() {
    let mut server = Server::start().unwrap();
    let operator = server.operator();
    assert_eq!(server.anybody().get(PATH).status, 404);
    let made = operator.put(PATH, &small_municipality()).expect(201);
    assert_eq!(
        made.json(),
        json!({ "slug": "kleinstad", "created": true, "sampleTaken": false, "rulesKept": false, "partnersWithoutHandler": [] })
    );
    assert_eq!(made.header("location"), PATH);
    let again = operator.put(PATH, &small_municipality()).expect(200);
    assert_eq!(again.json()["created"], false);

    let view = server.anybody().get(&format!("{PATH}?lang=en")).expect(200);
    assert_eq!(view.json()["topics"][1]["name"], json!({ "text": "Street lighting", "lang": "en" }));
    assert!(!view.text().contains("networkLevel"), "levels are for officials only");

    let mut renamed = small_municipality();
    renamed["settings"]["name"] = "Nieuwstad".into();
    let _ = operator.put(PATH, &renamed).expect(200);
    assert_eq!(server.anybody().get(PATH).json()["name"], "Nieuwstad", "who changed it sees it at once");
    server.crash_and_restart().unwrap();
    assert_eq!(server.anybody().get(PATH).expect(200).json()["name"], "Nieuwstad");
}

#[test]
fn a_file_with_faults_is_refused_whole_with_all_of_them_named() {
    let server = Server::start().unwrap();
    let mut file = small_municipality();
    file["partners"][1]["coordinating"] = true.into();
    file["areas"][1]["parentId"] = "nergens".into();
    file["settings"]["sites"] = json!(["https://www.kleinstad.example/pad"]);
    let refused = server.operator().put(PATH, &file).expect(400);
    assert_eq!(
        refused.faults(),
        ["settings.sites.0 notAnOrigin", "areas.1.parentId unknown", "partners.coordinating exactlyOne"]
    );
    assert_eq!(server.anybody().get(PATH).status, 404);
    let mut misspelt = small_municipality();
    misspelt["setings"] = json!({});
    assert_eq!(server.operator().put(PATH, &misspelt).expect(400).faults(), ["setings noSuchField"]);
}

#[test]
fn the_operators_key_opens_the_operators_doors_and_no_others() {
    let server = Server::with_kleinstad();
    let file = small_municipality();
    let official = server.sign_in("kleinstad", "ali");
    for stranger in [server.anybody(), official] {
        assert_eq!(stranger.put(PATH, &file).expect(401).code(), "operatorKeyWrong");
        let links = format!("{PATH}/sign-in-links");
        assert_eq!(stranger.post(&links, &json!({ "officialId": "sanne" })).expect(401).code(), "operatorKeyWrong");
    }
    assert_eq!(server.operator().get("/api/v1/admin/me").expect(401).code(), "signInNeeded");
}

#[test]
fn reserved_and_malformed_names_make_no_municipality() {
    let server = Server::start().unwrap();
    for name in ["admin", "api", "frame", "embed", "assets"] {
        let path = format!("/api/v1/municipalities/{name}");
        assert_eq!(
            server.operator().put(&path, &small_municipality()).expect(400).faults(),
            ["slug notASlug"],
            "{name}"
        );
    }
    for name in ["Kleinstad", "-a", "a_b"] {
        let path = format!("/api/v1/municipalities/{name}");
        assert_eq!(server.operator().put(&path, &small_municipality()).status, 404, "{name}");
    }
}
