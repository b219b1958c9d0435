//! A published set as tables: the figures in long form (one row for each figure, the best form to compute with), the
//! code book, and what has to be known about them.

use std::collections::BTreeMap;

use serde_json::Value;
use shared::area::Area;
use shared::ids::{AreaId, OptionId, QuestionId};
use shared::poll::{BatteryScale, Item, Poll, Question, QuestionKind};
use shared::tally::{Estimate, Published, QuestionFigures, Row};
use shared::text::{Language, Localized};

use super::words::{Words, words};
use super::{Cell, Table};

/// What is exported.
pub struct Export<'a> {
    pub poll: &'a Poll,
    pub set: &'a Published,
    pub areas: &'a [Area],
    /// Ballots by how they came in; for officials only.
    pub channels: Option<&'a BTreeMap<String, u32>>,
    pub language: Language,
}

impl Export<'_> {
    /// All sheets of a workbook.
    pub fn tables(&self) -> [Table; 3] {
        [figures(self), code_book(self.poll, self.language), self.notes()]
    }

    fn notes(&self) -> Table {
        let words = words(self.language);
        let mut table = Table::new("notes", &["about", "note"]);
        let mut note = |about: &str, note: Cell| table.rows.push(vec![about.into(), note]);
        note(words.poll, text(&self.poll.title, self.language).into());
        note(words.set, self.set.number.into());
        note(words.on, self.set.on.to_string().into());
        note(words.ballots, self.set.total.ballots.into());
        for (channel, count) in self.channels.into_iter().flatten() {
            let name = match channel.as_str() {
                "desk" => words.desk,
                "phone" => words.phone,
                "paper" => words.paper,
                _ => words.online,
            };
            note(name, (*count).into());
        }
        for (about, sentence) in words.notes {
            note(about, sentence.into());
        }
        table
    }

    fn area_name(&self, id: Option<&AreaId>) -> String {
        let Some(id) = id else { return words(self.language).everybody.to_owned() };
        self.areas.iter().find(|area| &area.id == id).map_or_else(|| id.to_string(), |area| area.name.clone())
    }
}

const FIGURE_COLUMNS: [&str; 17] = [
    "pollId",
    "set",
    "publishedOn",
    "areaId",
    "areaName",
    "questionId",
    "partId",
    "rowId",
    "label",
    "hidden",
    "count",
    "share",
    "mean",
    "low",
    "high",
    // Those who gave this answer about themselves; empty is everybody of the area.
    "groupOf",
    "groupId",
];

/// One row for each figure. The ids are those of the code book and never change.
pub fn figures(export: &Export<'_>) -> Table {
    let mut table = Table::new("figures", &FIGURE_COLUMNS);
    for area in std::iter::once(&export.set.total).chain(&export.set.areas) {
        let rows = Rows { export, area: area.area_id.as_ref(), group: None, words: words(export.language) };
        rows.add_all(&mut table, area.ballots, &area.questions);
    }
    for background in &export.set.backgrounds {
        for group in &background.groups {
            let of = Some((&background.question_id, &group.option_id));
            let rows = Rows { export, area: None, group: of, words: words(export.language) };
            rows.add_all(&mut table, group.ballots, &group.questions);
        }
    }
    table
}

struct Rows<'a> {
    export: &'a Export<'a>,
    area: Option<&'a AreaId>,
    /// A question about the respondents, and the answer that these gave.
    group: Option<(&'a QuestionId, &'a OptionId)>,
    words: &'static Words,
}

impl Rows<'_> {
    fn add_all(&self, table: &mut Table, ballots: Option<u32>, lines: &[QuestionFigures]) {
        table.rows.push(self.row(None, "ballots", self.words.ballots.to_owned(), ballots, None, None));
        for line in lines {
            let question = self.export.poll.questions.iter().find(|question| question.id == line.question_id);
            self.add(table, line, question);
        }
    }

    fn add(&self, table: &mut Table, line: &QuestionFigures, question: Option<&Question>) {
        let answered = self.words.answered.to_owned();
        table.rows.push(self.row(Some(line), "answered", answered, line.answered, None, None));
        for figure in &line.figures {
            let label = question.map(|question| label(question, &figure.row, self.export.language));
            let label = label.unwrap_or_default();
            table.rows.push(self.row(Some(line), &row_id(&figure.row), label, figure.count, figure.share, None));
        }
        if line.mean.is_some() {
            table.rows.push(self.row(Some(line), "mean", self.words.mean.to_owned(), None, None, line.mean));
        }
    }

    fn row(
        &self,
        line: Option<&QuestionFigures>,
        row_id: &str,
        label: String,
        count: Option<u32>,
        share: Option<Estimate>,
        mean: Option<Estimate>,
    ) -> Vec<Cell> {
        let estimate = share.or(mean);
        let hidden = u32::from(count.is_none() && mean.is_none());
        vec![
            self.export.poll.id.as_str().into(),
            self.export.set.number.into(),
            self.export.set.on.to_string().into(),
            self.area.map(AreaId::as_str).into(),
            self.export.area_name(self.area).into(),
            line.map(|line| line.question_id.as_str()).into(),
            line.and_then(part_id).into(),
            row_id.into(),
            label.into(),
            hidden.into(),
            count.into(),
            share.map(|share| share.value).into(),
            mean.map(|mean| mean.value).into(),
            estimate.map(|estimate| estimate.low).into(),
            estimate.map(|estimate| estimate.high).into(),
            self.group.map(|(question, _)| question.as_str()).into(),
            self.group.map(|(_, option)| format!("option:{option}")).into(),
        ]
    }
}

/// What every id means.
pub fn code_book(poll: &Poll, language: Language) -> Table {
    let columns = ["questionId", "partId", "rowId", "kind", "text", "required", "noOpinion"];
    let mut table = Table::new("code book", &columns);
    for question in &poll.questions {
        let mut add = |part: &str, row: &str, label: String, no_opinion: bool| {
            let kind = if part.is_empty() && row.is_empty() { kind(question) } else { String::new() };
            let is_question = !kind.is_empty();
            table.rows.push(vec![
                question.id.as_str().into(),
                part.into(),
                row.into(),
                kind.into(),
                label.into(),
                if is_question { u32::from(question.required).into() } else { Cell::Empty },
                if row.is_empty() { Cell::Empty } else { u32::from(no_opinion).into() },
            ]);
        };
        add("", "", text(&question.text, language), false);
        for (row, no_opinion) in question.kind.rows() {
            add("", &row_id(&row), label(question, &row, language), no_opinion);
        }
        for item in items(question) {
            add(item.id.as_str(), "", text(&item.text, language), false);
            for (row, no_opinion) in part_rows(question) {
                add(item.id.as_str(), &row_id(&row), label(question, &row, language), no_opinion);
            }
        }
    }
    table
}

fn part_id(line: &QuestionFigures) -> Option<&str> {
    line.part.as_ref().map(OptionId::as_str)
}

/// What a question is made of, where that is more than one thing: its statements, or what is to be put in order.
fn items(question: &Question) -> &[Item] {
    match &question.kind {
        QuestionKind::Battery { statements: items, .. } | QuestionKind::Ranking { options: items, .. } => items,
        _ => &[],
    }
}

/// The kind of a question as it is called on the wire.
fn kind(question: &Question) -> String {
    let written = serde_json::to_value(&question.kind).unwrap_or_default();
    written.get("type").and_then(Value::as_str).unwrap_or_default().to_owned()
}

/// The stable id of a row of a table: its name on the wire, with what it is about behind it.
pub(super) fn row_id(row: &Row) -> String {
    match row {
        // Nearly all of them, and there are hundreds in a file.
        Row::Option(id) => return format!("option:{id}"),
        Row::Value(value) => return format!("value:{value}"),
        _ => {}
    }
    match serde_json::to_value(row).unwrap_or_default() {
        Value::String(name) => name,
        Value::Object(named) => named
            .into_iter()
            .map(|(name, about)| about.as_str().map_or_else(|| format!("{name}:{about}"), |id| format!("{name}:{id}")))
            .collect(),
        _ => String::new(),
    }
}

/// What is counted of each item of a question.
fn part_rows(question: &Question) -> Vec<(Row, bool)> {
    match &question.kind {
        QuestionKind::Ranking { places, .. } => (1..=*places).map(|place| (Row::Value(place), false)).collect(),
        kind => kind.part_rows(),
    }
}

/// The words of a row: an option, a value with the words of the ends, a place.
fn label(question: &Question, row: &Row, language: Language) -> String {
    match (row, &question.kind) {
        (
            Row::Option(id),
            QuestionKind::OneChoice { options }
            | QuestionKind::SeveralChoices { options, .. }
            | QuestionKind::Battery { scale: BatteryScale::Options { options }, .. },
        ) => {
            let found = options.iter().find(|option| &option.id == id);
            found.map(|option| text(&option.text, language)).unwrap_or_default()
        }
        (Row::Option(id), QuestionKind::Ranking { options, .. }) => {
            let found = options.iter().find(|option| &option.id == id);
            found
                .map(|option| format!("{}: {}", words(language).first, text(&option.text, language)))
                .unwrap_or_default()
        }
        (Row::Value(place), QuestionKind::Ranking { .. }) => format!("{} {place}", words(language).place),
        (
            Row::Value(value),
            QuestionKind::Scale { to, low, high, .. }
            | QuestionKind::Battery { scale: BatteryScale::Numbers { to, low, high, .. }, .. },
        ) => end(*value, *to, low, high, language),
        (Row::NoOpinion, _) => words(language).no_opinion.to_owned(),
        _ => String::new(),
    }
}

fn end(value: u8, to: u8, low: &Localized, high: &Localized, language: Language) -> String {
    match value {
        1 => format!("1 – {}", text(low, language)),
        last if last == to => format!("{last} – {}", text(high, language)),
        value => value.to_string(),
    }
}

fn text(localized: &Localized, language: Language) -> String {
    localized.in_language(language).text
}
