//! All that is published of a poll, as conditions on what is not.
//!
//! Each question is a table, and each statement of a battery. Lines are groups of respondents: everybody in each set,
//! those who came between two sets, each area, and all who are in no area shown; and of each background each group, and
//! all who are in none shown. In each line stand how many answered, how many gave each answer, and how many did not.

use std::fmt::Write;

use shared::ids::{AreaId, OptionId};
use shared::poll::{Question, QuestionKind, Wanted};
use shared::tally::{QuestionFigures, RawCounts, Row};

use crate::solver::{Search, System, Unknown};
use crate::world::{World, count, count_within};

/// One question, or one statement of a battery, with its lines.
struct Table<'a> {
    question: &'a Question,
    part: Option<&'a OptionId>,
    rows: Vec<Row>,
    lines: Vec<Line>,
}

/// One group of respondents.
struct Line {
    name: String,
    answered: Unknown,
    chose: Vec<Unknown>,
    did_not: Vec<Unknown>,
    /// Nobody of them skipped the question, and what they have in common is that they are in no group shown. How many
    /// skip a question is no secret; what they answered is.
    only_skipped: bool,
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
    system: System,
    /// What every unknown really is.
    truth: Vec<i64>,
    tables: Vec<Table<'a>>,
    secrets: Vec<Secret>,
}

/// The line of those in no group shown of a background.
const NO_GROUP: &str = "no group shown";

/// More people than answer any of these polls.
const EVERYBODY: i64 = 1_000;

impl<'a> Attack<'a> {
    pub(crate) fn on(world: &'a World) -> Self {
        let (system, truth, secrets) = Default::default();
        let mut attack = Self { world, system, truth, tables: Vec::new(), secrets };
        for question in &world.poll.questions {
            let statements = match &question.kind {
                QuestionKind::Battery { statements, .. } => statements.as_slice(),
                _ => &[],
            };
            let whole = statements.is_empty().then_some(None);
            for part in whole.into_iter().chain(statements.iter().map(|statement| Some(&statement.id))) {
                let rows = if part.is_some() { question.kind.part_rows() } else { question.kind.rows() };
                let rows = rows.into_iter().map(|(row, _)| row).collect();
                attack.tables.push(Table { question, part, rows, lines: Vec::new() });
                attack.totals_and_steps();
                attack.areas();
                attack.backgrounds();
                attack.depends();
            }
        }
        attack.note_secrets();
        assert!(attack.system.allows(&attack.truth), "the attack itself is wrong: {}", attack.describe());
        attack
    }

    fn table(&self) -> &Table<'a> {
        self.tables.last().unwrap()
    }

    fn count(&self, raw: &RawCounts, wanted: impl Fn(Option<&AreaId>) -> bool) -> (u32, Vec<u32>) {
        let Table { question, part, rows, .. } = self.table();
        count((&question.id, *part, rows), raw, wanted)
    }

    /// Who is asked a question that depends on an answer is who gave that answer.
    fn depends(&mut self) {
        let table = self.tables.last().unwrap();
        let Some(condition) = &table.question.condition else { return };
        let earlier = self.tables.iter().find(|earlier| earlier.question.id == condition.question_id).unwrap();
        let Wanted::Options(wanted) = &condition.is else { unreachable!("not made") };
        let wanted: Vec<usize> = wanted
            .iter()
            .map(|option| earlier.rows.iter().position(|row| *row == Row::Option(option.clone())).unwrap())
            .collect();
        let overlaps = matches!(earlier.question.kind, QuestionKind::SeveralChoices { .. });
        let required = table.question.required;
        let lines: Vec<_> = earlier.lines.iter().zip(&table.lines).collect();
        let lines: Vec<(String, Unknown, Vec<Unknown>, Unknown)> = lines
            .into_iter()
            .map(|(earlier, line)| {
                let gave = wanted.iter().map(|&row| earlier.chose[row]).collect();
                (line.name.clone(), earlier.answered, gave, line.answered)
            })
            .collect();
        for (name, answered, gave, asked) in lines {
            let sum: Vec<(Unknown, i64)> = gave.iter().map(|&gave| (gave, 1)).chain([(asked, -1)]).collect();
            match (required, overlaps && gave.len() > 1) {
                (true, false) => self.system.equals(sum, 0),
                (false, _) => self.system.not_negative(sum),
                // Everybody who is asked answers: this is how many gave at least one of these answers.
                (true, true) => {
                    self.derived(format!("{name}, more than one of the answers"), sum);
                    self.derived(format!("{name}, none of the answers"), vec![(answered, 1), (asked, -1)]);
                    for gave in gave {
                        self.derived(format!("{name}, another answer only"), vec![(asked, 1), (gave, -1)]);
                    }
                }
            }
        }
    }

    /// A group that follows from others.
    fn derived(&mut self, what: String, terms: Vec<(Unknown, i64)>) {
        let truth = terms.iter().map(|&(unknown, factor)| self.truth[unknown] * factor).sum();
        let unknown = self.unknown(u32::try_from(truth).unwrap(), 0, EVERYBODY);
        self.system.equals(terms.into_iter().chain([(unknown, -1)]).collect(), 0);
        if is_small(truth) {
            self.secrets.push(Secret { unknown, truth, what, is_unanimous: false });
        }
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

    /// How many counts are shown, noughts left out.
    pub(crate) fn shown(&self) -> usize {
        let sets = || self.world.sets.iter();
        let areas = sets().flat_map(|set| std::iter::once(&set.total).chain(&set.areas));
        let groups = sets().flat_map(|set| &set.backgrounds).flat_map(|background| &background.groups);
        let lines = areas.flat_map(|area| &area.questions).chain(groups.flat_map(|group| &group.questions));
        lines.flat_map(|line| &line.figures).filter(|figure| figure.count > Some(0)).count()
    }

    pub(crate) fn describe(&self) -> String {
        let mut text = String::new();
        for table in &self.tables {
            let Table { question, part, lines, .. } = table;
            writeln!(text, "{} {part:?} {:?} {:?}", question.id, question.condition, question.kind).unwrap();
            for line in lines {
                let value = |unknown: &Unknown| self.truth[*unknown];
                let chose: Vec<i64> = line.chose.iter().map(value).collect();
                writeln!(text, "{}: {} answered, {chose:?}", line.name, value(&line.answered)).unwrap();
            }
            for set in &self.world.sets {
                let areas = std::iter::once(&set.total).chain(&set.areas);
                let areas = areas.map(|area| (format!("{:?}", area.area_id), area.ballots, &area.questions));
                let groups = set.backgrounds.iter().flat_map(|background| &background.groups);
                let groups = groups.map(|group| (group.option_id.to_string(), group.ballots, &group.questions));
                for (name, ballots, questions) in areas.chain(groups) {
                    let Some(line) = figures(table, questions) else { continue };
                    let counts: Vec<Option<u32>> = line.figures.iter().map(|figure| figure.count).collect();
                    writeln!(text, "set {} {name}: {ballots:?} ballots, {:?} {counts:?}", set.number, line.answered)
                        .unwrap();
                }
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
        let mut line = Line { name, answered: all, chose: Vec::new(), did_not: Vec::new(), only_skipped: false };
        for &count in chose {
            line.chose.push(self.unknown(count, 0, EVERYBODY));
            line.did_not.push(self.unknown(answered - count, 0, EVERYBODY));
        }
        for (&chose, &did_not) in line.chose.iter().zip(&line.did_not) {
            self.system.equals(vec![(chose, 1), (did_not, 1), (all, -1)], 0);
        }
        if let QuestionKind::SeveralChoices { options, max } = &self.table().question.kind {
            // "No opinion" stands alone; of the others each respondent chose one at least.
            let none = options.iter().position(|option| option.no_opinion);
            let choices = || line.chose.iter().enumerate().filter(|(place, _)| Some(*place) != none);
            let with_opinion = none.map_or(all, |place| line.did_not[place]);
            let most = max.map_or(options.len(), usize::from).min(choices().count());
            for (_, &chose) in choices() {
                self.system.not_negative(vec![(with_opinion, 1), (chose, -1)]);
            }
            if choices().filter(|(place, _)| chose[*place] > 0).count() == 2 {
                // Both of the two that were given: what is more than one answer of each.
                let both = line.chose.iter().map(|&chose| (chose, 1)).chain([(all, -1)]).collect();
                self.derived(format!("{}, both answers", line.name), both);
            }
            let sum = |factor: i64| choices().map(|(_, &chose)| (chose, factor)).collect::<Vec<_>>();
            self.system.not_negative([sum(1), vec![(with_opinion, -1)]].concat());
            let most = i64::try_from(most).unwrap();
            self.system.not_negative([sum(-1), vec![(with_opinion, most)]].concat());
        } else {
            let sum = line.chose.iter().map(|&chose| (chose, 1));
            self.system.equals(sum.chain([(all, -1)]).collect(), 0);
        }
        let lines = &mut self.tables.last_mut().unwrap().lines;
        lines.push(line);
        lines.len() - 1
    }

    /// What is shown of a line. A total without a number is a small group, as everybody knows.
    fn knows(&mut self, line: usize, is_total: bool, ballots: Option<u32>, figures: &QuestionFigures) {
        let Line { answered, chose, .. } = &self.table().lines[line];
        let (answered, chose) = (*answered, chose.clone());
        let question = self.table().question;
        let most = ballots.map_or(9, i64::from);
        let everybody_answers = question.required && question.condition.is_none();
        let least = if everybody_answers && ballots.is_some() { most } else { 0 };
        self.system.between(vec![(answered, 1)], least, most);
        match figures.answered {
            Some(count) => self.system.equals(vec![(answered, 1)], count.into()),
            None if is_total && question.condition.is_none() => {
                self.system.between(vec![(answered, 1)], 1, 9);
            }
            None => {}
        }
        for (row, figure) in figures.figures.iter().enumerate() {
            if let Some(count) = figure.count {
                self.system.equals(vec![(chose[row], 1)], count.into());
            }
        }
        // Whoever knows the rules knows that what a total hides is less than what it shows.
        let shown = figures.figures.iter().filter_map(|figure| figure.count).min();
        let exclusive = !matches!(question.kind, QuestionKind::SeveralChoices { .. });
        if let Some(shown) = shown.filter(|_| exclusive && is_total) {
            for (row, _) in figures.figures.iter().enumerate().filter(|(_, figure)| figure.count.is_none()) {
                self.system.between(vec![(chose[row], 1)], 0, i64::from(shown) - 1);
            }
        }
    }

    /// The columns of some lines add up to those of another one.
    fn adds_up(&mut self, parts: &[usize], whole: usize) {
        let columns = |line: &Line| std::iter::once(line.answered).chain(line.chose.clone()).collect::<Vec<_>>();
        let lines = &self.tables.last().unwrap().lines;
        for (row, unknown) in columns(&lines[whole]).into_iter().enumerate() {
            let mut terms: Vec<(Unknown, i64)> = parts.iter().map(|&part| (columns(&lines[part])[row], 1)).collect();
            terms.push((unknown, -1));
            self.system.equals(terms, 0);
        }
    }

    fn totals_and_steps(&mut self) {
        let mut before: Option<usize> = None;
        for (raw, set) in self.world.raw.iter().zip(&self.world.sets) {
            // What respondents tell of themselves stands in the last set alone.
            let Some(shown) = figures(self.table(), &set.total.questions) else { continue };
            let (answered, chose) = self.count(raw, |_| true);
            let total = self.line(format!("total {}", set.number), answered, &chose);
            self.knows(total, true, set.total.ballots, shown);
            if let Some(before) = before {
                let value = |unknown: Unknown| u32::try_from(self.truth[unknown]).unwrap();
                let earlier = &self.table().lines[before];
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
        let last = self.table().lines.iter().rposition(|line| line.name.starts_with("total")).unwrap();
        if self.table().question.is_background() {
            let crossed = set.areas.iter().any(|area| figures(self.table(), &area.questions).is_some());
            assert!(!crossed, "nobody's age or home is counted by area");
            return;
        }
        let mut parts = Vec::new();
        for area in &set.areas {
            let (answered, chose) = self.count(raw, |named| named == area.area_id.as_ref());
            let name = format!("area {}", area.area_id.as_ref().unwrap());
            let part = self.line(name, answered, &chose);
            self.knows(part, false, area.ballots, figures(self.table(), &area.questions).unwrap());
            parts.push(part);
        }
        let listed = |area: Option<&AreaId>| set.areas.iter().any(|figures| figures.area_id.as_ref() == area);
        let (answered, chose) = self.count(raw, |area| !listed(area));
        let shown = set.areas.iter().filter_map(|area| area.ballots);
        self.others("no area shown", (answered, &chose), shown.sum(), parts, last);
    }

    /// Each background splits all respondents once more: the groups shown, and all others.
    fn backgrounds(&mut self) {
        let (Some(raw), Some(set)) = (self.world.raw.last(), self.world.sets.last()) else { return };
        let last = self.table().lines.iter().rposition(|line| line.name.starts_with("total")).unwrap();
        for background in &set.backgrounds {
            if self.table().question.is_background() {
                let groups = background.groups.iter();
                let crossed = groups.into_iter().any(|group| figures(self.table(), &group.questions).is_some());
                assert!(!crossed, "no background is counted by another one");
                continue;
            }
            let (mut rest, mut chosen) = self.count(raw, |_| true);
            let mut parts = Vec::new();
            for group in &background.groups {
                let Table { question, part, rows, .. } = self.table();
                let of = (&background.question_id, &group.option_id);
                let (answered, chose) = count_within((&question.id, *part, rows), raw, of);
                rest -= answered;
                chosen.iter_mut().zip(&chose).for_each(|(rest, chose)| *rest -= chose);
                let line = self.line(format!("group {}", group.option_id), answered, &chose);
                self.knows(line, false, group.ballots, figures(self.table(), &group.questions).unwrap());
                parts.push(line);
            }
            let shown = background.groups.iter().filter_map(|group| group.ballots);
            self.others(NO_GROUP, (rest, &chosen), shown.sum(), parts, last);
        }
    }

    /// Those in no part that is shown: they are as many as the total is more than these parts.
    fn others(
        &mut self,
        name: &str,
        (answered, chose): (u32, &[u32]),
        shown: u32,
        mut parts: Vec<usize>,
        total: usize,
    ) {
        let others = self.line(name.to_owned(), answered, chose);
        if let Some(ballots) = self.world.sets.last().and_then(|set| set.total.ballots) {
            let beside = i64::from(ballots) - i64::from(shown);
            let question = self.table().question;
            let fewest = if question.required && question.condition.is_none() { beside } else { 0 };
            self.system.between(vec![(self.table().lines[others].answered, 1)], fewest, beside);
            let lines = &mut self.tables.last_mut().unwrap().lines;
            lines[others].only_skipped = name == NO_GROUP && i64::from(answered) == beside;
        }
        parts.push(others);
        self.adds_up(&parts, total);
    }

    fn note_secrets(&mut self) {
        for (table, line) in self.tables.iter().flat_map(|table| table.lines.iter().map(move |line| (table, line))) {
            let name = format!("{} {}", table.question.id, line.name);
            let truth = |unknown: Unknown| self.truth[unknown];
            let answered = truth(line.answered);
            let mut note = |unknown: Unknown, what: String, is_unanimous| {
                self.secrets.push(Secret { unknown, truth: truth(unknown), what, is_unanimous });
            };
            if is_small(answered) && !line.only_skipped {
                note(line.answered, format!("{name}, who answered"), false);
            }
            for (row, (&chose, &did_not)) in line.chose.iter().zip(&line.did_not).enumerate() {
                if is_small(truth(chose)) {
                    note(chose, format!("{name}, answer {row}"), false);
                }
                // Nobody at all gave this answer, so those who did not are the line as a whole.
                let given = table.lines.iter().any(|line| truth(line.chose[row]) > 0);
                if is_small(truth(did_not)) && (given || !line.only_skipped) {
                    note(did_not, format!("{name}, not answer {row}"), false);
                }
                if truth(did_not) == 0 && answered > 0 {
                    note(did_not, format!("{name}, all gave answer {row}"), true);
                }
            }
        }
    }
}

/// What is shown of a table among the figures of a group.
fn figures<'f>(table: &Table<'_>, questions: &'f [QuestionFigures]) -> Option<&'f QuestionFigures> {
    questions.iter().find(|line| line.question_id == table.question.id && line.part.as_ref() == table.part)
}

const fn is_small(count: i64) -> bool {
    count > 0 && count < 10
}
