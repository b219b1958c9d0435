//! Words with their translation beside them. Each says which language it is in; the original comes first.

use leptos::prelude::*;
use shared::case::OFFICIALS_READ;
use shared::text::Language;
use shared::wire::public::TimelineEntry;
use ui::{AnyView, IntoAny, PlainText};

use crate::state::Context;

/// A text in its own language, and the translation under it.
pub(super) fn text(context: &Context, original: (&str, Language), translation: Option<(&str, Language)>) -> AnyView {
    let (original, language) = original;
    let words = context.written(original.to_owned(), language);
    let beside = translation
        .map(|(text, language)| labelled(context, language, view! { <PlainText text=text.to_owned() /> }.into_any()));
    view! {
        <div lang=words.lang><PlainText text=words.text /></div>
        {beside}
    }
    .into_any()
}

fn labelled(context: &Context, language: Language, words: AnyView) -> AnyView {
    let lang = (language != context.language).then(|| language.tag());
    view! {
        <div class="translation">
            <p class="soft">{(context.texts().ending().translation)(language)}</p>
            <div lang=lang>{words}</div>
        </div>
    }
    .into_any()
}

/// That what follows is in Dutch and nobody has translated it, on a page in another language.
fn only_dutch(context: &Context, language: Language) -> Option<AnyView> {
    let foreign = language == Language::Nl && context.language != Language::Nl;
    foreign.then(|| view! { <p class="soft">{context.texts().ending().only_dutch}</p> }.into_any())
}

/// What was written when something happened, in one piece or in parts. Officials write Dutch, the resident the language
/// of the idea.
pub(super) fn entry(context: &Context, entry: &TimelineEntry, residents: Language) -> Option<AnyView> {
    let language = if entry.by.is_some() { OFFICIALS_READ } else { residents };
    let lang = (language != context.language).then(|| language.tag());
    let texts = context.texts().ending();
    let part = |(label, original, translated): (&'static str, Option<&String>, Option<&String>)| {
        let beside = entry.translation.as_ref().map(|translation| translation.language).zip(translated);
        let translation = beside.map(|(language, text)| (text.as_str(), language));
        original.map(|original| {
            view! {
                <p class="part-label"><strong>{label}</strong></p>
                {text(context, (original, language), translation)}
            }
        })
    };
    let Some(parts) = &entry.parts else {
        let original = entry.text.clone()?;
        let translation = entry.translation.as_ref().and_then(|one| {
            let words = view! { <PlainText text=one.text.clone()? /> }.into_any();
            Some(labelled(context, one.language, words))
        });
        let untold = (translation.is_none()).then(|| only_dutch(context, language));
        let view = view! {
            {untold}
            <div lang=lang><PlainText text=original /></div>
            {translation}
        };
        return Some(view.into_any());
    };
    let beside = entry.translation.as_ref().and_then(|translation| translation.parts.as_ref());
    let untold = beside.is_none().then(|| only_dutch(context, language));
    let rows: Vec<_> = [
        (texts.we_do, parts.we_do.as_ref(), beside.and_then(|beside| beside.we_do.as_ref())),
        (texts.you_do, parts.you_do.as_ref(), beside.and_then(|beside| beside.you_do.as_ref())),
        (texts.we_ask, parts.we_ask.as_ref(), beside.and_then(|beside| beside.we_ask.as_ref())),
    ]
    .into_iter()
    .map(part)
    .collect();
    Some(view! { {untold} {rows} }.into_any())
}
