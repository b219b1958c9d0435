//! Cases: from receipt to conclusion.

use serde::{Deserialize, Serialize};
use shared::wire::operator::SampleCase;

use crate::{operation::Context, refusal::Refusal};

/// Whether there is no case yet, so that a sample may be taken.
pub fn is_empty(_context: &mut Context<'_>) -> Result<bool, Refusal> {
    Ok(true)
}

/// Makes the cases of a sample. Inside the transaction of loading; areas, topics, partners, officials and rules are
/// there.
pub fn load_sample(_context: &mut Context<'_>, _cases: &[SampleCase]) -> Result<(), Refusal> {
    Ok(())
}

/// What the public may see of initiatives, in every language; part of the snapshot.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct PublicCases {}

pub fn public(_context: &mut Context<'_>) -> Result<PublicCases, Refusal> {
    Ok(PublicCases::default())
}
