//! From raw counts to a published set.
//!
//! The total is suppressed first ([`super::suppress`]). The areas that show a question all hide the same counts, at
//! least those that the total hides: so whatever is subtracted from the total is again a line of the same table. What
//! is left when all areas shown are subtracted has to be nobody or a safe line too; areas are left out, smallest first,
//! until it is. A count that areas hide and the total shows stays open by 10 or more: the hidden counts of an area add
//! up to a group, and so does what each of them adds up to over all areas, and what is left of both.
//! Area tables appear once, after closing, so that none can be compared with an earlier one.

use std::collections::{BTreeMap, BTreeSet};

use super::dependent::{self, withhold_dependent};
use super::suppress::{self, Hidden, Overlap, may_be_known};
use super::{
    AreaFigures, Estimate, Figure, MIN_GROUP, Published, QuestionFigures, RawCounts, Row, estimate, groups, places,
    splits,
};
use crate::area::{Area, AreaKind};
use crate::ids::{AreaId, OptionId, QuestionId};
use crate::poll::{Background, BatteryScale, Choice, Poll, Question, QuestionKind};
use crate::time::CivilDate;

/// How much of a scale's length a mean may be off because of hidden values, to either side.
const MOST_VAGUENESS: f64 = 0.125;

impl Published {
    /// Makes the next set of a poll. `earlier` are the sets published before, oldest first; `areas` are those of the
    /// municipality once the poll has closed, and none while it is open.
    pub fn make<T>(poll: &Poll<T>, areas: Option<&[Area]>, raw: &RawCounts, earlier: &[Self], on: CivilDate) -> Self {
        let running = areas.is_none();
        // What respondents tell of themselves is counted once, at the end: skipping it must not hold back what runs.
        let counted = || poll.questions.iter().filter(|question| !running || !question.is_background());
        let tables: Vec<Table> =
            counted().flat_map(|question| Table::all_of(question, raw, earlier, running)).collect();
        let number = earlier.last().map_or(1, |last| last.number.saturating_add(1));
        let ballots = raw.ballots();
        let mut questions: Vec<QuestionFigures> = tables.iter().map(Table::total).collect();
        let ranks = poll.questions.iter().filter(|_| !running).flat_map(|question| {
            let first = questions.iter().find(|line| line.question_id == question.id);
            let whole = first.is_some_and(|line| line.figures.iter().all(|figure| figure.count.is_some()));
            places::figures(question, raw, whole)
        });
        let ranks: Vec<QuestionFigures> = ranks.collect();
        questions.extend(ranks);
        let mut total = AreaFigures { area_id: None, ballots: may_be_known(ballots).then_some(ballots), questions };
        let known_areas = areas;
        let mut areas = areas.map(|areas| area_figures(areas, raw, &tables)).unwrap_or_default();
        if running {
            dependent::withhold_unions(poll, &mut total.questions);
        }
        withhold_dependent(poll, &mut total.questions, areas.iter_mut().map(|area| &mut area.questions).collect());
        let backgrounds = if running { Vec::new() } else { groups::figures(poll, raw, &tables, &mut total) };
        if let Some(known) = known_areas {
            splits::withhold_pinned(poll, raw, (&tables, earlier), (&mut total, &areas, &backgrounds), known);
        }
        Self { poll_id: poll.id.clone(), number, on, total, areas, backgrounds }
    }
}

/// The areas with enough ballots, in the order of the municipality's areas. Questions that an area may not show
/// stand there without figures.
fn area_figures(areas: &[Area], raw: &RawCounts, tables: &[Table<'_>]) -> Vec<AreaFigures> {
    let mut listed = raw.sum(|named| published_area(areas, named), None, &Row::Answered);
    let everybody = raw.ballots();
    listed.retain(|area, ballots| area.is_some() && *ballots >= MIN_GROUP);
    while !may_be_known(everybody.saturating_sub(suppress::total(listed.values().copied()))) {
        let Some(smallest) = listed.iter().min_by_key(|(_, ballots)| **ballots).map(|(area, _)| *area) else { break };
        listed.remove(&smallest);
    }
    // Nobody's age, household or home is counted by area.
    let tables: Vec<&Table> = tables.iter().filter(|table| Background::of(table.question_id).is_none()).collect();
    let parts: Vec<Parts<&AreaId>> = tables
        .iter()
        .map(|table| {
            let candidates = listed
                .keys()
                .filter_map(|area| *area)
                .map(|area| (area, table.line(raw, |named| published_area(areas, named) == Some(area))));
            table.parts(&candidates.collect())
        })
        .collect();
    let shown = areas.iter().filter_map(|area| listed.get(&Some(&area.id)).map(|&ballots| (&area.id, ballots)));
    shown
        .map(|(area, ballots)| AreaFigures {
            area_id: Some(area.clone()),
            ballots: Some(ballots),
            questions: tables.iter().zip(&parts).map(|(table, parts)| table.part(&area, parts)).collect(),
        })
        .collect()
}

/// The area under which a ballot is published: a complex is one building and counts in its buurt.
pub(super) fn published_area<'a>(areas: &'a [Area], area: Option<&AreaId>) -> Option<&'a AreaId> {
    let mut current = areas.iter().find(|candidate| Some(&candidate.id) == area)?;
    let mut seen = BTreeSet::new();
    while current.kind == AreaKind::Complex && seen.insert(&current.id) {
        current = areas.iter().find(|candidate| Some(&candidate.id) == current.parent_id.as_ref())?;
    }
    Some(&current.id)
}

/// The counts of one question for some of the respondents.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Line {
    pub(super) answered: u32,
    pub(super) cells: Vec<u32>,
}

impl Line {
    pub(super) fn minus(mut self, other: &Self) -> Self {
        self.answered = self.answered.saturating_sub(other.answered);
        for (cell, part) in self.cells.iter_mut().zip(&other.cells) {
            *cell = cell.saturating_sub(*part);
        }
        self
    }
}

/// What kind of table a question makes.
#[derive(Debug, Clone, Copy)]
enum Shape {
    /// Each respondent is in one row.
    Exclusive,
    /// Each respondent is in one row at least, and in so many at most.
    Overlapping(Overlap),
}

impl Shape {
    const fn overlap(self) -> Option<Overlap> {
        match self {
            Self::Exclusive => None,
            Self::Overlapping(overlap) => Some(overlap),
        }
    }
}

/// The lines of one question that areas or groups show, and what all of them hide.
pub(super) struct Parts<Key> {
    hidden: Hidden,
    lines: BTreeMap<Key, Line>,
}

/// The table of one question: its rows, the total, and what of it is hidden.
pub(super) struct Table<'a> {
    pub(super) question_id: &'a QuestionId,
    /// The statement that it is about, in a battery.
    pub(super) part: Option<&'a OptionId>,
    shape: Shape,
    /// Each row, and whether it is a "no opinion".
    pub(super) rows: Vec<(Row, bool)>,
    /// The last value, for scales.
    scale_to: Option<u8>,
    pub(super) whole: Line,
    pub(super) hidden: Hidden,
}

impl<'a> Table<'a> {
    /// The table of a question and, of a battery, those of its statements.
    fn all_of<T>(question: &'a Question<T>, raw: &RawCounts, earlier: &[Published], running: bool) -> Vec<Self> {
        let statements = match &question.kind {
            QuestionKind::Battery { statements, .. } => statements.as_slice(),
            _ => &[],
        };
        let parts = statements.iter().map(|statement| Some(&statement.id));
        std::iter::once(None).chain(parts).map(|part| Self::of(question, part, raw, earlier, running)).collect()
    }

    fn of<T>(
        question: &'a Question<T>,
        part: Option<&'a OptionId>,
        raw: &RawCounts,
        earlier: &[Published],
        running: bool,
    ) -> Self {
        let (shape, scale_to) = match &question.kind {
            kind if kind.overlap().is_some() => (kind.overlap().map_or(Shape::Exclusive, Shape::Overlapping), None),
            QuestionKind::Scale { to, .. } | QuestionKind::Battery { scale: BatteryScale::Numbers { to, .. }, .. } => {
                (Shape::Exclusive, Some(*to))
            }
            _ => (Shape::Exclusive, None),
        };
        let rows = if part.is_some() { question.kind.part_rows() } else { question.kind.rows() };
        let hidden = Hidden { cells: Vec::new(), below: MIN_GROUP };
        let empty = Line { answered: 0, cells: Vec::new() };
        let mut table = Self { question_id: &question.id, part, shape, rows, scale_to, whole: empty, hidden };
        table.whole = table.line(raw, |_| true);
        table.hidden = match shape {
            _ if running => suppress::running(&table.whole.cells, table.whole.answered, shape.overlap()),
            Shape::Exclusive => suppress::exclusive(&table.whole.cells, &table.floors(earlier)),
            Shape::Overlapping(overlap) => suppress::overlapping(&table.whole.cells, table.whole.answered, overlap),
        };
        table
    }

    /// What earlier sets have shown of each row at most.
    fn floors(&self, earlier: &[Published]) -> Vec<u32> {
        self.rows
            .iter()
            .map(|(row, _)| {
                earlier
                    .iter()
                    .flat_map(|set| &set.total.questions)
                    .filter(|question| &question.question_id == self.question_id && question.part.as_ref() == self.part)
                    .flat_map(|question| &question.figures)
                    .filter(|figure| &figure.row == row)
                    .filter_map(|figure| figure.count)
                    .max()
                    .unwrap_or(0)
            })
            .collect()
    }

    /// The counts of those whose area is among the wanted ones.
    pub(super) fn line(&self, raw: &RawCounts, wanted: impl Fn(Option<&AreaId>) -> bool) -> Line {
        let count = |row: &Row| {
            let row = row.clone().of(self.part);
            let sums = raw.sum(|area| area, Some(self.question_id), &row);
            suppress::total(sums.into_iter().filter(|(area, _)| wanted(*area)).map(|(_, count)| count))
        };
        Line { answered: count(&Row::Answered), cells: self.rows.iter().map(|(row, _)| count(row)).collect() }
    }

    fn is_safe(&self, hidden: &Hidden, line: &Line) -> bool {
        match self.shape {
            Shape::Exclusive => suppress::exclusive_part_is_safe(hidden, &line.cells),
            Shape::Overlapping(overlap) => {
                suppress::overlapping_part_is_safe(hidden, &line.cells, line.answered, overlap)
            }
        }
    }

    /// What areas show beside the total: hiding what the total hides, or more when more areas can be shown then.
    pub(super) fn parts<Key: Ord + Copy>(&self, candidates: &BTreeMap<Key, Line>) -> Parts<Key> {
        let coarser = suppress::coarser(&self.hidden, &self.whole.cells);
        let mut best = Parts { hidden: self.hidden.clone(), lines: BTreeMap::new() };
        for hidden in coarser {
            let lines = self.safe_lines(&hidden, candidates);
            // Of equals the first, which shows most counts.
            if lines.len() > best.lines.len() {
                best = Parts { hidden, lines };
            }
        }
        best
    }

    /// The lines that may be shown beside the total when these counts are hidden.
    fn safe_lines<Key: Ord + Copy>(&self, hidden: &Hidden, candidates: &BTreeMap<Key, Line>) -> BTreeMap<Key, Line> {
        let mut lines = candidates.clone();
        lines.retain(|_, line| self.is_safe(hidden, line));
        loop {
            let rest = lines.values().fold(self.whole.clone(), Line::minus);
            if rest.answered == 0 || self.is_safe(hidden, &rest) {
                return lines;
            }
            let Some(smallest) = lines.iter().min_by_key(|(_, line)| line.answered).map(|(key, _)| *key) else {
                return lines;
            };
            lines.remove(&smallest);
        }
    }

    fn total(&self) -> QuestionFigures {
        let shown = may_be_known(self.whole.answered);
        QuestionFigures {
            question_id: self.question_id.clone(),
            part: self.part.cloned(),
            answered: shown.then_some(self.whole.answered),
            figures: self.figures(&self.whole, &self.hidden.cells),
            mean: self.mean(&self.whole, &self.hidden),
        }
    }

    /// The figures of an area or group, or that it has none.
    pub(super) fn part<Key: Ord>(&self, key: &Key, parts: &Parts<Key>) -> QuestionFigures {
        let Some(line) = parts.lines.get(key) else {
            let figures = self.rows.iter().map(|(row, _)| Figure { row: row.clone(), count: None, share: None });
            return QuestionFigures {
                question_id: self.question_id.clone(),
                part: self.part.cloned(),
                answered: None,
                figures: figures.collect(),
                mean: None,
            };
        };
        // What is hidden is nought here when nobody is left for it.
        let exclusive = matches!(self.shape, Shape::Exclusive);
        let empty = exclusive && parts.hidden.sum(&line.cells) == 0;
        let hidden: Vec<bool> = parts.hidden.cells.iter().map(|&hidden| hidden && !empty).collect();
        let mean = if hidden.contains(&true) { None } else { self.exact_mean(line) };
        QuestionFigures {
            question_id: self.question_id.clone(),
            part: self.part.cloned(),
            answered: Some(line.answered),
            figures: self.figures(line, &hidden),
            mean,
        }
    }

    fn figures(&self, line: &Line, hidden: &[bool]) -> Vec<Figure> {
        let rows = || self.rows.iter().zip(&line.cells).zip(hidden);
        let without_opinion =
            suppress::total(rows().filter(|(((_, none), _), hidden)| *none && !**hidden).map(|((_, &count), _)| count));
        let opinions = line.answered.saturating_sub(without_opinion);
        rows()
            .map(|(((row, no_opinion), &count), &hidden)| Figure {
                row: row.clone(),
                count: (!hidden).then_some(count),
                share: if hidden || *no_opinion { None } else { estimate::share(count, opinions) },
            })
            .collect()
    }

    /// The mean of a scale. With hidden values it is computed from what is shown alone: the middle of what the hidden
    /// answers can make of it, with an interval that allows for all they can. None where that says too little.
    fn mean(&self, line: &Line, hidden: &Hidden) -> Option<Estimate> {
        if !hidden.any() {
            return self.exact_mean(line);
        }
        // With "no opinion" among the rows the number of opinions is hidden as well.
        let has_no_opinion = self.rows.iter().any(|(_, no_opinion)| *no_opinion);
        let to = self.scale_to.filter(|_| !hidden.all() && !has_no_opinion)?;
        let n = f64::from(line.answered);
        let people = hidden.sum(&line.cells);
        let counts = || self.values().zip(&line.cells).zip(&hidden.cells);
        let shown = || counts().filter(|(_, hidden)| !**hidden).map(|(count, _)| count);
        let unknown = || counts().filter(|(_, hidden)| **hidden).map(|((value, _), _)| value);
        // As if all those hidden were at the lowest values, or the highest; each count is below all that are shown.
        let below = shown().map(|(_, &count)| count).min().unwrap_or(0);
        let least = pushed(people, below, &mut unknown());
        let most = pushed(people, below, &mut unknown().collect::<Vec<_>>().into_iter().rev());
        let vagueness = f64::from(most.saturating_sub(least)) / 2.0 / n;
        if vagueness > f64::from(to.saturating_sub(1)) * MOST_VAGUENESS {
            return None;
        }
        let known: f64 = shown().map(|(value, &count)| f64::from(value) * f64::from(count)).sum();
        let mean = (known + f64::from(least)) / n + vagueness;
        let distance = |value: u8| (f64::from(value) - mean).powi(2);
        let widest = unknown().map(distance).fold(0.0, f64::max);
        let squares: f64 = shown().map(|(value, &count)| distance(value) * f64::from(count)).sum();
        estimate::mean(mean, squares + widest * f64::from(people), vagueness, line.answered, to)
    }

    /// The mean of those who gave a number.
    fn exact_mean(&self, line: &Line) -> Option<Estimate> {
        let to = self.scale_to?;
        let opinions = || self.values().zip(&line.cells);
        let people = suppress::total(opinions().map(|(_, &count)| count));
        let n = f64::from(people);
        let counts = || opinions().map(|(value, &count)| (f64::from(value), f64::from(count)));
        let mean = counts().map(|(value, count)| value * count).sum::<f64>() / n;
        let squares: f64 = counts().map(|(value, count)| (value - mean).powi(2) * count).sum();
        estimate::mean(mean, squares, 0.0, people, to)
    }

    /// The values of a scale; they stand before "no opinion".
    fn values(&self) -> impl Iterator<Item = u8> {
        self.rows.iter().map_while(|(row, _)| match row {
            Row::Value(value) => Some(*value),
            _ => None,
        })
    }
}

/// The sum of the values of so many people when they are put at the first values, fewer than `below` at each.
fn pushed(people: u32, below: u32, values: &mut dyn Iterator<Item = u8>) -> u32 {
    let mut left = people;
    suppress::total(values.map(|value| {
        let here = left.min(below.saturating_sub(1));
        left -= here;
        here.saturating_mul(value.into())
    }))
}

impl Row {
    /// The same row of a part of the question.
    #[must_use]
    pub fn of(self, part: Option<&OptionId>) -> Self {
        match part {
            Some(part) => Self::Of { part: part.clone(), row: Box::new(self) },
            None => self,
        }
    }
}

impl<T> QuestionKind<T> {
    /// How the counts may overlap: of several choices.
    pub(super) fn overlap(&self) -> Option<Overlap> {
        let Self::SeveralChoices { options, max } = self else { return None };
        let number = u32::try_from(options.len()).unwrap_or(u32::MAX);
        let none = options.iter().position(|option| option.no_opinion);
        Some(Overlap { most: max.map_or(number, u32::from), none })
    }

    /// What is counted of this question besides who answered it, in the order of the poll; and whether it stands
    /// for no opinion. Of a ranking that is what was put first.
    pub fn rows(&self) -> Vec<(Row, bool)> {
        match self {
            Self::OneChoice { options } | Self::SeveralChoices { options, .. } => options_rows(options),
            Self::Scale { to, no_opinion, .. } => number_rows(*to, *no_opinion),
            Self::Ranking { options, .. } => {
                options.iter().map(|option| (Row::Option(option.id.clone()), false)).collect()
            }
            Self::Battery { .. } | Self::OpenText => Vec::new(),
        }
    }

    /// What is counted of each statement of a battery.
    pub fn part_rows(&self) -> Vec<(Row, bool)> {
        match self {
            Self::Battery { scale: BatteryScale::Options { options }, .. } => options_rows(options),
            Self::Battery { scale: BatteryScale::Numbers { to, no_opinion, .. }, .. } => number_rows(*to, *no_opinion),
            _ => Vec::new(),
        }
    }
}

fn options_rows<T>(options: &[Choice<T>]) -> Vec<(Row, bool)> {
    options.iter().map(|option| (Row::Option(option.id.clone()), option.no_opinion)).collect()
}

fn number_rows(to: u8, no_opinion: bool) -> Vec<(Row, bool)> {
    (1..=to).map(|value| (Row::Value(value), false)).chain(no_opinion.then_some((Row::NoOpinion, true))).collect()
}
