//! Counting ballots, and what may be published of the counts.
//!
//! Boxes deliver raw counts; the municipality merges them and publishes figures from which no group smaller
//! than [`MIN_GROUP`] can be read, not by subtraction either. How that is done stands in [`suppress`] for one
//! set of figures, in [`publish`] for areas against the total, and in [`running`] for one set after another.
//!
//! Having skipped a question is not an answer: how many skipped one may be read from what is shown.

mod count;
mod dependent;
pub mod estimate;
mod groups;
mod places;
mod publish;
pub mod represent;
pub mod running;
mod splits;
pub mod suppress;

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use crate::ids::{AreaId, OptionId, PollId, QuestionId};
use crate::time::CivilDate;

/// The smallest group that a published figure may be about (k).
pub const MIN_GROUP: u32 = 10;

/// Ballots by how they came in, as far as that may be known: nothing while a way was used by a small group, because the
/// other ways and the total would give it away.
pub fn known_channels(channels: &BTreeMap<String, u32>) -> BTreeMap<String, u32> {
    if channels.values().all(|&count| suppress::may_be_known(count)) { channels.clone() } else { BTreeMap::new() }
}

/// What one count is about.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub enum Row {
    /// Ballots that chose this option.
    Option(OptionId),
    /// Ballots that gave this value on a scale.
    Value(u8),
    /// Ballots that chose "no opinion" instead of a number on a scale.
    NoOpinion,
    /// Ballots that answered the question at all.
    Answered,
    /// The same of one part of a question: of a statement of a battery, or of one of those to put in order. The value
    /// of the latter is its place; the option that a ballot of a ranking counts for as a whole is that in place 1.
    Of { part: OptionId, row: Box<Row> },
    /// The same among those who gave this answer about themselves, wherever they live.
    Within { question: QuestionId, option: OptionId, row: Box<Row> },
}

/// What a number of ballots have in common.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Counted {
    /// None is those who named no area.
    pub area_id: Option<AreaId>,
    /// None counts ballots as such.
    pub question_id: Option<QuestionId>,
    pub row: Row,
}

/// A number of ballots.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct RawCount {
    #[serde(flatten)]
    pub about: Counted,
    pub count: u32,
}

/// Every count of one box, or of all boxes after merging; a count of nought is left out. Never leaves the
/// municipality's object.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(from = "Vec<RawCount>", into = "Vec<RawCount>")]
pub struct RawCounts(BTreeMap<Counted, u32>);

/// A share or mean with its 95% interval. Shares lie between 0 and 1, means on the question's scale.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Estimate {
    pub value: f64,
    pub low: f64,
    pub high: f64,
}

/// One line of a published table. Without `count` the group is too small to show.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Figure {
    pub row: Row,
    pub count: Option<u32>,
    /// Share of those who gave an opinion; of all who answered when the number without one is too small to show.
    /// Having no opinion is itself no share. Computed from shown counts alone.
    pub share: Option<Estimate>,
}

/// What is published of one question.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct QuestionFigures {
    pub question_id: QuestionId,
    /// The statement of a battery, or the one of those to put in order, that this is about. None is the question as a
    /// whole: of a battery who answered it, of a ranking what was put first.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub part: Option<OptionId>,
    /// How many answered it; hidden when they are a small group.
    pub answered: Option<u32>,
    /// In the order of the poll's options or values; empty for open texts.
    pub figures: Vec<Figure>,
    /// For scales; vaguer, with a wider interval, when some of its values are hidden. For one of those to put in order
    /// its mean place, where what has no place shares the places that are left.
    pub mean: Option<Estimate>,
}

/// What is published of one area, or of the whole municipality.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct AreaFigures {
    /// None is everybody, those who named no area included.
    pub area_id: Option<AreaId>,
    /// Ballots; hidden when they are a small group.
    pub ballots: Option<u32>,
    pub questions: Vec<QuestionFigures>,
}

/// What is published of the groups of one background.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct BackgroundFigures {
    /// The question about the respondents.
    pub question_id: QuestionId,
    /// In the order of its options; those that may not be shown are left out.
    pub groups: Vec<GroupFigures>,
}

/// What is published of those who gave one answer about themselves.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct GroupFigures {
    pub option_id: OptionId,
    pub ballots: Option<u32>,
    pub questions: Vec<QuestionFigures>,
}

/// A published set: numbered, and never changed again.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Published {
    pub poll_id: PollId,
    /// 1 for the first set of a poll.
    pub number: u32,
    pub on: CivilDate,
    /// Everybody together.
    pub total: AreaFigures,
    /// Areas with enough ballots, complexes within their buurt; only after closing.
    pub areas: Vec<AreaFigures>,
    /// By what respondents told of themselves; only after closing.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub backgrounds: Vec<BackgroundFigures>,
}
