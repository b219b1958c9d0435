//! The demo municipality on a server of its own, with its website on another origin.
#![expect(clippy::expect_used, clippy::panic, clippy::missing_panics_doc, reason = "a test fails by panicking")]

use std::cell::Cell;

use serde_json::{Value, json};
use xtask::workspace::Workspace;

use crate::api::Client;
use crate::{Line, Server, browser::wait};

/// Waterdam, freshly loaded.
pub struct Town {
    server: Server,
    host: String,
    /// How often the ballots were counted.
    counted: Cell<i64>,
}

/// Where the demo municipality's pages are.
pub const SLUG: &str = "waterdam";
/// The poll that is open when the demo is loaded.
pub const OPEN_POLL: &str = "prettig-in-het-donker";
/// The other poll that is open then: every kind of question, and questions that depend on an answer.
pub const EVERY_KIND_POLL: &str = "buiten-en-buren";
/// The poll that was closed and has its report.
pub const REPORTED_POLL: &str = "veilig-naar-school";

impl Town {
    /// Starts a server, loads the municipality and waits until its poll is open.
    pub fn start() -> Self {
        Self::load(Server::start_with_host(SLUG).expect("a server"))
    }

    /// The same with these bindings beside or instead of the usual ones.
    pub fn start_with(bindings: &[(&str, &str)]) -> Self {
        Self::load(Server::start_with_host_and(SLUG, bindings).expect("a server"))
    }

    /// The same, where browsers reach the server by this line.
    pub fn start_over(line: &Line) -> Self {
        Self::load(Server::start_with_host_over(line, SLUG).expect("a server"))
    }

    fn load(server: Server) -> Self {
        let host = server.host_origin().expect("a host page");
        let file = Workspace::find().path("demo/municipality.json");
        let text = std::fs::read_to_string(&file).expect("the demo's file").replace("$DEMO_HOST", &host);
        server.load(SLUG, &serde_json::from_str(&text).expect("the demo's file is JSON"));
        let town = Self { server, host, counted: Cell::new(0) };
        wait::until("the demo's polls to be open", || {
            town.server.run_due_work();
            let polls = town.server.anybody().get(&format!("/api/v1/municipalities/{SLUG}/polls")).json();
            let is_open = |poll: &&Value| poll.get("status") == Some(&json!("open"));
            let open = polls.as_array().into_iter().flatten().filter(is_open).count();
            if open == 2 { Ok(()) } else { Err(polls.to_string()) }
        });
        town
    }

    /// The page of the municipality's own site that has the widget.
    pub fn host_page(&self) -> String {
        format!("{}/", self.host)
    }

    /// A page of another kind on the same site, from `demo/host/shapes.js`.
    pub fn host_shape(&self, name: &str) -> String {
        format!("{}/proef/{name}", self.host)
    }

    /// A page of our own, by what comes after the language.
    pub fn page(&self, tail: &str) -> String {
        self.server.url(&format!("/{SLUG}/nl{tail}"))
    }

    /// The address of a path on our own origin.
    pub fn url(&self, path: &str) -> String {
        self.server.url(path)
    }

    /// The server under it all, to kill it.
    pub fn server(&mut self) -> &mut Server {
        &mut self.server
    }

    /// A link that signs this official in, once.
    pub fn sign_in_link(&self, official: &str) -> String {
        self.server.url(&format!("/admin/aanmelden#t={}", self.server.sign_in_token(SLUG, official)))
    }

    /// An editor of the demo, by the API.
    pub fn editor(&self) -> Client {
        self.official("sanne-visser")
    }

    /// Somebody without a session, by the API.
    pub fn anybody(&self) -> Client {
        self.server.anybody()
    }

    /// An official of the demo, by the API.
    pub fn official(&self, id: &str) -> Client {
        self.server.sign_in(SLUG, id)
    }

    /// Moves the server's clock to so many days from now, and does what is due by then.
    pub fn move_clock(&self, days: i64) {
        const DAY: i64 = 24 * 3_600_000;
        self.server.set_clock(days.saturating_mul(DAY));
        self.server.run_due_work();
    }

    /// The same by hours: what is tried again and again is tried at each.
    pub fn move_clock_hours(&self, hours: i64) {
        const HOUR: i64 = 3_600_000;
        self.server.set_clock(hours.saturating_mul(HOUR));
        self.server.run_due_work();
    }

    /// How many ballots a poll has, counted now.
    pub fn ballots(&self, poll: &str) -> u64 {
        // Boxes are counted every minute, and the last count may have been at a clock that was moved forward for it.
        const LATER: i64 = 2 * 60_000;
        self.counted.set(self.counted.get().saturating_add(1));
        self.server.set_clock(LATER.saturating_mul(self.counted.get()));
        self.server.run_due_work();
        let editor = self.server.sign_in(SLUG, "sanne-visser");
        let detail = editor.get(&format!("/api/v1/admin/polls/{poll}")).expect(200).json();
        self.server.set_clock(0);
        detail.pointer("/overview/ballots").and_then(Value::as_u64).unwrap_or_else(|| panic!("{detail}"))
    }
}
