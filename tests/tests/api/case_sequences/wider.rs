//! What happens beside handling: merging and what the other resident does then, erasing, translating, tasks,
//! neighbourhood watch and its agreements.

use serde_json::json;
use shared::{
    actor::Actor,
    case::{
        Case, Command, Erasure, Event, NewAgreements, NewTranslation, OFFICIALS_READ, Other, Recorded, TaskDoer,
        TaskKind,
    },
    ids::TextId,
    proposal::ProposalKind,
    text::Language,
    time::CivilDate,
};

use super::{
    ANSWER, Chance, Subject, World,
    acts::{Act, act, conclusion, some_day, written},
};

impl World {
    /// Something wider that an official may try; `earlier` is the case of the sequence before.
    pub(super) fn wider_act(
        &self,
        (case, events): (&Case, &[Recorded]),
        (earlier, today): (Option<&Subject>, CivilDate),
        who: &str,
        chance: &mut Chance,
    ) -> Act {
        let number = chance.below(u64::MAX);
        match chance.below(14) {
            0 | 1 => self.merging(earlier, who, number),
            2 => erasing(events, number),
            9 => setting_a_language(case, number),
            3 | 4 => translating(case, events, number).unwrap_or_else(|| adding_a_task(case, today, chance)),
            5 | 6 => adding_a_task(case, today, chance),
            7 | 8 => moving_a_task(case, chance),
            _ => watching(case, chance),
        }
    }

    /// Into the case before, or into one that nobody has.
    fn merging(&self, earlier: Option<&Subject>, who: &str, number: u64) -> Act {
        let Actor::Official { partner, role, .. } = self.actor(who) else { unreachable!() };
        let other = earlier.filter(|_| !number.is_multiple_of(5)).map(|earlier| self.replayed(earlier).0);
        let (into, other) = match other {
            Some(case) if case.is_visible_to(&partner, role) => (case.received.number, case.as_other()),
            Some(case) => (case.received.number, Other::Unknown),
            None => (shared::case::CaseNumber::new(2020, 9_999).unwrap(), Other::Unknown),
        };
        let body = json!({ "outcome": { "kind": "merged", "into": into }, "text": ANSWER });
        act("/conclusion", body, Command::Merge { into, other, text: conclusion(number) })
    }

    /// The resident of the case that this one goes on in takes theirs back: this one is open again, by itself.
    pub(super) fn may_take_back(&self, subject: &Subject, earlier: Option<&Subject>, key: &str, what: &str) -> bool {
        let Some(earlier) = earlier else { return false };
        let (case, before) = self.replayed(subject);
        let (other, _) = self.replayed(earlier);
        if case.merged_into() != Some(other.received.number) {
            return false;
        }
        let act = act("/withdrawal", json!({}), Command::Withdraw);
        self.try_resident(earlier, act, key, what);
        let taken_back = self.replayed(earlier).0.as_other() == Other::Gone;
        let (case, after) = self.replayed(subject);
        assert_eq!(case.merged_into().is_none(), taken_back, "{what}");
        let again = after.iter().skip(before.len()).any(|one| matches!(one.event, Event::Unmerged { .. }));
        assert_eq!(again, taken_back, "{what}");
        taken_back
    }
}

/// Everything that the resident wrote, as far as it is still there.
fn erasing(events: &[Recorded], number: u64) -> Act {
    let mut texts: Vec<TextId> = Vec::new();
    for recorded in events {
        match &recorded.event {
            Event::TextsErased { texts: gone, .. } => texts.retain(|text| !gone.contains(text)),
            event
                if matches!(recorded.by, Actor::Resident)
                    || matches!(event, Event::Received(_) | Event::Answered { .. } | Event::Redacted { .. })
                    || matches!(event, Event::Translated { language: OFFICIALS_READ, .. }) =>
            {
                texts.extend(event.texts().into_iter().cloned());
            }
            _ => {}
        }
    }
    let body = json!({ "reason": "Op verzoek van de bewoner." });
    let reason = written(number, "Op verzoek van de bewoner.");
    act("/erasure", body, Command::EraseTexts(Erasure { texts, reason }))
}

/// One of the texts that may be translated, where nothing has been erased.
fn translating(case: &Case, events: &[Recorded], number: u64) -> Option<Act> {
    if events.iter().any(|recorded| matches!(recorded.event, Event::TextsErased { .. } | Event::Redacted { .. })) {
        return None;
    }
    let known = case.translatable(events);
    let place = usize::try_from(number).unwrap_or_default().checked_rem(known.len())?;
    let (_, of, language) = known.get(place)?;
    let words = format!("Meer licht, vertaald {number}");
    let body = json!({ "translations": [{ "of": of, "text": words }] });
    let texts = vec![NewTranslation { of: (*of).clone(), language: *language, text: written(number, &words) }];
    Some(act("/translations", body, Command::Translate { texts, accuses: false }))
}

/// Another one, most of the time.
fn setting_a_language(case: &Case, number: u64) -> Act {
    let language = Language::ALL[usize::try_from(number % 2).unwrap()];
    let language = if number.is_multiple_of(3) { case.language } else { language };
    act("/language", json!({ "language": language }), Command::SetLanguage { language })
}

fn doer(case: &Case, chance: &mut Chance) -> Option<TaskDoer> {
    match chance.below(4) {
        0 => None,
        1 => Some(TaskDoer::Initiator),
        2 => Some(TaskDoer::Owner),
        _ => Some(TaskDoer::Partner { partner: case.owner().clone() }),
    }
}

fn adding_a_task(case: &Case, today: CivilDate, chance: &mut Chance) -> Act {
    let number = chance.below(u64::MAX);
    let kinds = TaskKind::ALL.len() as u64;
    let kind = TaskKind::ALL[usize::try_from(chance.below(kinds)).unwrap()];
    let until = some_day(today, chance);
    let doer = doer(case, chance);
    let body = json!({ "kind": kind, "text": "De ladder lenen", "until": until, "doer": doer });
    act("/tasks", body, Command::AddTask { kind, doer, until, text: written(number, "De ladder lenen") })
}

/// One that is open, most of the time.
fn moving_a_task(case: &Case, chance: &mut Chance) -> Act {
    let place = usize::try_from(chance.below(4)).unwrap();
    let nowhere = written(chance.below(u64::MAX), "").id;
    let there = case.open_tasks().chain(&case.tasks).nth(place);
    let task = there.map_or(nowhere, |task| task.id.clone());
    let tail = format!("/tasks/{task}");
    match (chance.below(3), there) {
        (0, Some(found)) => {
            let until = found.until.plus_days(7);
            let doer = TaskDoer::Initiator;
            let body = json!({ "move": { "kind": "change", "doer": doer, "until": until } });
            act(&tail, body, Command::ChangeTask { task, doer, until })
        }
        (1, _) => act(&tail, json!({ "move": { "kind": "drop" } }), Command::DropTask { task }),
        _ => act(&tail, json!({ "move": { "kind": "finish" } }), Command::FinishTask { task }),
    }
}

/// What is no neighbourhood watch becomes one first, most of the time.
fn watching(case: &Case, chance: &mut Chance) -> Act {
    let number = chance.below(u64::MAX);
    let text = || written(number, "Wij kijken ernaar.");
    let is_watch = case.kind == ProposalKind::NeighbourhoodWatch;
    // Nobody is told before they have to be in touch that they need not, most of the time.
    let ends = case.contact_due().is_some() || case.version.is_multiple_of(4);
    let place = match (is_watch, case.version % 8) {
        (false, _) => chance.below(4),
        (true, 0) => 3,
        (true, _) => 4 + chance.below(if ends { 5 } else { 4 }),
    };
    match place {
        0..=2 => {
            let kind = ProposalKind::NeighbourhoodWatch;
            act("/kind", json!({ "kind": kind }), Command::SetKind { kind })
        }
        3 => act("/kind", json!({ "kind": ProposalKind::Idea }), Command::SetKind { kind: ProposalKind::Idea }),
        4 | 5 => {
            let new = NewAgreements {
                official: None,
                contact: written(number, "Team Wijken"),
                reach: written(number ^ 1, "14 036"),
                own: Some(written(number ^ 2, "Wij lopen op vrijdag.")),
            };
            let body = json!({ "contact": "Team Wijken", "reach": "14 036", "own": "Wij lopen op vrijdag." });
            act("/agreements", body, Command::RecordAgreements(new))
        }
        6 | 7 => act("/contact-notes", json!({ "text": "Wij kijken ernaar." }), Command::NoteContact { text: text() }),
        _ => act("/contact-end", json!({ "reason": "Wij kijken ernaar." }), Command::EndContact { reason: text() }),
    }
}
