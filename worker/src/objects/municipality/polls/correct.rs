//! Corrections of the texts of a poll that has opened.

use serde::{Deserialize, Serialize};
use shared::{
    fault::FaultCode,
    ids::{OfficialId, PollId},
    poll::{
        Poll, PollLife,
        correction::{Correction, NoCorrection, compare},
        editing::read_localized,
    },
    text::{Localized, OFFICIAL_TEXT},
    wire::admin::PollDetail,
};

use super::{define, find_version, put_changed};
use crate::{
    objects::ObjectClass,
    operation::{Access, Context, Operation},
    refusal::{Code, Refusal},
    store::{
        self,
        municipality::{self, Which},
        poll::{StoredCorrection, StoredPoll},
    },
};

/// Corrects texts; residents see what was corrected, and when.
#[derive(Debug, Serialize, Deserialize)]
pub struct CorrectPoll {
    pub by: OfficialId,
    pub id: PollId,
    pub version: u64,
    pub note: Localized,
    /// The whole poll as it should read.
    pub poll: Box<Poll>,
}

impl Operation for CorrectPoll {
    type Reply = Box<PollDetail>;
    const OBJECT: ObjectClass = ObjectClass::Municipality;
    const NAME: &'static str = "correct-poll";
    const ACCESS: Access = Access::Writes;

    fn run(self, context: &mut Context<'_>) -> Result<Self::Reply, Refusal> {
        let stored = find_version(context, &self.id, self.version)?;
        match stored.life {
            PollLife::Open { .. } | PollLife::Closing { .. } | PollLife::Closed { .. } => {}
            PollLife::Reported { .. } => return Err(Refusal::conflict(Code::PollFrozen)),
            _ => return Err(Refusal::conflict(Code::PollNotOpen)),
        }
        // What the poll refers to may have been retired since it opened.
        let topics = municipality::topics(context.sql, Which::All)?;
        let areas = municipality::areas(context.sql, Which::All)?;
        let mut faults = Vec::new();
        let note = read_localized("note", &self.note, OFFICIAL_TEXT, &mut faults);
        let read = self.poll.read(&topics, &areas).map_err(|more| faults.extend(more));
        let (Some(note), Ok(poll)) = (note, read) else { return Err(faults.into()) };
        let places = compare(&shown(context, &stored)?, &poll).map_err(|refusal| match refusal {
            NoCorrection::StructureDiffers => Refusal::conflict(Code::PollFrozen),
            NoCorrection::NothingChanged => Refusal::invalid("note", FaultCode::NothingChanged),
        })?;
        let correction = Correction { on: context.now.dutch_date(), note, places };
        store::poll::correct(context.sql, &self.id, &StoredCorrection { correction, poll })?;
        let stored = put_changed(context, stored, &self.by, "poll.correct")?;
        define::detail(context, stored).map(Box::new)
    }
}

/// The poll as it reads now: with the last correction.
pub(super) fn shown(context: &Context<'_>, stored: &StoredPoll) -> Result<Poll, Refusal> {
    let last = store::poll::corrections(context.sql, &stored.poll.id)?.pop();
    Ok(last.map_or_else(|| stored.poll.clone(), |corrected| corrected.poll))
}
