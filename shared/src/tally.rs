//! Counting ballots, and what may be published of the counts.
//!
//! Boxes deliver raw counts; the municipality merges them and publishes figures from which no group smaller
//! than [`MIN_GROUP`] can be read, not by subtraction either.

use serde::{Deserialize, Serialize};

use crate::ids::{AreaId, OptionId, PollId, QuestionId};
use crate::time::CivilDate;

/// The smallest group that a published figure may be about (k).
pub const MIN_GROUP: u32 = 10;

/// What one count is about.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub enum Row {
    /// Ballots that chose this option.
    Option(OptionId),
    /// Ballots that gave this value on a scale.
    Value(u8),
    /// Ballots that answered the question at all.
    Answered,
}

/// A number of ballots, of one area or of those without an area.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct RawCount {
    pub area_id: Option<AreaId>,
    /// None counts ballots as such.
    pub question_id: Option<QuestionId>,
    pub row: Row,
    pub count: u32,
}

/// Every count of one box, or of all boxes after merging. Never leaves the municipality's object.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct RawCounts {
    pub counts: Vec<RawCount>,
}

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
    /// Share of those who answered the question.
    pub share: Option<Estimate>,
}

/// What is published of one question.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct QuestionFigures {
    pub question_id: QuestionId,
    /// How many answered it; hidden when that would give a small group away.
    pub answered: Option<u32>,
    /// In the order of the poll's options or values; empty for open texts.
    pub figures: Vec<Figure>,
    /// For scales.
    pub mean: Option<Estimate>,
}

/// What is published of one area, or of the whole municipality.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct AreaFigures {
    /// None is everybody, those who named no area included.
    pub area_id: Option<AreaId>,
    /// Ballots; hidden when that would give a small group away.
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
    /// Areas with enough ballots.
    pub areas: Vec<AreaFigures>,
}
