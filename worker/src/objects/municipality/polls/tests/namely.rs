//! What else residents chose may be read only beside its own count: the number of texts would give a hidden one away.

use serde_json::{Value, json};
use shared::wire::admin::WrittenPage;

use super::{Editor, poll, with};

/// A poll with one question that lets residents say what else.
fn poll_with_other() -> Value {
    let option = |id: &str, other: bool| json!({ "id": id, "text": { "nl": id }, "other": other });
    let kind =
        json!({ "type": "oneChoice", "options": [option("ja", false), option("nee", false), option("anders", true)] });
    with(poll(), "questions", json!([{ "id": "veilig", "text": { "nl": "Voelt u zich veilig?" }, "kind": kind }]))
}

/// A closed poll with so many answers of each kind, and the texts of its question as an editor gets them.
fn texts_of(yes: u32, no: u32, other: u32) -> (Vec<Option<u32>>, bool, WrittenPage) {
    let editor = Editor::new();
    editor.open_poll(&poll_with_other());
    for number in 0..yes + no + other {
        let answer = match number {
            number if number < yes => json!({ "choice": "ja" }),
            number if number < yes + no => json!({ "choice": "nee" }),
            _ => json!({ "namely": { "options": ["anders"], "text": format!("Tekst {number}") } }),
        };
        assert_eq!(editor.cast(number, &json!({ "veilig": answer })).status, 201);
    }
    editor.close();
    let detail = editor.detail();
    let results = detail.results.unwrap();
    let counts = results.total.questions[0].figures.iter().map(|figure| figure.count).collect();
    let texts = editor.ask("GET", "/veilig/texts/veilig", &Value::Null).json();
    (counts, !detail.readable_texts.is_empty(), texts)
}

#[test]
fn the_number_of_texts_gives_no_hidden_count_away() {
    // 3 are too few to show, so 12 are hidden with them: twelve texts would say so, and leave 3.
    let (counts, readable, texts) = texts_of(25, 3, 12);
    assert_eq!(counts, [Some(25), None, None]);
    assert!(!readable);
    assert_eq!(texts, WrittenPage::default(), "neither a text nor how many there are");

    let (counts, readable, texts) = texts_of(25, 10, 12);
    assert_eq!(counts, [Some(25), Some(10), Some(12)]);
    assert!(readable);
    assert_eq!((texts.total, texts.answers.len()), (12, 12));
}
