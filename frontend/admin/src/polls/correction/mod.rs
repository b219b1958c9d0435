//! Correcting the words of a poll that has opened: its texts and nothing else.
//!
//! The poll is walked as the JSON that it travels as, so every kind of question has its texts here.

mod draft;

use leptos::prelude::*;
use shared::ids::PollId;
use shared::poll::PollStatus;
use shared::wire::admin::PollDetail;
use ui::{BusyButton, Notice, Tone};

pub(crate) use draft::CorrectionDraft;

use super::editor::BothField;
use super::{dutch, load, not_now, with_poll};
use crate::address::Page;
use crate::form::{Failures, Overtaken, OvertakenWords, Submission};
use crate::frame::{BackLink, Heading};
use crate::session::{Resource, session};
use crate::texts::texts;

#[component]
pub(crate) fn CorrectPollPage(id: PollId) -> impl IntoView {
    let poll = load(id);
    with_poll(poll, move |detail| body(poll, &detail))
}

fn body(poll: Resource<PollDetail>, detail: &PollDetail) -> AnyView {
    let words = &texts().correction;
    let id = detail.overview.id.clone();
    let drafts = session().drafts;
    if !matches!(detail.overview.status, PollStatus::Open | PollStatus::Closed) {
        // Nothing of it can be sent any more.
        drafts.forget_correction(&id);
        return not_now(&id, words.not_now_title, words.not_now);
    }
    let draft = drafts.correction(&id, || CorrectionDraft::of(detail));
    let page = Page::Poll(id.clone());
    view! {
        <BackLink page words=texts().polls.back_to_poll />
        <Heading title=(words.title)(&dutch(&detail.overview.title)) lead=words.lead />
        <Form id draft poll />
    }
    .into_any()
}

#[component]
fn Form(id: PollId, draft: CorrectionDraft, poll: Resource<PollDetail>) -> impl IntoView {
    let words = &texts().correction;
    let session = session();
    let submission = Submission::new();
    let overtaken = Overtaken::<PollDetail>::new("correction");
    let dropped = id.clone();
    let save = move || {
        let request = match draft.read() {
            Ok(request) => request,
            Err(faults) => return submission.refuse(faults),
        };
        let (client, saved, id) = (session.client(), id.clone(), id.clone());
        submission.send(
            async move {
                match client.correct_poll(&id, &request).await {
                    // What the other correction is has to be known before one can choose.
                    Err(failure) if failure.is_conflict() => client.poll(&id).await.map(Some),
                    answer => answer.map(|()| None),
                }
            },
            move |answer| match answer {
                Ok(None) => {
                    session.drafts.forget_correction(&saved);
                    session.navigation.say_on(&Page::Poll(saved), words.done);
                }
                Ok(Some(theirs)) => overtaken.by(theirs),
                Err(_) => {}
            },
        );
    };
    let save = StoredValue::new(save);
    let submit = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        overtaken.forget();
        save.with_value(|save| save());
    };
    let conflict = overtaken.view(
        OvertakenWords { title: words.conflict_title, keep_mine: words.keep_mine, take_theirs: words.take_theirs },
        move |theirs| {
            let twice: Vec<String> = draft.changed_twice(theirs).iter().map(|path| label(path)).collect();
            (words.conflict)(&twice)
        },
        move |theirs| {
            draft.take_along(&theirs);
            save.with_value(|save| save());
        },
        move |_| {
            session.drafts.forget_correction(&dropped);
            poll.reload();
        },
    );
    let fields: Vec<_> = draft
        .places()
        .into_iter()
        .map(|place| {
            let long = place.path == "intro" || place.path.rsplit('.').next() == Some("help");
            let label = label(&place.path);
            view! { <BothField name=place.path label value=place.text submission long /> }
        })
        .collect();
    let send = move || if submission.busy.get() { texts().form.busy } else { words.send };
    view! {
        <form
            class="form editor"
            on:submit=submit
            novalidate=true
            on:input=move |_| draft.touched.set(true)
            on:change=move |_| draft.touched.set(true)
        >
            {conflict}
            <Failures submission />
            <BothField name="note" label=words.note hint=words.note_hint value=draft.note submission long=true />
            {fields}
            <Notice tone=Tone::Warn>
                <p>{words.warning}</p>
            </Notice>
            <div class="actions">
                <BusyButton busy=submission.busy>{send}</BusyButton>
            </div>
        </form>
    }
    .into_any()
}

/// "Vraag 2, antwoord 1": what the place is called on the page.
fn label(path: &str) -> String {
    let words = &texts().correction;
    let mut parts = Vec::new();
    let mut names = path.split('.').peekable();
    while let Some(name) = names.next() {
        let number = names.peek().and_then(|next| next.parse::<usize>().ok());
        match (name, number) {
            ("questions", Some(place)) => parts.push((texts().editor.question)(place.saturating_add(1))),
            ("options", Some(place)) => parts.push((texts().editor.option)(place.saturating_add(1))),
            (_, Some(place)) => parts.push((words.entry)(place.saturating_add(1))),
            ("title", _) => parts.push(texts().editor.title.to_owned()),
            ("intro", _) => parts.push(texts().editor.intro.to_owned()),
            ("help", _) => parts.push(texts().editor.help.to_owned()),
            ("low", _) => parts.push(texts().editor.low.to_owned()),
            ("high", _) => parts.push(texts().editor.high.to_owned()),
            _ => {}
        }
    }
    parts.join(", ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_place_is_named_as_it_is_read() {
        assert_eq!(
            ["title", "intro", "questions.0.text", "questions.0.kind.options.0.text", "questions.2.kind.low"]
                .map(label),
            ["Titel", "Inleiding", "Vraag 1", "Vraag 1, Antwoord 1", "Vraag 3, Woorden bij 1"]
        );
    }
}
