//! Polls through the router in process: from an editor's draft to the report that residents read.

use serde_json::{Value, json};
use shared::{
    poll::PollStatus,
    wire::{
        admin::{PollDetail, PollList},
        operator::MunicipalityFile,
        public::{ActivityLinkView, BallotReceipt, PollSummary, PollView},
    },
};

use crate::{
    objects::ObjectClass,
    store::{Sql, audit},
    testing::{Answer, Installation, small_file},
};

mod areas;
mod backgrounds;
mod corrections;
mod downloads;
mod exports;
mod late;
mod namely;
mod represent;
mod reused;
mod visible;

const MINUTE: i64 = 60_000;
const DAY: i64 = 24 * 60 * MINUTE;
const POLLS: &str = "/api/v1/municipalities/kleinstad/polls";

fn poll() -> Value {
    let mut poll: Value = serde_json::from_str(include_str!("../../../../../shared/tests/golden/poll.json")).unwrap();
    poll["id"] = json!("veilig");
    poll
}

struct Editor {
    installation: Installation,
}

impl Editor {
    fn new() -> Self {
        Self { installation: Installation::new() }
    }

    fn ask(&self, method: &str, tail: &str, body: &Value) -> Answer {
        // A session ends when it is not used, and these tests let days pass.
        let cookie = self.installation.sign_in("kleinstad", "els");
        self.installation.official(&cookie, method, &format!("/api/v1/admin/polls{tail}"), body)
    }

    fn detail(&self) -> PollDetail {
        self.ask("GET", "/veilig", &Value::Null).json()
    }

    fn version(&self) -> u64 {
        self.detail().version
    }

    /// Makes the poll and opens it now, until the end of 16 March.
    fn open_poll(&self, poll: &Value) {
        let made = self.ask("POST", "", &json!({ "version": 0, "poll": poll }));
        assert_eq!(made.status, 201, "{}", made.text());
        let opened = self.ask("POST", "/veilig/opening", &json!({ "version": 1, "closesOn": "2026-03-16" }));
        assert_eq!(opened.status, 200, "{}", opened.text());
        self.installation.wait(0);
    }

    fn cast(&self, number: u32, answers: &Value) -> Answer {
        let body = json!({ "answers": answers, "areaId": "de-linden" });
        self.installation.post(&format!("{POLLS}/veilig/ballots"), &format!("ballot-{number:020}"), &body)
    }

    /// So many ballots, of which every third says no.
    fn cast_many(&self, numbers: std::ops::Range<u32>) {
        for number in numbers {
            let safe = if number.is_multiple_of(3) { "nee" } else { "ja" };
            let wish = if number.is_multiple_of(2) { "licht" } else { "groen" };
            let answers = json!({
                "veilig": { "choice": safe }, "wat": { "choices": [wish] },
                "cijfer": { "scale": 1 + number % 2 }, "meer": { "text": format!("Tekst {number}") }
            });
            let cast = self.cast(number, &answers);
            assert_eq!(cast.status, 201, "{}", cast.text());
        }
    }

    fn public(&self) -> PollView {
        self.installation.get(&format!("{POLLS}/veilig")).json()
    }

    /// Closes early, and lets the snapshot follow.
    fn close(&self) {
        let closed = self.ask("POST", "/veilig/closing", &json!({ "version": self.version() }));
        assert_eq!(closed.status, 200, "{}", closed.text());
        self.installation.wait(6_000);
    }
}

fn report(version: u64) -> Value {
    json!({
        "version": version,
        "heard": { "nl": "U vindt het pad te donker." },
        "weDo": [{ "text": { "nl": "We zetten er vier lantaarns." }, "byWhom": "woonstad", "byWhen": "2026-06-01" }],
        "youCan": [{ "text": { "nl": "Loop mee op 3 april." }, "link": { "kind": "site", "url": "https://voorbeeld.nl" } }],
        "questions": [{ "questionId": "veilig", "text": { "nl": "De meesten zeggen nee." } }]
    })
}

#[test]
fn a_poll_goes_from_draft_to_report() {
    let editor = Editor::new();
    editor.open_poll(&poll_about_everything());
    let list: Vec<PollSummary> = editor.installation.get(POLLS).json();
    assert_eq!((list.len(), list[0].status), (1, PollStatus::Open));
    assert_eq!(list[0].closes_at.to_string(), "2026-03-16T23:00:00Z");

    editor.cast_many(0..40);
    editor.close();
    let detail = editor.detail();
    assert_eq!(detail.overview.status, PollStatus::Closed);
    assert_eq!(detail.overview.ballots, 40);
    assert_eq!(detail.overview.report_due.unwrap().to_string(), "2026-03-30");
    let results = detail.results.unwrap();
    assert_eq!(results.total.ballots, Some(40));
    assert_eq!(results.total.questions[0].figures[0].count, Some(26));
    assert_eq!(detail.readable_texts.len(), 1);

    let public = editor.public();
    assert_eq!((public.status, public.results), (PollStatus::Closed, Some(results.clone())));
    let refused = editor.ask("PUT", "/veilig/report", &json!(with(report(detail.version), "youCan", json!([]))));
    assert_eq!(refused.status, 400);
    assert_eq!(refused.problem().faults[0].fault.field, "youCan");
    assert_eq!(editor.ask("PUT", "/veilig/report", &report(detail.version)).status, 200);
    editor.installation.wait(6_000);
    let public = editor.public();
    assert_eq!((public.status, public.report_due), (PollStatus::Reported, None));
    let said = public.report.unwrap();
    assert_eq!(said.we_do[0].by_whom, "Woonstad (woningcorporatie)");
    assert_eq!(said.you_can[0].link, Some(ActivityLinkView::Site { url: "https://voorbeeld.nl".into() }));
    assert_eq!(said.questions[0].text.text, "De meesten zeggen nee.");
    let frozen = editor.installation.objects.inspect(ObjectClass::Municipality, "kleinstad", |sql| {
        sql.query("SELECT report FROM poll", &[]).unwrap()[0].text("report").unwrap().to_owned()
    });
    let figures = serde_json::from_str::<Value>(&frozen.unwrap()).unwrap()["figures"].clone();
    assert_eq!(figures, json!(results.number), "the report names its figures");
    assert_eq!(public.results, Some(results), "the report froze the figures");
    let again = editor.ask("PUT", "/veilig/report", &report(editor.version()));
    assert_eq!((again.status.as_u16(), again.problem().code.as_str()), (409, "reportExists"));
    let broken = editor.installation.objects.inspect(ObjectClass::Municipality, "kleinstad", |sql| {
        assert!(sql.execute("UPDATE published SET day = 'x'", &[]).is_err(), "published figures never change");
        audit::first_break(sql).unwrap()
    });
    assert_eq!(broken, Some(None));
}

fn with(mut body: Value, field: &str, value: Value) -> Value {
    body[field] = value;
    body
}

fn poll_about_everything() -> Value {
    with(poll(), "topicId", json!("verlichting"))
}

#[test]
fn a_poll_opens_and_closes_by_the_clock() {
    let editor = Editor::new();
    assert_eq!(editor.ask("POST", "", &json!({ "version": 0, "poll": poll() })).status, 201);
    let opening = json!({ "version": 1, "opensOn": "2026-03-05", "closesOn": "2026-03-08" });
    let planned: PollDetail = editor.ask("POST", "/veilig/opening", &opening).json();
    assert_eq!(planned.overview.status, PollStatus::Planned);
    assert_eq!(editor.installation.get(&format!("{POLLS}/veilig")).status, 404, "not public before it opens");
    // What is planned may still change.
    let changed = json!({ "version": 2, "poll": with(poll(), "title", json!({ "nl": "Veilig?" })) });
    assert_eq!(editor.ask("PUT", "/veilig", &changed).status, 200);

    editor.installation.wait(2 * DAY);
    assert_eq!(editor.detail().overview.status, PollStatus::Planned);
    editor.installation.wait(DAY);
    assert_eq!(editor.public().poll.title.text, "Veilig?");
    let frozen = editor.ask("PUT", "/veilig", &json!({ "version": 3, "poll": poll() }));
    assert_eq!((frozen.status.as_u16(), frozen.problem().code.as_str()), (409, "pollFrozen"));
    editor.cast_many(0..12);

    // The box closes by its own clock, before any job has run.
    editor.installation.objects.advance(4 * DAY);
    let late = editor.cast(99, &json!({ "veilig": { "choice": "ja" } }));
    assert_eq!((late.status.as_u16(), late.problem().code.as_str()), (400, "pollClosed"));
    let told = late.problem().detail;
    assert!(told.contains("sloot op 8 maart 2026 om 24.00 uur") && told.contains("tellen niet mee"), "{told}");
    assert_eq!(editor.public().status, PollStatus::Closed);
    assert_eq!(editor.public().results, None, "the last figures are not there yet");
    editor.installation.wait(6_000);
    assert_eq!(editor.public().results.unwrap().total.ballots, Some(12));
    let later = editor.cast(99, &json!({ "veilig": { "choice": "ja" } })).problem().detail;
    assert!(later.contains("Uiterlijk 7 april 2026 leest u op de pagina van de peiling"), "{later}");
}

#[test]
fn a_planned_poll_is_taken_back_before_it_opens() {
    let editor = Editor::new();
    assert_eq!(editor.ask("POST", "", &json!({ "version": 0, "poll": poll() })).status, 201);
    let early = editor.ask("POST", "/veilig/cancellation", &json!({ "version": 1 }));
    assert_eq!((early.status.as_u16(), early.problem().code.as_str()), (409, "pollNotPlanned"));
    let opening = |version: u64, day: &str| json!({ "version": version, "opensOn": day, "closesOn": "2026-03-20" });
    assert_eq!(editor.ask("POST", "/veilig/opening", &opening(1, "2026-03-05")).status, 200);
    let draft: PollDetail = editor.ask("POST", "/veilig/cancellation", &json!({ "version": 2 })).json();
    assert_eq!((draft.overview.status, draft.overview.opens_at), (PollStatus::Draft, None));
    editor.installation.wait(5 * DAY);
    assert_eq!(editor.detail().overview.status, PollStatus::Draft, "it does not open by itself any more");

    // Planned again, and for another day once more.
    assert_eq!(editor.ask("POST", "/veilig/opening", &opening(3, "2026-03-12")).status, 200);
    assert_eq!(editor.ask("POST", "/veilig/opening", &opening(4, "2026-03-09")).status, 200);
    editor.installation.wait(2 * DAY);
    assert_eq!(editor.public().status, PollStatus::Open);
    let late = editor.ask("POST", "/veilig/cancellation", &json!({ "version": editor.version() }));
    assert_eq!((late.status.as_u16(), late.problem().code.as_str()), (409, "pollNotPlanned"));
}

#[test]
fn a_short_code_leads_to_the_poll_once_it_is_public() {
    let editor = Editor::new();
    let made: PollDetail = editor.ask("POST", "", &json!({ "version": 0, "poll": poll() })).json();
    assert_eq!(made.overview.code, shared::poll::ShortCode::of(10).to_string());
    let other = with(poll(), "id", json!("anders"));
    let second: PollDetail = editor.ask("POST", "", &json!({ "version": 0, "poll": other })).json();
    assert_eq!(second.overview.code, shared::poll::ShortCode::of(11).to_string());
    let short = format!("/kleinstad/p/{}", made.overview.code);
    assert_eq!(editor.installation.get(&short).status, 404, "a draft has no address yet");
    editor.ask("POST", "/veilig/opening", &json!({ "version": 1, "closesOn": "2026-03-16" }));
    editor.installation.wait(6_000);
    assert_eq!(editor.public().code, made.overview.code);
    let led = editor.installation.get(&short);
    assert_eq!((led.status.as_u16(), led.header("location")), (307, "/kleinstad/nl/peilingen/veilig"));
    assert_eq!(
        editor.installation.get(&format!("{short}?lang=en")).header("location"),
        "/kleinstad/en/peilingen/veilig"
    );
    for wrong in ["/kleinstad/p/100", "/kleinstad/p/x", "/kleinstad/p/0", "/elders/p/101"] {
        assert_eq!(editor.installation.get(wrong).status, 404, "{wrong}");
    }
}

#[test]
fn officials_can_be_kept_from_running_figures() {
    for (waits, seen) in [(true, None), (false, Some(Some(30)))] {
        let editor = Editor::new();
        editor.open_poll(&with(poll(), "officialsWait", json!(waits)));
        editor.cast_many(0..30);
        editor.installation.wait(MINUTE);
        editor.cast_many(30..48);
        editor.installation.wait(MINUTE);
        let detail = editor.detail();
        assert_eq!(detail.results.map(|set| set.total.ballots), seen);
        assert_eq!(detail.overview.ballots, 48, "how many took part is no opinion");
        editor.close();
        assert_eq!(editor.detail().results.unwrap().total.ballots, Some(48));
    }
}

#[test]
fn the_same_ballot_many_times_is_one_and_other_answers_are_refused() {
    let editor = Editor::new();
    editor.open_poll(&poll());
    let yes = json!({ "veilig": { "choice": "ja" } });
    let receipt: BallotReceipt = editor.cast(1, &yes).json();
    for _ in 0..50 {
        let again = editor.cast(1, &yes);
        assert_eq!((again.status.as_u16(), again.json::<BallotReceipt>()), (201, receipt.clone()));
    }
    let other = editor.cast(1, &json!({ "veilig": { "choice": "nee" } }));
    assert_eq!((other.status.as_u16(), other.problem().code.as_str()), (422, "ballotDiffers"));
    editor.cast(2, &yes);
    editor.installation.wait(MINUTE);
    assert_eq!(editor.detail().overview.ballots, 2);
    let both: Vec<usize> = (0..2)
        .map(|number| {
            let name = format!("kleinstad/veilig/{number}");
            let look = |sql: &crate::store::MemorySql| sql.query("SELECT id FROM ballot", &[]).unwrap().len();
            editor.installation.objects.inspect(ObjectClass::BallotBox, &name, look).unwrap()
        })
        .collect();
    assert_eq!(both.iter().sum::<usize>(), 2);
}

#[test]
fn fewer_than_ten_ballots_show_nothing() {
    let editor = Editor::new();
    editor.open_poll(&poll());
    editor.cast_many(0..9);
    editor.close();
    let detail = editor.detail();
    assert_eq!(detail.results.unwrap().total.ballots, None);
    assert!(detail.readable_texts.is_empty());
    let public = editor.installation.get(&format!("{POLLS}/veilig")).text();
    assert!(!public.contains("Tekst"), "what was written is not public");
}

#[test]
fn figures_of_an_open_poll_wait_for_ballots_after_them() {
    let editor = Editor::new();
    editor.open_poll(&with(poll(), "resultsVisible", json!("afterAnswering")));
    let collect = || {
        editor.installation.wait(MINUTE);
        editor.public().results.map(|set| (set.number, set.total.ballots))
    };
    editor.cast_many(0..30);
    assert_eq!(collect(), None);
    assert_eq!(collect(), None);
    editor.cast_many(30..36);
    assert_eq!(collect(), None);
    editor.cast_many(36..48);
    assert_eq!(collect(), Some((1, Some(30))), "the first thirty, not the last");
    editor.close();
    assert_eq!(editor.public().results.map(|set| (set.number, set.total.ballots)), Some((2, Some(48))));
    assert!(editor.detail().results.unwrap().areas[0].ballots.is_some());
}

#[test]
fn a_box_that_does_not_answer_is_waited_for() {
    let editor = Editor::new();
    assert_eq!(editor.ask("POST", "", &json!({ "version": 0, "poll": poll() })).status, 201);
    editor.ask("POST", "/veilig/opening", &json!({ "version": 1, "closesOn": "2026-03-16" }));
    editor.installation.objects.go_down(true);
    editor.installation.wait(0);
    editor.installation.objects.go_down(false);
    assert_eq!(editor.detail().overview.status, PollStatus::Planned, "not public before every box has it");
    editor.installation.wait(2_000);
    assert_eq!(editor.public().status, PollStatus::Open);

    editor.cast_many(0..20);
    editor.ask("POST", "/veilig/closing", &json!({ "version": editor.version() }));
    editor.installation.objects.go_down(true);
    editor.installation.wait(6_000);
    editor.installation.objects.go_down(false);
    assert_eq!(editor.detail().results, None);
    let early = editor.ask("PUT", "/veilig/report", &report(editor.version()));
    assert_eq!((early.status.as_u16(), early.problem().code.as_str()), (409, "pollNotClosed"));
    editor.installation.wait(6_000);
    assert_eq!(editor.detail().results.unwrap().total.ballots, Some(20));
}

#[test]
fn answers_are_entered_on_behalf_by_who_may() {
    let editor = Editor::new();
    editor.open_poll(&poll());
    let body = |channel: &str| json!({ "ballotId": "phone-0123456789abcdef", "answers": { "veilig": { "choice": "ja" } }, "channel": channel });
    assert_eq!(editor.ask("POST", "/veilig/ballots", &body("online")).problem().faults[0].fault.field, "channel");
    let entered: BallotReceipt = editor.ask("POST", "/veilig/ballots", &body("phone")).json();
    assert_eq!(entered, editor.ask("POST", "/veilig/ballots", &body("phone")).json());
    editor.installation.wait(MINUTE);
    let channels = editor.installation.objects.inspect(ObjectClass::Municipality, "kleinstad", |sql| {
        sql.query("SELECT channels FROM poll", &[]).unwrap()[0].text("channels").unwrap().to_owned()
    });
    assert_eq!(channels.as_deref(), Some(r#"{"phone":1}"#));
    for (official, method, path, expected) in [
        ("rik", "GET", "", 200),
        ("rik", "POST", "/veilig/ballots", 403),
        ("bram", "GET", "/veilig", 200),
        ("bram", "POST", "/veilig/closing", 403),
        ("ali", "PUT", "/veilig/report", 403),
        ("sanne", "GET", "", 200),
    ] {
        let cookie = editor.installation.sign_in("kleinstad", official);
        let body = if method == "GET" { Value::Null } else { body("phone") };
        let answer = editor.installation.official(&cookie, method, &format!("/api/v1/admin/polls{path}"), &body);
        assert_eq!(answer.status, expected, "{official} {method} {path}");
    }
}

#[test]
fn what_does_not_fit_is_refused_with_every_field() {
    let editor = Editor::new();
    let bad = with(with(poll(), "questions", json!([])), "topicId", json!("weg"));
    let refused = editor.ask("POST", "", &json!({ "version": 0, "poll": bad }));
    assert_eq!(refused.status, 400);
    let fields: Vec<String> = refused.problem().faults.into_iter().map(|view| view.fault.field).collect();
    assert_eq!(fields, ["topicId", "questions"]);
    assert_eq!(editor.ask("POST", "", &json!({ "version": 1, "poll": poll() })).status, 400);
    assert_eq!(editor.ask("POST", "", &json!({ "version": 0, "poll": poll() })).status, 201);
    assert_eq!(editor.ask("POST", "", &json!({ "version": 0, "poll": poll() })).status, 201, "sent twice");
    assert_eq!(editor.ask("PUT", "/veilig", &json!({ "version": 7, "poll": poll() })).problem().code, "versionPassed");
    assert_eq!(editor.ask("PUT", "/anders", &json!({ "version": 1, "poll": poll() })).status, 400);
    assert_eq!(editor.ask("GET", "/anders", &Value::Null).status, 404);
    let past = json!({ "version": 1, "opensOn": "2026-03-01", "closesOn": "2026-02-01" });
    let refused = editor.ask("POST", "/veilig/opening", &past);
    assert_eq!(refused.problem().faults.len(), 2);
    let list: PollList = editor.ask("GET", "", &Value::Null).json();
    assert_eq!(list.polls[0].status, PollStatus::Draft);

    editor.ask("POST", "/veilig/opening", &json!({ "version": 1, "closesOn": "2026-03-16" }));
    editor.installation.wait(0);
    let refused = editor.cast(1, &json!({ "cijfer": { "scale": 6 } }));
    let fields: Vec<String> = refused.problem().faults.into_iter().map(|view| view.fault.field).collect();
    assert_eq!(
        (refused.status.as_u16(), fields),
        (400, vec!["answers.veilig".to_owned(), "answers.cijfer".to_owned()])
    );
    let path = format!("{POLLS}/veilig/ballots");
    let body = json!({ "answers": { "veilig": { "choice": "ja" } } });
    assert_eq!(editor.installation.post(&path, "kort", &body).status, 400, "somebody else may have that id too");
    assert_eq!(editor.installation.post(&path, "a-ballot-of-length", &with(body.clone(), "x", json!(1))).status, 400);
    let missing = editor.installation.post(&format!("{POLLS}/anders/ballots"), "a-ballot-of-length", &body);
    assert_eq!(missing.status, 404);
}

#[test]
fn a_sample_shows_polls_in_every_state() {
    let mut file: MunicipalityFile =
        serde_json::from_str(include_str!("../../../../../demo/municipality.json")).unwrap();
    // The place of the demo page's own origin is filled in when it is loaded.
    file.settings.sites.truncate(1);
    let sample = file.sample.clone().unwrap();
    let installation = Installation::empty();
    let loaded = installation.load("kleinstad", &file);
    assert_eq!(loaded.status, 201, "{}", loaded.text());
    // Before any job: what is over is there with its figures and report.
    let list: Vec<PollSummary> = installation.get(POLLS).json();
    assert_eq!(list.len(), sample.polls.iter().filter(|poll| poll.closes < 0).count());
    installation.wait(6_000);
    let list: Vec<PollSummary> = installation.get(POLLS).json();
    assert_eq!(list.len(), sample.polls.len());
    assert_eq!(list[0].status, PollStatus::Open);
    for poll in &sample.polls {
        let id = &poll.poll.id;
        let cast: u32 = poll.ballots.iter().map(|ballots| ballots.count).sum();
        let stored: usize = (0..2)
            .map(|number| {
                let name = format!("kleinstad/{id}/{number}");
                let look = |sql: &crate::store::MemorySql| sql.query("SELECT id FROM ballot", &[]).unwrap().len();
                installation.objects.inspect(ObjectClass::BallotBox, &name, look).unwrap()
            })
            .sum();
        assert_eq!(stored, cast as usize, "{id}");
        let view: PollView = installation.get(&format!("{POLLS}/{id}")).json();
        assert_eq!(view.report.is_some(), poll.report.is_some(), "{id}");
    }
    let jobs = installation.objects.inspect(ObjectClass::Municipality, "kleinstad", |sql| {
        sql.query("SELECT key FROM job WHERE kind = 'poll'", &[]).unwrap().len()
    });
    assert_eq!(jobs, Some(sample.polls.iter().filter(|poll| poll.closes >= 0).count()), "what is over is left alone");
}

/// A second municipality can neither see nor touch the polls of the first.
#[test]
fn polls_stay_with_their_municipality() {
    let editor = Editor::new();
    assert_eq!(editor.installation.load("anderstad", &small_file()).status, 201);
    editor.open_poll(&poll());
    let foreign = editor.installation.sign_in("anderstad", "els");
    for (method, tail, body) in [
        ("GET", "/veilig", Value::Null),
        ("PUT", "/veilig", json!({ "version": 2, "poll": poll() })),
        ("POST", "/veilig/closing", json!({ "version": 2 })),
        ("PUT", "/veilig/report", report(2)),
    ] {
        let answer = editor.installation.official(&foreign, method, &format!("/api/v1/admin/polls{tail}"), &body);
        assert_eq!(answer.status, 404, "{method} {tail}");
    }
    let other = POLLS.replace("kleinstad", "anderstad");
    assert_eq!(editor.installation.get(&format!("{other}/veilig")).status, 404);
    let body = json!({ "answers": { "veilig": { "choice": "ja" } } });
    assert_eq!(editor.installation.post(&format!("{other}/veilig/ballots"), "a-ballot-of-length", &body).status, 404);
}
