//! `cargo xtask bench polls`: a hundred thousand ballots in one poll, on a real workerd; with one box and with four.
//!
//! - **filling**: as many ballots as go in, from many connections at once: the rate, and how long a resident waits then.
//! - **rows**: what the boxes' databases wrote for each ballot, as the platform counts (and bills) it.
//! - **answering while others read**: ballots at a steady pace, in short windows by turns: nobody else there, and
//!   others reading results and exports of the same municipality. Both in one run, so that whatever else the machine does
//!   falls on both.
//! - **reading**: how long results and exports take with all those ballots in the poll.

mod cases;
mod embed;
mod load;
mod town;

pub use cases::{Choices as CaseChoices, cases};
pub use embed::{Choices as EmbedChoices, embed};

use std::time::Duration;

use serde::Serialize;
use serde_json::Value;

use crate::{
    Error, Result,
    build::{self, Built, Kind},
    progress::Progress,
    workspace::Workspace,
};
use load::{Latency, Pace, alternate, fill};
use town::Town;

/// What a person can choose.
#[derive(Clone, Copy, Debug)]
pub struct Choices {
    pub ballots: usize,
    pub json: bool,
}

/// What answering may take longer while others read, as a factor of its 95th percentile.
const MOST_SLOWER: f64 = 1.2;
/// The windows of each kind. Medians over windows forgive one in which the machine did something else.
const WINDOWS: usize = 24;
/// Long enough for five hundred ballots: the 95th percentile of fewer differs too much from window to window.
const WINDOW: Duration = Duration::from_secs(10);

/// Ballots a second in the windows: a busy evening, and far from what one box can take. A pace near the limit would
/// measure the queue.
const PACE: usize = 50;

/// One run, with so many boxes.
#[derive(Debug, Serialize)]
#[serde(rename_all = "camelCase")]
struct Run {
    boxes: u16,
    ballots: usize,
    connections: usize,
    /// Ballots a second while filling.
    rate: f64,
    filling: Latency,
    rows_written_per_ballot: f64,
    /// Ballots a second in the windows.
    pace: usize,
    idle: Latency,
    reading: Latency,
    /// The p95 while others read, as a factor of the p95 when nobody does.
    slower: f64,
    /// A poll with figures, as the API gives it.
    results: Latency,
    /// The page of a reported poll.
    page: Latency,
    csv: Latency,
    workbook: Latency,
    /// Every ballot, after closing.
    raw_export_seconds: f64,
    raw_export_bytes: usize,
}

/// Prints the table, or the same as JSON; refuses when answering suffers from reading.
#[expect(clippy::print_stdout, reason = "this is the result of the command")]
pub fn polls(workspace: &Workspace, choices: Choices) -> Result<()> {
    let progress = Progress::new();
    let built = build::build(workspace, Kind::Bench, progress)?;
    let file = town::file(workspace)?;
    let mut runs = Vec::new();
    for boxes in [1, 4] {
        progress.say(&format!("  {} ballots, boxes: {boxes}\n", choices.ballots));
        runs.push(run(workspace, &built, &file, boxes, choices.ballots)?);
    }
    if choices.json {
        let text = serde_json::to_string_pretty(&runs)
            .map_err(|error| Error::Answer { what: "the figures".to_owned(), detail: error.to_string() })?;
        println!("{text}");
    } else {
        println!("\n{}", table(&runs));
    }
    match runs.iter().find(|run| run.slower > MOST_SLOWER) {
        Some(run) => Err(Error::TooLarge(format!(
            "with {} boxes answering takes {:.2} times as long while others read; at most {MOST_SLOWER}",
            run.boxes, run.slower
        ))),
        None => Ok(()),
    }
}

fn run(workspace: &Workspace, built: &Built, file: &Value, boxes: u16, ballots: usize) -> Result<Run> {
    const CONNECTIONS: usize = 24;
    let town = Town::start(workspace, built, file.clone(), boxes)?;
    let rows_before = town.rows_written(boxes)?;
    // Two halves: a running set waits until others have answered after it.
    let mut first = fill(&town, 0..ballots / 2, CONNECTIONS)?;
    town.collect()?;
    let second = fill(&town, ballots / 2..ballots, CONNECTIONS)?;
    let seconds = first.seconds + second.seconds;
    first.latencies.extend(second.latencies);
    let rows = town.rows_written(boxes)?.saturating_sub(rows_before);
    town.collect()?;
    town.check_published(ballots)?;

    let pace = Pace { ballots_a_second: PACE, window: WINDOW, windows: WINDOWS, first: ballots };
    let alternated = alternate(&town, pace)?;
    let (raw_export_seconds, raw_export_bytes) = town.close_and_export()?;
    let [idle, reading] = [alternated.idle, alternated.reading].map(Latency::of_windows);
    #[expect(clippy::cast_precision_loss, reason = "far below 2^52")]
    let (count, rows) = (ballots as f64, rows as f64);
    Ok(Run {
        boxes,
        ballots,
        connections: CONNECTIONS,
        rate: count / seconds,
        filling: Latency::of(first.latencies),
        rows_written_per_ballot: rows / count,
        pace: pace.ballots_a_second,
        slower: reading.p95 / idle.p95,
        idle,
        reading,
        results: Latency::of(alternated.results),
        page: Latency::of(alternated.page),
        csv: Latency::of(alternated.csv),
        workbook: Latency::of(alternated.workbook),
        raw_export_seconds,
        raw_export_bytes,
    })
}

fn table(runs: &[Run]) -> String {
    let line = |title: &str, cell: &dyn Fn(&Run) -> String| {
        let cells: Vec<String> = runs.iter().map(|run| format!("{:>18}", cell(run))).collect();
        format!("{title:<58}{}\n", cells.concat())
    };
    let both = |latency: &Latency| format!("{:.1} / {:.1}", latency.p50, latency.p95);
    #[expect(clippy::cast_precision_loss, reason = "far below 2^52")]
    let megabytes = |bytes: usize| bytes as f64 / 1e6;
    [
        line("boxes", &|run| run.boxes.to_string()),
        line("ballots", &|run| run.ballots.to_string()),
        line("filling, ballots a second", &|run| format!("{:.0}", run.rate)),
        line("filling, ms (p50 / p95), 24 connections", &|run| both(&run.filling)),
        line("rows written per ballot", &|run| format!("{:.2}", run.rows_written_per_ballot)),
        line(&format!("answering at {PACE} a second, nobody reads, ms"), &|run| both(&run.idle)),
        line(&format!("answering at {PACE} a second, others read, ms"), &|run| both(&run.reading)),
        line("p95 of that, times as long (at most 1.2)", &|run| format!("{:.2}", run.slower)),
        line("results of the open poll (API), ms", &|run| both(&run.results)),
        line("results page of a reported poll, ms", &|run| both(&run.page)),
        line("export, CSV, ms", &|run| both(&run.csv)),
        line("export, workbook, ms", &|run| both(&run.workbook)),
        line("all ballots as CSV, once (s / MB)", &|run| {
            format!("{:.1} / {:.1}", run.raw_export_seconds, megabytes(run.raw_export_bytes))
        }),
    ]
    .concat()
}
