//! Work that is done by itself: the alarm rings, also after a crash.

use std::time::{Duration, Instant};

use buurtstem_tests::Server;
use serde_json::Value;

const DAY: i64 = 24 * 3_600_000;

fn tidying(server: &Server) -> String {
    due(server, "tidy")
}

fn due(server: &Server, kind: &str) -> String {
    let pending = server.pending("kleinstad");
    let jobs = pending["jobs"].as_array().cloned().unwrap_or_default();
    let due = jobs.iter().find(|job| job["kind"] == kind).map(|job| job["dueAt"].clone());
    due.as_ref().and_then(Value::as_str).unwrap_or_default().to_owned()
}

/// Waits until the alarm has done the job and set the next, a day later.
fn wait_for_the_alarm(server: &Server, before: &str) {
    wait_for_job(server, "tidy", before);
}

fn wait_for_job(server: &Server, kind: &str, before: &str) {
    let start = Instant::now();
    while due(server, kind) == before {
        assert!(start.elapsed() < Duration::from_secs(20), "the alarm did not ring");
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
    // The clock stands so that the job is due in eight real seconds; the crash comes before that, and after the look
    // at the partners that midnight brought.
    let midnight = due(&server, "partners");
    server.set_clock(DAY - 8_000);
    let _ = server.sign_in_token("kleinstad", "sanne");
    wait_for_job(&server, "partners", &midnight);
    server.crash_and_restart().unwrap();
    server.set_clock(DAY + 1_000);
    wait_for_the_alarm(&server, &first);
}
