//! Files of figures that this isolate has made, to be handed out again.
//!
//! Making one takes as long as some ballots do, and plain workerd does one thing at a time. A published set never
//! changes, so the municipality sends it once; a file is made again when anything beside the set reads otherwise.

use std::{
    collections::BTreeMap,
    sync::{Arc, Mutex, PoisonError},
};

use axum::body::Bytes;
use shared::{
    ids::{PollId, Slug},
    text::Language,
};

use crate::objects::municipality::polls::Figures;

/// Files kept at most, of all municipalities together. Some hundred kilobytes each, in an isolate of 128 MB.
const MOST: usize = 20;

/// What a file of figures is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Format {
    Csv,
    Workbook,
}

/// Which file.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Name {
    pub(super) municipality: Slug,
    pub(super) poll: PollId,
    pub(super) format: Format,
    pub(super) language: Language,
}

/// A file and what it was made of.
pub(super) struct Kept {
    made_of: Figures,
    bytes: Bytes,
}

impl Kept {
    /// The number of the set it was made of.
    pub(super) fn number(&self) -> Option<u32> {
        self.made_of.number
    }

    /// The file, if it would be made the same of these figures.
    pub(super) fn for_figures(&self, figures: &Figures) -> Option<Bytes> {
        figures.reads_as(&self.made_of).then(|| self.bytes.clone())
    }
}

/// The files in this isolate's memory.
#[derive(Default)]
pub(super) struct Exported(Mutex<BTreeMap<Name, Arc<Kept>>>);

impl Exported {
    pub(super) fn kept(&self, name: &Name) -> Option<Arc<Kept>> {
        self.lock().get(name).cloned()
    }

    pub(super) fn keep(&self, name: Name, figures: Figures, bytes: Bytes) {
        let mut files = self.lock();
        if files.len() >= MOST && !files.contains_key(&name) {
            files.clear();
        }
        files.insert(name, Arc::new(Kept { made_of: figures.without_set(), bytes }));
    }

    fn lock(&self) -> std::sync::MutexGuard<'_, BTreeMap<Name, Arc<Kept>>> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}
