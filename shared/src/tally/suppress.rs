//! Which counts of one question are hidden.
//!
//! A count of 1 to 9 is hidden (primary suppression). Where counts add up to a known sum, hidden counts could be
//! computed back from the shown ones, so more are hidden until they cannot (complementary suppression). Whoever
//! knows these rules must not be able to compute a hidden count either, so the choice is not "the least that will
//! do": counts below a threshold are hidden together, and the threshold grows from 10 until what is hidden
//! together is a group of at least 10 that leaves every single count open. Which counts are hidden then says no
//! more about them than that they are below the threshold. A group of which everybody gave the same answer shows
//! nothing. The tests prove it by trying every table of a size.
//!
//! Nought is shown as nought while no count of the question is 1 to 9, and hidden with the others when one is.

use super::MIN_GROUP;

/// How many values a hidden count can have at least, as far as the upper limit on what is hidden together goes.
const ROOM: u32 = 5;

/// The smallest count that is shown while a poll is open.
const MIN_RUNNING: u32 = 2 * MIN_GROUP;

/// Which counts are hidden, in the order in which the counts were given.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Hidden {
    pub cells: Vec<bool>,
    /// The threshold: every hidden count is below it; for several choices it may also be one that nearly
    /// everybody chose.
    pub below: u32,
}

impl Hidden {
    pub fn any(&self) -> bool {
        self.cells.contains(&true)
    }

    pub fn all(&self) -> bool {
        !self.cells.contains(&false)
    }

    fn everything(cells: &[u32]) -> Self {
        Self { cells: vec![true; cells.len()], below: u32::MAX }
    }

    fn nothing(cells: &[u32]) -> Self {
        Self { cells: vec![false; cells.len()], below: MIN_GROUP }
    }

    fn below(cells: &[u32], threshold: u32, answered: u32) -> Self {
        let cells = cells.iter().map(|&count| count < threshold || is_nearly_all(count, answered)).collect();
        Self { cells, below: threshold }
    }

    /// The sum of what is hidden.
    pub fn sum(&self, cells: &[u32]) -> u32 {
        total(self.cells.iter().zip(cells).filter(|(hidden, _)| **hidden).map(|(_, &count)| count))
    }

    /// The sum of what is shown.
    pub fn shown(&self, cells: &[u32]) -> u32 {
        total(self.cells.iter().zip(cells).filter(|(hidden, _)| !**hidden).map(|(_, &count)| count))
    }

    pub fn number(&self) -> u32 {
        total(self.cells.iter().map(|&hidden| u32::from(hidden)))
    }

    /// The most that may be hidden together, so that no count is pushed against the threshold: as if one were
    /// below 10 and the others just below the threshold, less some room.
    pub fn most(&self) -> u32 {
        let others = self.number().saturating_sub(1);
        self.below.saturating_sub(1).saturating_mul(others).saturating_add(MIN_GROUP - 1 - ROOM)
    }
}

/// Whether a group may be known: nobody, or enough.
pub const fn may_be_known(count: u32) -> bool {
    count == 0 || count >= MIN_GROUP
}

const fn is_small(count: u32) -> bool {
    !may_be_known(count)
}

/// Whether those who did not choose it are too few.
const fn is_nearly_all(count: u32, answered: u32) -> bool {
    count > answered.saturating_sub(MIN_GROUP)
}

pub(super) fn total(counts: impl IntoIterator<Item = u32>) -> u32 {
    counts.into_iter().fold(0, u32::saturating_add)
}

/// The thresholds: 10, 12, 15, 18 and so on, a quarter more each time, up to the largest count.
fn thresholds(cells: &[u32]) -> impl Iterator<Item = u32> {
    let largest = cells.iter().copied().max().unwrap_or(0);
    std::iter::successors(Some(MIN_GROUP), |threshold| threshold.checked_add(threshold / 4))
        .take_while(move |&threshold| threshold <= largest)
}

/// While a poll is open: all counts of a question, or none. Later sets will show how the counts grew, so a count is
/// not shown before it is far enough from 10 that the step in which it first appears says nothing about how far
/// below 10 it was. For several choices the same holds for those who did not choose.
pub fn running(cells: &[u32], answered: u32, overlap: Option<Overlap>) -> Hidden {
    let enough = |count: u32| count == 0 || count >= MIN_RUNNING;
    let shows = answered == 0
        || cells
            .iter()
            .all(|&count| enough(count) && (overlap.is_none() || answered.saturating_sub(count) >= MIN_RUNNING))
            && overlap.is_none_or(|overlap| overlap.keeps_both(cells, answered, enough))
            && !cells.contains(&answered);
    if shows { Hidden::nothing(cells) } else { Hidden::everything(cells) }
}

/// Counts of which each respondent is in exactly one: one choice, or a value on a scale. `floors` is what earlier
/// sets have shown of each, 0 where they showed nothing: counts only grow, so that much is known.
pub fn exclusive(cells: &[u32], floors: &[u32]) -> Hidden {
    let answered = total(cells.iter().copied());
    if answered == 0 {
        return Hidden::nothing(cells);
    }
    if is_small(answered) || cells.contains(&answered) {
        return Hidden::everything(cells);
    }
    if !cells.iter().any(|&count| is_small(count)) {
        return Hidden::nothing(cells);
    }
    thresholds(cells)
        .map(|threshold| Hidden::below(cells, threshold, u32::MAX))
        .find(|hidden| {
            let sum = hidden.sum(cells);
            let unknown = sum.saturating_sub(hidden.sum(floors));
            hidden.number() >= 2 && unknown >= MIN_GROUP && sum <= hidden.most()
        })
        .unwrap_or_else(|| Hidden::everything(cells))
}

/// How the counts of several choices may overlap.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Overlap {
    /// The most that one respondent may choose.
    pub most: u32,
    /// The place of "no opinion", which stands alone.
    pub none: Option<usize>,
}

impl Overlap {
    /// How many chose both of two answers; none where somebody gave a third one, because then it does not follow from
    /// the counts.
    pub fn chose_both(self, cells: &[u32], answered: u32) -> Option<u32> {
        let given = cells.iter().enumerate().filter(|(place, count)| Some(*place) != self.none && **count > 0);
        (given.count() <= 2).then(|| total(cells.iter().copied()).saturating_sub(answered))
    }

    /// Whether those who chose both may be known, or cannot be.
    fn keeps_both(self, cells: &[u32], answered: u32, enough: impl Fn(u32) -> bool) -> bool {
        self.chose_both(cells, answered).is_none_or(enough)
    }
}

/// Counts of which each respondent who answered is in one at least and `overlap.most` at most: several choices. Here
/// those who did not choose something are a group too, and of two answers those who chose both.
pub fn overlapping(cells: &[u32], answered: u32, overlap: Overlap) -> Hidden {
    if answered == 0 {
        return Hidden::nothing(cells);
    }
    if is_small(answered) {
        return Hidden::everything(cells);
    }
    let is_open = |count: u32| is_small(count) || is_nearly_all(count, answered);
    if !cells.iter().any(|&count| is_open(count)) {
        let keeps_both = overlap.keeps_both(cells, answered, may_be_known);
        return if keeps_both { Hidden::nothing(cells) } else { Hidden::everything(cells) };
    }
    thresholds(cells)
        .map(|threshold| Hidden::below(cells, threshold, answered))
        .find(|hidden| !hidden.all() && leaves_open(hidden, cells, answered, overlap.most))
        .unwrap_or_else(|| Hidden::everything(cells))
}

/// Whether the shown counts leave the hidden ones open: everybody chose one at least, so what the shown ones lack
/// is a lower limit on the hidden ones; nobody chose more than `most`, which is an upper limit.
fn leaves_open(hidden: &Hidden, cells: &[u32], answered: u32, most: u32) -> bool {
    let shown = hidden.shown(cells);
    let at_least = answered.saturating_sub(shown);
    let at_most = answered.saturating_mul(most).saturating_sub(shown);
    at_least <= hidden.most() && at_most >= hidden.below.saturating_sub(1).saturating_mul(hidden.number())
}

/// What a part may hide instead: what the whole hides, and ever more of its smallest counts, as long as one is left. An
/// answer that nobody in the whole gave hides nothing: everybody knows that nobody in the part gave it.
pub fn coarser(hidden: &Hidden, cells: &[u32]) -> Vec<Hidden> {
    let more = thresholds(cells).map(|threshold| {
        let cells =
            hidden.cells.iter().zip(cells).map(|(&hidden, &count)| hidden || count > 0 && count < threshold).collect();
        Hidden { cells, below: threshold.max(hidden.below) }
    });
    let mut all: Vec<Hidden> = std::iter::once(hidden.clone()).chain(more).filter(|hidden| !hidden.all()).collect();
    all.dedup_by(|later, earlier| later.cells == earlier.cells);
    all
}

/// Whether the counts of a part of the respondents may be shown with the same ones hidden as in the whole: each
/// shown count and the sum of the hidden ones is nobody or enough, and not everybody answered the same.
pub fn exclusive_part_is_safe(hidden: &Hidden, cells: &[u32]) -> bool {
    let shown = hidden.cells.iter().zip(cells).filter(|(hidden, _)| !**hidden).map(|(_, &count)| count);
    let groups: Vec<u32> = shown.chain(hidden.any().then(|| hidden.sum(cells))).collect();
    !hidden.all()
        && groups.iter().all(|&count| may_be_known(count))
        && groups.iter().filter(|&&count| count > 0).count() >= 2
}

/// The same for several choices.
pub fn overlapping_part_is_safe(hidden: &Hidden, cells: &[u32], answered: u32, overlap: Overlap) -> bool {
    let mut shown = hidden.cells.iter().zip(cells).filter(|(hidden, _)| !**hidden).map(|(_, &count)| count);
    !hidden.all()
        && answered >= MIN_GROUP
        && shown.all(|count| may_be_known(count) && !is_nearly_all(count, answered))
        && if hidden.any() {
            answered <= hidden.shown(cells) && leaves_open(hidden, cells, answered, overlap.most)
        } else {
            overlap.keeps_both(cells, answered, may_be_known)
        }
}
