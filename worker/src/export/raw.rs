//! Whole ballots, one row each: for who has to look into them, with a reason.
//!
//! Without the ballot's id, which the respondent's browser knows, and without its day: on a quiet day there is one ballot,
//! and somebody who knows who was at the desk, or who asked for a mail then. The order is that of random ids.

use shared::case::Channel;
use shared::ids::{AreaId, OptionId};
use shared::poll::{Answer, Answers, Choice, Poll, Question, QuestionKind};

use super::Cell;
use super::csv::push_line;

/// The file as it grows: a hundred thousand ballots are some tens of megabytes, so they are held once.
pub struct RawTable<'a, T> {
    questions: &'a [Question<T>],
    file: String,
}

impl<'a, T> RawTable<'a, T> {
    /// With the header: how it came in, the area, and a column for each answer that can be given.
    pub fn new(poll: &'a Poll<T>) -> Self {
        let mut header: Vec<Cell> = ["channel", "areaId"].map(Cell::from).to_vec();
        for question in &poll.questions {
            header.extend(columns(question).into_iter().map(Cell::from));
        }
        let mut file = String::from('\u{feff}');
        push_line(&mut file, &header);
        Self { questions: &poll.questions, file }
    }

    /// Without a channel it is not told how the ballot came in.
    pub fn add(&mut self, answers: &Answers, area: Option<&AreaId>, channel: Option<Channel>) {
        let channel = channel.map(|channel| match channel {
            Channel::Online => "online",
            Channel::Desk => "desk",
            Channel::Phone => "phone",
            Channel::Paper => "paper",
        });
        let mut row = vec![channel.into(), area.map(AreaId::as_str).into()];
        for question in self.questions {
            row.extend(cells(question, answers.get(&question.id)));
        }
        push_line(&mut self.file, &row);
    }

    pub fn into_csv(self) -> String {
        self.file
    }
}

/// The names of a question's columns: its id, with that of an option or a statement where there are several, and one
/// for what else was meant.
fn columns<T>(question: &Question<T>) -> Vec<String> {
    let id = &question.id;
    let named = |part: &OptionId| format!("{id}.{part}");
    let other = |options: &[Choice<T>]| options.iter().any(|option| option.other).then(|| format!("{id}.other"));
    match &question.kind {
        QuestionKind::OneChoice { options } => [id.to_string()].into_iter().chain(other(options)).collect(),
        QuestionKind::SeveralChoices { options, .. } => {
            options.iter().map(|option| named(&option.id)).chain(other(options)).collect()
        }
        QuestionKind::Battery { statements: items, .. } | QuestionKind::Ranking { options: items, .. } => {
            items.iter().map(|item| named(&item.id)).collect()
        }
        QuestionKind::Scale { .. } | QuestionKind::OpenText => vec![id.to_string()],
    }
}

/// As many cells as the question has columns; empty when it was skipped.
fn cells<T>(question: &Question<T>, answer: Option<&Answer>) -> Vec<Cell> {
    let Some(answer) = answer else { return vec![Cell::Empty; columns(question).len()] };
    let chosen: Vec<&OptionId> = answer.options().collect();
    let other = |options: &[Choice<T>]| -> Option<Cell> {
        let text = if let Answer::Namely { text, .. } = answer { text.as_str() } else { "" };
        options.iter().any(|option| option.other).then(|| text.into())
    };
    match &question.kind {
        QuestionKind::OneChoice { options } => {
            [chosen.first().map(|option| option.as_str()).into()].into_iter().chain(other(options)).collect()
        }
        QuestionKind::SeveralChoices { options, .. } => {
            let marks = options.iter().map(|option| u32::from(chosen.contains(&&option.id)).into());
            marks.chain(other(options)).collect()
        }
        QuestionKind::Battery { statements, .. } => {
            let given = |item: &OptionId| if let Answer::Battery(given) = answer { given.get(item) } else { None };
            statements.iter().map(|item| given(&item.id).map_or(Cell::Empty, cell)).collect()
        }
        QuestionKind::Ranking { options, .. } => {
            let place = |item: &OptionId| if let Answer::Ranking(given) = answer { given.get(item) } else { None };
            options.iter().map(|item| place(&item.id).map(|&place| u32::from(place)).into()).collect()
        }
        QuestionKind::Scale { .. } | QuestionKind::OpenText => vec![cell(answer)],
    }
}

/// One answer in one cell.
fn cell(answer: &Answer) -> Cell {
    match answer {
        Answer::Choice(option) => option.as_str().into(),
        Answer::Scale(value) => u32::from(*value).into(),
        Answer::NoOpinion => "noOpinion".into(),
        Answer::Text(text) => text.as_str().into(),
        Answer::Choices(_) | Answer::Namely { .. } | Answer::Battery(_) | Answer::Ranking(_) => Cell::Empty,
    }
}
