//! Casting a ballot.

use serde::{Deserialize, Serialize};
use shared::{
    case::Channel,
    ids::{AreaId, BallotId},
    poll::Answers,
    wire::public::BallotReceipt,
};

use crate::{
    objects::ObjectClass,
    operation::{Access, Context, Operation},
    refusal::{Code, Refusal},
    store::ballot::{self, Ballot},
};

#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct CastBallot {
    pub id: BallotId,
    pub answers: Answers,
    pub area_id: Option<AreaId>,
    pub channel: Channel,
}

impl Operation for CastBallot {
    type Reply = BallotReceipt;
    const OBJECT: ObjectClass = ObjectClass::BallotBox;
    const NAME: &'static str = "cast-ballot";
    const ACCESS: Access = Access::Writes;

    fn run(self, context: &mut Context<'_>) -> Result<BallotReceipt, Refusal> {
        let Some(poll) = ballot::poll(context.sql)? else { return Err(Refusal::PollNotOpen) };
        let read = poll.frozen.read_ballot(&self.answers, self.area_id.as_ref());
        let receipt = |received_on| BallotReceipt {
            ballot_id: self.id.clone(),
            poll_id: poll.frozen.poll.id.clone(),
            received_on,
        };
        // Before looking at the clock: whoever did not get the receipt may ask for it after closing.
        if let Some(stored) = ballot::find(context.sql, &self.id)? {
            if (stored.answers, stored.area_id) == read? {
                return Ok(receipt(stored.received_on));
            }
            return Err(Refusal::Unprocessable { code: Code::BallotDiffers });
        }
        if context.now < poll.frozen.opens_at {
            return Err(Refusal::PollNotOpen);
        }
        if context.now >= poll.closes_at {
            return Err(Refusal::PollClosed { at: poll.closes_at, report_due: None });
        }
        // Behind the clock: nobody should mend answers that can't be counted any more.
        let (answers, area_id) = read?;
        let received_on = context.now.dutch_date();
        let ballot = Ballot { id: self.id.clone(), answers, area_id, channel: self.channel, received_on };
        ballot::insert(context.sql, &ballot)?;
        Ok(receipt(received_on))
    }
}
