//! Mail on the real thing: our Worker in workerd, and a mail server that nobody here wrote. Every message that was
//! promised arrives once, whatever the mail server does; again only when its reply was lost, and then under the same
//! Message-ID.

mod daily;

use std::time::{Duration, Instant};

use buurtstem_tests::{
    Client, MailServer, Server,
    api::small_municipality,
    mail::{FROM, PASSWORD},
};
use serde_json::{Value, json};
use ureq::http::Method;

const ROOT: &str = "/api/v1/municipalities/kleinstad";
const KEY: &str = "0123456789abcdefghjkmnpqrs";
const HOUR: i64 = 3_600_000;
/// Within this a message is tried again after a first failure.
const SOON: i64 = 2 * 60_000;

/// Both servers.
struct Office {
    server: Server,
    mail: MailServer,
    /// How far the clock has been moved.
    offset: i64,
}

impl Office {
    fn new() -> Self {
        Self::with(MailServer::start(), &[])
    }

    /// With other settings than those that fit the mail server.
    fn with(mail: MailServer, changes: &[(&str, &str)]) -> Self {
        let settings = mail.settings();
        let mut bindings: Vec<(&str, &str)> = settings.iter().map(|(name, value)| (*name, value.as_str())).collect();
        bindings.retain(|(name, _)| changes.iter().all(|(changed, _)| changed != name));
        bindings.extend(changes);
        let server = Server::start_with_mail(&bindings, &[mail.authority()]).unwrap();
        server.load("kleinstad", &small_municipality());
        Self { server, mail, offset: 0 }
    }

    /// A resident sends an idea about the flat: Woonstad's, with the municipality supporting.
    fn propose(&self) -> Value {
        self.propose_as("bewoner@voorbeeld.example", "nl")
    }

    fn propose_as(&self, email: &str, language: &str) -> Value {
        let body = json!({
            "draft": {
                "topicId": "verlichting", "areaId": "lindenflat", "what": "Meer licht bij de ingang", "why": "",
                "weDo": "", "weNeed": "", "onlyInform": false, "email": email, "mayBePublic": false
            },
            "language": language,
            "followKey": KEY
        });
        self.server.anybody().post_once(&format!("{ROOT}/proposals"), "first", &body).expect(201).json()
    }

    fn news(official: &Client, id: &str) {
        let path = format!("/api/v1/admin/cases/{id}");
        let version = official.get(&path).expect(200).json()["version"].clone();
        let body = json!({ "version": version, "text": "De lamp is besteld bij Lichtbron." });
        let _ = official.post(&format!("{path}/updates"), &body).expect(200);
    }

    /// Lets time pass and does what has become due.
    fn wait(&mut self, milliseconds: i64) {
        self.offset += milliseconds;
        self.server.set_clock(self.offset);
        self.server.run_due_work();
    }

    /// Lets time pass until so many messages have come, and no others. The server is well again, so each comes with its
    /// next try: after one or five minutes, or when the alarm had it in hand, once its lease is over (`LEASE` in the
    /// Worker's `messages/deliver.rs`, 30 minutes). Nothing may take longer.
    #[track_caller]
    fn arrive(&mut self, count: usize) -> Vec<Value> {
        const MINUTE: i64 = 60_000;
        let mut messages = Vec::new();
        for wait in [SOON, 4 * MINUTE, 25 * MINUTE] {
            self.wait(wait);
            messages.extend(self.mail.messages_so_far(count - messages.len()));
            if messages.len() == count {
                break;
            }
        }
        messages.extend(self.mail.messages(0));
        let waiting = &self.server.pending("kleinstad")["outbox"];
        assert_eq!(messages.len(), count, "and these wait: {waiting}");
        messages
    }

    /// Waits until so many messages wait to be sent, also those that the alarm has in hand.
    #[track_caller]
    fn settles(&self, waiting: usize) {
        let start = Instant::now();
        while self.waiting() != waiting {
            assert!(start.elapsed() < Duration::from_secs(20), "{} wait", self.server.pending("kleinstad")["outbox"]);
            std::thread::sleep(Duration::from_millis(50));
        }
    }

    /// Every message of the first idea waits: one for each partner, or already one for each of its officials.
    #[track_caller]
    fn keeps_all(&self) {
        let waiting = self.waiting();
        assert!(matches!(waiting, 3 | 4), "{waiting} wait");
    }

    /// How many messages wait.
    fn waiting(&self) -> usize {
        self.server.pending("kleinstad")["outbox"].as_array().map_or(0, Vec::len)
    }
}

fn text(value: &Value) -> String {
    value.as_str().unwrap_or_default().to_owned()
}

fn recipients(messages: &[Value]) -> Vec<String> {
    let mut all: Vec<String> = messages.iter().map(|message| text(&message["to"][0])).collect();
    all.sort();
    all
}

fn header(message: &Value, name: &str) -> String {
    let headers = message["headers"].as_array().cloned().unwrap_or_default();
    headers.iter().find(|pair| pair[0] == name).map(|pair| text(&pair[1])).unwrap_or_default()
}

#[test]
fn residents_and_officials_get_their_messages_encrypted_and_once() {
    let office = Office::new();
    let receipt = office.propose();
    office.server.run_due_work();
    // Wil handles for Woonstad; Sanne and Bram handle for the municipality, which supports.
    let messages = office.mail.messages(4);
    assert_eq!(
        recipients(&messages),
        ["bewoner@voorbeeld.example", "bram@kleinstad.example", "sanne@kleinstad.example", "wil@woonstad.example"]
    );
    office.settles(0);
    assert!(messages.iter().all(|message| message["secure"] == true && message["from"] == FROM));

    let number = text(&receipt["number"]);
    let resident = messages.iter().find(|message| message["to"][0] == "bewoner@voorbeeld.example").unwrap();
    assert_eq!(text(&resident["subject"]), format!("Wij hebben uw idee ontvangen ({number})"));
    assert_eq!(text(&resident["sender"]["name"]), "Buurtstem Kleinstad");
    let link = format!("{}/kleinstad/nl/volgen#c={KEY}", office.server.origin());
    for form in ["text", "html"] {
        let words = text(&resident[form]);
        assert!(words.contains(&link) && words.contains("Woonstad (woningcorporatie)"), "{words}");
    }
    assert_eq!(header(resident, "auto-submitted"), "auto-generated");
    let official = messages.iter().find(|message| message["to"][0] == "wil@woonstad.example").unwrap();
    let id = text(&receipt["caseId"]);
    assert!(text(&official["text"]).contains(&format!("{}/admin/zaken/{id}", office.server.origin())));

    // What people wrote is in no message, and the personal link in none but the resident's.
    Office::news(&office.server.sign_in("kleinstad", "wil"), &id);
    office.server.run_due_work();
    let news = office.mail.messages(1);
    assert_eq!(text(&news[0]["subject"]), format!("Er is nieuws over uw idee ({number})"));
    for message in messages.iter().chain(&news) {
        let whole = format!("{}{}{}", message["raw"], message["text"], message["html"]);
        for words in ["Meer licht", "Lichtbron", "Lindenflat"] {
            assert!(!whole.contains(words), "{words} in {whole}");
        }
        assert_eq!(whole.contains(KEY), message["to"][0] == "bewoner@voorbeeld.example");
    }
}

#[test]
fn everybody_reads_their_own_language() {
    let office = Office::new();
    let _ = office.propose_as("resident@example.example", "en");
    office.server.run_due_work();
    let messages = office.mail.messages(4);
    let resident = messages.iter().find(|message| message["to"][0] == "resident@example.example").unwrap();
    assert!(text(&resident["subject"]).starts_with("We have received your idea"));
    assert!(text(&resident["text"]).contains("Woonstad (housing association)"));
    assert_eq!(header(resident, "content-language"), "en");
}

#[test]
fn an_address_outside_ascii_gets_its_mail() {
    let office = Office::new();
    let _ = office.propose_as("zoë@voorbeeld.example", "nl");
    office.server.run_due_work();
    assert!(recipients(&office.mail.messages(4)).contains(&"zoë@voorbeeld.example".to_owned()));
}

#[test]
fn tls_from_the_first_byte_and_the_older_way_of_signing_in_work_too() {
    for options in [json!({ "secure": true }), json!({ "methods": ["LOGIN"] })] {
        let office = Office::with(MailServer::start_with(&options), &[]);
        let _ = office.propose();
        office.server.run_due_work();
        let messages = office.mail.messages(4);
        assert!(messages.iter().all(|message| message["secure"] == true), "{options}");
    }
}

#[test]
fn without_encryption_or_with_a_stranger_nothing_is_said() {
    // It offers no STARTTLS: then nothing is sent in clear.
    let mut office = Office::with(MailServer::start_with(&json!({ "disabled": ["STARTTLS"] })), &[]);
    let _ = office.propose();
    office.server.run_due_work();
    let _ = office.mail.event("connected");
    office.wait(SOON);
    assert_eq!(office.mail.messages(0).len(), 0);
    office.keeps_all();
    // Its certificate is from nobody we know.
    let (mail, other) = (MailServer::start(), MailServer::start());
    let settings = mail.settings();
    let bindings: Vec<(&str, &str)> = settings.iter().map(|(name, value)| (*name, value.as_str())).collect();
    let server = Server::start_with_mail(&bindings, &[other.authority()]).unwrap();
    server.load("kleinstad", &small_municipality());
    let office = Office { server, mail, offset: 0 };
    let _ = office.propose();
    office.server.run_due_work();
    let _ = office.mail.event("connected");
    office.keeps_all();
    assert_eq!(office.mail.messages(0).len(), 0);
}

#[test]
fn a_wrong_password_delays_and_loses_nothing() {
    let mut office = Office::with(MailServer::start(), &[("SMTP_PASSWORD", "verkeerd")]);
    let _ = office.propose();
    office.server.run_due_work();
    assert_eq!(office.mail.event("signedIn")["right"], false);
    office.wait(SOON);
    office.keeps_all();
    assert_eq!(office.mail.messages(0).len(), 0);
    assert_ne!(PASSWORD, "verkeerd");
}

#[test]
fn a_server_that_is_down_for_a_day_gets_everything_once_when_it_is_back() {
    let mut office = Office::new();
    office.mail.stop();
    let receipt = office.propose();
    office.server.run_due_work();
    for _ in 0..24 {
        office.wait(HOUR);
    }
    Office::news(&office.server.sign_in("kleinstad", "wil"), &text(&receipt["caseId"]));
    office.mail.start_again();
    // Our own server dies as well meanwhile; the clock starts at the real time again.
    office.server.crash_and_restart().unwrap();
    office.wait(2 * HOUR);
    let messages = office.mail.messages(5);
    let mut ids: Vec<String> = messages.iter().map(|message| text(&message["messageId"])).collect();
    ids.sort();
    ids.dedup();
    assert_eq!(ids.len(), 5);
    office.settles(0);
    office.wait(HOUR);
    assert_eq!(office.mail.messages(0).len(), 0);
}

#[test]
fn after_72_hours_it_is_given_up_and_not_forgotten() {
    let mut office = Office::new();
    office.mail.stop();
    let _ = office.propose();
    office.server.run_due_work();
    let mut hours = 0;
    while office.waiting() > 0 {
        office.wait(HOUR);
        hours += 1;
        assert!(hours <= 80, "it is tried for ever");
    }
    assert!((72..=75).contains(&hours), "given up after {hours} hours");
    office.mail.start_again();
    office.wait(HOUR);
    assert_eq!(office.mail.messages(0).len(), 0, "what was given up does not go out by itself");
    // The administrator sees it, and sends it after all.
    let ali = office.server.sign_in("kleinstad", "ali");
    let overview = ali.get("/api/v1/admin/messages").expect(200).json();
    assert_eq!(overview["server"]["trouble"], "unreachable", "{overview}");
    let failed = overview["failed"].as_array().cloned().unwrap_or_default();
    assert!(matches!(failed.len(), 3 | 4) && overview["failedCount"] == json!(failed.len()), "{overview}");
    for message in failed {
        let _ = ali.post(&format!("/api/v1/admin/messages/{}/sending", text(&message["id"])), &json!({})).expect(200);
    }
    assert_eq!(office.mail.messages(4).len(), 4);
    office.settles(0);
    let overview = ali.get("/api/v1/admin/messages").expect(200).json();
    assert_eq!((overview["failedCount"].clone(), overview["sentCount"].clone()), (json!(0), json!(4)), "{overview}");
    assert!(!overview.to_string().contains("bewoner@"), "{overview}");
}

#[test]
fn not_now_is_tried_again_and_never_is_not() {
    let mut office = Office::new();
    office.mail.behave(&json!({ "kind": "refuseRecipient", "code": 450 }));
    let _ = office.propose();
    office.server.run_due_work();
    assert_eq!(office.mail.messages(0).len(), 0);
    office.mail.behave(&json!({ "kind": "accept" }));
    let _ = office.arrive(4);

    for behaviour in
        [json!({ "kind": "refuseRecipient", "code": 550 }), json!({ "kind": "refuseMessage", "code": 554 })]
    {
        let mut office = Office::new();
        office.mail.behave(&behaviour);
        let _ = office.propose();
        office.server.run_due_work();
        office.settles(0);
        office.mail.behave(&json!({ "kind": "accept" }));
        office.wait(72 * HOUR);
        let late = office.server.pending("kleinstad");
        assert!(!late["outbox"].to_string().contains("case-received"), "{late}");
    }
}

#[test]
fn that_we_may_not_send_from_our_address_is_for_us_to_put_right() {
    let mut office = Office::new();
    office.mail.behave(&json!({ "kind": "refuseSender", "code": 553 }));
    let _ = office.propose();
    office.server.run_due_work();
    office.settles(4);
    office.mail.behave(&json!({ "kind": "accept" }));
    let _ = office.arrive(4);
}

#[test]
fn a_slow_server_gets_its_time_and_a_mute_one_does_not_stop_anything() {
    let mut office = Office::new();
    office.mail.behave(&json!({ "kind": "accept", "wait": 700 }));
    let _ = office.propose();
    office.server.run_due_work();
    assert_eq!(office.mail.messages(4).len(), 4);

    let mut office = Office::new();
    office.mail.behave(&json!({ "kind": "mute" }));
    let receipt = office.propose();
    office.server.run_due_work();
    // Meanwhile everything else works.
    Office::news(&office.server.sign_in("kleinstad", "wil"), &text(&receipt["caseId"]));
    office.mail.behave(&json!({ "kind": "accept" }));
    let _ = office.arrive(5);
}

#[test]
fn a_line_cut_in_the_message_delivers_nothing_and_then_everything_once() {
    let mut office = Office::new();
    office.mail.behave(&json!({ "kind": "cutInMessage" }));
    let _ = office.propose();
    office.server.run_due_work();
    let _ = office.mail.event("cut");
    assert_eq!(office.mail.messages(0).len(), 0);
    office.mail.behave(&json!({ "kind": "accept" }));
    let _ = office.arrive(4);
    office.wait(HOUR);
    office.settles(0);
    assert_eq!(office.mail.messages(0).len(), 0);
}

#[test]
fn when_the_reply_is_lost_it_goes_out_again_as_the_same_message() {
    let mut office = Office::new();
    office.mail.behave(&json!({ "kind": "cutAfterMessage" }));
    let _ = office.propose();
    office.server.run_due_work();
    let taken = office.mail.messages(4);
    office.mail.behave(&json!({ "kind": "accept" }));
    let again = office.arrive(4);
    let contents = |messages: &[Value]| {
        let mut all: Vec<(String, String)> =
            messages.iter().map(|message| (text(&message["messageId"]), text(&message["raw"]))).collect();
        all.sort();
        all
    };
    // The server adds its own trace in front of what it stores, not to what it hands us: the bytes are the same.
    assert_eq!(contents(&taken), contents(&again));
    office.wait(HOUR);
    office.settles(0);
    assert_eq!(office.mail.messages(0).len(), 0);
}

#[test]
fn whoever_is_away_or_has_no_agreement_any_more_gets_nothing_and_the_coordinator_does() {
    let mut office = Office::new();
    office.mail.stop();
    let _ = office.propose();
    let mut file = small_municipality();
    file["partners"][2]["agreementUntil"] = "2020-01-01".into();
    file["officials"][1]["active"] = false.into();
    office.server.load("kleinstad", &file);
    office.mail.start_again();
    office.wait(SOON);
    let messages = office.mail.messages(4);
    assert_eq!(
        recipients(&messages),
        ["bewoner@voorbeeld.example", "sanne@kleinstad.example", "sanne@kleinstad.example", "sanne@kleinstad.example"]
    );
    let why = messages.iter().filter(|message| message["subject"] == "Woonstad kan nu geen zaken aannemen");
    assert_eq!(why.count(), 1, "the coordinator is told why");
}

/// The path of the link in a mail that begins so.
fn link(message: &Value, begin: &str) -> String {
    let whole = text(&message["text"]);
    let (_, rest) = whole.split_once(begin).unwrap_or_else(|| panic!("no {begin} in {whole}"));
    format!("{begin}{}", rest.split_whitespace().next().unwrap_or_default())
}

#[test]
fn the_outcome_of_a_poll_is_mailed_once_to_who_pressed_the_button_in_the_mail() {
    const PAGE: &str = "/kleinstad/nl/peilingen/veilig/bedankt";
    let mut office = Office::new();
    let editor = || office.server.sign_in("kleinstad", "els");
    let polls = "/api/v1/admin/polls";
    let version = || editor().get(&format!("{polls}/veilig")).expect(200).json()["version"].clone();
    let poll = json!({
        "id": "veilig", "title": { "nl": "Veilig in Noord" }, "intro": { "nl": "Hoe gaat het?" }, "influence": "advise",
        "questions": [{ "id": "meer", "text": { "nl": "Nog iets?" }, "kind": { "type": "openText" } }]
    });
    let _ = editor().post(polls, &json!({ "version": 0, "poll": poll })).expect(201);
    let _ = editor()
        .post(&format!("{polls}/veilig/opening"), &json!({ "version": 1, "closesOn": "2099-12-31" }))
        .expect(200);
    office.server.run_due_work();
    let post = |path: &str, body: &str| {
        let form = [("content-type", "application/x-www-form-urlencoded")];
        office.server.anybody().send_bytes(Method::POST, path, body.as_bytes().to_vec(), &form)
    };
    let start = Instant::now();
    while office.server.anybody().get(PAGE).status != 200 {
        assert!(start.elapsed() < Duration::from_secs(20), "the page of the poll");
        std::thread::sleep(Duration::from_millis(100));
    }
    for _ in 0..2 {
        assert!(post(PAGE, "email=lezer%40voorbeeld.example").expect(200).text().contains("Kijk nu in uw mail"));
    }
    office.server.run_due_work();
    let asked = office.mail.messages(1).remove(0);
    assert_eq!(recipients(std::slice::from_ref(&asked)), ["lezer@voorbeeld.example"]);
    let confirm = link(&asked, "/kleinstad/nl/bericht-bevestigen/");
    // What a scanner does with every link.
    let _ = office.server.anybody().get(&confirm).expect(200);
    let _ = office.server.anybody().get(&link(&asked, "/kleinstad/nl/bericht-stoppen/")).expect(200);
    assert!(post(&confirm, "").expect(200).text().contains("U krijgt een mail met de uitkomst"));
    let _ = editor().post(&format!("{polls}/veilig/closing"), &json!({ "version": version() })).expect(200);
    office.server.run_due_work();
    let report = json!({
        "version": version(), "heard": { "nl": "U vindt het pad te donker." },
        "weDo": [{ "text": { "nl": "We zetten er lantaarns." }, "byWhom": "woonstad" }],
        "youCan": [{ "text": { "nl": "Loop mee op 3 april." } }]
    });
    let _ = editor().put(&format!("{polls}/veilig/report"), &report).expect(200);
    office.server.run_due_work();
    let told = office.mail.messages(1).remove(0);
    assert_eq!(recipients(std::slice::from_ref(&told)), ["lezer@voorbeeld.example"]);
    assert!(link(&told, "/kleinstad/nl/peilingen/").ends_with("/veilig"));
    assert!(post(&confirm, "").expect(200).text().contains("Deze link werkt niet meer"), "the address is gone");
    office.wait(HOUR);
    office.settles(0);
    assert_eq!(office.mail.messages(0).len(), 0);
}
