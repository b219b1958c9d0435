//! What the municipality asks of a box: to open, to hand in counts, to close.

use serde::{Deserialize, Serialize};
use sha2::{Digest as _, Sha256};
use shared::{
    ids::BallotId,
    poll::{Digest, FrozenPoll},
    tally::RawCounts,
    time::Instant,
};

use crate::{
    objects::ObjectClass,
    operation::{Access, Context, Operation},
    refusal::{Code, Refusal},
    store::ballot::{self, Ballot, Channels},
};

/// The digest of a frozen poll's bytes.
pub fn digest(bytes: &str) -> Digest {
    Digest::of(bytes.as_bytes(), |bytes| Sha256::digest(bytes).into())
}

/// Gives the box its poll. The same poll again changes nothing; another one is a fault.
#[derive(Debug, Serialize, Deserialize)]
pub struct OpenBox {
    /// A [`FrozenPoll`] as JSON.
    pub frozen: String,
    pub digest: Digest,
}

impl Operation for OpenBox {
    type Reply = ();
    const OBJECT: ObjectClass = ObjectClass::BallotBox;
    const NAME: &'static str = "open-box";
    const ACCESS: Access = Access::Writes;

    fn run(self, context: &mut Context<'_>) -> Result<(), Refusal> {
        if digest(&self.frozen) != self.digest {
            return Err(Refusal::fault("a frozen poll does not have its digest"));
        }
        match ballot::poll(context.sql)? {
            Some(stored) if stored.digest == self.digest => Ok(()),
            Some(_) => Err(Refusal::fault("the box has another poll")),
            None => {
                let frozen: FrozenPoll = serde_json::from_str(&self.frozen)?;
                Ok(ballot::put_poll(context.sql, &self.frozen, &self.digest, frozen.closes_at)?)
            }
        }
    }
}

/// Puts ballots of a sample in the box, whatever the clock says. Those that are there already stay.
#[derive(Debug, Serialize, Deserialize)]
pub struct FillBox {
    pub ballots: Vec<Ballot>,
}

impl Operation for FillBox {
    type Reply = ();
    const OBJECT: ObjectClass = ObjectClass::BallotBox;
    const NAME: &'static str = "fill-box";
    const ACCESS: Access = Access::Writes;

    fn run(self, context: &mut Context<'_>) -> Result<(), Refusal> {
        for ballot in &self.ballots {
            if ballot::find(context.sql, &ballot.id)?.is_none() {
                ballot::insert(context.sql, ballot)?;
            }
        }
        Ok(())
    }
}

/// What the ballots of a box add up to.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Collected {
    pub counts: RawCounts,
    pub channels: Channels,
}

fn collect(context: &Context<'_>) -> Result<Collected, Refusal> {
    let (counts, channels) = ballot::counts(context.sql)?;
    Ok(Collected { counts, channels })
}

/// Hands in the counts so far.
#[derive(Debug, Serialize, Deserialize)]
pub struct Collect {}

impl Operation for Collect {
    type Reply = Collected;
    const OBJECT: ObjectClass = ObjectClass::BallotBox;
    const NAME: &'static str = "collect";
    const ACCESS: Access = Access::Reads;

    fn run(self, context: &mut Context<'_>) -> Result<Collected, Refusal> {
        collect(context)
    }
}

/// Closes at this moment and hands in the last counts. No ballot is taken after it, whatever the clock says.
#[derive(Debug, Serialize, Deserialize)]
pub struct CloseBox {
    pub closes_at: Instant,
}

impl Operation for CloseBox {
    type Reply = Collected;
    const OBJECT: ObjectClass = ObjectClass::BallotBox;
    const NAME: &'static str = "close-box";
    const ACCESS: Access = Access::Writes;

    fn run(self, context: &mut Context<'_>) -> Result<Collected, Refusal> {
        if ballot::poll(context.sql)?.is_none() {
            return Err(Refusal::conflict(Code::PollNotOpen));
        }
        // A box whose clock is behind must not take another ballot after it has handed in its counts.
        ballot::close(context.sql, self.closes_at.min(context.now))?;
        let mut collected = collect(context)?;
        ballot::count_backgrounds(context.sql, &mut collected.counts)?;
        Ok(collected)
    }
}

/// Hands in ballots, a page at a time, in the order of their random ids.
#[derive(Debug, Serialize, Deserialize)]
pub struct ReadBallots {
    /// The last one of the page before.
    pub after: Option<BallotId>,
}

impl ReadBallots {
    /// How many at once: some megabytes.
    pub const PAGE: u32 = 5_000;
}

impl Operation for ReadBallots {
    type Reply = Vec<Ballot>;
    const OBJECT: ObjectClass = ObjectClass::BallotBox;
    const NAME: &'static str = "read-ballots";
    const ACCESS: Access = Access::Reads;

    fn run(self, context: &mut Context<'_>) -> Result<Self::Reply, Refusal> {
        Ok(ballot::page(context.sql, self.after.as_ref(), Self::PAGE)?)
    }
}

/// How many rows the box's database has written; only the shell knows.
#[cfg(feature = "test-control")]
#[derive(Debug, Serialize, Deserialize)]
pub struct RowsWritten {}

#[cfg(feature = "test-control")]
impl Operation for RowsWritten {
    type Reply = usize;
    const OBJECT: ObjectClass = ObjectClass::BallotBox;
    const NAME: &'static str = "rows-written";
    const ACCESS: Access = Access::Reads;

    fn run(self, _context: &mut Context<'_>) -> Result<usize, Refusal> {
        Err(Refusal::fault("only the shell knows"))
    }
}
