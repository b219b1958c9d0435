//! How many gave at least one of several answers, in a part of the respondents.
//!
//! A question that is asked after any of several answers shows how many gave at least one of them: for everybody
//! together. Where the question before it is shown by area, by background or in several sets, its counts in each part
//! leave room for how many of that part did, and the parts add up to everybody. Where a part has nobody who gave one of
//! the answers there is no room at all, and what is left of everybody gives the other parts. So for each part either no
//! number that fits makes a small group, or enough numbers fit.

use super::dependent::{Union, withhold};
use super::publish::{Line, Table, published_area};
use super::suppress::{may_be_known, total as sum};
use super::{AreaFigures, BackgroundFigures, Published, QuestionFigures, RawCounts, groups};
use crate::area::Area;
use crate::poll::Poll;

/// How many numbers have to fit at least.
const ROOM: u32 = 5;

/// The counts of a question in a part, sorted by what they say of a union.
struct Part {
    /// Those with an opinion.
    people: u32,
    wanted: Vec<u32>,
    /// How many at least and at most gave one of the wanted answers, as far as this part alone says.
    least: u32,
    most: u32,
}

impl Part {
    fn new(table: &Table<'_>, line: &Line, union: Union<'_>, max: u32) -> Self {
        let rows = || table.rows.iter().zip(&line.cells);
        let counts = |is: &dyn Fn(&super::Row) -> bool| -> Vec<u32> {
            rows().filter(|((row, none), _)| !none && is(row)).map(|(_, &count)| count).collect()
        };
        let is_wanted = |row: &super::Row| matches!(row, super::Row::Option(option) if union.options.contains(option));
        let wanted = counts(&is_wanted);
        let others = counts(&|row| !is_wanted(row));
        let none = sum(rows().filter(|((_, none), _)| *none).map(|(_, &count)| count));
        let people = line.answered.saturating_sub(none);
        let given = sum(wanted.iter().copied());
        let least = wanted.iter().copied().max().unwrap_or(0);
        let least = least.max(people.saturating_sub(sum(others))).max(given.div_ceil(max.max(1)));
        Self { people, wanted, least, most: given.min(people) }
    }

    /// Whether nobody can tell a small group of this part when so many at least and at most gave a wanted answer.
    fn keeps_open(&self, least: u32, most: u32) -> bool {
        let given = sum(self.wanted.iter().copied());
        let says_nothing = |union: u32| {
            let one_only = self.wanted.iter().map(|&count| union.saturating_sub(count));
            [self.people.saturating_sub(union), given.saturating_sub(union)]
                .into_iter()
                .chain(one_only)
                .all(may_be_known)
        };
        most.saturating_sub(least) >= ROOM || (least..=most).all(says_nothing)
    }
}

/// Whether a split of everybody keeps every part open when so many of them all gave at least one of the answers.
fn keeps_open(parts: &[Part], union: u32) -> bool {
    let (least, most) = (sum(parts.iter().map(|part| part.least)), sum(parts.iter().map(|part| part.most)));
    parts.iter().all(|part| {
        let others = (least.saturating_sub(part.least), most.saturating_sub(part.most));
        let lowest = part.least.max(union.saturating_sub(others.1));
        let highest = part.most.min(union.saturating_sub(others.0));
        part.keeps_open(lowest, highest)
    })
}

/// Shows nothing of a question asked after any of several answers where a split of these answers would give away how
/// many of a part gave one.
pub(super) fn withhold_pinned<T>(
    poll: &Poll<T>,
    raw: &RawCounts,
    (tables, earlier): (&[Table<'_>], &[Published]),
    (everybody, areas, backgrounds): (&mut AreaFigures, &[AreaFigures], &[BackgroundFigures]),
    known: &[Area],
) {
    for question in &poll.questions {
        let Some(union) = question.condition.as_ref().and_then(|condition| poll.union(condition)) else { continue };
        let Some(table) = tables.iter().find(|table| table.question_id == union.question_id) else { continue };
        let asked = poll.questions.iter().find(|asked| &asked.id == union.question_id);
        let max = asked.and_then(|asked| asked.kind.overlap()).map_or(1, |overlap| overlap.most);
        let shows = |lines: &[QuestionFigures]| {
            lines.iter().any(|line| &line.question_id == union.question_id && line.answered.is_some())
        };
        let by_area = areas
            .iter()
            .filter(|area| shows(&area.questions))
            .map(|area| table.line(raw, |named| published_area(known, named) == area.area_id.as_ref()));
        let mut splits: Vec<Vec<Line>> = vec![by_area.collect(), steps(table, earlier)];
        for background in backgrounds {
            let groups = background.groups.iter().filter(|group| shows(&group.questions));
            splits.push(
                groups.map(|group| groups::line(table, raw, &background.question_id, &group.option_id)).collect(),
            );
        }
        let asked: Vec<u32> =
            tables.iter().filter(|table| table.question_id == &question.id).map(|table| table.whole.answered).collect();
        let is_open = splits.into_iter().filter(|lines| !lines.is_empty()).all(|mut lines| {
            lines.push(lines.iter().fold(table.whole.clone(), Line::minus));
            let parts: Vec<Part> = lines.iter().map(|line| Part::new(table, line, union, max)).collect();
            asked.iter().all(|&asked| keeps_open(&parts, asked))
        });
        if !is_open {
            withhold(&mut everybody.questions, &question.id);
        }
    }
}

/// What the first set showed, and what every later one added.
fn steps(table: &Table<'_>, earlier: &[Published]) -> Vec<Line> {
    let mut before: Option<Line> = None;
    let mut steps = Vec::new();
    for set in earlier {
        let Some(line) = set.total.questions.iter().find(|line| &line.question_id == table.question_id) else {
            continue;
        };
        let cells: Option<Vec<u32>> = line.figures.iter().map(|figure| figure.count).collect();
        let (Some(answered), Some(cells)) = (line.answered, cells) else { continue };
        let now = Line { answered, cells };
        steps.push(before.iter().fold(now.clone(), Line::minus));
        before = Some(now);
    }
    steps
}
