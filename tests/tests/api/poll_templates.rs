//! The library of ready polls, as editors use it.

use buurtstem_tests::{Client, Server};
use serde_json::{Value, json};

const TEMPLATES: &str = "/api/v1/admin/poll-templates";
const POLLS: &str = "/api/v1/admin/polls";

fn templates(editor: &Client) -> Vec<Value> {
    editor.get(TEMPLATES).expect(200).json()["templates"].as_array().unwrap().clone()
}

/// The poll that an editor's program makes of a template.
fn poll(id: &str, template: &Value) -> Value {
    let taken = ["title", "intro", "influence", "asksArea", "questions"];
    let mut poll = json!({ "id": id });
    for name in taken {
        poll[name] = template[name].clone();
    }
    poll
}

#[test]
fn an_editor_takes_every_one_over_as_a_draft() {
    let server = Server::with_kleinstad();
    let editor = server.sign_in("kleinstad", "els");
    let all = templates(&editor);
    assert!(all.len() >= 30, "{}", all.len());
    for summary in &all {
        let id = summary["id"].as_str().unwrap();
        let template = editor.get(&format!("{TEMPLATES}/{id}")).expect(200).json();
        assert_eq!(summary["questions"].as_u64().unwrap(), template["questions"].as_array().unwrap().len() as u64);
        let made = editor.post(POLLS, &json!({ "version": 0, "poll": poll(id, &template) })).expect(201).json();
        assert_eq!(made["poll"]["questions"], template["questions"], "{id}");
    }
    let _ = editor.get(&format!("{TEMPLATES}/is-er-niet")).expect(404);
}

#[test]
fn who_makes_no_polls_and_residents_do_not_see_it() {
    let server = Server::with_kleinstad();
    for (official, status) in [("sanne", 200), ("els", 200), ("bram", 403), ("ali", 403), ("rik", 403), ("wil", 403)] {
        let client = server.sign_in("kleinstad", official);
        assert_eq!(client.get(TEMPLATES).status, status, "{official}");
        assert_eq!(client.get(&format!("{TEMPLATES}/netwerkscan")).status, status, "{official}");
    }
    let _ = server.anybody().get(TEMPLATES).expect(401);
}

/// The scan is answered and closed: officials see where the area stands, residents do not.
#[test]
fn the_scan_places_an_area_for_officials_alone() {
    let server = Server::with_kleinstad();
    let editor = server.sign_in("kleinstad", "els");
    let template = editor.get(&format!("{TEMPLATES}/netwerkscan")).expect(200).json();
    let _ = editor.post(POLLS, &json!({ "version": 0, "poll": poll("scan", &template) })).expect(201);
    let opening = json!({ "version": 1, "closesOn": "2099-12-31" });
    let _ = editor.post(&format!("{POLLS}/scan/opening"), &opening).expect(200);
    server.run_due_work();
    let points = template["scoring"]["points"].as_object().unwrap();
    // Nobody is shown of whom everybody answers the same, so half of them give the middle answer.
    let worth = |points: &Value, wanted: u64| {
        let options = points.as_object().unwrap();
        options.iter().find(|(_, points)| points.as_u64() == Some(wanted)).unwrap().0.clone()
    };
    let public = "/api/v1/municipalities/kleinstad/polls/scan";
    for number in 0..40_u64 {
        let answer = |points: &Value| json!({ "choice": worth(points, 1 + number % 2) });
        let answers: serde_json::Map<String, Value> =
            points.iter().map(|(question, points)| (question.clone(), answer(points))).collect();
        let body = json!({ "answers": answers, "areaId": "de-linden" });
        let id = format!("scan-ballot-number-{number:02}");
        let _ = server.anybody().post_once(&format!("{public}/ballots"), &id, &body).expect(201);
    }
    let version = editor.get(&format!("{POLLS}/scan")).expect(200).json()["version"].clone();
    let _ = editor.post(&format!("{POLLS}/scan/closing"), &json!({ "version": version })).expect(200);
    server.run_due_work();
    let detail = editor.get(&format!("{POLLS}/scan")).expect(200).json();
    let everybody = &detail["placements"][0];
    assert_eq!((everybody["areaId"].clone(), everybody["level"].clone()), (Value::Null, json!("group")), "{detail}");
    assert_eq!((everybody["score"].as_f64(), everybody["answers"].as_u64()), (Some(7.5), Some(40)));
    let seen = server.anybody().get(public).expect(200).text();
    for word in ["placements", "scoring", "looseSand", "\"group\""] {
        assert!(!seen.contains(word), "{word} in what residents see");
    }
}
