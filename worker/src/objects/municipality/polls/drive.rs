//! What happens to a poll by itself: it opens and closes at its time, its boxes are told, counts are collected and
//! published.
//!
//! One job for each poll. Every round reads in one transaction what is to be done next, asks boxes, and applies each
//! answer in a transaction of its own. An official may act in between, so an answer is applied to the poll as it is
//! then; what no longer fits changes nothing. Boxes take everything twice without harm.

use shared::{
    ids::PollId,
    poll::{PollLife, life::Term},
    tally::Published,
    time::Instant,
    webhook::WebhookEvent,
};

use super::{super::areas, super::webhooks, box_name, boxes, find, freeze, opening};
use crate::{
    backend::ask,
    objects::{
        ballot_box::{CloseBox, Collect, Collected, FillBox, OpenBox},
        municipality::jobs::{After, Work},
    },
    operation::Context,
    refusal::Refusal,
    store::{
        self,
        ballot::Ballot,
        device::{self, Subject},
        municipality::{self, Which},
        object,
        poll::{Sealed, StoredPoll},
    },
};

/// How often counts of an open poll are collected when nobody looks, in milliseconds.
pub const COLLECT_EVERY: i64 = 60_000;
/// A poll goes through four states in one run at most; more rounds would be a loop.
const MOST_ROUNDS: usize = 6;

/// What is to be done next.
enum Next {
    Nothing,
    Wait(Instant),
    /// Give these boxes the poll.
    Open {
        boxes: Vec<(u16, String)>,
        sealed: Sealed,
    },
    /// Put the ballots of a sample in these boxes, closed or not.
    Fill {
        boxes: Vec<(String, Vec<Ballot>)>,
        sealed: Sealed,
    },
    Collect {
        boxes: Vec<(u16, String)>,
        term: Term,
    },
    Close {
        boxes: Vec<(u16, String)>,
        closes_at: Instant,
    },
}

/// Does all that can be done for a poll now.
pub async fn drive(work: &Work<'_>, key: &str) -> Result<After, Refusal> {
    let id = PollId::parse(key).map_err(|error| Refusal::fault(error.to_string()))?;
    for _ in 0..MOST_ROUNDS {
        match work.transact("poll-next", |context| next(context, &id))? {
            Next::Nothing => return Ok(After::Done),
            Next::Wait(until) => return Ok(After::Again(until)),
            Next::Open { boxes, sealed } => {
                for (number, name) in boxes {
                    let open = OpenBox { frozen: sealed.bytes.clone(), digest: sealed.digest.clone() };
                    ask(work.backend, &name, &open).await?;
                    work.transact("poll-box-opened", |context| opened(context, &id, number))?;
                }
            }
            Next::Fill { boxes, sealed } => {
                for (name, ballots) in boxes {
                    let open = OpenBox { frozen: sealed.bytes.clone(), digest: sealed.digest.clone() };
                    ask(work.backend, &name, &open).await?;
                    ask(work.backend, &name, &FillBox { ballots }).await?;
                }
                work.transact("poll-sample-filled", |context| Ok(store::poll::forget_sample(context.sql, &id)?))?;
            }
            Next::Close { boxes, closes_at } => {
                for (number, name) in boxes {
                    let collected = ask(work.backend, &name, &CloseBox { closes_at }).await?;
                    work.transact("poll-box-closed", |context| closed(context, &id, number, &collected))?;
                }
            }
            Next::Collect { boxes, term } => {
                let mut all = Vec::new();
                for (number, name) in boxes {
                    all.push((number, ask(work.backend, &name, &Collect {}).await?));
                }
                let now = work.transact("poll-collected", |context| {
                    collected(context, &id, &all)?;
                    Ok(context.now)
                })?;
                if now < term.closes_at {
                    return Ok(After::Again(now.plus_milliseconds(COLLECT_EVERY).min(term.closes_at)));
                }
            }
        }
    }
    Err(Refusal::fault("a poll does not come to rest"))
}

/// Lets the clock act, and says what is to be done.
fn next(context: &mut Context<'_>, id: &PollId) -> Result<Next, Refusal> {
    let mut stored = match find(context, id) {
        Err(Refusal::NotFound) => return Ok(Next::Nothing),
        found => found?,
    };
    if let Some(next) = next_of_sample(context, &stored)? {
        return Ok(next);
    }
    let closes_at = stored.life.term().map_or(context.now, |term| term.closes_at);
    let due = opening::due(context, closes_at)?;
    let ticked = stored.life.clone().tick(boxes(context)?, context.now, || due);
    if ticked != stored.life {
        stored.life = ticked;
        if matches!(stored.life, PollLife::Opening { .. }) {
            freeze(context, &mut stored)?;
        }
        store::poll::put(context.sql, &stored)?;
        object::public_changed(context.sql)?;
    }
    let named = |numbers: &mut dyn Iterator<Item = u16>| -> Vec<(u16, String)> {
        numbers.map(|number| (number, box_name(context.name, id, number))).collect()
    };
    Ok(match &stored.life {
        PollLife::Draft | PollLife::Closed { .. } | PollLife::Reported { .. } => Next::Nothing,
        PollLife::Planned { term } => Next::Wait(term.opens_at),
        PollLife::Opening { acknowledged, .. } => {
            let sealed = stored.frozen.clone().ok_or_else(|| Refusal::fault("a poll opens without being frozen"))?;
            Next::Open { boxes: named(&mut acknowledged.missing()), sealed }
        }
        PollLife::Open { term, boxes } => Next::Collect { boxes: named(&mut (0..*boxes)), term: *term },
        PollLife::Closing { term, acknowledged, .. } => {
            Next::Close { boxes: named(&mut acknowledged.missing()), closes_at: term.closes_at }
        }
    })
}

/// The ballots of a sample go first, so that a poll is public with them.
fn next_of_sample(context: &Context<'_>, stored: &StoredPoll) -> Result<Option<Next>, Refusal> {
    let Some(ballots) = store::poll::sample(context.sql, &stored.poll.id)? else { return Ok(None) };
    let Some(sealed) = &stored.frozen else { return Ok(None) };
    let frozen = stored.read_frozen()?.ok_or_else(|| Refusal::fault("a sample of a poll that is not frozen"))?;
    let boxes = (0..frozen.boxes)
        .map(|number| {
            let ballots = ballots.iter().filter(|ballot| frozen.box_of(&ballot.id) == number).cloned().collect();
            (box_name(context.name, &stored.poll.id, number), ballots)
        })
        .collect();
    Ok(Some(Next::Fill { boxes, sealed: sealed.clone() }))
}

fn opened(context: &mut Context<'_>, id: &PollId, number: u16) -> Result<(), Refusal> {
    let mut stored = find(context, id)?;
    if !matches!(stored.life, PollLife::Opening { .. }) {
        return Ok(());
    }
    stored.life = stored.life.box_opened(number);
    store::poll::put(context.sql, &stored)?;
    if matches!(stored.life, PollLife::Open { .. }) {
        object::public_changed(context.sql)?;
        webhooks::tell_of_poll(context, id, WebhookEvent::PollOpened)?;
        device::tell_of_polls(context, &Subject::PollOpened { id: id.clone() })?;
    }
    Ok(())
}

/// Takes in the counts of an open poll; publishes a running set when one may be.
fn collected(context: &mut Context<'_>, id: &PollId, all: &[(u16, Collected)]) -> Result<(), Refusal> {
    let mut stored = find(context, id)?;
    if !matches!(stored.life, PollLife::Open { .. }) {
        return Ok(());
    }
    let ballots = all.iter().map(|(_, collected)| collected.counts.ballots()).fold(0, u32::saturating_add);
    if ballots == stored.ballots {
        // Ballots are never taken back, so nothing has changed.
        return Ok(());
    }
    for (number, collected) in all {
        store::poll::put_box(context.sql, id, *number, &collected.counts, &collected.channels)?;
    }
    let (raw, channels) = store::poll::merged(context.sql, id)?;
    let (running, released) = std::mem::take(&mut stored.running).collect(&stored.poll, &raw);
    (stored.running, stored.ballots, stored.channels) = (running, raw.ballots(), channels);
    store::poll::put(context.sql, &stored)?;
    if let Some(released) = released {
        let earlier = store::poll::published(context.sql, id)?;
        let set = Published::make(&stored.poll, None, &released, &earlier, context.now.dutch_date());
        store::poll::publish(context.sql, &set)?;
        object::public_changed(context.sql)?;
    }
    Ok(())
}

/// Takes in the last counts of a box; with the last box the last set is published.
fn closed(context: &mut Context<'_>, id: &PollId, number: u16, collected: &Collected) -> Result<(), Refusal> {
    let mut stored = find(context, id)?;
    if !matches!(stored.life, PollLife::Closing { .. }) {
        return Ok(());
    }
    store::poll::put_box(context.sql, id, number, &collected.counts, &collected.channels)?;
    stored.life = stored.life.box_closed(number);
    if matches!(stored.life, PollLife::Closed { .. }) {
        let (raw, channels) = store::poll::merged(context.sql, id)?;
        // Areas that have retired since the poll opened still have their answers.
        let areas = municipality::areas(context.sql, Which::All)?;
        let earlier = store::poll::published(context.sql, id)?;
        let set = Published::make(&stored.poll, Some(&areas), &raw, &earlier, context.now.dutch_date());
        store::poll::publish(context.sql, &set)?;
        areas::note_scan(context, &stored.poll, &set)?;
        (stored.running, stored.ballots, stored.channels) =
            (shared::tally::running::Running::default(), raw.ballots(), channels);
        store::poll::forget_boxes(context.sql, id)?;
        object::public_changed(context.sql)?;
    }
    Ok(store::poll::put(context.sql, &stored)?)
}
