//! All that is published about one question, as conditions on what is not.
//!
//! Lines are groups of respondents: everybody in each set, those who came between two sets, each area, and all who
//! are in no area shown. In each line stand how many answered, how many gave each answer, and how many did not.

use std::fmt::Write;

use shared::ids::AreaId;
use shared::poll::{Question, QuestionKind};
use shared::tally::{AreaFigures, QuestionFigures};

use crate::solver::{Search, System, Unknown};
use crate::world::{World, count};

/// One group of respondents.
struct Line {
    name: String,
    answered: Unknown,
    chose: Vec<Unknown>,
    did_not: Vec<Unknown>,
}

/// Something that nobody may find out: an unknown, what it really is, and what that would be.
struct Secret {
    unknown: Unknown,
    truth: i64,
    what: String,
    is_unanimous: bool,
}

pub(crate) struct Attack<'a> {
    world: &'a World,
    question: &'a Question,
    place: usize,
    system: System,
    /// What every unknown really is.
    truth: Vec<i64>,
    lines: Vec<Line>,
    secrets: Vec<Secret>,
}

/// More people than answer any of these polls.
const EVERYBODY: i64 = 1_000;

impl<'a> Attack<'a> {
    pub(crate) fn on(world: &'a World, place: usize) -> Self {
        let question = &world.poll.questions[place];
        let (system, truth, lines, secrets) = Default::default();
        let mut attack = Self { world, question, place, system, truth, lines, secrets };
        attack.totals_and_steps();
        attack.areas();
        attack.note_secrets();
        assert!(attack.system.allows(&attack.truth), "the attack itself is wrong: {}", attack.describe());
        attack
    }

    /// What can be found, with the line and the row.
    pub(crate) fn run(&self) -> Vec<String> {
        let Some(bounds) = self.system.narrowed() else { return vec!["nothing is possible".to_owned()] };
        let mut open = vec![false; self.secrets.len()];
        let mut found = Vec::new();
        for place in 0..self.secrets.len() {
            let secret = &self.secrets[place];
            if open[place] {
                continue;
            }
            match self.system.otherwise(&bounds, secret.unknown, secret.truth, &self.truth) {
                Search::Solution(values) => {
                    assert!(self.system.allows(&values), "the solver is wrong");
                    for (open, secret) in open.iter_mut().zip(&self.secrets) {
                        *open |= values[secret.unknown] != secret.truth;
                    }
                }
                Search::None => found.push(format!("{}: {}", secret.what, secret.truth)),
                Search::TookTooLong => found.push(format!("{}: {} (not decided)", secret.what, secret.truth)),
            }
        }
        found
    }

    pub(crate) fn small_groups(&self) -> usize {
        self.secrets.len() - self.unanimous()
    }

    pub(crate) fn unanimous(&self) -> usize {
        self.secrets.iter().filter(|secret| secret.is_unanimous).count()
    }

    /// How many counts are shown of this question, noughts left out.
    pub(crate) fn shown(&self) -> usize {
        let sets = self.world.sets.iter().flat_map(|set| std::iter::once(&set.total).chain(&set.areas));
        sets.flat_map(|area| &area.questions[self.place].figures).filter(|figure| figure.count > Some(0)).count()
    }

    pub(crate) fn describe(&self) -> String {
        let mut text = format!("{:?}\n", self.question.kind);
        for line in &self.lines {
            let value = |unknown: &Unknown| self.truth[*unknown];
            let chose: Vec<i64> = line.chose.iter().map(value).collect();
            writeln!(text, "{}: {} answered, {chose:?}", line.name, value(&line.answered)).unwrap();
        }
        for set in &self.world.sets {
            for area in std::iter::once(&set.total).chain(&set.areas) {
                let line = &area.questions[self.place];
                let counts: Vec<Option<u32>> = line.figures.iter().map(|figure| figure.count).collect();
                let (number, name) = (set.number, &area.area_id);
                writeln!(text, "set {number} {name:?}: {:?} ballots, {:?} {counts:?}", area.ballots, line.answered)
                    .unwrap();
            }
        }
        text
    }

    fn unknown(&mut self, truth: u32, least: i64, most: i64) -> Unknown {
        self.truth.push(truth.into());
        self.system.unknown(least, most)
    }

    /// A new line, with what is true of every line of such a question.
    fn line(&mut self, name: String, answered: u32, chose: &[u32]) -> usize {
        let all = self.unknown(answered, 0, EVERYBODY);
        let mut line = Line { name, answered: all, chose: Vec::new(), did_not: Vec::new() };
        for &count in chose {
            line.chose.push(self.unknown(count, 0, EVERYBODY));
            line.did_not.push(self.unknown(answered - count, 0, EVERYBODY));
        }
        for (&chose, &did_not) in line.chose.iter().zip(&line.did_not) {
            self.system.equals(vec![(chose, 1), (did_not, 1), (all, -1)], 0);
        }
        if let QuestionKind::SeveralChoices { options, max } = &self.question.kind {
            // "No opinion" stands alone; of the others each respondent chose one at least.
            let none = options.iter().position(|option| option.no_opinion);
            let choices = || line.chose.iter().enumerate().filter(|(place, _)| Some(*place) != none);
            let with_opinion = none.map_or(all, |place| line.did_not[place]);
            let most = max.map_or(options.len(), usize::from).min(choices().count());
            for (_, &chose) in choices() {
                self.system.not_negative(vec![(with_opinion, 1), (chose, -1)]);
            }
            let sum = |factor: i64| choices().map(|(_, &chose)| (chose, factor)).collect::<Vec<_>>();
            self.system.not_negative([sum(1), vec![(with_opinion, -1)]].concat());
            let most = i64::try_from(most).unwrap();
            self.system.not_negative([sum(-1), vec![(with_opinion, most)]].concat());
        } else {
            let sum = line.chose.iter().map(|&chose| (chose, 1));
            self.system.equals(sum.chain([(all, -1)]).collect(), 0);
        }
        self.lines.push(line);
        self.lines.len() - 1
    }

    /// What is shown of a line. A total without a number is a small group, as everybody knows.
    fn knows(&mut self, line: usize, area: &AreaFigures) {
        let figures: &QuestionFigures = &area.questions[self.place];
        let answered = self.lines[line].answered;
        let most = area.ballots.map_or(9, i64::from);
        let least = if self.question.required && area.ballots.is_some() { most } else { 0 };
        self.system.between(vec![(answered, 1)], least, most);
        match figures.answered {
            Some(count) => self.system.equals(vec![(answered, 1)], count.into()),
            None if area.area_id.is_none() => self.system.between(vec![(answered, 1)], 1, 9),
            None => {}
        }
        for (row, figure) in figures.figures.iter().enumerate() {
            if let Some(count) = figure.count {
                let chose = self.lines[line].chose[row];
                self.system.equals(vec![(chose, 1)], count.into());
            }
        }
        // Whoever knows the rules knows that what a total hides is less than what it shows.
        let shown = figures.figures.iter().filter_map(|figure| figure.count).min();
        let exclusive = !matches!(self.question.kind, QuestionKind::SeveralChoices { .. });
        if let Some(shown) = shown.filter(|_| exclusive && area.area_id.is_none()) {
            for (row, _) in figures.figures.iter().enumerate().filter(|(_, figure)| figure.count.is_none()) {
                let chose = self.lines[line].chose[row];
                self.system.between(vec![(chose, 1)], 0, i64::from(shown) - 1);
            }
        }
    }

    /// The columns of some lines add up to those of another one.
    fn adds_up(&mut self, parts: &[usize], whole: usize) {
        let columns = |line: &Line| std::iter::once(line.answered).chain(line.chose.clone()).collect::<Vec<_>>();
        let wholes = columns(&self.lines[whole]);
        for (row, unknown) in wholes.into_iter().enumerate() {
            let mut terms: Vec<(Unknown, i64)> =
                parts.iter().map(|&part| (columns(&self.lines[part])[row], 1)).collect();
            terms.push((unknown, -1));
            self.system.equals(terms, 0);
        }
    }

    fn totals_and_steps(&mut self) {
        let mut before: Option<usize> = None;
        for (raw, set) in self.world.raw.iter().zip(&self.world.sets) {
            let (answered, chose) = count(self.question, raw, |_| true);
            let total = self.line(format!("total {}", set.number), answered, &chose);
            self.knows(total, &set.total);
            if let Some(before) = before {
                let value = |unknown: Unknown| u32::try_from(self.truth[unknown]).unwrap();
                let earlier = &self.lines[before];
                let grown: Vec<u32> = chose.iter().zip(&earlier.chose).map(|(now, &was)| now - value(was)).collect();
                let more = answered - value(earlier.answered);
                let step = self.line(format!("step to {}", set.number), more, &grown);
                self.adds_up(&[before, step], total);
            }
            before = Some(total);
        }
    }

    fn areas(&mut self) {
        let (Some(raw), Some(set)) = (self.world.raw.last(), self.world.sets.last()) else { return };
        let last = self.lines.iter().rposition(|line| line.name.starts_with("total")).unwrap();
        let mut parts = Vec::new();
        for figures in &set.areas {
            let (answered, chose) = count(self.question, raw, |area| area == figures.area_id.as_ref());
            let name = format!("area {}", figures.area_id.as_ref().unwrap());
            let part = self.line(name, answered, &chose);
            self.knows(part, figures);
            parts.push(part);
        }
        let listed = |area: Option<&AreaId>| set.areas.iter().any(|figures| figures.area_id.as_ref() == area);
        let (answered, chose) = count(self.question, raw, |area| !listed(area));
        let others = self.line("all others".to_owned(), answered, &chose);
        if let Some(ballots) = set.total.ballots {
            let beside =
                i64::from(ballots) - set.areas.iter().filter_map(|area| area.ballots).map(i64::from).sum::<i64>();
            let fewest = if self.question.required { beside } else { 0 };
            self.system.between(vec![(self.lines[others].answered, 1)], fewest, beside);
        }
        parts.push(others);
        self.adds_up(&parts, last);
    }

    fn note_secrets(&mut self) {
        for line in &self.lines {
            let truth = |unknown: Unknown| self.truth[unknown];
            let answered = truth(line.answered);
            let mut note = |unknown: Unknown, what: String, is_unanimous| {
                self.secrets.push(Secret { unknown, truth: truth(unknown), what, is_unanimous });
            };
            if is_small(answered) {
                note(line.answered, format!("{}, who answered", line.name), false);
            }
            for (row, (&chose, &did_not)) in line.chose.iter().zip(&line.did_not).enumerate() {
                if is_small(truth(chose)) {
                    note(chose, format!("{}, answer {row}", line.name), false);
                }
                if is_small(truth(did_not)) {
                    note(did_not, format!("{}, not answer {row}", line.name), false);
                }
                if truth(did_not) == 0 && answered > 0 {
                    note(did_not, format!("{}, all gave answer {row}", line.name), true);
                }
            }
        }
    }
}

const fn is_small(count: i64) -> bool {
    count > 0 && count < 10
}
