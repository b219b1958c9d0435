//! One respondent's answers, and whether they fit the poll.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::{BatteryScale, Choice, Item, Poll, Question, QuestionKind};
use crate::area::{Area, AreaKind};
use crate::fault::{Fault, FaultCode};
use crate::ids::{AreaId, OptionId, QuestionId};
use crate::text::{LINE, Limit, RESIDENT_TEXT};

/// The answer to one question.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub enum Answer {
    Choice(OptionId),
    Choices(Vec<OptionId>),
    /// One or several choices with "something else" among them, and what else.
    Namely {
        options: Vec<OptionId>,
        text: String,
    },
    Scale(u8),
    /// No number on a scale: no opinion.
    NoOpinion,
    /// By statement a choice or a number; a statement without an entry was skipped.
    Battery(BTreeMap<OptionId, Answer>),
    /// The places that were given, counted from 1.
    Ranking(BTreeMap<OptionId, u8>),
    Text(String),
}

impl Answer {
    /// The options that were chosen, of one or several.
    pub fn options(&self) -> impl Iterator<Item = &OptionId> {
        let (one, several) = match self {
            Self::Choice(option) => (Some(option), &[][..]),
            Self::Choices(options) | Self::Namely { options, .. } => (None, options.as_slice()),
            _ => (None, &[][..]),
        };
        one.into_iter().chain(several)
    }
}

/// The longest text beside "something else": a line.
pub const OTHER_TEXT: Limit = LINE;

/// Answers by question; a question without an entry was skipped.
pub type Answers = BTreeMap<QuestionId, Answer>;

impl<T> Poll<T> {
    /// Checks the answers against the questions and cleans what was typed: empty texts and empty lists of choices
    /// are skipped questions, choices stand in the poll's order and once each, and "no
    /// opinion" goes when an opinion stands beside it. All faults are found at once;
    /// their fields are `answers.<question>`, or `answers.<question>.<statement>`. Only questions that are asked after
    /// the other answers may have one.
    pub fn read_answers(&self, answers: &Answers) -> Result<Answers, Vec<Fault>> {
        let mut clean = Answers::new();
        let mut faults = Vec::new();
        for (question, asked) in self.questions.iter().zip(self.asked(answers)) {
            let answer = answers.get(&question.id);
            if !asked {
                if answer.is_some_and(|answer| !matches!(question.kind.read(answer), Ok(None))) {
                    faults.push(Fault::new(question.field(), FaultCode::NotAsked));
                }
                continue;
            }
            match question.read(answer) {
                Ok(Some(answer)) => {
                    clean.insert(question.id.clone(), answer);
                }
                Ok(None) => {}
                Err(found) => faults.extend(found),
            }
        }
        for unknown in answers.keys().filter(|id| !self.questions.iter().any(|question| &question.id == *id)) {
            faults.push(Fault::new(format!("answers.{unknown}"), FaultCode::Unknown));
        }
        if faults.is_empty() { Ok(clean) } else { Err(faults) }
    }

    /// The areas a respondent may name, in the municipality's order: buurten and complexes that the poll is about;
    /// a wijk only when nothing lies under it.
    pub fn areas_to_name<'a>(&self, areas: &'a [Area]) -> impl Iterator<Item = &'a Area> {
        let has_parts = |area: &Area| areas.iter().any(|other| other.parent_id.as_ref() == Some(&area.id));
        let is_meant = |area: &Area| {
            self.area_ids.is_empty()
                || self.area_ids.iter().any(|within| crate::area::lies_within(areas, &area.id, within))
        };
        let may_be_named =
            |area: &Area| self.asks_area && is_meant(area) && (area.kind != AreaKind::Wijk || !has_parts(area));
        areas.iter().filter(|area| may_be_named(area)).collect::<Vec<_>>().into_iter()
    }

    /// Checks the area a respondent named; the field is `areaId`. A poll that asks for none takes none.
    pub fn read_area(&self, area: Option<&AreaId>, areas: &[Area]) -> Result<Option<AreaId>, Fault> {
        let Some(area) = area.filter(|_| self.asks_area) else { return Ok(None) };
        if self.areas_to_name(areas).any(|candidate| &candidate.id == area) {
            Ok(Some(area.clone()))
        } else {
            Err(Fault::new("areaId", FaultCode::Unknown))
        }
    }
}

impl<T> Question<T> {
    /// The name of its answer in a request and in faults.
    pub fn field(&self) -> String {
        format!("answers.{}", self.id)
    }

    /// The name of the answer to one of its statements.
    pub fn part_field(&self, part: &OptionId) -> String {
        format!("answers.{}.{part}", self.id)
    }

    /// Reads the answer; `None` when it was skipped.
    ///
    /// # Errors
    /// Every field at fault. Of a battery that has to be answered, every statement has to be.
    pub fn read(&self, answer: Option<&Answer>) -> Result<Option<Answer>, Vec<Fault>> {
        let read = answer.map_or(Ok(None), |answer| self.kind.read(answer)).map_err(|faults| {
            let inside = |(part, code): (Option<OptionId>, FaultCode)| {
                Fault::new(part.map_or_else(|| self.field(), |part| self.part_field(&part)), code)
            };
            faults.into_iter().map(inside).collect::<Vec<_>>()
        })?;
        if !self.required {
            return Ok(read);
        }
        if let QuestionKind::Battery { statements, .. } = &self.kind {
            let given = |id: &OptionId| matches!(&read, Some(Answer::Battery(given)) if given.contains_key(id));
            let missing: Vec<Fault> = statements
                .iter()
                .filter(|statement| !given(&statement.id))
                .map(|statement| Fault::new(self.part_field(&statement.id), FaultCode::ChoiceRequired))
                .collect();
            return if missing.is_empty() { Ok(read) } else { Err(missing) };
        }
        match read {
            Some(answer) => Ok(Some(answer)),
            None => Err(vec![Fault::new(self.field(), self.kind.missing())]),
        }
    }
}

/// What is wrong with an answer: with the whole of it, or with that to one statement.
type Found = Vec<(Option<OptionId>, FaultCode)>;

impl<T> QuestionKind<T> {
    /// What to say when a required answer is missing.
    fn missing(&self) -> FaultCode {
        match self {
            Self::OpenText => FaultCode::Required,
            Self::Ranking { places, .. } => FaultCode::Places { to: usize::from(*places) },
            _ => FaultCode::ChoiceRequired,
        }
    }

    /// Reads one answer; `None` when it says nothing.
    fn read(&self, answer: &Answer) -> Result<Option<Answer>, Found> {
        let whole = |code| vec![(None, code)];
        match (self, answer) {
            (Self::OneChoice { options }, Answer::Choice(chosen)) => {
                read_choice(options, chosen).map(Some).map_err(whole)
            }
            (Self::OneChoice { options }, Answer::Namely { options: chosen, text }) => match chosen.as_slice() {
                [] => Ok(None),
                [chosen] => {
                    let answer = read_choice(options, chosen).map_err(whole)?;
                    namely(options, vec![chosen.clone()], text, answer).map(Some).map_err(whole)
                }
                _ => Err(whole(FaultCode::TooMany { max: 1 })),
            },
            (Self::SeveralChoices { options, max }, Answer::Choices(chosen)) => {
                let chosen = read_choices(options, *max, chosen).map_err(whole)?;
                Ok(chosen.map(Answer::Choices))
            }
            (Self::SeveralChoices { options, max }, Answer::Namely { options: chosen, text }) => {
                match read_choices(options, *max, chosen).map_err(whole)? {
                    None => Ok(None),
                    Some(chosen) => {
                        let answer = Answer::Choices(chosen.clone());
                        namely(options, chosen, text, answer).map(Some).map_err(whole)
                    }
                }
            }
            (Self::Scale { to, no_opinion, .. }, _) => read_number(*to, *no_opinion, answer).map(Some).map_err(whole),
            (Self::Battery { statements, scale }, Answer::Battery(given)) => read_battery(statements, scale, given),
            (Self::Ranking { options, places }, Answer::Ranking(given)) => {
                read_ranking(options, *places, given).map_err(whole)
            }
            (Self::OpenText, Answer::Text(text)) => {
                RESIDENT_TEXT.read(text).map(|text| text.map(Answer::Text)).map_err(whole)
            }
            _ => Err(whole(FaultCode::WrongKind)),
        }
    }
}

fn read_choice<T>(options: &[Choice<T>], chosen: &OptionId) -> Result<Answer, FaultCode> {
    let known = options.iter().any(|option| &option.id == chosen);
    if known { Ok(Answer::Choice(chosen.clone())) } else { Err(FaultCode::Unknown) }
}

fn read_choices<T>(
    options: &[Choice<T>],
    max: Option<u8>,
    chosen: &[OptionId],
) -> Result<Option<Vec<OptionId>>, FaultCode> {
    if chosen.iter().any(|id| !options.iter().any(|option| &option.id == id)) {
        return Err(FaultCode::Unknown);
    }
    let chosen = || options.iter().filter(|option| chosen.contains(&option.id));
    // Beside an opinion, "no opinion" says nothing.
    let has_opinion = chosen().any(|option| !option.no_opinion);
    let ordered: Vec<OptionId> =
        chosen().filter(|option| !(has_opinion && option.no_opinion)).map(|option| option.id.clone()).collect();
    match max.map(usize::from) {
        Some(max) if ordered.len() > max => Err(FaultCode::TooMany { max }),
        _ => Ok((!ordered.is_empty()).then_some(ordered)),
    }
}

/// The choices with what else was meant; without it when nothing was typed or "something else" was not chosen.
fn namely<T>(options: &[Choice<T>], chosen: Vec<OptionId>, text: &str, without: Answer) -> Result<Answer, FaultCode> {
    let other = options.iter().any(|option| option.other && chosen.contains(&option.id));
    match OTHER_TEXT.read(text)? {
        Some(text) if other => Ok(Answer::Namely { options: chosen, text }),
        _ => Ok(without),
    }
}

fn read_number(to: u8, no_opinion: bool, answer: &Answer) -> Result<Answer, FaultCode> {
    match answer {
        Answer::Scale(value) if (1..=to).contains(value) => Ok(answer.clone()),
        Answer::Scale(_) => Err(FaultCode::OutOfRange { min: 1, max: i64::from(to) }),
        Answer::NoOpinion if no_opinion => Ok(Answer::NoOpinion),
        _ => Err(FaultCode::WrongKind),
    }
}

fn read_battery<T>(
    statements: &[Item<T>],
    scale: &BatteryScale<T>,
    given: &BTreeMap<OptionId, Answer>,
) -> Result<Option<Answer>, Found> {
    let mut clean = BTreeMap::new();
    let mut found = Found::new();
    for statement in statements {
        let Some(answer) = given.get(&statement.id) else { continue };
        let read = match (scale, answer) {
            (BatteryScale::Options { options }, Answer::Choice(chosen)) => read_choice(options, chosen),
            (BatteryScale::Numbers { to, no_opinion, .. }, _) => read_number(*to, *no_opinion, answer),
            _ => Err(FaultCode::WrongKind),
        };
        match read {
            Ok(answer) => {
                clean.insert(statement.id.clone(), answer);
            }
            Err(code) => found.push((Some(statement.id.clone()), code)),
        }
    }
    for unknown in given.keys().filter(|id| !statements.iter().any(|statement| &statement.id == *id)) {
        found.push((Some(unknown.clone()), FaultCode::Unknown));
    }
    if found.is_empty() { Ok((!clean.is_empty()).then_some(Answer::Battery(clean))) } else { Err(found) }
}

/// Every place from 1 to `places` once. When all are put in order, the last one follows from the others.
fn read_ranking<T>(
    options: &[Item<T>],
    places: u8,
    given: &BTreeMap<OptionId, u8>,
) -> Result<Option<Answer>, FaultCode> {
    if given.keys().any(|id| !options.iter().any(|option| &option.id == id)) {
        return Err(FaultCode::Unknown);
    }
    if given.is_empty() {
        return Ok(None);
    }
    let mut given = given.clone();
    let free: Vec<u8> = (1..=places).filter(|place| !given.values().any(|taken| taken == place)).collect();
    let mut without = options.iter().filter(|option| !given.contains_key(&option.id));
    if let (Some(last), None, [place]) = (without.next(), without.next(), free.as_slice()) {
        given.insert(last.id.clone(), *place);
    } else if !free.is_empty() {
        return Err(FaultCode::Places { to: usize::from(places) });
    }
    // No place is free, so with as many places as there are entries each is given once.
    if given.len() == usize::from(places) {
        Ok(Some(Answer::Ranking(given)))
    } else {
        Err(FaultCode::Places { to: usize::from(places) })
    }
}
