//! Corrections change words and nothing else.
#![expect(clippy::unwrap_used, reason = "a test fails by panicking, its helping functions too")]

use proptest::prelude::*;
use serde_json::{Value, json};
use shared::poll::correction::{CorrectedPlace, NoCorrection, compare};
use shared::poll::{FrozenPoll, Poll};
use shared::time::Instant;

fn golden() -> Value {
    serde_json::from_str(include_str!("golden/poll.json")).unwrap()
}

fn poll(value: Value) -> Poll {
    serde_json::from_value(value).unwrap()
}

fn changed(pointer: &str, value: Value) -> Poll {
    let mut poll = golden();
    *poll.pointer_mut(pointer).unwrap() = value;
    self::poll(poll)
}

/// The pointers to every text of a poll, whatever kinds of question it has.
fn texts(value: &Value, at: &str, found: &mut Vec<String>) {
    match value {
        Value::Object(fields) if fields.contains_key("nl") => found.push(at.to_owned()),
        Value::Object(fields) => {
            for (name, value) in fields {
                texts(value, &format!("{at}/{name}"), found);
            }
        }
        Value::Array(items) => {
            for (place, value) in items.iter().enumerate() {
                texts(value, &format!("{at}/{place}"), found);
            }
        }
        _ => {}
    }
}

#[test]
fn each_place_is_named_with_what_stood_there() {
    let before = poll(golden());
    let found = |pointer: &str| compare(&before, &changed(pointer, json!("Anders"))).unwrap();
    let title = before.title.clone();
    assert_eq!(found("/title/nl"), [CorrectedPlace::Title { before: title }]);
    assert_eq!(found("/intro/nl"), [CorrectedPlace::Intro { before: before.intro.clone() }]);
    let question = &before.questions[0];
    let (question_id, text) = (question.id.clone(), question.text.clone());
    assert_eq!(
        found("/questions/0/text/nl"),
        [CorrectedPlace::Question { question_id: question_id.clone(), before: text }]
    );
    assert_eq!(found("/questions/0/kind/options/1/text/nl"), [CorrectedPlace::Answers { question_id }]);
    assert_eq!(compare(&before, &before), Err(NoCorrection::NothingChanged));
}

#[test]
fn what_is_more_than_words_is_no_correction() {
    let before = poll(golden());
    for (pointer, value) in [
        ("/questions/0/id", json!("anders")),
        ("/questions/0/required", json!(false)),
        ("/questions/0/kind/options/0/id", json!("anders")),
        ("/questions/0/kind/options/2/noOpinion", json!(false)),
        ("/questions/1/kind/max", json!(3)),
        ("/questions/2/kind/to", json!(10)),
        ("/influence", json!("decide")),
        ("/areaIds", json!([])),
        ("/asksArea", json!(false)),
        ("/resultsVisible", json!("withReport")),
    ] {
        assert_eq!(compare(&before, &changed(pointer, value)), Err(NoCorrection::StructureDiffers), "{pointer}");
    }
    let mut fewer = golden();
    fewer["questions"].as_array_mut().unwrap().pop();
    assert_eq!(compare(&before, &poll(fewer)), Err(NoCorrection::StructureDiffers));
}

proptest! {
    /// Whichever texts are changed: it is a correction, and the boxes would freeze the very same poll.
    #[test]
    fn any_words_may_be_corrected(places in proptest::collection::vec(0_usize..100, 1..6), word in "[a-z]{1,12}") {
        let mut value = golden();
        let mut pointers = Vec::new();
        texts(&value, "", &mut pointers);
        for place in places {
            let pointer = &pointers[place % pointers.len()];
            *value.pointer_mut(&format!("{pointer}/nl")).unwrap() = json!(format!("{word} anders"));
        }
        let (before, after) = (poll(golden()), poll(value));
        prop_assert!(!compare(&before, &after).unwrap().is_empty());
        let now: Instant = "2026-03-01T08:00:00Z".parse().unwrap();
        let frozen = |poll: &Poll| FrozenPoll::freeze(poll, &[], 2, now, now.plus_milliseconds(1));
        prop_assert_eq!(frozen(&before), frozen(&after));
    }
}
