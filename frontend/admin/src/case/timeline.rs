//! What happened with a case, newest first: what the resident sees and what stays inside are told apart in words.

use leptos::prelude::*;
use shared::case::Outcome;
use shared::ids::PartnerId;
use shared::time::CivilDate;
use shared::wire::admin::{CaseDetail, CaseEntry, CaseEntryKind, EntryActor};
use ui::{Badge, PlainText, Tone};

use crate::api::Client;
use crate::texts::texts;

pub(super) fn view(client: &Client, detail: &CaseDetail, overtaken: RwSignal<Option<usize>>) -> AnyView {
    let words = &texts().case;
    let only_public = RwSignal::new(false);
    let recorded = recorded_for(&detail.timeline);
    let rows: Vec<(CaseEntry, Option<PartnerId>)> = detail.timeline.iter().cloned().zip(recorded).collect();
    let entries = StoredValue::new((client.clone(), rows, detail.language.tag()));
    let shown = move || {
        let only_public = only_public.get();
        let known = overtaken.get();
        entries.with_value(|(client, entries, lang)| {
            let rows: Vec<AnyView> = entries
                .iter()
                .enumerate()
                .rev()
                .filter(|(_, (entry, _))| entry.public || !only_public)
                .map(|(place, (entry, recorded))| {
                    row(client, entry, recorded.as_ref(), lang, known.is_some_and(|known| place >= known))
                })
                .collect();
            view! { <ol class="timeline case-timeline" reversed=true>{rows}</ol> }.into_any()
        })
    };
    view! {
        <section class="stack" aria-labelledby="timeline-title">
            <div class="timeline-head">
                <h2 id="timeline-title">{words.timeline_title}</h2>
                <label class="switch">
                    <input
                        type="checkbox"
                        prop:checked=only_public
                        on:change:target=move |event| only_public.set(event.target().checked())
                    />
                    {words.timeline_only_public}
                </label>
            </div>
            {shown}
        </section>
    }
    .into_any()
}

/// For which partner each entry was recorded: what an official of another partner than the one that speaks did, was
/// told by that one. The partner that speaks is the one that has the case, or the one that was asked.
fn recorded_for(entries: &[CaseEntry]) -> Vec<Option<PartnerId>> {
    use CaseEntryKind as K;
    let mut owner: Option<&PartnerId> = None;
    entries
        .iter()
        .map(|entry| {
            let speaks = match &entry.what {
                K::Received { owner: first } => {
                    owner = Some(first);
                    None
                }
                K::OwnerChanged { to } => {
                    owner = Some(to);
                    None
                }
                K::HandoverAccepted { by } | K::HandoverDeclined { by, .. } => Some(by),
                K::SupportAccepted { partner }
                | K::SupportDeclined { partner }
                | K::DateConfirmed { partner, .. }
                | K::DateDeclined { partner, .. } => Some(partner),
                K::Update | K::Question | K::Concluded { .. } | K::PassedOn { .. } => owner,
                _ => None,
            };
            match &entry.by {
                EntryActor::Official { partner, .. } => speaks.filter(|speaks| *speaks != partner).cloned(),
                EntryActor::Resident | EntryActor::Pledger | EntryActor::System | EntryActor::Mailed { .. } => None,
            }
        })
        .collect()
}

fn row(client: &Client, entry: &CaseEntry, recorded_for: Option<&PartnerId>, lang: &'static str, new: bool) -> AnyView {
    let (words, entries, days) = (&texts().case, &texts().entry, &texts().days);
    let partner = partner_of(&entry.what).map(|id| client.partner_name(id)).unwrap_or_default();
    let day = day_of(&entry.what).map(|day| days.full(day)).unwrap_or_default();
    let by = match &entry.by {
        EntryActor::Resident => entries.resident.to_owned(),
        EntryActor::Pledger => texts().tasks.pledger.to_owned(),
        EntryActor::System => entries.system.to_owned(),
        EntryActor::Official { name, partner } => (entries.official)(name, &client.partner_name(partner)),
        EntryActor::Mailed { partner } => (entries.mailed)(&client.partner_name(partner)),
    };
    // What the resident wrote is in their language, the rest in ours.
    let lang = matches!(entry.by, EntryActor::Resident).then_some(lang);
    // The resident sees that another was asked, and not the reason.
    let reason = matches!(entry.what, CaseEntryKind::HandoverOffered { .. } | CaseEntryKind::DateDeclined { .. })
        && entry.public;
    let text_class = if entry.public && !reason { "timeline__text" } else { "timeline__text timeline__text--internal" };
    let reason = (reason && entry.text.is_some()).then(|| view! { <p class="internal">{entries.reason_internal}</p> });
    let text = entry.text.clone().map(|text| {
        view! {
            <div class=text_class lang=lang>
                <PlainText text />
            </div>
        }
    });
    let parts = entry.parts.as_ref().map(|parts| {
        let part = |label: &'static str, text: &Option<String>| {
            text.clone().map(|text| {
                view! {
                    <p><strong>{label}</strong></p>
                    <PlainText text />
                }
            })
        };
        view! {
            <div class=text_class>
                {part(words.we_do_label, &parts.we_do)} {part(words.you_do_label, &parts.you_do)}
                {part(words.we_ask_label, &parts.we_ask)}
            </div>
        }
    });
    let suggestion = match &entry.what {
        CaseEntryKind::HandoverDeclined { suggestion: Some(id), .. } => {
            Some(view! { <p>{(entries.suggestion)(&client.partner_name(id))}</p> })
        }
        _ => None,
    };
    let recorded = recorded_for
        .map(|partner| view! { <p class="internal">{(words.recorded_for)(&client.partner_name(partner))}</p> });
    let seen = if entry.public {
        view! { <Badge tone=Tone::Good words=words.seen_by_resident /> }.into_any()
    } else {
        view! { <span class="internal">{words.internal}</span> }.into_any()
    };
    let new = new.then(|| view! { <Badge tone=Tone::Warn words=words.new_entry /> });
    view! {
        <li class=if entry.public { "entry entry--public" } else { "entry entry--internal" }>
            <div class="entry__head">
                <p class="timeline__title">{(entries.what)(&entry.what, &partner, &day)}</p>
                {new}
                {seen}
            </div>
            <p class="timeline__date">
                <time datetime=entry.at.to_string()>{days.moment(entry.at)}</time>
                " · "
                {by}
            </p>
            {recorded}
            {reason}
            {text}
            {parts}
            {super::translating::of_entry(entry)}
            {suggestion}
        </li>
    }
    .into_any()
}

/// The partner an entry is about.
const fn partner_of(what: &CaseEntryKind) -> Option<&PartnerId> {
    use CaseEntryKind as K;
    match what {
        K::Received { owner: id }
        | K::HandoverOffered { to: id }
        | K::HandoverAccepted { by: id }
        | K::HandoverDeclined { by: id, .. }
        | K::HandoverExpired { to: id }
        | K::OwnerChanged { to: id }
        | K::SupportAsked { partner: id }
        | K::SupportAccepted { partner: id }
        | K::SupportDeclined { partner: id }
        | K::BackingShown { partner: id }
        | K::BackingTakenBack { partner: id }
        | K::UpdateProposed { partner: id }
        | K::DateProposed { partner: id, .. }
        | K::DateConfirmed { partner: id, .. }
        | K::DateDeclined { partner: id, .. } => Some(id),
        _ => None,
    }
}

/// The day an entry names.
const fn day_of(what: &CaseEntryKind) -> Option<CivilDate> {
    match what {
        CaseEntryKind::PromiseSet { until }
        | CaseEntryKind::Reopened { until }
        | CaseEntryKind::Unmerged { until }
        | CaseEntryKind::DecisionNeeded { until }
        | CaseEntryKind::TaskAdded { until, .. }
        | CaseEntryKind::TaskChanged { until, .. } => Some(*until),
        CaseEntryKind::DateProposed { on, .. }
        | CaseEntryKind::DateConfirmed { on, .. }
        | CaseEntryKind::DateDeclined { on, .. }
        | CaseEntryKind::Concluded { outcome: Outcome::WillBeDone { on } } => Some(*on),
        CaseEntryKind::ReopeningAsked { decide_by } => Some(*decide_by),
        CaseEntryKind::PassedOn { received_on, .. } => Some(*received_on),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn partner(id: &str) -> PartnerId {
        PartnerId::parse(id).unwrap()
    }

    fn entry(by: &str, what: CaseEntryKind) -> CaseEntry {
        CaseEntry {
            at: shared::time::Instant::from_milliseconds(0),
            by: EntryActor::Official { name: "N".into(), partner: partner(by) },
            what,
            text: None,
            parts: None,
            translation: None,
            public: true,
        }
    }

    #[test]
    fn what_the_coordinator_did_for_a_partner_says_for_which() {
        let received = CaseEntry {
            by: EntryActor::Resident,
            ..entry("team", CaseEntryKind::Received { owner: partner("politie") })
        };
        let entries = [
            received,
            entry("politie", CaseEntryKind::Update),
            entry("team", CaseEntryKind::Update),
            entry("team", CaseEntryKind::HandoverAccepted { by: partner("woonstad") }),
            entry("team", CaseEntryKind::OwnerChanged { to: partner("woonstad") }),
            entry("woonstad", CaseEntryKind::Question),
            entry("politie", CaseEntryKind::Question),
            entry("team", CaseEntryKind::Published),
        ];
        let names: Vec<Option<String>> =
            recorded_for(&entries).into_iter().map(|id| id.map(|id| id.to_string())).collect();
        let name = |id: &str| Some(id.to_owned());
        assert_eq!(names, [None, None, name("politie"), name("woonstad"), None, None, name("woonstad"), None]);
    }
}
