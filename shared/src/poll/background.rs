//! Questions about the respondents themselves: age, household, and who owns the home.
//!
//! They are ordinary questions with one choice, under ids that only they may have, so that the form, the check page and
//! the ballot need nothing more. The editor of a poll switches them on; each stands after all other questions, asks
//! everybody, and may be skipped. Answers are counted by them beside the counts by area, and never by both.

use super::question::{Choice, QuestionKind};
use super::{Poll, Question};
use crate::fault::{Fault, FaultCode};
use crate::ids::{OptionId, QuestionId};
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

/// An option: its id, and its words in Dutch and English.
type Words = (&'static str, &'static str, &'static str);

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
        let [text, help] = self.words().map(|(dutch, english)| localized(dutch, english));
        let options: Option<Vec<Choice>> = self.options().iter().map(choice).collect();
        Some(Question {
            id: QuestionId::parse(self.id()).ok()?,
            text,
            help: Some(help),
            required: false,
            condition: None,
            kind: QuestionKind::OneChoice { options: options? },
        })
    }

    /// What is asked, and what is said about it.
    const fn words(self) -> [(&'static str, &'static str); 2] {
        const WHY: (&str, &str) = (
            "Zo zien wij of iedereen in de buurt is gehoord. Zegt u dit liever niet? Sla de vraag dan over.",
            "This shows us whether everybody in the neighbourhood was heard. Would you rather not say? Skip this question.",
        );
        match self {
            Self::Age => [
                ("Hoe oud bent u?", "How old are you?"),
                (
                    "Zo zien wij of iedereen in de buurt is gehoord. Zegt u dit liever niet, of bent u jonger dan 15? Sla de vraag dan over.",
                    "This shows us whether everybody in the neighbourhood was heard. Would you rather not say, or are you younger than 15? Skip this question.",
                ),
            ],
            Self::Household => [("Met wie woont u?", "Who do you live with?"), WHY],
            Self::Tenure => [("Huurt u uw woning, of is die van u?", "Do you rent your home, or is it your own?"), WHY],
        }
    }

    const fn options(self) -> &'static [Words] {
        match self {
            Self::Age => &[
                ("15-24", "15 tot en met 24 jaar", "15 to 24"),
                ("25-44", "25 tot en met 44 jaar", "25 to 44"),
                ("45-64", "45 tot en met 64 jaar", "45 to 64"),
                ("65-plus", "65 jaar of ouder", "65 or older"),
            ],
            Self::Household => &[
                ("alone", "Alleen", "On my own"),
                ("couple", "Met mijn partner, zonder kinderen", "With my partner, without children"),
                ("family", "Met kinderen", "With children"),
                (
                    "others",
                    "Anders, bijvoorbeeld met ouders of huisgenoten",
                    "In another way, with parents or housemates for example",
                ),
            ],
            Self::Tenure => &[
                ("owner", "Van mij of van iemand met wie ik woon", "My own, or of somebody I live with"),
                ("housing-corporation", "Ik huur van een woningcorporatie", "I rent from a housing association"),
                ("private-rent", "Ik huur van iemand anders", "I rent from somebody else"),
            ],
        }
    }
}

fn localized(dutch: &str, english: &str) -> Localized {
    Localized::dutch(dutch).with(Language::En, english)
}

fn choice(&(id, dutch, english): &Words) -> Option<Choice> {
    let id = OptionId::parse(id).ok()?;
    Some(Choice { id, text: localized(dutch, english), no_opinion: false, other: false })
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
        last.filter(|(_, question)| {
            Background::of(&question.id).and_then(Background::question).as_ref() != Some(*question)
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
            assert_eq!(question.text.iter().count(), 2, "Dutch and English");
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
