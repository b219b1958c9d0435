//! A box natively: the same code and the same SQL as on the platform.

use shared::{
    ids::{BallotId, QuestionId, WrittenId},
    poll::{
        Answers, FrozenPoll, Poll,
        written::{PAGE, WrittenFilter},
    },
    tally::RawCounts,
    time::Instant,
};

use super::{CastBallot, CloseBox, Collect, FillBox, FindWritten, OpenBox, TagWritten, digest};
use crate::{
    config::Config,
    objects::{Circumstances, Object, ObjectClass},
    operation::{Operation, apply},
    refusal::{Code, Refusal},
    store::{MemorySql, Sql, written::written_id},
};

const OPENS: &str = "2026-03-01T08:00:00Z";
const CLOSES: &str = "2026-03-15T23:00:00Z";

struct Box {
    object: Object<MemorySql>,
    config: Config,
}

fn frozen() -> String {
    let poll: Poll = serde_json::from_str(include_str!("../../../../shared/tests/golden/poll.json")).unwrap();
    let areas = serde_json::from_str::<Vec<_>>(r#"[{"id":"noord","kind":"wijk","name":"Noord"}]"#).unwrap();
    let frozen = FrozenPoll::freeze(&poll, &areas, 2, OPENS.parse().unwrap(), CLOSES.parse().unwrap());
    serde_json::to_string(&frozen).unwrap()
}

impl Box {
    fn empty() -> Self {
        let config = Config::read(|name| (name == "PUBLIC_ORIGIN").then(|| "http://localhost".to_owned())).unwrap();
        Self { object: Object::new(ObjectClass::BallotBox, MemorySql::new().unwrap()), config }
    }

    fn open() -> Self {
        let this = Self::empty();
        this.ask(OPENS, OpenBox { digest: digest(&frozen()), frozen: frozen() }).unwrap();
        this
    }

    fn ask<O: Operation>(&self, now: &str, operation: O) -> Result<O::Reply, Refusal> {
        let name = self.object.open(Some("kleinstad/noord-2026/0"))?.unwrap();
        let now: Instant = now.parse().unwrap();
        let circumstances = Circumstances { now, seed: [0; 32], config: &self.config };
        self.object.with(name, &circumstances, |context| apply(operation, context))
    }

    fn rows(&self, table: &str) -> usize {
        self.object.sql().query(&format!("SELECT 1 FROM {table}"), &[]).unwrap().len()
    }
}

fn ballot(number: u8, answers: &str) -> CastBallot {
    let answers: Answers = serde_json::from_str(answers).unwrap();
    let channel = shared::case::Channel::Online;
    CastBallot { id: BallotId::from_random([number; 16]), answers, area_id: Some("noord".parse().unwrap()), channel }
}

const YES: &str =
    r#"{"veilig":{"choice":"ja"},"wat":{"choices":["groen","licht"]},"cijfer":{"scale":4},"meer":{"text":" Dank "}}"#;
const NO: &str = r#"{"veilig":{"choice":"nee"}}"#;
const DAY: &str = "2026-03-02T09:00:00Z";

#[test]
fn a_ballot_is_counted_once_and_gets_the_same_receipt() {
    let this = Box::open();
    let first = this.ask(DAY, ballot(1, YES)).unwrap();
    assert_eq!(first.received_on.to_string(), "2026-03-02");
    // The order of choices and space around a text make no other ballot.
    let again = YES.replace(r#"["groen","licht"]"#, r#"["licht","groen"]"#).replace(" Dank ", "Dank");
    assert_eq!(this.ask("2026-03-09T09:00:00Z", ballot(1, &again)).unwrap(), first);
    assert_eq!(this.ask(DAY, ballot(1, NO)), Err(Refusal::Unprocessable { code: Code::BallotDiffers }));
    assert_eq!(this.rows("ballot"), 1);
    assert_eq!(this.ask(DAY, Collect {}).unwrap().counts.ballots(), 1);
}

#[test]
fn counters_say_the_same_as_counting_all_ballots() {
    let this = Box::open();
    let mut expected = RawCounts::default();
    for number in 0..40 {
        let cast = ballot(number, if number % 3 == 0 { NO } else { YES });
        let poll: FrozenPoll = serde_json::from_str(&frozen()).unwrap();
        let (answers, area) = poll.read_ballot(&cast.answers, cast.area_id.as_ref()).unwrap();
        expected.add_ballot(area.as_ref(), &answers);
        this.ask(DAY, cast).unwrap();
    }
    let collected = this.ask(DAY, Collect {}).unwrap();
    assert_eq!(collected.counts, expected);
    assert_eq!(collected.channels.get("online"), Some(&40));
}

/// Each row costs money on the platform.
#[test]
fn a_ballot_writes_two_rows_however_much_it_answers() {
    let this = Box::open();
    this.ask(DAY, ballot(0, YES)).unwrap();
    let written = || this.object.sql().query("SELECT total_changes() AS n", &[]).unwrap()[0].integer("n").unwrap();
    for (number, answers) in [(1, YES), (2, NO)] {
        let before = written();
        this.ask(DAY, ballot(number, answers)).unwrap();
        assert_eq!(written() - before, 2);
    }
}

#[test]
fn a_failure_at_any_statement_leaves_no_half_ballot() {
    let this = Box::open();
    this.ask(DAY, ballot(0, YES)).unwrap();
    let before = this.ask(DAY, Collect {}).unwrap();
    for statements in 0.. {
        this.object.sql().fail_after(Some(statements));
        let cast = this.ask(DAY, ballot(1, YES));
        this.object.sql().fail_after(None);
        if cast.is_ok() {
            assert!(statements > 4, "{statements}: the test has to fail at several statements");
            break;
        }
        assert_eq!(this.rows("ballot"), 1, "after statement {statements}");
        assert_eq!(this.ask(DAY, Collect {}).unwrap(), before, "after statement {statements}");
    }
    assert_eq!(this.ask(DAY, Collect {}).unwrap().counts.ballots(), 2);
}

#[test]
fn the_box_opens_and_closes_by_its_own_clock() {
    let this = Box::open();
    let closed = Err(Refusal::PollClosed { at: CLOSES.parse().unwrap(), report_due: None });
    assert_eq!(this.ask("2026-03-01T07:59:59Z", ballot(1, YES)), Err(Refusal::PollNotOpen));
    let receipt = this.ask("2026-03-15T22:59:59Z", ballot(1, YES)).unwrap();
    assert_eq!(this.ask(CLOSES, ballot(2, YES)), closed);
    assert_eq!(this.ask(CLOSES, ballot(2, "{}")), closed, "and no faults to mend in vain");
    assert_eq!(this.ask(CLOSES, ballot(1, YES)), Ok(receipt), "the receipt can be had after closing");
    assert_eq!(Box::empty().ask(DAY, ballot(1, YES)), Err(Refusal::PollNotOpen));
}

#[test]
fn a_box_that_was_closed_early_stays_closed() {
    let this = Box::open();
    this.ask(DAY, ballot(1, YES)).unwrap();
    let close = || CloseBox { closes_at: CLOSES.parse().unwrap() };
    let collected = this.ask(DAY, close()).unwrap();
    let early = || Err(Refusal::PollClosed { at: DAY.parse().unwrap(), report_due: None });
    assert_eq!(this.ask(DAY, ballot(2, YES)), early());
    assert_eq!(this.ask("2026-03-03T09:00:00Z", close()).unwrap(), collected, "closing again changes nothing");
    assert_eq!(this.ask("2026-03-03T09:00:00Z", ballot(2, YES)), early());
}

#[test]
fn opening_twice_is_harmless_and_another_poll_is_refused() {
    let this = Box::open();
    this.ask(DAY, OpenBox { digest: digest(&frozen()), frozen: frozen() }).unwrap();
    let other = frozen().replace("noord-2026", "zuid-2026");
    assert!(matches!(this.ask(DAY, OpenBox { digest: digest(&other), frozen: other }), Err(Refusal::Fault { .. })));
    let wrong = OpenBox { digest: digest("x"), frozen: frozen() };
    assert!(matches!(Box::empty().ask(DAY, wrong), Err(Refusal::Fault { .. })));
}

#[test]
fn faults_are_named_and_nothing_is_stored() {
    let this = Box::open();
    let mut bad = ballot(1, r#"{"veilig":{"choice":"misschien"},"cijfer":{"scale":9},"x":{"scale":1}}"#);
    bad.area_id = Some("zuid".parse().unwrap());
    let Err(Refusal::Invalid { faults }) = this.ask(DAY, bad) else { panic!("accepted") };
    let fields: Vec<&str> = faults.iter().map(|fault| fault.field.as_str()).collect();
    assert_eq!(fields, ["answers.veilig", "answers.cijfer", "answers.x", "areaId"]);
    assert_eq!(this.rows("ballot"), 0);
}

#[test]
fn texts_come_out_alone_and_a_sample_goes_in_once() {
    let this = Box::open();
    this.ask(DAY, ballot(2, YES)).unwrap();
    let texts = this.ask(DAY, find_written("")).unwrap();
    assert_eq!((texts.total, texts.found, texts.answers[0].text.as_str()), (1, 1, "Dank"));
    let sample = || FillBox {
        ballots: vec![crate::store::ballot::Ballot {
            id: BallotId::from_random([9; 16]),
            answers: serde_json::from_str(NO).unwrap(),
            area_id: None,
            channel: shared::case::Channel::Paper,
            received_on: "2026-02-20".parse().unwrap(),
        }],
    };
    this.ask(DAY, sample()).unwrap();
    this.ask(DAY, sample()).unwrap();
    assert_eq!(this.ask(DAY, Collect {}).unwrap().counts.ballots(), 2);
}

fn find_written(search: &str) -> FindWritten {
    let filter = WrittenFilter { search: search.to_owned(), ..WrittenFilter::default() };
    FindWritten { question: "meer".parse().unwrap(), filter, after: None, personal: true }
}

#[test]
fn what_was_written_is_found_page_by_page_and_sorted_with_tags() {
    let this = Box::open();
    for number in 0..120 {
        let lamp = if number % 3 == 0 { "De lamp" } else { "Het pad" };
        this.ask(
            DAY,
            ballot(number, &format!(r#"{{"veilig":{{"choice":"ja"}},"meer":{{"text":"{lamp} {number}"}}}}"#)),
        )
        .unwrap();
    }
    let mut seen = Vec::new();
    let mut find = find_written("");
    loop {
        let found = this.ask(DAY, find.clone()).unwrap();
        assert_eq!((found.total, found.found, found.withheld), (120, 120, 0));
        assert!(found.answers.len() <= PAGE + 1);
        let page = &found.answers[..found.answers.len().min(PAGE)];
        seen.extend(page.iter().map(|written| written.text.clone()));
        find.after = page.last().map(|written| written.id.clone());
        if found.answers.len() <= PAGE {
            break;
        }
    }
    assert_eq!(seen.len(), 120);
    seen.sort_unstable();
    seen.dedup();
    assert_eq!(seen.len(), 120, "every one once");
    let lamps = this.ask(DAY, find_written("LAMP")).unwrap();
    assert_eq!((lamps.total, lamps.found), (120, 40));

    let first = &lamps.answers[0];
    let tags = |tags: &[&str]| tags.iter().map(|tag| (*tag).to_owned()).collect();
    let tag = |id: &WrittenId, tags| TagWritten { question: "meer".parse().unwrap(), id: id.clone(), tags };
    let tagged = this.ask(DAY, tag(&first.id, tags(&["licht", "later"]))).unwrap().unwrap();
    assert_eq!((&tagged.id, tagged.tags.len()), (&first.id, 2));
    this.ask(DAY, tag(&first.id, tags(&["licht"]))).unwrap().unwrap();
    let mut find = find_written("");
    find.filter.tag = Some("licht".to_owned());
    let found = this.ask(DAY, find).unwrap();
    assert_eq!((found.found, &found.answers[0].id, found.tags["licht"]), (1, &first.id, 1));
    assert_eq!(found.tags.len(), 1, "the other tag was taken away");
    assert_eq!(this.ask(DAY, tag(&WrittenId::from_random([0; 16]), tags(&["licht"]))).unwrap(), None);
}

#[test]
fn the_id_of_an_answer_tells_nothing_of_its_ballot() {
    let this = Box::open();
    this.ask(DAY, ballot(3, YES)).unwrap();
    let found = this.ask(DAY, find_written("")).unwrap();
    let ballot = ballot(3, YES).id;
    assert_ne!(found.answers[0].id.as_str(), ballot.as_str());
    let other: QuestionId = "anders".parse().unwrap();
    assert_ne!(written_id(&ballot, &other), written_id(&ballot, &"meer".parse().unwrap()));
}

#[test]
fn what_seems_to_give_somebody_away_is_kept_from_those_who_do_not_edit() {
    let this = Box::open();
    for (number, text) in [(1, "Bel mij op 06 12345678"), (2, "Meer licht bij de brug")] {
        let answers = format!(r#"{{"veilig":{{"choice":"ja"}},"meer":{{"text":"{text}"}}}}"#);
        this.ask(DAY, ballot(number, &answers)).unwrap();
    }
    let found = this.ask(DAY, FindWritten { personal: false, ..find_written("") }).unwrap();
    assert_eq!((found.total, found.found, found.withheld), (2, 1, 1));
    assert_eq!(found.answers[0].text, "Meer licht bij de brug");
    assert_eq!(this.ask(DAY, find_written("")).unwrap().withheld, 0);
}

#[test]
fn every_operation_has_a_name_of_its_own() {
    let mut names = super::names();
    names.sort_unstable();
    assert!(names.windows(2).all(|pair| pair[0] != pair[1]));
}
