//! Answers to open questions: who reads them and when, what is looked for, and tags.

use buurtstem_tests::{Answer, Client};
use serde_json::{Value, json};

use crate::polls::OpenPoll;

const TEXTS: &str = "/api/v1/admin/polls/veilig/texts/meer";
const BALLOTS: &str = "/api/v1/municipalities/kleinstad/polls/veilig/ballots";

/// Twelve ballots with a text, of which one gives somebody away, and one without.
fn answered() -> OpenPoll {
    let poll = OpenPoll::new();
    for number in 0..13 {
        let mut answers = json!({ "veilig": { "choice": "ja" } });
        let text = match number {
            0 => "Bel mij maar: 06 12345678",
            1..4 => "De lamp bij de brug is kapot",
            _ => "Meer bankjes in het park",
        };
        if number < 12 {
            answers["meer"] = json!({ "text": text });
        }
        let body = json!({ "answers": answers, "areaId": "de-linden" });
        let id = format!("ballot-with-a-text-{number:02}");
        let _ = poll.server.anybody().post_once(BALLOTS, &id, &body).expect(201);
    }
    poll
}

fn closed() -> OpenPoll {
    let poll = answered();
    let _ = poll.close().expect(200);
    poll.server.run_due_work();
    poll
}

fn found(client: &Client, query: &str) -> Value {
    client.get(&format!("{TEXTS}?{query}")).expect(200).json()
}

fn numbers(page: &Value) -> (u64, u64, u64) {
    let number = |name: &str| page[name].as_u64().unwrap();
    (number("total"), number("found"), number("withheld"))
}

fn tag(client: &Client, written: &Value, tags: &[&str]) -> Answer {
    client.put(&format!("{TEXTS}/{}/tags", written.as_str().unwrap()), &json!({ "tags": tags }))
}

#[test]
fn an_editor_looks_through_what_was_written_and_sorts_it() {
    let poll = closed();
    assert_eq!(poll.detail("veilig")["readableTexts"], json!(["meer"]));
    let all = found(&poll.editor, "");
    assert_eq!(numbers(&all), (12, 12, 0));
    assert_eq!(numbers(&found(&poll.editor, "search=BRUG+lamp")), (12, 3, 0));
    assert_eq!(numbers(&found(&poll.editor, "personal=with")), (12, 1, 0));
    assert_eq!(numbers(&found(&poll.editor, "personal=without")), (12, 11, 0));
    // Nothing stands beside a text that would tell whose it is.
    let fields: Vec<&String> = all["answers"][0].as_object().unwrap().keys().collect();
    assert_eq!(fields, ["findings", "id", "tags", "text"]);
    assert!(!all.to_string().contains("ballot-with") && !all.to_string().contains("linden"));

    let lamp = found(&poll.editor, "search=lamp")["answers"][0]["id"].clone();
    let tagged = tag(&poll.editor, &lamp, &["licht", " licht ", "brug"]).expect(200).json();
    assert_eq!(tagged["tags"], json!(["brug", "licht"]));
    let with_tag = found(&poll.editor, "tag=licht");
    assert_eq!((numbers(&with_tag), with_tag["tags"].clone()), ((12, 1, 0), json!({ "brug": 1, "licht": 1 })));
    let faults = tag(&poll.editor, &lamp, &["x".repeat(41).as_str()]).expect(400).faults();
    assert_eq!(faults, ["tags tooLong"]);
    let _ = tag(&poll.editor, &json!("00000000000000000000000000"), &["licht"]).expect(404);
    let _ = poll.editor.get("/api/v1/admin/polls/veilig/texts/veilig").expect(404);
    let _ = poll.editor.get(&format!("{TEXTS}?area=de-linden")).expect(400);
}

#[test]
fn whoever_does_not_edit_reads_only_what_gives_nobody_away() {
    let poll = closed();
    for official in ["bram", "rik", "wil"] {
        let client = poll.server.sign_in("kleinstad", official);
        let page = found(&client, "personal=with");
        assert_eq!(numbers(&page), (12, 0, 1), "{official}");
        assert!(!found(&client, "").to_string().contains("12345678"));
        let id = found(&client, "")["answers"][0]["id"].clone();
        let _ = tag(&client, &id, &["licht"]).expect(403);
    }
    assert_eq!(numbers(&found(&poll.server.sign_in("kleinstad", "sanne"), "")), (12, 12, 0));
    let _ = poll.server.anybody().get(TEXTS).expect(401);
    let public = poll.server.anybody().get("/api/v1/municipalities/kleinstad/polls/veilig").expect(200).text();
    assert!(!public.contains("bankjes"), "what was written is not public");
}

#[test]
fn nothing_is_read_before_the_poll_has_closed() {
    let poll = answered();
    poll.server.run_due_work();
    assert_eq!(poll.detail("veilig")["readableTexts"], json!([]));
    assert_eq!(numbers(&found(&poll.editor, "")), (0, 0, 0));
}
