//! Opening and closing a poll by an official, and answers that an official enters.

use serde::{Deserialize, Serialize};
use shared::{
    fault::{Fault, FaultCode},
    ids::{OfficialId, PollId},
    poll::{
        PollLife, PollStatus,
        life::{LifeRefusal, Term, report_due},
    },
    promise::Calendar,
    time::{CivilDate, Instant},
    wire::admin::PollDetail,
};

use super::{boxes, define, find, find_version, freeze, put_changed};
use crate::{
    objects::ObjectClass,
    operation::{Access, Context, Operation},
    refusal::{Code, Refusal},
    store::audit::{self, Doer},
};

/// Opens a poll now or on a later day, until the end of another.
#[derive(Debug, Serialize, Deserialize)]
pub struct OpenPoll {
    pub by: OfficialId,
    pub id: PollId,
    pub version: u64,
    pub opens_on: Option<CivilDate>,
    pub closes_on: CivilDate,
}

impl Operation for OpenPoll {
    type Reply = Box<PollDetail>;
    const OBJECT: ObjectClass = ObjectClass::Municipality;
    const NAME: &'static str = "open-poll";
    const ACCESS: Access = Access::Writes;

    fn run(self, context: &mut Context<'_>) -> Result<Self::Reply, Refusal> {
        let mut stored = find_version(context, &self.id, self.version)?;
        let term = term(self.opens_on, self.closes_on, context.now)?;
        // A topic or an area may have gone since the poll was saved.
        stored.poll = define::read(context, &stored.poll)?;
        let life = stored.life.plan(term, boxes(context)?, context.now);
        stored.life = life.map_err(|refusal| match refusal {
            LifeRefusal::NotFrom { .. } => Refusal::conflict(Code::PollFrozen),
            LifeRefusal::NoTimeToAnswer => Refusal::invalid("closesOn", FaultCode::NotInTheFuture),
        })?;
        if matches!(stored.life, PollLife::Opening { .. }) {
            freeze(context, &mut stored)?;
        }
        let stored = put_changed(context, stored, &self.by, "poll.open")?;
        define::detail(context, stored).map(Box::new)
    }
}

/// From the first moment of the first day, or now, until the end of the last day.
fn term(opens_on: Option<CivilDate>, closes_on: CivilDate, now: Instant) -> Result<Term, Refusal> {
    let today = now.dutch_date();
    let first = opens_on.unwrap_or(today);
    let mut faults = Vec::new();
    if first < today {
        faults.push(Fault::new("opensOn", FaultCode::NotInTheFuture));
    }
    if closes_on < first.max(today) {
        faults.push(Fault::new("closesOn", FaultCode::NotInTheFuture));
    }
    if !faults.is_empty() {
        return Err(faults.into());
    }
    Ok(Term { opens_at: first.starts_at().max(now), closes_at: closes_on.ends_at() })
}

/// Takes a planned poll back before it opens; it is a draft again.
#[derive(Debug, Serialize, Deserialize)]
pub struct CancelPoll {
    pub by: OfficialId,
    pub id: PollId,
    pub version: u64,
}

impl Operation for CancelPoll {
    type Reply = Box<PollDetail>;
    const OBJECT: ObjectClass = ObjectClass::Municipality;
    const NAME: &'static str = "cancel-poll";
    const ACCESS: Access = Access::Writes;

    fn run(self, context: &mut Context<'_>) -> Result<Self::Reply, Refusal> {
        let mut stored = find_version(context, &self.id, self.version)?;
        let cancelled = stored.life.cancel(context.now);
        stored.life = cancelled.map_err(|_| Refusal::conflict(Code::PollNotPlanned))?;
        // The clock that was set for the opening finds a draft, and leaves it alone.
        let stored = put_changed(context, stored, &self.by, "poll.cancel")?;
        define::detail(context, stored).map(Box::new)
    }
}

/// Closes an open poll before its time.
#[derive(Debug, Serialize, Deserialize)]
pub struct ClosePoll {
    pub by: OfficialId,
    pub id: PollId,
    pub version: u64,
}

impl Operation for ClosePoll {
    type Reply = Box<PollDetail>;
    const OBJECT: ObjectClass = ObjectClass::Municipality;
    const NAME: &'static str = "close-poll";
    const ACCESS: Access = Access::Writes;

    fn run(self, context: &mut Context<'_>) -> Result<Self::Reply, Refusal> {
        let mut stored = find_version(context, &self.id, self.version)?;
        let due = due(context, context.now)?;
        let (term, report_due) = (stored.life.term(), stored.life.report_due());
        let closed = stored.life.close(context.now, due);
        stored.life = closed.map_err(|refusal| match refusal {
            LifeRefusal::NotFrom { from: PollStatus::Closed | PollStatus::Reported, .. } => {
                Refusal::PollClosed { at: term.map_or(context.now, |term| term.closes_at), report_due }
            }
            LifeRefusal::NotFrom { .. } | LifeRefusal::NoTimeToAnswer => Refusal::conflict(Code::PollNotOpen),
        })?;
        let stored = put_changed(context, stored, &self.by, "poll.close")?;
        define::detail(context, stored).map(Box::new)
    }
}

/// The day by which the report of a poll that closes then is due.
pub(super) fn due(context: &Context<'_>, closes_at: Instant) -> Result<CivilDate, Refusal> {
    let settings = super::settings(context)?;
    Ok(report_due(Calendar::new(&settings.own_free_days), closes_at, settings.terms.report_days))
}

/// Notes that an official enters answers for somebody: who and for which poll, not which ballot.
#[derive(Debug, Serialize, Deserialize)]
pub struct NoteEnteredBallot {
    pub by: OfficialId,
    pub poll: PollId,
}

impl Operation for NoteEnteredBallot {
    type Reply = ();
    const OBJECT: ObjectClass = ObjectClass::Municipality;
    const NAME: &'static str = "note-entered-ballot";
    const ACCESS: Access = Access::Writes;

    fn run(self, context: &mut Context<'_>) -> Result<(), Refusal> {
        let stored = find(context, &self.poll)?;
        audit::record(context, &Doer::Official(&self.by), "poll.enter-ballot", &format!("poll:{}", stored.poll.id))
    }
}
