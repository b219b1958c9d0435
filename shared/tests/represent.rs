//! Who answered beside who lives there, and weighted figures, worked out by hand.
#![expect(clippy::unwrap_used, reason = "a test fails by panicking, its helping functions too")]

use shared::area::Area;
use shared::poll::{Answers, Background, Poll};
use shared::residents::{Population, Residents, read_csv};
use shared::tally::represent::{Group, Margin, Presence, compare, weigh};
use shared::tally::{Published, RawCounts, Row};

fn areas() -> Vec<Area> {
    let buurt = |id: &str, code: &str| serde_json::json!({"id": id, "kind": "buurt", "name": id, "cbs": {"code": code, "year": 2025}});
    serde_json::from_value(serde_json::json!([buurt("oost", "BU00340101"), buurt("west", "BU00340102")])).unwrap()
}

fn poll() -> Poll {
    let options = serde_json::json!([
        {"id": "ja", "text": {"nl": "Ja"}}, {"id": "nee", "text": {"nl": "Nee"}},
        {"id": "geen", "text": {"nl": "Geen mening"}, "noOpinion": true}]);
    serde_json::from_value(serde_json::json!({
        "id": "p", "title": {"nl": "P"}, "intro": {"nl": "P"}, "influence": "inform", "asksArea": true,
        "questions": [
            {"id": "q", "text": {"nl": "Q"}, "kind": {"type": "oneChoice", "options": options}},
            Background::Age.question().unwrap(),
        ]
    }))
    .unwrap()
}

/// So many ballots: where, what they answered, and their age.
fn publish(ballots: &[(u32, &str, &str, &str)]) -> Published {
    let mut raw = RawCounts::default();
    for (count, area, answer, age) in ballots {
        let answers = serde_json::json!({"q": {"choice": answer}, "background-age": {"choice": age}});
        let answers: Answers = serde_json::from_value(answers).unwrap();
        (0..*count).for_each(|_| raw.add_ballot(Some(&area.parse().unwrap()), &answers));
    }
    Published::make(&poll(), Some(&areas()), &raw, &[], "2026-05-12".parse().unwrap())
}

/// In the east 3,000 people from 25 to 45, in the west 7,000 of 65 and older.
fn population() -> Population {
    let table = "code;15-24;25-44;45-64;65-plus\nBU00340101;0;3000;0;0\nBU00340102;0;0;0;7000";
    let residents = Residents { loaded_on: "2026-01-01".parse().unwrap(), areas: read_csv(table, &areas()).unwrap() };
    residents.of(&poll(), &areas()).unwrap()
}

fn near(found: f64, expected: f64) -> bool {
    (found - expected).abs() < 0.000_11
}

#[test]
fn weighting_agrees_with_a_hand_worked_example() {
    // 40 young people answered: 20 yes, 20 no. 160 old people answered: 120 yes, 40 no. Together 140 of 200 said yes: 70%.
    let set = publish(&[
        (20, "oost", "ja", "25-44"),
        (20, "oost", "nee", "25-44"),
        (120, "west", "ja", "65-plus"),
        (40, "west", "nee", "65-plus"),
    ]);
    assert!(near(set.total.questions[0].figures[0].share.unwrap().value, 0.7));
    for margin in [Margin::Age, Margin::Area] {
        let weighted = weigh(&poll(), &set, &population(), margin, (&"q".parse().unwrap(), None)).unwrap();
        assert_eq!(weighted.answers, 200);
        // Young people are 3,000 of 10,000 residents. Yes: 0.3 × 20/40 + 0.7 × 120/160 = 0.15 + 0.525 = 0.675.
        let (row, yes) = &weighted.rows[0];
        assert_eq!(row, &Row::Option("ja".parse().unwrap()));
        assert!(near(yes.value, 0.675), "{yes:?}");
        assert!(near(weighted.rows[1].1.value, 0.325));
        // Weights: a young person 0.3 × 200/40 = 1.5, an old one 0.7 × 200/160 = 0.875.
        // Their sum: 40 × 1.5 + 160 × 0.875 = 60 + 140 = 200; of their squares: 40 × 2.25 + 160 × 0.765625 = 212.5.
        // Kish: 200² / 212.5 = 188.235.
        assert!((weighted.effective - 40_000.0 / 212.5).abs() < 1e-9, "{}", weighted.effective);
        assert_eq!(weighted.whole_effective(), 188);
        // Wilson with p = 0.675 and n = 188.235, z = 1.96: z²/n = 0.020408; the middle is
        // (0.675 + 0.010204) / 1.020408 = 0.671500; the half width
        // 1.96 / 1.020408 × √(0.675 × 0.325 / 188.235 + 0.020408 / (4 × 188.235)) = 0.066339.
        assert!((yes.low - 0.605_16).abs() < 0.000_2 && (yes.high - 0.737_84).abs() < 0.000_2, "{yes:?}");
    }
}

/// The same people in the same places, asked in every other way that can be weighted.
#[test]
fn numbers_statements_and_several_choices_are_weighted_too() {
    let options = serde_json::json!([
        {"id": "ja", "text": {"nl": "Ja"}}, {"id": "nee", "text": {"nl": "Nee"}},
        {"id": "geen", "text": {"nl": "Geen mening"}, "noOpinion": true}]);
    let statements = serde_json::json!([{"id": "een", "text": {"nl": "1"}}, {"id": "twee", "text": {"nl": "2"}}]);
    let end = serde_json::json!({"nl": "E"});
    let poll: Poll = serde_json::from_value(serde_json::json!({
        "id": "p", "title": {"nl": "P"}, "intro": {"nl": "P"}, "influence": "inform", "asksArea": true,
        "questions": [
            {"id": "cijfer", "text": {"nl": "C"}, "kind": {"type": "scale", "to": 5, "low": end, "high": end}},
            {"id": "stellingen", "text": {"nl": "S"}, "kind":
                {"type": "battery", "statements": statements, "scale": {"type": "options", "options": options}}},
            {"id": "wensen", "text": {"nl": "W"}, "kind": {"type": "severalChoices", "options": options}},
            Background::Age.question().unwrap(),
        ]
    }))
    .unwrap();
    let mut raw = RawCounts::default();
    for (count, area, age, mark, statement, wishes) in [
        (20, "oost", "25-44", 4, "ja", &["ja"][..]),
        (20, "oost", "25-44", 2, "nee", &["nee"]),
        (100, "west", "65-plus", 4, "ja", &["ja"]),
        (20, "west", "65-plus", 4, "ja", &["ja", "nee"]),
        (40, "west", "65-plus", 2, "nee", &["nee"]),
        // Who has no opinion is in no weighted figure.
        (12, "oost", "25-44", 4, "geen", &["geen"]),
        (12, "west", "65-plus", 2, "geen", &["geen"]),
    ] {
        let mut answers = serde_json::json!({
            "stellingen": {"battery": {"een": {"choice": statement}, "twee": {"choice": "ja"}}},
            "wensen": {"choices": wishes}, "background-age": {"choice": age}});
        if statement != "geen" {
            answers["cijfer"] = serde_json::json!({"scale": mark});
        }
        let answers: Answers = serde_json::from_value(answers).unwrap();
        (0..count).for_each(|_| raw.add_ballot(Some(&area.parse().unwrap()), &answers));
    }
    let set = Published::make(&poll, Some(&areas()), &raw, &[], "2026-05-12".parse().unwrap());
    for margin in [Margin::Age, Margin::Area] {
        let weigh = |question: &str, part: Option<&str>| {
            let part = part.map(|part| part.parse().unwrap());
            weigh(&poll, &set, &population(), margin, (&question.parse().unwrap(), part.as_ref()))
        };
        let statement = weigh("stellingen", Some("een")).unwrap();
        assert_eq!((statement.answers, statement.whole_effective(), statement.rows.len()), (200, 188, 2));
        assert!(near(statement.rows[0].1.value, 0.675) && statement.mean.is_none());
        assert_eq!(weigh("stellingen", Some("twee")), None, "all said the same, so nothing is shown");
        assert_eq!(weigh("stellingen", None), None, "a battery as a whole has no answers");
        assert_eq!(weigh("wensen", Some("een")), None);
        // 0.3 × 20/40 + 0.7 × 60/160 = 0.15 + 0.2625 = 0.4125; of those who gave an opinion.
        let wishes = weigh("wensen", None).unwrap();
        assert!(near(wishes.rows[0].1.value, 0.675) && near(wishes.rows[1].1.value, 0.412_5), "{wishes:?}");
        assert_eq!((wishes.answers, wishes.whole_effective()), (200, 188));
        // The young give (20 × 4 + 20 × 2) / 40 = 3, the old (120 × 4 + 40 × 2) / 160 = 3.5: 0.3 × 3 + 0.7 × 3.5 = 3.35.
        // The variance is 16 × 0.675 + 4 × 0.325 − 3.35² = 0.8775, the standard error √(0.8775 / 187.235) = 0.068459,
        // and t with 187.235 degrees of freedom 1.97271: 3.35 ± 0.13505.
        let mark = weigh("cijfer", None).unwrap();
        let mean = mark.mean.unwrap();
        assert!(near(mean.value, 3.35) && near(mean.low, 3.214_95) && near(mean.high, 3.485_05), "{mean:?}");
    }
}

#[test]
fn respondents_like_the_residents_weigh_nothing() {
    let set = publish(&[
        (30, "oost", "ja", "25-44"),
        (30, "oost", "nee", "25-44"),
        (100, "west", "ja", "65-plus"),
        (40, "west", "nee", "65-plus"),
    ]);
    let weighted = weigh(&poll(), &set, &population(), Margin::Age, (&"q".parse().unwrap(), None)).unwrap();
    let plain = set.total.questions[0].figures[0].share.unwrap();
    assert!((weighted.effective - 200.0).abs() < 1e-9);
    assert_eq!(weighted.rows[0].1, plain, "the same share with the same interval");
    assert!(compare(&set, &population()).iter().all(|compared| compared.presence == Presence::AsExpected));
}

#[test]
fn no_opinion_is_no_answer_and_a_group_without_figures_cannot_be_weighted() {
    let with_none = publish(&[
        (20, "oost", "ja", "25-44"),
        (20, "oost", "nee", "25-44"),
        (10, "oost", "geen", "25-44"),
        (120, "west", "ja", "65-plus"),
        (40, "west", "nee", "65-plus"),
        (10, "west", "geen", "65-plus"),
    ]);
    let weighted = weigh(&poll(), &with_none, &population(), Margin::Age, (&"q".parse().unwrap(), None)).unwrap();
    assert!(near(weighted.rows[0].1.value, 0.675) && weighted.answers == 200);
    // Nine young people are too few to show, and nothing takes their place.
    let few = publish(&[
        (5, "oost", "ja", "25-44"),
        (4, "oost", "nee", "25-44"),
        (120, "west", "ja", "65-plus"),
        (40, "west", "nee", "65-plus"),
    ]);
    for margin in [Margin::Age, Margin::Area] {
        assert_eq!(weigh(&poll(), &few, &population(), margin, (&"q".parse().unwrap(), None)), None);
    }
    assert_eq!(
        weigh(&poll(), &with_none, &population(), Margin::Age, (&"background-age".parse().unwrap(), None)),
        None
    );
}

#[test]
fn groups_that_answered_less_often_or_more_often_are_named() {
    let set = publish(&[
        (20, "oost", "ja", "25-44"),
        (20, "oost", "nee", "25-44"),
        (120, "west", "ja", "65-plus"),
        (40, "west", "nee", "65-plus"),
    ]);
    let compared = compare(&set, &population());
    let found: Vec<_> = compared.iter().map(|one| (one.group.clone(), one.presence)).collect();
    let age = |id: &str| Group::Age(id.parse().unwrap());
    let area = |id: &str| Group::Area(id.parse().unwrap());
    // 20% of the answers (15 to 26%), and 30% of the residents.
    assert_eq!(found.iter().find(|(group, _)| *group == age("25-44")).unwrap().1, Presence::Under);
    assert_eq!(found.iter().find(|(group, _)| *group == age("65-plus")).unwrap().1, Presence::Over);
    assert_eq!(found.iter().find(|(group, _)| *group == area("oost")).unwrap().1, Presence::Under);
    let young = compared.iter().find(|one| one.group == age("25-44")).unwrap();
    assert!(near(young.respondents.value, 0.2) && near(young.residents, 0.3));
}
