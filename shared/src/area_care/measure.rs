//! Cohesion and willingness to act: two figures, each from a question that an editor has marked as measuring it.
//!
//! They are not added up, and nothing is called high or low: a figure of one question says what was asked there. Only
//! published figures are read, so what is hidden in them is hidden here.

use serde::{Deserialize, Serialize};

use crate::ids::{OptionId, QuestionId};
use crate::poll::{BatteryScale, Poll, Question, QuestionKind};
use crate::tally::{AreaFigures, Estimate, MIN_GROUP, Row};
use crate::text::Localized;

/// What a question measures.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub enum Measure {
    /// How much people have to do with each other.
    Cohesion,
    /// Whether they would do something for the area.
    Willingness,
}

impl Measure {
    pub const ALL: [Self; 2] = [Self::Cohesion, Self::Willingness];

    /// The word on the wire and in SQL.
    pub const fn word(self) -> &'static str {
        match self {
            Self::Cohesion => "cohesion",
            Self::Willingness => "willingness",
        }
    }

    pub fn from_word(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|measure| measure.word() == word)
    }
}

/// What the figure of a question is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "kind", rename_all = "camelCase", rename_all_fields = "camelCase")]
pub enum FigureKind {
    /// A mean on a scale from 1 to `to`.
    Mean { to: u8 },
    /// The share of those with an opinion who chose one answer.
    Share,
}

/// Something in a poll that can measure.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Measurable {
    pub question_id: QuestionId,
    /// The statement of a battery, or the answer whose share counts; none for a scale.
    pub about: Option<OptionId>,
    pub question: Localized,
    /// The words of the statement or answer.
    pub words: Option<Localized>,
    pub kind: FigureKind,
}

/// Everything in a poll that can measure: scales, statements on a scale of numbers, and each answer to a question with
/// one. Where words are the scale of a battery there is no mean, and adding up shares would hide that.
pub fn measurable(poll: &Poll) -> Vec<Measurable> {
    poll.questions.iter().filter(|question| !question.is_background()).flat_map(of_question).collect()
}

fn of_question(question: &Question) -> Vec<Measurable> {
    let one = |about: Option<(&OptionId, &Localized)>, kind| Measurable {
        question_id: question.id.clone(),
        about: about.map(|(id, _)| id.clone()),
        question: question.text.clone(),
        words: about.map(|(_, words)| words.clone()),
        kind,
    };
    match &question.kind {
        QuestionKind::Scale { to, .. } => vec![one(None, FigureKind::Mean { to: *to })],
        QuestionKind::Battery { statements, scale: BatteryScale::Numbers { to, .. } } => statements
            .iter()
            .map(|statement| one(Some((&statement.id, &statement.text)), FigureKind::Mean { to: *to }))
            .collect(),
        QuestionKind::OneChoice { options } => options
            .iter()
            .filter(|option| !option.no_opinion)
            .map(|option| one(Some((&option.id, &option.text)), FigureKind::Share))
            .collect(),
        QuestionKind::Battery { .. }
        | QuestionKind::SeveralChoices { .. }
        | QuestionKind::Ranking { .. }
        | QuestionKind::OpenText => Vec::new(),
    }
}

impl Measurable {
    /// The figure in these published figures and over how many answers; none when it, or the number of answers, is
    /// hidden.
    pub fn figure(&self, figures: &AreaFigures) -> Option<(Estimate, u32)> {
        let part = match self.kind {
            FigureKind::Mean { .. } => self.about.as_ref(),
            FigureKind::Share => None,
        };
        let of_it = |question: &&crate::tally::QuestionFigures| {
            question.question_id == self.question_id && question.part.as_ref() == part
        };
        let question = figures.questions.iter().find(of_it)?;
        let estimate = match self.kind {
            FigureKind::Mean { .. } => question.mean?,
            FigureKind::Share => {
                let of_answer = |figure: &&crate::tally::Figure| matches!(&figure.row, Row::Option(id) if Some(id) == self.about.as_ref());
                question.figures.iter().find(of_answer)?.share?
            }
        };
        let answers = question.answered.filter(|&answers| answers >= MIN_GROUP)?;
        Some((estimate, answers))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::tally::{Figure, QuestionFigures};

    fn poll() -> Poll {
        serde_json::from_value(serde_json::json!({
            "id": "buren", "title": { "nl": "Buren" }, "intro": { "nl": "Over buren." }, "influence": "advise",
            "questions": [
                { "id": "thuis", "text": { "nl": "Hoe thuis voelt u zich?" },
                  "kind": { "type": "scale", "to": 5, "low": { "nl": "niet" }, "high": { "nl": "heel" } } },
                { "id": "zin", "text": { "nl": "Wilt u iets doen?" }, "kind": { "type": "oneChoice", "options": [
                    { "id": "ja", "text": { "nl": "Ja" } }, { "id": "nee", "text": { "nl": "Nee" } },
                    { "id": "weet-niet", "text": { "nl": "Weet ik niet" }, "noOpinion": true }] } },
                { "id": "meer", "text": { "nl": "Wat nog?" }, "kind": { "type": "openText" } }
            ]
        }))
        .unwrap()
    }

    fn figures(mean: Option<f64>, share: Option<f64>, answered: Option<u32>) -> AreaFigures {
        let estimate = |value| Estimate { value, low: value - 0.1, high: value + 0.1 };
        let line = |id: &str, figures, mean| QuestionFigures {
            question_id: QuestionId::parse(id).unwrap(),
            part: None,
            answered,
            figures,
            mean,
        };
        let row = Row::Option(OptionId::parse("ja").unwrap());
        let ja = Figure { row, count: None, share: share.map(estimate) };
        AreaFigures {
            area_id: None,
            ballots: answered,
            questions: vec![line("thuis", Vec::new(), mean.map(estimate)), line("zin", vec![ja], None)],
        }
    }

    #[test]
    fn scales_and_single_answers_can_measure_and_what_has_no_opinion_cannot() {
        let all = measurable(&poll());
        let named: Vec<_> = all.iter().map(|one| (one.question_id.as_str(), one.about.as_ref())).collect();
        let [ja, nee] = ["ja", "nee"].map(|id| OptionId::parse(id).unwrap());
        assert_eq!(named, [("thuis", None), ("zin", Some(&ja)), ("zin", Some(&nee))]);
        assert_eq!(all[0].kind, FigureKind::Mean { to: 5 });
    }

    #[test]
    fn what_is_hidden_gives_no_figure() {
        let all = measurable(&poll());
        let read = |figures: &AreaFigures| -> Vec<Option<u32>> {
            all.iter().map(|one| one.figure(figures).map(|(_, answers)| answers)).collect()
        };
        assert_eq!(read(&figures(Some(3.5), Some(0.4), Some(40))), [Some(40), Some(40), None]);
        assert_eq!(read(&figures(None, Some(0.4), Some(40))), [None, Some(40), None]);
        assert_eq!(read(&figures(Some(3.5), None, None)), [None, None, None]);
        assert_eq!(read(&figures(Some(3.5), Some(0.4), Some(9))), [None, None, None]);
    }
}
