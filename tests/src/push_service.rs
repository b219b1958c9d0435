//! A push service: what a browser's maker runs between us and the browser. A real Firefox talks with this one over a
//! `WebSocket` as with Mozilla's (autopush), gets addresses of it, and opens what we send there. It takes only what a real
//! one takes: signed with the key that the browser named, encrypted, with a time to live. On request it fails.
#![expect(clippy::expect_used, clippy::missing_panics_doc, reason = "a test fails by panicking")]

use std::{
    collections::BTreeMap,
    io::{self, BufRead as _, BufReader, Read as _, Write as _},
    net::{TcpListener, TcpStream},
    sync::{
        Arc, Mutex, MutexGuard, PoisonError,
        mpsc::{Receiver, Sender, TryRecvError, channel},
    },
    thread,
    time::Duration,
};

use base64::{Engine as _, engine::general_purpose::URL_SAFE_NO_PAD};
use serde_json::{Value, json};
use tungstenite::{
    Message, WebSocket,
    handshake::server::{Request, Response},
    http::HeaderValue,
};

/// How long the line to the browser is listened at before it is looked whether something is to be said.
const TURN: Duration = Duration::from_millis(20);

/// A running service. It listens until the test program ends.
#[derive(Debug, Clone)]
pub struct PushService {
    port: u16,
    known: Arc<Mutex<Known>>,
}

#[derive(Debug, Default)]
struct Known {
    /// By channel: the key that messages have to be signed with, and the line to the browser.
    channels: BTreeMap<String, (String, Sender<Value>)>,
    /// What it answers whatever comes; nothing takes it.
    answer: Option<u16>,
    /// The statuses that were answered.
    answered: Vec<u16>,
    /// What browsers said of what they got: 100 is that it was opened.
    told: Vec<i64>,
}

/// A message as it came in.
struct Posted {
    channel: String,
    headers: BTreeMap<String, String>,
    body: Vec<u8>,
}

impl PushService {
    pub fn start() -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").expect("a free port");
        let port = listener.local_addr().expect("a port").port();
        let service = Self { port, known: Arc::default() };
        let own = service.clone();
        thread::spawn(move || {
            for stream in listener.incoming().flatten() {
                let own = own.clone();
                // A line that breaks off is of no interest: a browser comes back.
                thread::spawn(move || own.serve(stream).ok());
            }
        });
        service
    }

    /// `http://127.0.0.1:PORT`
    pub fn origin(&self) -> String {
        format!("http://127.0.0.1:{}", self.port)
    }

    /// What makes a Firefox use it.
    pub fn preferences(&self) -> Vec<(&'static str, Value)> {
        vec![
            ("dom.push.serverURL", json!(format!("ws://127.0.0.1:{}/", self.port))),
            ("dom.push.testing.allowInsecureServerURL", json!(true)),
            ("dom.push.connection.enabled", json!(true)),
            // Shown by the browser itself: there is no desktop that could.
            ("alerts.useSystemBackend", json!(false)),
            // As if somebody had allowed it when the browser asked.
            ("permissions.default.desktop-notification", json!(1)),
        ]
    }

    /// Answers this from now on, whatever comes.
    pub fn answers(&self, status: u16) {
        self.known().answer = Some(status);
    }

    /// What it answered so far.
    pub fn answered(&self) -> Vec<u16> {
        self.known().answered.clone()
    }

    /// What browsers said of the messages they got, as Mozilla numbers it: 100 for one that was decrypted and given to the
    /// service worker.
    pub fn told(&self) -> Vec<i64> {
        self.known().told.clone()
    }

    fn known(&self) -> MutexGuard<'_, Known> {
        self.known.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// A browser says in its first lines that it wants a `WebSocket`.
    fn serve(&self, stream: TcpStream) -> Result<(), Box<dyn std::error::Error>> {
        let mut head = vec![0; 8 * 1_024];
        let browser = loop {
            let length = stream.peek(&mut head)?;
            let text = String::from_utf8_lossy(head.get(..length).unwrap_or_default()).to_ascii_lowercase();
            if length == 0 || text.contains("\r\n\r\n") {
                break text.contains("upgrade: websocket");
            }
        };
        if !browser {
            return Ok(self.take(stream)?);
        }
        #[expect(clippy::result_large_err, reason = "the library asks for this form")]
        let with_protocol = |_: &Request, mut response: Response| {
            response.headers_mut().insert("sec-websocket-protocol", HeaderValue::from_static("push-notification"));
            Ok(response)
        };
        let mut line = tungstenite::accept_hdr(stream, with_protocol).map_err(|error| error.to_string())?;
        line.get_ref().set_read_timeout(Some(TURN))?;
        let (sender, messages) = channel();
        while self.talk(&mut line, &sender, &messages)? {}
        Ok(())
    }

    /// One turn of the talk with a browser; false when it has hung up.
    fn talk(
        &self,
        line: &mut WebSocket<TcpStream>,
        sender: &Sender<Value>,
        messages: &Receiver<Value>,
    ) -> Result<bool, Box<dyn std::error::Error>> {
        match messages.try_recv() {
            Ok(message) => line.send(Message::text(message.to_string()))?,
            Err(TryRecvError::Empty) => {}
            Err(TryRecvError::Disconnected) => return Ok(false),
        }
        let told = match line.read() {
            Ok(told) => told,
            Err(tungstenite::Error::Io(error))
                if matches!(error.kind(), io::ErrorKind::WouldBlock | io::ErrorKind::TimedOut) =>
            {
                return Ok(true);
            }
            Err(error) => return Err(error.into()),
        };
        let Ok(told) = serde_json::from_str::<Value>(told.to_text()?) else { return Ok(!told.is_close()) };
        let word = |name: &str| told.get(name).and_then(Value::as_str);
        let channel = word("channelID").unwrap_or_default();
        let reply = match word("messageType") {
            Some("hello") => {
                json!({ "messageType": "hello", "uaid": "0".repeat(32), "status": 200, "use_webpush": true, "broadcasts": {} })
            }
            Some("register") => {
                let endpoint = format!("{}/wpush/{channel}", self.origin());
                let key = word("key").unwrap_or_default().trim_end_matches('=').to_owned();
                self.known().channels.insert(channel.to_owned(), (key, sender.clone()));
                json!({ "messageType": "register", "channelID": channel, "status": 200, "pushEndpoint": endpoint })
            }
            Some("unregister") => {
                self.known().channels.remove(channel);
                json!({ "messageType": "unregister", "channelID": channel, "status": 200 })
            }
            Some("ack") => {
                let updates = told.get("updates").and_then(Value::as_array);
                let codes = updates.into_iter().flatten().filter_map(|update| update.get("code")?.as_i64());
                self.known().told.extend(codes);
                return Ok(true);
            }
            // Something to keep the line open; or what needs no answer.
            None => json!({}),
            Some(_) => return Ok(true),
        };
        line.send(Message::text(reply.to_string()))?;
        Ok(true)
    }

    /// Takes one message of ours.
    fn take(&self, stream: TcpStream) -> io::Result<()> {
        let mut reader = BufReader::new(stream);
        let mut lines = Vec::new();
        loop {
            let mut line = String::new();
            if reader.read_line(&mut line)? <= 2 {
                break;
            }
            lines.push(line.trim_end().to_owned());
        }
        let path = lines.first().and_then(|line| line.split(' ').nth(1)).unwrap_or_default();
        let channel = path.strip_prefix("/wpush/").unwrap_or_default().to_owned();
        let headers: BTreeMap<String, String> = lines
            .iter()
            .filter_map(|line| line.split_once(": "))
            .map(|(name, value)| (name.to_ascii_lowercase(), value.to_owned()))
            .collect();
        let length = headers.get("content-length").and_then(|length| length.parse().ok()).unwrap_or(0);
        let mut body = vec![0; length];
        reader.read_exact(&mut body)?;
        let status = self.status_of(&Posted { channel, headers, body });
        self.known().answered.push(status);
        write!(reader.get_mut(), "HTTP/1.1 {status} So\r\ncontent-length: 0\r\nconnection: close\r\n\r\n")
    }

    /// Passes a message on, or says what is wrong with it (RFC 8030, RFC 8292).
    fn status_of(&self, posted: &Posted) -> u16 {
        let known = self.known();
        if let Some(status) = known.answer {
            return status;
        }
        let header = |name: &str| posted.headers.get(name).map_or("", String::as_str);
        let Some((key, browser)) = known.channels.get(&posted.channel) else { return 404 };
        let signed = header("authorization").strip_prefix("vapid t=").and_then(|rest| rest.split_once(", k="));
        if signed.is_none_or(|(token, own)| own != key || token.split('.').count() != 3) {
            return 401;
        }
        if header("content-encoding") != "aes128gcm"
            || header("ttl").parse::<u32>().is_err()
            || posted.body.len() > 4_096
        {
            return 400;
        }
        let message = json!({
            "messageType": "notification",
            "channelID": posted.channel,
            "version": format!("{}", known.answered.len()),
            "data": URL_SAFE_NO_PAD.encode(&posted.body),
            "headers": { "encoding": "aes128gcm" },
        });
        if browser.send(message).is_ok() { 201 } else { 410 }
    }
}
