//! Random commands by random people at random times; what DESIGN.md promises holds after every one of them.

use std::cell::{Cell, RefCell};
use std::collections::BTreeSet;

use proptest::prelude::*;
use proptest::test_runner::TestRunner;
use shared::actor::{Actor, Role};
use shared::case::{
    Case, CaseAction, CaseNumber, Command, Decision, Erasure, Event, Nature, NewAgreements, NewTranslation, Other,
    Outcome, OwnerChange, Parts, Passing, Recorded, Refusal, State, TaskDoer, TaskKind,
};
use shared::ids::{HandoverId, PartnerId, PledgeId, TextId};
use shared::notification::Recipient;
use shared::proposal::ProposalKind;
use shared::text::Language;
use shared::time::CivilDate;

use crate::everybody::{ACTORS, COMMANDS, actor_name, command_name};
use crate::town::{File, PARTNERS, handler, official, partner};
use crate::what_holds::{check_end, check_help, check_tasks, check_watch};

/// What somebody tries.
#[derive(Debug, Clone)]
struct Attempt {
    /// Hours since the one before.
    hours: i64,
    actor: usize,
    command: usize,
    partner: usize,
    /// Days from now for whatever takes a date.
    days: i64,
    /// Whether ids name what is really there.
    aims_well: bool,
}

fn attempt() -> impl Strategy<Value = Attempt> {
    // Mostly minutes and hours, sometimes weeks of silence.
    let hours = prop_oneof![4 => 0_i64..30, 1 => 30_i64..24 * 40];
    let days = prop_oneof![4 => 1_i64..40, 1 => -3_i64..500];
    (hours, 0_usize..16, 0_usize..49, 0..PARTNERS.len(), days, prop::bool::weighted(0.9)).prop_map(
        |(hours, actor, command, partner, days, aims_well)| Attempt { hours, actor, command, partner, days, aims_well },
    )
}

fn actor(number: usize) -> Actor {
    match number {
        0 | 1 => Actor::Resident,
        2 => Actor::System,
        3 | 4 => official("city", Role::Coordinator),
        5 => official("homes", Role::Reader),
        6 => official("police", Role::Editor),
        7 => official("city", Role::Administrator),
        12..15 => Actor::Mailed { partner: partner(PARTNERS[number - 11]) },
        15.. => Actor::Pledger { pledge: pledge(1) },
        other => handler(PARTNERS[other - 8]),
    }
}

fn command(file: &mut File, attempt: &Attempt) -> Command {
    let to = partner(PARTNERS[attempt.partner]);
    let day: CivilDate = file.town.now.dutch_date().plus_days(attempt.days);
    let offer = file.case.offer().map(|offer| offer.id.clone()).filter(|_| attempt.aims_well);
    let offer = offer.unwrap_or_else(|| HandoverId::from_random([250; 16]));
    let question = file.case.open().and_then(|open| open.question.clone()).map(|question| question.id);
    let text = file.words("Dit zijn de woorden");
    match attempt.command {
        0 => Command::Hold,
        1 => Command::ReleaseReview,
        2 => Command::Update { text, next_news_by: (attempt.days % 2 == 0).then_some(day) },
        3 => Command::MovePromise { until: day, reason: text },
        4 => Command::Ask { text },
        5 => {
            let question = question.filter(|_| attempt.aims_well).unwrap_or_else(|| text.id.clone());
            Command::Answer { question, text }
        }
        6..=8 => Command::OfferHandover { id: file.new_handover(), to, reason: text },
        9 => Command::AcceptHandover { id: offer },
        10 | 11 => Command::DeclineHandover { id: offer, reason: text, suggestion: attempt.aims_well.then_some(to) },
        12 => Command::WithdrawHandover { id: offer },
        13 if attempt.days < 8 => {
            let outcome = match attempt.days {
                ..=1 => Outcome::NotDone,
                2..=3 => Outcome::Realised,
                4 => Outcome::TakenUpByResidents,
                _ => Outcome::WillBeDone { on: day },
            };
            Command::Conclude { outcome, text: file.conclusion("De lamp is vervangen.") }
        }
        14 if attempt.days < 3 => Command::Withdraw,
        14 => Command::Publish { accuses: !attempt.aims_well },
        15 => Command::Hide,
        16 => Command::Rate { helped: attempt.days % 4 == 0, reason: attempt.aims_well.then_some(text) },
        17 => Command::Reopen,
        18 => Command::RefuseReopening { text: file.conclusion("Wij hebben er nog eens naar gekeken.") },
        19 => Command::ReportThreat { text: attempt.aims_well.then_some(text) },
        20 => Command::TakeUpThreat,
        22 => Command::Merge {
            into: CaseNumber::new(2026, if attempt.aims_well { 12 } else { 147 }).unwrap(),
            other: [Other::There, Other::Gone, Other::Unknown][attempt.partner % 3],
            text: file.conclusion("Dit hoort bij een ander idee."),
        },
        23 => Command::PassOn(Passing {
            nature: Nature::ALL[attempt.partner],
            reference: attempt.aims_well.then(|| file.words("M-2026-17")),
            text: file.conclusion("De lamp is stuk en dat is gemeld."),
            to: text,
        }),
        34 => Command::Reply {
            parts: Parts {
                we_do: attempt.aims_well.then_some(text),
                you_do: attempt.aims_well.then(|| file.words("U helpt met ophangen")),
                we_ask: None,
            },
            next_news_by: (attempt.days % 2 == 0).then_some(day),
        },
        24 => Command::EraseTexts(Erasure {
            texts: attempt.aims_well.then(|| file.case.received.what.clone()).into_iter().collect(),
            reason: text,
        }),
        21 => Command::Redact { texts: vec![(file.case.received.what.clone(), text)] },
        25 | 26 => Command::AskSupport { to, reason: text },
        27 => Command::AcceptSupport { partner: asked_to_help(file, attempt).unwrap_or(to) },
        28 => Command::DeclineSupport { partner: asked_to_help(file, attempt).unwrap_or(to), reason: text },
        29 if attempt.aims_well => Command::AddNote { text },
        29 => Command::ProposeUpdate { text },
        30 => Command::NeedDecision { who: text, until: day },
        31 | 32 => Command::ProposeDate { by: to, on: day, text },
        33 if attempt.aims_well => Command::ConfirmDate,
        33 => Command::DeclineDate { reason: text },
        35 => Command::Unmerge,
        39 => Command::SetKind {
            kind: if attempt.aims_well { ProposalKind::NeighbourhoodWatch } else { ProposalKind::Idea },
        },
        40 => Command::RecordAgreements(NewAgreements {
            official: None,
            contact: text,
            reach: file.words("Bel 14 036"),
            own: attempt.aims_well.then(|| file.words("Wij lopen op vrijdag")),
        }),
        41 => Command::NoteContact { text },
        42 if attempt.days % 2 == 0 => Command::EndContact { reason: text },
        37 | 38 => {
            let known = file.case.translatable(&file.events);
            let found = known.get(attempt.partner * 3 % known.len().max(1)).filter(|_| attempt.aims_well);
            let found = found.map(|(_, of, language)| ((*of).clone(), *language));
            let new = found.map(|(of, language)| NewTranslation { of, language, text });
            Command::Translate { texts: new.into_iter().collect(), accuses: attempt.days == 5 }
        }
        43 | 44 => Command::AddTask { kind: TaskKind::ALL[attempt.partner], doer: doer(attempt), until: day, text },
        45 => Command::ChangeTask {
            task: a_task(file, attempt),
            doer: doer(attempt).unwrap_or(TaskDoer::Initiator),
            until: day,
        },
        46 => Command::FinishTask { task: a_task(file, attempt) },
        47 => Command::DropTask { task: a_task(file, attempt) },
        48 => Command::PledgerLeft { pledge: pledge(1) },
        _ => Command::PassTime,
    }
}

/// Somebody who was asked to help, when there is one.
fn asked_to_help(file: &File, attempt: &Attempt) -> Option<PartnerId> {
    let open = file.case.open().filter(|_| attempt.aims_well)?;
    open.support_asked.first().cloned()
}

fn pledge(number: u8) -> PledgeId {
    PledgeId::from_random([number; 16])
}

/// Somebody to give a task to.
fn doer(attempt: &Attempt) -> Option<TaskDoer> {
    match attempt.days.rem_euclid(6) {
        0 | 1 => None,
        2 => Some(TaskDoer::Initiator),
        3 => Some(TaskDoer::Owner),
        4 => Some(TaskDoer::Pledger { pledge: pledge(1) }),
        _ => Some(TaskDoer::Partner { partner: partner(PARTNERS[attempt.partner]) }),
    }
}

/// A task that is there, when there is one.
fn a_task(file: &File, attempt: &Attempt) -> TextId {
    let task = file.case.tasks.iter().rev().filter(|_| attempt.aims_well).nth(attempt.partner);
    task.map_or_else(|| TextId::from_random([251; 16]), |task| task.id.clone())
}

/// The button that stands for a command.
fn button(command: &Command) -> Option<CaseAction> {
    Some(match command {
        Command::ReleaseReview => CaseAction::ReleaseReview,
        Command::Update { .. } | Command::Reply { .. } => CaseAction::Update,
        Command::Ask { .. } => CaseAction::Ask,
        Command::OfferHandover { .. } => CaseAction::OfferHandover,
        Command::AcceptHandover { .. } | Command::DeclineHandover { .. } => CaseAction::ReplyToHandover,
        Command::WithdrawHandover { .. } => CaseAction::WithdrawHandover,
        Command::Conclude { .. } | Command::Merge { .. } => CaseAction::Conclude,
        Command::PassOn(_) => CaseAction::PassOn,
        Command::EraseTexts(_) => CaseAction::EraseTexts,
        Command::Publish { .. } => CaseAction::Publish,
        Command::Hide => CaseAction::Hide,
        Command::Reopen => CaseAction::Reopen,
        Command::TakeUpThreat => CaseAction::TakeUpThreat,
        Command::Redact { .. } => CaseAction::Redact,
        Command::Translate { .. } => CaseAction::Translate,
        Command::RefuseReopening { .. } => CaseAction::RefuseReopening,
        Command::Hold => CaseAction::Hold,
        Command::MovePromise { .. } => CaseAction::MovePromise,
        Command::AskSupport { .. } => CaseAction::AskSupport,
        Command::AcceptSupport { .. } | Command::DeclineSupport { .. } => CaseAction::ReplyToSupport,
        Command::AddNote { .. } => CaseAction::AddNote,
        Command::ProposeUpdate { .. } => CaseAction::ProposeUpdate,
        Command::NeedDecision { .. } => CaseAction::NeedDecision,
        Command::ProposeDate { .. } => CaseAction::ProposeDate,
        Command::ConfirmDate | Command::DeclineDate { .. } => CaseAction::ReplyToDate,
        Command::SetKind { .. } => CaseAction::SetKind,
        Command::RecordAgreements(_) => CaseAction::RecordAgreements,
        Command::NoteContact { .. } => CaseAction::NoteContact,
        Command::EndContact { .. } => CaseAction::EndContact,
        Command::AddTask { .. } => CaseAction::AddTask,
        Command::ChangeTask { .. }
        | Command::FinishTask { .. }
        | Command::DropTask { .. }
        | Command::PledgerLeft { .. }
        | Command::Answer { .. }
        | Command::Rate { .. }
        | Command::ReportThreat { .. }
        | Command::Withdraw
        | Command::Unmerge
        | Command::PassTime => return None,
    })
}

/// Whether a refusal is about what was filled in or aimed at, and not about who and where.
fn is_about_input(refusal: &Refusal, attempt: &Attempt) -> bool {
    match refusal {
        Refusal::Field(_)
        | Refusal::OfferToOwner
        | Refusal::Accuses
        | Refusal::NoSuchCase
        | Refusal::NothingToErase
        | Refusal::NothingTranslated
        | Refusal::MergedIntoItself
        | Refusal::MergedIntoGone
        | Refusal::HelpsAlready
        | Refusal::SameKind
        | Refusal::DateNotConfirmed
        | Refusal::DatePassed => true,
        // The button is there for another partner that waits, or for the owner's own date.
        Refusal::NoSuchSupport | Refusal::NotYours => !matches!(attempt.command, 0..27 | 29..31 | 33..),
        Refusal::Held => matches!(attempt.command, 31 | 32),
        Refusal::NoSuchOffer => !attempt.aims_well,
        _ => false,
    }
}

/// What the resident follows. That an offer came to nothing is between the partners.
fn followed(case: &Case) -> impl PartialEq {
    let open = case.open();
    (
        (case.status(), case.owner().clone(), case.promise(), case.supporting.clone(), case.outcome()),
        (case.merged_into(), case.passed_on.clone(), case.question().cloned()),
        open.map(|open| (open.plan.clone(), open.decision.clone())),
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
    check_end(before, file, decision)?;
    check_watch(before, file, decision)?;
    check_translations(before, file, decision)?;
    // Held texts are seen by coordinators alone, are never public and are shown to nobody new.
    let shows =
        |event: &Event| matches!(event, Event::HandoverOffered { .. } | Event::SupportAsked { .. } | Event::Published);
    prop_assert!(!before.is_held() || !decision.events.iter().any(shows));
    prop_assert!(!after.threatened || !after.is_public());
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
    prop_assert!(after.needs_translation() || after.translations.is_empty());
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
    // Some begin where neighbourhood watch goes on by itself: by chance few come that far.
    let goes_on = prop::bool::weighted(0.25);
    let sequences = ((any::<bool>(), goes_on), languages, prop::collection::vec(attempt(), 1..60));
    let ran = TestRunner::new(config).run(&sequences, |((hold, goes_on), language, attempts)| {
        let mut file = File::open_in(hold, language);
        if goes_on {
            file.goes_on_as_watch();
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
        let actor = actor(attempt.actor);
        let command = command(&mut file, attempt);
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
