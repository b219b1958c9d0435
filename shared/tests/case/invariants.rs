//! Random commands by random people at random times; what was promised holds after every one of them.

use std::cell::{Cell, RefCell};
use std::collections::BTreeSet;

use proptest::prelude::*;
use proptest::test_runner::TestRunner;
use shared::actor::{Actor, Role};
use shared::case::{Case, Command, Decision, Event, OwnerChange, Recorded, State};
use shared::notification::Recipient;
use shared::text::Language;

use crate::attempts::{Attempt, attempt, button, command, is_about_input, who};
use crate::everybody::{ACTORS, COMMANDS, actor_name, command_name};
use crate::town::{File, PARTNERS, partner};
use crate::what_holds::{check_backing, check_end, check_experience, check_help, check_tasks, check_watch};

/// What the resident follows. That an offer came to nothing is between the partners.
fn followed(case: &Case) -> impl PartialEq {
    let open = case.open();
    (
        (case.status(), case.owner().clone(), case.promise(), case.supporting.clone(), case.outcome()),
        (case.merged_into(), case.passed_on.clone(), case.question().cloned()),
        open.map(|open| (open.plan.clone(), open.decision.clone())),
        case.backing.clone(),
        (case.kind, case.agreements().map(|agreements| (agreements.contact.clone(), agreements.own.clone()))),
    )
}

fn check_step(before: &Case, file: &File, actor: &Actor, decision: &Decision) -> Result<(), TestCaseError> {
    let after = &file.case;
    prop_assert_eq!(after.version, file.events.len() as u64);
    // One owner, a partner; it changes by acceptance or to the coordinating partner.
    prop_assert!(PARTNERS.contains(&after.owner().as_str()));
    if after.owner() != before.owner() {
        let asked = before.offer().unwrap();
        let handed_over = decision.events.iter().any(|event| match event {
            Event::OwnerChanged { to, why: OwnerChange::Accepted } => {
                let accepted = decision.events.iter().any(|event| matches!(event, Event::HandoverAccepted { .. }));
                accepted && to == &asked.to && to == after.owner()
            }
            Event::OwnerChanged { to, why: OwnerChange::SecondRefusal } => {
                to.as_str() == "city" && before.open().unwrap().refusals + 1 == 2
            }
            _ => false,
        });
        prop_assert!(handed_over, "changed by {:?}", decision);
    }
    let changes = decision.events.iter().any(|event| matches!(event, Event::OwnerChanged { .. }));
    prop_assert_eq!(changes, after.owner() != before.owner());
    // Refusals since the last change of owner, counted again from the events.
    if let State::Open(open) = &after.state {
        let since = file.events.iter().rposition(|recorded| matches!(recorded.event, Event::OwnerChanged { .. }));
        let refusals = file.events[since.unwrap_or(0)..]
            .iter()
            .filter(|one| matches!(one.event, Event::HandoverDeclined { .. } | Event::HandoverExpired { .. }))
            .count();
        prop_assert_eq!(open.refusals as usize, refusals);
        prop_assert!(refusals < 2 || open.owner.as_str() == "city");
        prop_assert_ne!(open.offer.as_ref().map(|offer| &offer.to), Some(&open.owner));
    }
    // A later promise takes a person at a partner; nothing automatic fulfils one.
    if let (Some(earlier), Some(later)) = (before.promise(), after.promise()) {
        prop_assert!(later <= earlier || actor.partner().is_some(), "{actor:?} moved the promise");
    }
    prop_assert_eq!(after.promise().is_some(), after.open().is_some());
    check_told(before, file, actor, decision)?;
    check_help(before, file, actor, decision)?;
    check_tasks(before, file, actor, decision)?;
    check_backing(before, file, actor)?;
    check_experience(before, file, actor, decision)?;
    check_end(before, file, decision)?;
    check_watch(before, file, decision)?;
    check_translations(before, file, decision)?;
    // Held texts are seen by coordinators alone, are never public and are shown to nobody new.
    let shows =
        |event: &Event| matches!(event, Event::HandoverOffered { .. } | Event::SupportAsked { .. } | Event::Published);
    prop_assert!(!before.is_held() || !decision.events.iter().any(shows));
    // What anybody can offer to help with, nobody takes off the site by offering.
    let last = file.events.iter().rev().find(|one| matches!(one.event, Event::Threatened { .. }));
    let by_resident = last.is_some_and(|one| one.by == Actor::Resident);
    prop_assert!(!after.threatened || !after.is_public() || !by_resident);
    prop_assert!(!after.erased || !after.is_public());
    let complains = after.passed_on.as_ref().is_some_and(|passed_on| passed_on.nature.ends());
    prop_assert!(!complains || !after.is_public());
    prop_assert!(!after.is_held() || after.offer().is_none(), "an offer runs out that nobody may answer");
    if after.is_held() {
        prop_assert!(!after.is_public());
        for id in PARTNERS {
            prop_assert!(!after.is_visible_to(&partner(id), Role::Handler));
        }
    }
    prop_assert!(!after.is_public() || (after.received.may_be_public && !matches!(after.state, State::Withdrawn(_))));
    prop_assert!(after.is_visible_to(&partner("city"), Role::Coordinator));
    Ok(())
}

/// Texts and messages belong to what happened.
fn check_told(before: &Case, file: &File, actor: &Actor, decision: &Decision) -> Result<(), TestCaseError> {
    let after = &file.case;
    // Texts are stored with the events that point to them.
    let stored: BTreeSet<_> = file.texts.iter().map(|text| &text.id).collect();
    prop_assert_eq!(stored.len(), file.texts.len());
    for event in &decision.events {
        let concludes = matches!(event, Event::Concluded { .. });
        prop_assert!(!concludes || event.text().is_some());
        prop_assert!(event.text().is_none_or(|text| event.texts().contains(&text)));
    }
    // And every text that is stored belongs to an event: what is not on that list could never be erased.
    let pointed: BTreeSet<_> = decision.events.iter().flat_map(Event::texts).collect();
    let written: BTreeSet<_> = decision.texts.iter().map(|text| &text.id).collect();
    prop_assert_eq!(pointed, written);
    // What the resident sees changes only together with a message: to the resident, or to the partner when it is
    // the resident who did it.
    let of_tasks = |event: &Event| {
        matches!(
            event,
            Event::TaskAdded { .. } | Event::TaskChanged { .. } | Event::TaskDone { .. } | Event::TaskDropped { .. }
        )
    };
    // Residents' own tasks are theirs to arrange; `check_tasks` looks at the rest.
    if *actor == Actor::Resident && decision.events.iter().all(of_tasks) {
        return Ok(());
    }
    // What somebody who joins in told of a threat is for the coordinators; that it is off the site, for the resident too.
    if matches!(actor, Actor::Pledger { .. })
        && decision.events.iter().any(|event| matches!(event, Event::Threatened { .. }))
    {
        prop_assert!(decision.notifications.iter().any(|told| told.to == Recipient::Coordinators));
        let told = decision.notifications.iter().any(|told| told.to == Recipient::Resident);
        prop_assert_eq!(before.is_public() && !after.is_public(), told);
        return Ok(());
    }
    if decision.events.iter().any(Event::is_public) || followed(before) != followed(after) {
        let told_resident = decision.notifications.iter().any(|told| told.to == Recipient::Resident);
        let told_others = decision.notifications.iter().any(|told| told.to != Recipient::Resident);
        let by_resident = *actor == Actor::Resident;
        let answered = decision.events.iter().any(|event| matches!(event, Event::Answered { .. }));
        prop_assert!(
            if by_resident || answered { told_others } else { told_resident },
            "nobody told of {:?}",
            decision
        );
    }
    Ok(())
}

/// The original is never replaced, and what takes its words away takes the translations too.
fn check_translations(before: &Case, file: &File, decision: &Decision) -> Result<(), TestCaseError> {
    let after = &file.case;
    prop_assert!(after.needs_translation() || after.translations.keys().all(|of| after.translation(of).is_none()));
    for event in &decision.events {
        if let Event::Redacted { text, .. } = event {
            prop_assert!(after.translation(text).is_none());
            for translation in before.translations.get(text).into_iter().flatten() {
                prop_assert!(decision.erased.contains(&translation.text), "a translation outlived a redaction");
            }
        }
    }
    for (of, all) in &after.translations {
        prop_assert!(file.events.iter().any(|one| one.event.texts().contains(&of)));
        prop_assert!(all.iter().all(|one| file.texts.iter().any(|text| text.id == one.text)));
    }
    Ok(())
}

/// How many sequences are tried, each time anew.
const SEQUENCES: u32 = 10_000;

/// What was tried, and what of it was done: names of commands and of actors.
#[derive(Default)]
struct Tried {
    sequences: Cell<u32>,
    given: RefCell<BTreeSet<(&'static str, &'static str)>>,
    done: RefCell<BTreeSet<(&'static str, &'static str)>>,
}

impl Tried {
    fn note(&self, command: &Command, actor: &Actor, done: bool) {
        let names = (command_name(command), actor_name(actor));
        self.given.borrow_mut().insert(names);
        if done {
            self.done.borrow_mut().insert(names);
        }
    }
}

#[test]
fn the_invariants_hold_whatever_people_do() {
    let config = ProptestConfig {
        cases: SEQUENCES,
        source_file: Some(file!()),
        test_name: Some(concat!(module_path!(), "::the_invariants_hold_whatever_people_do")),
        ..ProptestConfig::default()
    };
    let tried = Tried::default();
    let languages = prop_oneof![Just(Language::Nl), Just(Language::En)];
    // Some begin where neighbourhood watch goes on by itself, or where a partner supports it in public: by chance few
    // come that far.
    let sequences = ((any::<bool>(), 0_u8..8), languages, prop::collection::vec(attempt(), 1..60));
    let ran = TestRunner::new(config).run(&sequences, |((hold, start), language, attempts)| {
        let mut file = File::open_in(hold, language);
        match start {
            0 | 1 => file.goes_on_as_watch(),
            2 => file.is_supported(),
            3 => file.has_worked_out(),
            _ => {}
        }
        sequence(file, &attempts, &tried)
    });
    if let Err(error) = ran {
        panic!("{error}");
    }
    assert!(tried.sequences.get() >= SEQUENCES, "{} sequences", tried.sequences.get());
    let (given, done) = (tried.given.borrow(), tried.done.borrow());
    for command in COMMANDS {
        let missing: Vec<_> = ACTORS.iter().filter(|actor| !given.contains(&(command, actor))).collect();
        assert!(missing.is_empty(), "nobody tried to {command} as {missing:?}");
        assert!(done.iter().any(|(name, _)| name == command), "{command} was always refused");
    }
    // Who only looks on changes nothing; everybody else has done something.
    for (actor, acts) in ACTORS.iter().map(|actor| (*actor, !matches!(*actor, "reader" | "editor" | "administrator"))) {
        assert_eq!(done.iter().any(|(_, name)| *name == actor), acts, "{actor}");
    }
}

fn sequence(mut file: File, attempts: &[Attempt], tried: &Tried) -> Result<(), TestCaseError> {
    tried.sequences.set(tried.sequences.get() + 1);
    for attempt in attempts {
        file.town.now = file.town.now.plus_milliseconds(attempt.hours * 3_600_000);
        let command = command(&mut file, attempt);
        let actor = who(&file, attempt, &command);
        let (before, button) = (file.case.clone(), button(&command));
        let shown = file.case.actions(&actor, &file.town.context());
        let outcome = file.act(command.clone(), &actor);
        tried.note(&command, &actor, outcome.as_ref().is_ok_and(|decision| !decision.events.is_empty()));
        match outcome {
            Ok(decision) => {
                check_step(&before, &file, &actor, &decision)?;
                prop_assert!(button.is_none_or(|button| shown.contains(&button)), "{button:?} was not shown");
                prop_assert!(!decision.events.is_empty() || actor == Actor::System);
            }
            Err(refusal) => {
                prop_assert_eq!(&before, &file.case);
                let fits = button.is_none_or(|button| !shown.contains(&button));
                prop_assert!(
                    fits || is_about_input(&refusal, attempt),
                    "{button:?} was shown and refused: {refusal:?}"
                );
            }
        }
        if attempt.days % 3 == 0 {
            strike(&mut file)?;
        }
    }
    // The stored events give the stored state, also after having been written down.
    let written = serde_json::to_string(&file.events).unwrap();
    let read: Vec<Recorded> = serde_json::from_str(&written).unwrap();
    prop_assert_eq!(Case::replay(&read).unwrap(), file.case);
    for text in &file.texts {
        prop_assert!(!written.contains(&text.words));
    }
    Ok(())
}

/// The clock may be late, and may strike twice.
fn strike(file: &mut File) -> Result<(), TestCaseError> {
    let before = file.case.clone();
    let decision = file.act(Command::PassTime, &Actor::System).unwrap();
    check_step(&before, file, &Actor::System, &decision)?;
    prop_assert_eq!(file.act(Command::PassTime, &Actor::System).unwrap(), Decision::default());
    let calendar = file.town.context().calendar;
    prop_assert!(file.case.due_at(calendar).is_none_or(|due| due > file.town.now));
    if let Some(open) = file.case.open() {
        let late = file.town.now >= calendar.escalates_at(open.promise.until);
        prop_assert_eq!(open.promise.escalated, late);
    }
    Ok(())
}
