//! Questions about the respondents themselves: age, household, and who owns the home.
//!
//! They are ordinary questions with one choice, under ids that only they may have, so that the form, the check page and
//! the ballot need nothing more. The editor of a poll switches them on; each stands after all other questions, asks
//! everybody, and may be skipped. Answers are counted by them beside the counts by area, and never by both.

use super::question::{Choice, QuestionKind};
use super::{Poll, Question};
use crate::fault::{Fault, FaultCode};
use crate::ids::{OptionId, QuestionId};
use crate::languages::tr;
use crate::text::{Language, Localized};

/// What a respondent may tell of themselves.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Background {
    Age,
    Household,
    Tenure,
}

/// A band of ages, as CBS counts residents by neighbourhood. Nobody younger than 15 is asked.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum AgeBand {
    From15,
    From25,
    From45,
    From65,
}

impl AgeBand {
    pub const ALL: [Self; 4] = [Self::From15, Self::From25, Self::From45, Self::From65];

    /// The id of its option.
    pub const fn id(self) -> &'static str {
        match self {
            Self::From15 => "15-24",
            Self::From25 => "25-44",
            Self::From45 => "45-64",
            Self::From65 => "65-plus",
        }
    }

    /// The band that an option of the question about age stands for.
    pub fn of(option: &OptionId) -> Option<Self> {
        Self::ALL.into_iter().find(|band| band.id() == option.as_str())
    }
}

/// What is asked in one language.
pub(crate) struct BackgroundWords {
    pub(crate) why: &'static str,
    /// The same where nobody younger than 15 is asked.
    pub(crate) why_age: &'static str,
    pub(crate) age: &'static str,
    pub(crate) ages: [&'static str; 4],
    pub(crate) household: &'static str,
    pub(crate) households: [&'static str; 4],
    pub(crate) tenure: &'static str,
    pub(crate) tenures: [&'static str; 3],
}

const NL: BackgroundWords = BackgroundWords {
    why: "Zo zien wij of iedereen in de buurt is gehoord. Zegt u dit liever niet? Sla de vraag dan over.",
    why_age: "Zo zien wij of iedereen in de buurt is gehoord. Zegt u dit liever niet, of bent u jonger dan 15? Sla de vraag dan over.",
    age: "Hoe oud bent u?",
    ages: ["15 tot en met 24 jaar", "25 tot en met 44 jaar", "45 tot en met 64 jaar", "65 jaar of ouder"],
    household: "Met wie woont u?",
    households: [
        "Alleen",
        "Met mijn partner, zonder kinderen",
        "Met kinderen",
        "Anders, bijvoorbeeld met ouders of huisgenoten",
    ],
    tenure: "Huurt u uw woning, of is die van u?",
    tenures: ["Van mij of van iemand met wie ik woon", "Ik huur van een woningcorporatie", "Ik huur van iemand anders"],
};

const EN: BackgroundWords = BackgroundWords {
    why: "This shows us whether everybody in the neighbourhood was heard. Would you rather not say? Skip this question.",
    why_age: "This shows us whether everybody in the neighbourhood was heard. Would you rather not say, or are you younger than 15? Skip this question.",
    age: "How old are you?",
    ages: ["15 to 24", "25 to 44", "45 to 64", "65 or older"],
    household: "Who do you live with?",
    households: [
        "On my own",
        "With my partner, without children",
        "With children",
        "In another way, with parents or housemates for example",
    ],
    tenure: "Do you rent your home, or is it your own?",
    tenures: ["My own, or of somebody I live with", "I rent from a housing association", "I rent from somebody else"],
};

const fn words(language: Language) -> &'static BackgroundWords {
    match language {
        Language::Nl => &NL,
        Language::En => &EN,
        Language::Tr => &tr::BACKGROUND,
    }
}

impl Background {
    pub const ALL: [Self; 3] = [Self::Age, Self::Household, Self::Tenure];

    /// The id of its question, as text.
    pub const fn id(self) -> &'static str {
        match self {
            Self::Age => "background-age",
            Self::Household => "background-household",
            Self::Tenure => "background-tenure",
        }
    }

    /// Which one a question is.
    pub fn of(question: &QuestionId) -> Option<Self> {
        Self::ALL.into_iter().find(|background| background.id() == question.as_str())
    }

    /// The question as it is asked; the words are the same in every poll, so that polls can be compared.
    pub fn question(self) -> Option<Question> {
        let options: Option<Vec<Choice>> =
            self.options().iter().enumerate().map(|(place, id)| self.choice(place, id)).collect();
        Some(Question {
            id: QuestionId::parse(self.id()).ok()?,
            text: localized(|words| match self {
                Self::Age => words.age,
                Self::Household => words.household,
                Self::Tenure => words.tenure,
            }),
            help: Some(localized(|words| if self == Self::Age { words.why_age } else { words.why })),
            required: false,
            condition: None,
            kind: QuestionKind::OneChoice { options: options? },
        })
    }

    /// The ids of the options.
    const fn options(self) -> &'static [&'static str] {
        match self {
            Self::Age => &["15-24", "25-44", "45-64", "65-plus"],
            Self::Household => &["alone", "couple", "family", "others"],
            Self::Tenure => &["owner", "housing-corporation", "private-rent"],
        }
    }

    fn choice(self, place: usize, id: &str) -> Option<Choice> {
        let text = localized(|words| {
            let options: &[&'static str] = match self {
                Self::Age => &words.ages,
                Self::Household => &words.households,
                Self::Tenure => &words.tenures,
            };
            options.get(place).copied().unwrap_or_default()
        });
        Some(Choice { id: OptionId::parse(id).ok()?, text, no_opinion: false, other: false })
    }
}

fn localized(text: impl Fn(&BackgroundWords) -> &'static str) -> Localized {
    let of = |language| text(words(language));
    Language::ALL
        .into_iter()
        .fold(Localized::dutch(of(Language::Nl)), |localized, language| localized.with(language, of(language)))
}

impl<T> Question<T> {
    /// Whether it asks about the respondent.
    pub fn is_background(&self) -> bool {
        Background::of(&self.id).is_some()
    }
}

impl<T> Poll<T> {
    /// What it asks of the respondents themselves, in the order of the poll.
    pub fn backgrounds(&self) -> impl Iterator<Item = &Question<T>> {
        self.questions.iter().filter(|question| question.is_background())
    }
}

impl Poll {
    /// What is wrong with its questions about the respondent: they are exactly ours, and come last.
    pub(super) fn background_faults(&self) -> Vec<Fault> {
        let first = self.questions.iter().position(Question::is_background).unwrap_or(self.questions.len());
        let last = self.questions.iter().enumerate().skip(first);
        // A poll that was written before a language came has it in fewer of them.
        let dutch = |question: &Question| question.in_language(Language::Nl);
        last.filter(|(_, question)| {
            let ours = Background::of(&question.id).and_then(Background::question);
            ours.as_ref().map(dutch) != Some(dutch(question))
        })
        .map(|(place, question)| {
            let code = if question.is_background() { FaultCode::Unknown } else { FaultCode::DoesNotFollow };
            Fault::new(format!("questions.{place}.id"), code)
        })
        .collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::tally::Row;

    #[test]
    fn every_background_is_a_question_that_can_be_skipped() {
        for background in Background::ALL {
            let question = background.question().unwrap();
            assert_eq!(Background::of(&question.id), Some(background));
            assert!(!question.required && question.is_background());
            assert_eq!(question.text.iter().count(), Language::ALL.len());
        }
        let ages = Background::Age.question().unwrap();
        let bands: Vec<_> = ages.kind.rows().into_iter().map(|(row, _)| row).collect();
        let expected = AgeBand::ALL.map(|band| Row::Option(OptionId::parse(band.id()).unwrap()));
        assert_eq!(bands, expected);
        assert_eq!(AgeBand::of(&OptionId::parse("65-plus").unwrap()), Some(AgeBand::From65));
    }

    #[test]
    fn they_come_last_and_are_ours() {
        let poll = |questions: Vec<Question>| -> Vec<(String, FaultCode)> {
            let poll: Poll = serde_json::from_value(serde_json::json!({
                "id": "p", "title": {"nl": "P"}, "intro": {"nl": "P"}, "influence": "inform", "questions": questions
            }))
            .unwrap();
            let faults = poll.read::<Localized>(&[], &[]).err().unwrap_or_default();
            faults.into_iter().map(|fault| (fault.field, fault.code)).collect()
        };
        let open: Question =
            serde_json::from_str(r#"{"id":"q","text":{"nl":"Q"},"kind":{"type":"openText"}}"#).unwrap();
        let age = Background::Age.question().unwrap();
        let tenure = Background::Tenure.question().unwrap();
        assert_eq!(poll(vec![open.clone(), age.clone(), tenure.clone()]), []);
        assert_eq!(poll(vec![open.clone(), tenure, age.clone()]), [], "in any order among each other");
        assert_eq!(poll(vec![age.clone(), open.clone()]), [("questions.1.id".to_owned(), FaultCode::DoesNotFollow)]);
        let needed = Question { required: true, ..age };
        assert_eq!(poll(vec![open, needed]), [("questions.1.id".to_owned(), FaultCode::Unknown)]);
    }
}
