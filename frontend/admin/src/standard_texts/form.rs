//! The form of one ready text.

use leptos::prelude::*;
use shared::standard_text::{Ending, StandardText};
use shared::text::{Language, OFFICIAL_TEXT};
use shared::wire::standard_texts::StandardTextList;
use ui::{BusyButton, ButtonKind, Notice, Press, Tone};

use super::draft::{TextDraft, Writing};
use super::{FORM_TITLE, Writes};
use crate::form::{Failures, LineField, OvertakenWords, Pick, Select, SelectGroup, TextField};
use crate::intake::topic_groups;
use crate::session::{Loaded, session};
use crate::texts::texts;

/// What came of saving: the list as it is now, and whether it was saved.
enum Saved {
    Yes,
    /// Somebody else changed it meanwhile, or took it away.
    Overtaken(StandardTextList),
}

pub(super) fn view(writes: &Writes) -> AnyView {
    let writes = *writes;
    let words = &texts().standard;
    let draft = writes.draft;
    let new = draft.writing.with_untracked(|writing| *writing == Writing::New);
    let title = if new { words.add } else { words.change_title };
    let submit = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        writes.overtaken.forget();
        save(&writes);
    };
    let cancel = move |_| {
        writes.saving.forget();
        writes.overtaken.forget();
        writes.unfinished.set(false);
        draft.close();
    };
    let unfinished = move || {
        writes.unfinished.get().then(|| {
            view! {
                <Notice tone=Tone::Warn>
                    <p>{words.unfinished}</p>
                </Notice>
            }
        })
    };
    view! {
        <form
            class="form card"
            on:submit=submit
            on:input=move |_| draft.touched.set(true)
            on:change=move |_| draft.touched.set(true)
            novalidate=true
            aria-labelledby=FORM_TITLE
        >
            <h2 id=FORM_TITLE tabindex="-1">
                {title}
            </h2>
            {unfinished}
            {conflict(&writes)}
            <Failures submission=writes.saving />
            {fields(&writes)}
            <div class="actions">
                <BusyButton busy=writes.saving.busy>{words.save}</BusyButton>
                <Press kind=ButtonKind::Quiet act=cancel>
                    {texts().form.cancel}
                </Press>
            </div>
        </form>
    }
    .into_any()
}

fn save(writes: &Writes) {
    let writes = *writes;
    let words = &texts().standard;
    let session = session();
    let (id, request) = match writes.draft.read() {
        Ok(read) => read,
        Err(faults) => return writes.saving.refuse(faults),
    };
    let client = session.client();
    let sent = id.clone();
    let saved = async move {
        match client.save_standard_text(sent.as_ref(), &request).await {
            // What there is now has to be known before one can choose.
            Err(failure) if sent.is_some() && (failure.is_conflict() || failure.is_missing()) => {
                client.standard_texts().await.map(Saved::Overtaken)
            }
            answer => answer.map(|_| Saved::Yes),
        }
    };
    writes.saving.send(saved, move |answer| match answer {
        Ok(Saved::Yes) => {
            writes.unfinished.set(false);
            writes.draft.close();
            session.navigation.say(words.saved);
            writes.list.reload();
        }
        Ok(Saved::Overtaken(now)) => {
            let theirs: Option<StandardText> = now.texts.iter().find(|text| Some(&text.id) == id.as_ref()).cloned();
            writes.list.state.set(Loaded::Here(now));
            writes.overtaken.by(theirs);
        }
        Err(_) => {}
    });
}

/// Somebody else changed it, or took it away: what was typed stays until one of the two is chosen.
fn conflict(writes: &Writes) -> impl Fn() -> Option<AnyView> + use<> {
    let writes = *writes;
    let words = &texts().standard;
    writes.overtaken.view(
        OvertakenWords { title: words.conflict_title, keep_mine: words.keep_mine, take_theirs: words.take_theirs },
        |theirs| match theirs {
            Some(theirs) => (words.conflict)(&theirs.content.words),
            None => words.gone.to_owned(),
        },
        move |theirs| {
            writes.draft.go_on_from(theirs.as_ref());
            save(&writes);
        },
        move |theirs| {
            writes.saving.forget();
            match theirs {
                Some(theirs) => writes.draft.show(Some(&theirs)),
                None => writes.draft.close(),
            }
        },
    )
}

fn fields(writes: &Writes) -> AnyView {
    let words = &texts().standard;
    let (draft, submission): (TextDraft, _) = (writes.draft, writes.saving);
    let endings = Ending::ALL.into_iter().map(|ending| Pick::new(ending.word(), (words.ending)(ending))).collect();
    let languages = Language::ALL
        .into_iter()
        .map(|language| Pick::new(language.tag(), (texts().frame.language)(language)))
        .collect();
    let max = OFFICIAL_TEXT.characters;
    view! {
        <LineField name="title" label=words.name value=draft.title submission hint=words.name_hint />
        <Select
            name="ending"
            label=words.for_ending
            value=draft.ending
            submission
            groups=vec![SelectGroup::plain(endings)]
        />
        <Select
            name="topicId"
            label=words.for_topic
            value=draft.topic
            submission
            groups=topic_groups(&session().client().me().topics)
            empty=words.every_topic
            optional=true
        />
        <Select
            name="language"
            label=words.language
            value=draft.language
            submission
            groups=vec![SelectGroup::plain(languages)]
        />
        <TextField name="words" label=words.words value=draft.words submission max hint=words.words_hint rows=8 />
    }
    .into_any()
}
