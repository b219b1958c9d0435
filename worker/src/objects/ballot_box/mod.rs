//! BallotBox: the answers to one poll, or a part of them. Destroying the box destroys the raw answers.
//!
//! - A box takes ballots for the one poll it was opened with, from its opening until its closing moment, by its own
//!   clock.
//! - A ballot is stored and counted in one transaction, once for each id: the same answers again get the same
//!   receipt, other answers are refused and the first count.
//! - What leaves the box are counts, and what was written in answer to open questions, without anything beside it.
//!   Whole ballots leave only for a coordinator, after a reason that the municipality keeps.

mod cast;
mod life;

pub use cast::CastBallot;
pub use life::{CloseBox, Collect, Collected, FillBox, OpenBox, ReadBallots, ReadTexts, digest};

#[cfg(feature = "test-control")]
pub use life::RowsWritten;

use crate::operations;

operations!(OpenBox, FillBox, CastBallot, Collect, CloseBox, ReadBallots, ReadTexts);

#[cfg(test)]
mod tests;
