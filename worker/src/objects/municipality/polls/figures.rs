//! The published figures of a poll, for files that officials take along.
//!
//! Unlike looking at the poll it only reads: an export is not a reason to have the boxes counted.

use serde::{Deserialize, Serialize};
use serde_json::value::RawValue;
use shared::{area::Area, ids::PollId, poll::Poll, tally::Published};

use super::{correct, define, find, written};
use crate::{
    objects::ObjectClass,
    operation::{Access, Context, Operation},
    refusal::Refusal,
    store::{self, ballot::Channels},
};

/// Reads what there is to export.
#[derive(Debug, Serialize, Deserialize)]
pub struct ReadFigures {
    pub id: PollId,
}

/// A poll with its newest published figures.
#[derive(Debug, Serialize, Deserialize)]
pub struct Figures {
    /// As residents read it, corrections included.
    pub poll: Poll,
    /// A [`Published`] as it is stored, which is large: whoever writes the file reads it, and nobody on the way. None
    /// before anything is published, and while officials are kept from running figures.
    set: Option<Box<RawValue>>,
    pub named_areas: Vec<Area>,
    pub channels: Channels,
}

impl Figures {
    /// The published figures.
    pub fn published(&self) -> Result<Option<Published>, Refusal> {
        Ok(self.set.as_ref().map(|set| serde_json::from_str(set.get())).transpose()?)
    }
}

impl Operation for ReadFigures {
    type Reply = Figures;
    const OBJECT: ObjectClass = ObjectClass::Municipality;
    const NAME: &'static str = "read-figures";
    const ACCESS: Access = Access::Reads;

    fn run(self, context: &mut Context<'_>) -> Result<Figures, Refusal> {
        let stored = find(context, &self.id)?;
        let may_see = stored.poll.shows_officials(&stored.life);
        Ok(Figures {
            poll: correct::shown(context, &stored)?,
            set: if may_see { store::poll::newest_as_stored(context.sql, &self.id)? } else { None },
            named_areas: define::areas(context, &stored)?.0,
            channels: written::channels(&stored),
        })
    }
}
