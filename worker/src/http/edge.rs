//! What every request shares: the way to the objects, the configuration, and what the isolate remembers briefly.

use std::{
    collections::BTreeMap,
    sync::{Arc, Mutex, PoisonError},
};

use shared::{ids::Slug, time::Instant};

use super::{exported::Exported, loads::Loads};
use crate::{
    assets::Manifest,
    backend::{Backend, Surroundings, ask},
    config::Config,
    objects::{
        DIRECTORY,
        directory::IsKnown,
        municipality::snapshot::{PublicSnapshot, ReadSnapshot},
    },
    operation::{Operation, Random},
    pages::SentPage,
    refusal::Refusal,
};

/// The state of the router. Cloning is cheap.
#[derive(Clone)]
pub struct Edge(Arc<Shared>);

struct Shared {
    backend: Arc<dyn Backend>,
    surroundings: Arc<dyn Surroundings>,
    config: Arc<Config>,
    manifest: Manifest,
    snapshots: Snapshots,
    loads: Loads,
    exported: Exported,
    known: Mutex<BTreeMap<Slug, (bool, Instant)>>,
}

/// How long a snapshot counts as fresh. A change is seen within this time, and an object is read at most this often
/// by one isolate, however many people look.
const FRESH: i64 = 5_000;
/// How long the directory's answer holds.
const KNOWN: i64 = 60_000;
/// How long its "no" holds: a new municipality should not have to wait.
const UNKNOWN: i64 = 5_000;
/// Names remembered at most, so that asking for made-up ones fills no memory.
const MOST_NAMES: usize = 2_000;

impl Edge {
    pub fn new(
        backend: Arc<dyn Backend>,
        surroundings: Arc<dyn Surroundings>,
        config: Arc<Config>,
        manifest: Manifest,
    ) -> Self {
        Self(Arc::new(Shared {
            backend,
            surroundings,
            config,
            manifest,
            snapshots: Snapshots::default(),
            loads: Loads::default(),
            exported: Exported::default(),
            known: Mutex::default(),
        }))
    }

    pub fn backend(&self) -> &dyn Backend {
        self.0.backend.as_ref()
    }

    pub fn config(&self) -> &Config {
        &self.0.config
    }

    pub fn manifest(&self) -> &Manifest {
        &self.0.manifest
    }

    pub fn snapshots(&self) -> &Snapshots {
        &self.0.snapshots
    }

    pub(super) fn loads(&self) -> &Loads {
        &self.0.loads
    }

    pub(super) fn exported(&self) -> &Exported {
        &self.0.exported
    }

    pub fn now(&self) -> Instant {
        self.0.surroundings.now()
    }

    /// Moves the clock of this isolate: the edge's and, as plain workerd keeps all in one, the objects'.
    #[cfg(feature = "test-control")]
    pub fn move_clock(&self, offset_milliseconds: i64) {
        self.0.surroundings.move_clock(offset_milliseconds);
    }

    /// Lets ballots and readers that wait go first. To be awaited between the pieces of what takes some milliseconds:
    /// plain workerd does one thing at a time, and whoever answers should not wait for whoever takes a file along.
    pub async fn pause(&self) {
        self.0.surroundings.pause().await;
    }

    /// Randomness for one request.
    pub fn random(&self) -> Result<Random, Refusal> {
        self.0.surroundings.seed().map(Random::from_seed).ok_or_else(|| Refusal::fault("no randomness"))
    }

    /// Asks an object by name. For a municipality use [`Edge::municipality`], which checks that it exists.
    pub fn ask<O: Operation>(
        &self,
        name: &str,
        operation: &O,
    ) -> impl Future<Output = Result<O::Reply, Refusal>> + Send + use<O> {
        ask(self.backend(), name, operation)
    }

    /// Asks a municipality, if there is one of this name.
    pub async fn municipality<O: Operation + Sync>(&self, slug: &Slug, operation: &O) -> Result<O::Reply, Refusal>
    where
        O::Reply: Send,
    {
        self.check_known(slug).await?;
        self.ask(slug.as_str(), operation).await
    }

    /// `NotFound` when no municipality has this name.
    pub async fn check_known(&self, slug: &Slug) -> Result<(), Refusal> {
        let now = self.now();
        let remembered = self.lock_known().get(slug).copied();
        if let Some((known, at)) = remembered {
            let holds = if known { KNOWN } else { UNKNOWN };
            if age(at, now) < holds {
                return if known { Ok(()) } else { Err(Refusal::NotFound) };
            }
        }
        if !slug.may_name_municipality() {
            return Err(Refusal::NotFound);
        }
        match self.ask(DIRECTORY, &IsKnown { slug: slug.clone() }).await {
            Ok(known) => {
                self.remember(slug, known);
                if known { Ok(()) } else { Err(Refusal::NotFound) }
            }
            // A municipality does not go away: what was known stays known when the directory fails.
            Err(_) if remembered.is_some_and(|(known, _)| known) => Ok(()),
            Err(refusal) => Err(refusal),
        }
    }

    /// Notes whether a municipality exists.
    pub fn remember(&self, slug: &Slug, known: bool) {
        let now = self.now();
        let mut names = self.lock_known();
        if names.len() >= MOST_NAMES && !names.contains_key(slug) {
            names.retain(|_, (known, _)| *known);
            if names.len() >= MOST_NAMES {
                names.clear();
            }
        }
        names.insert(slug.clone(), (known, now));
    }

    /// What the public may see: at most some seconds old, or older when the municipality does not answer.
    pub async fn snapshot(&self, slug: &Slug) -> Result<Arc<PublicSnapshot>, Refusal> {
        let now = self.now();
        let kept = self.snapshots().kept(slug);
        if let Some(kept) = &kept
            && kept.read_at.is_some_and(|read_at| age(read_at, now) < FRESH)
        {
            return Ok(Arc::clone(&kept.snapshot));
        }
        // One request reads; the others go on with what there is, and a municipality that fails is left in peace for
        // a while. Only after a change everybody reads, so that nobody is shown what they have just changed.
        if kept.as_ref().is_some_and(|kept| kept.read_at.is_some()) {
            self.snapshots().read_now(slug, now);
        }
        let known = kept.as_ref().map(|kept| kept.snapshot.version);
        let generation = self.snapshots().generation(slug);
        match (self.municipality(slug, &ReadSnapshot { known }).await, kept) {
            (Ok(Some(snapshot)), _) => Ok(self.snapshots().keep(slug, Arc::from(snapshot), now, generation)),
            (Ok(None), Some(kept)) => Ok(self.snapshots().keep(slug, kept.snapshot, now, generation)),
            (Ok(None), None) => Err(Refusal::fault("an unchanged snapshot that nobody has")),
            (Err(Refusal::Unavailable | Refusal::Fault { .. }), Some(kept)) => Ok(kept.snapshot),
            (Err(refusal), _) => Err(refusal),
        }
    }

    fn lock_known(&self) -> std::sync::MutexGuard<'_, BTreeMap<Slug, (bool, Instant)>> {
        self.0.known.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// Milliseconds since then; a clock that was set back makes everything old.
fn age(then: Instant, now: Instant) -> i64 {
    let age = now.milliseconds().saturating_sub(then.milliseconds());
    if age < 0 { i64::MAX } else { age }
}

/// The snapshots in this isolate's memory, one for each municipality that was asked for.
#[derive(Default)]
pub struct Snapshots(Mutex<Memory>);

#[derive(Default)]
struct Memory {
    kept: BTreeMap<Slug, Kept>,
    /// Pages by address, each drawn from the kept snapshot of its municipality since that was last read.
    pages: BTreeMap<(Slug, String), SentPage>,
    /// How often a municipality's snapshot was forgotten. A read that began before the last time proves nothing. Only
    /// municipalities that exist are here, so a few hundred at most.
    generations: BTreeMap<Slug, u64>,
}

impl Memory {
    fn forget_pages(&mut self, of: &Slug) {
        self.pages.retain(|(slug, _), _| slug != of);
    }
}

#[derive(Clone)]
struct Kept {
    snapshot: Arc<PublicSnapshot>,
    /// None once it is known to be old.
    read_at: Option<Instant>,
}

/// Snapshots kept at most. Some hundred kilobytes each, in an isolate of 128 MB.
const MOST_SNAPSHOTS: usize = 60;
/// Pages kept at most, of all municipalities together; each is gone again with the next reading.
const MOST_PAGES: usize = 100;

impl Snapshots {
    /// The last snapshot that was read, however old; for the phone number on an error.
    pub fn remembered(&self, slug: &Slug) -> Option<Arc<PublicSnapshot>> {
        self.kept(slug).map(|kept| kept.snapshot)
    }

    /// To be called after a write that changes what the public sees, so that whoever made it sees it at once.
    pub fn forget(&self, slug: &Slug) {
        let mut memory = self.lock();
        if let Some(kept) = memory.kept.get_mut(slug) {
            kept.read_at = None;
        }
        let generation = memory.generations.entry(slug.clone()).or_default();
        *generation = generation.wrapping_add(1);
    }

    /// To be asked before a read and handed in with what it brought.
    fn generation(&self, slug: &Slug) -> u64 {
        self.lock().generations.get(slug).copied().unwrap_or_default()
    }

    fn read_now(&self, slug: &Slug, now: Instant) {
        let mut memory = self.lock();
        memory.kept.entry(slug.clone()).and_modify(|kept| kept.read_at = Some(now));
        memory.forget_pages(slug);
    }

    /// The page of this address as it was sent last, while the snapshot that it was drawn from counts as fresh.
    pub fn page(&self, slug: &Slug, address: &str, now: Instant) -> Option<SentPage> {
        let memory = self.lock();
        let read_at = memory.kept.get(slug)?.read_at?;
        let page = memory.pages.get(&(slug.clone(), address.to_owned()));
        page.filter(|_| age(read_at, now) < FRESH).cloned()
    }

    /// Keeps a page, unless there is a newer snapshot than the one it was drawn from.
    pub fn keep_page(&self, slug: &Slug, address: String, drawn_from: &Arc<PublicSnapshot>, page: SentPage) {
        let mut memory = self.lock();
        let newest = memory.kept.get(slug).is_some_and(|kept| Arc::ptr_eq(&kept.snapshot, drawn_from));
        if newest {
            // They come back with the next visits; what nobody asks for any more does not.
            if memory.pages.len() >= MOST_PAGES {
                memory.pages.clear();
            }
            memory.pages.insert((slug.clone(), address), page);
        }
    }

    fn kept(&self, slug: &Slug) -> Option<Kept> {
        self.lock().kept.get(slug).cloned()
    }

    /// Keeps what a read brought, unless another read has brought something newer; returns the newest.
    fn keep(&self, slug: &Slug, snapshot: Arc<PublicSnapshot>, now: Instant, generation: u64) -> Arc<PublicSnapshot> {
        let mut memory = self.lock();
        let current = memory.generations.get(slug).copied().unwrap_or_default() == generation;
        if let Some(newer) = memory.kept.get(slug).filter(|kept| kept.snapshot.version > snapshot.version) {
            return Arc::clone(&newer.snapshot);
        }
        if memory.kept.len() >= MOST_SNAPSHOTS && !memory.kept.contains_key(slug) {
            let oldest = memory.kept.iter().min_by_key(|(_, kept)| kept.read_at).map(|(slug, _)| slug.clone());
            oldest.map(|slug| memory.kept.remove(&slug));
        }
        let read_at = current.then_some(now);
        memory.kept.insert(slug.clone(), Kept { snapshot: Arc::clone(&snapshot), read_at });
        memory.forget_pages(slug);
        snapshot
    }

    fn lock(&self) -> std::sync::MutexGuard<'_, Memory> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::testing::{Installation, ready, slug};

    #[test]
    fn a_read_that_was_under_way_at_a_change_does_not_count_as_fresh() {
        let installation = Installation::new();
        let kleinstad = slug("kleinstad");
        let (old, now) = (ready(installation.edge.snapshot(&kleinstad)).unwrap(), installation.edge.now());
        let snapshots = Snapshots::default();
        // Also when it is the first read of this isolate.
        let generation = snapshots.generation(&kleinstad);
        snapshots.forget(&kleinstad);
        snapshots.keep(&kleinstad, Arc::clone(&old), now, generation);
        assert_eq!(snapshots.kept(&kleinstad).unwrap().read_at, None);
        snapshots.keep(&kleinstad, old, now, snapshots.generation(&kleinstad));
        assert_eq!(snapshots.kept(&kleinstad).unwrap().read_at, Some(now));
    }

    #[test]
    fn a_slow_read_does_not_bring_back_an_older_version() {
        let installation = Installation::new();
        let kleinstad = slug("kleinstad");
        let (old, now) = (ready(installation.edge.snapshot(&kleinstad)).unwrap(), installation.edge.now());
        let new = Arc::new(PublicSnapshot { version: old.version + 1, ..(*old).clone() });
        let snapshots = Snapshots::default();
        snapshots.keep(&kleinstad, Arc::clone(&new), now, 0);
        assert_eq!(snapshots.keep(&kleinstad, old, now, 0).version, new.version);
        assert_eq!(snapshots.remembered(&kleinstad).unwrap().version, new.version);
    }
}
