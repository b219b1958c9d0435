//! Counts by what respondents told of themselves: by age, by household, by who owns the home.
//!
//! The groups of a background are published as areas are: once, after closing, hiding the same counts in all of them,
//! and with a safe rest, of those who did not say and of groups that are hidden themselves. A group is listed only when
//! the table of its own question shows how many it is. Two splits of one poll have nothing in common but the total, so
//! what is open in each stays open in both; nothing is split by two of them, and none by area.

use std::collections::BTreeMap;

use super::dependent::withhold_dependent;
use super::publish::{Line, Table};
use super::{AreaFigures, BackgroundFigures, GroupFigures, MIN_GROUP, RawCounts, Row};
use crate::ids::{OptionId, QuestionId};
use crate::poll::{Background, Poll};

/// The figures by each background that the poll asks for; one without a group that may be shown is left out.
pub(super) fn figures<T>(
    poll: &Poll<T>,
    raw: &RawCounts,
    tables: &[Table<'_>],
    total: &mut AreaFigures,
) -> Vec<BackgroundFigures> {
    let mut all = Vec::new();
    for background in poll.backgrounds() {
        let Some(own) = tables.iter().find(|table| table.question_id == &background.id) else { continue };
        let mut groups = groups(own, raw, tables);
        withhold_dependent(poll, &mut total.questions, groups.iter_mut().map(|group| &mut group.questions).collect());
        if !groups.is_empty() {
            all.push(BackgroundFigures { question_id: background.id.clone(), groups });
        }
    }
    all
}

fn groups(own: &Table<'_>, raw: &RawCounts, tables: &[Table<'_>]) -> Vec<GroupFigures> {
    let rows = own.rows.iter().zip(&own.whole.cells).zip(&own.hidden.cells);
    let listed: Vec<(&OptionId, u32)> = rows
        .filter(|((_, count), hidden)| !**hidden && **count >= MIN_GROUP)
        .filter_map(|(((row, _), &count), _)| match row {
            Row::Option(option) => Some((option, count)),
            _ => None,
        })
        .collect();
    let tables: Vec<&Table<'_>> = tables.iter().filter(|table| Background::of(table.question_id).is_none()).collect();
    let parts: Vec<_> = tables
        .iter()
        .map(|table| {
            let lines = listed.iter().map(|&(option, _)| (option, line(table, raw, own.question_id, option)));
            table.parts(&lines.collect::<BTreeMap<_, _>>())
        })
        .collect();
    listed
        .iter()
        .map(|&(option, ballots)| GroupFigures {
            option_id: option.clone(),
            ballots: Some(ballots),
            questions: tables.iter().zip(&parts).map(|(table, parts)| table.part(&option, parts)).collect(),
        })
        .collect()
}

/// The counts of one table among those who gave this answer about themselves.
pub(super) fn line(table: &Table<'_>, raw: &RawCounts, background: &QuestionId, option: &OptionId) -> Line {
    let count = |row: &Row| {
        let row = Row::Within {
            question: background.clone(),
            option: option.clone(),
            row: Box::new(row.clone().of(table.part)),
        };
        raw.total(Some(table.question_id), &row)
    };
    let cells: Vec<u32> = table.rows.iter().map(|(row, _)| count(row)).collect();
    Line { answered: count(&Row::Answered), cells }
}
