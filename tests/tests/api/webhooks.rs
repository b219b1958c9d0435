//! Webhooks on the real thing: our Worker in workerd, and a small server of another system on a port of its own, which
//! misbehaves on request.

use std::{
    collections::VecDeque,
    io::{Read as _, Write as _},
    net::{TcpListener, TcpStream},
    sync::{Arc, Mutex},
    thread,
    time::{Duration, Instant},
};

use buurtstem_tests::{Answer, Server, api::small_municipality};
use serde_json::{Value, json};

const ROOT: &str = "/api/v1/admin/webhooks";
const HOUR: i64 = 3_600_000;

/// How the other system answers one request.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Reply {
    Status(u16),
    /// To another place of its own.
    Elsewhere(u16),
    /// Says yes and then talks for ever.
    Endless,
    /// Not before we have given up.
    Slow,
    HangUp,
}

/// A request as it came in.
#[derive(Debug, Clone)]
struct Taken {
    path: String,
    headers: Vec<(String, String)>,
    body: Value,
}

impl Taken {
    fn header(&self, name: &str) -> &str {
        self.headers.iter().find(|(known, _)| known == name).map_or("", |(_, value)| value)
    }
}

/// Another system. It listens until the test program ends.
#[derive(Clone)]
struct Receiver {
    port: u16,
    replies: Arc<Mutex<VecDeque<Reply>>>,
    taken: Arc<Mutex<Vec<Taken>>>,
}

impl Receiver {
    fn start() -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").unwrap();
        let receiver =
            Self { port: listener.local_addr().unwrap().port(), replies: Arc::default(), taken: Arc::default() };
        let own = receiver.clone();
        thread::spawn(move || {
            for stream in listener.incoming().flatten() {
                let own = own.clone();
                // A request that breaks off is of no interest.
                thread::spawn(move || own.serve(stream).ok());
            }
        });
        receiver
    }

    fn serve(&self, mut stream: TcpStream) -> std::io::Result<()> {
        let mut bytes = Vec::new();
        let mut part = [0; 4096];
        let (head, body_start, length) = loop {
            let read = stream.read(&mut part)?;
            if read == 0 {
                return Ok(());
            }
            bytes.extend(&part[..read]);
            if let Some(end) = bytes.windows(4).position(|window| window == b"\r\n\r\n") {
                let head = String::from_utf8_lossy(&bytes[..end]).into_owned();
                let length = head
                    .lines()
                    .find_map(|line| line.to_ascii_lowercase().strip_prefix("content-length:").map(str::to_owned))
                    .and_then(|length| length.trim().parse().ok())
                    .unwrap_or(0);
                break (head, end + 4, length);
            }
        };
        while bytes.len() < body_start + length {
            let read = stream.read(&mut part)?;
            if read == 0 {
                break;
            }
            bytes.extend(&part[..read]);
        }
        let mut lines = head.lines();
        let path = lines.next().and_then(|line| line.split(' ').nth(1)).unwrap_or_default().to_owned();
        let headers = lines
            .filter_map(|line| line.split_once(':'))
            .map(|(name, value)| (name.to_ascii_lowercase(), value.trim().to_owned()))
            .collect();
        let body = serde_json::from_slice(&bytes[body_start..]).unwrap_or(Value::Null);
        self.taken.lock().unwrap().push(Taken { path, headers, body });
        let reply = self.replies.lock().unwrap().pop_front().unwrap_or(Reply::Status(204));
        match reply {
            Reply::Status(status) => {
                write!(stream, "HTTP/1.1 {status} So\r\ncontent-length: 0\r\nconnection: close\r\n\r\n")
            }
            Reply::Elsewhere(status) => write!(
                stream,
                "HTTP/1.1 {status} There\r\nlocation: http://127.0.0.1:{}/elsewhere\r\ncontent-length: 0\r\n\
                 connection: close\r\n\r\n",
                self.port
            ),
            Reply::Endless => {
                write!(stream, "HTTP/1.1 200 Yes\r\nconnection: close\r\n\r\n")?;
                while stream.write_all(&[b'x'; 4096]).is_ok() {}
                Ok(())
            }
            Reply::Slow => {
                thread::sleep(Duration::from_secs(20));
                write!(stream, "HTTP/1.1 200 Late\r\ncontent-length: 0\r\nconnection: close\r\n\r\n")
            }
            Reply::HangUp => Ok(()),
        }
    }

    fn origin(&self) -> String {
        format!("http://127.0.0.1:{}", self.port)
    }

    fn answers(&self, replies: &[Reply]) {
        self.replies.lock().unwrap().extend(replies);
    }

    fn taken(&self) -> Vec<Taken> {
        self.taken.lock().unwrap().clone()
    }
}

/// Both.
struct Office {
    server: Server,
    receiver: Receiver,
    offset: i64,
}

impl Office {
    fn new() -> Self {
        let receiver = Receiver::start();
        let server = Server::start_with(&[("WEBHOOK_ORIGINS", &receiver.origin())]).unwrap();
        server.load("kleinstad", &small_municipality());
        Self { server, receiver, offset: 0 }
    }

    fn administrator(&self) -> buurtstem_tests::Client {
        self.server.sign_in("kleinstad", "ali")
    }

    fn add(&self, url: &str) -> Answer {
        self.administrator().post(ROOT, &json!({ "url": url, "partnerId": "woonstad" }))
    }

    fn shown(&self) -> Value {
        self.administrator().get(ROOT).expect(200).json()["webhooks"][0].clone()
    }

    fn propose(&self, key: &str) {
        let body = json!({
            "draft": {
                "topicId": "verlichting", "areaId": "lindenflat", "what": "Meer licht bij de ingang", "why": "",
                "weDo": "", "weNeed": "", "onlyInform": false, "email": "", "mayBePublic": false
            },
            "language": "nl",
            "followKey": format!("{key:0>26}")
        });
        let path = "/api/v1/municipalities/kleinstad/proposals";
        let _ = self.server.anybody().post_once(path, key, &body).expect(201);
    }

    /// Lets an hour pass and does what has become due; the alarm may have it in hand already.
    fn hour_passes(&mut self) {
        self.offset += HOUR + HOUR / 10;
        self.server.set_clock(self.offset);
        self.server.run_due_work();
    }

    #[track_caller]
    fn settles(&self, what: &str, holds: impl Fn(&Value) -> bool) -> Value {
        let start = Instant::now();
        loop {
            let shown = self.shown();
            if holds(&shown) {
                return shown;
            }
            assert!(start.elapsed() < Duration::from_secs(40), "not {what}: {shown}");
            thread::sleep(Duration::from_millis(100));
        }
    }
}

#[test]
fn whatever_the_other_system_does_it_gets_everything_under_one_id_and_is_followed_nowhere() {
    let mut office = Office::new();
    let made = office.add(&format!("{}/in?bron=1", office.receiver.origin())).expect(201).json();
    assert!(made["secret"].as_str().unwrap().starts_with("whsec_"));
    let replies = [Reply::Status(500), Reply::Elsewhere(307), Reply::Elsewhere(301), Reply::HangUp, Reply::Endless];
    office.receiver.answers(&replies);
    office.propose("a");
    office.server.run_due_work();
    let shown = office.settles("refused", |shown| shown["trouble"] == "refused");
    assert_eq!(shown["status"], 500);
    for (tries, trouble) in [(2, "redirected"), (3, "redirected"), (4, "unreachable")] {
        office.hour_passes();
        let shown = office.settles(trouble, |shown| shown["deliveries"][0]["tries"] == tries);
        assert_eq!(shown["trouble"], trouble);
    }
    office.hour_passes();
    let shown = office.settles("taken", |shown| shown["deliveries"][0]["state"] == "sent");
    assert_eq!((&shown["trouble"], &shown["waiting"]), (&Value::Null, &json!(0)));

    let taken = office.receiver.taken();
    assert_eq!(taken.len(), replies.len(), "nobody went to where a reply pointed");
    for one in &taken {
        assert_eq!(one.path, "/in?bron=1");
        assert_eq!(one.header("content-type"), "application/cloudevents+json; charset=utf-8");
        assert_eq!(one.header("webhook-id"), taken[0].header("webhook-id"));
        assert_eq!(one.body, taken[0].body);
        assert!(one.header("webhook-signature").starts_with("v1,"));
        for own in ["cookie", "authorization", "referer", "cf-worker"] {
            assert_eq!(one.header(own), "");
        }
    }
    let stamps: std::collections::BTreeSet<&str> = taken.iter().map(|one| one.header("webhook-timestamp")).collect();
    assert_eq!(stamps.len(), taken.len(), "each try is of its own moment");
    assert_eq!(taken[0].body["type"], "nl.buurtstem.cases.received");
    assert!(!taken[0].body.to_string().contains("licht"));
}

#[test]
fn one_that_is_slow_is_left_alone_and_residents_do_not_notice() {
    let mut office = Office::new();
    let _ = office.add(&format!("{}/in", office.receiver.origin())).expect(201);
    office.receiver.answers(&[Reply::Slow]);
    office.propose("a");
    let start = Instant::now();
    office.propose("b");
    assert!(start.elapsed() < Duration::from_secs(5), "a resident waited");
    let shown = office.settles("given up on", |shown| shown["trouble"] == "timedOut");
    assert_eq!(shown["waiting"], 2, "one call was enough to learn it");
    office.hour_passes();
    let _ = office.settles("taken", |shown| shown["waiting"] == 0);
    assert_eq!(office.receiver.taken().len(), 3);
}

#[test]
fn one_that_is_gone_is_switched_off_and_the_administrators_are_told() {
    let office = Office::new();
    let _ = office.add(&format!("{}/in", office.receiver.origin())).expect(201);
    office.receiver.answers(&[Reply::Status(410)]);
    office.propose("a");
    office.server.run_due_work();
    let _ = office.settles("gone", |shown| shown["state"] == "gone");
    office.propose("b");
    office.server.run_due_work();
    assert_eq!(office.receiver.taken().len(), 1);
    let outbox = office.server.pending("kleinstad")["outbox"].to_string();
    assert!(outbox.contains("webhook-stopped"), "{outbox}");
}

#[test]
fn what_the_operator_has_not_listed_does_not_lead_into_the_own_network() {
    let office = Office::new();
    for url in [
        "http://127.0.0.1:1/in".to_owned(),
        format!("http://localhost:{}/in", office.receiver.port),
        format!("https://127.0.0.1:{}/in", office.receiver.port),
        "https://[::1]/".to_owned(),
        "https://169.254.169.254/latest".to_owned(),
        format!("http://a@127.0.0.1:{}/in", office.receiver.port),
    ] {
        assert_eq!(office.add(&url).status, 400, "{url}");
    }
    assert_eq!(office.receiver.taken().len(), 0);
}
