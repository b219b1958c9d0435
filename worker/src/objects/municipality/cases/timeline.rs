//! What happened, as residents, the public and officials read it.

use std::collections::BTreeMap;

use shared::{
    actor::Actor,
    case::{Case, Event, OwnerChange, Parts, Recorded},
    ids::{PartnerId, TextId},
    text::Language,
    wire::{
        admin::{CaseEntry, CaseEntryKind},
        public::{TimelineEntry, TimelineKind},
    },
};

use super::{File, names::Names, translating};

pub(super) type Texts = BTreeMap<TextId, String>;

/// Everything that the resident may know, oldest first: not the refusals, reminders and reviews inside.
pub(super) fn for_resident(file: &File, texts: &Texts, names: &Names, language: Language) -> Vec<TimelineEntry> {
    let events = file.events.iter();
    events.filter_map(|recorded| resident_entry(&file.case, recorded, texts, names, language)).collect()
}

/// What everybody may know of an initiative: no questions to the resident and no answers. What was written to the
/// resident before it was made public was for the resident alone, so it stays there; that it ended is no secret.
pub(super) fn for_public(file: &File, texts: &Texts, names: &Names, language: Language) -> Vec<TimelineEntry> {
    let public_since = file.events.iter().rposition(|recorded| matches!(recorded.event, Event::Published));
    let entry = |(place, recorded): (usize, &Recorded)| {
        let for_everybody = public_since.is_some_and(|since| place > since);
        match recorded.event {
            Event::Received(_) | Event::Concluded { .. } => {}
            Event::Updated { .. } if for_everybody => {}
            _ => return None,
        }
        let entry = resident_entry(&file.case, recorded, texts, names, language)?;
        let text = entry.text.filter(|_| for_everybody);
        let translation = entry.translation.filter(|_| for_everybody);
        Some(TimelineEntry { text, parts: entry.parts.filter(|_| for_everybody), translation, ..entry })
    };
    file.events.iter().enumerate().filter_map(entry).collect()
}

fn resident_entry(
    case: &Case,
    recorded: &Recorded,
    texts: &Texts,
    names: &Names,
    language: Language,
) -> Option<TimelineEntry> {
    let name = |id: &PartnerId| names.public_name(id, language);
    let doer = recorded.by.partner();
    let (by, what) = match &recorded.event {
        Event::Received(received) => (None, TimelineKind::Received { partner: name(&received.routing.lead) }),
        // Written down by another partner: the coordinator noted what this one said.
        Event::Updated { partner, .. } if doer.is_some_and(|doer| doer != partner) => {
            (doer, TimelineKind::RecordedFor { partner: name(partner) })
        }
        Event::Updated { partner, .. } => (Some(partner), TimelineKind::Update),
        Event::QuestionAsked { partner, .. } => (Some(partner), TimelineKind::Question),
        Event::Answered { .. } => (None, TimelineKind::Answer),
        Event::AnswerTermPassed { .. } => (None, TimelineKind::AnswerTermPassed),
        Event::PromiseSet { until, .. } => (doer, TimelineKind::PromiseSet { until: *until }),
        Event::HandoverOffered { from, to, .. } => (Some(from), TimelineKind::HandoverOffered { to: name(to) }),
        Event::OwnerChanged { to, .. } => (Some(to), TimelineKind::OwnerChanged { to: name(to) }),
        Event::SupportAccepted { partner } => (None, TimelineKind::SupportAccepted { partner: name(partner) }),
        Event::DecisionNeeded { until, .. } => (doer, TimelineKind::DecisionNeeded { until: *until }),
        Event::DateProposed { partner, on, .. } => {
            (doer, TimelineKind::DateProposed { partner: name(partner), on: *on })
        }
        Event::DateConfirmed { partner, on } => {
            (Some(partner), TimelineKind::DateConfirmed { partner: name(partner), on: *on })
        }
        Event::DateDeclined { partner, on, .. } => {
            (Some(partner), TimelineKind::DateDeclined { partner: name(partner), on: *on })
        }
        Event::Concluded { partner, outcome, .. } => (Some(partner), TimelineKind::Concluded { outcome: *outcome }),
        Event::PassedOn { partner, nature, received_on, reference, .. } => {
            let reference = reference.as_ref().and_then(|id| texts.get(id)).cloned();
            (Some(partner), TimelineKind::PassedOn { nature: *nature, received_on: *received_on, reference })
        }
        Event::Rated { helped, .. } => (None, TimelineKind::Rated { helped: *helped }),
        Event::ReopeningAsked { decide_by } => (None, TimelineKind::ReopeningAsked { decide_by: *decide_by }),
        Event::Reopened { until } => (doer, TimelineKind::Reopened { until: *until }),
        Event::Unmerged { until } => (None, TimelineKind::Unmerged { until: *until }),
        Event::ReopeningRefused { .. } => (doer, TimelineKind::ReopeningRefused),
        Event::TextsErased { .. } => (doer, TimelineKind::TextsErased),
        Event::Threatened { .. } if recorded.by == Actor::Resident => (None, TimelineKind::Threatened),
        Event::Explained { partner, .. } => (Some(partner), TimelineKind::Explained),
        Event::Withdrawn => (None, TimelineKind::Withdrawn),
        Event::KindSet { kind } => (doer, TimelineKind::KindSet { to: *kind }),
        Event::AgreementsMade { .. } => (doer, TimelineKind::AgreementsMade),
        // They stand in a list of their own.
        Event::Threatened { .. }
        | Event::ExperienceShared
        | Event::ExperienceWithdrawn
        | Event::BackingShown { .. }
        | Event::BackingTakenBack { .. }
        | Event::TaskAdded { .. }
        | Event::TaskChanged { .. }
        | Event::TaskDone { .. }
        | Event::TaskDropped { .. }
        | Event::HeldForReview
        | Event::ReviewReleased
        | Event::Redacted { .. }
        // It stands beside what it translates.
        | Event::Translated { .. }
        | Event::LanguageSet { .. }
        | Event::ThreatTakenUp
        | Event::HandoverAccepted { .. }
        | Event::HandoverDeclined { .. }
        | Event::HandoverExpired { .. }
        | Event::HandoverWithdrawn { .. }
        | Event::SupportAsked { .. }
        | Event::SupportDeclined { .. }
        | Event::NoteAdded { .. }
        | Event::UpdateProposed { .. }
        | Event::Reminded
        | Event::Escalated
        | Event::Published
        | Event::ContactDue
        | Event::ContactNoted { .. }
        | Event::ContactEnded { .. }
        | Event::Hidden => return None,
    };
    let parts = parts(&recorded.event, texts);
    // Why another partner was asked, or does not confirm a day, is between partners; why words went is for the
    // coordinators.
    let inside = matches!(
        recorded.event,
        Event::HandoverOffered { .. } | Event::DateDeclined { .. } | Event::TextsErased { .. }
    );
    let text = recorded.event.text().filter(|_| !inside);
    Some(TimelineEntry {
        on: recorded.at.dutch_date(),
        by: by.map(name),
        what,
        text: text.filter(|_| parts.is_none()).and_then(|id| texts.get(id)).cloned(),
        parts,
        translation: translating::entry(case, &recorded.event, texts).filter(|_| !inside),
    })
}

/// Everything, for officials, except what only coordinators read and what the police keep to themselves.
pub(super) fn for_officials(
    file: &File,
    texts: &Texts,
    names: &Names,
    (reader, coordinates): (&PartnerId, bool),
) -> Vec<CaseEntry> {
    let events = file.events.as_slice();
    let places = 0..events.len();
    places
        .zip(events)
        .filter(|(_, recorded)| coordinates || !recorded.event.is_for_coordinators())
        .filter(|(_, recorded)| recorded.event.is_read_by(reader, |partner| names.is_police(partner)))
        .map(|(place, recorded)| (place, recorded, parts(&recorded.event, texts)))
        .map(|(place, recorded, parts)| CaseEntry {
            at: recorded.at,
            by: names.actor(if follows_by_itself(events, place) { &Actor::System } else { &recorded.by }),
            what: official_kind(&recorded.event, texts),
            text: official_text(&recorded.event, coordinates)
                .filter(|_| parts.is_none())
                .and_then(|id| texts.get(id))
                .cloned(),
            parts,
            translation: translating::entry(&file.case, &recorded.event, texts),
            public: recorded.event.is_public() && !is_threat_to_pledger(recorded),
        })
        .collect()
}

/// What somebody who joins in told of a threat: the one who thought of it does not read that.
fn is_threat_to_pledger(recorded: &Recorded) -> bool {
    matches!(recorded.event, Event::Threatened { .. }) && recorded.by != Actor::Resident
}

/// The words of an answer in parts; those that were erased are not there.
fn parts(event: &Event, texts: &Texts) -> Option<Parts<String>> {
    match event {
        Event::Updated { parts: Some(parts), .. } => Some(parts.and_then(|id| texts.get(id).cloned())),
        _ => None,
    }
}

/// Why words went only coordinators read; a translation stands beside what it translates.
fn official_text(event: &Event, coordinates: bool) -> Option<&TextId> {
    let elsewhere = matches!(event, Event::Translated { .. });
    let of_task = match event {
        Event::TaskChanged { task, .. } | Event::TaskDone { task } | Event::TaskDropped { task } => Some(task),
        _ => None,
    };
    let text = event.text().or(of_task);
    text.filter(|_| !elsewhere && (coordinates || !matches!(event, Event::TextsErased { .. })))
}

/// Whether an event was nobody's choice: it follows by the rules from what somebody did in the same moment. The events
/// of one decision all carry who decided.
fn follows_by_itself(events: &[Recorded], place: usize) -> bool {
    let Some(this) = events.get(place) else { return false };
    let together = |place: Option<usize>| {
        let other = place.and_then(|place| events.get(place))?;
        ((other.at, &other.by) == (this.at, &this.by)).then_some(&other.event)
    };
    let (before, after) = (together(place.checked_sub(1)), together(place.checked_add(1)));
    // Whether the idea was taken out of public in between or not.
    let then = if matches!(after, Some(Event::Hidden)) { together(place.checked_add(2)) } else { after };
    let by_resident = matches!(this.by, Actor::Resident | Actor::Pledger { .. });
    match &this.event {
        // Who writes news names the day as well, or leaves the term as it is shown in the form.
        Event::PromiseSet { reason: None, .. } => {
            let passed_on =
                matches!(place.checked_sub(2).and_then(|place| together(Some(place))), Some(Event::PassedOn { .. }));
            passed_on || !matches!(before, Some(Event::Updated { .. } | Event::DecisionNeeded { .. }))
        }
        Event::OwnerChanged { why: OwnerChange::Accepted | OwnerChange::SecondRefusal, .. } => true,
        Event::HeldForReview => by_resident || matches!(before, Some(Event::Received(_) | Event::Translated { .. })),
        Event::Hidden => {
            let because = |event: &Event| {
                matches!(
                    event,
                    Event::HeldForReview | Event::TextsErased { .. } | Event::PassedOn { .. } | Event::KindSet { .. }
                )
            };
            by_resident || after.is_some_and(because)
        }
        Event::HandoverWithdrawn { .. } => {
            let because = |event: &Event| {
                matches!(event, Event::Concluded { .. } | Event::HeldForReview | Event::PassedOn { .. })
            };
            by_resident || then.is_some_and(because)
        }
        _ => false,
    }
}

fn official_kind(event: &Event, texts: &Texts) -> CaseEntryKind {
    match event {
        Event::Received(received) => CaseEntryKind::Received { owner: received.routing.lead.clone() },
        Event::HeldForReview => CaseEntryKind::HeldForReview,
        Event::ReviewReleased => CaseEntryKind::ReviewReleased,
        Event::Redacted { .. } => CaseEntryKind::Redacted,
        Event::Translated { language, .. } => CaseEntryKind::Translated { language: *language },
        Event::Updated { .. } => CaseEntryKind::Update,
        Event::QuestionAsked { .. } => CaseEntryKind::Question,
        Event::Answered { .. } => CaseEntryKind::Answer,
        Event::AnswerTermPassed { .. } => CaseEntryKind::AnswerTermPassed,
        Event::PromiseSet { until, .. } => CaseEntryKind::PromiseSet { until: *until },
        Event::HandoverOffered { to, .. } => CaseEntryKind::HandoverOffered { to: to.clone() },
        Event::HandoverAccepted { partner, .. } => CaseEntryKind::HandoverAccepted { by: partner.clone() },
        Event::HandoverDeclined { partner, suggestion, .. } => {
            CaseEntryKind::HandoverDeclined { by: partner.clone(), suggestion: suggestion.clone() }
        }
        Event::HandoverExpired { partner, .. } => CaseEntryKind::HandoverExpired { to: partner.clone() },
        Event::HandoverWithdrawn { .. } => CaseEntryKind::HandoverWithdrawn,
        Event::OwnerChanged { to, .. } => CaseEntryKind::OwnerChanged { to: to.clone() },
        Event::SupportAsked { partner, .. } => CaseEntryKind::SupportAsked { partner: partner.clone() },
        Event::SupportAccepted { partner } => CaseEntryKind::SupportAccepted { partner: partner.clone() },
        Event::SupportDeclined { partner, .. } => CaseEntryKind::SupportDeclined { partner: partner.clone() },
        Event::NoteAdded { .. } => CaseEntryKind::Note,
        Event::UpdateProposed { partner, .. } => CaseEntryKind::UpdateProposed { partner: partner.clone() },
        Event::DecisionNeeded { until, .. } => CaseEntryKind::DecisionNeeded { until: *until },
        Event::DateProposed { partner, on, .. } => CaseEntryKind::DateProposed { partner: partner.clone(), on: *on },
        Event::DateConfirmed { partner, on } => CaseEntryKind::DateConfirmed { partner: partner.clone(), on: *on },
        Event::DateDeclined { partner, on, .. } => CaseEntryKind::DateDeclined { partner: partner.clone(), on: *on },
        Event::Reminded => CaseEntryKind::Reminded,
        Event::Escalated => CaseEntryKind::Escalated,
        Event::Concluded { outcome, .. } => CaseEntryKind::Concluded { outcome: *outcome },
        Event::PassedOn { nature, received_on, reference, .. } => CaseEntryKind::PassedOn {
            nature: *nature,
            received_on: *received_on,
            reference: reference.as_ref().and_then(|id| texts.get(id)).cloned(),
        },
        Event::Rated { helped, .. } => CaseEntryKind::Rated { helped: *helped },
        Event::ReopeningAsked { decide_by } => CaseEntryKind::ReopeningAsked { decide_by: *decide_by },
        Event::Reopened { until } => CaseEntryKind::Reopened { until: *until },
        Event::Unmerged { until } => CaseEntryKind::Unmerged { until: *until },
        Event::ReopeningRefused { .. } => CaseEntryKind::ReopeningRefused,
        Event::TextsErased { .. } => CaseEntryKind::TextsErased,
        Event::Explained { .. } => CaseEntryKind::Explained,
        Event::Threatened { .. } => CaseEntryKind::Threatened,
        Event::ThreatTakenUp => CaseEntryKind::ThreatTakenUp,
        Event::TaskAdded { doer, until, .. } => CaseEntryKind::TaskAdded { doer: doer.into(), until: *until },
        Event::TaskChanged { doer, until, .. } => CaseEntryKind::TaskChanged { doer: doer.into(), until: *until },
        Event::BackingShown { partner } => CaseEntryKind::BackingShown { partner: partner.clone() },
        Event::BackingTakenBack { partner } => CaseEntryKind::BackingTakenBack { partner: partner.clone() },
        Event::TaskDone { .. } => CaseEntryKind::TaskDone,
        Event::TaskDropped { .. } => CaseEntryKind::TaskDropped,
        Event::ExperienceShared => CaseEntryKind::ExperienceShared,
        Event::ExperienceWithdrawn => CaseEntryKind::ExperienceWithdrawn,
        Event::Withdrawn => CaseEntryKind::Withdrawn,
        Event::Published => CaseEntryKind::Published,
        Event::Hidden => CaseEntryKind::Hidden,
        Event::KindSet { kind } => CaseEntryKind::KindSet { to: *kind },
        Event::LanguageSet { language } => CaseEntryKind::LanguageSet { to: *language },
        Event::AgreementsMade { .. } => CaseEntryKind::AgreementsMade,
        Event::ContactDue => CaseEntryKind::ContactDue,
        Event::ContactNoted { .. } => CaseEntryKind::ContactNoted,
        Event::ContactEnded { .. } => CaseEntryKind::ContactEnded,
    }
}
