//! Messages on the real router and store, without a mail server: what waits, what is given up, who may see it.

use std::sync::{Arc, Mutex};

use serde_json::{Value, json};
use shared::{
    notification::MessageState,
    wire::messages::{MessageOverview, MessageText},
};

use super::deliver::TERM;
use crate::{
    config::MailSettings,
    objects::ObjectClass,
    outbox::wire::{Broken, Network, Step, Wire},
    store::{Sql, outbox},
    testing::Installation,
};

mod overviews;
mod readers;

const HOUR: i64 = 3_600_000;

/// A server that takes everything, or breaks off, and counts.
#[derive(Clone, Default)]
struct Played {
    open: Arc<Mutex<bool>>,
    connections: Arc<Mutex<u32>>,
    taken: Arc<Mutex<Vec<String>>>,
}

struct Line {
    played: Played,
    replies: Vec<&'static str>,
    in_message: bool,
}

impl Network for Played {
    fn open<'a>(&'a self, _server: &'a MailSettings) -> Step<'a, Box<dyn Wire>> {
        *self.connections.lock().unwrap() += 1;
        let line = if *self.open.lock().unwrap() {
            Ok(Box::new(Line { played: self.clone(), replies: vec!["220 here\r\n"], in_message: false })
                as Box<dyn Wire>)
        } else {
            Err(Broken::Unreachable)
        };
        Box::pin(std::future::ready(line))
    }
}

impl Wire for Line {
    fn read(&mut self) -> Step<'_, Vec<u8>> {
        let said = self.replies.pop().unwrap_or_default().as_bytes().to_vec();
        Box::pin(std::future::ready(Ok(said)))
    }

    fn write(&mut self, bytes: Vec<u8>) -> Step<'_, ()> {
        let text = String::from_utf8(bytes).unwrap();
        if self.in_message {
            self.played.taken.lock().unwrap().push(text);
            self.in_message = false;
            self.replies.push("250 taken\r\n");
        } else if text == "DATA\r\n" {
            self.in_message = true;
            self.replies.push("354 go on\r\n");
        } else {
            self.replies.push("250 fine\r\n");
        }
        Box::pin(std::future::ready(Ok(())))
    }

    fn start_tls(&mut self) -> Step<'_, ()> {
        Box::pin(std::future::ready(Ok(())))
    }

    fn close(&mut self) {}
}

const MAIL: [(&str, &str); 3] =
    [("SMTP_HOST", "localhost"), ("SMTP_SECURITY", "none"), ("MAIL_FROM", "buurtstem@kleinstad.example")];

struct Office {
    installation: Installation,
    played: Played,
}

impl Office {
    fn new(settings: &[(&'static str, &str)]) -> Self {
        let played = Played::default();
        let installation = Installation::with_mail(settings, played.clone());
        Self { installation, played }
    }

    /// As the administrator, signed in anew: sessions end while days pass.
    fn administrator(&self, method: &str, path: &str) -> crate::testing::Answer {
        let cookie = self.installation.sign_in("kleinstad", "ali");
        let body = if method == "GET" { Value::Null } else { json!({}) };
        self.installation.official(&cookie, method, path, &body)
    }

    fn propose(&self) {
        let body = json!({
            "draft": {
                "topicId": "verlichting", "areaId": "lindenflat", "what": "Meer licht", "why": "", "weDo": "",
                "weNeed": "", "onlyInform": false, "email": "bewoner@voorbeeld.nl", "mayBePublic": false
            },
            "language": "nl",
            "followKey": "0123456789abcdefghjkmnpqrs"
        });
        let answer = self.installation.post("/api/v1/municipalities/kleinstad/proposals", "a", &body);
        assert_eq!(answer.status, 201, "{}", answer.text());
    }

    fn overview(&self) -> MessageOverview {
        self.administrator("GET", "/api/v1/admin/messages").json()
    }

    fn send_again(&self, id: &str) -> u16 {
        let path = format!("/api/v1/admin/messages/{id}/sending");
        self.administrator("POST", &path).status.as_u16()
    }

    fn open(&self, open: bool) {
        *self.played.open.lock().unwrap() = open;
    }

    fn taken(&self) -> usize {
        self.played.taken.lock().unwrap().len()
    }
}

#[test]
fn without_mail_messages_are_kept_and_can_be_read_on_ones_own_machine() {
    let office = Office::new(&[]);
    office.propose();
    office.installation.wait(TERM + HOUR);
    let overview = office.overview();
    assert!(!overview.server.set_up && overview.readable);
    // The message to the resident, to Woonstad, to the supporting municipality; no reminder yet.
    assert_eq!((overview.kept_count, overview.waiting_count, overview.sent_count), (3, 0, 0));
    let read = |id: &str| {
        let path = format!("/api/v1/admin/messages/{id}/text");
        office.administrator("GET", &path).json::<MessageText>()
    };
    let texts: Vec<MessageText> = overview.kept.iter().map(|message| read(&message.id)).collect();
    assert!(texts.iter().any(|text| text.text.contains("/kleinstad/nl/volgen#c=0123456789abcdefghjkmnpqrs")));
    assert!(texts.iter().any(|text| text.text.contains("Beste Wil Jansen,")), "{texts:?}");
    assert_eq!(office.send_again(&overview.kept[0].id), 409);
}

#[test]
fn where_mail_is_set_up_nobody_reads_it_and_only_the_administrator_sees_the_list() {
    let office = Office::new(&MAIL);
    office.propose();
    let overview = office.overview();
    assert!(overview.server.set_up && !overview.readable);
    let path = format!("/api/v1/admin/messages/{}/text", overview.waiting[0].id);
    assert_eq!(office.administrator("GET", &path).status, 403);
    for other in ["sanne", "wil", "els", "rik"] {
        let cookie = office.installation.sign_in("kleinstad", other);
        let answer = office.installation.official(&cookie, "GET", "/api/v1/admin/messages", &Value::Null);
        assert_eq!(answer.status, 403, "{other}");
    }
    assert_eq!(office.send_again("nergens"), 404);
}

#[test]
fn one_failed_connection_makes_all_wait_and_all_go_when_it_is_back() {
    let office = Office::new(&MAIL);
    office.propose();
    office.installation.wait(0);
    assert_eq!(*office.played.connections.lock().unwrap(), 1, "not one for each message");
    assert_eq!(office.overview().waiting_count, 3);
    office.open(true);
    office.installation.wait(30_000);
    assert_eq!(office.taken(), 0, "not before its time");
    office.installation.wait(40_000);
    assert_eq!((office.taken(), *office.played.connections.lock().unwrap()), (4, 2));
    let overview = office.overview();
    assert_eq!((overview.sent_count, overview.waiting_count, overview.server.failed_at), (4, 0, None));
    office.installation.wait(TERM);
    assert_eq!(office.played.taken.lock().unwrap().iter().filter(|mail| mail.contains("ontvangen")).count(), 1);
}

#[test]
fn a_message_is_given_up_after_its_term_and_every_try_is_counted() {
    let office = Office::new(&MAIL);
    office.propose();
    let mut last = 0;
    for hour in 0..80 {
        office.installation.wait(HOUR);
        if office.overview().failed_count > 0 && last == 0 {
            last = hour + 1;
        }
    }
    assert!((72..=74).contains(&last), "given up after {last} hours");
    let failed = office.overview().failed;
    assert!(failed.iter().all(|message| message.tries > 30 && message.state == MessageState::Failed), "{failed:?}");
    office.open(true);
    assert_eq!(office.send_again(&failed[0].id), 200);
    office.installation.wait(0);
    assert!(office.taken() > 0);
}

#[test]
fn a_message_in_hand_when_the_program_ended_goes_out_again_as_the_same_one() {
    let office = Office::new(&MAIL);
    office.open(true);
    office.propose();
    // As after a crash between handing over and noting it: taken, and nothing noted.
    let id = office.installation.objects.inspect(ObjectClass::Municipality, "kleinstad", |sql| {
        let rows = sql.query("SELECT id FROM outbox WHERE template = 'case-received'", &[]).unwrap();
        let id = rows[0].text("id").unwrap().to_owned();
        let taken = office.installation.objects_now().plus_milliseconds(HOUR / 2);
        outbox::take(sql, &id, taken).unwrap();
        id
    });
    let id = id.unwrap();
    office.installation.wait(0);
    let with_id = || office.played.taken.lock().unwrap().iter().filter(|mail| mail.contains(&id)).count();
    assert_eq!((office.taken(), with_id()), (3, 0), "nobody else takes what is in hand");
    office.installation.wait(HOUR);
    assert_eq!((office.taken(), with_id()), (4, 1));
}

#[test]
fn a_message_is_noted_whole_or_not_at_all() {
    let office = Office::new(&MAIL);
    office.open(true);
    office.propose();
    // The store fails at one statement after another while messages go out; afterwards each has been taken at least
    // once, and nothing is stuck.
    for statements in 0..60 {
        office.installation.objects.inspect(ObjectClass::Municipality, "kleinstad", |sql| {
            sql.fail_after(Some(statements));
        });
        office.installation.wait(HOUR);
        office.installation.objects.inspect(ObjectClass::Municipality, "kleinstad", |sql| sql.fail_after(None));
    }
    office.installation.wait(TERM);
    let overview = office.overview();
    assert_eq!((overview.waiting_count, overview.failed_count), (0, 0), "{overview:?}");
    assert!(overview.sent_count >= 4);
    // Whatever went out twice did so under one Message-ID.
    let taken = office.played.taken.lock().unwrap();
    let ids: std::collections::BTreeSet<&str> =
        taken.iter().filter_map(|mail| mail.lines().find_map(|line| line.strip_prefix("Message-ID: "))).collect();
    assert_eq!(ids.len() as u64, overview.sent_count);
}

#[test]
fn a_resident_stops_the_messages_by_pressing_and_not_by_opening() {
    let office = Office::new(&MAIL);
    office.propose();
    office.open(true);
    office.installation.wait(0);
    let address = {
        let taken = office.played.taken.lock().unwrap();
        let to_resident = |mail: &&String| mail.contains("To: <bewoner@voorbeeld.nl>");
        let mails: Vec<&String> = taken.iter().filter(|mail| mail.contains("List-Unsubscribe:")).collect();
        assert!(mails.len() == 1 && mails.iter().all(to_resident), "only residents can stop them");
        let unfolded = mails[0].replace("\r\n ", " ");
        let header =
            unfolded.lines().find_map(|line| line.strip_prefix("List-Unsubscribe:")).unwrap().trim().to_owned();
        header.trim_matches(['<', '>']).strip_prefix(crate::testing::ORIGIN).unwrap().to_owned()
    };
    let kept = || {
        office.installation.objects.inspect(ObjectClass::Municipality, "kleinstad", |sql| {
            sql.query("SELECT 1 FROM case_contact", &[]).unwrap().len()
        })
    };
    let page = office.installation.get(&address);
    assert_eq!((page.status.as_u16(), kept()), (200, Some(1)), "opening changes nothing");
    assert!(page.text().contains("Stop de berichten") && page.text().contains(&address), "{}", page.text());
    assert_eq!(page.header("cache-control"), "no-store");
    // One who guesses gets nothing, and changes nothing.
    let (start, last) = address.split_at(address.len() - 1);
    let wrong = format!("{start}{}", if last == "0" { "1" } else { "0" });
    let post = |address: &str, body: &str| {
        let request = axum::http::Request::post(address).header("content-type", "application/x-www-form-urlencoded");
        office.installation.send(request.body(axum::body::Body::from(body.to_owned())).unwrap())
    };
    assert_eq!((office.installation.get(&wrong).status.as_u16(), post(&wrong, "").status.as_u16()), (404, 404));
    assert_eq!(kept(), Some(1));
    for _ in 0..2 {
        let done = post(&address, "List-Unsubscribe=One-Click");
        assert_eq!((done.status.as_u16(), kept()), (200, Some(0)));
        assert!(done.text().contains("U krijgt geen berichten meer"));
    }
    // What is written after that is for nobody, and what waits is not sent either.
    let wil = office.installation.sign_in("kleinstad", "wil");
    let cases = office.installation.official(&wil, "GET", "/api/v1/admin/cases", &Value::Null).json::<Value>();
    let path = format!("/api/v1/admin/cases/{}", cases["cases"][0]["id"].as_str().unwrap());
    let version = office.installation.official(&wil, "GET", &path, &Value::Null).json::<Value>()["version"].clone();
    let news = json!({ "version": version, "text": "De lampen zijn besteld." });
    assert_eq!(office.installation.official(&wil, "POST", &format!("{path}/updates"), &news).status, 200);
    office.installation.wait(0);
    let overview = office.overview();
    assert_eq!((overview.nobody_count, overview.sent_count, overview.waiting_count), (1, 4, 0));
}
