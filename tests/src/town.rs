//! The demo municipality on a server of its own, with its website on another origin.
#![expect(clippy::expect_used, clippy::panic, clippy::missing_panics_doc, reason = "a test fails by panicking")]

use serde_json::{Value, json};
use xtask::{
    demo::{Municipality, Operator},
    workspace::Workspace,
};

use crate::{Server, browser::wait};

/// Waterdam, freshly loaded.
pub struct Town {
    server: Server,
    host: String,
    agent: ureq::Agent,
}

/// Where the demo municipality's pages are.
pub const SLUG: &str = "waterdam";
/// The poll that is open when the demo is loaded.
pub const OPEN_POLL: &str = "prettig-in-het-donker";
/// The poll that was closed and has its report.
pub const REPORTED_POLL: &str = "veilig-naar-school";

impl Town {
    /// Starts a server, loads the municipality and waits until its poll is open.
    pub fn start() -> Self {
        let server = Server::start_with_host(SLUG).expect("a server");
        let host = server.host_origin().expect("a host page");
        let file = Workspace::find().path("demo/municipality.json");
        let municipality = Municipality::read(&file, &host).expect("the demo's file");
        let operator = Operator::new(server.origin(), server.operator_key());
        operator.load(&municipality).unwrap_or_else(|error| panic!("the demo cannot be loaded: {error}"));
        let agent = ureq::Agent::config_builder().http_status_as_error(false).build().new_agent();
        let town = Self { server, host, agent };
        wait::until("the demo's poll to be open", || {
            town.run_due_work();
            let polls = town.get(&format!("/api/v1/municipalities/{SLUG}/polls"));
            let open = polls.as_array().into_iter().flatten().any(|poll| poll.get("status") == Some(&json!("open")));
            if open { Ok(()) } else { Err(polls.to_string()) }
        });
        town
    }

    /// The page of the municipality's own site that has the widget.
    pub fn host_page(&self) -> String {
        format!("{}/", self.host)
    }

    /// A page of our own, by what comes after the language.
    pub fn page(&self, tail: &str) -> String {
        self.server.url(&format!("/{SLUG}/nl{tail}"))
    }

    /// The server under it all: to kill it, or to ask for another address.
    pub fn server(&mut self) -> &mut Server {
        &mut self.server
    }

    pub fn url(&self, path: &str) -> String {
        self.server.url(path)
    }

    /// A link that signs this official in, once.
    pub fn sign_in_link(&self, official: &str) -> String {
        let operator = Operator::new(self.server.origin(), self.server.operator_key());
        let link = operator.sign_in_link(SLUG, official).unwrap_or_else(|error| panic!("{official}: {error}"));
        self.server.url(&link.path)
    }

    /// Does now what the server would do by itself in a while.
    pub fn run_due_work(&self) {
        self.control("run-due-work", &json!({}));
    }

    /// Moves the server's clock to so many days from now.
    pub fn move_clock(&self, days: i64) {
        const DAY: i64 = 24 * 3_600_000;
        self.control("clock", &json!({ "offsetMilliseconds": days.saturating_mul(DAY) }));
        self.run_due_work();
    }

    fn control(&self, what: &str, body: &Value) {
        let url = self.server.url(&format!("/test/{what}"));
        let answer = self.agent.post(&url).send_json(body).unwrap_or_else(|error| panic!("{url}: {error}"));
        assert!(answer.status().is_success(), "{url}: {}", answer.status());
    }

    /// How many ballots a poll has, counted now.
    pub fn ballots(&self, poll: &str) -> u64 {
        self.run_due_work();
        let session = self.session("sanne-visser");
        let url = self.server.url(&format!("/api/v1/admin/polls/{poll}"));
        let answer = self.agent.get(&url).header("cookie", session).call();
        let mut answer = answer.unwrap_or_else(|error| panic!("{url}: {error}"));
        let detail: Value = answer.body_mut().read_json().unwrap_or_default();
        detail.pointer("/overview/ballots").and_then(Value::as_u64).unwrap_or_else(|| panic!("{url}: {detail}"))
    }

    /// The cookie of a new session of this official.
    fn session(&self, official: &str) -> String {
        let link = self.sign_in_link(official);
        let (_, token) = link.split_once("#t=").unwrap_or_else(|| panic!("no token in {link}"));
        let answer = self
            .agent
            .post(self.server.url("/api/v1/admin/sessions"))
            .header("origin", self.server.origin())
            .send_json(json!({ "token": token }))
            .expect("an answer to signing in");
        let cookie = answer.headers().get("set-cookie").and_then(|cookie| cookie.to_str().ok());
        let cookie = cookie.unwrap_or_else(|| panic!("no session for {official}: {}", answer.status()));
        cookie.split(';').next().unwrap_or_default().to_owned()
    }

    fn get(&self, path: &str) -> Value {
        let answer = self.agent.get(self.server.url(path)).call();
        answer.ok().and_then(|mut answer| answer.body_mut().read_json().ok()).unwrap_or_default()
    }
}
