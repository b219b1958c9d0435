//! What a run came across: a test in which something never happened does not pass.

use std::collections::BTreeSet;

use shared::case::{Event, Outcome, Recorded};
use xtask::workspace::Workspace;

use super::World;

const MERGED: &str = "merged";

/// How often something happened that is no event of its own.
#[derive(Debug, Default, Clone, Copy)]
pub(super) struct Seen {
    pub(super) sequences: u32,
    pub(super) steps: u32,
    pub(super) done: u32,
    pub(super) refused: u32,
    /// Of a case that is not there for who asked.
    pub(super) unseen: u32,
    pub(super) public: u32,
    pub(super) unmerged: u32,
    /// To join in.
    pub(super) offers: u32,
    /// To who did it before.
    pub(super) questions: u32,
}

/// Every kind of event there is: each has its file of how it was first written.
fn all_kinds() -> BTreeSet<String> {
    let folder = Workspace::find().path("shared/tests/golden/case-events");
    let files = std::fs::read_dir(folder).unwrap().map(|file| file.unwrap().file_name().into_string().unwrap());
    files.map(|name| name.split('.').next().unwrap_or_default().to_owned()).collect()
}

/// Merging is of a kind with other conclusions, and more than they are.
const fn kind(event: &Event) -> &'static str {
    match event {
        Event::Concluded { outcome: Outcome::Merged { .. }, .. } => MERGED,
        event => event.kind(),
    }
}

/// Whether most of what there is can't happen after it.
fn leaves_little(event: &Event) -> bool {
    let is_over = matches!(event, Event::Withdrawn | Event::TextsErased { .. } | Event::PassedOn { .. });
    let is_private = matches!(event, Event::Hidden | Event::Threatened { .. } | Event::HeldForReview);
    is_over || is_private || kind(event) == MERGED
}

impl World {
    pub(super) fn count(&self, happened: impl FnOnce(&mut Seen)) {
        let mut seen = self.seen.get();
        happened(&mut seen);
        self.seen.set(seen);
    }

    /// These have been stored.
    pub(super) fn note(&self, events: &[Recorded]) {
        let mut reached = self.reached.borrow_mut();
        for recorded in events {
            *reached.entry(kind(&recorded.event)).or_default() += 1;
        }
    }

    /// How often the rarest of these has been stored. What leaves little to do counts for more, so that it does not come
    /// as often as the rest.
    pub(super) fn times(&self, events: &[Event]) -> Option<u32> {
        let reached = self.reached.borrow();
        // A day of the owner's own is confirmed with it: that is nobody's answer.
        let is_own_day = |event: &&Event| matches!(event, Event::DateConfirmed { .. }) && events.len() > 1;
        let others = events.iter().filter(|event| !is_own_day(event));
        let times = others.map(|event| reached.get(kind(event)).copied().unwrap_or_default()).min();
        times.map(|times| times * if events.iter().any(leaves_little) { 4 } else { 1 })
    }

    /// The kinds of events that were never stored, and what else never happened.
    pub(super) fn missing(&self) -> BTreeSet<String> {
        let Seen { refused, unseen, public, unmerged, offers, questions, .. } = self.seen.get();
        let counts = [
            ("refused", refused),
            ("unseen", unseen),
            ("public", public),
            ("taken back by the other resident", unmerged),
            ("offers", offers),
            ("questions", questions),
        ];
        let never = counts.into_iter().filter(|(_, count)| *count == 0).map(|(name, _)| name);
        let mut missing: BTreeSet<String> = never.chain([MERGED]).map(str::to_owned).collect();
        missing.extend(all_kinds());
        let reached = self.reached.borrow();
        missing.retain(|kind| !reached.contains_key(kind.as_str()));
        missing
    }

    /// Only a run that was asked to be short may miss something.
    pub(super) fn look_back(&self, short: bool) {
        let (seen, missing) = (self.seen.get(), self.missing());
        let reached = self.reached.borrow();
        println!("{seen:?}, {} kinds of events, never {missing:?}: {reached:?}", reached.len());
        assert!(seen.done > 0, "nothing was ever done");
        assert!(short || missing.is_empty(), "never happened: {missing:?}");
    }
}
