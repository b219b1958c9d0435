//! Polls: the municipality's side of them.

use serde::{Deserialize, Serialize};
use shared::wire::operator::SamplePoll;

use crate::{operation::Context, refusal::Refusal};

/// Whether there is no poll yet, so that a sample may be taken.
pub fn is_empty(_context: &mut Context<'_>) -> Result<bool, Refusal> {
    Ok(true)
}

/// Makes the polls of a sample. Inside the transaction of loading; areas, topics and partners are there.
pub fn load_sample(_context: &mut Context<'_>, _polls: &[SamplePoll]) -> Result<(), Refusal> {
    Ok(())
}

/// What the public may see of polls, in every language; part of the snapshot.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct PublicPolls {}

pub fn public(_context: &mut Context<'_>) -> Result<PublicPolls, Refusal> {
    Ok(PublicPolls::default())
}
