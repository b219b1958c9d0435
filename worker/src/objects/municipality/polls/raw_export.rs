//! Taking the ballots of a poll out of the building: only after a reason, which is kept with who gave it.

use serde::{Deserialize, Serialize};
use shared::{
    fault::FaultCode,
    ids::{OfficialId, PollId, base32},
    poll::{FrozenPoll, PollLife},
    text::LINE,
};

use super::{box_name, find};
use crate::{
    objects::ObjectClass,
    operation::{Access, Context, Operation},
    refusal::{Code, Refusal},
    store::{
        audit::{self, Doer},
        raw_export,
    },
};

/// The shortest reason that says something, in characters.
const SHORTEST_REASON: usize = 10;

/// Notes who takes the ballots out and why, and says where they are. Only of a poll that has closed: in an open one
/// two exports would tell when a ballot came in.
#[derive(Debug, Serialize, Deserialize)]
pub struct TakeBallots {
    pub by: OfficialId,
    pub id: PollId,
    pub reason: String,
}

#[derive(Debug, Serialize, Deserialize)]
pub struct BallotsTaken {
    pub frozen: Box<FrozenPoll>,
    pub boxes: Vec<String>,
    /// Whether it may be told of each ballot how it came in: the only one by phone is known to who took the phone.
    pub tells_channel: bool,
}

impl Operation for TakeBallots {
    type Reply = BallotsTaken;
    const OBJECT: ObjectClass = ObjectClass::Municipality;
    const NAME: &'static str = "take-ballots";
    const ACCESS: Access = Access::Writes;

    fn run(self, context: &mut Context<'_>) -> Result<BallotsTaken, Refusal> {
        let stored = find(context, &self.id)?;
        let reason = LINE.read(&self.reason).map_err(|code| Refusal::invalid("reason", code))?;
        let reason = reason
            .filter(|reason| reason.chars().count() >= SHORTEST_REASON)
            .ok_or_else(|| Refusal::invalid("reason", FaultCode::Required))?;
        if !matches!(stored.life, PollLife::Closed { .. } | PollLife::Reported { .. }) {
            return Err(Refusal::conflict(Code::PollNotClosed));
        }
        let frozen = stored.read_frozen()?.ok_or_else(|| Refusal::fault("a closed poll without its frozen form"))?;
        let export = base32(context.random.id());
        raw_export::insert(context.sql, &export, &self.id, &self.by, context.now, &reason)?;
        audit::record(context, &Doer::Official(&self.by), "poll.take-ballots", &format!("raw-export:{export}"))?;
        let boxes = (0..frozen.boxes).map(|number| box_name(context.name, &self.id, number)).collect();
        let tells_channel = !super::written::channels(&stored).is_empty();
        Ok(BallotsTaken { frozen: Box::new(frozen), boxes, tells_channel })
    }
}
