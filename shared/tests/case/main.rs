//! The case as a whole: its rules one by one, its invariants under random commands, and its stored form.
#![expect(clippy::unwrap_used, clippy::panic, clippy::indexing_slicing, reason = "a test fails by panicking")]

mod again;
mod asking;
mod attempts;
mod backing;
mod ending;
mod everybody;
mod experience;
mod golden;
mod helping;
mod invariants;
mod merging;
mod rules;
mod tasks;
mod town;
mod translating;
mod traps;
mod watch;
mod what_holds;
