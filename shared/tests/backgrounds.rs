//! Counts by what respondents told of themselves, by hand.
#![expect(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    reason = "a test fails by panicking, its helping functions too"
)]

use shared::poll::{Answers, Background, Poll};
use shared::tally::{Published, RawCounts};

fn poll() -> Poll {
    let options = serde_json::json!([{"id": "ja", "text": {"nl": "Ja"}}, {"id": "nee", "text": {"nl": "Nee"}}]);
    serde_json::from_value(serde_json::json!({
        "id": "p", "title": {"nl": "P"}, "intro": {"nl": "P"}, "influence": "inform", "asksArea": true,
        "questions": [
            {"id": "q", "text": {"nl": "Q"}, "kind": {"type": "oneChoice", "options": options}},
            Background::Age.question().unwrap(), Background::Tenure.question().unwrap(),
        ]
    }))
    .unwrap()
}

/// So many ballots: what they answered, their age, and how they live.
fn publish(ballots: &[(u32, &str, Option<&str>, Option<&str>)]) -> Published {
    let mut raw = RawCounts::default();
    for (count, answer, age, tenure) in ballots {
        let mut answers = serde_json::json!({"q": {"choice": answer}});
        for (id, told) in [("background-age", age), ("background-tenure", tenure)] {
            if let Some(told) = told {
                answers[id] = serde_json::json!({"choice": told});
            }
        }
        let answers: Answers = serde_json::from_value(answers).unwrap();
        (0..*count).for_each(|_| raw.add_ballot(None, &answers));
    }
    Published::make(&poll(), Some(&[]), &raw, &[], "2026-05-12".parse().unwrap())
}

/// By group: its id, and its counts of the first question.
fn groups(set: &Published, place: usize) -> Vec<(&str, Vec<Option<u32>>)> {
    let groups = set.backgrounds[place].groups.iter();
    let counts = |line: &shared::tally::QuestionFigures| line.figures.iter().map(|figure| figure.count).collect();
    groups.map(|group| (group.option_id.as_str(), counts(&group.questions[0]))).collect()
}

#[test]
fn groups_add_up_to_the_total_and_are_not_crossed() {
    let set = publish(&[
        (30, "ja", Some("25-44"), Some("owner")),
        (20, "nee", Some("25-44"), Some("owner")),
        (15, "ja", Some("65-plus"), Some("private-rent")),
        (25, "nee", Some("65-plus"), Some("private-rent")),
    ]);
    assert_eq!(groups(&set, 0), [("25-44", vec![Some(30), Some(20)]), ("65-plus", vec![Some(15), Some(25)])]);
    assert_eq!(groups(&set, 1), [("owner", vec![Some(30), Some(20)]), ("private-rent", vec![Some(15), Some(25)])]);
    for background in &set.backgrounds {
        assert!(background.groups.iter().all(|group| group.questions.len() == 1), "the question, and nothing else");
    }
}

#[test]
fn a_group_of_one_mind_shows_nothing_and_neither_does_what_is_left_of_it() {
    let set = publish(&[
        (30, "ja", Some("25-44"), None),
        (20, "nee", Some("25-44"), None),
        (14, "ja", Some("65-plus"), None),
    ]);
    // All 14 said yes; 50 of 64 less the others would say so.
    assert_eq!(groups(&set, 0), [("25-44", vec![None, None]), ("65-plus", vec![None, None])]);
}

#[test]
fn those_who_did_not_say_are_a_group_too() {
    let told = [
        (30, "ja", Some("25-44"), None),
        (20, "nee", Some("25-44"), None),
        (25, "ja", Some("65-plus"), None),
        (20, "nee", Some("65-plus"), None),
    ];
    // Four who skipped it are what is left of the total: the smaller group is not shown, so that they stay among it.
    let set = publish(&[&told[..], &[(3, "ja", None, None), (1, "nee", None, None)]].concat());
    assert_eq!(groups(&set, 0), [("25-44", vec![Some(30), Some(20)]), ("65-plus", vec![None, None])]);
    let set = publish(&[&told[..], &[(13, "ja", None, None), (11, "nee", None, None)]].concat());
    assert_eq!(groups(&set, 0), [("25-44", vec![Some(30), Some(20)]), ("65-plus", vec![Some(25), Some(20)])]);
}
