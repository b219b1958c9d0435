//! The phase of community building: an aid with what comes next, which nobody has to use.

use leptos::prelude::*;
use shared::area_care::{NOTE, Phase};
use shared::wire::areas::PhaseEntry;
use ui::PlainText;

use super::emptying::{self, Part};
use super::entry::{self, Draft, Inside};
use super::page::Shown;
use crate::form::{Pick, Radios, TextField};
use crate::session::session;
use crate::texts::texts;

pub(super) fn view(shown: &Shown) -> AnyView {
    let words = &texts().areas;
    // Whoever only reads has no use for an aid that nobody uses here.
    if shown.detail.phases.is_empty() && !shown.judges {
        return ().into_any();
    }
    let now = shown.detail.line.phase.map(|phase| {
        let next = shown.detail.phases.first().and_then(|entry| entry.next.clone());
        view! {
            <p>
                <strong>{(words.phase)(phase)}</strong>
                ". "
                {(words.phase_means)(phase)}
            </p>
            <p>{words.comes_next} " " {(words.phase_next)(phase)}</p>
            {next.map(|next| view! { <PlainText text=next /> })}
        }
    });
    let none = shown.detail.line.phase.is_none().then(|| view! { <p>{words.no_phase}</p> });
    let earlier: Vec<_> = shown.detail.phases.iter().map(|one| entry(shown, one)).collect();
    let earlier = (!earlier.is_empty()).then(|| {
        view! {
            <details class="disclosure">
                <summary>{words.phase_history}</summary>
                <ul>{earlier}</ul>
            </details>
        }
    });
    view! {
        <section class="area-part" aria-labelledby="phase-title">
            <h2 id="phase-title">{words.phase_title}</h2>
            {now}
            {none}
            {shown.judges.then(|| form(shown))}
            {earlier}
        </section>
    }
    .into_any()
}

fn entry(shown: &Shown, entry: &PhaseEntry) -> AnyView {
    let words = &texts().areas;
    let phase = entry.phase.map_or(words.no_phase_short, words.phase);
    let line = (words.phase_entry)(&texts().days.full(entry.on), phase, &entry.by);
    let next = entry.next.clone().map(|next| view! { <PlainText text=next /> });
    let empty = emptying::view(shown, Part::Phase, entry.number, next.is_some());
    view! { <li>{line} {next} {empty}</li> }.into_any()
}

fn form(shown: &Shown) -> AnyView {
    let words = &texts().areas;
    let draft = shown.draft.phase;
    let shown = shown.clone();
    entry::form(
        draft,
        || texts().areas.change_phase,
        words.save_phase,
        move |submission| {
            let picks = Phase::ALL
                .into_iter()
                .map(|phase| Pick::with_help(phase.word(), (words.phase)(phase), (words.phase_means)(phase)))
                .chain([Pick::new("", words.no_phase_short)])
                .collect();
            let fields = view! {
                <Radios name="phase" legend=words.phase_title value=draft.phase submission picks />
                <TextField
                    name="next"
                    label=words.next
                    hint=words.next_hint
                    value=draft.next
                    submission
                    max=NOTE.characters
                    optional=true
                />
            };
            let shown = shown.clone();
            let send = move || {
                let request = match draft.read() {
                    Ok(request) => request,
                    Err(faults) => return submission.refuse(faults),
                };
                let (client, id) = (session().client(), shown.area.id.clone());
                let sent = async move { client.set_phase(&id, &request).await };
                shown.send(submission, sent, words.phase_saved, move || draft.clear());
            };
            Inside { above: None, fields: fields.into_any(), send: Box::new(send) }
        },
    )
}
