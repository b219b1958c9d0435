//! Correcting the words of a poll that has opened: its texts and nothing else.
//!
//! The poll is walked as the JSON that it travels as, so every kind of question has its texts here.

use leptos::prelude::*;
use serde_json::Value;
use shared::fault::{Fault, FaultCode};
use shared::ids::PollId;
use shared::poll::{Poll, PollStatus};
use shared::text::Localized;
use shared::wire::admin::{CorrectionRequest, PollDetail};
use ui::{BusyButton, Notice, Tone};

use super::editor::{Both, BothField};
use super::{dutch, load, not_now, with_poll};
use crate::address::Page;
use crate::form::{Failures, Submission};
use crate::frame::{BackLink, Heading};
use crate::session::{Resource, session};
use crate::texts::texts;

/// One text of the poll, by its place: `questions.0.text`.
#[derive(Clone)]
struct Place {
    path: String,
    text: Both,
}

#[component]
pub(crate) fn CorrectPollPage(id: PollId) -> impl IntoView {
    let poll = load(id);
    with_poll(poll, move |detail| body(poll, &detail))
}

fn body(poll: Resource<PollDetail>, detail: &PollDetail) -> AnyView {
    let words = &texts().correction;
    let id = detail.overview.id.clone();
    if !matches!(detail.overview.status, PollStatus::Open | PollStatus::Closed) {
        return not_now(&id, words.not_now_title, words.not_now);
    }
    let session = session();
    let submission = Submission::new();
    let value = serde_json::to_value(&detail.poll).unwrap_or_default();
    let places = places(&value);
    let note = Both::empty();
    let fields: Vec<_> = places
        .iter()
        .map(|place| {
            let label = label(&place.path);
            let long = place.path == "intro" || place.path.rsplit('.').next() == Some("help");
            view! { <BothField name=place.path.clone() label value=place.text submission long /> }
        })
        .collect();
    let version = detail.version;
    let page = Page::Poll(id.clone());
    let done_page = page.clone();
    let submit = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        let request = match read(&value, &places, note, version) {
            Ok(request) => request,
            Err(faults) => {
                submission.refuse(faults);
                return;
            }
        };
        let (client, id, page) = (session.client(), id.clone(), done_page.clone());
        submission.send(async move { client.correct_poll(&id, &request).await }, move |answer| match answer {
            Ok(()) => session.navigation.say_on(&page, words.done),
            Err(failure) if failure.is_conflict() => {
                session.navigation.warn(texts().polls.conflict_title, texts().polls.conflict);
                poll.reload();
            }
            Err(_) => {}
        });
    };
    let send = move || if submission.busy.get() { texts().form.busy } else { words.send };
    view! {
        <BackLink page words=texts().polls.back_to_poll />
        <Heading title=(words.title)(&dutch(&detail.overview.title)) lead=words.lead />
        <form class="form editor" on:submit=submit novalidate=true>
            <Failures submission />
            <BothField name="note" label=words.note hint=words.note_hint value=note submission long=true />
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

/// Every text of a poll, in the order in which a resident meets them.
fn places(poll: &Value) -> Vec<Place> {
    let mut found = Vec::new();
    for name in ["title", "intro"] {
        if let Some(value) = poll.get(name) {
            walk(value, name, &mut found);
        }
    }
    if let Some(questions) = poll.get("questions") {
        walk(questions, "questions", &mut found);
    }
    found
}

fn walk(value: &Value, path: &str, found: &mut Vec<Place>) {
    if let Some(text) = as_text(value) {
        found.push(Place { path: path.to_owned(), text: Both::of(&text) });
        return;
    }
    match value {
        Value::Object(fields) => {
            // The question before its explanation and its answers.
            let first = ["text", "help"];
            let known = first.iter().filter_map(|name| fields.get_key_value(*name));
            let others = fields.iter().filter(|(name, _)| !first.contains(&name.as_str()));
            for (name, value) in known.chain(others) {
                walk(value, &format!("{path}.{name}"), found);
            }
        }
        Value::Array(items) => {
            for (place, value) in items.iter().enumerate() {
                walk(value, &format!("{path}.{place}"), found);
            }
        }
        _ => {}
    }
}

/// A text is a map with a Dutch version; nothing else in a poll has one.
fn as_text(value: &Value) -> Option<Localized> {
    value.get("nl").and_then(Value::as_str)?;
    serde_json::from_value(value.clone()).ok()
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

/// The poll with its new words, or every field at fault.
fn read(poll: &Value, places: &[Place], note: Both, version: u64) -> Result<CorrectionRequest, Vec<Fault>> {
    let mut faults = Vec::new();
    let note = note.read("note", &mut faults);
    let mut corrected = poll.clone();
    for Place { path, text } in places {
        let text = text.read(path, &mut faults);
        let pointer = format!("/{}", path.replace('.', "/"));
        if let (Some(there), Ok(text)) = (corrected.pointer_mut(&pointer), serde_json::to_value(text)) {
            *there = text;
        }
    }
    if faults.is_empty() && &corrected == poll {
        faults.push(Fault::new("note", FaultCode::NothingChanged));
    }
    match serde_json::from_value::<Poll>(corrected) {
        Ok(poll) if faults.is_empty() => Ok(CorrectionRequest { version, note, poll }),
        _ => Err(faults),
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[test]
    fn every_text_can_be_corrected_and_nothing_else_changes() {
        let text = include_str!("../../../../shared/tests/golden/poll.json");
        let poll: Value = serde_json::to_value(serde_json::from_str::<Poll>(text).unwrap()).unwrap();
        Owner::new().with(|| {
            let (places, note) = (places(&poll), Both::empty());
            let labels: Vec<String> = places.iter().map(|place| label(&place.path)).collect();
            assert_eq!(labels[..4], ["Titel", "Inleiding", "Vraag 1", "Vraag 1, Antwoord 1"]);
            assert!(labels.contains(&"Vraag 3, Woorden bij 1".to_owned()), "{labels:?}");
            let faults = |note| -> Vec<String> {
                read(&poll, &places, note, 1).unwrap_err().into_iter().map(|fault| fault.field).collect()
            };
            assert_eq!(faults(note), ["note.nl"]);
            note.nl.set("Er stond een fout in.".into());
            assert_eq!(faults(note), ["note"], "nothing is corrected yet");
            places[2].text.nl.set("Voelt u zich hier veilig?".into());
            let request = read(&poll, &places, note, 1).unwrap();
            let mut expected = poll.clone();
            expected["questions"][0]["text"]["nl"] = json!("Voelt u zich hier veilig?");
            assert_eq!(serde_json::to_value(&request.poll).unwrap(), expected);
        });
    }
}
