//! Batteries, rankings, "something else" and questions that depend on an earlier answer: what may be made, filled in,
//! sent, counted and shown.
#![expect(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    reason = "a test fails by panicking, its helping functions too"
)]

use proptest::prelude::*;
use serde_json::{Value, json};
use shared::fault::{Fault, FaultCode};
use shared::ids::OptionId;
use shared::poll::fill::{Filling, Move, Step};
use shared::poll::{Answer, Answers, FrozenPoll, Poll};
use shared::tally::{Counted, Published, QuestionFigures, RawCounts, Row};
use shared::time::CivilDate;

fn items(ids: &[&str]) -> Value {
    ids.iter().map(|id| json!({ "id": id, "text": { "nl": id } })).collect()
}

fn poll() -> Poll {
    let options = json!([{ "id": "ja", "text": { "nl": "Ja" } }, { "id": "nee", "text": { "nl": "Nee" } },
        { "id": "anders", "text": { "nl": "Anders" }, "other": true }]);
    serde_json::from_value(json!({
        "id": "p", "title": { "nl": "T" }, "intro": { "nl": "I" }, "influence": "inform",
        "questions": [
            { "id": "een", "text": { "nl": "?" }, "required": true, "kind": { "type": "oneChoice", "options": options } },
            { "id": "meer", "text": { "nl": "?" }, "condition": { "questionId": "een", "is": { "options": ["nee", "anders"] } },
              "kind": { "type": "severalChoices", "options": options, "max": 2 } },
            { "id": "cijfer", "text": { "nl": "?" }, "kind": { "type": "scale", "to": 10, "low": { "nl": "l" },
              "high": { "nl": "h" }, "noOpinion": true } },
            { "id": "waarom", "text": { "nl": "?" }, "required": true,
              "condition": { "questionId": "cijfer", "is": { "values": { "from": 1, "to": 5 } } },
              "kind": { "type": "openText" } },
            { "id": "woorden", "text": { "nl": "?" }, "required": true, "kind": { "type": "battery",
              "statements": items(&["s", "t"]), "scale": { "type": "options", "options": items(&["eens", "oneens"]) } } },
            { "id": "cijfers", "text": { "nl": "?" },
              "condition": { "questionId": "meer", "is": { "options": ["ja"] } }, "kind": { "type": "battery",
              "statements": items(&["s", "t"]), "scale": { "type": "numbers", "to": 5, "low": { "nl": "l" },
              "high": { "nl": "h" }, "noOpinion": true } } },
            { "id": "volgorde", "text": { "nl": "?" }, "kind": { "type": "ranking", "places": 2,
              "options": items(&["a", "b", "c"]) } }
        ]
    }))
    .unwrap()
}

fn answers(value: Value) -> Answers {
    serde_json::from_value(value).unwrap()
}

/// Answers that are all needed when the first question is answered with "yes".
fn least() -> Value {
    json!({ "een": { "choice": "ja" }, "woorden": { "battery": { "s": { "choice": "eens" }, "t": { "choice": "oneens" } } } })
}

fn with(more: &Value) -> Answers {
    let mut all = least();
    for (key, value) in more.as_object().unwrap() {
        all[key] = value.clone();
    }
    answers(all)
}

fn faults(answers: &Answers) -> Vec<(String, FaultCode)> {
    poll().read_answers(answers).unwrap_err().into_iter().map(|Fault { field, code }| (field, code)).collect()
}

#[test]
fn a_poll_with_every_kind_may_be_made_and_frozen() {
    assert_eq!(poll().read::<()>(&[], &[]), Ok(poll()));
    let (opens, closes) = ("2026-03-01T08:00:00Z".parse().unwrap(), "2026-03-15T23:00:00Z".parse().unwrap());
    let frozen = FrozenPoll::freeze(&poll(), &[], 1, opens, closes);
    let wire = serde_json::to_string(&frozen).unwrap();
    let read: FrozenPoll = serde_json::from_str(&wire).unwrap();
    assert_eq!(read, frozen);
    let ballot = with(&json!({ "volgorde": { "ranking": { "a": 1, "c": 2 } }, "cijfer": "noOpinion" }));
    assert_eq!(read.read_ballot(&ballot, None), Ok((ballot, None)), "the box reads like the form");
}

#[test]
fn what_a_box_froze_before_there_were_these_kinds_is_still_read() {
    let frozen: FrozenPoll = serde_json::from_str(include_str!("golden/frozen_poll.json")).unwrap();
    assert!(frozen.poll.questions.iter().all(|question| question.condition.is_none()));
    let written = serde_json::to_string_pretty(&frozen).unwrap();
    assert_eq!(written, include_str!("golden/frozen_poll.json").trim_end(), "and written as it was, for its digest");
}

#[test]
fn the_editor_is_told_what_cannot_be_asked() {
    let mut bad = serde_json::to_value(poll()).unwrap();
    let questions = bad["questions"].as_array_mut().unwrap();
    questions[0]["condition"] = json!({ "questionId": "meer", "is": { "options": ["ja"] } });
    questions[0]["kind"]["options"][1]["other"] = json!(true);
    questions[1]["condition"]["is"] = json!({ "options": ["weg"] });
    questions[2]["condition"] = json!({ "questionId": "een", "is": { "values": { "from": 1, "to": 2 } } });
    questions[3]["condition"]["is"] = json!({ "values": { "from": 4, "to": 11 } });
    questions[4]["kind"]["statements"] = items(&["s"]);
    questions[4]["kind"]["scale"]["options"][0]["other"] = json!(true);
    questions[5]["condition"]["is"] = json!({ "options": [] });
    questions[5]["kind"]["scale"]["to"] = json!(7);
    questions[6]["kind"]["places"] = json!(4);
    questions[6]["kind"]["options"] = items(&["a", "a", "c"]);
    let bad: Poll = serde_json::from_value(bad).unwrap();
    let found = bad.read::<()>(&[], &[]).unwrap_err();
    let expected = [
        ("questions.0.kind.options.2.other", FaultCode::Duplicate),
        ("questions.0.condition.questionId", FaultCode::NotEarlier),
        ("questions.1.condition.is", FaultCode::Unknown),
        ("questions.2.condition.questionId", FaultCode::NotEarlier),
        ("questions.3.condition.is", FaultCode::OutOfRange { min: 1, max: 10 }),
        ("questions.4.kind.statements", FaultCode::TooFew { min: 2 }),
        ("questions.4.kind.scale.options.0.other", FaultCode::WrongKind),
        ("questions.5.kind.scale.to", FaultCode::Unknown),
        ("questions.5.condition.is", FaultCode::ChoiceRequired),
        ("questions.6.kind.places", FaultCode::OutOfRange { min: 2, max: 3 }),
        ("questions.6.kind.options.1.id", FaultCode::Duplicate),
    ];
    assert_eq!(found, expected.map(|(field, code)| Fault::new(field, code)));
}

#[test]
fn all_faults_of_a_ballot_are_named_at_once() {
    let bad = answers(json!({
        "een": { "namely": { "options": ["ja", "nee"], "text": "x" } },
        "meer": { "choices": ["ja"] },
        "cijfer": { "scale": 11 },
        "woorden": { "battery": { "s": { "choice": "misschien" }, "u": { "choice": "eens" } } },
        "cijfers": { "battery": { "s": "noOpinion" } },
        "volgorde": { "ranking": { "a": 1, "b": 1 } },
        "weg": { "scale": 1 }
    }));
    let expected = [
        ("answers.een", FaultCode::TooMany { max: 1 }),
        ("answers.cijfer", FaultCode::OutOfRange { min: 1, max: 10 }),
        ("answers.woorden.s", FaultCode::Unknown),
        ("answers.woorden.u", FaultCode::Unknown),
        ("answers.volgorde", FaultCode::Places { to: 2 }),
        ("answers.weg", FaultCode::Unknown),
    ];
    // Several at once with "no" among them: the second question is asked, and the third battery hangs on its answer.
    assert_eq!(faults(&bad), expected.map(|(field, code)| (field.to_owned(), code)));
    let hidden = with(&json!({ "meer": { "choices": ["ja"] }, "cijfers": { "battery": { "s": { "scale": 1 } } } }));
    let expected = ["answers.meer", "answers.cijfers"].map(|field| (field.to_owned(), FaultCode::NotAsked));
    assert_eq!(faults(&hidden), expected);
    let half = answers(json!({ "een": { "choice": "ja" }, "woorden": { "battery": { "t": { "choice": "eens" } } } }));
    assert_eq!(faults(&half), [("answers.woorden.s".to_owned(), FaultCode::ChoiceRequired)]);
}

#[test]
fn answers_are_cleaned_to_what_counts() {
    let read = |more: Value, id: &str| {
        let read = poll().read_answers(&with(&more)).unwrap();
        serde_json::to_value(read.get(&id.parse().unwrap())).unwrap()
    };
    let namely = |option: &str, text: &str| json!({ "een": { "namely": { "options": [option], "text": text } } });
    assert_eq!(read(namely("anders", "  Zo "), "een"), json!({ "namely": { "options": ["anders"], "text": "Zo" } }));
    assert_eq!(read(namely("anders", "  "), "een"), json!({ "choice": "anders" }));
    assert_eq!(read(namely("ja", "x"), "een"), json!({ "choice": "ja" }), "what else belongs to something else");
    // Of three places to give all three, the last follows.
    let mut poll = serde_json::to_value(poll()).unwrap();
    poll["questions"][6]["kind"]["places"] = json!(3);
    let poll: Poll = serde_json::from_value(poll).unwrap();
    let read = poll.read_answers(&with(&json!({ "volgorde": { "ranking": { "c": 1, "a": 2 } } }))).unwrap();
    let all = json!({ "ranking": { "a": 2, "b": 3, "c": 1 } });
    assert_eq!(serde_json::to_value(&read[&"volgorde".parse().unwrap()]).unwrap(), all);
}

#[test]
fn an_empty_battery_and_too_long_a_line_are_found() {
    let long = with(&json!({ "een": { "namely": { "options": ["anders"], "text": "x".repeat(151) } } }));
    assert_eq!(faults(&long), [("answers.een".to_owned(), FaultCode::TooLong { max: 150 })]);
    let empty = with(&json!({ "woorden": { "battery": {} } }));
    let missing = ["answers.woorden.s", "answers.woorden.t"].map(|field| (field.to_owned(), FaultCode::ChoiceRequired));
    assert_eq!(faults(&empty), missing);
}

/// Goes forward with an answer to the question shown.
fn forward(mut filling: Filling, question: &str, answer: Value) -> Filling {
    let answer: Answer = serde_json::from_value(answer).unwrap();
    filling.answers.insert(question.parse().unwrap(), answer);
    let filling = poll().advance(filling, Move::Forward);
    assert_eq!(filling.faults, [], "{question}");
    filling
}

#[test]
fn a_form_asks_only_what_follows_from_the_answers() {
    let filling = forward(Filling::start(), "een", json!({ "choice": "ja" }));
    assert_eq!(filling.step, Step::Question(2), "without \"no\" the second question is not asked");
    let filling = forward(filling, "cijfer", json!({ "scale": 8 }));
    assert_eq!(filling.step, Step::Question(4));
    let battery = json!({ "battery": { "s": { "choice": "eens" }, "t": { "choice": "eens" } } });
    let filling = forward(filling, "woorden", battery);
    assert_eq!(filling.step, Step::Question(6));
    let filling = poll().advance(filling, Move::Forward);
    assert_eq!(filling.step, Step::Check);

    // Changing an answer asks what now follows from it, and then leads back.
    let filling = poll().advance(filling, Move::To(Step::Question(0)));
    let filling = forward(filling, "een", json!({ "choice": "nee" }));
    assert_eq!((filling.step, filling.changing), (Step::Question(1), true));
    let filling = forward(filling, "meer", json!({ "choices": ["ja"] }));
    assert_eq!(filling.step, Step::Question(5), "which asks the next of the chain");
    let filling = poll().advance(filling, Move::Forward);
    assert_eq!((filling.step, filling.changing), (Step::Check, false));
    assert!(filling.answers.contains_key(&"meer".parse().unwrap()));

    // And changing it back takes those answers away.
    let filling = poll().advance(filling, Move::To(Step::Question(0)));
    let filling = forward(filling, "een", json!({ "choice": "ja" }));
    assert_eq!(filling.step, Step::Check);
    assert!(!filling.answers.contains_key(&"meer".parse().unwrap()));
}

fn some_answer() -> impl Strategy<Value = Value> {
    let option = || prop_oneof![Just("ja"), Just("nee"), Just("anders"), Just("weg")];
    prop_oneof![
        option().prop_map(|option| json!({ "choice": option })),
        proptest::collection::vec(option(), 0..3).prop_map(|options| json!({ "choices": options })),
        option().prop_map(|option| json!({ "namely": { "options": [option], "text": "x" } })),
        (0_u8..12).prop_map(|value| json!({ "scale": value })),
        Just(json!("noOpinion")),
        Just(json!({ "text": "x" })),
        (0_u8..4, 0_u8..4).prop_map(|(a, b)| json!({ "ranking": { "a": a, "b": b } })),
        (1_u8..7).prop_map(|value| json!({ "battery": { "s": { "scale": value } } })),
        Just(json!({ "battery": { "s": { "choice": "eens" }, "t": { "choice": "oneens" } } })),
    ]
}

fn some_answers() -> impl Strategy<Value = Answers> {
    let ids = ["een", "meer", "cijfer", "waarom", "woorden", "cijfers", "volgorde", "weg"];
    proptest::collection::btree_map(proptest::sample::select(ids.to_vec()), some_answer(), 0..8).prop_map(|all| {
        all.into_iter().map(|(id, answer)| (id.parse().unwrap(), serde_json::from_value(answer).unwrap())).collect()
    })
}

proptest! {
    /// Reading is to clean: what was read once is read the same again, counts once, and holds only what is asked.
    #[test]
    fn what_was_read_is_clean(answers in some_answers()) {
        let poll = poll();
        match poll.read_answers(&answers) {
            Ok(read) => {
                prop_assert_eq!(&poll.read_answers(&read), &Ok(read.clone()));
                prop_assert_eq!(&poll.without_unasked(read.clone()), &read);
                let wire = serde_json::to_string(&read).unwrap();
                prop_assert_eq!(&serde_json::from_str::<Answers>(&wire).unwrap(), &read);
                let counted = Counted::by_ballot(None, &read);
                let distinct: std::collections::BTreeSet<_> = counted.iter().collect();
                prop_assert_eq!(distinct.len(), counted.len(), "a ballot counts once in a row");
            }
            Err(faults) => prop_assert!(!faults.is_empty()),
        }
    }

    /// However somebody moves through the form, what is left fits what is asked, and the check page can be reached.
    #[test]
    fn nobody_is_locked_in(answers in some_answers(), moves in proptest::collection::vec(0_u8..9, 0..20)) {
        let poll = poll();
        let mut filling = Filling { answers, ..Filling::start() };
        for movement in moves {
            let movement = match movement {
                0..4 => Move::Forward,
                4 => Move::Back,
                place => Move::To(Step::Question(usize::from(place) - 4)),
            };
            filling = poll.advance(filling, movement);
            prop_assert!(poll.steps(&filling.answers).contains(&filling.step));
            prop_assert_eq!(&poll.without_unasked(filling.answers.clone()), &filling.answers);
        }
        let mut good = Filling { answers: with(&json!({})), ..filling };
        good.step = Step::Question(0);
        for _ in 0..poll.questions.len() {
            good = poll.advance(good, Move::Forward);
        }
        prop_assert_eq!(good.step, Step::Check);
    }
}

fn on() -> CivilDate {
    "2026-03-16".parse().unwrap()
}

fn publish(ballots: &[(u32, Value)]) -> Published {
    let mut raw = RawCounts::default();
    for (times, ballot) in ballots {
        let read = poll().read_answers(&with(ballot)).unwrap();
        for about in Counted::by_ballot(None, &read) {
            raw.add(about, *times);
        }
    }
    let wire = serde_json::to_string(&raw).unwrap();
    assert_eq!(serde_json::from_str::<RawCounts>(&wire).unwrap(), raw);
    Published::make(&poll(), Some(&[]), &raw, &[], on())
}

fn line<'a>(set: &'a Published, question: &str, part: Option<&str>) -> &'a QuestionFigures {
    let part = part.map(|part| part.parse::<OptionId>().unwrap());
    let lines = set.total.questions.iter();
    lines.into_iter().find(|line| line.question_id.as_str() == question && line.part == part).unwrap()
}

fn counts(line: &QuestionFigures) -> Vec<Option<u32>> {
    line.figures.iter().map(|figure| figure.count).collect()
}

#[test]
fn statements_are_counted_each_and_no_opinion_is_in_no_mean() {
    let battery = |s: Value| json!({ "een": { "choice": "nee" }, "meer": { "choices": ["ja"] }, "cijfers": { "battery": { "s": s } } });
    let set = publish(&[
        (20, battery(json!({ "scale": 2 }))),
        (20, battery(json!({ "scale": 4 }))),
        (30, battery(json!("noOpinion"))),
        (20, json!({ "een": { "choice": "nee" }, "meer": { "choices": ["nee"] } })),
        (20, json!({})),
    ]);
    let s = line(&set, "cijfers", Some("s"));
    assert_eq!(s.answered, Some(70));
    assert_eq!(counts(s), [Some(0), Some(20), Some(0), Some(20), Some(0), Some(30)]);
    assert_eq!(s.figures.last().map(|figure| (&figure.row, figure.share)), Some((&Row::NoOpinion, None)));
    let mean = s.mean.unwrap();
    assert!((mean.value - 3.0).abs() < 1e-9, "{mean:?}");
    let share = s.figures[1].share.unwrap();
    assert!((share.value - 0.5).abs() < 1e-9, "of those with an opinion: {share:?}");
    assert_eq!(line(&set, "woorden", Some("t")).answered, Some(110));
    assert_eq!(line(&set, "woorden", None).answered, Some(110));
}

fn order(first: &str, second: &str) -> Value {
    json!({ "volgorde": { "ranking": { first: 1, second: 2 } } })
}

#[test]
fn a_ranking_gives_what_came_first_and_the_mean_place() {
    let set = publish(&[(30, order("a", "b")), (20, order("b", "a")), (20, order("c", "a")), (10, order("c", "b"))]);
    let first = line(&set, "volgorde", None);
    assert_eq!((first.answered, counts(first)), (Some(80), vec![Some(30), Some(20), Some(30)]));
    // a: 30 times 1, 40 times 2, 10 times without a place, which is the third.
    let a = line(&set, "volgorde", Some("a"));
    assert_eq!(counts(a), [Some(30), Some(40)]);
    assert!((a.mean.unwrap().value - (30.0 + 80.0 + 30.0) / 80.0).abs() < 1e-4, "{a:?}");
}

#[test]
fn the_places_of_a_ranking_are_all_shown_or_none() {
    let set = publish(&[(30, order("a", "b")), (20, order("b", "a")), (20, order("c", "a")), (3, order("b", "c"))]);
    assert_eq!(counts(line(&set, "volgorde", None)), [Some(30), Some(23), Some(20)], "one choice: all are groups");
    for option in ["a", "b", "c"] {
        let places = line(&set, "volgorde", Some(option));
        assert_eq!((counts(places), places.mean, places.answered), (vec![None, None], None, None), "{option}");
    }
}

#[test]
fn a_question_that_depends_on_a_hidden_answer_shows_nothing() {
    let asked = |option: &str| json!({ "een": { "choice": option }, "meer": { "choices": ["nee"] } });
    let more = |option: &str| json!({ "een": { "choice": option }, "meer": { "choices": ["anders"] } });
    // 6 of "anders" are hidden, and with them the 14 of "nee": the 20 asked would not tell, but 14 answers would.
    let set = publish(&[(60, json!({})), (14, asked("nee")), (6, json!({ "een": { "choice": "anders" } }))]);
    assert_eq!(counts(line(&set, "een", None)), [Some(60), None, None]);
    let dependent = line(&set, "meer", None);
    assert_eq!((dependent.answered, counts(dependent)), (None, vec![None, None, None]));
    let set = publish(&[(60, json!({})), (24, asked("nee")), (26, more("anders"))]);
    assert_eq!(counts(line(&set, "meer", None)), [Some(0), Some(24), Some(26)]);
}
