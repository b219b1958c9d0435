//! From ballots to raw counts.

use std::collections::BTreeMap;

use super::{Counted, RawCount, RawCounts, Row};
use crate::ids::{AreaId, OptionId, QuestionId};
use crate::poll::{Answer, Answers, Background};

impl RawCounts {
    /// Counts one ballot: its answers have been read by its poll.
    pub fn add_ballot(&mut self, area: Option<&AreaId>, answers: &Answers) {
        for about in Counted::by_ballot(area, answers).into_iter().chain(Counted::by_background(answers)) {
            self.add(about, 1);
        }
    }

    /// Counts one ballot among those of whom it tells to be one. A box keeps no such counts while it is open.
    pub fn add_background(&mut self, answers: &Answers) {
        for about in Counted::by_background(answers) {
            self.add(about, 1);
        }
    }

    pub fn add(&mut self, about: Counted, count: u32) {
        if count > 0 {
            let sum = self.0.entry(about).or_default();
            *sum = sum.saturating_add(count);
        }
    }

    /// The counts of two boxes together.
    #[must_use]
    pub fn merge(mut self, other: Self) -> Self {
        for (about, count) in other.0 {
            self.add(about, count);
        }
        self
    }

    pub fn iter(&self) -> impl Iterator<Item = (&Counted, u32)> {
        self.0.iter().map(|(about, &count)| (about, count))
    }

    /// The number of ballots.
    pub fn ballots(&self) -> u32 {
        self.sum(|area| area, None, &Row::Answered).into_values().fold(0, u32::saturating_add)
    }

    /// One row by area, with each area's ballots counted where `place` puts it.
    pub(super) fn sum<'a>(
        &'a self,
        place: impl Fn(Option<&'a AreaId>) -> Option<&'a AreaId>,
        question: Option<&QuestionId>,
        row: &Row,
    ) -> BTreeMap<Option<&'a AreaId>, u32> {
        let mut sums = BTreeMap::new();
        for (about, count) in self.iter().filter(|(about, _)| about.question_id.as_ref() == question) {
            if &about.row == row {
                let sum: &mut u32 = sums.entry(place(about.area_id.as_ref())).or_default();
                *sum = sum.saturating_add(count);
            }
        }
        sums
    }

    /// One row over all areas.
    pub fn total(&self, question: Option<&QuestionId>, row: &Row) -> u32 {
        self.sum(|_| None, question, row).into_values().fold(0, u32::saturating_add)
    }
}

impl Counted {
    /// Everything that one ballot adds 1 to. A box keeps the same counts as rows of its database.
    pub fn by_ballot(area: Option<&AreaId>, answers: &Answers) -> Vec<Self> {
        let about =
            |question: Option<&QuestionId>, row| Self { area_id: area.cloned(), question_id: question.cloned(), row };
        let mut counted = vec![about(None, Row::Answered)];
        for (question, answer) in answers {
            counted.push(about(Some(question), Row::Answered));
            counted.extend(answer.rows().into_iter().map(|row| about(Some(question), row)));
        }
        counted
    }

    /// Everything that it adds 1 to among those who told the same of themselves.
    fn by_background(answers: &Answers) -> Vec<Self> {
        let (told, others): (Answers, Answers) =
            answers.clone().into_iter().partition(|(question, _)| Background::of(question).is_some());
        if told.is_empty() {
            return Vec::new();
        }
        let counted = Self::by_ballot(None, &others);
        let groups = told.iter().flat_map(|(question, answer)| answer.options().map(move |option| (question, option)));
        groups
            .flat_map(|(question, option)| {
                counted.iter().map(move |about| Self {
                    row: Row::Within {
                        question: question.clone(),
                        option: option.clone(),
                        row: Box::new(about.row.clone()),
                    },
                    ..about.clone()
                })
            })
            .collect()
    }
}

impl Answer {
    /// The rows that it counts in, besides having been given.
    fn rows(&self) -> Vec<Row> {
        let of = |part: &OptionId, row| Row::Of { part: part.clone(), row: Box::new(row) };
        match self {
            Self::Choice(_) | Self::Choices(_) | Self::Namely { .. } => {
                self.options().map(|option| Row::Option(option.clone())).collect()
            }
            Self::Scale(value) => vec![Row::Value(*value)],
            Self::NoOpinion => vec![Row::NoOpinion],
            Self::Battery(given) => given
                .iter()
                .flat_map(|(statement, answer)| {
                    let rows = answer.rows().into_iter().chain([Row::Answered]);
                    rows.map(|row| of(statement, row)).collect::<Vec<_>>()
                })
                .collect(),
            Self::Ranking(places) => {
                let first = places.iter().filter(|(_, place)| **place == 1);
                let first = first.map(|(option, _)| Row::Option(option.clone()));
                first.chain(places.iter().map(|(option, place)| of(option, Row::Value(*place)))).collect()
            }
            Self::Text(_) => Vec::new(),
        }
    }
}

impl From<Vec<RawCount>> for RawCounts {
    fn from(counts: Vec<RawCount>) -> Self {
        let mut raw = Self::default();
        for RawCount { about, count } in counts {
            raw.add(about, count);
        }
        raw
    }
}

impl From<RawCounts> for Vec<RawCount> {
    fn from(raw: RawCounts) -> Self {
        raw.0.into_iter().map(|(about, count)| RawCount { about, count }).collect()
    }
}
