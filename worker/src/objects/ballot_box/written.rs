//! Answers to open questions: a box looks through its own, and keeps the tags that officials give them.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};
use shared::{
    ids::{QuestionId, WrittenId},
    poll::written::{PAGE, Written, WrittenFilter},
};

use crate::{
    objects::ObjectClass,
    operation::{Access, Context, Operation},
    refusal::Refusal,
    store::written,
};

/// Looks for answers to one question.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct FindWritten {
    pub question: QuestionId,
    pub filter: WrittenFilter,
    /// Goes on behind this one.
    pub after: Option<WrittenId>,
    /// Whether answers are handed in that seem to give somebody away.
    pub personal: bool,
}

/// What one box found.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct FoundWritten {
    pub total: u32,
    pub found: u32,
    pub withheld: u32,
    /// The first [`PAGE`] and one more, in the order of their ids.
    pub answers: Vec<Written>,
    pub tags: BTreeMap<String, u32>,
}

impl Operation for FindWritten {
    type Reply = FoundWritten;
    const OBJECT: ObjectClass = ObjectClass::BallotBox;
    const NAME: &'static str = "find-written";
    const ACCESS: Access = Access::Reads;

    fn run(self, context: &mut Context<'_>) -> Result<FoundWritten, Refusal> {
        let mut found = FoundWritten::default();
        let mut first = BTreeMap::new();
        written::each(context.sql, &self.question, |_, written| {
            found.total = found.total.saturating_add(1);
            if !self.personal && !written.findings.is_empty() {
                found.withheld = found.withheld.saturating_add(1);
                return true;
            }
            for tag in &written.tags {
                let count = found.tags.entry(tag.clone()).or_default();
                *count = count.saturating_add(1);
            }
            if self.filter.lets_through(&written) {
                found.found = found.found.saturating_add(1);
                if self.after.as_ref().is_none_or(|after| &written.id > after) {
                    first.insert(written.id.clone(), written);
                    // One more than a page tells whether there is a next one.
                    if first.len() > PAGE.saturating_add(1) {
                        first.pop_last();
                    }
                }
            }
            true
        })?;
        found.answers = first.into_values().collect();
        Ok(found)
    }
}

impl FoundWritten {
    /// Adds what another box found.
    #[must_use]
    pub fn with(mut self, other: Self) -> Self {
        self.total = self.total.saturating_add(other.total);
        self.found = self.found.saturating_add(other.found);
        self.withheld = self.withheld.saturating_add(other.withheld);
        self.answers.extend(other.answers);
        for (tag, count) in other.tags {
            let sum = self.tags.entry(tag).or_default();
            *sum = sum.saturating_add(count);
        }
        self
    }
}

/// Gives an answer these tags, in place of those it had; `None` when the box does not have it.
#[derive(Debug, Serialize, Deserialize)]
pub struct TagWritten {
    pub question: QuestionId,
    pub id: WrittenId,
    pub tags: std::collections::BTreeSet<String>,
}

impl Operation for TagWritten {
    type Reply = Option<Written>;
    const OBJECT: ObjectClass = ObjectClass::BallotBox;
    const NAME: &'static str = "tag-written";
    const ACCESS: Access = Access::Writes;

    fn run(self, context: &mut Context<'_>) -> Result<Self::Reply, Refusal> {
        let mut found = None;
        written::each(context.sql, &self.question, |ballot, written| {
            let is_it = written.id == self.id;
            if is_it {
                found = Some((ballot.clone(), written));
            }
            !is_it
        })?;
        let Some((ballot, mut written)) = found else { return Ok(None) };
        written::put_tags(context.sql, &ballot, &self.question, &self.tags)?;
        written.tags = self.tags;
        Ok(Some(written))
    }
}
