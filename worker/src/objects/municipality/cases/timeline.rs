//! What happened, as residents, the public and officials read it.

use std::collections::BTreeMap;

use shared::{
    actor::Actor,
    case::{Event, Recorded},
    ids::{PartnerId, TextId},
    text::Language,
    wire::{
        admin::{CaseEntry, CaseEntryKind},
        public::{TimelineEntry, TimelineKind},
    },
};

use super::names::Names;

pub(super) type Texts = BTreeMap<TextId, String>;

/// Everything that the resident may know, oldest first: not the refusals, reminders and reviews inside.
pub(super) fn for_resident(
    events: &[Recorded],
    texts: &Texts,
    names: &Names,
    language: Language,
) -> Vec<TimelineEntry> {
    events.iter().filter_map(|recorded| resident_entry(recorded, texts, names, language)).collect()
}

/// What everybody may know of an initiative: no questions to the resident and no answers.
pub(super) fn for_public(events: &[Recorded], texts: &Texts, names: &Names, language: Language) -> Vec<TimelineEntry> {
    let shown = |recorded: &&Recorded| {
        matches!(recorded.event, Event::Received(_) | Event::Updated { .. } | Event::Concluded { .. })
    };
    events.iter().filter(shown).filter_map(|recorded| resident_entry(recorded, texts, names, language)).collect()
}

fn resident_entry(recorded: &Recorded, texts: &Texts, names: &Names, language: Language) -> Option<TimelineEntry> {
    let name = |id: &PartnerId| names.public_name(id, language);
    let doer = match &recorded.by {
        Actor::Official { partner, .. } => Some(partner),
        Actor::Resident | Actor::System => None,
    };
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
        Event::Concluded { partner, outcome, .. } => (Some(partner), TimelineKind::Concluded { outcome: *outcome }),
        Event::Rated { helped, .. } => (None, TimelineKind::Rated { helped: *helped }),
        Event::ReopeningAsked { decide_by } => (None, TimelineKind::ReopeningAsked { decide_by: *decide_by }),
        Event::Reopened { until } => (doer, TimelineKind::Reopened { until: *until }),
        Event::ReopeningRefused { .. } => (doer, TimelineKind::ReopeningRefused),
        Event::Threatened { .. } => (None, TimelineKind::Threatened),
        Event::Withdrawn => (None, TimelineKind::Withdrawn),
        Event::HeldForReview
        | Event::ReviewReleased
        | Event::Redacted { .. }
        | Event::ThreatTakenUp
        | Event::HandoverAccepted { .. }
        | Event::HandoverDeclined { .. }
        | Event::HandoverExpired { .. }
        | Event::HandoverWithdrawn { .. }
        | Event::Reminded
        | Event::Escalated
        | Event::Published
        | Event::Hidden => return None,
    };
    // Why another partner was asked is between partners.
    let text = recorded.event.text().filter(|_| !matches!(recorded.event, Event::HandoverOffered { .. }));
    Some(TimelineEntry {
        on: recorded.at.dutch_date(),
        by: by.map(name),
        what,
        text: text.and_then(|id| texts.get(id)).cloned(),
    })
}

/// Everything, for officials, except what only coordinators read.
pub(super) fn for_officials(events: &[Recorded], texts: &Texts, names: &Names, coordinates: bool) -> Vec<CaseEntry> {
    events
        .iter()
        .filter(|recorded| coordinates || !recorded.event.is_for_coordinators())
        .map(|recorded| CaseEntry {
            at: recorded.at,
            by: names.actor(&recorded.by),
            what: official_kind(&recorded.event),
            text: recorded.event.text().and_then(|id| texts.get(id)).cloned(),
            public: recorded.event.is_public(),
        })
        .collect()
}

fn official_kind(event: &Event) -> CaseEntryKind {
    match event {
        Event::Received(received) => CaseEntryKind::Received { owner: received.routing.lead.clone() },
        Event::HeldForReview => CaseEntryKind::HeldForReview,
        Event::ReviewReleased => CaseEntryKind::ReviewReleased,
        Event::Redacted { .. } => CaseEntryKind::Redacted,
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
        Event::Reminded => CaseEntryKind::Reminded,
        Event::Escalated => CaseEntryKind::Escalated,
        Event::Concluded { outcome, .. } => CaseEntryKind::Concluded { outcome: *outcome },
        Event::Rated { helped, .. } => CaseEntryKind::Rated { helped: *helped },
        Event::ReopeningAsked { decide_by } => CaseEntryKind::ReopeningAsked { decide_by: *decide_by },
        Event::Reopened { until } => CaseEntryKind::Reopened { until: *until },
        Event::ReopeningRefused { .. } => CaseEntryKind::ReopeningRefused,
        Event::Threatened { .. } => CaseEntryKind::Threatened,
        Event::ThreatTakenUp => CaseEntryKind::ThreatTakenUp,
        Event::Withdrawn => CaseEntryKind::Withdrawn,
        Event::Published => CaseEntryKind::Published,
        Event::Hidden => CaseEntryKind::Hidden,
    }
}
