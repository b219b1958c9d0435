//! An attacker who knows the published figures and the rules by which they were hidden cannot compute a hidden
//! count: every table of a size is published, and wherever a count is hidden, tables with different values of that
//! count look the same.
use std::collections::HashMap;

use shared::tally::MIN_GROUP;
use shared::tally::suppress::{Hidden, Overlap, exclusive, overlapping, running};

type Shown = Vec<Option<u32>>;

fn shown(cells: &[u32], hidden: &Hidden) -> Shown {
    cells.iter().zip(&hidden.cells).map(|(&count, &hidden)| (!hidden).then_some(count)).collect()
}

/// Every way to divide `sum` over so many cells.
fn divisions(sum: u32, cells: usize) -> Vec<Vec<u32>> {
    if cells == 1 {
        return vec![vec![sum]];
    }
    (0..=sum)
        .flat_map(|first| divisions(sum - first, cells - 1).into_iter().map(move |rest| [vec![first], rest].concat()))
        .collect()
}

/// What an attacker learns: for each thing that can be seen, the least and the most that every cell can be.
#[derive(Default)]
struct Attacker<View> {
    ranges: HashMap<View, Vec<(u32, u32)>>,
}

impl<View: std::hash::Hash + Eq + std::fmt::Debug> Attacker<View> {
    fn new() -> Self {
        Self { ranges: HashMap::new() }
    }

    fn sees(&mut self, view: View, cells: &[u32]) {
        let ranges = self.ranges.entry(view).or_insert_with(|| cells.iter().map(|&count| (count, count)).collect());
        for ((least, most), &count) in ranges.iter_mut().zip(cells) {
            *least = (*least).min(count);
            *most = (*most).max(count);
        }
    }

    /// Fails when a hidden cell that may be a small group has less than `width` between its least and its most.
    /// That nobody chose something is no group: a later nought says as much of an earlier set.
    fn finds_nothing(&self, hidden: impl Fn(&View) -> Vec<bool>, width: u32) {
        for (view, ranges) in &self.ranges {
            for ((least, most), hidden) in ranges.iter().zip(hidden(view)) {
                let is_no_group = *least >= MIN_GROUP || *most == 0;
                assert!(!hidden || is_no_group || most - least >= width, "{view:?} gives {ranges:?}");
            }
        }
    }
}

fn is_hidden(shown: &Shown) -> Vec<bool> {
    shown.iter().map(Option::is_none).collect()
}

#[test]
fn one_choice_leaves_every_hidden_count_open() {
    for (cells, largest) in [(2, 120), (3, 50), (4, 28), (5, 20)] {
        for answered in 1..=largest {
            let mut attacker = Attacker::new();
            for table in divisions(answered, cells) {
                let hidden = exclusive(&table, &vec![0; cells]);
                let view = shown(&table, &hidden);
                // Primary suppression, and the sum of what is hidden.
                assert!(view.iter().flatten().all(|&count| count == 0 || count >= MIN_GROUP), "{table:?}");
                let sum = hidden.sum(&table);
                assert!(!hidden.any() || sum >= MIN_GROUP || answered < MIN_GROUP, "{table:?}");
                attacker.sees(view, &table);
            }
            // A group below 10 hides its size as well, so only larger ones have a known sum.
            if answered >= MIN_GROUP {
                attacker.finds_nothing(is_hidden, 3);
            }
        }
    }
}

#[test]
fn that_everybody_answered_the_same_is_not_to_be_seen() {
    for answered in MIN_GROUP..45 {
        let mut views: HashMap<Shown, bool> = HashMap::new();
        for table in divisions(answered, 3) {
            let unanimous = table.contains(&answered);
            let view = shown(&table, &exclusive(&table, &[0; 3]));
            let always = views.entry(view).or_insert(true);
            *always &= unanimous;
        }
        assert!(views.values().all(|&always| !always));
    }
}

/// Every table of several choices that `answered` people can have made.
fn choices(answered: u32, cells: usize, most: u32) -> Vec<Vec<u32>> {
    let mut tables = vec![Vec::new()];
    for _ in 0..cells {
        tables = tables
            .into_iter()
            .flat_map(|table: Vec<u32>| (0..=answered).map(move |count| [table.clone(), vec![count]].concat()))
            .collect();
    }
    tables.retain(|table| (answered..=answered * most).contains(&table.iter().sum()));
    tables
}

#[test]
fn several_choices_leave_every_hidden_count_open() {
    for (cells, most, largest) in [(2, 2, 70), (3, 2, 30), (3, 3, 30), (4, 2, 16), (4, 4, 16)] {
        for answered in MIN_GROUP..=largest {
            let mut attacker = Attacker::new();
            for table in choices(answered, cells, most) {
                let overlap = Overlap { most, none: None };
                let hidden = overlapping(&table, answered, overlap);
                let both = overlap.chose_both(&table, answered);
                let may_be_known = both.is_none_or(|both| both == 0 || both >= MIN_GROUP);
                assert!(hidden.any() || may_be_known, "{table:?}: {both:?} chose both");
                let view = shown(&table, &hidden);
                for &count in view.iter().flatten() {
                    assert!(count == 0 || (MIN_GROUP..=answered - MIN_GROUP).contains(&count), "{table:?}");
                }
                attacker.sees(view, &table);
            }
            attacker.finds_nothing(is_hidden, 3);
        }
    }
}

/// What the second of two sets adds: at least 10 answers that are not all the same.
fn steps(added: u32, cells: usize) -> Vec<Vec<u32>> {
    divisions(added, cells).into_iter().filter(|step| !step.contains(&added)).collect()
}

#[test]
fn a_running_and_a_final_set_together_leave_every_small_count_of_both_open() {
    for (cells, first, second) in [(2, 10..75, 10..23), (3, 10..26, 10..11), (3, 60..61, 10..11)] {
        for answered in first {
            for added in second.clone() {
                let mut with_final = Attacker::new();
                let mut with_running = Attacker::new();
                for table in divisions(answered, cells) {
                    let before = shown(&table, &running(&table, answered, None));
                    let floors: Vec<u32> = before.iter().map(|count| count.unwrap_or(0)).collect();
                    for step in steps(added, cells) {
                        let later: Vec<u32> = table.iter().zip(&step).map(|(count, more)| count + more).collect();
                        let both = [table.clone(), later.clone()].concat();
                        with_final.sees((before.clone(), shown(&later, &exclusive(&later, &floors))), &both);
                        let after = shown(&later, &running(&later, answered + added, None));
                        with_running.sees((before.clone(), after), &both);
                    }
                }
                let hidden = |(before, after): &(Shown, Shown)| [is_hidden(before), is_hidden(after)].concat();
                with_final.finds_nothing(hidden, 3);
                with_running.finds_nothing(hidden, 3);
            }
        }
    }
}

#[test]
fn examples() {
    let hides = |cells: &[u32]| exclusive(cells, &vec![0; cells.len()]).cells;
    assert_eq!(hides(&[60, 40]), [false, false]);
    assert_eq!(hides(&[60, 40, 0]), [false, false, false], "nobody is no group");
    assert_eq!(hides(&[60, 40, 3]), [false, true, true], "3 alone would follow from the sum");
    assert_eq!(hides(&[60, 40, 6, 5]), [false, false, true, true]);
    assert_eq!(hides(&[60, 40, 9, 9, 9]), [false, false, true, true, true]);
    assert_eq!(hides(&[100, 0]), [true, true], "everybody said the same");
    assert_eq!(hides(&[5, 4]), [true, true]);
    let hidden = exclusive(&[13, 1, 28], &[12, 0, 20]);
    assert!(hidden.all(), "the 13 was shown as 12 before, so 13 and 1 together would say too much");
    let overlap = Overlap { most: 3, none: None };
    assert_eq!(overlapping(&[30, 25, 4], 40, overlap).cells, [false, false, true]);
    assert_eq!(overlapping(&[36, 25, 20], 40, overlap).cells, [true, false, false], "all but four");
}
