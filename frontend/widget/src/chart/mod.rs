//! Pictures of published figures: what is drawn, with its words, for the page and for files.
//!
//! Only the server draws. A picture is made of a published set and never of counts, so it shows nothing that the set
//! does not; what the set hides is drawn as hidden.

pub mod map;
pub mod shape;

mod file;
mod labels;
mod sheet;
mod words;

pub use file::{Source, svg};
pub use labels::Labels;
pub use shape::{Piece, Stack, strength};
pub use words::{ChartWords, decimal, percent, percentage, words};

use shared::ids::QuestionId;
use shared::poll::{Question, QuestionKind};
use shared::tally::{AreaFigures, Estimate, Figure, QuestionFigures, Row};
use shared::text::{Language, Phrase};
use ui::Words;

/// Which picture of a question: a ranking has two.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Which {
    Main,
    /// What was put first.
    First,
}

/// One picture.
#[derive(Debug, Clone, PartialEq)]
pub struct Chart {
    pub question_id: QuestionId,
    pub which: Which,
    /// The question.
    pub title: Words,
    /// What is drawn, where the question alone does not say it.
    pub subtitle: Option<&'static str>,
    pub answered: Option<u32>,
    pub picture: Picture,
    /// The main thing, for who does not see the picture.
    pub says: String,
}

#[derive(Debug, Clone, PartialEq)]
pub enum Picture {
    Bars(Vec<Bar>),
    Stacks(Stacks),
    Places(Places),
}

/// One answer, with the share that chose it.
#[derive(Debug, Clone, PartialEq)]
pub struct Bar {
    pub label: Words,
    /// None is hidden.
    pub count: Option<u32>,
    /// None beside a count: no opinion is no share.
    pub share: Option<Estimate>,
}

#[derive(Debug, Clone, PartialEq)]
pub struct Stacks {
    /// From first to last, each with how strong its colour is.
    pub steps: Vec<(Words, u8)>,
    pub lines: Vec<StackLine>,
}

#[derive(Debug, Clone, PartialEq)]
pub struct StackLine {
    /// The statement; none for a question with one bar.
    pub label: Option<Words>,
    pub stack: Stack,
    pub answered: Option<u32>,
    /// How many had no opinion, when that could be said and may be known.
    pub no_opinion: Option<u32>,
    pub mean: Option<Estimate>,
}

/// Mean places of those put in order, the highest place first.
#[derive(Debug, Clone, PartialEq)]
pub struct Places {
    pub last: u8,
    pub lines: Vec<(Words, Estimate)>,
}

impl Chart {
    /// The pictures of a question; none for open texts and where nothing is published.
    pub fn of(language: Language, question: &Question<Phrase>, figures: &AreaFigures) -> Vec<Self> {
        let context = Labels { language, question };
        let all: Vec<&QuestionFigures> =
            figures.questions.iter().filter(|found| found.question_id == question.id).collect();
        let Some(whole) = all.iter().find(|found| found.part.is_none()) else { return Vec::new() };
        let words = words(language);
        let chart = |which, subtitle, picture: Picture| Self {
            question_id: question.id.clone(),
            which,
            title: context.words(&question.text),
            subtitle,
            answered: whole.answered,
            says: words.says(language, &picture),
            picture,
        };
        match &question.kind {
            QuestionKind::OpenText => Vec::new(),
            QuestionKind::OneChoice { .. } | QuestionKind::SeveralChoices { .. } => {
                vec![chart(Which::Main, None, Picture::Bars(bars(&context, whole)))]
            }
            QuestionKind::Scale { .. } => {
                let lines = vec![StackLine::of(None, whole, &question.kind.rows())];
                vec![chart(Which::Main, None, Picture::Stacks(Stacks { steps: context.steps(), lines }))]
            }
            QuestionKind::Battery { statements, .. } => {
                let rows = question.kind.part_rows();
                let lines = statements.iter().filter_map(|statement| {
                    let found = all.iter().find(|found| found.part.as_ref() == Some(&statement.id))?;
                    Some(StackLine::of(Some(context.words(&statement.text)), found, &rows))
                });
                let stacks = Stacks { lines: lines.collect(), steps: context.steps() };
                if stacks.lines.is_empty() {
                    Vec::new()
                } else {
                    vec![chart(Which::Main, None, Picture::Stacks(stacks))]
                }
            }
            QuestionKind::Ranking { options, .. } => {
                let mut lines: Vec<_> = options
                    .iter()
                    .filter_map(|option| {
                        let found = all.iter().find(|found| found.part.as_ref() == Some(&option.id))?;
                        Some((context.words(&option.text), found.mean?))
                    })
                    .collect();
                lines.sort_by(|(_, one), (_, other)| one.value.total_cmp(&other.value));
                let last = u8::try_from(options.len()).unwrap_or(u8::MAX);
                let first = chart(Which::First, Some(words.first_places), Picture::Bars(bars(&context, whole)));
                let places = Picture::Places(Places { last, lines });
                match &places {
                    Picture::Places(found) if found.lines.is_empty() => vec![first],
                    _ => vec![chart(Which::Main, Some(words.mean_places), places), first],
                }
            }
        }
    }

    /// Whether something in it is hidden.
    pub fn hides(&self) -> bool {
        match &self.picture {
            Picture::Bars(bars) => bars.iter().any(|bar| bar.count.is_none()),
            Picture::Stacks(stacks) => stacks.lines.iter().any(|line| line.stack.hidden.is_some()),
            Picture::Places(_) => false,
        }
    }

    /// The name of its file without the ending. A question's id has no full stop.
    pub fn name(&self) -> String {
        match self.which {
            Which::Main => self.question_id.to_string(),
            Which::First => format!("{}.1", self.question_id),
        }
    }
}

fn bars(labels: &Labels<'_>, found: &QuestionFigures) -> Vec<Bar> {
    let bar = |figure: &Figure| Bar { label: labels.row(&figure.row), count: figure.count, share: figure.share };
    found.figures.iter().map(bar).collect()
}

impl StackLine {
    fn of(label: Option<Words>, found: &QuestionFigures, rows: &[(Row, bool)]) -> Self {
        let none = rows.iter().filter(|(_, no_opinion)| *no_opinion).map(|(row, _)| row);
        let counts = none.filter_map(|row| found.figures.iter().find(|figure| &figure.row == row)?.count);
        Self {
            label,
            stack: Stack::of(rows, &found.figures),
            answered: found.answered,
            no_opinion: counts.reduce(u32::saturating_add),
            mean: found.mean,
        }
    }
}

#[cfg(test)]
mod tests;
