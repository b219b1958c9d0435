//! A poll as an editor types it: texts that may still be empty, in both languages side by side.

use std::collections::BTreeSet;

use leptos::prelude::*;
use shared::area::Area;
use shared::fault::{Fault, FaultCode};
use shared::ids::{AreaId, PollId, QuestionId, TopicId};
use shared::poll::{Background, Influence, Poll, Question, ResultsVisible};
use shared::text::{Language, Localized};
use shared::topic::Topic;

use super::question_draft::QuestionDraft;

/// A text in both languages.
#[derive(Clone, Copy)]
pub(crate) struct Both {
    pub(crate) nl: RwSignal<String>,
    pub(crate) en: RwSignal<String>,
}

impl Both {
    pub(crate) fn empty() -> Self {
        Self { nl: RwSignal::new(String::new()), en: RwSignal::new(String::new()) }
    }

    pub(crate) fn of(text: &Localized) -> Self {
        let in_language = |language: Language| {
            text.iter().find(|(own, _)| *own == language).map(|(_, text)| text.to_owned()).unwrap_or_default()
        };
        Self { nl: RwSignal::new(in_language(Language::Nl)), en: RwSignal::new(in_language(Language::En)) }
    }

    pub(super) fn of_optional(text: Option<&Localized>) -> Self {
        text.map_or_else(Self::empty, Self::of)
    }

    pub(crate) fn is_empty(&self) -> bool {
        [self.nl, self.en].iter().all(|text| text.with_untracked(|text| text.trim().is_empty()))
    }

    /// What stands in the fields, Dutch and English.
    pub(crate) fn shown(&self) -> (String, String) {
        (self.nl.get_untracked(), self.en.get_untracked())
    }

    /// The text, where there may be none. English alone is no text: Dutch is missing then.
    pub(crate) fn read_optional(&self, path: &str, faults: &mut Vec<Fault>) -> Option<Localized> {
        if self.is_empty() { None } else { Some(self.read(path, faults)) }
    }

    /// The text; with a stand-in when Dutch is missing, so that the rest can be checked all the same.
    pub(crate) fn read(&self, path: &str, faults: &mut Vec<Fault>) -> Localized {
        let dutch = self.nl.get_untracked();
        let text = if dutch.trim().is_empty() {
            faults.push(Fault::new(format!("{path}.nl"), FaultCode::Required));
            Localized::dutch("…")
        } else {
            Localized::dutch(dutch)
        };
        let english = self.en.get_untracked();
        if english.trim().is_empty() { text } else { text.with(Language::En, english) }
    }
}

#[derive(Clone, Copy)]
pub(crate) struct PollDraft {
    pub(super) id: StoredValue<PollId>,
    /// The version it was made from; 0 for a new poll.
    pub(crate) version: RwSignal<u64>,
    pub(crate) title: Both,
    pub(crate) intro: Both,
    pub(crate) influence: RwSignal<String>,
    pub(crate) topic: RwSignal<String>,
    pub(crate) areas: RwSignal<BTreeSet<AreaId>>,
    /// Which of [`LANGUAGES`] it is offered in.
    pub(crate) languages: RwSignal<String>,
    pub(crate) asks_area: RwSignal<bool>,
    pub(crate) visible: RwSignal<String>,
    pub(crate) officials_wait: RwSignal<bool>,
    pub(crate) questions: RwSignal<Vec<QuestionDraft>>,
    /// What it asks of the respondents themselves, in the order of [`Background::ALL`].
    pub(crate) backgrounds: StoredValue<[RwSignal<bool>; 3]>,
    /// Whether anything was typed since it was saved.
    pub(crate) touched: RwSignal<bool>,
}

impl PollDraft {
    /// A poll with one question to begin with.
    pub(crate) fn new(id: PollId) -> Self {
        let draft = Self {
            id: StoredValue::new(id),
            version: RwSignal::new(0),
            title: Both::empty(),
            intro: Both::empty(),
            influence: RwSignal::new(String::new()),
            topic: RwSignal::new(String::new()),
            areas: RwSignal::new(BTreeSet::new()),
            languages: RwSignal::new(languages_value(&[]).to_owned()),
            asks_area: RwSignal::new(true),
            visible: RwSignal::new(visible_value(ResultsVisible::AfterClosing).to_owned()),
            officials_wait: RwSignal::new(false),
            questions: RwSignal::new(Vec::new()),
            backgrounds: StoredValue::new(Background::ALL.map(|_| RwSignal::new(false))),
            touched: RwSignal::new(false),
        };
        draft.add_question();
        draft
    }

    pub(crate) fn of(poll: &Poll, version: u64) -> Self {
        Self {
            id: StoredValue::new(poll.id.clone()),
            version: RwSignal::new(version),
            title: Both::of(&poll.title),
            intro: Both::of(&poll.intro),
            influence: RwSignal::new(influence_value(poll.influence).to_owned()),
            topic: RwSignal::new(poll.topic_id.as_ref().map(ToString::to_string).unwrap_or_default()),
            areas: RwSignal::new(poll.area_ids.iter().cloned().collect()),
            languages: RwSignal::new(languages_value(&poll.languages).to_owned()),
            asks_area: RwSignal::new(poll.asks_area),
            visible: RwSignal::new(visible_value(poll.results_visible).to_owned()),
            officials_wait: RwSignal::new(poll.officials_wait),
            questions: RwSignal::new(
                poll.questions.iter().filter(|question| !question.is_background()).map(QuestionDraft::of).collect(),
            ),
            backgrounds: StoredValue::new(Background::ALL.map(|one| {
                RwSignal::new(poll.backgrounds().any(|question| Background::of(&question.id) == Some(one)))
            })),
            touched: RwSignal::new(false),
        }
    }

    pub(crate) fn holds_text(&self) -> bool {
        self.touched.get_untracked()
    }

    /// Adds a question with an id that no other has.
    pub(crate) fn add_question(&self) {
        let taken: Vec<QuestionId> = self
            .questions
            .with_untracked(|questions| questions.iter().map(|question| question.id.get_value()).collect());
        let id = free("vraag", |text| QuestionId::parse(text).ok().filter(|id| !taken.contains(id)));
        if let Some(id) = id {
            self.questions.update(|questions| questions.push(QuestionDraft::new(id)));
        }
    }

    /// What is asked of the respondents themselves, after all else.
    fn background_questions(&self) -> impl Iterator<Item = Question> {
        let chosen = Background::ALL.into_iter().zip(self.backgrounds.get_value()).filter(|(_, on)| on.get_untracked());
        chosen.filter_map(|(background, _)| background.question())
    }

    /// The poll, checked by the same rule as on the server. All faults are found at once.
    pub(crate) fn read(&self, topics: &[Topic], areas: &[Area]) -> Result<Poll, Vec<Fault>> {
        let mut faults = Vec::new();
        // In the order of the page, which is the order of the summary.
        let title = self.title.read("title", &mut faults);
        let intro = self.intro.read("intro", &mut faults);
        let influence = read_influence(&self.influence.get_untracked());
        if influence.is_none() {
            faults.push(Fault::new("influence", FaultCode::ChoiceRequired));
        }
        let poll = Poll {
            id: self.id.get_value(),
            title,
            intro,
            influence: influence.unwrap_or(Influence::Inform),
            topic_id: self.topic.with_untracked(|id| TopicId::parse(id).ok()),
            area_ids: self.areas.get_untracked().into_iter().collect(),
            languages: read_languages(&self.languages.get_untracked()),
            asks_area: self.asks_area.get_untracked(),
            results_visible: read_visible(&self.visible.get_untracked()),
            officials_wait: self.officials_wait.get_untracked(),
            questions: self.questions.with_untracked(|questions| {
                questions
                    .iter()
                    .enumerate()
                    .map(|(place, question)| question.read(&format!("questions.{place}"), &mut faults))
                    .chain(self.background_questions())
                    .collect()
            }),
        };
        match poll.read(topics, areas) {
            Ok(poll) if faults.is_empty() => Ok(poll),
            Ok(_) => Err(faults),
            Err(more) => {
                faults.extend(more);
                Err(faults)
            }
        }
    }
}

/// The choices of language: Dutch with what is translated, all of both, Dutch alone.
pub(crate) const LANGUAGES: [&str; 3] = ["translated", "both", "dutch"];

fn languages_value(languages: &[Language]) -> &'static str {
    match languages {
        [] => "translated",
        [_] => "dutch",
        _ => "both",
    }
}

fn read_languages(value: &str) -> Vec<Language> {
    match value {
        "both" => vec![Language::Nl, Language::En],
        "dutch" => vec![Language::Nl],
        _ => Vec::new(),
    }
}

/// The first of `name-1`, `name-2`, … that is free.
pub(super) fn free<T>(name: &str, allowed: impl Fn(&str) -> Option<T>) -> Option<T> {
    (1..=1_000).find_map(|number| allowed(&format!("{name}-{number}")))
}

pub(crate) const INFLUENCES: [Influence; 3] = [Influence::Inform, Influence::Advise, Influence::Decide];

pub(crate) const fn influence_value(influence: Influence) -> &'static str {
    match influence {
        Influence::Inform => "inform",
        Influence::Advise => "advise",
        Influence::Decide => "decide",
    }
}

fn read_influence(value: &str) -> Option<Influence> {
    INFLUENCES.into_iter().find(|influence| influence_value(*influence) == value)
}

pub(crate) const VISIBILITIES: [ResultsVisible; 3] =
    [ResultsVisible::AfterClosing, ResultsVisible::AfterAnswering, ResultsVisible::WithReport];

pub(crate) const fn visible_value(visible: ResultsVisible) -> &'static str {
    match visible {
        ResultsVisible::AfterClosing => "afterClosing",
        ResultsVisible::AfterAnswering => "afterAnswering",
        ResultsVisible::WithReport => "withReport",
    }
}

fn read_visible(value: &str) -> ResultsVisible {
    VISIBILITIES.into_iter().find(|visible| visible_value(*visible) == value).unwrap_or_default()
}

/// Moves an entry of a list one place; at the end it stays.
pub(crate) fn moved<T>(list: &mut [T], place: usize, up: bool) {
    let other = if up { place.checked_sub(1) } else { place.checked_add(1) };
    if let Some(other) = other.filter(|other| *other < list.len() && place < list.len()) {
        list.swap(place, other);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn fields(draft: &PollDraft) -> Vec<String> {
        draft.read(&[], &[]).unwrap_err().into_iter().map(|fault| fault.field).collect()
    }

    #[test]
    fn every_text_that_is_missing_is_named_at_once_by_its_place() {
        Owner::new().with(|| {
            let draft = PollDraft::new(PollId::parse("p").unwrap());
            let fields = fields(&draft);
            for field in [
                "influence",
                "title.nl",
                "intro.nl",
                "questions.0.text.nl",
                "questions.0.kind.options.0.text.nl",
                "questions.0.kind.options.1.text.nl",
            ] {
                assert!(fields.iter().any(|found| found == field), "{field} in {fields:?}");
            }
        });
    }

    #[test]
    fn english_without_dutch_is_not_enough() {
        Owner::new().with(|| {
            let draft = PollDraft::new(PollId::parse("p").unwrap());
            draft.title.en.set("At ease".into());
            if let Some(question) = draft.questions.get_untracked().first() {
                question.help.en.set("Choose one".into());
            }
            let fields = fields(&draft);
            assert!(fields.contains(&"title.nl".to_owned()) && fields.contains(&"questions.0.help.nl".to_owned()));
        });
    }

    #[test]
    fn a_saved_poll_is_the_same_after_editing_nothing() {
        let text = r#"{"id":"p","title":{"nl":"T","en":"E"},"intro":{"nl":"I"},"influence":"advise","areaIds":[],
            "asksArea":true,"resultsVisible":"withReport","officialsWait":true,"questions":[
            {"id":"a","text":{"nl":"A"},"required":true,"kind":{"type":"scale","to":10,"low":{"nl":"l"},"high":{"nl":"h"},"noOpinion":true}},
            {"id":"b","text":{"nl":"B"},"help":{"nl":"H"},"required":false,"kind":{"type":"severalChoices","max":2,"options":[
                {"id":"x","text":{"nl":"X"}},{"id":"y","text":{"nl":"Y","en":"Y2"}},
                {"id":"z","text":{"nl":"Z"},"noOpinion":true}]}},
            {"id":"c","text":{"nl":"C"},"required":false,"kind":{"type":"oneChoice","options":[
                {"id":"x","text":{"nl":"X"}},{"id":"y","text":{"nl":"Y"}}]}},
            {"id":"d","text":{"nl":"D"},"required":false,"condition":{"questionId":"c","is":{"options":["y"]}},
                "kind":{"type":"openText"}},
            {"id":"e","text":{"nl":"E"},"required":false,"condition":{"questionId":"a","is":{"values":{"from":1,"to":4}}},
                "kind":{"type":"battery","statements":[{"id":"s","text":{"nl":"S"}},{"id":"t","text":{"nl":"T"}}],
                "scale":{"type":"numbers","to":5,"low":{"nl":"l"},"high":{"nl":"h"},"noOpinion":true}}},
            {"id":"f","text":{"nl":"F"},"required":false,"kind":{"type":"battery","statements":[
                {"id":"s","text":{"nl":"S"}},{"id":"t","text":{"nl":"T"}}],"scale":{"type":"options","options":[
                {"id":"x","text":{"nl":"X"}},{"id":"y","text":{"nl":"Y"}}]}}},
            {"id":"g","text":{"nl":"G"},"required":true,"kind":{"type":"ranking","places":2,"options":[
                {"id":"x","text":{"nl":"X"}},{"id":"y","text":{"nl":"Y"}},{"id":"z","text":{"nl":"Z"}}]}},
            {"id":"h","text":{"nl":"H"},"required":false,"kind":{"type":"oneChoice","options":[
                {"id":"x","text":{"nl":"X"}},{"id":"y","text":{"nl":"Y"}},{"id":"z","text":{"nl":"Z"},"other":true}]}}]}"#;
        let poll: Poll = serde_json::from_str(text).unwrap();
        Owner::new().with(|| {
            let draft = PollDraft::of(&poll, 3);
            assert_eq!(draft.read(&[], &[]).as_ref(), Ok(&poll));
            // What respondents are asked of themselves comes after the rest, and comes back as it was.
            for on in draft.backgrounds.get_value() {
                on.set(true);
            }
            let with_all = draft.read(&[], &[]).unwrap();
            assert_eq!(with_all.backgrounds().count(), 3);
            let again = PollDraft::of(&with_all, 4);
            assert_eq!(again.questions.with_untracked(Vec::len), poll.questions.len());
            assert_eq!(again.read(&[], &[]), Ok(with_all));
            // A question that the others depend on is moved behind them: that is named.
            draft.questions.update(|questions| moved(questions, 2, false));
            let fields = fields(&draft);
            assert_eq!(fields, ["questions.2.condition.questionId"]);
            assert_eq!(draft.version.get_untracked(), 3);
        });
    }

    #[test]
    fn new_questions_and_options_get_ids_of_their_own() {
        Owner::new().with(|| {
            let draft = PollDraft::new(PollId::parse("p").unwrap());
            draft.add_question();
            draft.questions.update(|questions| {
                questions.remove(0);
            });
            draft.add_question();
            let ids: BTreeSet<_> =
                draft.questions.get_untracked().iter().map(|question| question.id.get_value()).collect();
            assert_eq!(ids.len(), 2);
        });
    }

    #[test]
    fn an_entry_moves_one_place_and_not_over_the_edge() {
        let mut list = ['a', 'b', 'c'];
        moved(&mut list, 0, true);
        moved(&mut list, 2, false);
        assert_eq!(list, ['a', 'b', 'c']);
        moved(&mut list, 0, false);
        assert_eq!(list, ['b', 'a', 'c']);
        moved(&mut list, 2, true);
        assert_eq!(list, ['b', 'c', 'a']);
    }
}
