//! One line per step, so that a person sees what takes time.

use std::{
    io::{IsTerminal, Write, stderr},
    time::{Duration, Instant},
};

use crate::Result;

/// What a step did.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Done {
    Worked,
    /// Everything was there already.
    Unchanged,
}

/// Says on standard error what is going on. Standard output is for results.
#[derive(Clone, Copy, Debug)]
pub struct Progress {
    quiet: bool,
    /// Several steps run at once, so no line is replaced.
    lanes: bool,
}

impl Progress {
    pub fn new() -> Self {
        Self { quiet: false, lanes: false }
    }

    /// Says nothing; for tests, which have a report of their own.
    pub fn quiet() -> Self {
        Self { quiet: true, lanes: false }
    }

    /// For steps that run side by side.
    pub fn in_lanes() -> Self {
        Self { quiet: false, lanes: true }
    }

    /// Runs a step and reports its name, outcome and duration.
    pub fn step(self, name: &str, work: impl FnOnce() -> Result<Done>) -> Result<Done> {
        // On a terminal the line is replaced when the step is done; in a log each step starts with a line of
        // its own, so that a step that hangs can be seen.
        let terminal = stderr().is_terminal() && !self.lanes;
        if terminal {
            self.say(&format!("  ··· {name}"));
        } else {
            self.say(&format!("  ··· {name}\n"));
        }
        let start = Instant::now();
        let done = work();
        let what = match &done {
            Ok(Done::Worked) => duration(start.elapsed()),
            Ok(Done::Unchanged) => "unchanged".to_owned(),
            Err(_) => format!("FAILED after {}", duration(start.elapsed())),
        };
        let back = if terminal { "\r\x1b[2K" } else { "" };
        let sign = if done.is_ok() { "✓" } else { "✗" };
        self.say(&format!("{back}  {sign} {name} ({what})\n"));
        done
    }

    pub fn say(self, text: &str) {
        if !self.quiet {
            let mut out = stderr().lock();
            // Nobody is left to tell when standard error is closed.
            let _ = out.write_all(text.as_bytes()).and_then(|()| out.flush());
        }
    }
}

impl Default for Progress {
    fn default() -> Self {
        Self::new()
    }
}

/// `850 ms`, `12.3 s`, `2 min 5 s`.
pub fn duration(duration: Duration) -> String {
    let seconds = duration.as_secs();
    if seconds == 0 {
        format!("{} ms", duration.as_millis())
    } else if seconds < 60 {
        format!("{:.1} s", duration.as_secs_f64())
    } else {
        format!("{} min {} s", seconds / 60, seconds % 60)
    }
}
