//! Two municipalities on one server: whatever the one does, the other stays unseen and untouched.
//!
//! Every route stands in [`ROUTES`]; a route that is missing there fails. Each is asked by everybody who should not
//! reach it, and the answer must be the same, to the byte, as for something that does not exist.

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

use towns::{FOLLOW_KEY, HELPERS_KEY, Ids, NOBODYS, Towns, poll, proposal};

/// Who may use a route.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum For {
    Anybody,
    Operator,
    /// With a session; the session says which municipality.
    Officials,
    /// A session ends or begins here.
    SigningIn,
    /// A page with forms, for residents; in a frame too, see [`PLACES`].
    Page,
    /// A document outside any frame.
    Document,
}

/// Where residents' pages are.
const PLACES: [&str; 2] = ["", "/frame/v1"];

/// Every route: method, path, for whom.
const ROUTES: &[(&str, &str, For)] = &[
    ("GET", "/api/v1/municipalities/{slug}", For::Anybody),
    ("GET", "/api/v1/municipalities/{slug}/polls", For::Anybody),
    ("GET", "/api/v1/municipalities/{slug}/polls/{poll_id}", For::Anybody),
    ("GET", "/api/v1/municipalities/{slug}/polls/{poll_id}/figures.csv", For::Anybody),
    ("GET", "/api/v1/municipalities/{slug}/polls/{poll_id}/figures.json", For::Anybody),
    ("GET", "/api/v1/municipalities/{slug}/polls/{poll_id}/code-book.csv", For::Anybody),
    ("POST", "/api/v1/municipalities/{slug}/polls/{poll_id}/ballots", For::Anybody),
    ("GET", "/api/v1/municipalities/{slug}/routes", For::Anybody),
    ("POST", "/api/v1/municipalities/{slug}/area-lookups", For::Anybody),
    ("POST", "/api/v1/municipalities/{slug}/proposals", For::Anybody),
    ("GET", "/api/v1/municipalities/{slug}/initiatives", For::Anybody),
    ("GET", "/api/v1/municipalities/{slug}/initiatives/{id}", For::Anybody),
    ("GET", "/api/v1/municipalities/{slug}/followed-case", For::Anybody),
    ("POST", "/api/v1/municipalities/{slug}/followed-case/answers", For::Anybody),
    ("POST", "/api/v1/municipalities/{slug}/followed-case/rating", For::Anybody),
    ("POST", "/api/v1/municipalities/{slug}/followed-case/threats", For::Anybody),
    ("PUT", "/api/v1/municipalities/{slug}/followed-case/contact", For::Anybody),
    ("POST", "/api/v1/municipalities/{slug}/followed-case/experience", For::Anybody),
    ("POST", "/api/v1/municipalities/{slug}/followed-case/withdrawal", For::Anybody),
    ("POST", "/api/v1/municipalities/{slug}/followed-case/tasks", For::Anybody),
    ("POST", "/api/v1/municipalities/{slug}/initiatives/{id}/pledges", For::Anybody),
    ("GET", "/api/v1/municipalities/{slug}/followed-pledge", For::Anybody),
    ("POST", "/api/v1/municipalities/{slug}/followed-pledge/messages", For::Anybody),
    ("POST", "/api/v1/municipalities/{slug}/followed-pledge/withdrawal", For::Anybody),
    ("POST", "/api/v1/municipalities/{slug}/followed-pledge/threats", For::Anybody),
    ("POST", "/api/v1/municipalities/{slug}/followed-pledge/tasks/{task}", For::Anybody),
    ("POST", "/api/v1/municipalities/{slug}/followed-case/pledges/{pledge}/reply", For::Anybody),
    ("POST", "/api/v1/municipalities/{slug}/followed-case/pledges/{pledge}/messages", For::Anybody),
    ("POST", "/api/v1/municipalities/{slug}/followed-case/tasks/{task}", For::Anybody),
    ("PUT", "/api/v1/municipalities/{slug}", For::Operator),
    ("POST", "/api/v1/municipalities/{slug}/sign-in-links", For::Operator),
    ("PUT", "/api/v1/municipalities/{slug}/area-map", For::Operator),
    ("PUT", "/api/v1/municipalities/{slug}/postcodes", For::Operator),
    ("PUT", "/api/v1/municipalities/{slug}/residents", For::Operator),
    ("PUT", "/api/v1/admin/area-map", For::Officials),
    ("DELETE", "/api/v1/admin/area-map", For::Officials),
    ("GET", "/api/v1/admin/postcodes", For::Officials),
    ("PUT", "/api/v1/admin/postcodes", For::Officials),
    ("DELETE", "/api/v1/admin/postcodes", For::Officials),
    ("POST", "/api/v1/admin/postcodes/preview", For::Officials),
    ("POST", "/api/v1/admin/sessions", For::SigningIn),
    ("DELETE", "/api/v1/admin/sessions/current", For::SigningIn),
    ("GET", "/api/v1/admin/me", For::Officials),
    ("GET", "/api/v1/admin/polls", For::Officials),
    ("POST", "/api/v1/admin/polls", For::Officials),
    ("GET", "/api/v1/admin/polls/{poll_id}", For::Officials),
    ("PUT", "/api/v1/admin/polls/{poll_id}", For::Officials),
    ("POST", "/api/v1/admin/polls/{poll_id}/opening", For::Officials),
    ("POST", "/api/v1/admin/polls/{poll_id}/corrections", For::Officials),
    ("POST", "/api/v1/admin/polls/{poll_id}/cancellation", For::Officials),
    ("POST", "/api/v1/admin/polls/{poll_id}/closing", For::Officials),
    ("GET", "/api/v1/admin/residents", For::Officials),
    ("PUT", "/api/v1/admin/residents", For::Officials),
    ("GET", "/api/v1/admin/polls/{poll_id}/figures.csv", For::Officials),
    ("GET", "/api/v1/admin/polls/{poll_id}/figures.xlsx", For::Officials),
    ("GET", "/api/v1/admin/polls/{poll_id}/code-book.csv", For::Officials),
    ("GET", "/api/v1/admin/polls/{poll_id}/charts/{file}", For::Officials),
    ("POST", "/api/v1/admin/polls/{poll_id}/raw-ballots", For::Officials),
    ("POST", "/api/v1/admin/polls/{poll_id}/ballots", For::Officials),
    ("PUT", "/api/v1/admin/polls/{poll_id}/report", For::Officials),
    ("GET", "/api/v1/admin/polls/{poll_id}/texts/{question_id}", For::Officials),
    ("PUT", "/api/v1/admin/polls/{poll_id}/texts/{question_id}/{written}/tags", For::Officials),
    ("GET", "/api/v1/admin/poll-templates", For::Officials),
    ("GET", "/api/v1/admin/poll-templates/{template_id}", For::Officials),
    ("GET", "/api/v1/admin/routes", For::Officials),
    ("GET", "/api/v1/admin/cases", For::Officials),
    ("GET", "/api/v1/admin/case-search", For::Officials),
    ("GET", "/api/v1/admin/case-overview", For::Officials),
    ("POST", "/api/v1/admin/cases", For::Officials),
    ("GET", "/api/v1/admin/cases/{id}", For::Officials),
    ("POST", "/api/v1/admin/cases/{id}/updates", For::Officials),
    ("POST", "/api/v1/admin/cases/{id}/questions", For::Officials),
    ("POST", "/api/v1/admin/cases/{id}/conclusion", For::Officials),
    ("POST", "/api/v1/admin/cases/{id}/passing-on", For::Officials),
    ("POST", "/api/v1/admin/cases/{id}/reopening", For::Officials),
    ("POST", "/api/v1/admin/cases/{id}/reopening-refusal", For::Officials),
    ("POST", "/api/v1/admin/cases/{id}/handovers", For::Officials),
    ("POST", "/api/v1/admin/cases/{id}/handovers/{handover}/reply", For::Officials),
    ("POST", "/api/v1/admin/cases/{id}/handovers/{handover}/withdrawal", For::Officials),
    ("POST", "/api/v1/admin/cases/{id}/promise", For::Officials),
    ("POST", "/api/v1/admin/cases/{id}/hold", For::Officials),
    ("POST", "/api/v1/admin/cases/{id}/support-requests", For::Officials),
    ("POST", "/api/v1/admin/cases/{id}/support-requests/{partner_id}/reply", For::Officials),
    ("POST", "/api/v1/admin/cases/{id}/notes", For::Officials),
    ("POST", "/api/v1/admin/cases/{id}/update-proposals", For::Officials),
    ("POST", "/api/v1/admin/cases/{id}/needed-decision", For::Officials),
    ("POST", "/api/v1/admin/cases/{id}/planned-date", For::Officials),
    ("POST", "/api/v1/admin/cases/{id}/planned-date/reply", For::Officials),
    ("POST", "/api/v1/admin/cases/{id}/kind", For::Officials),
    ("POST", "/api/v1/admin/cases/{id}/agreements", For::Officials),
    ("POST", "/api/v1/admin/cases/{id}/contact-notes", For::Officials),
    ("POST", "/api/v1/admin/cases/{id}/contact-end", For::Officials),
    ("GET", "/api/v1/admin/contact-tasks", For::Officials),
    ("GET", "/api/v1/admin/tasks", For::Officials),
    ("GET", "/api/v1/admin/initiatives", For::Officials),
    ("POST", "/api/v1/admin/initiatives/{id}/backing", For::Officials),
    ("POST", "/api/v1/admin/cases/{id}/tasks", For::Officials),
    ("POST", "/api/v1/admin/cases/{id}/tasks/{task}", For::Officials),
    ("POST", "/api/v1/admin/cases/{id}/threat-care", For::Officials),
    ("POST", "/api/v1/admin/cases/{id}/redaction", For::Officials),
    ("POST", "/api/v1/admin/cases/{id}/translations", For::Officials),
    ("POST", "/api/v1/admin/cases/{id}/language", For::Officials),
    ("POST", "/api/v1/admin/cases/{id}/review-release", For::Officials),
    ("POST", "/api/v1/admin/cases/{id}/publication", For::Officials),
    ("POST", "/api/v1/admin/cases/{id}/hiding", For::Officials),
    ("POST", "/api/v1/admin/cases/{id}/erasure", For::Officials),
    ("GET", "/healthz", For::Document),
    ("GET", "/", For::Document),
    ("GET", "/admin", For::Document),
    ("GET", "/admin/{*rest}", For::Document),
    ("GET", "/embed/v1/{slug}/reason.js", For::Document),
    ("GET", "/{slug}", For::Page),
    ("GET", "/{slug}/{language}", For::Page),
    ("GET", "/{slug}/{language}/peilingen/{poll_id}", For::Page),
    ("POST", "/{slug}/{language}/peilingen/{poll_id}", For::Page),
    ("GET", "/{slug}/{language}/peilingen/{poll_id}/bedankt", For::Page),
    ("POST", "/{slug}/{language}/peilingen/{poll_id}/bedankt", For::Page),
    ("GET", "/{slug}/{language}/peilingen/{poll_id}/grafieken/{file}", For::Page),
    ("GET", "/{slug}/{language}/peilingen/{poll_id}/papier", For::Document),
    ("GET", "/{slug}/{language}/idee", For::Page),
    ("POST", "/{slug}/{language}/idee", For::Page),
    ("GET", "/{slug}/{language}/initiatieven", For::Page),
    ("GET", "/{slug}/{language}/initiatieven/{case_id}", For::Page),
    ("POST", "/{slug}/{language}/initiatieven/{case_id}", For::Page),
    ("GET", "/{slug}/{language}/feed.atom", For::Page),
    ("GET", "/{slug}/{language}/peilingen/{poll_id}/affiche", For::Document),
    ("GET", "/{slug}/{language}/peilingen/{poll_id}/qr.svg", For::Document),
    ("GET", "/{slug}/{language}/affiche", For::Document),
    ("GET", "/{slug}/{language}/qr.svg", For::Document),
    ("GET", "/{slug}/p/{code}", For::Document),
    ("GET", "/{slug}/logo/{logo}", For::Document),
    ("GET", "/{slug}/{language}/nieuws", For::Document),
    ("GET", "/{slug}/{language}/samenwerken/{case_id}/{partner_id}/{proof}", For::Document),
    ("POST", "/{slug}/{language}/samenwerken/{case_id}/{partner_id}/{proof}", For::Document),
    ("GET", "/{slug}/{language}/wijken/{area_id}", For::Document),
    ("GET", "/{slug}/{language}/wijken/{area_id}/feed.atom", For::Document),
    ("GET", "/{slug}/{language}/onderwerpen/{topic_id}/feed.atom", For::Document),
    ("GET", "/{slug}/{language}/berichten-stoppen/{case_id}/{proof}", For::Document),
    ("POST", "/{slug}/{language}/berichten-stoppen/{case_id}/{proof}", For::Document),
    ("GET", "/{slug}/{language}/meedoen-zonder-mail/{pledge_id}/{proof}", For::Document),
    ("POST", "/{slug}/{language}/meedoen-zonder-mail/{pledge_id}/{proof}", For::Document),
    ("GET", "/{slug}/{language}/bericht-bevestigen/{reader_id}/{proof}", For::Document),
    ("POST", "/{slug}/{language}/bericht-bevestigen/{reader_id}/{proof}", For::Document),
    ("GET", "/{slug}/{language}/bericht-stoppen/{reader_id}/{proof}", For::Document),
    ("POST", "/{slug}/{language}/bericht-stoppen/{reader_id}/{proof}", For::Document),
    ("GET", "/{slug}/{language}/volgen", For::Page),
    ("POST", "/{slug}/{language}/volgen", For::Page),
    ("GET", "/api/v1/admin/standard-texts", For::Officials),
    ("POST", "/api/v1/admin/standard-texts", For::Officials),
    ("PUT", "/api/v1/admin/standard-texts/{text}", For::Officials),
    ("POST", "/api/v1/admin/standard-texts/{text}/removal", For::Officials),
    ("GET", "/api/v1/admin/routing-rules", For::Officials),
    ("PUT", "/api/v1/admin/routing-rules", For::Officials),
    ("POST", "/api/v1/admin/routing-rules/trial", For::Officials),
    ("GET", "/api/v1/admin/routing-rules/versions/{version}", For::Officials),
    ("GET", "/api/v1/admin/partners", For::Officials),
    ("PUT", "/api/v1/admin/partners/{partner_id}", For::Officials),
    ("GET", "/api/v1/admin/partner-figures", For::Officials),
    ("GET", "/api/v1/admin/areas", For::Officials),
    ("GET", "/api/v1/admin/areas/{area_id}", For::Officials),
    ("POST", "/api/v1/admin/areas/{area_id}/levels", For::Officials),
    ("POST", "/api/v1/admin/areas/{area_id}/levels/{number}/emptying", For::Officials),
    ("POST", "/api/v1/admin/areas/{area_id}/phases", For::Officials),
    ("POST", "/api/v1/admin/areas/{area_id}/phases/{number}/emptying", For::Officials),
    ("POST", "/api/v1/admin/areas/{area_id}/group-helps", For::Officials),
    ("PUT", "/api/v1/admin/areas/{area_id}/group-helps/{help}", For::Officials),
    ("POST", "/api/v1/admin/areas/{area_id}/contacts", For::Officials),
    ("PUT", "/api/v1/admin/areas/{area_id}/contacts/{contact}", For::Officials),
    ("POST", "/api/v1/admin/areas/{area_id}/contacts/{contact}/removal", For::Officials),
    ("GET", "/api/v1/admin/area-measures", For::Officials),
    ("PUT", "/api/v1/admin/area-measures/{poll_id}/{question_id}", For::Officials),
    ("GET", "/api/v1/admin/messages", For::Officials),
    ("GET", "/api/v1/admin/messages/{id}/text", For::Officials),
    ("POST", "/api/v1/admin/messages/{id}/sending", For::Officials),
    ("GET", "/api/v1/admin/house-style", For::Officials),
    ("PUT", "/api/v1/admin/house-style", For::Officials),
    ("POST", "/api/v1/admin/house-style/trial", For::Officials),
    ("POST", "/api/v1/admin/house-style/removal", For::Officials),
    ("PUT", "/api/v1/admin/logo", For::Officials),
    ("POST", "/api/v1/admin/logo/removal", For::Officials),
    ("GET", "/api/v1/admin/sites", For::Officials),
    ("POST", "/api/v1/admin/sites", For::Officials),
    ("POST", "/api/v1/admin/sites/removal", For::Officials),
    ("GET", "/api/v1/admin/webhooks", For::Officials),
    ("POST", "/api/v1/admin/webhooks", For::Officials),
    ("PUT", "/api/v1/admin/webhooks/{webhook}", For::Officials),
    ("POST", "/api/v1/admin/webhooks/{webhook}/removal", For::Officials),
    ("POST", "/api/v1/admin/webhooks/{webhook}/secret", For::Officials),
    ("POST", "/api/v1/admin/webhooks/{webhook}/test", For::Officials),
    ("POST", "/api/v1/admin/webhooks/{webhook}/deliveries/{delivery}/sending", For::Officials),
];

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
        "logo" => json!("no picture"),
        "house-style" => json!({ "theme": ":root { --utrecht-link-color: #00468b }" }),
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
