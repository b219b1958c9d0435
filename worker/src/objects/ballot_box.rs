//! BallotBox: the answers to one poll, or a part of them. Destroying the box destroys the raw answers.

use crate::operations;

operations!();
