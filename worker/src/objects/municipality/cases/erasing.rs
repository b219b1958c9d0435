//! Erasing what somebody wrote: which texts those are, and why.

use shared::{
    actor::Actor,
    case::{Command, Erasure, Event, OFFICIALS_READ, Recorded},
    ids::TextId,
    text::OFFICIAL_TEXT,
    wire::ending::ErasureRequest,
};

use super::{File, written};
use crate::{operation::Context, refusal::Refusal, store::case as cases};

/// What the resident wrote and what was made of that; or every text of the case except why texts were erased.
pub(super) fn erase(context: &mut Context<'_>, file: &File, request: &ErasureRequest) -> Result<Command, Refusal> {
    let there = cases::texts(context.sql, &file.id)?;
    let mut texts: Vec<TextId> = file
        .events
        .iter()
        .filter(|recorded| request.everything || is_the_residents(recorded))
        // Why words went is kept.
        .filter(|recorded| !matches!(recorded.event, Event::TextsErased { .. }))
        .flat_map(|recorded| recorded.event.texts())
        .filter(|text| there.contains_key(text))
        .cloned()
        .collect();
    texts.sort();
    texts.dedup();
    let reason = written(context, "reason", OFFICIAL_TEXT, &request.reason)?;
    Ok(Command::EraseTexts(Erasure { texts, reason }))
}

/// Words of the resident: also what an official wrote down for them, what a coordinator put in their place, and what
/// somebody translated of them.
const fn is_the_residents(recorded: &Recorded) -> bool {
    matches!(recorded.by, Actor::Resident | Actor::Pledger { .. })
        || matches!(recorded.event, Event::Received(_) | Event::Answered { .. } | Event::Redacted { .. })
        || matches!(recorded.event, Event::Translated { language: OFFICIALS_READ, .. })
}
