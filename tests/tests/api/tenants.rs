//! Two municipalities on one server: whatever the one does, the other stays unseen and untouched.
//!
//! Every route stands in [`ROUTES`]; a route that is missing there fails. Each is asked by everybody who should not
//! reach it, and the answer must be the same as for something that does not exist.

use std::{collections::BTreeSet, fs, path::Path};

use buurtstem_tests::{Client, Server, api::small_municipality};
use serde_json::{Value, json};
use ureq::http::Method;

/// Who may use a route.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum For {
    Anybody,
    Operator,
    /// With a session; the session says which municipality.
    Officials,
    /// A session ends or begins here.
    SigningIn,
}

/// Every route: method, path below the origin, for whom.
const ROUTES: &[(&str, &str, For)] = &[
    ("GET", "/api/v1/municipalities/{slug}", For::Anybody),
    ("PUT", "/api/v1/municipalities/{slug}", For::Operator),
    ("POST", "/api/v1/municipalities/{slug}/sign-in-links", For::Operator),
    ("POST", "/api/v1/admin/sessions", For::SigningIn),
    ("DELETE", "/api/v1/admin/sessions/current", For::SigningIn),
    ("GET", "/api/v1/admin/me", For::Officials),
];

#[test]
fn every_route_is_in_the_table() {
    let in_table: BTreeSet<String> = ROUTES.iter().map(|(method, path, _)| format!("{method} {path}")).collect();
    assert_eq!(in_table, routes_in_the_source());
}

#[test]
fn officials_routes_need_a_session() {
    let server = Server::with_kleinstad();
    for (method, path, _) in ROUTES.iter().filter(|(_, _, who)| *who == For::Officials) {
        for stranger in [server.anybody(), server.operator()] {
            let answer = ask(&stranger, method, path);
            assert_eq!(
                (answer.0, answer.1.as_str()),
                if *method == "GET" { (401, "signInNeeded") } else { (403, "foreignOrigin") },
                "{method} {path}"
            );
        }
    }
}

#[test]
fn a_session_opens_nothing_of_another_municipality() {
    let server = Server::with_kleinstad();
    server.load("grootstad", &named("Grootstad"));
    let sanne = server.sign_in("kleinstad", "sanne");
    // The same token under the other name is no session there.
    let Client { who: buurtstem_tests::api::Who::Official { cookie, .. }, .. } = &sanne else {
        panic!("not signed in")
    };
    let mut forged = sanne.clone();
    forged.who = buurtstem_tests::api::Who::Official {
        cookie: cookie.replace("kleinstad", "grootstad"),
        origin: server.origin().to_owned(),
    };
    assert_eq!(forged.get("/api/v1/admin/me").expect(401).code(), "signInNeeded");
    let me = sanne.get("/api/v1/admin/me").expect(200);
    assert_eq!(me.json()["municipalityName"], "Kleinstad");
    assert!(!me.text().contains("Grootstad"));
    // A link for one is no link for the other, and is not used up by trying.
    let link = server.sign_in_token("kleinstad", "bram");
    assert_eq!(server.use_token(&link.replace("kleinstad", "grootstad")).status, 401);
    assert_eq!(server.use_token(&link).status, 201);
}

#[test]
fn loading_one_leaves_the_other_as_it_was() {
    let server = Server::with_kleinstad();
    let path = "/api/v1/municipalities/kleinstad";
    let before = server.anybody().get(path).expect(200);
    let sanne = server.sign_in("kleinstad", "sanne");
    let mut other = named("Grootstad");
    other["officials"][0]["active"] = false.into();
    server.load("grootstad", &other);
    assert_eq!(server.anybody().get(path).expect(200).body, before.body);
    let _ = sanne.get("/api/v1/admin/me").expect(200);
}

fn named(name: &str) -> Value {
    let mut file = small_municipality();
    file["settings"]["name"] = name.into();
    file
}

/// Asks with ids that do not exist; the status and the code.
fn ask(client: &Client, method: &str, path: &str) -> (u16, String) {
    let path = path.replace("{slug}", "kleinstad").replace("{id}", NOBODYS).replace("{handover}", NOBODYS);
    let method: Method = method.parse().unwrap();
    let body = (method != Method::GET).then(|| json!({}));
    let answer = client.send(method, &path, body.as_ref(), &[]);
    (answer.status, answer.code())
}

/// An id that nothing has.
const NOBODYS: &str = "00000000000000000000000000";

/// The routes as they are registered, read from the source: a router cannot list its own.
fn routes_in_the_source() -> BTreeSet<String> {
    let http = Path::new(env!("CARGO_MANIFEST_DIR")).join("../worker/src/http");
    let mut routes = BTreeSet::new();
    for (folder, prefix) in [("public", "/api/v1"), ("admin", "/api/v1/admin"), (".", "/api/v1")] {
        for entry in fs::read_dir(http.join(folder)).unwrap() {
            let path = entry.unwrap().path();
            let name = path.file_name().unwrap().to_string_lossy().into_owned();
            // Tests, and what only tests use, are no part of what is served.
            if path.extension().is_none_or(|extension| extension != "rs")
                || name == "tests.rs"
                || name == "test_control.rs"
            {
                continue;
            }
            for (method, route) in routes_in(&fs::read_to_string(&path).unwrap()) {
                routes.insert(format!("{method} {prefix}{route}"));
            }
        }
    }
    routes
}

/// What stands in `.route("…", get(…).post(…))`.
fn routes_in(source: &str) -> Vec<(&'static str, String)> {
    let mut found = Vec::new();
    for call in source.split(".route(").skip(1) {
        let path = call.split('"').nth(1).unwrap_or_default().to_owned();
        let end = matching_parenthesis(call);
        for (function, method) in
            [("get(", "GET"), ("post(", "POST"), ("put(", "PUT"), ("delete(", "DELETE"), ("patch(", "PATCH")]
        {
            let registered = call[..end]
                .match_indices(function)
                .any(|(place, _)| !call[..place].ends_with(|before: char| before.is_alphanumeric() || before == '_'));
            if registered {
                found.push((method, path.clone()));
            }
        }
    }
    found
}

fn matching_parenthesis(text: &str) -> usize {
    let mut depth = 1;
    for (place, character) in text.char_indices() {
        depth += match character {
            '(' => 1,
            ')' => -1,
            _ => 0,
        };
        if depth == 0 {
            return place;
        }
    }
    text.len()
}
