//! A ready text as the administrator types it.

use leptos::prelude::*;
use shared::fault::{Fault, FaultCode};
use shared::ids::{StandardTextId, TopicId};
use shared::standard_text::{Ending, StandardText, StandardTextContent};
use shared::text::{LINE, Language, Limit, OFFICIAL_TEXT};
use shared::wire::standard_texts::StandardTextRequest;

/// What is being written: nothing, a new one, or a change of the one with this id, made on this version.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Writing {
    Nothing,
    New,
    Change(StandardTextId, u64),
}

/// One for the whole page: a second text is begun when the first is saved or given up. Lives as long as the program,
/// like every draft.
#[derive(Clone, Copy)]
pub(crate) struct TextDraft {
    pub(super) writing: RwSignal<Writing>,
    pub(super) title: RwSignal<String>,
    pub(super) ending: RwSignal<String>,
    pub(super) topic: RwSignal<String>,
    pub(super) language: RwSignal<String>,
    pub(super) words: RwSignal<String>,
    pub(super) touched: RwSignal<bool>,
}

impl TextDraft {
    pub(crate) fn new() -> Self {
        let empty = || RwSignal::new(String::new());
        Self {
            writing: RwSignal::new(Writing::Nothing),
            title: empty(),
            ending: empty(),
            topic: empty(),
            language: RwSignal::new(Language::Nl.tag().to_owned()),
            words: empty(),
            touched: RwSignal::new(false),
        }
    }

    pub(crate) fn holds_text(self) -> bool {
        self.touched.get_untracked() && self.writing.with_untracked(|writing| *writing != Writing::Nothing)
    }

    /// Begins a new one, or a change of this one. False, and nothing happens, while something else was typed.
    pub(super) fn begin(self, text: Option<&StandardText>) -> bool {
        if self.holds_text() {
            return false;
        }
        self.show(text);
        true
    }

    /// Puts this one in the place of what was typed.
    pub(super) fn show(self, text: Option<&StandardText>) {
        let content = text.map(|text| &text.content);
        let of = |read: fn(&StandardTextContent) -> String| content.map(read).unwrap_or_default();
        self.title.set(of(|content| content.title.clone()));
        self.ending.set(of(|content| content.ending.word().to_owned()));
        self.topic.set(of(|content| content.topic_id.as_ref().map(ToString::to_string).unwrap_or_default()));
        self.words.set(of(|content| content.words.clone()));
        let language = content.map_or(Language::Nl, |content| content.language);
        self.language.set(language.tag().to_owned());
        self.writing.set(text.map_or(Writing::New, |text| Writing::Change(text.id.clone(), text.version)));
        self.touched.set(false);
    }

    /// Goes on from what somebody else saved meanwhile; when they took it away, as a new one.
    pub(super) fn go_on_from(self, theirs: Option<&StandardText>) {
        self.writing.set(theirs.map_or(Writing::New, |text| Writing::Change(text.id.clone(), text.version)));
        self.touched.set(true);
    }

    /// Saved, given up, or its text is gone.
    pub(super) fn close(self) {
        self.touched.set(false);
        self.writing.set(Writing::Nothing);
    }

    pub(super) fn is_of(self, id: &StandardTextId) -> bool {
        self.writing.with_untracked(|writing| matches!(writing, Writing::Change(own, _) if own == id))
    }

    /// Which text is changed, and what to send.
    pub(super) fn read(self) -> Result<(Option<StandardTextId>, StandardTextRequest), Vec<Fault>> {
        let mut faults = Vec::new();
        let mut read = |field: &str, limit: Limit, value: RwSignal<String>| {
            let read = value.with_untracked(|text| limit.read_required(text));
            read.map_err(|code| faults.push(Fault::new(field, code))).unwrap_or_default()
        };
        let (title, words) = (read("title", LINE, self.title), read("words", OFFICIAL_TEXT, self.words));
        let ending = self.ending.with_untracked(|word| Ending::from_word(word));
        if ending.is_none() {
            faults.push(Fault::new("ending", FaultCode::ChoiceRequired));
        }
        let language =
            self.language.with_untracked(|tag| Language::ALL.into_iter().find(|language| language.tag() == tag));
        let (id, version) = match self.writing.get_untracked() {
            Writing::Change(id, version) => (Some(id), version),
            Writing::New | Writing::Nothing => (None, 0),
        };
        match ending {
            Some(ending) if faults.is_empty() => {
                let topic_id = self.topic.with_untracked(|id| TopicId::parse(id).ok());
                let language = language.unwrap_or(Language::Nl);
                Ok((id, StandardTextRequest { version, title, ending, topic_id, language, words }))
            }
            _ => Err(faults),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn text(id: char, version: u64, words: &str) -> StandardText {
        let content = StandardTextContent {
            title: "Boom".into(),
            ending: Ending::NotDone,
            topic_id: None,
            language: Language::Nl,
            words: words.into(),
        };
        StandardText { id: StandardTextId::parse(&id.to_string().repeat(26)).unwrap(), version, content }
    }

    #[test]
    fn what_was_typed_goes_only_when_it_is_saved_or_given_up() {
        Owner::new().with(|| {
            let draft = TextDraft::new();
            let (first, second) = (text('1', 3, "De boom is gezond."), text('2', 1, "Er is geen geld."));
            assert!(draft.begin(Some(&first)) && draft.begin(Some(&second)) && draft.begin(Some(&first)));
            draft.words.set("De boom is ziek.".into());
            draft.touched.set(true);
            assert!(draft.holds_text() && !draft.begin(Some(&second)) && !draft.begin(None));
            assert_eq!(draft.words.get_untracked(), "De boom is ziek.");
            draft.close();
            assert!(!draft.holds_text() && draft.begin(Some(&second)));
        });
    }

    #[test]
    fn a_text_that_somebody_else_changed_or_took_away_can_still_be_saved() {
        Owner::new().with(|| {
            let draft = TextDraft::new();
            let first = text('1', 3, "De boom is gezond.");
            draft.show(Some(&first));
            draft.words.set("De boom is ziek.".into());
            let sent = |draft: TextDraft| {
                let (id, request) = draft.read().unwrap();
                (id, request.version, request.words)
            };
            draft.go_on_from(Some(&text('1', 4, "De boom groeit.")));
            assert_eq!(sent(draft), (Some(first.id), 4, "De boom is ziek.".to_owned()));
            draft.go_on_from(None);
            assert_eq!(sent(draft), (None, 0, "De boom is ziek.".to_owned()));
        });
    }
}
