//! What an editor may make, how a poll lives, and how it is frozen.
#![expect(clippy::unwrap_used, reason = "a test fails by panicking, its helping functions too")]

use proptest::prelude::*;
use shared::area::Area;
use shared::fault::{Fault, FaultCode};
use shared::ids::BallotId;
use shared::poll::life::{LifeRefusal, Term, report_due};
use shared::poll::{Answer, Answers, Digest, FrozenPoll, Poll, PollLife, PollStatus, ResultsVisible};
use shared::promise::Calendar;
use shared::time::{CivilDate, Instant};
use shared::topic::Topic;

fn poll() -> Poll {
    serde_json::from_str(include_str!("golden/poll.json")).unwrap()
}

fn areas() -> Vec<Area> {
    serde_json::from_str(
        r#"[{"id":"noord","kind":"wijk","name":"Noord"},
            {"id":"molenbuurt","parentId":"noord","kind":"buurt","name":"Molenbuurt"},
            {"id":"de-wiek","parentId":"molenbuurt","kind":"complex","name":"De Wiek"},
            {"id":"zuid","kind":"wijk","name":"Zuid"}]"#,
    )
    .unwrap()
}

fn topics() -> Vec<Topic> {
    serde_json::from_str(r#"[{"id":"verlichting","name":{"nl":"Verlichting"}}]"#).unwrap()
}

fn read(poll: &Poll) -> Result<Poll, Vec<Fault>> {
    poll.read(&topics(), &areas())
}

fn instant(text: &str) -> Instant {
    text.parse().unwrap()
}

fn date(text: &str) -> CivilDate {
    text.parse().unwrap()
}

#[test]
fn a_good_poll_comes_back_clean() {
    let mut untidy = poll();
    untidy.title = serde_json::from_str(r#"{"nl":"  Veilig in Noord ","en":"  "}"#).unwrap();
    let clean = read(&untidy).unwrap();
    assert_eq!(serde_json::to_string(&clean.title).unwrap(), r#"{"nl":"Veilig in Noord"}"#);
    assert_eq!(read(&poll()), Ok(poll()));
}

#[test]
fn every_field_at_fault_is_named_by_its_path() {
    let bad: Poll = serde_json::from_value(serde_json::json!({
        "id": "p", "title": {"nl": "x".repeat(151)}, "intro": {"nl": "x"}, "influence": "inform",
        "topicId": "weg", "areaIds": ["weg"],
        "questions": [
            {"id": "a", "text": {"nl": "?"}, "kind": {"type": "oneChoice", "options": [
                {"id": "x", "text": {"nl": "x"}},
                {"id": "x", "text": {"nl": "x", "en": "x".repeat(151)}, "noOpinion": true},
                {"id": "z", "text": {"nl": "z"}, "noOpinion": true}]}},
            {"id": "a", "text": {"nl": "?"}, "kind": {"type": "severalChoices", "max": 3, "options": [
                {"id": "x", "text": {"nl": "x"}}, {"id": "y", "text": {"nl": "y"}}]}},
            {"id": "c", "text": {"nl": "?"}, "kind": {"type": "scale", "to": 7, "low": {"nl": "l"}, "high": {"nl": "\u{0}h"}}}
        ]
    }))
    .unwrap();
    let faults = read(&bad).unwrap_err();
    let expected = [
        ("topicId", FaultCode::Unknown),
        ("areaIds", FaultCode::Unknown),
        ("questions.0.kind.options", FaultCode::TooFew { min: 2 }),
        ("questions.0.kind.options.1.id", FaultCode::Duplicate),
        ("questions.0.kind.options.1.text.en", FaultCode::TooLong { max: 150 }),
        ("questions.0.kind.options.1.text.nl", FaultCode::Duplicate),
        ("questions.0.kind.options.2.noOpinion", FaultCode::Duplicate),
        ("questions.1.id", FaultCode::Duplicate),
        ("questions.1.kind.max", FaultCode::OutOfRange { min: 2, max: 2 }),
        ("questions.2.kind.to", FaultCode::Unknown),
        ("title.nl", FaultCode::TooLong { max: 150 }),
    ];
    assert_eq!(faults, expected.map(|(field, code)| Fault::new(field, code)));
}

#[test]
fn a_poll_needs_a_question() {
    let empty = Poll { questions: Vec::new(), ..poll() };
    assert_eq!(read(&empty), Err(vec![Fault::new("questions", FaultCode::TooFew { min: 1 })]));
}

#[test]
fn no_opinion_gives_way_to_an_opinion() {
    let poll = poll();
    let answers: Answers =
        serde_json::from_str(r#"{"wat":{"choices":["weet-niet","licht"]},"veilig":{"choice":"ja"}}"#).unwrap();
    let read = poll.read_answers(&answers).unwrap();
    let question = poll.questions.iter().find(|question| question.id.as_str() == "wat").unwrap();
    assert_eq!(read.get(&question.id), Some(&Answer::Choices(vec!["licht".parse().unwrap()])));
}

fn term() -> Term {
    Term { opens_at: instant("2026-03-01T08:00:00Z"), closes_at: instant("2026-03-15T23:00:00Z") }
}

#[test]
fn a_poll_lives_from_draft_to_report() {
    let before = instant("2026-02-20T08:00:00Z");
    let due = date("2026-04-10");
    let planned = PollLife::Draft.plan(term(), 2, before).unwrap();
    assert!(planned.may_be_edited());
    assert_eq!(planned.next_tick(), Some(term().opens_at));
    let opening = planned.clone().tick(2, before, || due).tick(2, term().opens_at, || due);
    assert!(!opening.may_be_edited());
    let half = opening.box_opened(1).box_opened(1).box_opened(7);
    assert_eq!(half.status(term().opens_at), PollStatus::Planned, "not public before every box has it");
    let open = half.box_opened(0);
    assert_eq!(open.status(term().opens_at), PollStatus::Open);
    assert_eq!(open.status(term().closes_at), PollStatus::Closed, "closed by the clock before anything runs");
    let closing = open.tick(2, term().closes_at, || due);
    assert_eq!(closing.report_due(), Some(due));
    let closed = closing.box_closed(0).box_closed(1);
    let reported = closed.report(instant("2026-04-01T08:00:00Z")).unwrap();
    assert_eq!(reported.status(term().closes_at), PollStatus::Reported);
    assert_eq!(reported.report_due(), None);
}

#[test]
fn a_planned_poll_can_be_taken_back_until_it_opens() {
    let before = instant("2026-02-20T08:00:00Z");
    let planned = PollLife::Draft.plan(term(), 2, before).unwrap();
    assert_eq!(planned.clone().cancel(before), Ok(PollLife::Draft));
    let refused = |from| Err(LifeRefusal::NotFrom { from, to: PollStatus::Draft });
    assert_eq!(planned.clone().cancel(term().opens_at), refused(PollStatus::Planned), "it opens at this moment");
    let opening = planned.tick(1, term().opens_at, || date("2026-04-01"));
    assert_eq!(opening.clone().cancel(before), refused(PollStatus::Planned));
    assert_eq!(opening.box_opened(0).cancel(before), refused(PollStatus::Open));
}

#[test]
fn officials_may_have_to_wait_like_everybody() {
    let waiting = Poll { officials_wait: true, ..poll() };
    assert_eq!(read(&waiting), Ok(waiting.clone()));
    let open = PollLife::Open { term: term(), boxes: 1 };
    let due = date("2026-04-01");
    let closing = open.clone().tick(1, term().closes_at, || due);
    let closed = closing.clone().box_closed(0);
    assert_eq!([&open, &closing, &closed].map(|life| waiting.shows_officials(life)), [false, false, true]);
    assert!(poll().shows_officials(&open));
    // What residents see, officials see too.
    let public = Poll { results_visible: ResultsVisible::AfterAnswering, ..waiting };
    assert_eq!(read(&public), Err(vec![Fault::new("resultsVisible", FaultCode::NotTogether)]));
}

#[test]
fn a_poll_is_whole_in_the_languages_it_is_offered_in() {
    use shared::text::Language::{En, Nl};
    let offered = |languages: &[shared::text::Language]| Poll { languages: languages.to_vec(), ..poll() };
    assert_eq!(read(&offered(&[Nl])), Ok(offered(&[Nl])));
    let missing: Vec<String> = read(&offered(&[Nl, En])).unwrap_err().into_iter().map(|fault| fault.field).collect();
    assert!(
        missing.contains(&"intro.en".to_owned()) && missing.contains(&"questions.0.kind.options.0.text.en".to_owned())
    );
    assert!(!missing.contains(&"title.en".to_owned()), "it has one");
    assert_eq!(read(&offered(&[En, Nl])).unwrap_err().first(), Some(&Fault::new("languages", FaultCode::DutchFirst)));
    assert!(read(&offered(&[Nl, Nl])).unwrap_err().contains(&Fault::new("languages", FaultCode::Duplicate)));
    // The title is there in English, and stays Dutch with the rest.
    assert_eq!(offered(&[Nl]).in_language(En).title.text, "Veilig in Noord");
    assert_eq!(offered(&[]).in_language(En).title.text, "Safe in Noord");
    assert_eq!(
        FrozenPoll::freeze(&offered(&[Nl]), &areas(), 1, term().opens_at, term().closes_at).poll.languages,
        [Nl]
    );
}

#[test]
fn closing_early_waits_for_every_box() {
    let now = instant("2026-03-02T08:00:00Z");
    let open = PollLife::Draft.plan(term(), 2, now).unwrap().box_opened(0).box_opened(1);
    let closing = open.close(now, date("2026-04-01")).unwrap();
    assert_eq!(closing.term().unwrap().closes_at, now);
    assert!(matches!(closing.clone().report(now), Err(LifeRefusal::NotFrom { .. })));
    assert!(matches!(closing.box_closed(1).box_closed(0), PollLife::Closed { .. }));
}

#[test]
fn what_cannot_happen_is_refused() {
    let now = instant("2026-03-20T08:00:00Z");
    assert_eq!(PollLife::Draft.plan(term(), 2, now), Err(LifeRefusal::NoTimeToAnswer));
    assert_eq!(
        PollLife::Draft.close(now, date("2026-04-01")),
        Err(LifeRefusal::NotFrom { from: PollStatus::Draft, to: PollStatus::Closed })
    );
    assert!(PollLife::Draft.report(now).is_err());
}

proptest! {
    /// Whatever happens in whatever order, a poll never goes back once residents have seen it, and is open only when every box is.
    #[test]
    fn a_poll_never_goes_back(steps in proptest::collection::vec((0_u8..8, 0_i64..40, 0_u16..3), 0..40)) {
        let mut life = PollLife::Draft;
        let mut now = instant("2026-02-20T08:00:00Z");
        let mut status = life.status(now);
        for (step, days, index) in steps {
            now = now.plus_milliseconds(days * 3_600_000 * 24);
            let due = now.dutch_date();
            let earlier = life.clone();
            life = match step {
                0 => life.plan(term(), 2, now).unwrap_or(earlier),
                1 | 2 => life.tick(2, now, || due),
                3 => life.box_opened(index),
                4 => life.box_closed(index),
                5 => life.close(now, due).unwrap_or(earlier),
                6 => life.cancel(now).unwrap_or(earlier),
                _ => life.report(now).unwrap_or(earlier),
            };
            let next = life.status(now);
            let taken_back = (status, next) == (PollStatus::Planned, PollStatus::Draft);
            prop_assert!(next as u8 >= status as u8 || taken_back);
            status = next;
            let stored: PollLife = serde_json::from_str(&serde_json::to_string(&life).unwrap()).unwrap();
            prop_assert_eq!(&stored, &life);
        }
    }

    #[test]
    fn ballots_spread_over_all_boxes(bytes in any::<[u8; 16]>(), boxes in 1_u16..20) {
        let frozen = FrozenPoll::freeze(&poll(), &areas(), boxes, term().opens_at, term().closes_at);
        prop_assert!(frozen.box_of(&BallotId::from_random(bytes)) < frozen.boxes);
    }
}

#[test]
fn the_box_of_a_ballot_never_changes() {
    let frozen = FrozenPoll::freeze(&poll(), &areas(), 4, term().opens_at, term().closes_at);
    let boxes: Vec<u16> = (0..8_u8).map(|byte| frozen.box_of(&BallotId::from_random([byte; 16]))).collect();
    assert_eq!(boxes, [1, 2, 3, 0, 1, 3, 3, 2]);
}

#[test]
fn the_report_is_due_in_working_days_after_the_last_day() {
    let closes = date("2026-03-13").ends_at();
    assert_eq!(report_due(Calendar::new(&[]), closes, 1).to_string(), "2026-03-16");
}

#[test]
fn a_frozen_poll_stays_as_it_is_on_the_wire() {
    let frozen = FrozenPoll::freeze(&poll(), &areas(), 2, term().opens_at, term().closes_at);
    let golden = include_str!("golden/frozen_poll.json");
    let written = serde_json::to_string_pretty(&frozen).unwrap();
    if std::env::var_os("UPDATE_GOLDEN").is_some() {
        std::fs::write(concat!(env!("CARGO_MANIFEST_DIR"), "/tests/golden/frozen_poll.json"), format!("{written}\n"))
            .unwrap();
    }
    assert_eq!(written, golden.trim_end());
    assert_eq!(serde_json::from_str::<FrozenPoll>(golden).unwrap(), frozen);
    let digest = Digest::of(golden.as_bytes(), |bytes| [u8::try_from(bytes.len() % 256).unwrap(); 32]);
    assert_eq!(digest.as_str().len(), 64);
}

#[test]
fn a_box_reads_ballots_like_the_form() {
    let frozen = FrozenPoll::freeze(&poll(), &areas(), 2, term().opens_at, term().closes_at);
    let named: Vec<&str> = frozen.area_ids.iter().map(shared::ids::AreaId::as_str).collect();
    assert_eq!(named, ["molenbuurt", "de-wiek"], "the wijk has parts, the other wijk is not meant");
    let faults = frozen.read_ballot(&Answers::new(), Some(&"zuid".parse().unwrap())).unwrap_err();
    assert_eq!(
        faults,
        [Fault::new("answers.veilig", FaultCode::ChoiceRequired), Fault::new("areaId", FaultCode::Unknown)]
    );
    assert!(frozen.is_open(term().opens_at) && !frozen.is_open(term().closes_at));
}

#[test]
fn the_areas_that_are_named_come_with_what_they_lie_in_also_when_that_is_a_loop() {
    let frozen = FrozenPoll::freeze(&poll(), &areas(), 2, term().opens_at, term().closes_at);
    let ids =
        |areas: &[Area]| -> Vec<String> { frozen.named_areas(areas).iter().map(|area| area.id.to_string()).collect() };
    assert_eq!(ids(&areas()), ["noord", "molenbuurt", "de-wiek"]);
    let mut loops = areas();
    loops[0].parent_id = Some("de-wiek".parse().unwrap());
    assert_eq!(ids(&loops), ["noord", "molenbuurt", "de-wiek"]);
    assert!(ids(&areas()[3..]).is_empty(), "what the municipality does not know has no name");
}
