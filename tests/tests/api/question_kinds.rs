//! Every kind of question against a real workerd: what a box refuses, and what it counts.

use buurtstem_tests::{Answer, Client, Server};
use serde_json::{Value, json};

const POLLS: &str = "/api/v1/municipalities/kleinstad/polls";
const ADMIN: &str = "/api/v1/admin/polls";

fn items(ids: &[&str]) -> Value {
    ids.iter().map(|id| json!({ "id": id, "text": { "nl": id } })).collect()
}

fn poll() -> Value {
    let with_other = json!([{ "id": "ja", "text": { "nl": "Ja" } }, { "id": "nee", "text": { "nl": "Nee" } },
        { "id": "anders", "text": { "nl": "Anders" }, "other": true }]);
    json!({
        "id": "alles", "title": { "nl": "Alles" }, "intro": { "nl": "Alle soorten." }, "influence": "advise",
        "asksArea": true,
        "questions": [
            { "id": "een", "text": { "nl": "?" }, "required": true,
              "kind": { "type": "oneChoice", "options": with_other } },
            { "id": "meer", "text": { "nl": "?" }, "condition": { "questionId": "een", "is": { "options": ["nee"] } },
              "kind": { "type": "severalChoices", "options": with_other, "max": 2 } },
            { "id": "cijfer", "text": { "nl": "?" }, "kind": { "type": "scale", "to": 10, "low": { "nl": "l" },
              "high": { "nl": "h" }, "noOpinion": true } },
            { "id": "stellingen", "text": { "nl": "?" }, "required": true, "kind": { "type": "battery",
              "statements": items(&["s", "t"]), "scale": { "type": "options", "options": items(&["eens", "oneens"]) } } },
            { "id": "volgorde", "text": { "nl": "?" }, "kind": { "type": "ranking", "places": 2,
              "options": items(&["a", "b", "c"]) } },
            { "id": "tekst", "text": { "nl": "?" }, "kind": { "type": "openText" } }
        ]
    })
}

/// Makes the poll and opens it.
fn open(server: &Server) -> Client {
    let editor = server.sign_in("kleinstad", "els");
    let _ = editor.post(ADMIN, &json!({ "version": 0, "poll": poll() })).expect(201);
    let early = cast(server, "before-it-was-open", &good("ja", "a"));
    assert_eq!((early.status, early.code().as_str()), (404, "notFound"), "nobody knows of it yet");
    let version = editor.get(&format!("{ADMIN}/alles")).expect(200).json()["version"].clone();
    let opening = json!({ "version": version, "opensOn": null, "closesOn": "2099-12-31" });
    let _ = editor.post(&format!("{ADMIN}/alles/opening"), &opening).expect(200);
    server.run_due_work();
    let _ = server.until_poll("kleinstad", "alles", "open");
    editor
}

fn cast(server: &Server, id: &str, answers: &Value) -> Answer {
    server.anybody().post_once(&format!("{POLLS}/alles/ballots"), id, &json!({ "answers": answers }))
}

fn good(choice: &str, first: &str) -> Value {
    let second = if first == "a" { "b" } else { "a" };
    json!({
        "een": { "choice": choice }, "cijfer": "noOpinion",
        "stellingen": { "battery": { "s": { "choice": "eens" }, "t": { "choice": "oneens" } } },
        "volgorde": { "ranking": { first: 1, second: 2 } }
    })
}

#[test]
fn a_box_names_everything_that_does_not_fit() {
    let server = Server::with_kleinstad();
    let editor = open(&server);
    let bad = json!({
        "een": { "choice": "misschien" }, "meer": { "choices": ["ja"] }, "cijfer": { "scale": 11 },
        "stellingen": { "battery": { "s": { "choice": "eens" } } }, "volgorde": { "ranking": { "a": 1, "b": 1 } },
        "tekst": { "scale": 1 }, "weg": { "text": "x" }
    });
    let refused = cast(&server, "a-ballot-that-does-not-fit", &bad);
    assert_eq!(refused.status, 400, "{}", refused.text());
    assert_eq!(
        refused.faults(),
        [
            "answers.een unknown",
            "answers.meer notAsked",
            "answers.cijfer outOfRange",
            "answers.stellingen.t choiceRequired",
            "answers.volgorde places",
            "answers.tekst wrongKind",
            "answers.weg unknown",
        ]
    );
    let mut many = good("nee", "a");
    many["meer"] = json!({ "choices": ["ja", "nee", "anders"] });
    assert_eq!(cast(&server, "a-ballot-with-too-many", &many).faults(), ["answers.meer tooMany"]);

    let version = editor.get(&format!("{ADMIN}/alles")).expect(200).json()["version"].clone();
    let _ = editor.post(&format!("{ADMIN}/alles/closing"), &json!({ "version": version })).expect(200);
    server.run_due_work();
    let late = cast(&server, "a-ballot-after-closing", &good("ja", "a"));
    assert_eq!((late.status, late.code().as_str()), (400, "pollClosed"));
    assert_eq!(editor.get(&format!("{ADMIN}/alles")).expect(200).json()["overview"]["ballots"], 0);
}

#[test]
fn every_kind_is_counted_and_what_was_written_is_for_officials() {
    let server = Server::with_kleinstad();
    let editor = open(&server);
    for number in 0..40 {
        let mut answers = good(if number % 2 == 0 { "ja" } else { "nee" }, if number % 4 < 2 { "a" } else { "b" });
        if number >= 28 {
            answers["een"] = json!({ "namely": { "options": ["anders"], "text": "Een bankje" } });
        }
        let _ = cast(&server, &format!("resident-number-{number}"), &answers).expect(201);
    }
    let version = editor.get(&format!("{ADMIN}/alles")).expect(200).json()["version"].clone();
    let _ = editor.post(&format!("{ADMIN}/alles/closing"), &json!({ "version": version })).expect(200);
    server.run_due_work();
    let detail = editor.get(&format!("{ADMIN}/alles")).expect(200).json();
    let lines = detail["results"]["total"]["questions"].as_array().unwrap();
    let line = |question: &str, part: Option<&str>| {
        let part = part.map_or(Value::Null, |part| json!(part));
        lines.iter().find(|line| line["questionId"] == question && line["part"] == part).unwrap()
    };
    let counts = |line: &Value| -> Vec<Value> {
        line["figures"].as_array().unwrap().iter().map(|figure| figure["count"].clone()).collect()
    };
    assert_eq!(line("stellingen", Some("s"))["answered"], 40);
    assert_eq!(counts(line("volgorde", None)), [json!(20), json!(20), json!(0)]);
    assert_eq!(line("volgorde", Some("a"))["mean"]["value"], 1.5);
    assert_eq!(counts(line("een", None)), [json!(14), json!(14), json!(12)]);
    let written = editor.get(&format!("{ADMIN}/alles/texts/een")).expect(200).json();
    assert_eq!((written["total"].as_u64(), written["answers"][0]["text"].as_str()), (Some(12), Some("Een bankje")));
    let public = server.anybody().get(&format!("{POLLS}/alles")).expect(200);
    assert!(!public.text().contains("Een bankje"));
}
