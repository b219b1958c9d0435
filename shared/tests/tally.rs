//! Counting, merging and publishing, with an attacker who subtracts.
#![expect(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    reason = "a test fails by panicking, its helping functions too"
)]

use std::collections::HashMap;

use proptest::prelude::*;
use shared::area::Area;
use shared::ids::{AreaId, QuestionId};
use shared::poll::{Answer, Answers, Poll};
use shared::tally::running::{Running, is_safe_step};
use shared::tally::{AreaFigures, Counted, Estimate, MIN_GROUP, Published, QuestionFigures, RawCounts, Row};
use shared::time::CivilDate;

fn poll() -> Poll {
    serde_json::from_str(include_str!("golden/poll.json")).unwrap()
}

fn areas() -> Vec<Area> {
    serde_json::from_str(
        r#"[{"id":"noord","kind":"wijk","name":"Noord"},
            {"id":"molenbuurt","parentId":"noord","kind":"buurt","name":"Molenbuurt"},
            {"id":"de-wiek","parentId":"molenbuurt","kind":"complex","name":"De Wiek"},
            {"id":"dijkbuurt","parentId":"noord","kind":"buurt","name":"Dijkbuurt"},
            {"id":"haven","parentId":"noord","kind":"buurt","name":"Haven"}]"#,
    )
    .unwrap()
}

fn on() -> CivilDate {
    "2026-03-16".parse().unwrap()
}

fn question(id: &str) -> QuestionId {
    id.parse().unwrap()
}

type Ballot = (Option<AreaId>, Answers);

/// One ballot from small numbers; a number beyond the options is a skipped question.
fn ballot(area: usize, safe: usize, what: usize, mark: u8) -> Ballot {
    let area = ["molenbuurt", "de-wiek", "dijkbuurt", "haven"].get(area).map(|id| id.parse().unwrap());
    let options = |ids: &[&str]| Answer::Choices(ids.iter().map(|id| id.parse().unwrap()).collect());
    let mut answers = Answers::new();
    if let Some(option) = ["ja", "nee", "geen-mening"].get(safe) {
        answers.insert(question("veilig"), Answer::Choice(option.parse().unwrap()));
    }
    let wishes = [&["licht"][..], &["groen"], &["buren"], &["licht", "groen"], &["groen", "buren"], &["weet-niet"]];
    if let Some(ids) = wishes.get(what) {
        answers.insert(question("wat"), options(ids));
    }
    if (1..=5).contains(&mark) {
        answers.insert(question("cijfer"), Answer::Scale(mark));
    }
    (area, answers)
}

fn count(ballots: &[Ballot]) -> RawCounts {
    let mut raw = RawCounts::default();
    for (area, answers) in ballots {
        raw.add_ballot(area.as_ref(), answers);
    }
    raw
}

/// Ballots that are neither evenly spread nor all alike.
fn ballots(most: usize) -> impl Strategy<Value = Vec<Ballot>> {
    let skewed = |n: usize| prop_oneof![4 => Just(0), 2 => Just(1), 2 => 0..n];
    let one = (skewed(5), skewed(4), skewed(7), prop_oneof![3 => Just(4_u8), 2 => Just(3), 2 => 0..6_u8]);
    proptest::collection::vec(one.prop_map(|(area, safe, what, mark)| ballot(area, safe, what, mark)), 0..most)
}

proptest! {
    #[test]
    fn counting_one_by_one_and_all_at_once_is_the_same(ballots in ballots(60), split in 0_usize..60) {
        let split = split.min(ballots.len());
        let (one, other) = ballots.split_at(split);
        let (one, other) = (count(one), count(other));
        prop_assert_eq!(one.clone().merge(other.clone()), count(&ballots));
        prop_assert_eq!(other.merge(one), count(&ballots));
        // A box adds to rows of its database instead.
        let mut rows: HashMap<Counted, u32> = HashMap::new();
        for (area, answers) in &ballots {
            for about in Counted::by_ballot(area.as_ref(), answers) {
                *rows.entry(about).or_default() += 1;
            }
        }
        let mut stored = RawCounts::default();
        for (about, count) in rows {
            stored.add(about, count);
        }
        prop_assert_eq!(&stored, &count(&ballots));
        prop_assert_eq!(stored.ballots() as usize, ballots.len());
        let wire = serde_json::to_string(&stored).unwrap();
        prop_assert_eq!(serde_json::from_str::<RawCounts>(&wire).unwrap(), stored);
    }

    #[test]
    fn merging_does_not_depend_on_the_grouping(a in ballots(20), b in ballots(20), c in ballots(20)) {
        let (a, b, c) = (count(&a), count(&b), count(&c));
        prop_assert_eq!(a.clone().merge(b.clone()).merge(c.clone()), a.merge(b.merge(c)));
    }

    /// Subtracting areas from the total never gives a small group, and bounds never close in on a hidden one.
    #[test]
    fn areas_cannot_be_used_against_the_total(ballots in ballots(260)) {
        let raw = count(&ballots);
        let set = Published::make(&poll(), Some(&areas()), &raw, &[], on());
        let listed: u32 = set.areas.iter().filter_map(|area| area.ballots).sum();
        prop_assert!(set.areas.iter().all(|area| area.ballots.is_some_and(|ballots| ballots >= MIN_GROUP)));
        if let Some(all) = set.total.ballots {
            prop_assert!(is_group(all - listed), "{listed} of {all}");
        } else {
            prop_assert!(set.areas.is_empty());
        }
        for (place, total) in set.total.questions.iter().enumerate() {
            let lines: Vec<&QuestionFigures> =
                set.areas.iter().map(|area| &area.questions[place]).filter(|line| line.answered.is_some()).collect();
            for (row, figure) in total.figures.iter().enumerate() {
                let Some(all) = figure.count else { continue };
                let counts: Option<Vec<u32>> = lines.iter().map(|line| line.figures[row].count).collect();
                let Some(parts) = counts.map(|counts| counts.iter().sum::<u32>()) else { continue };
                prop_assert!(is_group(all - parts), "{:?}: {parts} of {all}", figure.row);
            }
            if ["veilig", "cijfer"].contains(&total.question_id.as_str()) {
                let sums: Vec<u32> = lines.iter().map(|line| hidden_sum(line)).collect();
                prop_assert!(sums.iter().all(|&sum| is_group(sum)));
                // What areas hide of everybody, less what they hide of themselves.
                let hidden = |row: usize| lines.iter().any(|line| line.figures[row].count.is_none());
                let kept = |row: &usize| !lines.is_empty() && !hidden(*row);
                let shown: u32 = (0..total.figures.len()).filter(kept).filter_map(|row| total.figures[row].count).sum();
                let rest = total.answered.unwrap_or(0) - shown - sums.iter().sum::<u32>();
                prop_assert!(total.answered.is_none() || lines.is_empty() || is_group(rest), "{rest}");
                attack_by_bounds(&set, place, &raw)?;
            }
        }
    }

    /// Whatever is published while a poll is open, every step to the next set and to the last one is a group.
    #[test]
    fn steps_between_sets_are_groups(ballots in ballots(300), pauses in proptest::collection::vec(1_usize..40, 1..40)) {
        let poll = poll();
        let mut running = Running::default();
        let mut published = vec![RawCounts::default()];
        let mut taken = 0;
        for pause in pauses {
            taken = ballots.len().min(taken + pause);
            let (next, released) = running.collect(&poll, &count(&ballots[..taken]));
            running = next;
            published.extend(released);
        }
        let last = count(&ballots);
        if published.len() > 1 {
            published.push(last);
        }
        for step in published.windows(2) {
            prop_assert!(is_safe_step(&poll, &step[0], &step[1]));
        }
        let sets: Vec<Published> = published.iter().fold(Vec::new(), |mut sets, raw| {
            let next = Published::make(&poll, None, raw, &sets, on());
            sets.push(next);
            sets
        });
        for (place, set) in sets.iter().enumerate() {
            prop_assert_eq!(set.number as usize, place + 1);
            prop_assert!(set.areas.is_empty());
        }
    }
}

fn is_group(count: u32) -> bool {
    count == 0 || count >= MIN_GROUP
}

/// What the hidden counts of a line add up to, as everybody can compute.
fn hidden_sum(line: &QuestionFigures) -> u32 {
    let shown: u32 = line.figures.iter().filter_map(|figure| figure.count).sum();
    line.answered.map_or(0, |answered| answered - shown)
}

/// Narrows every cell of areas by rows from all that is known of sums, until nothing changes. No cell that is really
/// 1 to 9 may end up known.
fn attack_by_bounds(set: &Published, place: usize, raw: &RawCounts) -> Result<(), TestCaseError> {
    let total = &set.total.questions[place];
    if total.answered.is_none() {
        return Ok(());
    }
    let line_of = |figures: &AreaFigures| figures.questions[place].clone();
    let mut lines: Vec<QuestionFigures> = set.areas.iter().map(line_of).collect();
    // The last line is everybody else.
    let known = |line: &QuestionFigures, row: usize| line.figures[row].count;
    let rest_answered =
        lines.iter().map(|line| line.answered).sum::<Option<u32>>().map(|sum| total.answered.unwrap() - sum);
    let everybody_else = QuestionFigures { answered: rest_answered, figures: total.figures.clone(), ..total.clone() };
    let parts = lines.len();
    lines.push(everybody_else);
    let most = total.answered.unwrap();
    let rows = total.figures.len();
    let mut low = vec![vec![0_u32; rows]; lines.len()];
    let mut high = vec![vec![most; rows]; lines.len()];
    for (index, line) in lines.iter().enumerate().take(parts) {
        for row in 0..rows {
            if let Some(count) = known(line, row) {
                (low[index][row], high[index][row]) = (count, count);
            }
        }
    }
    for _ in 0..50 {
        for row in 0..rows {
            let column: Vec<usize> = (0..lines.len()).collect();
            if let Some(sum) = total.figures[row].count {
                narrow(sum, column.iter().map(|&index| (index, row)), &mut low, &mut high);
            }
        }
        for (index, line) in lines.iter().enumerate() {
            if let Some(sum) = line.answered {
                narrow(sum, (0..rows).map(|row| (index, row)), &mut low, &mut high);
            }
        }
    }
    for (index, figures) in set.areas.iter().enumerate() {
        for row in 0..rows {
            let about = |area: &str| Counted {
                area_id: Some(area.parse().unwrap()),
                question_id: Some(total.question_id.clone()),
                row: total.figures[row].row.clone(),
            };
            let name = figures.area_id.as_ref().unwrap().as_str();
            let names = if name == "molenbuurt" { vec!["molenbuurt", "de-wiek"] } else { vec![name] };
            let find = |name: &str| raw.iter().find(|(key, _)| **key == about(name)).map_or(0, |(_, count)| count);
            let truth: u32 = names.into_iter().map(find).sum();
            prop_assert!(low[index][row] <= truth && truth <= high[index][row], "the attack itself is wrong");
            let found = low[index][row] == high[index][row];
            prop_assert!(!found || is_group(truth), "{name} {row}: {truth} found in {set:?}");
        }
    }
    Ok(())
}

fn narrow(sum: u32, cells: impl Iterator<Item = (usize, usize)>, low: &mut [Vec<u32>], high: &mut [Vec<u32>]) {
    let cells: Vec<(usize, usize)> = cells.collect();
    for &(line, row) in &cells {
        let others = || cells.iter().filter(|&&cell| cell != (line, row));
        let others_least: u32 = others().map(|&(line, row)| low[line][row]).sum();
        let others_most: u32 = others().map(|&(line, row)| high[line][row]).fold(0, u32::saturating_add);
        high[line][row] = high[line][row].min(sum - others_least);
        low[line][row] = low[line][row].max(sum.saturating_sub(others_most));
    }
}

/// A mean says nothing that the shown counts beside it do not say: every table of a size is published, and those
/// that look alike without the mean have the same mean.
#[test]
fn a_mean_adds_nothing_to_what_is_shown() {
    let poll = poll();
    let mark = question("cijfer");
    let mut means: HashMap<String, Option<Estimate>> = HashMap::new();
    let mut vague = 0;
    for (first, second, third) in
        (0..30).step_by(2).flat_map(|a| (0..30).step_by(3).flat_map(move |b| (0..14).map(move |c| (a, b, c))))
    {
        let cells = [third, first, 21, second, 14 - third];
        let mut raw = RawCounts::default();
        let mut add = |question_id: Option<&QuestionId>, row, count| {
            raw.add(Counted { area_id: None, question_id: question_id.cloned(), row }, count);
        };
        let answered: u32 = cells.iter().sum();
        add(None, Row::Answered, answered);
        add(Some(&mark), Row::Answered, answered);
        for (value, count) in (1..).zip(cells) {
            add(Some(&mark), Row::Value(value), count);
        }
        let set = Published::make(&poll, Some(&[]), &raw, &[], on());
        let mut line = set.total.questions.into_iter().find(|line| line.question_id == mark).unwrap();
        let mean = line.mean.take();
        vague += u32::from(mean.is_some() && line.figures.iter().any(|figure| figure.count.is_none()));
        let seen = means.entry(serde_json::to_string(&line).unwrap()).or_insert(mean);
        assert_eq!(*seen, mean, "{line:?}");
    }
    assert!(vague > 100, "{vague}: a rule that shows no mean would pass too");
}

#[test]
fn a_mean_with_hidden_values_is_near_and_says_how_near() {
    let mut ballots = Vec::new();
    for (mark, times) in [(1, 3), (2, 8), (3, 25), (4, 40), (5, 24)] {
        ballots.extend(std::iter::repeat_n(ballot(9, 0, 0, mark), times));
    }
    let set = Published::make(&poll(), Some(&areas()), &count(&ballots), &[], on());
    let line = set.total.questions.iter().find(|line| line.question_id == question("cijfer")).unwrap();
    assert_eq!(line.figures[0].count, None);
    let mean = line.mean.unwrap();
    assert!((mean.value - 3.74).abs() < 0.06, "{mean:?}");
    assert!(mean.low < 3.74 - 0.2 && mean.high > 3.74 + 0.2, "{mean:?}");
}

fn example() -> Published {
    let mut ballots = Vec::new();
    let mut cast = |times: usize, area, safe, what, mark| {
        ballots.extend(std::iter::repeat_n(ballot(area, safe, what, mark), times));
    };
    cast(30, 0, 0, 0, 4);
    cast(15, 1, 1, 3, 2);
    cast(12, 2, 1, 1, 3);
    cast(14, 2, 0, 3, 4);
    cast(7, 3, 2, 5, 1);
    cast(21, 4, 0, 2, 5);
    Published::make(&poll(), Some(&areas()), &count(&ballots), &[], on())
}

#[test]
fn a_published_set_stays_as_it_is_on_the_wire() {
    let golden = include_str!("golden/published.json");
    let set = serde_json::to_string_pretty(&example()).unwrap();
    if std::env::var_os("UPDATE_GOLDEN").is_some() {
        std::fs::write(concat!(env!("CARGO_MANIFEST_DIR"), "/tests/golden/published.json"), format!("{set}\n"))
            .unwrap();
    }
    assert_eq!(set, golden.trim_end());
    assert_eq!(serde_json::from_str::<Published>(golden).unwrap(), example());
}

#[test]
fn fewer_than_ten_ballots_show_nothing_at_all() {
    let nine = vec![ballot(0, 0, 0, 4); 9];
    let set = Published::make(&poll(), Some(&areas()), &count(&nine), &[], on());
    assert_eq!(set.total.ballots, None);
    assert!(set.areas.is_empty());
    for line in &set.total.questions {
        assert_eq!((line.mean, line.figures.iter().any(|figure| figure.share.is_some())), (None, false));
        assert!(line.answered.unwrap_or(0) == 0 && line.figures.iter().all(|figure| figure.count.unwrap_or(0) == 0));
    }
}
