//! Many residents who answer, and others who read.

use std::{
    ops::Range,
    sync::{
        Mutex, PoisonError,
        atomic::{AtomicBool, AtomicUsize, Ordering},
    },
    time::{Duration, Instant},
};

use serde::Serialize;

use super::town::Town;
use crate::{Error, Result};

/// Milliseconds.
#[derive(Clone, Copy, Debug, Serialize)]
pub(super) struct Latency {
    pub(super) p50: f64,
    pub(super) p95: f64,
}

impl Latency {
    pub(super) fn of(mut latencies: Vec<f64>) -> Self {
        latencies.sort_by(f64::total_cmp);
        let at =
            |percent: usize| latencies.get((latencies.len() * percent / 100).min(latencies.len().saturating_sub(1)));
        Self { p50: at(50).copied().unwrap_or(f64::NAN), p95: at(95).copied().unwrap_or(f64::NAN) }
    }

    /// The median over windows of what each window says.
    pub(super) fn of_windows(windows: Vec<Vec<f64>>) -> Self {
        let each: Vec<Self> = windows.into_iter().map(Self::of).collect();
        let median = |of: fn(&Self) -> f64| Self::of(each.iter().map(of).collect()).p50;
        Self { p50: median(|window| window.p50), p95: median(|window| window.p95) }
    }
}

/// What came of answering.
pub(super) struct Filled {
    pub(super) seconds: f64,
    pub(super) latencies: Vec<f64>,
}

/// Casts these ballots as fast as they go in.
pub(super) fn fill(town: &Town, numbers: Range<usize>, connections: usize) -> Result<Filled> {
    let next = AtomicUsize::new(numbers.start);
    let start = Instant::now();
    let latencies = gather(connections, || {
        let resident = town.resident();
        let mut latencies = Vec::new();
        loop {
            let number = next.fetch_add(1, Ordering::Relaxed);
            if number >= numbers.end {
                return Ok(latencies);
            }
            latencies.push(timed(|| resident.cast(number))?);
        }
    })?;
    Ok(Filled { seconds: start.elapsed().as_secs_f64(), latencies })
}

/// How fast and how long ballots come in the windows.
#[derive(Clone, Copy)]
pub(super) struct Pace {
    pub(super) ballots_a_second: usize,
    pub(super) window: Duration,
    pub(super) windows: usize,
    /// The number of the first ballot.
    pub(super) first: usize,
}

#[derive(Default)]
pub(super) struct Alternated {
    pub(super) idle: Vec<Vec<f64>>,
    pub(super) reading: Vec<Vec<f64>>,
    pub(super) results: Vec<f64>,
    pub(super) page: Vec<f64>,
    pub(super) csv: Vec<f64>,
    pub(super) workbook: Vec<f64>,
}

/// Windows of steady answering, by turns without and with others who read.
pub(super) fn alternate(town: &Town, pace: Pace) -> Result<Alternated> {
    let mut found = Alternated::default();
    let next = AtomicUsize::new(pace.first);
    // The first window only warms up.
    answer_steadily(town, pace, &next)?;
    for _ in 0..pace.windows {
        found.idle.push(answer_steadily(town, pace, &next)?);
        let ends = AtomicBool::new(false);
        let latencies = std::thread::scope(|scope| {
            // Twenty people look at results, two officials take files along.
            let results = scope.spawn(|| read_until(&ends, Duration::from_millis(100), || town.resident().results()));
            let pages = scope.spawn(|| read_until(&ends, Duration::from_millis(100), || town.resident().page()));
            let csv = scope.spawn(|| read_until(&ends, Duration::from_secs(1), || town.official().csv()));
            let workbook = scope.spawn(|| read_until(&ends, Duration::from_secs(1), || town.official().workbook()));
            let answered = answer_steadily(town, pace, &next);
            ends.store(true, Ordering::Relaxed);
            found.results.extend(joined(results)?);
            found.page.extend(joined(pages)?);
            found.csv.extend(joined(csv)?);
            found.workbook.extend(joined(workbook)?);
            answered
        })?;
        found.reading.push(latencies);
    }
    Ok(found)
}

/// One window: each of some residents answers at its own fixed moments. Waiting counts from the moment at which an
/// answer should have gone out, so that a server that stalls is not spared the answers that queue up behind.
fn answer_steadily(town: &Town, pace: Pace, next: &AtomicUsize) -> Result<Vec<f64>> {
    const RESIDENTS: usize = 8;
    let seat = AtomicUsize::new(0);
    let start = Instant::now();
    gather(RESIDENTS, || {
        let resident = town.resident();
        let seat = seat.fetch_add(1, Ordering::Relaxed);
        let mut latencies = Vec::new();
        for turn in (seat..).step_by(RESIDENTS) {
            let due = Duration::from_secs_f64(seconds(turn) / seconds(pace.ballots_a_second));
            if due >= pace.window {
                break;
            }
            std::thread::sleep(due.saturating_sub(start.elapsed()));
            resident.cast(next.fetch_add(1, Ordering::Relaxed))?;
            latencies.push((start.elapsed().saturating_sub(due)).as_secs_f64() * 1000.0);
        }
        Ok(latencies)
    })
}

#[expect(clippy::cast_precision_loss, reason = "far below 2^52")]
const fn seconds(whole: usize) -> f64 {
    whole as f64
}

/// Reads so often on average, with pauses of any length up to twice that.
///
/// At a fixed pace the readers would share their moments with each other and with every fifth ballot of the window: their
/// coincidence would be measured, and it is one that people do not have.
fn read_until(ends: &AtomicBool, every: Duration, read: impl Fn() -> Result<()>) -> Result<Vec<f64>> {
    let mut latencies = Vec::new();
    loop {
        let chance = f64::from(getrandom::u32().unwrap_or(u32::MAX / 2)) / f64::from(u32::MAX);
        std::thread::sleep(every.mul_f64(2.0 * chance));
        if ends.load(Ordering::Relaxed) {
            return Ok(latencies);
        }
        latencies.push(timed(&read)?);
    }
}

fn timed(act: impl FnOnce() -> Result<()>) -> Result<f64> {
    let start = Instant::now();
    act()?;
    Ok(start.elapsed().as_secs_f64() * 1000.0)
}

/// Runs the same on so many threads and puts together what they found; the first failure is the answer.
fn gather(threads: usize, work: impl Fn() -> Result<Vec<f64>> + Sync) -> Result<Vec<f64>> {
    let all = Mutex::new(Ok(Vec::new()));
    std::thread::scope(|scope| {
        for _ in 0..threads {
            scope.spawn(|| {
                let found = work();
                let mut all = all.lock().unwrap_or_else(PoisonError::into_inner);
                match (all.as_mut(), found) {
                    (Ok(all), Ok(found)) => all.extend(found),
                    (Ok(_), Err(error)) => *all = Err(error),
                    (Err(_), _) => {}
                }
            });
        }
    });
    all.into_inner().unwrap_or_else(PoisonError::into_inner)
}

fn joined(thread: std::thread::ScopedJoinHandle<'_, Result<Vec<f64>>>) -> Result<Vec<f64>> {
    thread.join().unwrap_or_else(|_| Err(Error::Usage("a reader broke off".to_owned())))
}
