//! Two municipalities on one server: whatever the one does, the other stays unseen and untouched.
//!
//! Every route stands in [`ROUTES`]; a route that is missing there fails. Each is asked by everybody who should not
//! reach it, and the answer must be the same, to the byte, as for something that does not exist.

mod routes;
mod secrets;
mod source;
mod towns;

use std::collections::BTreeSet;

use buurtstem_tests::{
    Answer, Client, Server,
    api::{Who, small_municipality},
};
use serde_json::{Value, json};
use ureq::http::Method;

use routes::{For, ROUTES};
use towns::{FOLLOW_KEY, HELPERS_KEY, Ids, NOBODYS, Towns, poll, proposal, rights};

/// Where residents' pages are.
const PLACES: [&str; 2] = ["", "/frame/v1"];

/// One official of every role, and one of another partner.
const OFFICIALS: [&str; 6] = ["sanne", "bram", "els", "ali", "rik", "wil"];

#[test]
fn every_route_is_in_the_table() {
    let mut in_table = BTreeSet::new();
    for (method, path, who) in ROUTES {
        let places = if *who == For::Page { &PLACES[..] } else { &[""] };
        in_table.extend(places.iter().map(|place| format!("{method} {place}{path}")));
    }
    assert_eq!(in_table, source::routes());
}

#[test]
fn officials_routes_need_a_session() {
    let server = Server::with_kleinstad();
    let nobodys = Ids::nobodys();
    for (method, path, _) in ROUTES.iter().filter(|(_, _, who)| *who == For::Officials) {
        let refused = if *method == "GET" { (401, "signInNeeded") } else { (403, "foreignOrigin") };
        for stranger in [server.anybody(), server.operator()] {
            let answer = ask(&stranger, method, path, &nobodys);
            assert_eq!((answer.status, answer.code().as_str()), refused, "{method} {path}");
        }
        let ended = Who::Official {
            cookie: format!("__Host-buurtstem=kleinstad.{NOBODYS}"),
            origin: server.origin().to_owned(),
        };
        let answer = ask(&server.anybody().with(ended), method, path, &nobodys);
        assert_eq!((answer.status, answer.code().as_str()), (401, "signInNeeded"), "{method} {path}");
    }
}

/// What the ids name is really there: whoever may see it at home, does.
#[test]
fn at_home_every_id_leads_somewhere() {
    // Nobody has a logo here, ready polls are no municipality's, and both have the same areas and topics; figures are open data once there is
    // a report, only an open poll can be filled in on paper, and a partner's link to a case has a proof of its own
    // (mailed.rs).
    const ELSEWHERE: [&str; 10] = [
        "/poll-templates/",
        "/wijken/",
        "/areas/",
        "/onderwerpen/",
        "/figures.csv",
        "/figures.json",
        "/code-book.csv",
        "/papier",
        "/samenwerken/",
        "/logo/",
    ];
    let towns = Towns::start();
    let home = [&towns.coordinator, &towns.administrator];
    let mut nowhere = Vec::new();
    for (_, route, who) in ROUTES.iter().filter(|(method, path, _)| *method == "GET" && path.contains('{')) {
        let path = towns.grootstads.path(route).replace("kleinstad", "grootstad");
        let path = if path.ends_with("/routes") { format!("{path}?areaId=de-linden&kind=idea") } else { path };
        let found = if *who == For::Officials {
            home.iter().any(|official| official.get(&path).status == 200)
        } else {
            let key = if route.contains("followed-pledge") { HELPERS_KEY } else { FOLLOW_KEY };
            let headers = [("follow-key", key)];
            let answer = towns.server.anybody().send(Method::GET, &path, None, &headers);
            (200..400).contains(&answer.status)
        };
        let elsewhere = ELSEWHERE.iter().any(|part| route.contains(part))
            && (*who != For::Officials || route.contains("templates") || route.contains("/areas/"));
        if !found && !elsewhere {
            nowhere.push(path);
        }
    }
    assert_eq!(nowhere, Vec::<String>::new());
}

#[test]
fn no_session_reaches_what_is_of_another_municipality() {
    let towns = Towns::start();
    let before = towns.all_of_grootstad();
    for official in OFFICIALS {
        let session = towns.server.sign_in("kleinstad", official);
        for (method, path, _) in ROUTES.iter().filter(|(_, path, who)| *who == For::Officials && path.contains('{')) {
            let theirs = ask(&session, method, path, &towns.grootstads);
            let nobodys = ask(&session, method, path, &Ids::nobodys());
            assert!(matches!(theirs.status, 403 | 404), "{official}: {method} {path}: {}", theirs.text());
            assert_eq!(theirs.body, nobodys.body, "{official}: {method} {path}");
        }
        for (method, path, _) in ROUTES.iter().filter(|(method, _, who)| *who == For::Officials && *method == "GET") {
            let answer = ask(&session, method, path, &towns.grootstads);
            let seen = answer.text();
            let Ids { poll, case, partner, text, message, webhook, .. } = &towns.grootstads;
            for theirs in [poll, case, partner, text, message, webhook, "geheim van Grootstad"] {
                assert!(!seen.contains(theirs), "{official}: {method} {path}: {seen}");
            }
        }
    }
    assert_eq!(towns.all_of_grootstad(), before);
}

#[test]
fn under_its_own_name_a_municipality_shows_and_takes_nothing_of_another() {
    let towns = Towns::start();
    let before = towns.all_of_grootstad();
    for somebody in [towns.server.anybody(), towns.server.sign_in("kleinstad", "sanne")] {
        for (method, path, who) in ROUTES.iter().filter(|(_, _, who)| *who == For::Anybody) {
            let theirs = ask(&somebody, method, path, &towns.grootstads);
            assert!(!theirs.text().contains("geheim van Grootstad"), "{who:?} {method} {path}: {}", theirs.text());
            if path.contains("_id}") || path.contains("{id}") {
                let nobodys = ask(&somebody, method, path, &Ids::nobodys());
                assert_eq!((theirs.status, &theirs.body), (404, &nobodys.body), "{method} {path}");
            }
        }
        for (method, path, _) in ROUTES.iter().filter(|(_, _, who)| matches!(who, For::Page | For::Document)) {
            for place in PLACES {
                let path = format!("{place}{path}");
                let theirs = ask_page(&somebody, method, &path, &towns.grootstads);
                assert!(!theirs.text().contains("geheim van Grootstad"), "{method} {path}: {}", theirs.text());
                // A poll or an idea of another, and the key to it.
                if path.contains("_id}") || (path.ends_with("/volgen") && *method == "POST") {
                    let nobodys = ask_page(&somebody, method, &path, &Ids::nobodys());
                    assert_eq!((theirs.status, &theirs.body), (404, &nobodys.body), "{method} {path}");
                }
            }
        }
    }
    assert_eq!(towns.all_of_grootstad(), before);
}

#[test]
fn a_token_of_one_is_no_token_of_the_other() {
    let towns = Towns::start();
    let server = &towns.server;
    let sanne = server.sign_in("kleinstad", "sanne");
    let Who::Official { cookie, origin } = &sanne.who else { panic!("not signed in") };
    let forged = Who::Official { cookie: cookie.replace("kleinstad", "grootstad"), origin: origin.clone() };
    let forged = sanne.with(forged);
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
    let towns = Towns::start();
    let before = towns.all_of_grootstad();
    let mut renamed = small_municipality();
    renamed["settings"]["name"] = "Nieuwstad".into();
    for official in renamed["officials"].as_array_mut().unwrap() {
        // Without a coordinator it would not be taken.
        official["active"] = (official["role"] == "coordinator").into();
    }
    towns.server.load("kleinstad", &renamed);
    assert_eq!(towns.all_of_grootstad(), before);
}

/// Asks kleinstad, or with a session, for what the ids name; the body fits, so that nothing but the ids decides.
fn ask(client: &Client, method: &str, route: &str, ids: &Ids) -> Answer {
    let path = ids.path(route);
    let method: Method = method.parse().unwrap();
    // A key that grootstad knows and kleinstad does not; a ballot's id must be random characters.
    let key = if route.contains("followed-pledge") { HELPERS_KEY } else { FOLLOW_KEY };
    let headers = [("follow-key", key), ("idempotency-key", "00000000000000000000000001")];
    let path = match route.rsplit('/').next() {
        Some("routes") => format!("{path}?areaId=de-linden&kind=idea"),
        Some("partner-figures") => format!("{path}?from=2026-01-01&until=2026-12-31"),
        _ => path,
    };
    let body = (method != Method::GET).then(|| body(route, ids));
    client.send(method, &path, body.as_ref(), &headers)
}

/// The same for a page, with a form that fits.
fn ask_page(client: &Client, method: &str, route: &str, ids: &Ids) -> Answer {
    let path = ids.path(route);
    let form = match path.rsplit('/').next().unwrap_or_default() {
        "volgen" => format!("followKey={FOLLOW_KEY}&move=open"),
        "idee" => "move=forward&what=Meer+licht".to_owned(),
        "bedankt" => "email=lezer%40voorbeeld.example".to_owned(),
        _ => "move=start".to_owned(),
    };
    let headers = [("content-type", "application/x-www-form-urlencoded")];
    let (headers, form) = if method == "POST" { (&headers[..], form) } else { (&[][..], String::new()) };
    client.send_bytes(method.parse().unwrap(), &path, form.into_bytes(), headers)
}

fn body(route: &str, ids: &Ids) -> Value {
    let text = json!({ "nl": "Een tekst." });
    match route.rsplit('/').next().unwrap_or_default() {
        "polls" => json!({ "version": 0, "poll": poll("eigen-peiling") }),
        "{text}" | "standard-texts" => {
            let version = u32::from(route.ends_with('}'));
            json!({ "version": version, "title": "Van ons", "ending": "notDone", "language": "nl", "words": "Nee." })
        }
        "{webhook}" => json!({ "on": false }),
        "formal-rights" => json!({ "version": 0, "rights": rights("Onderhoud van groen") }),
        "sites" => json!({ "address": "https://nieuw.kleinstad.example", "both": true }),
        "webhooks" => json!({ "url": "https://zaken.kleinstad.example/hook" }),
        "{partner_id}" => json!({ "version": 0, "agreement": "processor", "agreementUntil": "2099-01-01" }),
        "{poll_id}" => json!({ "version": 1, "poll": poll(&ids.poll) }),
        "kind" => json!({ "version": 1, "kind": "idea" }),
        "opening" => json!({ "version": 1, "closesOn": "2099-01-01" }),
        "ballots" if route.contains("/admin/") => json!({ "ballotId": NOBODYS, "answers": {}, "channel": "desk" }),
        "ballots" => json!({ "answers": {} }),
        "corrections" => json!({ "version": 1, "note": text, "poll": poll(&ids.poll) }),
        "raw-ballots" => json!({ "reason": "Om de telling na te gaan." }),
        "report" => {
            json!({ "version": 1, "heard": text, "weDo": [{ "text": text, "byWhom": "gemeente" }], "youCan": [{ "text": text }] })
        }
        "proposals" => proposal("iets van Kleinstad", NOBODYS),
        "cases" => {
            json!({ "draft": proposal("iets van Kleinstad", NOBODYS)["draft"], "language": "nl", "channel": "phone" })
        }
        "updates" | "questions" | "reopening-refusal" | "notes" | "update-proposals" | "contact-notes" => {
            json!({ "version": 1, "text": "Wij kijken er deze week naar." })
        }
        "backing" => json!({ "backs": true }),
        "agreements" => json!({ "version": 1, "contact": "Team Wijken", "reach": "14 099" }),
        "contact-end" => json!({ "version": 1, "reason": "Zij zijn gestopt." }),
        "tasks" if route.contains("/admin/") => {
            json!({ "version": 1, "kind": "permit", "text": "Toestemming vragen.", "until": "2099-01-01" })
        }
        "{task}" if route.contains("/admin/") => json!({ "version": 1, "move": { "kind": "finish" } }),
        "translations" => json!({ "version": 1, "translations": [] }),
        "erasure" => json!({ "version": 1, "reason": "De bewoner belde." }),
        "redaction" | "hiding" => json!({ "version": 1, "reason": "Er stond een naam in." }),
        "passing-on" => json!({ "version": 1, "nature": "complaint", "to": "Klachten", "text": "Dit is een klacht." }),
        "conclusion" => json!({ "version": 1, "outcome": { "kind": "notDone" }, "text": "Dit doen wij niet, omdat." }),
        "levels" => json!({ "level": "group", "reason": "Zij doen het zelf." }),
        "phases" => json!({ "phase": "dividingRoles" }),
        "group-helps" | "{help}" => {
            json!({ "version": 0, "group": "Tuingroep", "toAreaId": "zuid", "askedOn": "2026-01-01", "answer": "waiting" })
        }
        "contacts" | "{contact}" => {
            json!({ "version": 0, "partnerId": "gemeente", "role": "other", "name": "Jo", "phone": "14 099" })
        }
        "{question_id}" => json!({ "measure": "cohesion" }),
        "promise" => json!({ "version": 1, "until": "2099-01-01", "reason": "Het duurt langer." }),
        "needed-decision" => json!({ "version": 1, "who": "De gemeenteraad", "until": "2099-01-01" }),
        "planned-date" => {
            json!({ "version": 1, "by": "politie", "on": "2099-01-01", "text": "Wij komen langs." })
        }
        "handovers" | "support-requests" => json!({ "version": 1, "to": "politie", "reason": "Dit is iets voor u." }),
        "reply" if route.contains("followed-case") => json!({ "accept": true }),
        "reply" => json!({ "version": 1, "accept": true }),
        "routing-rules" => {
            json!({ "version": 1, "rules": [{ "id": "overig", "lead": "gemeente", "answerDays": 10 }] })
        }
        "residents" => json!({ "csv": "code;15-24;25-44;45-64;65-plus\nBU99980101;1;2;3;4" }),
        "area-lookups" => json!({ "postcode": "1234 AB" }),
        "devices" => json!({
            "endpoint": "https://updates.push.services.mozilla.com/wpush/v2/kleinstad",
            "keys": {
                "p256dh": "BCVxsr7N_eNgVRqvHtD0zTZsEc6-VV-JvLexhqUzORcxaOzi6-AYWXvTBHm4bjyPjs7Vd8pZGH6SRpkNtoIAiw4",
                "auth": "BTBZMqHH6r4Tts7J_aSIgg",
            },
            "language": "nl",
            "wanted": true,
        }),
        "logo" => json!("no picture"),
        "house-style" => json!({ "theme": ":root { --utrecht-link-color: #00468b }" }),
        "takeover" => json!({ "site": "https://www.kleinstad.example" }),
        "house-style-values" => {
            json!({ "key": format!("grootstad.{NOBODYS}"), "site": "https://www.kleinstad.example", "values": {} })
        }
        "trial" if route.contains("house-style") => json!({ "theme": ":root { --utrecht-link-color: #00468b }" }),
        "trial" => json!({ "rules": [{ "id": "overig", "lead": "gemeente", "answerDays": 10 }] }),
        "tags" => json!({ "tags": ["licht"] }),
        "answers" => json!({ "questionId": NOBODYS, "text": "Ja." }),
        "{slug}" => small_municipality(),
        "sign-in-links" => json!({ "officialId": "sanne" }),
        "emptying" => json!({}),
        "language" => json!({ "version": 1, "language": "en" }),
        "withdrawal" if route.contains("followed-") => json!({}),
        "pledges" => json!({ "text": "Ik help.", "language": "nl", "followKey": NOBODYS }),
        "experience" => json!({ "share": true }),
        "messages" | "threats" => json!({ "text": "Er hing een briefje." }),
        _ => json!({ "version": 1 }),
    }
}
