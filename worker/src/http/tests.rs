//! The router in process, on objects in memory.

mod reading;

use axum::{body::Body, http::Request};
use serde_json::{Value, json};
use shared::{
    fault::FaultCode,
    wire::{admin::Me, public::MunicipalityView},
};

use crate::{
    objects::ObjectClass,
    store::{Sql, audit},
    testing::{Installation, ORIGIN, ready, slug, small_file},
};

const HOUR: i64 = 3_600_000;

#[test]
fn a_municipality_is_loaded_and_read_in_both_languages() {
    let installation = Installation::new();
    let read = |language: &str| -> MunicipalityView {
        installation.get(&format!("/api/v1/municipalities/kleinstad?lang={language}")).json()
    };
    let (dutch, english) = (read("nl"), read("en"));
    assert_eq!(dutch.name, "Kleinstad");
    assert_eq!(dutch.topics[1].name.text, "Straatverlichting");
    assert_eq!(english.topics[1].name.text, "Street lighting");
    assert!(dutch.areas.iter().all(|area| area.network_level.is_none()), "levels are for officials only");
}

#[test]
fn loading_again_updates_and_retires() {
    let installation = Installation::new();
    let mut file = small_file();
    file.settings.name = "Nieuwstad".into();
    file.areas.retain(|area| area.id.as_str() != "lindenflat");
    file.rules.remove(0);
    assert_eq!(installation.load("kleinstad", &file).status, 200);
    let view: MunicipalityView = installation.get("/api/v1/municipalities/kleinstad").json();
    assert_eq!(view.name, "Nieuwstad");
    assert!(view.areas.iter().all(|area| area.id.as_str() != "lindenflat"));
    let kept = installation.objects.inspect(ObjectClass::Municipality, "kleinstad", |sql| {
        sql.query("SELECT name FROM area WHERE id = 'lindenflat' AND retired_at IS NOT NULL", &[]).unwrap().len()
    });
    assert_eq!(kept, Some(1), "cases that refer to it still find its name");
}

#[test]
fn a_file_with_faults_changes_nothing_and_names_them_all() {
    let installation = Installation::empty();
    let mut file = serde_json::to_value(small_file()).unwrap();
    file["settings"]["cbsCode"] = "x".into();
    file["rules"][0]["lead"] = "niemand".into();
    let answer = installation.operator("PUT", "/api/v1/municipalities/kleinstad", &file);
    assert_eq!(answer.status, 400);
    let fields: Vec<String> = answer.problem().faults.into_iter().map(|view| view.fault.field).collect();
    assert_eq!(fields, ["settings.cbsCode", "rules.0.lead"]);
    assert_eq!(installation.get("/api/v1/municipalities/kleinstad").status, 404);
    assert_eq!(installation.operator("PUT", "/api/v1/municipalities/admin", &json!(small_file())).status, 400);
}

#[test]
fn only_the_operator_loads() {
    let installation = Installation::empty();
    for authorization in ["", "Bearer ", "Bearer 0123456789abcdefghjkmnpqrt", "Basic x"] {
        let request = Request::put("/api/v1/municipalities/kleinstad")
            .header("authorization", authorization)
            .header("content-type", "application/json");
        let answer = installation.send(request.body(json!(small_file()).to_string().into()).unwrap());
        assert_eq!(answer.status, 401, "{authorization:?}");
        assert_eq!(answer.problem().code, "operatorKeyWrong");
    }
}

#[test]
fn what_is_not_there_is_a_friendly_404() {
    let installation = Installation::new();
    let answer = installation.get("/api/v1/municipalities/nergens?lang=nl");
    assert_eq!(answer.status, 404);
    assert_eq!(answer.problem().title, "Niet gevonden");
    assert_eq!(answer.header("content-language"), "nl");
    let no_slug = installation.get("/api/v1/municipalities/Nergens!");
    assert_eq!(no_slug.body, answer.body, "foreign, wrong and nonexistent look the same");
    installation.get("/api/v1/municipalities/kleinstad");
    let inside = installation.get("/api/v1/municipalities/kleinstad/nothing?lang=en");
    assert_eq!(inside.status, 404);
    assert!(inside.problem().detail.contains("14 099"), "the municipality's number is on the error");
    let page = installation.get("/kleinstad/nl/bestaat-niet");
    assert_eq!((page.status.as_u16(), page.header("content-type")), (404, "text/html; charset=utf-8"));
}

#[test]
fn an_unknown_name_makes_no_object() {
    let installation = Installation::new();
    for path in [
        "/api/v1/municipalities/nergens",
        "/api/v1/municipalities/nergens/polls/x",
        "/nergens/nl",
        "/frame/v1/nergens/nl/peilingen/x",
    ] {
        assert_eq!(installation.get(path).status, 404, "{path}");
    }
    installation.post("/api/v1/municipalities/nergens/polls/x/ballots", "key", &json!({ "answers": {} }));
    installation.use_link("nergens.00000000000000000000000000");
    assert!(installation.objects.exists(ObjectClass::Municipality, "kleinstad"));
    assert!(!installation.objects.exists(ObjectClass::Municipality, "nergens"));
    assert_eq!(installation.objects.count(), 2, "the directory and one municipality");
}

#[test]
fn officials_and_residents_have_doors_of_their_own() {
    let (public, admin) = ("https://buurtstem.example", "https://beheer.buurtstem.example");
    let installation = Installation::with_settings(&[("PUBLIC_ORIGIN", public), ("ADMIN_ORIGIN", admin)]);
    assert_eq!(installation.load("kleinstad", &small_file()).status, 201, "operators come in anywhere");
    let status = |host: &str, path: &str| {
        let answer = installation.send(Request::get(path).header("host", host).body(Body::empty()).unwrap());
        answer.status.as_u16()
    };
    let (residents, officials) = ("buurtstem.example", "Beheer.buurtstem.example");
    for path in ["/kleinstad/nl", "/frame/v1/kleinstad/nl", "/api/v1/municipalities/kleinstad", "/"] {
        assert_eq!((status(residents, path), status(officials, path)), (200, 404), "{path}");
        assert_eq!(status("elders.example", path), 404, "{path}");
    }
    for (path, reached) in [("/admin", 200), ("/admin/peilingen", 200), ("/api/v1/admin/me", 401)] {
        assert_eq!((status(residents, path), status(officials, path)), (404, reached), "{path}");
    }
    for host in [residents, officials, "10.0.0.1"] {
        assert_eq!(status(host, "/healthz"), 200, "{host}");
    }
    // In the platform's requests the host stands in the address.
    let whole = Request::get("https://beheer.buurtstem.example/admin").body(Body::empty()).unwrap();
    assert_eq!(installation.send(whole).status, 200);
}

#[test]
fn methods_and_addresses_that_do_not_exist_are_problems_too() {
    let installation = Installation::new();
    let answer = installation.send(Request::delete("/api/v1/municipalities/kleinstad").body(Body::empty()).unwrap());
    assert_eq!(installation.post("/api/v1/municipalities/kleinstad/nothing", "key", &json!({})).status, 404);
    assert_eq!(answer.status, 405);
    assert_eq!(answer.problem().code, "methodNotAllowed");
    assert!(answer.header("allow").contains("GET"), "{:?}", answer.headers);
    for path in ["/api/v1/municipalities/../admin", "/api//v1", "/api/v1/municipalities/a%2fb", "/api/v1/%2e%2e/x"] {
        let answer = installation.get(path);
        assert_eq!((answer.status.as_u16(), answer.problem().code.as_str()), (400, "pathNotNormal"), "{path}");
    }
}

#[test]
fn every_answer_carries_its_headers() {
    let installation = Installation::new();
    for path in ["/api/v1/municipalities/kleinstad", "/api/v1/nothing", "/api//x"] {
        let answer = installation.get(path);
        assert_eq!(answer.header("api-version"), "1.0.0", "{path}");
        assert_eq!(answer.header("cache-control"), "no-store", "{path}");
        assert_eq!(answer.header("x-content-type-options"), "nosniff", "{path}");
        assert!(answer.header("content-security-policy").contains("frame-ancestors 'none'"), "{path}");
    }
    let page = installation.get("/admin");
    assert!(page.header("content-security-policy").contains("script-src 'self' 'wasm-unsafe-eval'"));
    assert!(!page.header("content-security-policy").contains("unsafe-inline"));
}

#[test]
fn bad_input_is_refused_without_harm() {
    let installation = Installation::new();
    let post = |content_type: &str, body: Vec<u8>| {
        let request =
            Request::post("/api/v1/admin/sessions").header("origin", ORIGIN).header("content-type", content_type);
        let answer = installation.send(request.body(body.into()).unwrap());
        (answer.status.as_u16(), answer.problem())
    };
    let json = "application/json";
    let code = |content_type, body: &[u8]| {
        let (status, problem) = post(content_type, body.to_vec());
        format!("{status} {}", problem.code)
    };
    assert_eq!(code("text/plain", b"{}"), "415 contentTypeNotJson");
    assert_eq!(code("", b"{}"), "415 contentTypeNotJson");
    assert_eq!(code(json, b"{"), "400 notJson");
    assert_eq!(code(json, b"{\"token\":\"\xff\"}"), "400 notUtf8");
    assert_eq!(code(json, br#"{"token":"a","token":"b"}"#), "400 duplicateKey");
    assert_eq!(code(json, "[".repeat(1_000).as_bytes()), "400 tooDeep");
    assert_eq!(code(json, &vec![b' '; 65 * 1024]), "413 tooLarge");
    let (status, problem) = post("application/json; charset=utf-8", br#"{"token":"a","admin":true}"#.to_vec());
    assert_eq!(status, 400);
    assert_eq!(
        (problem.faults[0].fault.field.as_str(), &problem.faults[0].fault.code),
        ("admin", &FaultCode::NoSuchField)
    );
}

#[test]
fn an_official_signs_in_once_with_a_link_and_out_again() {
    let installation = Installation::new();
    let token = installation.link("kleinstad", "sanne");
    let signed_in = installation.use_link(&token);
    assert_eq!(signed_in.status, 201);
    let me: Me = signed_in.json();
    assert_eq!((me.name.as_str(), me.municipality.as_str()), ("Sanne de Wit", "kleinstad"));
    let set = signed_in.header("set-cookie");
    assert!(set.starts_with("__Host-buurtstem=kleinstad."), "{set}");
    for attribute in ["Path=/", "Secure", "HttpOnly", "SameSite=Strict"] {
        assert!(set.contains(attribute), "{attribute} is missing in {set}");
    }
    let again = installation.use_link(&token);
    assert_eq!((again.status.as_u16(), again.problem().code.as_str()), (401, "signInLinkInvalid"));

    let cookie = set.split(';').next().unwrap();
    let read = |cookie: &str| installation.official(cookie, "GET", "/api/v1/admin/me", &Value::Null).status.as_u16();
    assert_eq!(read(cookie), 200);
    assert_eq!(read("__Host-buurtstem=kleinstad.00000000000000000000000000"), 401);
    assert_eq!(read("__Host-buurtstem=nergens.00000000000000000000000000"), 401);
    let out = installation.official(cookie, "DELETE", "/api/v1/admin/sessions/current", &Value::Null);
    assert_eq!(out.status, 204);
    assert!(out.header("set-cookie").contains("Max-Age=0"));
    assert_eq!(read(cookie), 401);
}

#[test]
fn signing_in_needs_the_admin_origin_and_a_whole_token() {
    let installation = Installation::new();
    let token = installation.link("kleinstad", "sanne");
    for origin in ["", "null", "https://evil.example", "http://127.0.0.1:8788"] {
        let request =
            Request::post("/api/v1/admin/sessions").header("origin", origin).header("content-type", "application/json");
        let answer = installation.send(request.body(json!({ "token": token }).to_string().into()).unwrap());
        assert_eq!(answer.problem().code, "foreignOrigin", "{origin:?}");
    }
    let swapped = token.replace("kleinstad", "elders");
    for wrong in ["", "kleinstad", "kleinstad.", swapped.as_str(), "kleinstad.00000000000000000000000000"] {
        let answer = installation.use_link(wrong);
        assert_eq!((answer.status.as_u16(), answer.problem().code.as_str()), (401, "signInLinkInvalid"), "{wrong:?}");
    }
    assert_eq!(installation.use_link(&token).status, 201, "wrong tries do not use it up");
}

#[test]
fn links_and_sessions_end_by_themselves() {
    let installation = Installation::new();
    let link = installation.link("kleinstad", "sanne");
    installation.wait(24 * HOUR);
    assert_eq!(installation.use_link(&link).status, 401);

    let cookie = installation.sign_in("kleinstad", "sanne");
    let read = || installation.official(&cookie, "GET", "/api/v1/admin/me", &Value::Null).status.as_u16();
    installation.wait(29 * HOUR / 60);
    assert_eq!(read(), 200);
    installation.wait(30 * HOUR / 60);
    assert_eq!(read(), 401, "idle for half an hour");

    let cookie = installation.sign_in("kleinstad", "sanne");
    let read = || installation.official(&cookie, "GET", "/api/v1/admin/me", &Value::Null).status.as_u16();
    for _ in 0..(12 * 60 / 20 - 1) {
        installation.wait(HOUR / 3);
        assert_eq!(read(), 200);
    }
    installation.wait(HOUR / 3);
    assert_eq!(read(), 401, "twelve hours after signing in");
}

#[test]
fn a_session_ends_with_the_official() {
    for change in [false, true] {
        let installation = Installation::new();
        let cookie = installation.sign_in("kleinstad", "wil");
        let link = installation.link("kleinstad", "wil");
        let mut file = small_file();
        if change {
            file.officials[5].active = false;
        } else {
            file.officials.remove(5);
        }
        assert_eq!(installation.load("kleinstad", &file).status, 200);
        assert_eq!(installation.official(&cookie, "GET", "/api/v1/admin/me", &Value::Null).status, 401);
        assert_eq!(installation.use_link(&link).status, 401);
    }
}

#[test]
fn the_snapshot_is_read_at_most_every_five_seconds_and_outlives_the_object() {
    let installation = Installation::new();
    let kleinstad = slug("kleinstad");
    let first = ready(installation.edge.snapshot(&kleinstad)).unwrap();
    installation.objects.go_down(true);
    installation.objects.advance(4_000);
    assert_eq!(ready(installation.edge.snapshot(&kleinstad)).unwrap(), first);
    installation.objects.advance(HOUR);
    assert_eq!(ready(installation.edge.snapshot(&kleinstad)).unwrap(), first, "stale is better than nothing");
    let unknown = installation.get("/api/v1/municipalities/elders");
    assert_eq!((unknown.status.as_u16(), unknown.header("retry-after")), (503, "5"));
    installation.objects.go_down(false);
    // Who changes something sees it at once, however fresh the snapshot is.
    installation.load("kleinstad", &small_file());
    assert!(ready(installation.edge.snapshot(&kleinstad)).unwrap().version > first.version);
}

#[test]
fn loading_that_fails_halfway_leaves_nothing_half_done() {
    let installation = Installation::new();
    let mut file = small_file();
    file.settings.name = "Nieuwstad".into();
    file.areas.pop();
    file.officials.pop();
    file.rules.remove(0);
    installation
        .check_all_or_nothing(ObjectClass::Municipality, "kleinstad", || installation.load("kleinstad", &file).status);
}

#[test]
fn signing_in_that_fails_halfway_leaves_the_link_usable() {
    let installation = Installation::new();
    let token = installation.link("kleinstad", "sanne");
    installation.check_all_or_nothing(ObjectClass::Municipality, "kleinstad", || installation.use_link(&token).status);
}

#[test]
fn what_operators_and_officials_do_is_in_an_unbroken_log() {
    let installation = Installation::new();
    installation.sign_in("kleinstad", "sanne");
    installation.objects.inspect(ObjectClass::Municipality, "kleinstad", |sql| {
        let rows = sql.query("SELECT action FROM audit ORDER BY number", &[]).unwrap();
        let actions: Vec<&str> = rows.iter().map(|row| row.text("action").unwrap()).collect();
        assert_eq!(actions, ["municipality.load", "sign-in-link.make", "session.start"]);
        assert_eq!(audit::first_break(sql).unwrap(), None);
        assert!(sql.execute("UPDATE audit SET action = 'x'", &[]).is_err());
        assert!(sql.execute("DELETE FROM audit", &[]).is_err());
        sql.execute("DROP TRIGGER audit_no_update", &[]).unwrap();
        sql.execute("UPDATE audit SET actor = 'nobody' WHERE number = 2", &[]).unwrap();
        assert_eq!(audit::first_break(sql).unwrap(), Some(2));
    });
}
