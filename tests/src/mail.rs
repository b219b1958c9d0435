//! A real mail server that nobody here wrote: the npm package `smtp-server`, with a certificate made for the test, on a
//! port of its own. It takes messages over STARTTLS from whoever signs in, and misbehaves on request.
#![expect(clippy::expect_used, clippy::panic, clippy::missing_panics_doc, reason = "a test fails by panicking")]

use std::{
    io::{BufRead as _, BufReader, Write as _},
    process::{Child, ChildStdin, Command, Stdio},
    sync::mpsc::{Receiver, RecvTimeoutError, channel},
    time::Duration,
};

use rcgen::{BasicConstraints, CertificateParams, IsCa, Issuer, KeyPair};
use serde_json::{Value, json};
use xtask::workspace::Workspace;

/// Whom the server lets in.
pub const USER: &str = "buurtstem";
pub const PASSWORD: &str = "een:goed \"wachtwoord\"";
/// Where mail comes from.
pub const FROM: &str = "buurtstem@waterdam.example";

/// A running mail server; dropping it stops it.
pub struct MailServer {
    child: Child,
    input: Option<ChildStdin>,
    events: Receiver<Value>,
    port: u16,
    identity: Identity,
    changes: Value,
}

/// The server's key and certificate, and who vouches for it.
#[derive(Clone)]
struct Identity {
    key: String,
    certificate: String,
    authority: String,
}

impl Identity {
    fn new() -> Self {
        let authority_key = KeyPair::generate().expect("a key");
        let mut params = CertificateParams::new(Vec::new()).expect("no names");
        params.is_ca = IsCa::Ca(BasicConstraints::Unconstrained);
        let authority = params.self_signed(&authority_key).expect("a certificate").pem();
        let issuer = Issuer::new(params, authority_key);
        let key = KeyPair::generate().expect("a key");
        let params = CertificateParams::new(vec!["localhost".to_owned()]).expect("a name");
        let certificate = params.signed_by(&key, &issuer).expect("a certificate").pem();
        Self { key: key.serialize_pem(), certificate, authority }
    }
}

/// The most that anything may take.
const PATIENCE: Duration = Duration::from_secs(20);

impl MailServer {
    /// Starts one on any free port.
    pub fn start() -> Self {
        Self::start_with(&json!({}))
    }

    /// The same with other options than usual: `secure` for TLS from the first byte, `methods` for signing in,
    /// `disabled` for commands it does not know.
    pub fn start_with(changes: &Value) -> Self {
        Self::launch(Identity::new(), changes.clone(), 0)
    }

    fn launch(identity: Identity, changes: Value, port: u16) -> Self {
        let mut options = json!({
            "key": identity.key,
            "cert": identity.certificate,
            "user": USER,
            "password": PASSWORD,
            "secure": false,
            "port": port,
        });
        if let (Some(options), Some(changes)) = (options.as_object_mut(), changes.as_object()) {
            options.extend(changes.clone());
        }
        let mut child = Command::new("node")
            .arg(Workspace::find().path("tests/mail/server.mjs"))
            .arg(options.to_string())
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .spawn()
            .expect("node");
        let output = child.stdout.take().expect("its output");
        let (tell, events) = channel();
        std::thread::spawn(move || {
            for line in BufReader::new(output).lines().map_while(Result::ok) {
                let event = serde_json::from_str(&line).unwrap_or(Value::Null);
                if tell.send(event).is_err() {
                    return;
                }
            }
        });
        let input = child.stdin.take();
        let mut server = Self { child, input, events, port: 0, identity, changes };
        let port = server.event("listening").get("port").and_then(Value::as_u64).unwrap_or_default();
        server.port = u16::try_from(port).unwrap_or_default();
        server
    }

    /// Settings that make our server use this one.
    pub fn settings(&self) -> Vec<(&'static str, String)> {
        let security = if self.changes.get("secure") == Some(&Value::Bool(true)) { "tls" } else { "starttls" };
        vec![
            ("SMTP_HOST", "localhost".to_owned()),
            ("SMTP_PORT", self.port.to_string()),
            ("SMTP_SECURITY", security.to_owned()),
            ("SMTP_USER", USER.to_owned()),
            ("SMTP_PASSWORD", PASSWORD.to_owned()),
            ("SMTP_TIMEOUT", "2".to_owned()),
            ("MAIL_FROM", FROM.to_owned()),
        ]
    }

    /// Who vouches for the server, as PEM.
    pub fn authority(&self) -> String {
        self.identity.authority.clone()
    }

    /// How it treats what comes now.
    pub fn behave(&mut self, behaviour: &Value) {
        let input = self.input.as_mut().expect("its input");
        writeln!(input, "{behaviour}").expect("to write");
        let _ = self.event("behaves");
    }

    /// Goes away; [`start_again`](Self::start_again) brings it back on the same port.
    pub fn stop(&mut self) {
        let _ = self.child.kill().and_then(|()| self.child.wait());
    }

    pub fn start_again(&mut self) {
        self.stop();
        *self = Self::launch(self.identity.clone(), self.changes.clone(), self.port);
    }

    /// The messages that it took since the last call, after waiting for this many; and no others after a moment.
    #[track_caller]
    pub fn messages(&self, count: usize) -> Vec<Value> {
        let messages: Vec<Value> = (0..count).map(|_| self.event("message")).collect();
        // One too many would come a little later.
        std::thread::sleep(Duration::from_millis(300));
        let more: Vec<Value> = self.events.try_iter().filter(|event| is(event, "message")).collect();
        assert!(more.is_empty(), "more than {count}: {more:#?}");
        messages
    }

    /// The messages that it takes from now on, at most so many, until none has come for some seconds.
    pub fn messages_so_far(&self, most: usize) -> Vec<Value> {
        const QUIET: Duration = Duration::from_secs(4);
        let events = std::iter::from_fn(|| self.events.recv_timeout(QUIET).ok());
        events.filter(|event| is(event, "message")).take(most).collect()
    }

    /// The next event of this kind; others before it are passed over.
    #[track_caller]
    pub fn event(&self, kind: &str) -> Value {
        loop {
            match self.events.recv_timeout(PATIENCE) {
                Ok(event) if is(&event, kind) => return event,
                Ok(event) if is(&event, "error") => panic!("the mail server: {event}"),
                Ok(_) => {}
                Err(RecvTimeoutError::Timeout) => panic!("the mail server said nothing of {kind}"),
                Err(RecvTimeoutError::Disconnected) => panic!("the mail server is gone"),
            }
        }
    }
}

/// Whether an event is of this kind.
fn is(event: &Value, kind: &str) -> bool {
    event.get("event").and_then(Value::as_str) == Some(kind)
}

impl Drop for MailServer {
    fn drop(&mut self) {
        self.stop();
    }
}
