//! A published set as tables: the figures in long form (one row for each figure, the best form to compute with), the
//! code book, and what has to be known about them.

use std::collections::BTreeMap;

use serde_json::Value;
use shared::area::Area;
use shared::ids::AreaId;
use shared::poll::{Poll, Question, QuestionKind};
use shared::tally::{AreaFigures, Estimate, Published, QuestionFigures, Row};
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

const FIGURE_COLUMNS: [&str; 15] = [
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
];

/// One row for each figure. The ids are those of the code book and never change.
pub fn figures(export: &Export<'_>) -> Table {
    let mut table = Table::new("figures", &FIGURE_COLUMNS);
    for area in std::iter::once(&export.set.total).chain(&export.set.areas) {
        let rows = Rows { export, area, words: words(export.language) };
        table.rows.push(rows.row(None, "ballots", rows.words.ballots.to_owned(), area.ballots, None, None));
        for line in &area.questions {
            let question = export.poll.questions.iter().find(|question| question.id == line.question_id);
            rows.add(&mut table, line, question);
        }
    }
    table
}

struct Rows<'a> {
    export: &'a Export<'a>,
    area: &'a AreaFigures,
    words: &'static Words,
}

impl Rows<'_> {
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
            self.area.area_id.as_ref().map(AreaId::as_str).into(),
            self.export.area_name(self.area.area_id.as_ref()).into(),
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
    }
    table
}

fn part_id(_line: &QuestionFigures) -> Option<&str> {
    None
}

/// The kind of a question as it is called on the wire.
fn kind(question: &Question) -> String {
    let written = serde_json::to_value(&question.kind).unwrap_or_default();
    written.get("type").and_then(Value::as_str).unwrap_or_default().to_owned()
}

/// The stable id of a row of a table: its name on the wire, with what it is about behind it.
pub(super) fn row_id(row: &Row) -> String {
    match serde_json::to_value(row).unwrap_or_default() {
        Value::String(name) => name,
        Value::Object(named) => named
            .into_iter()
            .map(|(name, about)| about.as_str().map_or_else(|| format!("{name}:{about}"), |id| format!("{name}:{id}")))
            .collect(),
        _ => String::new(),
    }
}

/// The words of a row: an option, or a value with the words of the ends.
fn label(question: &Question, row: &Row, language: Language) -> String {
    match (row, &question.kind) {
        (Row::Option(id), QuestionKind::OneChoice { options } | QuestionKind::SeveralChoices { options, .. }) => {
            options
                .iter()
                .find(|option| &option.id == id)
                .map(|option| text(&option.text, language))
                .unwrap_or_default()
        }
        (Row::Value(value), QuestionKind::Scale { to, low, high, .. }) => end(*value, *to, low, high, language),
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
