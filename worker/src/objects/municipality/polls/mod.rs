//! Polls: the municipality's side of them.
//!
//! The municipality owns what is asked, and when; boxes take the answers ([`crate::objects::ballot_box`]). Officials
//! change a poll through the operations here; what the clock does and what boxes are asked stands in [`drive`].

pub mod correct;
pub mod define;
pub mod drive;
mod figures;
pub mod opening;
pub mod public;
pub mod raw_export;
pub mod readers;
pub mod report;
mod sample;
pub mod written;

pub use correct::CorrectPoll;
pub use define::{ListPolls, ReadPoll, SavePoll};
pub use figures::{Figures, ReadFigures};
pub use opening::{CancelPoll, ClosePoll, NoteEnteredBallot, OpenPoll};
pub use public::{PublicPoll, PublicPolls, public};
pub use raw_export::{BallotsTaken, TakeBallots};
pub use report::ReportPoll;
pub use sample::load_sample;
pub use written::LocateWritten;

use shared::{
    ids::{OfficialId, PollId},
    poll::{FrozenPoll, PollLife},
    text::Language,
    time::Instant,
};

use super::settings;
use crate::{
    objects::ballot_box,
    operation::Context,
    refusal::{Code, Refusal},
    store::{
        self, audit,
        job::{self, JobKind},
        municipality::Which,
        poll::{Sealed, StoredPoll},
    },
};

/// Whether there is no poll yet, so that a sample may be taken.
pub fn is_empty(context: &mut Context<'_>) -> Result<bool, Refusal> {
    Ok(store::poll::is_empty(context.sql)?)
}

/// The name of one of a poll's boxes.
pub fn box_name(municipality: &str, poll: &PollId, number: u16) -> String {
    format!("{municipality}/{poll}/{number}")
}

fn find(context: &Context<'_>, id: &PollId) -> Result<StoredPoll, Refusal> {
    store::poll::find(context.sql, id)?.ok_or(Refusal::NotFound)
}

/// What a poll is called now; none when there is no such poll.
pub fn title(context: &Context<'_>, id: &PollId, language: Language) -> Result<Option<String>, Refusal> {
    let stored = store::poll::find(context.sql, id)?;
    stored.map(|stored| Ok(correct::shown(context, &stored)?.in_language(language).title.text)).transpose()
}

/// The poll as it was when the official looked at it; a conflict when it has changed since.
fn find_version(context: &Context<'_>, id: &PollId, version: u64) -> Result<StoredPoll, Refusal> {
    let stored = find(context, id)?;
    if stored.version == version { Ok(stored) } else { Err(Refusal::conflict(Code::VersionPassed)) }
}

/// Stores what an official changed, notes who did, and lets the clock look at it.
fn put_changed(
    context: &mut Context<'_>,
    mut stored: StoredPoll,
    by: &OfficialId,
    action: &'static str,
) -> Result<StoredPoll, Refusal> {
    stored.version = stored.version.saturating_add(1);
    store::poll::put(context.sql, &stored)?;
    audit::record(context, &audit::Doer::Official(by), action, &format!("poll:{}", stored.poll.id))?;
    wake(context, &stored, context.now)?;
    store::object::public_changed(context.sql)?;
    Ok(stored)
}

/// Has the poll looked at when something is to be done for it.
fn wake(context: &Context<'_>, stored: &StoredPoll, now: Instant) -> Result<(), Refusal> {
    let due_at = match &stored.life {
        PollLife::Draft => return Ok(()),
        PollLife::Planned { term } => term.opens_at,
        _ => now,
    };
    Ok(job::schedule(context.sql, JobKind::Poll, stored.poll.id.as_str(), due_at)?)
}

/// Freezes a poll that has started opening.
fn freeze(context: &Context<'_>, stored: &mut StoredPoll) -> Result<(), Refusal> {
    let Some(term) = stored.life.term() else { return Ok(()) };
    let areas = store::municipality::areas(context.sql, Which::Current)?;
    let boxes = settings(context)?.ballot_boxes;
    let frozen = FrozenPoll::freeze(&stored.poll, &areas, boxes, term.opens_at, term.closes_at);
    let bytes = serde_json::to_string(&frozen)?;
    stored.frozen = Some(Sealed { digest: ballot_box::digest(&bytes), bytes });
    Ok(())
}

/// How many boxes a poll gets when it opens.
fn boxes(context: &Context<'_>) -> Result<u16, Refusal> {
    Ok(settings(context)?.ballot_boxes.clamp(1, shared::poll::frozen::MAX_BOXES))
}

#[cfg(test)]
mod tests;
