//! How organised the residents are: what counts now, what that calls for, the judgement, and the history.

use leptos::prelude::*;
use shared::area_care::NOTE;
use shared::text::Language;
use shared::wire::areas::{Basis, LevelEntry};
use ui::{Notice, PlainText, Tone};

use super::draft::LEVELS;
use super::emptying::{self, Part};
use super::entry::{self, Draft, Inside};
use super::page::Shown;
use super::{badge, counts_elsewhere};
use crate::address::Page;
use crate::form::{Pick, Radios, TextField};
use crate::session::session;
use crate::texts::texts;

pub(super) fn view(shown: &Shown) -> AnyView {
    let words = &texts().areas;
    let line = &shown.detail.line;
    let calls_for = line.level().map(|level| {
        let lines: Vec<_> = (words.calls_for)(level).into_iter().map(|line| view! { <li>{line}</li> }).collect();
        view! {
            <h3>{words.calls_for_title}</h3>
            <p>{(words.level_means)(level)}</p>
            <ul>{lines}</ul>
        }
    });
    let unknown = line.level().is_none().then(|| view! { <p>{words.nothing_known}</p> });
    let differ = match (&line.judged, &line.scanned) {
        (Some(judged), Some(scanned)) if judged.level != scanned.level => Some(view! {
            <Notice tone=Tone::Info>
                <p>{words.differ}</p>
            </Notice>
        }),
        _ => None,
    };
    let history: Vec<_> = shown.detail.levels.iter().map(|one| entry(shown, one)).collect();
    let history = (!history.is_empty()).then(|| {
        view! {
            <h3>{words.history}</h3>
            <ul class="rules">{history}</ul>
        }
    });
    let elsewhere = counts_elsewhere(shown.area.kind).then(|| view! { <p class="soft">{words.counts_elsewhere}</p> });
    view! {
        <section class="area-part" aria-labelledby="level-title">
            <div class="rule__head">
                <h2 id="level-title">{words.level_title}</h2>
                {badge(line.level())}
            </div>
            <p class="soft">{words.officials_only}</p>
            {unknown}
            {differ}
            {calls_for}
            {shown.judges.then(|| judge(shown))}
            {history}
            {elsewhere}
        </section>
    }
    .into_any()
}

/// One judgement or scan, with its day.
fn entry(shown: &Shown, entry: &LevelEntry) -> AnyView {
    let words = &texts().areas;
    let day = texts().days.full(entry.on);
    let (from, more) = match &entry.basis {
        Basis::Judgement { by, reason } => {
            let written = !reason.is_empty();
            let reason = if written { reason.clone() } else { words.reason_emptied.to_owned() };
            let more = view! {
                <PlainText text=reason />
                {emptying::view(shown, Part::Level, entry.number, written)}
            };
            ((words.by_judgement)(by, &day), more.into_any())
        }
        Basis::File => ((words.by_file)(&day), ().into_any()),
        Basis::Scan { poll_id, poll, score, answers } => {
            let score = format!("{score:.1}").replace('.', ",");
            let title = poll.in_language(Language::Nl).text;
            let more = view! {
                <p>
                    {(words.scan_score)(&score, *answers)} " "
                    <a href=Page::Poll(poll_id.clone()).path()>{title}</a>
                </p>
            };
            ((words.by_scan)(&day), more.into_any())
        }
    };
    view! {
        <li class="rule">
            <div class="rule__head">
                {badge(Some(entry.level))}
                <span class="soft">{from}</span>
            </div>
            {more}
        </li>
    }
    .into_any()
}

fn judge(shown: &Shown) -> AnyView {
    let words = &texts().areas;
    let draft = shown.draft.judging;
    let shown = shown.clone();
    entry::form(
        draft,
        || texts().areas.judge_title,
        words.judge,
        move |submission| {
            let picks = LEVELS
                .iter()
                .map(|(level, value)| {
                    Pick::with_help(*value, (texts().library.name_of_level)(*level), (words.level_means)(*level))
                })
                .collect();
            let fields = view! {
                <Radios name="level" legend=words.level_title value=draft.level submission picks />
                <TextField
                    name="reason"
                    label=words.reason
                    hint=words.reason_hint
                    value=draft.reason
                    submission
                    max=NOTE.characters
                />
            };
            let shown = shown.clone();
            let send = move || {
                let request = match draft.read() {
                    Ok(request) => request,
                    Err(faults) => return submission.refuse(faults),
                };
                let (client, id) = (session().client(), shown.area.id.clone());
                let sent = async move { client.judge_area(&id, &request).await };
                shown.send(submission, sent, words.judged, move || draft.clear());
            };
            Inside { above: None, fields: fields.into_any(), send: Box::new(send) }
        },
    )
}
