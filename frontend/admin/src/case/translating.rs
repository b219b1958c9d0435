//! Translations beside what was written: what is typed, the form, and what is shown.

use leptos::prelude::*;
use shared::case::OFFICIALS_READ;
use shared::fault::FaultCode;
use shared::ids::TextId;
use shared::text::{Language, Limit, OFFICIAL_TEXT, RESIDENT_TEXT};
use shared::wire::admin::{
    CaseDetail, CaseEntry, LanguageRequest, ToTranslate, TranslationRequest, TranslationsRequest,
};
use ui::PlainText;

use super::command::Faults;
use crate::api::CaseCommand;
use crate::form::{Pick, Radios, Submission, TextField};
use crate::session::session;
use crate::texts::texts;

/// What was typed beside each text, and what stood there before.
#[derive(Clone, Copy)]
pub(crate) struct TranslationDraft(StoredValue<Vec<Typed>>);

#[derive(Clone)]
struct Typed {
    of: TextId,
    known: String,
    words: RwSignal<String>,
}

impl TranslationDraft {
    pub(super) fn new() -> Self {
        Self(StoredValue::new(Vec::new()))
    }

    pub(super) fn holds_text(self) -> bool {
        self.0.with_value(|all| all.iter().any(Typed::is_new))
    }

    pub(super) fn clear(self) {
        self.0.set_value(Vec::new());
    }

    /// Everything that was typed, in one piece: to copy, when it can no longer be sent.
    pub(super) fn words(self) -> String {
        let new = |all: &Vec<Typed>| -> Vec<String> {
            all.iter().filter(|typed| typed.is_new()).map(|typed| typed.words.get_untracked()).collect()
        };
        self.0.with_value(new).join("\n\n")
    }

    /// What was typed beside this text, or else what stands there now.
    fn of(self, text: &ToTranslate) -> RwSignal<String> {
        self.of_text(&text.id, &text.translation.clone().unwrap_or_default())
    }

    /// The same for any text, with what is known of it now.
    pub(super) fn of_text(self, id: &TextId, known: &str) -> RwSignal<String> {
        let find = |all: &Vec<Typed>| all.iter().find(|typed| typed.of == *id).map(|typed| typed.words);
        if let Some(words) = self.0.with_value(find) {
            return words;
        }
        let known = known.to_owned();
        // The form is drawn anew with every new state of the case; what was typed lives longer.
        let words = session().drafts.keep(|| RwSignal::new(known.clone()));
        self.0.update_value(|all| all.push(Typed { of: id.clone(), known, words }));
        words
    }

    /// Only what is not as it was.
    pub(super) fn changed(self, list: &str, limit: Limit, faults: &mut Faults) -> Vec<(TextId, String)> {
        let all = self.0.get_value();
        let new = all.into_iter().enumerate().filter(|(_, typed)| typed.is_new());
        new.filter_map(|(place, typed)| {
            let text = faults.limited(&format!("{list}.{place}.text"), limit, typed.words)?;
            Some((typed.of, text))
        })
        .collect()
    }

    /// Only what is not as it was; at least one.
    pub(super) fn command(self, version: u64, faults: &mut Faults) -> TranslationsRequest {
        let new = self.changed("translations", OFFICIAL_TEXT, faults).into_iter();
        let translations: Vec<TranslationRequest> = new.map(|(of, text)| TranslationRequest { of, text }).collect();
        if translations.is_empty() && faults.0.is_empty() {
            faults.add(&field(0), FaultCode::Required);
        }
        TranslationsRequest { version, translations }
    }
}

impl Typed {
    fn is_new(&self) -> bool {
        let words = self.words.get_untracked();
        !words.trim().is_empty() && words.trim() != self.known
    }
}

fn field(place: usize) -> String {
    format!("translations.{place}.text")
}

/// Each text with a field under it.
pub(super) fn fields(draft: TranslationDraft, detail: &CaseDetail, submission: Submission) -> AnyView {
    let words = &texts().translating;
    let rows: Vec<_> = detail
        .to_translate
        .iter()
        .enumerate()
        .map(|(place, text)| {
            let before = detail.to_translate.iter().take(place).filter(|other| other.role == text.role).count();
            let label = (words.field)(text.role, text.language, before.saturating_add(1));
            let residents = text.role.is_the_residents();
            let written_in = if residents { detail.language } else { OFFICIALS_READ };
            let max = if residents { RESIDENT_TEXT.characters } else { OFFICIAL_TEXT.characters };
            let value = draft.of(text);
            view! {
                <div class="translate">
                    <div class="translate__original" lang=written_in.tag()>
                        <PlainText text=text.original.clone() />
                    </div>
                    <TextField name=field(place) label value submission max rows=3 optional=true />
                </div>
            }
        })
        .collect();
    view! {
        <p class="soft">{words.explained}</p>
        {rows}
    }
    .into_any()
}

/// In which language the resident writes: one of those that it is not marked as.
pub(super) fn language_fields(value: RwSignal<String>, detail: &CaseDetail, submission: Submission) -> AnyView {
    let words = &texts().translating;
    let others = Language::ALL.into_iter().filter(|language| *language != detail.language);
    let picks = others.map(|language| Pick::new(language.tag(), (texts().frame.language)(language))).collect();
    view! {
        <p class="soft">{words.language_explained}</p>
        <Radios name="language" legend=words.language value submission picks />
    }
    .into_any()
}

pub(super) fn language_command(value: RwSignal<String>, version: u64, faults: &mut Faults) -> Option<CaseCommand> {
    let language = value.with_untracked(|tag| Language::from_tag(tag));
    if language.is_none() {
        faults.add("language", FaultCode::ChoiceRequired);
    }
    let body = serde_json::to_value(LanguageRequest { version, language: language? }).ok()?;
    Some(CaseCommand::Help("language".to_owned(), body))
}

/// A translation, under the words it stands beside.
pub(super) fn beside(language: Language, text: Option<&String>) -> Option<AnyView> {
    let text = text.cloned()?;
    let view = view! {
        <div class="translation">
            <p class="soft">{(texts().translating.beside)(language)}</p>
            <div lang=language.tag()>
                <PlainText text />
            </div>
        </div>
    };
    Some(view.into_any())
}

/// What stands beside the words of an entry.
pub(super) fn of_entry(entry: &CaseEntry) -> Vec<AnyView> {
    let Some(translation) = &entry.translation else { return Vec::new() };
    let parts = translation.parts.iter().flat_map(|parts| [&parts.we_do, &parts.you_do, &parts.we_ask]).flatten();
    let all: Vec<&str> = translation.text.iter().chain(parts).map(String::as_str).collect();
    beside(translation.language, Some(&all.join("\n\n"))).into_iter().collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn typed(of: &str, known: &str, words: &str) -> Typed {
        Typed { of: TextId::parse(of).unwrap(), known: known.into(), words: RwSignal::new(words.into()) }
    }

    #[test]
    fn only_what_is_new_is_sent_and_nothing_new_is_a_fault() {
        Owner::new().with(|| {
            let draft = TranslationDraft::new();
            draft.0.set_value(vec![typed("a", "Licht", "Licht "), typed("b", "", ""), typed("c", "", "More light")]);
            let mut faults = Faults::default();
            let request = draft.command(7, &mut faults);
            assert!(faults.0.is_empty() && draft.holds_text());
            assert_eq!(request.translations.len(), 1);
            assert_eq!(request.translations[0].of.as_str(), "c");
            assert_eq!(draft.words(), "More light");
            draft.0.set_value(vec![typed("a", "Licht", "Licht")]);
            draft.command(7, &mut faults);
            assert_eq!(faults.0.len(), 1);
            assert!(!draft.holds_text());
        });
    }
}
