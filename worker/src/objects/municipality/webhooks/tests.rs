//! Webhooks on the real router and store, with another system that the test plays: it can fail in all ways.

use std::sync::{Arc, Mutex};

use base64::{Engine, engine::general_purpose::STANDARD};
use serde_json::{Value, json};
use shared::{
    webhook::{DeliveryState, WebhookState, WebhookTrouble},
    wire::webhooks::{WebhookList, WebhookSecret, WebhookView},
};

use super::deliver::TERM;
use crate::{
    config::MailSettings,
    objects::ObjectClass,
    outbox::{
        webhook::{Call, signature},
        wire::{Broken, Network, Step, Wire},
    },
    store::Sql,
    testing::{Answer, Installation},
};

const HOUR: i64 = 3_600_000;
const ROOT: &str = "/api/v1/admin/webhooks";
const THEIRS: &str = "https://meldingen.woonstad.example/in";

/// Another system: what it answers from now on, and what it was sent.
#[derive(Clone)]
struct Played {
    answer: Arc<Mutex<Result<u16, Broken>>>,
    calls: Arc<Mutex<Vec<Call>>>,
}

impl Network for Played {
    fn open<'a>(&'a self, _server: &'a MailSettings) -> Step<'a, Box<dyn Wire>> {
        Box::pin(std::future::ready(Err(Broken::Unreachable)))
    }

    fn post<'a>(&'a self, call: &'a Call) -> Step<'a, u16> {
        self.calls.lock().unwrap().push(call.clone());
        Box::pin(std::future::ready(*self.answer.lock().unwrap()))
    }
}

struct Office {
    installation: Installation,
    played: Played,
}

impl Office {
    fn new() -> Self {
        let played = Played { answer: Arc::new(Mutex::new(Ok(204))), calls: Arc::default() };
        Self { installation: Installation::with_mail(&[], played.clone()), played }
    }

    fn answers(&self, answer: Result<u16, Broken>) {
        *self.played.answer.lock().unwrap() = answer;
    }

    fn administrator(&self, method: &str, path: &str, body: &Value) -> Answer {
        let cookie = self.installation.sign_in("kleinstad", "ali");
        self.installation.official(&cookie, method, path, body)
    }

    fn add(&self, partner: Option<&str>, url: &str) -> WebhookSecret {
        let answer = self.administrator("POST", ROOT, &json!({ "partnerId": partner, "url": url }));
        assert_eq!(answer.status, 201, "{}", answer.text());
        answer.json()
    }

    fn post(&self, id: &str, tail: &str) -> Answer {
        self.administrator("POST", &format!("{ROOT}/{id}/{tail}"), &json!({}))
    }

    fn shown(&self) -> Vec<WebhookView> {
        self.administrator("GET", ROOT, &Value::Null).json::<WebhookList>().webhooks
    }

    fn propose(&self, key: &str, what: &str) {
        let body = json!({
            "draft": {
                "topicId": "verlichting", "areaId": "lindenflat", "what": what, "why": "", "weDo": "",
                "weNeed": "", "onlyInform": false, "email": "bewoner@voorbeeld.nl", "mayBePublic": false
            },
            "language": "nl",
            "followKey": format!("{key:0>26}")
        });
        let answer = self.installation.post("/api/v1/municipalities/kleinstad/proposals", key, &body);
        assert_eq!(answer.status, 201, "{}", answer.text());
    }

    fn calls(&self) -> Vec<Call> {
        std::mem::take(&mut *self.played.calls.lock().unwrap())
    }

    fn act(&self, official: &str, tail: &str, body: Value) {
        let cookie = self.installation.sign_in("kleinstad", official);
        let list: Value = self.installation.official(&cookie, "GET", "/api/v1/admin/cases", &Value::Null).json();
        let path = format!("/api/v1/admin/cases/{}", list["cases"][0]["id"].as_str().unwrap());
        let detail: Value = self.installation.official(&cookie, "GET", &path, &Value::Null).json();
        let mut body = body;
        body["version"] = detail["version"].clone();
        let answer = self.installation.official(&cookie, "POST", &format!("{path}/{tail}"), &body);
        assert_eq!(answer.status, 200, "{}", answer.text());
    }
}

fn words(call: &Call) -> &str {
    std::str::from_utf8(&call.body).unwrap()
}

fn header<'a>(call: &'a Call, name: &str) -> &'a str {
    call.headers.iter().find(|(known, _)| *known == name).map_or("", |(_, value)| value)
}

fn signed_with(call: &Call, secret: &WebhookSecret) -> bool {
    let secret = STANDARD.decode(secret.secret.strip_prefix("whsec_").unwrap()).unwrap();
    let at = header(call, "webhook-timestamp").parse().unwrap();
    let expected = signature(&secret, header(call, "webhook-id"), at, words(call)).unwrap();
    header(call, "webhook-signature").split(' ').any(|part| part == expected)
}

fn kinds(calls: &[Call]) -> Vec<String> {
    let kind = |call: &Call| serde_json::from_slice::<Value>(&call.body).unwrap()["type"].as_str().unwrap().to_owned();
    calls.iter().map(kind).collect()
}

#[test]
fn a_change_is_told_once_signed_and_without_what_people_wrote() {
    let office = Office::new();
    let secret = office.add(Some("woonstad"), THEIRS);
    office.propose("a", "Meer licht bij de ingang");
    office.installation.wait(0);
    let calls = office.calls();
    assert_eq!(kinds(&calls), ["nl.buurtstem.cases.received"]);
    let call = &calls[0];
    assert_eq!((call.url.as_str(), call.listed), (THEIRS, false));
    assert!(signed_with(call, &secret));
    let body: Value = serde_json::from_slice(&call.body).unwrap();
    let case = body["data"]["id"].as_str().unwrap();
    assert_eq!(
        body,
        json!({
            "specversion": "1.0",
            "id": header(call, "webhook-id"),
            "source": "http://127.0.0.1:8787/kleinstad",
            "type": "nl.buurtstem.cases.received",
            "subject": format!("cases/{case}"),
            "time": "2026-03-02T11:00:00Z",
            "datacontenttype": "application/json",
            "data": { "id": case, "number": "2026-0001", "link": format!("http://127.0.0.1:8787/admin/zaken/{case}") }
        })
    );
    office.installation.wait(TERM);
    assert!(office.calls().iter().all(|call| !words(call).contains("cases.received")), "once");
    let shown = &office.shown()[0];
    assert_eq!((shown.state, shown.trouble), (WebhookState::On, None));
    assert!(shown.reached_at.is_some());
}

#[test]
fn a_partner_hears_only_of_what_its_people_may_see_and_the_municipality_of_all() {
    let office = Office::new();
    office.add(Some("politie"), "https://politie.example/in");
    office.add(Some("woonstad"), THEIRS);
    office.add(None, "https://gemeente.example/in");
    office.propose("a", "Meer licht bij de ingang");
    office.installation.wait(0);
    let of = |calls: &[Call], host: &str| -> Vec<String> {
        kinds(&calls.iter().filter(|call| call.url.contains(host)).cloned().collect::<Vec<_>>())
    };
    let calls = office.calls();
    assert_eq!(of(&calls, "politie.example"), [""; 0]);
    assert_eq!(of(&calls, "woonstad.example"), ["nl.buurtstem.cases.received"]);
    assert_eq!(of(&calls, "gemeente.example"), ["nl.buurtstem.cases.received"]);
    // A note is for officials of the partners concerned, and no system hears of it.
    office.act("wil", "notes", json!({ "text": "Even gebeld." }));
    office.act("wil", "handovers", json!({ "to": "politie", "reason": "Dit is van u." }));
    office.installation.wait(0);
    let calls = office.calls();
    for host in ["politie.example", "woonstad.example", "gemeente.example"] {
        assert_eq!(of(&calls, host), ["nl.buurtstem.cases.offered"], "{host}");
    }
    assert!(calls.iter().all(|call| !words(call).contains("gebeld") && !words(call).contains("van u")));
    // A text that seems to accuse somebody is held: the partner's system hears nothing until it is released.
    office.propose("b", "Mijn buurman Jan de Vries is een dief");
    office.installation.wait(0);
    let calls = office.calls();
    assert_eq!((of(&calls, "woonstad.example"), of(&calls, "gemeente.example").len()), (vec![], 1));
}

#[test]
fn whatever_goes_wrong_it_is_tried_again_under_the_same_id() {
    let office = Office::new();
    let secret = office.add(Some("woonstad"), THEIRS);
    office.propose("a", "Meer licht");
    let mut ids = std::collections::BTreeSet::new();
    let mut bodies = std::collections::BTreeSet::new();
    let failures = [
        (Err(Broken::Unreachable), WebhookTrouble::Unreachable, None),
        (Err(Broken::TimedOut), WebhookTrouble::TimedOut, None),
        (Err(Broken::Closed), WebhookTrouble::Unreachable, None),
        (Ok(302), WebhookTrouble::Redirected, Some(302)),
        (Ok(404), WebhookTrouble::Refused, Some(404)),
        (Ok(429), WebhookTrouble::Refused, Some(429)),
        (Ok(500), WebhookTrouble::Refused, Some(500)),
        (Ok(101), WebhookTrouble::Refused, Some(101)),
    ];
    for (answer, trouble, status) in failures {
        office.answers(answer);
        office.installation.wait(HOUR + HOUR / 10);
        let calls = office.calls();
        assert_eq!(calls.len(), 1, "{answer:?}");
        assert!(signed_with(&calls[0], &secret), "each try is signed for its own moment");
        ids.insert(header(&calls[0], "webhook-id").to_owned());
        bodies.insert(calls[0].body.clone());
        let shown = &office.shown()[0];
        assert_eq!((shown.trouble, shown.status, shown.waiting), (Some(trouble), status, 1));
    }
    office.answers(Ok(200));
    office.installation.wait(HOUR + HOUR / 10);
    ids.extend(office.calls().iter().map(|call| header(call, "webhook-id").to_owned()));
    assert_eq!((ids.len(), bodies.len()), (1, 1));
    let shown = &office.shown()[0];
    assert_eq!((shown.deliveries[0].state, shown.deliveries[0].tries, shown.trouble), (DeliveryState::Sent, 9, None));
}

#[test]
fn one_call_is_enough_to_learn_that_nobody_answers_and_others_are_not_held_up() {
    let office = Office::new();
    office.add(Some("woonstad"), THEIRS);
    office.answers(Err(Broken::TimedOut));
    for number in 0..20 {
        office.propose(&format!("a{number}"), "Meer licht");
    }
    office.installation.wait(0);
    assert_eq!(office.calls().len(), 1);
    office.answers(Ok(200));
    office.installation.wait(2 * HOUR);
    assert_eq!((office.calls().len(), office.shown()[0].waiting), (20, 0));
}

#[test]
fn after_72_hours_it_is_given_up_the_administrator_is_told_once_and_can_send_it_after_all() {
    let office = Office::new();
    let id = office.add(Some("woonstad"), THEIRS).id;
    office.answers(Ok(500));
    office.propose("a", "Meer licht");
    let mut given_up = 0;
    for hour in 1..=80 {
        office.installation.wait(HOUR);
        if given_up == 0 && office.shown()[0].deliveries.iter().any(|one| one.state == DeliveryState::Failed) {
            given_up = hour;
        }
    }
    assert!((72..=74).contains(&given_up), "given up after {given_up} hours");
    let mails = |office: &Office| {
        office.installation.objects.inspect(ObjectClass::Municipality, "kleinstad", |sql| {
            sql.query("SELECT 1 FROM outbox WHERE template = 'webhook-stopped'", &[]).unwrap().len()
        })
    };
    assert_eq!(mails(&office), Some(1));
    office.answers(Ok(200));
    let _ = office.calls();
    let failed = office.shown()[0].deliveries.iter().find(|one| one.state == DeliveryState::Failed).unwrap().id.clone();
    assert_eq!(office.post(id.as_str(), &format!("deliveries/{failed}/sending")).status, 200);
    office.installation.wait(0);
    assert!(office.calls().iter().any(|call| header(call, "webhook-id") == failed));
    assert_eq!(office.post(id.as_str(), "deliveries/nergens/sending").status, 404);
}

#[test]
fn who_says_there_is_nobody_any_more_is_called_no_more_until_switched_on() {
    let office = Office::new();
    let id = office.add(Some("woonstad"), THEIRS).id;
    office.answers(Ok(410));
    office.propose("a", "Meer licht");
    office.propose("b", "Meer groen bij de flat");
    office.installation.wait(0);
    office.installation.wait(2 * HOUR);
    assert_eq!(office.calls().len(), 1);
    let shown = &office.shown()[0];
    assert_eq!((shown.state, shown.status, shown.waiting), (WebhookState::Gone, Some(410), 0));
    let messages: Value = office.administrator("GET", "/api/v1/admin/messages", &Value::Null).json();
    let told = messages["kept"].as_array().unwrap().iter().find(|one| one["kind"] == "webhookStopped").unwrap().clone();
    assert_eq!(told["to"]["kind"], "administrators");
    let text = format!("/api/v1/admin/messages/{}/text", told["id"].as_str().unwrap());
    let text = office.administrator("GET", &text, &Value::Null).text();
    assert!(text.contains("meldingen.woonstad.example") && text.contains("/admin/koppelingen"), "{text}");
    // On again: nothing of then comes by itself, what happens from now on does.
    office.answers(Ok(200));
    let switched = office.administrator("PUT", &format!("{ROOT}/{id}"), &json!({ "on": true }));
    assert_eq!(switched.status, 200);
    office.installation.wait(HOUR);
    assert_eq!(office.calls().len(), 0);
    office.propose("c", "Een bankje");
    office.installation.wait(0);
    assert_eq!(office.calls().len(), 1);
}

#[test]
fn a_test_is_sent_once_and_says_how_it_went() {
    let office = Office::new();
    let id = office.add(None, THEIRS).id;
    office.answers(Ok(503));
    assert_eq!(office.post(id.as_str(), "test").status, 200);
    office.installation.wait(0);
    office.installation.wait(3 * HOUR);
    assert_eq!(kinds(&office.calls()), ["nl.buurtstem.webhooks.tested"]);
    let shown = &office.shown()[0];
    assert_eq!((shown.deliveries[0].state, shown.status), (DeliveryState::Failed, Some(503)));
    office.answers(Ok(200));
    assert_eq!(office.post(id.as_str(), "test").status, 200);
    office.installation.wait(0);
    assert_eq!(office.shown()[0].deliveries[0].state, DeliveryState::Sent);
}

#[test]
fn both_secrets_sign_for_a_day_and_neither_is_ever_shown_again() {
    let office = Office::new();
    let first = office.add(None, THEIRS);
    let second: WebhookSecret = office.post(first.id.as_str(), "secret").json();
    assert_ne!(first.secret, second.secret);
    office.propose("a", "Meer licht");
    office.installation.wait(0);
    let calls = office.calls();
    assert!(signed_with(&calls[0], &first) && signed_with(&calls[0], &second));
    assert!(office.shown()[0].two_secrets_until.is_some());
    office.installation.wait(25 * HOUR);
    office.propose("b", "Meer groen");
    office.installation.wait(0);
    let calls = office.calls();
    assert!(!signed_with(calls.last().unwrap(), &first) && signed_with(calls.last().unwrap(), &second));
    let list = office.administrator("GET", ROOT, &Value::Null).text();
    assert!(!list.contains("whsec") && !list.contains(&second.secret[6..]));
    // Nor does it lie in the database as it is.
    office.installation.objects.inspect(ObjectClass::Municipality, "kleinstad", |sql| {
        let secret = STANDARD.decode(&second.secret[6..]).unwrap();
        let rows = sql.query("SELECT sealed, previous_sealed FROM webhook", &[]).unwrap();
        assert!(!rows[0].blob("sealed").unwrap().windows(8).any(|part| secret.windows(8).any(|other| other == part)));
    });
}

#[test]
fn only_the_administrator_keeps_webhooks_and_only_to_addresses_that_may_be() {
    let office = Office::new();
    for other in ["sanne", "wil", "els", "rik"] {
        let cookie = office.installation.sign_in("kleinstad", other);
        let body = json!({ "url": THEIRS });
        assert_eq!(office.installation.official(&cookie, "POST", ROOT, &body).status, 403, "{other}");
    }
    for (body, field, code) in [
        (json!({ "url": "https://127.0.0.1/" }), "url", "notAWebhookAddress"),
        (json!({ "url": "http://woonstad.example/" }), "url", "notAWebhookAddress"),
        (json!({ "url": "" }), "url", "required"),
        (json!({ "url": THEIRS, "partnerId": "niemand" }), "partnerId", "unknown"),
    ] {
        let answer = office.administrator("POST", ROOT, &body);
        let problem: Value = answer.json();
        assert_eq!((answer.status.as_u16(), &problem["faults"][0]["field"]), (400, &json!(field)), "{problem}");
        assert_eq!(problem["faults"][0]["code"], code);
    }
    let id = office.add(None, THEIRS).id;
    let again = office.administrator("POST", ROOT, &json!({ "url": THEIRS }));
    assert_eq!(again.json::<Value>()["faults"][0]["code"], "duplicate");
    assert_eq!(office.post(id.as_str(), "removal").status, 200);
    assert_eq!((office.post(id.as_str(), "removal").status.as_u16(), office.shown().len()), (404, 0));
    office.propose("a", "Meer licht");
    office.installation.wait(0);
    assert_eq!(office.calls().len(), 0);
}

#[test]
fn a_change_and_what_is_told_of_it_are_stored_together_or_not_at_all() {
    let office = Office::new();
    office.add(Some("woonstad"), THEIRS);
    office.propose("a", "Meer licht");
    let wil = office.installation.sign_in("kleinstad", "wil");
    let list: Value = office.installation.official(&wil, "GET", "/api/v1/admin/cases", &Value::Null).json();
    let path = format!("/api/v1/admin/cases/{}", list["cases"][0]["id"].as_str().unwrap());
    let detail: Value = office.installation.official(&wil, "GET", &path, &Value::Null).json();
    let news = json!({ "version": detail["version"], "text": "De lamp is besteld." });
    office.installation.check_all_or_nothing(ObjectClass::Municipality, "kleinstad", || {
        office.installation.official(&wil, "POST", &format!("{path}/updates"), &news).status
    });
    office.installation.wait(0);
    assert_eq!(kinds(&office.calls()), ["nl.buurtstem.cases.received", "nl.buurtstem.cases.updated"]);
}
