//! Cases on the real thing: from sending in to the answer, with people who act at the same moment, a clock that is
//! moved, and a server that is killed.

use std::thread;

use buurtstem_tests::{Answer, Client, Server, api::small_municipality};
use serde_json::{Value, json};
use ureq::http::Method;

const ROOT: &str = "/api/v1/municipalities/kleinstad";
const KEY: &str = "0123456789abcdefghjkmnpqrs";
const DAY: i64 = 24 * 3_600_000;

/// About lighting in the flat: Woonstad's.
fn proposal() -> Value {
    json!({
        "draft": {
            "topicId": "verlichting", "areaId": "lindenflat", "what": "Meer licht bij de ingang", "why": "",
            "weDo": "Wij helpen met ophangen.", "weNeed": "", "onlyInform": false, "email": "bewoner@voorbeeld.nl",
            "mayBePublic": true
        },
        "language": "nl",
        "followKey": KEY
    })
}

/// A server with one case that somebody may follow.
struct Case {
    server: Server,
    id: String,
}

impl Case {
    fn new() -> Self {
        let server = Server::with_kleinstad();
        let receipt = server.anybody().post_once(&format!("{ROOT}/proposals"), "first", &proposal()).expect(201).json();
        Self { id: text(&receipt["caseId"]), server }
    }

    fn path(&self, tail: &str) -> String {
        format!("/api/v1/admin/cases/{}{tail}", self.id)
    }

    fn read(&self, who: &Client) -> Value {
        who.get(&self.path("")).expect(200).json()
    }

    /// Does something on the newest version that this person sees.
    fn act(&self, who: &Client, tail: &str, mut body: Value) -> Answer {
        body["version"] = self.read(who)["version"].clone();
        who.post(&self.path(tail), &body)
    }

    fn offer(&self, who: &Client, to: &str) -> String {
        let answer = self.act(who, "/handovers", json!({ "to": to, "reason": "Dit gaat over uw werk." })).expect(200);
        text(&answer.json()["handover"]["id"])
    }

    fn follow(&self) -> Value {
        let followed = self.server.anybody().send(
            Method::GET,
            &format!("{ROOT}/followed-case?lang=nl"),
            None,
            &[("follow-key", KEY)],
        );
        followed.expect(200).json()
    }

    fn answer(&self, key: &str, body: &Value) -> Answer {
        self.server.anybody().send(
            Method::POST,
            &format!("{ROOT}/followed-case/answers"),
            Some(body),
            &[("follow-key", KEY), ("idempotency-key", key)],
        )
    }
}

fn text(value: &Value) -> String {
    value.as_str().unwrap_or_default().to_owned()
}

/// The kinds of entries in a timeline.
fn kinds(view: &Value) -> Vec<String> {
    let entries = view["timeline"].as_array().cloned().unwrap_or_default();
    entries.iter().map(|entry| text(&entry["what"]["kind"])).collect()
}

#[test]
fn from_an_idea_to_an_answer_by_way_of_two_refusals() {
    let case = Case::new();
    let [sanne, wil, piet] = ["sanne", "wil", "piet"].map(|official| case.server.sign_in("kleinstad", official));
    let followed = case.follow();
    assert_eq!(followed["owner"], "Woonstad (woningcorporatie)");
    assert_eq!(followed["reason"], "omdat het in Lindenflat is");

    let question = case.act(&wil, "/questions", json!({ "text": "Bij welke ingang?" })).expect(200).json();
    assert_eq!(question["summary"]["waitingForResident"], true);
    let asked = case.follow()["question"].clone();
    assert_eq!(asked["text"], "Bij welke ingang?");
    let _ = case.answer("a", &json!({ "questionId": asked["id"], "text": "De achteringang." })).expect(200);

    for _ in 0..2 {
        assert_eq!(case.follow()["owner"], "Woonstad (woningcorporatie)");
        let offer = case.offer(&wil, "politie");
        assert_eq!(case.follow()["askedToTakeOver"], "Politie Kleinstad (politie)");
        let reply = json!({ "accept": false, "reason": "Licht is niet van ons." });
        let _ = case.act(&piet, &format!("/handovers/{offer}/reply"), reply).expect(200);
    }
    assert_eq!(case.follow()["owner"], "Gemeente Kleinstad (gemeente)");

    let empty = json!({ "outcome": { "kind": "realised" }, "text": "Zie boven." });
    assert_eq!(case.act(&sanne, "/conclusion", empty).expect(400).faults(), ["text emptyPhrase"]);
    let body = json!({ "outcome": { "kind": "realised" }, "text": "De lamp hangt er sinds gisteren." });
    let _ = case.act(&sanne, "/conclusion", body).expect(200);
    let followed = case.follow();
    assert_eq!((text(&followed["status"]), followed["promise"].clone()), ("done".to_owned(), Value::Null));
    let last = followed["timeline"].as_array().and_then(|entries| entries.last()).cloned().unwrap_or_default();
    assert_eq!(last["text"], "De lamp hangt er sinds gisteren.");
}

#[test]
fn sent_twenty_times_at_once_it_is_one_case() {
    let server = Server::with_kleinstad();
    let receipts: Vec<Value> = thread::scope(|scope| {
        let send = || server.anybody().post_once(&format!("{ROOT}/proposals"), "same", &proposal());
        let threads: Vec<_> = (0..20).map(|_| scope.spawn(send)).collect();
        threads.into_iter().map(|thread| thread.join().unwrap().expect(201).json()).collect()
    });
    assert!(receipts.iter().all(|receipt| *receipt == receipts[0]), "{receipts:?}");
    assert_eq!(receipts[0]["number"].as_str().unwrap_or_default()[4..], *"-0001");
    let other = server.anybody().post_once(&format!("{ROOT}/proposals"), "same", &json!({ "draft": {} }));
    assert_eq!(other.status, 400, "not even a proposal");
    let mut body = proposal();
    body["draft"]["what"] = "Iets heel anders".into();
    let other = server.anybody().post_once(&format!("{ROOT}/proposals"), "same", &body);
    assert_eq!(other.expect(422).code(), "idempotencyKeyReused");
    let all = server.sign_in("kleinstad", "sanne").get("/api/v1/admin/cases?scope=all").expect(200).json();
    assert_eq!(all["cases"].as_array().map(Vec::len), Some(1));
}

#[test]
fn of_two_officials_at_the_same_moment_one_is_told_that_it_changed() {
    let case = Case::new();
    let wil = case.server.sign_in("kleinstad", "wil");
    let version = case.read(&wil)["version"].clone();
    let statuses: Vec<u16> = thread::scope(|scope| {
        let act = |number: usize| {
            let (wil, case, version) = (wil.clone(), &case, version.clone());
            scope.spawn(move || {
                let body = json!({ "version": version, "text": format!("Nieuws nummer {number} over de lampen.") });
                wil.post(&case.path("/updates"), &body)
            })
        };
        let threads: Vec<_> = (0..8).map(act).collect();
        threads
            .into_iter()
            .map(|thread| thread.join().unwrap())
            .inspect(|answer| assert!(answer.status == 200 || answer.code() == "caseChanged", "{}", answer.text()))
            .map(|answer| answer.status)
            .collect()
    });
    assert_eq!(statuses.iter().filter(|status| **status == 200).count(), 1, "{statuses:?}");
    assert_eq!(kinds(&case.follow()), ["received", "update", "promiseSet"]);
}

#[test]
fn a_handover_is_accepted_or_withdrawn_and_never_both() {
    let case = Case::new();
    let [wil, piet] = ["wil", "piet"].map(|official| case.server.sign_in("kleinstad", official));
    let offer = case.offer(&wil, "politie");
    let version = case.read(&wil)["version"].clone();
    let (accepted, withdrawn) = thread::scope(|scope| {
        let accept = scope.spawn(|| {
            let body = json!({ "version": version, "accept": true });
            piet.post(&case.path(&format!("/handovers/{offer}/reply")), &body)
        });
        let body = json!({ "version": version });
        let withdrawn = wil.post(&case.path(&format!("/handovers/{offer}/withdrawal")), &body);
        (accept.join().unwrap(), withdrawn)
    });
    let owner = text(&case.follow()["owner"]);
    let events = case.server.anybody().get(&format!("/test/events/kleinstad/{}", case.id)).expect(200).json();
    let kinds = events.as_array().unwrap().iter().map(|event| text(&event["type"]));
    let ended: Vec<String> = kinds
        .filter(|kind| kind.starts_with("handover") && kind != "handoverOffered" || kind == "ownerChanged")
        .collect();
    match (accepted.status, withdrawn.status) {
        // Who has given it away no longer sees it; who is no longer asked neither.
        (200, 404 | 409) => {
            assert_eq!(owner, "Politie Kleinstad (politie)");
            assert_eq!(ended, ["handoverAccepted", "ownerChanged"]);
        }
        (404 | 409, 200) => {
            assert_eq!(owner, "Woonstad (woningcorporatie)");
            assert_eq!(ended, ["handoverWithdrawn"]);
        }
        statuses => panic!("{statuses:?}"),
    }
}

#[test]
fn terms_end_by_the_alarm_also_after_downtime_and_only_once() {
    let mut case = Case::new();
    let wil = case.server.sign_in("kleinstad", "wil");
    let _ = case.act(&wil, "/questions", json!({ "text": "Bij welke ingang?" })).expect(200);
    let _ = case.offer(&wil, "politie");
    case.server.instance().kill().unwrap();
    case.server.instance().start_again().unwrap();
    case.server.set_clock(90 * DAY);
    case.server.run_due_work();
    case.server.run_due_work();
    // Everything that was due happened once, in its order; nobody answered, and nobody was left without an owner.
    let sanne = case.server.sign_in("kleinstad", "sanne");
    let detail = case.read(&sanne);
    let seen = kinds(&detail);
    assert_eq!(
        seen[1..],
        ["question", "promiseSet", "handoverOffered", "handoverExpired", "answerTermPassed", "reminded", "escalated"]
    );
    assert_eq!(detail["summary"]["owner"], "woonstad");
    let jobs = case.server.pending("kleinstad")["jobs"].clone();
    assert!(!jobs.to_string().contains("case-clock"), "nothing is left to happen by itself: {jobs}");
    let outbox = case.server.pending("kleinstad")["outbox"].to_string();
    assert_eq!(outbox.matches("promise-due").count(), 1, "{outbox}");
    for words in ["Bij welke ingang", "Meer licht", "bewoner@"] {
        assert!(!outbox.contains(words), "messages hold no words and no address: {outbox}");
    }
}

#[test]
fn what_was_acknowledged_survives_a_kill() {
    let mut case = Case::new();
    let wil = case.server.sign_in("kleinstad", "wil");
    for number in 0..5 {
        let news = json!({ "text": format!("Nieuws nummer {number} over de lampen.") });
        let _ = case.act(&wil, "/updates", news).expect(200);
        case.server.crash_and_restart().unwrap();
        let updates = kinds(&case.follow()).iter().filter(|kind| *kind == "update").count();
        assert_eq!(updates, number + 1);
    }
}

#[test]
fn a_proposal_that_no_rule_knows_has_an_owner_and_another_municipality_sees_nothing() {
    let case = Case::new();
    let mut body = proposal();
    body["draft"]["topicId"] = Value::Null;
    body["followKey"] = "1123456789abcdefghjkmnpqrs".into();
    let receipt = case.server.anybody().post_once(&format!("{ROOT}/proposals"), "second", &body).expect(201).json();
    assert_eq!(receipt["partner"], "Gemeente Kleinstad (gemeente)");

    let mut elsewhere = small_municipality();
    elsewhere["settings"]["name"] = "Grootstad".into();
    case.server.load("grootstad", &elsewhere);
    let stranger = case.server.sign_in("grootstad", "sanne");
    let _ = stranger.get(&case.path("")).expect(404);
    assert_eq!(stranger.get("/api/v1/admin/cases?scope=all").expect(200).json()["cases"], json!([]));
    let followed = case.server.anybody().send(
        Method::GET,
        "/api/v1/municipalities/grootstad/followed-case",
        None,
        &[("follow-key", KEY)],
    );
    let _ = followed.expect(404);
}
