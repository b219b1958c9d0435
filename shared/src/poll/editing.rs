//! Whether a poll that an editor makes can be asked.

use std::collections::{BTreeMap, BTreeSet};

use super::question::{MAX_OPTIONS, MAX_QUESTIONS, MAX_RANKED, MAX_STATEMENTS};
use super::{BatteryScale, Choice, Condition, Item, Poll, Question, QuestionKind, ResultsVisible, Wanted};
use crate::area::Area;
use crate::fault::{Fault, FaultCode};
use crate::text::{LINE, Language, Limit, Localized, OFFICIAL_TEXT};
use crate::topic::Topic;

/// A choice is between two opinions at least.
const MIN_OPINIONS: usize = 2;
/// Scales that residents know: five steps, or a mark from 1 to 10.
const SCALES: [u8; 2] = [5, 10];

impl Poll {
    /// Checks and cleans the poll; all faults are found at once. Their fields are the path inside the poll, counted
    /// from 0: `questions.0.kind.options.1.text.nl`.
    ///
    /// # Errors
    /// Every field at fault.
    pub fn read<T>(&self, topics: &[Topic<T>], areas: &[Area]) -> Result<Self, Vec<Fault>> {
        let mut reader = Reader { languages: &self.languages, ..Reader::default() };
        if self.languages.first().is_some_and(|first| *first != Language::Nl) {
            reader.fault("languages", FaultCode::DutchFirst);
        }
        if (1..self.languages.len())
            .any(|place| self.languages.iter().take(place).any(|earlier| Some(earlier) == self.languages.get(place)))
        {
            reader.fault("languages", FaultCode::Duplicate);
        }
        if self.topic_id.as_ref().is_some_and(|id| !topics.iter().any(|topic| &topic.id == id)) {
            reader.fault("topicId", FaultCode::Unknown);
        }
        if !self.area_ids.iter().all(|id| areas.iter().any(|area| &area.id == id)) {
            reader.fault("areaIds", FaultCode::Unknown);
        }
        // What everybody sees while the poll is open cannot be kept from officials.
        if self.officials_wait && self.results_visible == ResultsVisible::AfterAnswering {
            reader.fault("resultsVisible", FaultCode::NotTogether);
        }
        if self.questions.is_empty() {
            reader.fault("questions", FaultCode::TooFew { min: 1 });
        }
        if self.questions.len() > MAX_QUESTIONS {
            reader.fault("questions", FaultCode::TooMany { max: MAX_QUESTIONS });
        }
        let mut ids = BTreeSet::new();
        let mut questions = Vec::new();
        for (place, question) in self.questions.iter().enumerate().take(MAX_QUESTIONS) {
            let path = format!("questions.{place}");
            if !ids.insert(&question.id) {
                reader.fault(format!("{path}.id"), FaultCode::Duplicate);
            }
            questions.push(reader.question(&path, question));
            if let Some(condition) = &question.condition {
                let before = self.questions.get(..place).unwrap_or_default();
                reader.condition(&format!("{path}.condition"), condition, before);
            }
        }
        reader.faults.extend(self.background_faults());
        let poll = Self {
            title: reader.text("title", &self.title, LINE),
            intro: reader.text("intro", &self.intro, OFFICIAL_TEXT),
            questions,
            ..self.clone()
        };
        if reader.faults.is_empty() { Ok(poll) } else { Err(reader.faults) }
    }
}

#[derive(Default)]
struct Reader<'a> {
    /// Every text has to be there in these.
    languages: &'a [Language],
    faults: Vec<Fault>,
}

impl Reader<'_> {
    fn fault(&mut self, field: impl Into<String>, code: FaultCode) {
        self.faults.push(Fault::new(field, code));
    }

    fn text(&mut self, path: &str, text: &Localized, limit: Limit) -> Localized {
        let read = read_localized(path, text, limit, &mut self.faults);
        if let Some(read) = &read {
            let missing = self.languages.iter().filter(|language| !read.iter().any(|(own, _)| own == **language));
            let missing = missing.map(|language| Fault::new(format!("{path}.{}", language.tag()), FaultCode::Required));
            self.faults.extend(missing);
        }
        read.unwrap_or_else(|| text.clone())
    }

    fn question(&mut self, path: &str, question: &Question) -> Question {
        Question {
            id: question.id.clone(),
            text: self.text(&format!("{path}.text"), &question.text, LINE),
            help: question.help.as_ref().map(|help| self.text(&format!("{path}.help"), help, OFFICIAL_TEXT)),
            required: question.required,
            condition: question.condition.clone(),
            kind: self.kind(&format!("{path}.kind"), &question.kind),
        }
    }

    /// A condition is on options or values that an earlier question has.
    fn condition(&mut self, path: &str, condition: &Condition, before: &[Question]) {
        let earlier = before.iter().find(|question| question.id == condition.question_id);
        match (earlier.map(|question| &question.kind), &condition.is) {
            (
                Some(QuestionKind::OneChoice { options } | QuestionKind::SeveralChoices { options, .. }),
                Wanted::Options(wanted),
            ) => {
                if wanted.is_empty() {
                    self.fault(format!("{path}.is"), FaultCode::ChoiceRequired);
                } else if wanted.iter().any(|id| !options.iter().any(|option| &option.id == id)) {
                    self.fault(format!("{path}.is"), FaultCode::Unknown);
                }
            }
            (Some(QuestionKind::Scale { to: last, .. }), Wanted::Values { from, to }) => {
                if !(1 <= *from && from <= to && to <= last) {
                    self.fault(format!("{path}.is"), FaultCode::OutOfRange { min: 1, max: i64::from(*last) });
                }
            }
            _ => self.fault(format!("{path}.questionId"), FaultCode::NotEarlier),
        }
    }

    fn kind(&mut self, path: &str, kind: &QuestionKind) -> QuestionKind {
        match kind {
            QuestionKind::OneChoice { options } => {
                QuestionKind::OneChoice { options: self.options(path, options, true) }
            }
            QuestionKind::SeveralChoices { options, max } => {
                // With a maximum of one it is another kind of question.
                if max.is_some_and(|max| !(MIN_OPINIONS..=options.len()).contains(&usize::from(max))) {
                    self.fault(format!("{path}.max"), out_of_range(2, options.len()));
                }
                QuestionKind::SeveralChoices { options: self.options(path, options, true), max: *max }
            }
            QuestionKind::Scale { to, low, high, no_opinion } => {
                let (low, high) = self.numbers(path, *to, low, high);
                QuestionKind::Scale { to: *to, low, high, no_opinion: *no_opinion }
            }
            QuestionKind::Battery { statements, scale } => QuestionKind::Battery {
                statements: self.items(&format!("{path}.statements"), statements, MAX_STATEMENTS),
                scale: match scale {
                    BatteryScale::Options { options } => {
                        BatteryScale::Options { options: self.options(&format!("{path}.scale"), options, false) }
                    }
                    BatteryScale::Numbers { to, low, high, no_opinion } => {
                        let (low, high) = self.numbers(&format!("{path}.scale"), *to, low, high);
                        BatteryScale::Numbers { to: *to, low, high, no_opinion: *no_opinion }
                    }
                },
            },
            QuestionKind::Ranking { options, places } => {
                // Putting one in its place is choosing it, which is another kind of question.
                if !(MIN_OPINIONS..=options.len()).contains(&usize::from(*places)) {
                    self.fault(format!("{path}.places"), out_of_range(2, options.len()));
                }
                let options = self.items(&format!("{path}.options"), options, MAX_RANKED);
                QuestionKind::Ranking { options, places: *places }
            }
            QuestionKind::OpenText => QuestionKind::OpenText,
        }
    }

    fn numbers(&mut self, path: &str, to: u8, low: &Localized, high: &Localized) -> (Localized, Localized) {
        if !SCALES.contains(&to) {
            self.fault(format!("{path}.to"), FaultCode::Unknown);
        }
        (self.text(&format!("{path}.low"), low, LINE), self.text(&format!("{path}.high"), high, LINE))
    }

    fn items(&mut self, path: &str, items: &[Item], most: usize) -> Vec<Item> {
        if items.len() < MIN_OPINIONS {
            self.fault(path, FaultCode::TooFew { min: MIN_OPINIONS });
        }
        if items.len() > most {
            self.fault(path, FaultCode::TooMany { max: most });
        }
        let mut ids = BTreeSet::new();
        let mut read = Vec::new();
        for (place, item) in items.iter().enumerate().take(most) {
            if !ids.insert(&item.id) {
                self.fault(format!("{path}.{place}.id"), FaultCode::Duplicate);
            }
            read.push(Item { id: item.id.clone(), text: self.text(&format!("{path}.{place}.text"), &item.text, LINE) });
        }
        read
    }

    /// `with_other` says whether one of them may ask what else is meant.
    fn options(&mut self, path: &str, options: &[Choice], with_other: bool) -> Vec<Choice> {
        let path = format!("{path}.options");
        if options.iter().filter(|option| !option.no_opinion).count() < MIN_OPINIONS {
            self.fault(path.clone(), FaultCode::TooFew { min: MIN_OPINIONS });
        }
        if options.len() > MAX_OPTIONS {
            self.fault(path.clone(), FaultCode::TooMany { max: MAX_OPTIONS });
        }
        let mut ids = BTreeSet::new();
        let mut texts = BTreeSet::new();
        let mut has_no_opinion = false;
        let mut has_other = false;
        let mut read = Vec::new();
        for (place, option) in options.iter().enumerate().take(MAX_OPTIONS) {
            let path = format!("{path}.{place}");
            if !ids.insert(&option.id) {
                self.fault(format!("{path}.id"), FaultCode::Duplicate);
            }
            // Two ways to have no opinion would divide one group over two lines.
            if option.no_opinion && std::mem::replace(&mut has_no_opinion, true) {
                self.fault(format!("{path}.noOpinion"), FaultCode::Duplicate);
            }
            if option.other && (option.no_opinion || !with_other) {
                self.fault(format!("{path}.other"), FaultCode::WrongKind);
            } else if option.other && std::mem::replace(&mut has_other, true) {
                self.fault(format!("{path}.other"), FaultCode::Duplicate);
            }
            let text = self.text(&format!("{path}.text"), &option.text, LINE);
            // Nobody can choose between two answers that read the same.
            for (language, words) in text.iter() {
                let words = words.trim().to_lowercase();
                if !words.is_empty() && !texts.insert((language, words)) {
                    self.fault(format!("{path}.text.{}", language.tag()), FaultCode::Duplicate);
                }
            }
            read.push(Choice { text, ..option.clone() });
        }
        read
    }
}

fn out_of_range(min: usize, max: usize) -> FaultCode {
    let number = |count: usize| i64::try_from(count).unwrap_or(i64::MAX);
    FaultCode::OutOfRange { min: number(min), max: number(max.max(min)) }
}

/// Checks and cleans a municipal text in all its languages; a language without a text is left out. The fields are
/// the path and the language: `title.nl`.
pub fn read_localized(path: &str, text: &Localized, limit: Limit, faults: &mut Vec<Fault>) -> Option<Localized> {
    let mut clean = BTreeMap::new();
    let before = faults.len();
    for (language, raw) in text.iter() {
        match limit.read(raw) {
            Ok(Some(text)) => {
                clean.insert(language, text);
            }
            Ok(None) if language == Language::Nl => {
                faults.push(Fault::new(format!("{path}.{}", language.tag()), FaultCode::Required));
            }
            Ok(None) => {}
            Err(code) => faults.push(Fault::new(format!("{path}.{}", language.tag()), code)),
        }
    }
    (faults.len() == before).then(|| Localized::try_from(clean).ok()).flatten()
}
