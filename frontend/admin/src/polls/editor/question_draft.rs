//! A question as an editor types it. What belongs to one kind stays there when another kind is chosen, so that
//! choosing the wrong one loses nothing.

use std::collections::BTreeSet;

use leptos::prelude::*;
use shared::fault::Fault;
use shared::ids::{OptionId, QuestionId};
use shared::poll::{BatteryScale, Choice, Condition, Item, Question, QuestionKind, Wanted};
use shared::text::Localized;

use super::draft::{Both, free};

/// Kinds of question, without their content.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Kind {
    OneChoice,
    SeveralChoices,
    Scale,
    Battery,
    Ranking,
    OpenText,
}

impl Kind {
    pub(crate) const ALL: [Self; 6] =
        [Self::OneChoice, Self::SeveralChoices, Self::Scale, Self::Battery, Self::Ranking, Self::OpenText];

    /// The value of its radio button.
    pub(crate) const fn value(self) -> &'static str {
        match self {
            Self::OneChoice => "oneChoice",
            Self::SeveralChoices => "severalChoices",
            Self::Scale => "scale",
            Self::Battery => "battery",
            Self::Ranking => "ranking",
            Self::OpenText => "openText",
        }
    }

    pub(crate) fn read(value: &str) -> Self {
        Self::ALL.into_iter().find(|kind| kind.value() == value).unwrap_or(Self::OneChoice)
    }
}

/// What the statements of a battery are answered with.
pub(super) const WORDS: &str = "options";
pub(super) const NUMBERS: &str = "numbers";

/// An option, a statement, or one of those to put in order.
#[derive(Clone, Copy)]
pub(crate) struct OptionDraft {
    pub(crate) id: StoredValue<OptionId>,
    pub(crate) text: Both,
    pub(crate) no_opinion: RwSignal<bool>,
    pub(crate) other: RwSignal<bool>,
}

/// A list of those, with how its new ids begin.
#[derive(Clone, Copy)]
pub(crate) struct OptionList {
    pub(crate) rows: RwSignal<Vec<OptionDraft>>,
    name: &'static str,
}

/// On which answer a question depends.
#[derive(Clone, Copy)]
pub(crate) struct ConditionDraft {
    /// The earlier question; empty asks everybody.
    pub(crate) question: RwSignal<String>,
    pub(crate) options: RwSignal<BTreeSet<OptionId>>,
    pub(crate) from: RwSignal<String>,
    pub(crate) to: RwSignal<String>,
}

#[derive(Clone, Copy)]
pub(crate) struct QuestionDraft {
    pub(crate) id: StoredValue<QuestionId>,
    pub(crate) text: Both,
    pub(crate) help: Both,
    pub(crate) required: RwSignal<bool>,
    pub(crate) condition: ConditionDraft,
    pub(crate) kind: RwSignal<String>,
    pub(crate) options: OptionList,
    pub(crate) statements: OptionList,
    pub(crate) max: RwSignal<String>,
    pub(crate) places: RwSignal<String>,
    /// Words or numbers, for a battery.
    pub(crate) answered_with: RwSignal<String>,
    pub(crate) to: RwSignal<String>,
    pub(crate) low: Both,
    pub(crate) high: Both,
    pub(crate) no_opinion: RwSignal<bool>,
}

impl QuestionDraft {
    pub(super) fn new(id: QuestionId) -> Self {
        Self {
            id: StoredValue::new(id),
            text: Both::empty(),
            help: Both::empty(),
            required: RwSignal::new(false),
            condition: ConditionDraft::of(None),
            kind: RwSignal::new(Kind::OneChoice.value().to_owned()),
            options: OptionList::new("antwoord"),
            statements: OptionList::new("stelling"),
            max: RwSignal::new(String::new()),
            places: RwSignal::new("3".to_owned()),
            answered_with: RwSignal::new(WORDS.to_owned()),
            to: RwSignal::new("5".to_owned()),
            low: Both::empty(),
            high: Both::empty(),
            no_opinion: RwSignal::new(false),
        }
    }

    /// Whether nothing was written in it yet.
    pub(super) fn is_blank(&self) -> bool {
        let rows = [self.options, self.statements];
        let blank = |list: &OptionList| list.rows.with_untracked(|rows| rows.iter().all(|row| row.text.is_empty()));
        rows.iter().all(blank) && [self.text, self.help, self.low, self.high].iter().all(Both::is_empty)
    }

    pub(super) fn of(question: &Question) -> Self {
        let mut draft = Self {
            text: Both::of(&question.text),
            help: Both::of_optional(question.help.as_ref()),
            required: RwSignal::new(question.required),
            condition: ConditionDraft::of(question.condition.as_ref()),
            ..Self::new(question.id.clone())
        };
        let kind = match &question.kind {
            QuestionKind::OneChoice { options } => {
                draft.options.fill(options.iter().map(OptionDraft::of));
                Kind::OneChoice
            }
            QuestionKind::SeveralChoices { options, max } => {
                draft.options.fill(options.iter().map(OptionDraft::of));
                draft.max.set(max.map(|max| max.to_string()).unwrap_or_default());
                Kind::SeveralChoices
            }
            QuestionKind::Scale { to, low, high, no_opinion } => {
                draft.take_numbers(*to, low, high, *no_opinion);
                Kind::Scale
            }
            QuestionKind::Battery { statements, scale } => {
                draft.statements.fill(statements.iter().map(OptionDraft::of_item));
                match scale {
                    BatteryScale::Options { options } => draft.options.fill(options.iter().map(OptionDraft::of)),
                    BatteryScale::Numbers { to, low, high, no_opinion } => {
                        draft.answered_with.set(NUMBERS.to_owned());
                        draft.take_numbers(*to, low, high, *no_opinion);
                    }
                }
                Kind::Battery
            }
            QuestionKind::Ranking { options, places } => {
                draft.options.fill(options.iter().map(OptionDraft::of_item));
                draft.places.set(places.to_string());
                Kind::Ranking
            }
            QuestionKind::OpenText => Kind::OpenText,
        };
        draft.kind.set(kind.value().to_owned());
        draft
    }

    fn take_numbers(&mut self, to: u8, low: &Localized, high: &Localized, no_opinion: bool) {
        self.to.set(to.to_string());
        self.low = Both::of(low);
        self.high = Both::of(high);
        self.no_opinion.set(no_opinion);
    }

    pub(super) fn read(&self, path: &str, faults: &mut Vec<Fault>) -> Question {
        let kind = format!("{path}.kind");
        Question {
            id: self.id.get_value(),
            text: self.text.read(&format!("{path}.text"), faults),
            help: self.help.read_optional(&format!("{path}.help"), faults),
            required: self.required.get_untracked(),
            condition: self.condition.read(),
            kind: self.read_kind(&kind, faults),
        }
    }

    fn read_kind(&self, path: &str, faults: &mut Vec<Fault>) -> QuestionKind {
        let options = format!("{path}.options");
        match Kind::read(&self.kind.get_untracked()) {
            Kind::OneChoice => QuestionKind::OneChoice { options: self.options.read(&options, true, faults) },
            Kind::SeveralChoices => {
                let options = self.options.read(&options, true, faults);
                let typed = self.max.get_untracked();
                let max = match typed.trim() {
                    "" => None,
                    // What is no number is a maximum that no list allows, and is refused as that.
                    typed => Some(typed.parse().unwrap_or(0)),
                };
                QuestionKind::SeveralChoices { options, max }
            }
            Kind::Scale => {
                let (low, high) = self.ends(path, faults);
                QuestionKind::Scale { to: self.last_number(), low, high, no_opinion: self.no_opinion.get_untracked() }
            }
            Kind::Battery => {
                let statements = self.statements.read_items(&format!("{path}.statements"), faults);
                let scale = format!("{path}.scale");
                let scale = if self.answered_with.with_untracked(|with| with == NUMBERS) {
                    let (low, high) = self.ends(&scale, faults);
                    let no_opinion = self.no_opinion.get_untracked();
                    BatteryScale::Numbers { to: self.last_number(), low, high, no_opinion }
                } else {
                    BatteryScale::Options { options: self.options.read(&format!("{scale}.options"), false, faults) }
                };
                QuestionKind::Battery { statements, scale }
            }
            Kind::Ranking => QuestionKind::Ranking {
                options: self.options.read_items(&options, faults),
                places: self.places.with_untracked(|places| places.trim().parse().unwrap_or(0)),
            },
            Kind::OpenText => QuestionKind::OpenText,
        }
    }

    fn last_number(&self) -> u8 {
        self.to.with_untracked(|to| to.parse().unwrap_or(5))
    }

    fn ends(&self, path: &str, faults: &mut Vec<Fault>) -> (Localized, Localized) {
        (self.low.read(&format!("{path}.low"), faults), self.high.read(&format!("{path}.high"), faults))
    }
}

impl ConditionDraft {
    fn of(condition: Option<&Condition>) -> Self {
        let question = condition.map(|condition| condition.question_id.to_string()).unwrap_or_default();
        let (options, from, to) = match condition.map(|condition| &condition.is) {
            Some(Wanted::Options(options)) => (options.iter().cloned().collect(), String::new(), String::new()),
            Some(Wanted::Values { from, to }) => (BTreeSet::new(), from.to_string(), to.to_string()),
            None => (BTreeSet::new(), String::new(), String::new()),
        };
        Self {
            question: RwSignal::new(question),
            options: RwSignal::new(options),
            from: RwSignal::new(from),
            to: RwSignal::new(to),
        }
    }

    /// Takes another question to depend on; what was wanted of the last one means nothing there.
    pub(super) fn depend_on(&self, question: String) {
        self.question.set(question);
        self.options.set(BTreeSet::new());
        self.from.set(String::new());
        self.to.set(String::new());
    }

    fn read(&self) -> Option<Condition> {
        let question_id = self.question.with_untracked(|id| QuestionId::parse(id).ok())?;
        let number = |typed: RwSignal<String>| typed.with_untracked(|typed| typed.trim().parse().unwrap_or(0));
        // Numbers are typed only where the other question has some.
        let typed = [self.from, self.to].iter().any(|typed| typed.with_untracked(|typed| !typed.is_empty()));
        let is = if typed {
            Wanted::Values { from: number(self.from), to: number(self.to) }
        } else {
            Wanted::Options(self.options.get_untracked().into_iter().collect())
        };
        Some(Condition { question_id, is })
    }
}

impl OptionList {
    /// Two empty rows: fewer are no choice.
    fn new(name: &'static str) -> Self {
        let list = Self { rows: RwSignal::new(Vec::new()), name };
        list.add();
        list.add();
        list
    }

    fn fill(&self, rows: impl Iterator<Item = OptionDraft>) {
        self.rows.set(rows.collect());
    }

    /// Adds a row with an id that no other of the list has.
    pub(crate) fn add(&self) {
        let taken: Vec<OptionId> = self.rows.with_untracked(|rows| rows.iter().map(|row| row.id.get_value()).collect());
        let id = free(self.name, |text| OptionId::parse(text).ok().filter(|id| !taken.contains(id)));
        if let Some(id) = id {
            self.rows.update(|rows| rows.push(OptionDraft::empty(id)));
        }
    }

    /// `with_other` says whether one of them may ask what else is meant.
    fn read(&self, path: &str, with_other: bool, faults: &mut Vec<Fault>) -> Vec<Choice> {
        let read = |(place, row): (usize, &OptionDraft)| Choice {
            id: row.id.get_value(),
            text: row.text.read(&format!("{path}.{place}.text"), faults),
            no_opinion: row.no_opinion.get_untracked(),
            other: with_other && row.other.get_untracked(),
        };
        self.rows.with_untracked(|rows| rows.iter().enumerate().map(read).collect())
    }

    fn read_items(&self, path: &str, faults: &mut Vec<Fault>) -> Vec<Item> {
        let read = |(place, row): (usize, &OptionDraft)| Item {
            id: row.id.get_value(),
            text: row.text.read(&format!("{path}.{place}.text"), faults),
        };
        self.rows.with_untracked(|rows| rows.iter().enumerate().map(read).collect())
    }
}

impl OptionDraft {
    fn empty(id: OptionId) -> Self {
        Self {
            id: StoredValue::new(id),
            text: Both::empty(),
            no_opinion: RwSignal::new(false),
            other: RwSignal::new(false),
        }
    }

    fn of(choice: &Choice) -> Self {
        Self {
            text: Both::of(&choice.text),
            no_opinion: RwSignal::new(choice.no_opinion),
            other: RwSignal::new(choice.other),
            ..Self::empty(choice.id.clone())
        }
    }

    fn of_item(item: &Item) -> Self {
        Self { text: Both::of(&item.text), ..Self::empty(item.id.clone()) }
    }
}
