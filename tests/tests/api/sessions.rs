//! Signing in, staying signed in, and being signed out.

use buurtstem_tests::{
    Server,
    api::{Who, small_municipality},
};
use serde_json::json;
use ureq::http::Method;

const MINUTE: i64 = 60_000;
const ME: &str = "/api/v1/admin/me";

#[test]
fn a_link_signs_in_once_and_the_session_survives_a_crash() {
    let mut server = Server::with_kleinstad();
    let token = server.sign_in_token("kleinstad", "sanne");
    let signed_in = server.use_token(&token).expect(201);
    assert_eq!(signed_in.json()["name"], "Sanne de Wit");
    assert_eq!(server.use_token(&token).expect(401).code(), "signInLinkInvalid");
    let cookie = signed_in.header("set-cookie").to_owned();
    for attribute in ["__Host-buurtstem=", "; Path=/", "; Secure", "; HttpOnly", "; SameSite=Strict"] {
        assert!(cookie.contains(attribute), "{cookie}");
    }

    let sanne = server.sign_in("kleinstad", "sanne");
    server.crash_and_restart().unwrap();
    let me = sanne.get(ME).expect(200);
    assert_eq!(me.json()["role"], "coordinator");
    assert_eq!(me.header("cache-control"), "no-store");
    let _ = sanne.delete("/api/v1/admin/sessions/current").expect(204);
    assert_eq!(sanne.get(ME).expect(401).code(), "signInNeeded");
}

#[test]
fn sessions_end_with_time() {
    let server = Server::with_kleinstad();
    let sanne = server.sign_in("kleinstad", "sanne");
    server.set_clock(29 * MINUTE);
    let _ = sanne.get(ME).expect(200);
    server.set_clock(58 * MINUTE);
    let _ = sanne.get(ME).expect(200);
    server.set_clock(88 * MINUTE);
    assert_eq!(sanne.get(ME).status, 401, "idle for half an hour");
    server.run_due_work();

    server.set_clock(0);
    let sanne = server.sign_in("kleinstad", "sanne");
    for step in 1..36 {
        server.set_clock(step * 20 * MINUTE);
        let _ = sanne.get(ME).expect(200);
    }
    server.set_clock(12 * 60 * MINUTE);
    assert_eq!(sanne.get(ME).status, 401, "twelve hours after signing in");
}

#[test]
fn a_link_ends_with_time_and_with_a_newer_one() {
    let server = Server::with_kleinstad();
    let old = server.sign_in_token("kleinstad", "sanne");
    let new = server.sign_in_token("kleinstad", "sanne");
    assert_eq!(server.use_token(&old).status, 401);
    server.set_clock(24 * 60 * MINUTE);
    assert_eq!(server.use_token(&new).status, 401);
}

#[test]
fn an_official_who_leaves_is_signed_out_at_once() {
    let server = Server::with_kleinstad();
    let wil = server.sign_in("kleinstad", "wil");
    let _ = wil.get(ME).expect(200);
    let mut file = small_municipality();
    file["officials"][5]["active"] = false.into();
    server.load("kleinstad", &file);
    assert_eq!(wil.get(ME).status, 401);
    let links = "/api/v1/municipalities/kleinstad/sign-in-links";
    assert_eq!(server.operator().post(links, &json!({ "officialId": "wil" })).status, 404);
    // The session is gone for good, not only refused while inactive.
    server.load("kleinstad", &small_municipality());
    assert_eq!(wil.get(ME).status, 401);
}

#[test]
fn what_changes_something_has_to_come_from_the_admin_origin() {
    let server = Server::with_kleinstad();
    let mut sanne = server.sign_in("kleinstad", "sanne");
    let Who::Official { origin, .. } = &mut sanne.who else { panic!("not an official") };
    *origin = "https://evil.example".to_owned();
    assert_eq!(sanne.delete("/api/v1/admin/sessions/current").expect(403).code(), "foreignOrigin");
    let _ = sanne.get(ME).expect(200);
    let token = server.sign_in_token("kleinstad", "sanne");
    let body = json!({ "token": token });
    let foreign = [("origin", "https://evil.example")];
    let answer = server.anybody().send(Method::POST, "/api/v1/admin/sessions", Some(&body), &foreign);
    assert_eq!(answer.expect(403).code(), "foreignOrigin");
}

#[test]
fn fifty_uses_of_one_link_at_once_sign_in_once() {
    let server = Server::with_kleinstad();
    let token = server.sign_in_token("kleinstad", "sanne");
    let signed_in = std::thread::scope(|scope| {
        let uses: Vec<_> = (0..50).map(|_| scope.spawn(|| server.use_token(&token).status)).collect();
        uses.into_iter().map(|used| used.join().unwrap()).filter(|status| *status == 201).count()
    });
    assert_eq!(signed_in, 1);
}
