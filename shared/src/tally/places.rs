//! The places that were given in a ranking, and the mean place.
//!
//! Every ballot gives each place once, so all counts of one place add up to a known sum, and those of one option
//! do too. What is hidden in such a table can be computed back in many ways. So it is shown whole, when no count in it
//! is a small group and no place was given to one option by everybody; otherwise what was put first is all there is
//! to see, which is a table of one choice.

use super::suppress::{self, may_be_known};
use super::{Figure, QuestionFigures, RawCounts, Row, estimate};
use crate::poll::{Question, QuestionKind};

/// One line for each of those to put in order: how often it had each place, and its mean place. `first_shown` says
/// whether nothing of what was put first is hidden.
pub(super) fn figures<T>(question: &Question<T>, raw: &RawCounts, first_shown: bool) -> Vec<QuestionFigures> {
    let QuestionKind::Ranking { options, places } = &question.kind else { return Vec::new() };
    let answered = raw.total(Some(&question.id), &Row::Answered);
    let lines: Vec<Vec<u32>> = options
        .iter()
        .map(|option| {
            let count = |place| raw.total(Some(&question.id), &Row::Value(place).of(Some(&option.id)));
            (1..=*places).map(count).collect()
        })
        .collect();
    let without_place = |line: &[u32]| answered.saturating_sub(suppress::total(line.iter().copied()));
    let may_be_shown = |count: u32| may_be_known(count) && count < answered;
    let shown = first_shown
        && lines.iter().all(|line| line.iter().all(|&count| may_be_shown(count)) && may_be_known(without_place(line)));
    options
        .iter()
        .zip(&lines)
        .map(|(option, line)| {
            let figures = (1..=*places).zip(line).map(|(place, &count)| Figure {
                row: Row::Value(place),
                count: shown.then_some(count),
                share: if shown { estimate::share(count, answered) } else { None },
            });
            QuestionFigures {
                question_id: question.id.clone(),
                part: Some(option.id.clone()),
                answered: shown.then_some(answered),
                figures: figures.collect(),
                mean: if shown { mean_place(line, without_place(line), options.len()) } else { None },
            }
        })
        .collect()
}

/// The mean of the places given, and of the middle of the other places for those who gave none.
fn mean_place(line: &[u32], without: u32, options: usize) -> Option<super::Estimate> {
    let last = u8::try_from(options).ok()?;
    let places = u8::try_from(line.len()).ok()?;
    let middle = f64::midpoint(f64::from(places) + 1.0, f64::from(last));
    let given = (1..=places).map(f64::from).zip(line.iter().copied());
    let counts: Vec<(f64, u32)> = given.chain([(middle, without)]).collect();
    let people = suppress::total(counts.iter().map(|(_, count)| *count));
    let sum: f64 = counts.iter().map(|(place, count)| place * f64::from(*count)).sum();
    let mean = sum / f64::from(people);
    let squares: f64 = counts.iter().map(|(place, count)| (place - mean).powi(2) * f64::from(*count)).sum();
    estimate::mean(mean, squares, 0.0, people, last)
}
