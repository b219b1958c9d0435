//! Work that is done by itself: the alarm rings, also after a crash.

use std::time::{Duration, Instant};

use buurtstem_tests::Server;
use serde_json::Value;

const DAY: i64 = 24 * 3_600_000;

fn tidying(server: &Server) -> String {
    let pending = server.pending("kleinstad");
    let jobs = pending["jobs"].as_array().cloned().unwrap_or_default();
    let due = jobs.iter().find(|job| job["kind"] == "tidy").map(|job| job["dueAt"].clone());
    due.as_ref().and_then(Value::as_str).unwrap_or_default().to_owned()
}

/// Waits until the alarm has done the job and set the next, a day later.
fn wait_for_the_alarm(server: &Server, before: &str) {
    let start = Instant::now();
    while tidying(server) == before {
        assert!(start.elapsed() < Duration::from_secs(10), "the alarm did not ring");
        std::thread::sleep(Duration::from_millis(50));
    }
}

#[test]
fn the_alarm_does_what_is_due_and_sets_the_next() {
    let server = Server::with_kleinstad();
    let first = tidying(&server);
    server.set_clock(DAY + 1_000);
    // Any write looks when the next job is due.
    let _ = server.sign_in_token("kleinstad", "sanne");
    wait_for_the_alarm(&server, &first);
    let second = tidying(&server);
    assert!(second > first, "{second} is not after {first}");
    assert_eq!(server.pending("kleinstad")["outbox"], serde_json::json!([]));
}

#[test]
fn an_alarm_that_was_set_rings_after_a_crash() {
    let mut server = Server::with_kleinstad();
    let first = tidying(&server);
    // The clock stands so that the job is due in three real seconds; the crash comes before that.
    server.set_clock(DAY - 3_000);
    let _ = server.sign_in_token("kleinstad", "sanne");
    server.crash_and_restart().unwrap();
    server.set_clock(DAY + 1_000);
    wait_for_the_alarm(&server, &first);
}
