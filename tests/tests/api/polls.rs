//! Polls against a real workerd: boxes, alarms, the clock, and many residents at once.

use std::thread;

use buurtstem_tests::{Answer, Client, Server};
use serde_json::{Value, json};
use shared::time::CivilDate;
use ureq::http::Method;

const DAY: i64 = 24 * 3_600_000;
const POLLS: &str = "/api/v1/municipalities/kleinstad/polls";
const ADMIN: &str = "/api/v1/admin/polls";

fn poll(id: &str) -> Value {
    json!({
        "id": id,
        "title": { "nl": "Veilig in Noord", "en": "Safe in Noord" },
        "intro": { "nl": "Wij willen weten hoe het gaat." },
        "influence": "advise",
        "asksArea": true,
        "questions": [
            { "id": "veilig", "text": { "nl": "Voelt u zich veilig?" }, "required": true, "kind": {
                "type": "oneChoice",
                "options": [{ "id": "ja", "text": { "nl": "Ja" } }, { "id": "nee", "text": { "nl": "Nee" } }] } },
            { "id": "meer", "text": { "nl": "Nog iets?" }, "kind": { "type": "openText" } }
        ]
    })
}

/// A server with an open poll, and its editor.
pub(crate) struct OpenPoll {
    pub(crate) server: Server,
    pub(crate) editor: Client,
}

impl OpenPoll {
    pub(crate) fn new() -> Self {
        let server = Server::with_kleinstad();
        let editor = server.sign_in("kleinstad", "els");
        let this = Self { server, editor };
        this.make("veilig");
        let _ = this.open("veilig", None, "2099-12-31").expect(200);
        this.server.run_due_work();
        let _ = this.server.until_poll("kleinstad", "veilig", "open");
        this
    }

    fn make(&self, id: &str) {
        let made = self.editor.post(ADMIN, &json!({ "version": 0, "poll": poll(id) })).expect(201);
        assert_eq!(made.header("location"), format!("{ADMIN}/{id}"));
    }

    fn open(&self, id: &str, opens_on: Option<CivilDate>, closes_on: &str) -> Answer {
        let opening = json!({ "version": self.version(id), "opensOn": opens_on, "closesOn": closes_on });
        self.editor.post(&format!("{ADMIN}/{id}/opening"), &opening)
    }

    fn version(&self, id: &str) -> Value {
        self.detail(id)["version"].clone()
    }

    pub(crate) fn detail(&self, id: &str) -> Value {
        self.editor.get(&format!("{ADMIN}/{id}")).expect(200).json()
    }

    pub(crate) fn close(&self) -> Answer {
        let version = self.version("veilig");
        self.editor.post(&format!("{ADMIN}/veilig/closing"), &json!({ "version": version }))
    }

    /// The day on the server's calendar, from the receipt of a ballot.
    fn today(&self) -> CivilDate {
        let receipt = cast(&self.server.anybody(), "veilig", "what-day-is-it-today", "ja").expect(201).json();
        receipt["receivedOn"].as_str().unwrap().parse().unwrap()
    }
}

pub(crate) fn cast(client: &Client, poll: &str, id: &str, answer: &str) -> Answer {
    client.post_once(&format!("{POLLS}/{poll}/ballots"), id, &ballot(answer))
}

/// The same when the server may be down: whether there is a receipt.
pub(crate) fn try_cast(client: &Client, poll: &str, id: &str, answer: &str) -> bool {
    let path = format!("{POLLS}/{poll}/ballots");
    let sent = client.attempt(Method::POST, &path, Some(&ballot(answer)), &[("idempotency-key", id)]);
    sent.is_some_and(|answer| answer.status == 201)
}

fn ballot(answer: &str) -> Value {
    json!({ "answers": { "veilig": { "choice": answer }, "meer": { "text": "Dank u" } }, "areaId": "de-linden" })
}

#[test]
fn the_same_ballot_sent_fifty_times_at_once_is_one_ballot() {
    let poll = OpenPoll::new();
    let anybody = poll.server.anybody();
    let answers: Vec<Answer> = thread::scope(|scope| {
        let send = || scope.spawn(|| cast(&anybody, "veilig", "the-same-ballot-every-time", "ja"));
        let sending: Vec<_> = (0..50).map(|_| send()).collect();
        sending.into_iter().map(|thread| thread.join().unwrap()).collect()
    });
    for answer in &answers {
        assert_eq!((answer.status, &answer.body), (201, &answers[0].body), "{}", answer.text());
    }
    let other = cast(&anybody, "veilig", "the-same-ballot-every-time", "nee");
    assert_eq!((other.status, other.code().as_str()), (422, "ballotDiffers"));
    let _ = poll.close().expect(200);
    poll.server.run_due_work();
    assert_eq!(poll.detail("veilig")["overview"]["ballots"], 1);
}

#[test]
fn two_residents_with_the_same_page_are_two_ballots() {
    let poll = OpenPoll::new();
    let anybody = poll.server.anybody();
    let page = || anybody.get(&format!("{POLLS}/veilig")).expect(200).body;
    assert_eq!(page(), page(), "nothing in the page is one resident's own");
    for resident in ["resident-number-one", "resident-number-two"] {
        let _ = cast(&anybody, "veilig", resident, "ja").expect(201);
    }
    let _ = poll.close().expect(200);
    poll.server.run_due_work();
    assert_eq!(poll.detail("veilig")["overview"]["ballots"], 2);
}

#[test]
fn a_poll_opens_and_closes_by_the_clock() {
    let poll = OpenPoll::new();
    let anybody = poll.server.anybody();
    poll.make("later");
    let tomorrow = poll.today().plus_days(1);
    assert_eq!(
        poll.open("later", Some(tomorrow), &tomorrow.to_string()).expect(200).json()["overview"]["status"],
        "planned"
    );
    assert_eq!(cast(&anybody, "later", "a-resident-too-early", "ja").status, 404);

    poll.server.set_clock(DAY);
    poll.server.run_due_work();
    let _ = poll.server.until_poll("kleinstad", "later", "open");
    let receipt = cast(&anybody, "later", "a-resident-in-time", "ja").expect(201).json();
    assert_eq!(receipt["receivedOn"], tomorrow.to_string());

    // The box itself closes; no work has been done yet.
    poll.server.set_clock(2 * DAY);
    let late = cast(&anybody, "later", "a-resident-too-late", "ja");
    assert_eq!((late.status, late.code().as_str()), (400, "pollClosed"));
    assert_eq!(
        cast(&anybody, "later", "a-resident-in-time", "ja").expect(201).json(),
        receipt,
        "the receipt can be had"
    );
    poll.server.run_due_work();
    let editor = poll.server.sign_in("kleinstad", "els");
    let detail = editor.get(&format!("{ADMIN}/later")).expect(200).json();
    assert_eq!((&detail["overview"]["status"], &detail["overview"]["ballots"]), (&json!("closed"), &json!(1)));
    assert!(detail["overview"]["reportDue"].is_string());
}

#[test]
fn a_planned_poll_is_changed_and_taken_back_before_it_opens() {
    let poll = OpenPoll::new();
    poll.make("later");
    let tomorrow = poll.today().plus_days(1);
    let _ = poll.open("later", Some(tomorrow), &tomorrow.plus_days(5).to_string()).expect(200);
    let mut changed = self::poll("later");
    changed["title"] = json!({ "nl": "Nog veiliger in Noord" });
    let saved =
        poll.editor.put(&format!("{ADMIN}/later"), &json!({ "version": poll.version("later"), "poll": changed }));
    assert_eq!(saved.expect(200).json()["overview"]["status"], "planned");
    let cancel =
        |version: &Value| poll.editor.post(&format!("{ADMIN}/later/cancellation"), &json!({ "version": version }));
    assert_eq!(cancel(&json!(1)).code(), "versionPassed");
    assert_eq!(cancel(&poll.version("later")).expect(200).json()["overview"]["status"], "draft");

    poll.server.set_clock(2 * DAY);
    poll.server.run_due_work();
    let editor = poll.server.sign_in("kleinstad", "els");
    let detail = editor.get(&format!("{ADMIN}/later")).expect(200).json();
    assert_eq!(detail["overview"]["status"], "draft", "its day has come and it stays a draft");
    assert_eq!(detail["poll"]["title"]["nl"], "Nog veiliger in Noord");
    let later = tomorrow.plus_days(3);
    let opening = json!({ "version": detail["version"], "opensOn": later, "closesOn": later });
    let _ = editor.post(&format!("{ADMIN}/later/opening"), &opening).expect(200);
    poll.server.set_clock(4 * DAY);
    poll.server.run_due_work();
    let _ = poll.server.until_poll("kleinstad", "later", "open");
    assert_eq!(cancel_as(&poll.server, "later").code(), "pollNotPlanned");
}

/// By the editor with a new session: the clock has moved past the old one.
fn cancel_as(server: &Server, id: &str) -> Answer {
    let editor = server.sign_in("kleinstad", "els");
    let version = editor.get(&format!("{ADMIN}/{id}")).expect(200).json()["version"].clone();
    editor.post(&format!("{ADMIN}/{id}/cancellation"), &json!({ "version": version }))
}

#[test]
fn a_poll_has_a_short_address_and_stands_in_the_feed() {
    let poll = OpenPoll::new();
    let anybody = poll.server.anybody();
    let code = poll.detail("veilig")["overview"]["code"].as_str().unwrap().to_owned();
    let led =
        anybody.send(Method::GET, &format!("/kleinstad/p/{code}"), None, &[("accept-language", "en-GB,nl;q=0.5")]);
    assert_eq!((led.status, led.header("location")), (307, "/kleinstad/en/peilingen/veilig"));
    assert_eq!(anybody.get("/kleinstad/p/999").status, 404);
    let feed = anybody.get("/kleinstad/nl/feed.atom").expect(200);
    assert_eq!(feed.header("content-type"), "application/atom+xml; charset=utf-8");
    assert!(feed.text().contains("<title>Doe mee: Veilig in Noord</title>"), "{}", feed.text());
}

#[test]
fn figures_and_texts_stay_hidden_below_ten() {
    for (ballots, shown) in [(9, false), (24, true)] {
        let poll = OpenPoll::new();
        for number in 0..ballots {
            let answer = if number % 2 == 0 { "ja" } else { "nee" };
            let _ = cast(&poll.server.anybody(), "veilig", &format!("resident-number-{number}"), answer).expect(201);
        }
        let _ = poll.close().expect(200);
        poll.server.run_due_work();
        let detail = poll.detail("veilig");
        let total = &detail["results"]["total"];
        assert_eq!(total["ballots"], if shown { json!(ballots) } else { Value::Null });
        assert_eq!(total["questions"][0]["figures"][0]["count"], if shown { json!(12) } else { Value::Null });
        assert_eq!(detail["readableTexts"].as_array().map(Vec::len), Some(usize::from(shown)));
        let public = poll.server.anybody().get(&format!("{POLLS}/veilig")).expect(200);
        assert!(!public.text().contains("Dank u"), "what was written is for officials");
    }
}

#[test]
fn a_sample_fills_its_boxes_by_itself() {
    let server = Server::start().unwrap();
    let mut file = buurtstem_tests::api::small_municipality();
    let answers = json!({ "veilig": { "choice": "ja" }, "meer": { "text": "Dank u" } });
    file["sample"] = json!({ "polls": [
        { "poll": poll("open"), "opens": -3, "closes": 10, "ballots": [{ "count": 20, "answers": answers }] },
        { "poll": poll("over"), "opens": -30, "closes": -10, "ballots": [
            { "count": 15, "areaId": "de-linden", "answers": answers },
            { "count": 15, "areaId": "de-haven", "answers": { "veilig": { "choice": "nee" } } } ] }
    ] });
    server.load("kleinstad", &file);
    server.run_due_work();
    let editor = server.sign_in("kleinstad", "els");
    let detail = editor.get(&format!("{ADMIN}/over")).expect(200).json();
    assert_eq!(detail["results"]["total"]["ballots"], 30);
    let texts = editor.get(&format!("{ADMIN}/over/texts/meer")).expect(200).json();
    assert_eq!(texts["total"], 15);
    assert_eq!(editor.get(&format!("{ADMIN}/open")).expect(200).json()["overview"]["status"], "open");
}
