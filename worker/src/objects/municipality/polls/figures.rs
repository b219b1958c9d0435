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
    /// The number of the set that the asker still has. It is not sent again: a set never changes.
    pub has: Option<u32>,
}

/// A poll with its newest published figures.
#[derive(Debug, Serialize, Deserialize)]
pub struct Figures {
    /// As residents read it, corrections included.
    pub poll: Poll,
    /// The number of the newest set. None before anything is published, and while officials are kept from running
    /// figures.
    pub number: Option<u32>,
    /// That set, a [`Published`] as it is stored, which is large: whoever writes the file reads it, and nobody on the way.
    /// None also when the asker has it.
    set: Option<Box<RawValue>>,
    pub named_areas: Vec<Area>,
    pub channels: Channels,
}

impl Figures {
    /// Whether everything but the set, which goes by its number, reads as it did then.
    pub fn reads_as(&self, then: &Self) -> bool {
        self.number == then.number
            && self.poll == then.poll
            && self.named_areas == then.named_areas
            && self.channels == then.channels
    }

    /// Without the set, to remember what a file was made of.
    #[must_use]
    pub fn without_set(self) -> Self {
        Self { set: None, ..self }
    }

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
        let number = if may_see { store::poll::newest_number(context.sql, &self.id)? } else { None };
        let wanted = number.filter(|_| number != self.has);
        Ok(Figures {
            poll: correct::shown(context, &stored)?,
            number,
            set: match wanted {
                Some(number) => store::poll::set_as_stored(context.sql, &self.id, number)?,
                None => None,
            },
            named_areas: define::areas(context, &stored)?.0,
            channels: written::channels(&stored),
        })
    }
}
