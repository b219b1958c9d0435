//! What was acknowledged is not lost: ballots while the server is killed, and while a poll is being closed.

use std::{
    sync::{
        Mutex,
        atomic::{AtomicBool, AtomicUsize, Ordering},
    },
    thread,
    time::Duration,
};

use buurtstem_tests::browser::wait;
use serde_json::json;

use crate::polls::{OpenPoll, cast, try_cast};

#[test]
fn a_server_killed_between_requests_loses_no_ballot() {
    let mut poll = OpenPoll::new();
    let mut cast_so_far = 0;
    for round in 0..3 {
        for number in 0..8 {
            let id = format!("resident-{round}-number-{number}");
            let _ = cast(&poll.server.anybody(), "veilig", &id, "ja").expect(201);
            cast_so_far += 1;
        }
        poll.server.crash_and_restart().unwrap();
        // The receipt is the same as before the crash.
        let _ = cast(&poll.server.anybody(), "veilig", &format!("resident-{round}-number-0"), "ja").expect(201);
    }
    let _ = poll.close().expect(200);
    poll.server.run_due_work();
    assert_eq!(poll.detail("veilig")["overview"]["ballots"], json!(cast_so_far));
}

/// Tells the residents to stop when it goes.
struct Stopping<'a>(&'a AtomicBool);

impl Drop for Stopping<'_> {
    fn drop(&mut self) {
        self.0.store(true, Ordering::Relaxed);
    }
}

/// Residents keep sending while the server is killed twice; each tries again until there is a receipt.
#[test]
fn a_server_killed_under_load_loses_no_acknowledged_ballot() {
    const RESIDENTS: usize = 8;
    /// So many receipts between two crashes.
    const MORE: usize = 20;
    let mut poll = OpenPoll::new();
    let stop = AtomicBool::new(false);
    let acknowledged: Mutex<Vec<String>> = Mutex::default();
    let crashes = 2;
    let anybody = poll.server.anybody();
    thread::scope(|scope| {
        for resident in 0..RESIDENTS {
            let (stop, acknowledged, anybody) = (&stop, &acknowledged, anybody.clone());
            scope.spawn(move || {
                for number in 0.. {
                    let id = format!("resident-{resident}-number-{number}");
                    loop {
                        if try_cast(&anybody, "veilig", &id, "ja") {
                            acknowledged.lock().unwrap().push(id);
                            break;
                        }
                        if stop.load(Ordering::Relaxed) {
                            return;
                        }
                        thread::sleep(Duration::from_millis(20));
                    }
                    if stop.load(Ordering::Relaxed) {
                        return;
                    }
                }
            });
        }
        // Also when waiting fails: otherwise the residents would go on for ever.
        let stopping = Stopping(&stop);
        let wait_for_more = || {
            let count = || acknowledged.lock().unwrap().len();
            let enough = count() + MORE;
            wait::until("more ballots", || {
                if count() >= enough { Ok(()) } else { Err(format!("{} of {enough}", count())) }
            });
        };
        for _ in 0..crashes {
            wait_for_more();
            poll.server.crash_and_restart().unwrap();
        }
        wait_for_more();
        drop(stopping);
    });
    let acknowledged = acknowledged.into_inner().unwrap();
    for id in acknowledged.iter().step_by(acknowledged.len() / 40 + 1) {
        assert_eq!(cast(&poll.server.anybody(), "veilig", id, "nee").code(), "ballotDiffers", "{id} was lost");
    }
    let _ = poll.close().expect(200);
    poll.server.run_due_work();
    let counted = usize::try_from(poll.detail("veilig")["overview"]["ballots"].as_u64().unwrap()).unwrap();
    // A ballot may be stored whose receipt got lost in a crash: at most one for each resident and crash, and the last.
    assert!(
        (acknowledged.len()..=acknowledged.len() + RESIDENTS * (crashes + 1)).contains(&counted),
        "{} acknowledged, {counted} counted",
        acknowledged.len()
    );
}

#[test]
fn every_ballot_acknowledged_while_a_poll_is_closed_is_counted() {
    /// Some from each resident, so that no one is still making a connection.
    const ENOUGH: usize = 80;
    let poll = OpenPoll::new();
    let acknowledged = AtomicUsize::new(0);
    let anybody = poll.server.anybody();
    thread::scope(|scope| {
        for resident in 0..8 {
            let (acknowledged, anybody) = (&acknowledged, anybody.clone());
            scope.spawn(move || {
                for number in 0.. {
                    let answer = cast(&anybody, "veilig", &format!("resident-{resident}-number-{number}"), "ja");
                    match (answer.status, answer.code().as_str()) {
                        (201, _) => acknowledged.fetch_add(1, Ordering::Relaxed),
                        (400, "pollClosed") => return,
                        other => panic!("{other:?}"),
                    };
                }
            });
        }
        // The poll is closed while all of them are sending, however slow the machine is.
        wait::until("ballots before the poll is closed", || match acknowledged.load(Ordering::Relaxed) {
            many if many >= ENOUGH => Ok(()),
            few => Err(format!("{few} of {ENOUGH}")),
        });
        let _ = poll.close().expect(200);
        poll.server.run_due_work();
    });
    let counted = poll.detail("veilig")["overview"]["ballots"].clone();
    assert_eq!(counted, json!(acknowledged.into_inner()));
}
