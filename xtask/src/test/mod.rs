//! `cargo xtask test`: the second command. Sets everything up by itself, then checks the cheapest things first.
//!
//! Two lanes run side by side, because what one does the other does not need: natively compiled checks and tests in
//! one, the programs for the browser and the Worker for tests in the other. When both have arrived, the tests against a
//! real server and a real browser run. The Worker that serves people takes longest to make; it is made beside these, and
//! measured after them. A failure does not stop its lane: whoever reads the report sees all that is wrong.

mod counts;
mod steps;

use std::{
    panic::resume_unwind,
    process::Command,
    sync::{Mutex, PoisonError},
    time::Instant,
};

use crate::{
    Error, Result,
    build::{self, Kind, stamp::files_under},
    command::{log_path, run},
    disk, layers,
    progress::{Done, Progress, duration},
    size,
    tools::{self, Browser},
    workspace::Workspace,
};
use counts::Counts;
use steps::Cargo;

/// The browsers that the tests drive.
const BROWSERS: [Browser; 2] = [tools::CHROMIUM, tools::FIREFOX];
/// The program of each, with the variable in which the tests find it.
type Programs = Vec<(&'static str, String)>;

/// What a person can choose.
#[derive(Clone, Copy, Debug, Default)]
pub struct Choices {
    /// Also what takes longer: tests marked `#[ignore = "long: run with cargo xtask test --full"]`.
    pub full: bool,
}

/// What the steps so far have found out.
#[derive(Default)]
struct Report {
    counts: Counts,
    failures: Vec<Failure>,
}

struct Failure {
    /// The place of the step in the order in which a person should look at it.
    rank: usize,
    step: &'static str,
    error: Error,
    advice: String,
}

/// The compiler's own message is in the log that the error names.
const BUILD_ADVICE: &str = "Run `cargo xtask build` to see this alone.";

/// The steps' order in the report; a cheap check explains the failures after it.
mod rank {
    pub(super) const BROWSER: usize = 0;
    pub(super) const LAYERS: usize = 1;
    pub(super) const NATIVE: usize = 2;
    pub(super) const BUILD: usize = 50;
    pub(super) const SERVER: usize = 60;
    pub(super) const SIZE: usize = 70;
}

/// Checks everything. The error says how many steps failed; which and why has been said by then.
pub fn test(workspace: &Workspace, choices: Choices) -> Result<()> {
    let start = Instant::now();
    disk::has_room(workspace, disk::FOR_TESTS)?;
    let run = Run { workspace, choices, progress: Progress::in_lanes(), report: Mutex::default() };
    std::thread::scope(|scope| {
        let native = scope.spawn(|| run.native_lane());
        let browsers = run.build_lane();
        let released = browsers.is_some().then(|| scope.spawn(|| run.released_worker()));
        // A panic in another lane goes on here.
        native.join().unwrap_or_else(|panic| resume_unwind(panic));
        match &browsers {
            Some(browsers) => run.server_lane(browsers),
            None => run.progress.say("  - tests against a real server: left out, because something above failed\n"),
        }
        if released.is_some_and(|released| released.join().unwrap_or_else(|panic| resume_unwind(panic))) {
            run.size();
        }
    });
    run.finish(start)
}

struct Run<'a> {
    workspace: &'a Workspace,
    choices: Choices,
    progress: Progress,
    report: Mutex<Report>,
}

impl Run<'_> {
    /// What needs the compiler only.
    fn native_lane(&self) {
        let layers = self.workspace;
        self.step(rank::LAYERS, "layers", "Follow the rule, or change it in xtask/src/layers with a reason.", || {
            layers::check(layers).map(|()| Done::Worked)
        });
        for (place, cargo) in steps::NATIVE.iter().enumerate() {
            self.cargo(rank::NATIVE + place, cargo, &Programs::new());
        }
    }

    /// What a server needs. Returns the browsers' programs when all of it is there.
    fn build_lane(&self) -> Option<Programs> {
        let mut installed = true;
        for browser in &BROWSERS {
            installed &= self.step(rank::BROWSER, browser.name, "", || browser.install(self.workspace));
        }
        let built = self.quiet_step(rank::BUILD, "build", BUILD_ADVICE, || {
            build::programs(self.workspace, self.progress)?;
            build::worker(self.workspace, Kind::TestControl, self.progress)
        });
        if !(installed && built) {
            return None;
        }
        BROWSERS.iter().map(|browser| Some((browser.variable, browser.program()?))).collect()
    }

    /// The Worker that serves people.
    fn released_worker(&self) -> bool {
        self.quiet_step(rank::BUILD, "the Worker", BUILD_ADVICE, || {
            build::worker(self.workspace, Kind::Release, self.progress)
        })
    }

    /// What needs a server.
    fn server_lane(&self, browsers: &Programs) {
        self.forget_servers();
        for (place, cargo) in steps::SERVER.iter().enumerate() {
            self.cargo(rank::SERVER + place, cargo, browsers);
        }
    }

    /// What visitors fetch from the Worker that serves people.
    fn size(&self) {
        let workspace = self.workspace;
        self.step(rank::SIZE, "size of the first load", "Run `cargo xtask size` to see what grew.", || {
            size::within_limits(workspace).map(|()| Done::Worked)
        });
    }

    /// Each server of a test leaves a log; those of earlier runs explain nothing any more.
    fn forget_servers(&self) {
        for log in files_under(&self.workspace.logs()).unwrap_or_default() {
            if log.file_name().is_some_and(|name| name.as_encoded_bytes().starts_with(b"workerd-")) {
                // One that stays is in nobody's way.
                let _ = std::fs::remove_file(log);
            }
        }
    }

    fn cargo(&self, rank: usize, cargo: &Cargo, browsers: &Programs) {
        let mut command = Command::new("cargo");
        command.args(cargo.arguments).current_dir(self.workspace.root());
        if self.choices.full && cargo.runs_tests {
            command.args(["--", "--include-ignored"]);
        }
        command.envs(browsers.iter().map(|(variable, program)| (variable, program)));
        let advice = format!("{} The command was: cargo {}", cargo.advice, cargo.arguments.join(" "));
        let succeeded = self.step(rank, cargo.title, &advice, || {
            run(self.workspace, cargo.log, &mut command)?;
            Ok(Done::Worked)
        });
        if cargo.runs_tests {
            let log = std::fs::read(log_path(self.workspace, cargo.log)).unwrap_or_default();
            let counts = Counts::of(&String::from_utf8_lossy(&log));
            self.progress.say(&format!("    {counts}\n"));
            let mut report = self.report();
            report.counts += counts;
            // Tests that did not even compile.
            if !succeeded && counts.failed == 0 {
                report.counts.failed += 1;
            }
        }
    }

    fn step(&self, rank: usize, name: &'static str, advice: &str, work: impl FnOnce() -> Result<Done>) -> bool {
        let result = self.progress.step(name, work);
        self.note(rank, name, advice, result.map(drop))
    }

    /// A step that consists of steps and reports those itself.
    fn quiet_step(&self, rank: usize, name: &'static str, advice: &str, work: impl FnOnce() -> Result<()>) -> bool {
        let result = work();
        self.note(rank, name, advice, result)
    }

    fn note(&self, rank: usize, step: &'static str, advice: &str, result: Result<()>) -> bool {
        let Err(error) = result else {
            return true;
        };
        self.progress.say(&format!("{}\n", error.with_causes()));
        self.report().failures.push(Failure { rank, step, error, advice: advice.to_owned() });
        false
    }

    fn report(&self) -> std::sync::MutexGuard<'_, Report> {
        // Nothing between locking and unlocking can panic halfway through a change.
        self.report.lock().unwrap_or_else(PoisonError::into_inner)
    }

    fn finish(&self, start: Instant) -> Result<()> {
        let mut report = self.report();
        report.failures.sort_by_key(|failure| failure.rank);
        let counts = report.counts;
        let failed = report.failures.len();
        if let Some(first) = report.failures.first() {
            let names: Vec<_> = report.failures.iter().map(|failure| failure.step).collect();
            self.progress.say(&format!("\nFailed: {}\n", names.join(", ")));
            self.progress.say(&format!("\nFirst: {}\n{}\n", first.step, first.error.with_causes()));
            self.progress.say(&format!("{}\n", first.advice));
        }
        self.progress.say(&format!("\n{} in {}\n", counts, duration(start.elapsed())));
        if failed == 0 { Ok(()) } else { Err(Error::Checks(failed)) }
    }
}
