//! Requests that nobody who means well sends: refused without harm, in plain words.

use buurtstem_tests::{Answer, Server};
use ureq::http::Method;

const SESSIONS: &str = "/api/v1/admin/sessions";

fn post(server: &Server, content_type: &str, body: &[u8]) -> Answer {
    let headers = [("origin", server.origin()), ("content-type", content_type), ("accept-language", "en")];
    server.anybody().send_bytes(Method::POST, SESSIONS, body.to_vec(), &headers)
}

#[test]
fn bodies_that_do_not_fit_are_refused_and_the_server_goes_on() {
    let server = Server::with_kleinstad();
    let json = "application/json";
    let deep = "[".repeat(30_000);
    let large = format!("{{\"token\":\"{}\"}}", "a".repeat(70_000));
    let cases: [(&str, &[u8], u16, &str); 9] = [
        ("text/plain", b"{}", 415, "contentTypeNotJson"),
        ("application/x-www-form-urlencoded", b"token=a", 415, "contentTypeNotJson"),
        (json, b"", 400, "notJson"),
        (json, b"{\"token\":", 400, "notJson"),
        (json, b"{\"token\":\"\xc3\x28\"}", 400, "notUtf8"),
        (json, b"{\"token\":\"a\",\"token\":\"b\"}", 400, "duplicateKey"),
        (json, deep.as_bytes(), 400, "tooDeep"),
        (json, large.as_bytes(), 413, "tooLarge"),
        (json, b"[]", 400, "invalid"),
    ];
    for (content_type, body, status, code) in cases {
        let start = String::from_utf8_lossy(body).chars().take(40).collect::<String>();
        let answer = post(&server, content_type, body);
        assert_eq!((answer.status, answer.code().as_str()), (status, code), "{start}");
        assert_eq!(answer.header("content-type"), "application/problem+json", "{start}");
        assert_eq!(answer.header("api-version"), "1.0.0", "{start}");
    }
    let unknown = post(&server, json, br#"{"token":"a","role":"administrator"}"#).expect(400);
    assert_eq!(unknown.faults(), ["role noSuchField"]);
    assert!(unknown.text().contains("This field does not exist"), "in the reader's language: {}", unknown.text());
    let _ = server.sign_in("kleinstad", "sanne").get("/api/v1/admin/me").expect(200);
}

#[test]
fn every_door_for_the_public_refuses_alike() {
    let server = Server::with_kleinstad();
    let id = "00000000000000000000000000";
    let deep = format!("{{\"draft\":{}", "[".repeat(100));
    let large = vec![b' '; 70_000];
    let ballots = format!("polls/{id}/ballots");
    let of_a_case =
        ["followed-case/answers", "followed-case/rating", "followed-case/threats", "followed-case/withdrawal"];
    for route in [ballots.as_str(), "proposals"].into_iter().chain(of_a_case) {
        let path = format!("/api/v1/municipalities/kleinstad/{route}");
        let post = |content_type: &str, body: &[u8]| {
            let headers = [("content-type", content_type), ("idempotency-key", id), ("follow-key", id)];
            let answer = server.anybody().send_bytes(Method::POST, &path, body.to_vec(), &headers);
            format!("{} {}", answer.status, answer.code())
        };
        let json = "application/json";
        assert_eq!(post("text/plain", b"{}"), "415 contentTypeNotJson", "{route}");
        assert_eq!(post(json, b"{\"a\":\"\xff\"}"), "400 notUtf8", "{route}");
        assert_eq!(post(json, b"{\"a\":1,\"a\":2}"), "400 duplicateKey", "{route}");
        assert_eq!(post(json, deep.as_bytes()), "400 tooDeep", "{route}");
        assert_eq!(post(json, &large), "413 tooLarge", "{route}");
        assert_eq!(post(json, b"{\"partner\":\"politie\"}"), "400 invalid", "{route}");
        let headers = [("content-type", json), ("follow-key", id)];
        let keyless = server.anybody().send_bytes(Method::POST, &path, b"{}".to_vec(), &headers);
        assert_eq!(keyless.expect(400).code(), "idempotencyKeyMissing", "{route}");
    }
}

#[test]
fn addresses_that_are_not_in_normal_form_are_refused() {
    let server = Server::with_kleinstad();
    for path in [
        "/api/v1//municipalities/kleinstad",
        "/api/v1/municipalities/%2e%2e/kleinstad",
        "/api/v1/municipalities/kleinstad%2fpolls",
        "/api/v1/municipalities/kleinstad%5cpolls",
        "/assets/%2e%2e/secrets.json",
        "/assets/..%2fsecrets.json",
    ] {
        let status =
            server.status_of_raw(&format!("GET {path} HTTP/1.1\r\nhost: a\r\nconnection: close\r\n\r\n")).unwrap();
        assert_eq!(status, 400, "{path}");
    }
    // The platform itself resolves these before we see them; what is left is an ordinary address.
    for path in ["/api/v1/../../assets/../x", "/./api/v1/nothing"] {
        let status =
            server.status_of_raw(&format!("GET {path} HTTP/1.1\r\nhost: a\r\nconnection: close\r\n\r\n")).unwrap();
        assert!(matches!(status, 400 | 404), "{path}: {status}");
    }
}

#[test]
fn what_is_not_there_looks_the_same_whatever_was_asked() {
    let server = Server::with_kleinstad();
    let anybody = server.anybody();
    let nowhere = anybody.get("/api/v1/municipalities/nergens").expect(404);
    for path in ["/api/v1/municipalities/Nergens", "/api/v1/municipalities/api", "/api/v1/nothing"] {
        assert_eq!(anybody.get(path).expect(404).body, nowhere.body, "{path}");
    }
    assert_eq!(nowhere.json()["title"], "Niet gevonden");
    // Once somebody has looked at the municipality, its number stands on its errors.
    let _ = anybody.get("/api/v1/municipalities/kleinstad").expect(200);
    let inside = anybody.get("/api/v1/municipalities/kleinstad/nothing").expect(404);
    assert!(inside.text().contains("14 099"), "{}", inside.text());
    assert_eq!(anybody.delete("/api/v1/municipalities/kleinstad").expect(405).code(), "methodNotAllowed");
}
