//! Translations that officials put beside what was written.

use shared::{
    case::{Case, Command, Event, NewTranslation, Refusal as CaseRefusal},
    ids::TextId,
    privacy,
    text::{OFFICIAL_TEXT, Phrase, RESIDENT_TEXT},
    wire::translations::{EntryTranslation, IdeaTranslation, ToTranslate, TranslationsRequest},
};

use super::{File, shown_texts, timeline::Texts, written};
use crate::{operation::Context, refusal::Refusal};

/// What was entered and is not as it was.
pub(super) fn translate(
    context: &mut Context<'_>,
    file: &File,
    request: &TranslationsRequest,
) -> Result<Command, Refusal> {
    let there = shown_texts(context, file)?;
    let known = file.case.translatable(&file.events);
    let (mut texts, mut accuses) = (Vec::new(), false);
    for (place, new) in request.translations.iter().enumerate() {
        let found = known.iter().find(|(_, id, _)| **id == new.of && there.contains_key(*id));
        let (role, id, language) = *found.ok_or(CaseRefusal::NoSuchText)?;
        if now(&file.case, &there, id).is_some_and(|now| now == new.text.trim()) {
            continue;
        }
        let limit = if role.is_the_residents() { RESIDENT_TEXT } else { OFFICIAL_TEXT };
        let text = written(context, &format!("translations.{place}.text"), limit, &new.text)?;
        accuses |= role.is_the_residents() && privacy::accuses(&text.words);
        texts.push(NewTranslation { of: id.clone(), language, text });
    }
    Ok(Command::Translate { texts, accuses })
}

/// The words that stand beside a text now.
pub(super) fn now<'a>(case: &Case, texts: &'a Texts, of: &TextId) -> Option<&'a String> {
    case.translation(of).and_then(|translation| texts.get(&translation.text))
}

/// Every text that may be translated and has not been erased.
pub(super) fn to_translate(file: &File, texts: &Texts) -> Vec<ToTranslate> {
    let known = file.case.translatable(&file.events).into_iter();
    known
        .filter_map(|(role, id, language)| {
            Some(ToTranslate {
                id: id.clone(),
                role,
                language,
                original: texts.get(id)?.clone(),
                translation: now(&file.case, texts, id).cloned(),
            })
        })
        .collect()
}

/// What stands beside the texts of the idea.
pub(super) fn idea(case: &Case, texts: &Texts) -> Option<IdeaTranslation> {
    let received = &case.received;
    let others = [&received.why, &received.we_do, &received.we_need];
    let all = || std::iter::once(&received.what).chain(others.into_iter().flatten());
    let language = all().find_map(|id| case.translation(id).filter(|one| texts.contains_key(&one.text)))?.language;
    let beside = |id: Option<&TextId>| id.and_then(|id| now(case, texts, id)).cloned();
    Some(IdeaTranslation {
        language,
        what: beside(Some(&received.what)),
        why: beside(received.why.as_ref()),
        we_do: beside(received.we_do.as_ref()),
        we_need: beside(received.we_need.as_ref()),
    })
}

/// The words beside one text.
pub(super) fn phrase(case: &Case, texts: &Texts, of: &TextId) -> Option<Phrase> {
    let translation = case.translation(of)?;
    Some(Phrase { text: texts.get(&translation.text)?.clone(), lang: translation.language })
}

/// What stands beside the words of an event.
pub(super) fn entry(case: &Case, event: &Event, texts: &Texts) -> Option<EntryTranslation> {
    let beside = |id: &TextId| now(case, texts, id).cloned();
    let language = event.texts().into_iter().find_map(|id| case.translation(id))?.language;
    let (text, parts) = match event {
        Event::Updated { parts: Some(parts), .. } => (None, Some(parts.and_then(beside))),
        event => (event.text().and_then(beside), None),
    };
    let some = text.is_some() || parts.as_ref().is_some_and(|parts| parts.iter().next().is_some());
    some.then_some(EntryTranslation { language, text, parts })
}
