//! Waiting for a condition.

use std::time::{Duration, Instant};

/// How long a condition may take. Long, because four tests share two cores; a passing test never waits for it.
pub const PATIENCE: Duration = Duration::from_secs(20);
/// Pause between two looks, so that looking does not slow down what is looked at.
const PAUSE: Duration = Duration::from_millis(25);

/// Looks until there is something to see. A look that sees nothing says what it saw instead.
///
/// # Panics
/// When nothing was to be seen in time.
#[track_caller]
pub fn until<T>(what: &str, mut look: impl FnMut() -> Result<T, String>) -> T {
    let start = Instant::now();
    loop {
        match look() {
            Ok(seen) => return seen,
            Err(instead) if start.elapsed() > PATIENCE => {
                panic!("waited {} seconds for {what}\n{instead}", PATIENCE.as_secs())
            }
            Err(_) => std::thread::sleep(PAUSE),
        }
    }
}
