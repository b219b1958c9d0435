//! `kill -9` at any moment: what was acknowledged is there afterwards.

use std::{
    sync::{
        Mutex,
        atomic::{AtomicBool, Ordering},
    },
    thread,
    time::{Duration, Instant},
};

use buurtstem_tests::{Server, api::Who};
use serde_json::json;
use ureq::http::Method;

const OFFICIALS: [&str; 7] = ["sanne", "bram", "els", "ali", "rik", "wil", "piet"];
const ROUNDS: usize = 4;
/// Signed in before each crash, while others are on their way.
const IN_A_ROUND: usize = 8;

#[test]
fn every_session_that_was_acknowledged_outlives_a_crash() {
    let mut server = Server::with_kleinstad();
    let acknowledged = Mutex::new(Vec::new());
    for round in 1..=ROUNDS {
        let stop = AtomicBool::new(false);
        let pid = server.instance().pid().unwrap().to_string();
        let visitors =
            Visitors { operator: server.operator(), anybody: server.anybody(), origin: server.origin().into() };
        thread::scope(|scope| {
            for official in OFFICIALS {
                let (visitors, stop, acknowledged) = (&visitors, &stop, &acknowledged);
                scope.spawn(move || {
                    while !stop.load(Ordering::Relaxed) {
                        if let Some(cookie) = visitors.sign_in(official) {
                            acknowledged.lock().unwrap().push(cookie);
                        }
                    }
                });
            }
            let start = Instant::now();
            while acknowledged.lock().unwrap().len() < round * IN_A_ROUND && start.elapsed() < Duration::from_secs(30) {
                thread::sleep(Duration::from_millis(1));
            }
            assert!(std::process::Command::new("kill").args(["-9", &pid]).status().unwrap().success());
            stop.store(true, Ordering::Relaxed);
        });
        server.crash_and_restart().unwrap();
    }
    let acknowledged = acknowledged.into_inner().unwrap();
    assert!(acknowledged.len() >= ROUNDS * IN_A_ROUND, "only {} were acknowledged", acknowledged.len());
    let mut official = server.anybody();
    for cookie in acknowledged {
        official.who = Who::Official { cookie, origin: server.origin().to_owned() };
        let _ = official.get("/api/v1/admin/me").expect(200);
    }
}

struct Visitors {
    operator: buurtstem_tests::Client,
    anybody: buurtstem_tests::Client,
    origin: String,
}

impl Visitors {
    /// The cookie, when the server lived long enough to give it.
    fn sign_in(&self, official: &str) -> Option<String> {
        let body = json!({ "officialId": official });
        let link =
            self.operator.attempt(Method::POST, "/api/v1/municipalities/kleinstad/sign-in-links", Some(&body), &[])?;
        let link = link.json();
        let token = link["path"].as_str()?.split_once("#t=")?.1.to_owned();
        let origin = [("origin", self.origin.as_str())];
        let body = json!({ "token": token });
        let signed_in = self.anybody.attempt(Method::POST, "/api/v1/admin/sessions", Some(&body), &origin)?;
        (signed_in.status == 201)
            .then(|| signed_in.header("set-cookie").split(';').next().unwrap_or_default().to_owned())
    }
}
