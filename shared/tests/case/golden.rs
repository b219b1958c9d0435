//! One file for each kind of event and version, as it was first written. They are never edited: a file that can no
//! longer be read means that stored cases can no longer be read.

use std::collections::BTreeSet;
use std::fs;
use std::path::PathBuf;

use shared::actor::Actor;
use shared::case::{Event, Nature, Outcome, OwnerChange, Parts, Received, Recorded, TaskDoer, TaskKind};
use shared::ids::{HandoverId, OfficialId, PledgeId, TextId};
use shared::proposal::ProposalKind;
use shared::routing::Fallback;
use shared::text::Language;
use shared::time::Instant;

use crate::town::{Town, coordinator, date, handler, partner, submission};

fn folder() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("tests/golden/case-events")
}

/// One of each kind. Extend it with every new kind.
fn one_of_each() -> Vec<(Actor, Event)> {
    let text = |number: u8| TextId::from_random([number; 16]);
    let handover = || HandoverId::from_random([7; 16]);
    let received = || {
        let mut submission = submission(false);
        submission.routing.fallback = Some(Fallback::NoAgreement { partner: partner("police") });
        match submission.decide(&Town::new().context()).events.swap_remove(0) {
            Event::Received(received) => *received,
            other => panic!("{other:?}"),
        }
    };
    vec![
        (Actor::Resident, Event::Received(Box::new(Received { ..received() }))),
        (Actor::Resident, Event::HeldForReview),
        (coordinator(), Event::ReviewReleased),
        (handler("homes"), Event::Updated { partner: partner("homes"), text: text(5), parts: None }),
        (
            handler("homes"),
            Event::QuestionAsked { partner: partner("homes"), text: text(6), answer_until: date("2026-12-04") },
        ),
        (Actor::Resident, Event::Answered { question: text(6), text: text(7) }),
        (Actor::System, Event::AnswerTermPassed { question: text(6) }),
        (handler("homes"), Event::PromiseSet { until: date("2026-12-18"), reason: Some(text(8)) }),
        (
            handler("homes"),
            Event::HandoverOffered {
                handover: handover(),
                from: partner("homes"),
                to: partner("police"),
                reason: text(9),
                answer_by: date("2026-11-27"),
            },
        ),
        (handler("police"), Event::HandoverAccepted { handover: handover(), partner: partner("police") }),
        (
            handler("police"),
            Event::HandoverDeclined {
                handover: handover(),
                partner: partner("police"),
                reason: text(10),
                suggestion: Some(partner("welfare")),
            },
        ),
        (Actor::System, Event::HandoverExpired { handover: handover(), partner: partner("police") }),
        (handler("homes"), Event::HandoverWithdrawn { handover: handover() }),
        (Actor::System, Event::OwnerChanged { to: partner("city"), why: OwnerChange::SecondRefusal }),
        (handler("homes"), Event::SupportAsked { partner: partner("police"), reason: text(16) }),
        (handler("police"), Event::SupportAccepted { partner: partner("police") }),
        (handler("police"), Event::SupportDeclined { partner: partner("police"), reason: text(17) }),
        (handler("welfare"), Event::NoteAdded { partner: partner("welfare"), text: text(18) }),
        (handler("welfare"), Event::UpdateProposed { partner: partner("welfare"), text: text(19) }),
        (coordinator(), Event::DecisionNeeded { who: text(20), until: date("2027-02-01") }),
        (handler("homes"), Event::DateProposed { partner: partner("city"), on: date("2027-03-01"), text: text(21) }),
        (handler("city"), Event::DateConfirmed { partner: partner("city"), on: date("2027-03-01") }),
        (handler("city"), Event::DateDeclined { partner: partner("city"), on: date("2027-03-01"), reason: text(22) }),
        (Actor::System, Event::Reminded),
        (Actor::System, Event::Escalated),
        (
            coordinator(),
            Event::Concluded {
                partner: partner("homes"),
                outcome: Outcome::WillBeDone { on: date("2027-05-01") },
                text: text(11),
            },
        ),
        (
            handler("homes"),
            Event::PassedOn {
                partner: partner("homes"),
                nature: Nature::Report,
                to: text(16),
                reference: Some(text(17)),
                received_on: date("2026-11-20"),
                answer_by: Some(date("2027-01-04")),
            },
        ),
        (coordinator(), Event::TextsErased { texts: vec![text(1), text(2)], reason: text(18) }),
        (coordinator(), Event::Redacted { text: text(1), with: text(15) }),
        (handler("homes"), Event::Translated { of: text(1), language: Language::Nl, with: text(23) }),
        (handler("homes"), Event::LanguageSet { language: Language::En }),
        (Actor::Resident, Event::Rated { helped: false, reason: Some(text(12)) }),
        (Actor::Resident, Event::ReopeningAsked { decide_by: date("2026-12-18") }),
        (coordinator(), Event::Reopened { until: date("2027-01-08") }),
        (Actor::System, Event::Unmerged { until: date("2027-01-08") }),
        (coordinator(), Event::ReopeningRefused { text: text(13) }),
        (Actor::Resident, Event::Threatened { text: Some(text(14)) }),
        (coordinator(), Event::ThreatTakenUp),
        (Actor::Resident, Event::Withdrawn),
        (coordinator(), Event::Published),
        (coordinator(), Event::Hidden),
        (coordinator(), Event::Explained { partner: partner("city"), text: text(24) }),
    ]
}

/// Those of neighbourhood watch.
fn of_watch() -> Vec<(Actor, Event)> {
    let text = |number: u8| TextId::from_random([number; 16]);
    vec![
        (handler("homes"), Event::KindSet { kind: ProposalKind::NeighbourhoodWatch }),
        (
            coordinator(),
            Event::AgreementsMade {
                partner: partner("city"),
                official: Some(OfficialId::parse("sanne").unwrap()),
                contact: text(23),
                reach: text(24),
                standard: 1,
                own: Some(text(25)),
            },
        ),
        (Actor::System, Event::ContactDue),
        (handler("city"), Event::ContactNoted { text: text(26) }),
        (handler("city"), Event::ContactEnded { reason: text(27) }),
    ]
}

/// The same for what residents and partners do together.
fn together() -> Vec<(Actor, Event)> {
    let text = |number: u8| TextId::from_random([number; 16]);
    vec![
        (
            Actor::Resident,
            Event::TaskAdded {
                task: text(23),
                kind: TaskKind::Permit,
                doer: TaskDoer::Partner { partner: partner("welfare") },
                until: date("2027-01-15"),
            },
        ),
        (
            Actor::Resident,
            Event::TaskChanged {
                task: text(23),
                doer: TaskDoer::Pledger { pledge: PledgeId::from_random([24; 16]) },
                until: date("2027-01-22"),
            },
        ),
        (Actor::Pledger { pledge: PledgeId::from_random([24; 16]) }, Event::TaskDone { task: text(23) }),
        (handler("homes"), Event::TaskDropped { task: text(25) }),
        (handler("police"), Event::BackingShown { partner: partner("police") }),
        (handler("police"), Event::BackingTakenBack { partner: partner("police") }),
        (Actor::Resident, Event::ExperienceShared),
        (Actor::System, Event::ExperienceWithdrawn),
    ]
}

#[test]
fn every_kind_of_event_is_written_as_it_always_was() {
    let at: Instant = "2026-11-20T11:00:00Z".parse().unwrap();
    let mut seen = BTreeSet::new();
    for (by, event) in [one_of_each(), of_watch(), together()].concat() {
        let name = format!("{}.{}.json", event.kind(), event.version());
        let recorded = Recorded { at, by, event };
        let path = folder().join(&name);
        if std::env::var_os("WRITE_GOLDEN").is_some() && !path.exists() {
            fs::write(&path, serde_json::to_string_pretty(&recorded).unwrap() + "\n").unwrap();
        }
        let golden = fs::read_to_string(&path)
            .unwrap_or_else(|_| panic!("{name} is missing: make it with WRITE_GOLDEN=1 cargo test"));
        let written: serde_json::Value = serde_json::to_value(&recorded).unwrap();
        assert_eq!(written, serde_json::from_str::<serde_json::Value>(&golden).unwrap(), "{name}");
        assert_eq!(written["type"], recorded.event.kind(), "{name}");
        seen.insert(name);
    }
    for file in fs::read_dir(folder()).unwrap() {
        let file = file.unwrap();
        let golden = fs::read_to_string(file.path()).unwrap();
        let read: Result<Recorded, _> = serde_json::from_str(&golden);
        assert!(read.is_ok(), "{:?} can no longer be read: {read:?}", file.file_name());
    }
    assert_eq!(seen.len(), 55, "one file for each kind");
}

#[test]
fn an_event_of_a_later_release_is_refused_by_name() {
    let golden = fs::read_to_string(folder().join("updated.2.json")).unwrap();
    let later = serde_json::from_str::<Recorded>(&golden.replace("\"version\": 2", "\"version\": 3"));
    assert!(later.unwrap_err().to_string().contains("version 3 of the event updated"));
    let golden =
        fs::read_to_string(folder().join("reminded.1.json")).unwrap().replace("\"version\": 1", "\"version\": 2");
    let error = serde_json::from_str::<Recorded>(&golden).unwrap_err().to_string();
    assert!(error.contains("version 2 of the event reminded"), "{error}");
}

#[test]
fn an_answer_of_the_first_version_reads_as_it_was_and_is_written_as_the_second() {
    let golden = fs::read_to_string(folder().join("updated.1.json")).unwrap();
    let first: Recorded = serde_json::from_str(&golden).unwrap();
    assert!(matches!(&first.event, Event::Updated { parts: None, .. }));
    let second = fs::read_to_string(folder().join("updated.2.json")).unwrap();
    assert_eq!(serde_json::from_str::<Recorded>(&second).unwrap(), first);
    assert_eq!(serde_json::to_value(&first).unwrap()["version"], 2);
}

/// A release that knows no parts has to refuse them, and not to lose them.
#[test]
fn an_answer_in_parts_is_read_back() {
    let parts = Parts { we_do: None, you_do: Some(TextId::from_random([5; 16])), we_ask: None };
    let event = Event::Updated { partner: partner("homes"), text: TextId::from_random([5; 16]), parts: Some(parts) };
    let recorded = Recorded { at: Town::new().now, by: handler("homes"), event };
    let written = serde_json::to_string(&recorded).unwrap();
    assert!(written.contains(r#""parts":{"youDo":"#) && written.contains(r#""version":2"#), "{written}");
    assert_eq!(serde_json::from_str::<Recorded>(&written).unwrap(), recorded);
}

/// The pointers to texts are there, the texts are not.
#[test]
fn events_never_hold_what_people_wrote() {
    let decision = submission(true).decide(&Town::new().context());
    for event in decision.events {
        let recorded = Recorded { at: Town::new().now, by: Actor::Resident, event };
        let written = serde_json::to_string(&recorded).unwrap();
        for text in &decision.texts {
            assert!(!written.contains(&text.words), "{written}");
        }
        assert!(!written.contains("example.org"));
    }
}
