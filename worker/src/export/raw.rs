//! Whole ballots, one row each: for who has to look into them, with a reason.
//!
//! Without the ballot's id, which the respondent's browser knows. The order is that of random ids.

use shared::case::Channel;
use shared::ids::AreaId;
use shared::poll::{Answer, Answers, Poll, Question, QuestionKind};
use shared::time::CivilDate;

use super::Cell;
use super::csv::push_line;

/// The file as it grows: a hundred thousand ballots are some tens of megabytes, so they are held once.
pub struct RawTable<'a, T> {
    questions: &'a [Question<T>],
    file: String,
}

impl<'a, T> RawTable<'a, T> {
    /// With the header: the day, how it came in, the area, and a column for each answer that can be given.
    pub fn new(poll: &'a Poll<T>) -> Self {
        let mut header: Vec<Cell> = ["receivedOn", "channel", "areaId"].map(Cell::from).to_vec();
        for question in &poll.questions {
            header.extend(columns(question).into_iter().map(Cell::from));
        }
        let mut file = String::from('\u{feff}');
        push_line(&mut file, &header);
        Self { questions: &poll.questions, file }
    }

    pub fn add(&mut self, answers: &Answers, area: Option<&AreaId>, channel: Channel, on: CivilDate) {
        let channel = match channel {
            Channel::Online => "online",
            Channel::Desk => "desk",
            Channel::Phone => "phone",
            Channel::Paper => "paper",
        };
        let mut row = vec![on.to_string().into(), channel.into(), area.map(AreaId::as_str).into()];
        for question in self.questions {
            row.extend(cells(question, answers.get(&question.id)));
        }
        push_line(&mut self.file, &row);
    }

    pub fn into_csv(self) -> String {
        self.file
    }
}

/// The names of a question's columns: its id, with that of an option or a statement where there are several.
fn columns<T>(question: &Question<T>) -> Vec<String> {
    let id = &question.id;
    match &question.kind {
        QuestionKind::SeveralChoices { options, .. } => {
            options.iter().map(|option| format!("{id}.{}", option.id)).collect()
        }
        _ => vec![id.to_string()],
    }
}

/// As many cells as the question has columns; empty when it was skipped.
fn cells<T>(question: &Question<T>, answer: Option<&Answer>) -> Vec<Cell> {
    match (&question.kind, answer) {
        (QuestionKind::SeveralChoices { options, .. }, Some(Answer::Choices(chosen))) => {
            options.iter().map(|option| u32::from(chosen.contains(&option.id)).into()).collect()
        }
        (_, Some(Answer::Choice(option))) => vec![option.as_str().into()],
        (_, Some(Answer::Scale(value))) => vec![u32::from(*value).into()],
        (_, Some(Answer::Text(text))) => vec![text.as_str().into()],
        _ => vec![Cell::Empty; columns(question).len()],
    }
}
