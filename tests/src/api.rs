//! The HTTP API as its users see it: a resident, the operator, an official. Nothing of the Worker's own code is used,
//! so that a mistake there cannot hide here. Whatever cannot go on ends the test: nobody handles errors in one.
#![expect(clippy::panic, clippy::missing_panics_doc, reason = "ending the test is what a test's own tools do")]

use std::{
    io::{Read as _, Write as _},
    net::TcpStream,
};

use serde_json::{Value, json};
use ureq::http::{HeaderMap, Method, Request};

use crate::{Server, browser::wait};

/// A small municipality, as an operator writes it.
pub const SMALL_MUNICIPALITY: &str = include_str!("../../shared/tests/data/small-municipality.json");

/// An answer, read whole.
#[derive(Debug, Clone)]
pub struct Answer {
    pub status: u16,
    pub headers: HeaderMap,
    pub body: Vec<u8>,
}

impl Answer {
    pub fn text(&self) -> String {
        String::from_utf8_lossy(&self.body).into_owned()
    }

    /// The body as JSON; null when it is none.
    pub fn json(&self) -> Value {
        serde_json::from_slice(&self.body).unwrap_or(Value::Null)
    }

    /// The stable code of a problem; empty when it is none.
    pub fn code(&self) -> String {
        self.json().get("code").and_then(Value::as_str).unwrap_or_default().to_owned()
    }

    /// The fields at fault, with their codes: `areaId unknown`.
    pub fn faults(&self) -> Vec<String> {
        let json = self.json();
        let faults = json.get("faults").and_then(Value::as_array).cloned().unwrap_or_default();
        let text = |fault: &Value, name: &str| fault.get(name).and_then(Value::as_str).unwrap_or_default().to_owned();
        faults.iter().map(|fault| format!("{} {}", text(fault, "field"), text(fault, "code"))).collect()
    }

    pub fn header(&self, name: &str) -> &str {
        self.headers.get(name).and_then(|value| value.to_str().ok()).unwrap_or_default()
    }

    /// This answer, if it has the status; otherwise the test ends with what was answered.
    #[must_use]
    #[track_caller]
    pub fn expect(self, status: u16) -> Self {
        assert_eq!(self.status, status, "{}", self.text());
        self
    }
}

/// Who asks.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Who {
    Anybody,
    Operator(String),
    /// With this session cookie, from this origin.
    Official {
        cookie: String,
        origin: String,
    },
}

/// One who asks things of a server.
#[derive(Debug, Clone)]
pub struct Client {
    origin: String,
    agent: ureq::Agent,
    pub who: Who,
}

impl Client {
    /// The same server, asked by somebody else.
    #[must_use]
    pub fn with(&self, who: Who) -> Self {
        Self { who, ..self.clone() }
    }

    pub fn get(&self, path: &str) -> Answer {
        self.send(Method::GET, path, None, &[])
    }

    pub fn post(&self, path: &str, body: &Value) -> Answer {
        self.send(Method::POST, path, Some(body), &[])
    }

    pub fn put(&self, path: &str, body: &Value) -> Answer {
        self.send(Method::PUT, path, Some(body), &[])
    }

    pub fn delete(&self, path: &str) -> Answer {
        self.send(Method::DELETE, path, None, &[])
    }

    /// A write that may be repeated.
    pub fn post_once(&self, path: &str, key: &str, body: &Value) -> Answer {
        self.send(Method::POST, path, Some(body), &[("idempotency-key", key)])
    }

    pub fn send(&self, method: Method, path: &str, body: Option<&Value>, headers: &[(&str, &str)]) -> Answer {
        self.attempt(method, path, body, headers).unwrap_or_else(|| panic!("{path}: no answer"))
    }

    /// The same, for a server that may die: no answer is `None`.
    pub fn attempt(
        &self,
        method: Method,
        path: &str,
        body: Option<&Value>,
        headers: &[(&str, &str)],
    ) -> Option<Answer> {
        let json = [("content-type", "application/json")];
        let body_headers: &[(&str, &str)] = if body.is_some() { &json } else { &[] };
        let bytes = body.map(|body| body.to_string().into_bytes()).unwrap_or_default();
        self.ask(method, path, bytes, &[body_headers, headers].concat()).ok()
    }

    /// Bytes as they are, for what no client would send.
    pub fn send_bytes(&self, method: Method, path: &str, body: Vec<u8>, headers: &[(&str, &str)]) -> Answer {
        self.ask(method, path, body, headers).unwrap_or_else(|error| panic!("{path}: {error}"))
    }

    fn ask(&self, method: Method, path: &str, body: Vec<u8>, headers: &[(&str, &str)]) -> Result<Answer, ureq::Error> {
        let mut request = Request::builder().method(method).uri(format!("{}{path}", self.origin));
        match &self.who {
            Who::Anybody => {}
            Who::Operator(key) => request = request.header("authorization", format!("Bearer {key}")),
            Who::Official { cookie, origin } => request = request.header("cookie", cookie).header("origin", origin),
        }
        for (name, value) in headers {
            request = request.header(*name, *value);
        }
        let mut response = self.agent.run(request.body(body)?)?;
        let body = response.body_mut().read_to_vec()?;
        Ok(Answer { status: response.status().as_u16(), headers: response.headers().clone(), body })
    }
}

impl Server {
    /// Somebody without any right.
    pub fn anybody(&self) -> Client {
        self.client(Who::Anybody)
    }

    pub fn operator(&self) -> Client {
        self.client(Who::Operator(self.operator_key().to_owned()))
    }

    /// Signs an official in with a one-time link.
    #[track_caller]
    pub fn sign_in(&self, slug: &str, official: &str) -> Client {
        let token = self.sign_in_token(slug, official);
        let answer = self.use_token(&token).expect(201);
        let cookie = answer.header("set-cookie").split(';').next().unwrap_or_default().to_owned();
        self.client(Who::Official { cookie, origin: self.origin().to_owned() })
    }

    /// The token of a new one-time link.
    #[track_caller]
    pub fn sign_in_token(&self, slug: &str, official: &str) -> String {
        let path = format!("/api/v1/municipalities/{slug}/sign-in-links");
        let link = self.operator().post(&path, &json!({ "officialId": official })).expect(201).json();
        let token = link.get("path").and_then(Value::as_str).and_then(|path| path.split_once("#t="));
        token.map(|(_, token)| token.to_owned()).unwrap_or_default()
    }

    pub fn use_token(&self, token: &str) -> Answer {
        let origin = [("origin", self.origin())];
        self.anybody().send(Method::POST, "/api/v1/admin/sessions", Some(&json!({ "token": token })), &origin)
    }

    /// Loads a municipality from its file.
    #[track_caller]
    pub fn load(&self, slug: &str, file: &Value) {
        let answer = self.operator().put(&format!("/api/v1/municipalities/{slug}"), file);
        assert!(matches!(answer.status, 200 | 201), "{}", answer.text());
    }

    /// Starts with the small municipality `kleinstad`.
    #[track_caller]
    pub fn with_kleinstad() -> Self {
        let server = Self::start().unwrap_or_else(|error| panic!("{error}"));
        server.load("kleinstad", &small_municipality());
        server
    }

    /// Sets how far the server's clock is from the real time. A new start begins at the real time again.
    #[track_caller]
    pub fn set_clock(&self, offset_milliseconds: i64) {
        let _ = self.anybody().post("/test/clock", &json!({ "offsetMilliseconds": offset_milliseconds })).expect(200);
    }

    /// Waits until a poll has this status in public, a closed one with its figures; the snapshot follows a little later.
    #[track_caller]
    pub fn until_poll(&self, slug: &str, poll: &str, status: &str) -> Value {
        wait::until(&format!("the poll {poll} to be {status}"), || {
            let answer = self.anybody().get(&format!("/api/v1/municipalities/{slug}/polls/{poll}"));
            let view = answer.json();
            let counted = status != "closed" || view.get("results").is_some_and(|results| !results.is_null());
            let is = view.get("status").and_then(Value::as_str) == Some(status);
            if is && counted { Ok(view) } else { Err(answer.text()) }
        })
    }

    /// Does what is due, without waiting for an alarm. A test that leaves failed work behind fails.
    #[track_caller]
    pub fn run_due_work(&self) {
        let ran = self.anybody().send(Method::POST, "/test/run-due-work", None, &[]).expect(200).json();
        assert_eq!(ran.get("failed"), Some(&json!(0)), "{ran}");
    }

    /// What is still to be done: `jobs` with `kind`, `key`, `dueAt` and `tries`, and `outbox` with `template`,
    /// `recipient` and `subject`.
    #[track_caller]
    pub fn pending(&self, slug: &str) -> Value {
        self.anybody().get(&format!("/test/pending/{slug}")).expect(200).json()
    }

    /// Sends a request as it stands and returns the status; for addresses that a client would put right.
    pub fn status_of_raw(&self, request: &str) -> std::io::Result<u16> {
        let mut stream = TcpStream::connect(self.origin().trim_start_matches("http://"))?;
        stream.write_all(request.as_bytes())?;
        let mut answer = [0; 12];
        stream.read_exact(&mut answer)?;
        let text = String::from_utf8_lossy(&answer).into_owned();
        Ok(text.split(' ').nth(1).and_then(|status| status.parse().ok()).unwrap_or_default())
    }

    fn client(&self, who: Who) -> Client {
        // Refusals are answers here, and redirects are looked at, not followed.
        let agent = ureq::Agent::config_builder().http_status_as_error(false).max_redirects(0).build().new_agent();
        Client { origin: self.origin().to_owned(), agent, who }
    }
}

/// [`SMALL_MUNICIPALITY`], to be changed.
pub fn small_municipality() -> Value {
    serde_json::from_str(SMALL_MUNICIPALITY).unwrap_or_default()
}
