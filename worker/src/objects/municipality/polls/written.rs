//! Answers to open questions: whether they may be read, and in which boxes they are.
//!
//! Nowhere before the poll has closed, because a text that appears tells when it was written, and nowhere when fewer than ten
//! people answered. How ballots came in is kept back by the same rules.

use serde::{Deserialize, Serialize};
use shared::{
    ids::{OfficialId, PollId, QuestionId},
    poll::Question,
    tally::{self, Published},
};

use super::{box_name, find};
use crate::{
    objects::ObjectClass,
    operation::{Access, Context, Operation},
    refusal::Refusal,
    store::{
        self,
        audit::{self, Doer},
        ballot::Channels,
        poll::StoredPoll,
    },
};

/// The questions of a poll whose texts may be read now.
pub(super) fn readable(stored: &StoredPoll, results: Option<&Published>) -> Vec<QuestionId> {
    let enough = results.filter(|set| set.total.ballots.is_some_and(|ballots| ballots > 0));
    let Some(results) = enough.filter(|_| stored.life.is_counted()) else { return Vec::new() };
    let questions = stored.poll.questions.iter().filter(|question| question.shows_texts(&results.total));
    questions.map(|question| question.id.clone()).collect()
}

/// Ballots by how they came in, once the poll has closed: two looks at an open one would tell how the ballots between
/// them came in.
pub(super) fn channels(stored: &StoredPoll) -> Channels {
    if stored.life.is_counted() { tally::known_channels(&stored.channels) } else { Channels::new() }
}

/// Where the answers to a question are. With an official, notes that this official gives one a tag.
#[derive(Debug, Serialize, Deserialize)]
pub struct LocateWritten {
    pub poll: PollId,
    pub question: QuestionId,
    pub tagged_by: Option<OfficialId>,
}

#[derive(Debug, Serialize, Deserialize)]
pub struct WrittenPlaces {
    /// None when nothing may be read.
    pub boxes: Vec<String>,
    /// Fewer answers than these are not shown.
    pub from: u32,
}

impl Operation for LocateWritten {
    type Reply = WrittenPlaces;
    const OBJECT: ObjectClass = ObjectClass::Municipality;
    const NAME: &'static str = "locate-written";
    const ACCESS: Access = Access::Writes;

    fn run(self, context: &mut Context<'_>) -> Result<WrittenPlaces, Refusal> {
        let stored = find(context, &self.poll)?;
        let asked = stored.poll.questions.iter().find(|question| question.id == self.question);
        let from = asked.and_then(Question::texts_from).ok_or(Refusal::NotFound)?;
        let results = store::poll::newest(context.sql, &self.poll)?;
        if !readable(&stored, results.as_ref()).contains(&self.question) {
            return Ok(WrittenPlaces { boxes: Vec::new(), from });
        }
        if let Some(official) = &self.tagged_by {
            audit::record(context, &Doer::Official(official), "poll.tag-text", &format!("poll:{}", self.poll))?;
        }
        let boxes = stored.read_frozen()?.map_or(0, |frozen| frozen.boxes);
        let boxes = (0..boxes).map(|number| box_name(context.name, &self.poll, number)).collect();
        Ok(WrittenPlaces { boxes, from })
    }
}
