//! Random commands by random people at random times; what DESIGN.md promises holds after every one of them.

use std::collections::BTreeSet;

use proptest::prelude::*;
use shared::actor::{Actor, Role};
use shared::case::{
    Case, CaseAction, CaseNumber, Command, Decision, Erasure, Event, Nature, Other, Outcome, OwnerChange, Parts,
    Passing, Recorded, Refusal, State, TaskAct, TaskDoer, TaskKind,
};
use shared::ids::{HandoverId, PartnerId, PledgeId, TextId};
use shared::notification::Recipient;
use shared::time::CivilDate;

use crate::town::{File, PARTNERS, handler, official, partner};

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
    (hours, 0_usize..13, 0_usize..44, 0..PARTNERS.len(), days, prop::bool::weighted(0.9)).prop_map(
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
        8 => Actor::Pledger { pledge: pledge(1) },
        other => handler(PARTNERS[other - 9]),
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
        37 | 38 => Command::AddTask { kind: TaskKind::ALL[attempt.partner], doer: doer(attempt), until: day, text },
        39 | 40 => Command::ChangeTask {
            task: a_task(file, attempt),
            doer: doer(attempt).unwrap_or(TaskDoer::Initiator),
            until: day,
        },
        41 => Command::FinishTask { task: a_task(file, attempt) },
        42 => Command::DropTask { task: a_task(file, attempt) },
        43 => Command::PledgerLeft { pledge: pledge(1) },
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
        | Refusal::MergedIntoItself
        | Refusal::MergedIntoGone
        | Refusal::HelpsAlready
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
        prop_assert!(later <= earlier || matches!(actor, Actor::Official { .. }), "{actor:?} moved the promise");
    }
    prop_assert_eq!(after.promise().is_some(), after.open().is_some());
    check_told(before, file, actor, decision)?;
    check_help(before, file, actor, decision)?;
    check_tasks(before, file, actor, decision)?;
    check_end(before, file, decision)?;
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

/// Who helps, and days that others have a say in.
fn check_help(before: &Case, file: &File, actor: &Actor, decision: &Decision) -> Result<(), TestCaseError> {
    let after = &file.case;
    // Who helps was asked and said yes, or stood in the rule; the owner never helps itself.
    let accepted = |id: &PartnerId| {
        decision.events.iter().any(|event| matches!(event, Event::SupportAccepted { partner } if partner == id))
    };
    for helper in &after.supporting {
        prop_assert_ne!(helper, after.owner());
        prop_assert!(before.supporting.contains(helper) || accepted(helper));
    }
    if let (Some(open), Some(asked)) = (after.open(), before.open()) {
        let unanswered = open.support_asked.iter().filter(|one| asked.support_asked.contains(one));
        for one in unanswered {
            prop_assert!(!after.supporting.contains(one) && one != after.owner());
        }
    }
    // A date is confirmed by who carries it out, or noted for them; nothing is promised before that.
    for event in &decision.events {
        if let Event::DateConfirmed { partner: by, .. } = event {
            let theirs = matches!(actor, Actor::Official { partner, role, .. }
                if partner == by || *role == Role::Coordinator);
            prop_assert!(theirs, "{actor:?} confirmed for {by}");
        }
        if let Event::Concluded { outcome: Outcome::WillBeDone { on }, .. } = event {
            let plan = before.open().and_then(|open| open.plan.as_ref());
            prop_assert!(plan.is_none_or(|plan| plan.confirmed && plan.on == *on));
            let last = file.events.iter().rev().find_map(|one| match one.event {
                Event::DateProposed { .. } | Event::ReopeningAsked { .. } | Event::Unmerged { .. } => Some(true),
                Event::DateDeclined { .. } => Some(false),
                _ => None,
            });
            prop_assert!(last.unwrap_or(true), "the last answer about a day was no");
        }
        let concludes = matches!(event, Event::Concluded { .. } | Event::Updated { .. } | Event::PromiseSet { .. });
        let helps = matches!(actor, Actor::Official { partner, role, .. }
            if partner != before.owner() && *role != Role::Coordinator);
        let takes_over = decision.events.iter().any(|event| matches!(event, Event::OwnerChanged { .. }));
        prop_assert!(!(concludes && helps) || takes_over, "who helps does not speak for the owner");
    }
    Ok(())
}

/// Who does what: nobody is given what they never heard of, and who has to do something is told.
fn check_tasks(before: &Case, file: &File, actor: &Actor, decision: &Decision) -> Result<(), TestCaseError> {
    let after = &file.case;
    prop_assert!(after.open_tasks().count() <= shared::case::MOST_TASKS);
    for task in &after.tasks {
        prop_assert!(file.texts.iter().any(|text| text.id == task.id));
        if let TaskDoer::Partner { partner } = &task.doer {
            prop_assert!(after.supporting.contains(partner), "{partner} does not help");
        }
    }
    for task in after.open_tasks().filter(|task| !before.tasks.contains(task)) {
        let told = |to: &Recipient| decision.notifications.iter().any(|one| &one.to == to);
        let taken_over = before.owner() != after.owner();
        match after.doing_partner(task) {
            // A resident gives a partner paper and nothing else.
            Some(by) if actor.partner() != Some(by) && !taken_over => {
                let to = if before.is_held() { Recipient::Coordinators } else { Recipient::Partner { id: by.clone() } };
                let hidden = before.is_held() && by != after.owner();
                prop_assert!(told(&to) || hidden, "{by} was not told");
                prop_assert!(*actor != Actor::Resident || task.kind.is_paperwork());
            }
            _ => prop_assert!(taken_over || *actor == Actor::Resident || told(&Recipient::Resident)),
        }
        if let TaskDoer::Pledger { .. } = task.doer {
            let was = before.tasks.iter().find(|one| one.id == task.id).map(|one| &one.doer);
            prop_assert!(*actor == Actor::Resident || was == Some(&task.doer), "officials know no offers");
        }
    }
    // What somebody may do is what they can do.
    for event in &decision.events {
        let (id, act) = match event {
            Event::TaskChanged { task, .. } if *actor != Actor::System => (task, TaskAct::Change),
            Event::TaskDone { task } => (task, TaskAct::Finish),
            Event::TaskDropped { task } => (task, TaskAct::Drop),
            _ => continue,
        };
        let task = before.tasks.iter().find(|task| &task.id == id).unwrap();
        prop_assert!(before.task_acts(task, actor).contains(&act));
    }
    Ok(())
}

fn check_end(before: &Case, file: &File, decision: &Decision) -> Result<(), TestCaseError> {
    let after = &file.case;
    // Who helps hears of the end, unless it was held and nobody has seen it.
    let ended = before.open().is_some() && after.open().is_none() && before.asked_again().is_none();
    if ended && !before.is_held() {
        for helper in before.concerned() {
            let told = Recipient::Partner { id: helper.clone() };
            prop_assert!(decision.notifications.iter().any(|one| one.to == told), "{helper} was not told");
        }
    }
    // What has ended stays ended, unless the resident asks, or the case in which it went on is withdrawn; and then
    // nothing else happens before that is decided.
    let opens = |event: &Event| matches!(event, Event::ReopeningAsked { .. } | Event::Unmerged { .. });
    let asked = decision.events.iter().any(opens);
    prop_assert!(before.open().is_some() || after.open().is_none() || asked);
    let decides = |event: &Event| {
        matches!(event, Event::Reopened { .. } | Event::ReopeningRefused { .. } | Event::Unmerged { .. })
    };
    if before.asked_again().is_some() && !decision.events.iter().any(decides) {
        prop_assert!(after.asked_again().is_some() || matches!(after.state, State::Withdrawn(_)));
        prop_assert_eq!(after.owner(), before.owner());
    }
    Ok(())
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 10_000, ..ProptestConfig::default() })]

    #[test]
    fn the_invariants_hold_whatever_people_do(hold in any::<bool>(), attempts in prop::collection::vec(attempt(), 1..60)) {
        let mut file = File::open(hold);
        for attempt in &attempts {
            file.town.now = file.town.now.plus_milliseconds(attempt.hours * 3_600_000);
            let actor = actor(attempt.actor);
            let command = command(&mut file, attempt);
            let (before, button) = (file.case.clone(), button(&command));
            let shown = file.case.actions(&actor, &file.town.context());
            match file.act(command.clone(), &actor) {
                Ok(decision) => {
                    check_step(&before, &file, &actor, &decision)?;
                    prop_assert!(button.is_none_or(|button| shown.contains(&button)), "{button:?} was not shown");
                    prop_assert!(!decision.events.is_empty() || actor == Actor::System);
                }
                Err(refusal) => {
                    prop_assert_eq!(&before, &file.case);
                    let fits = button.is_none_or(|button| !shown.contains(&button));
                    prop_assert!(fits || is_about_input(&refusal, attempt), "{button:?} was shown and refused: {refusal:?}");
                }
            }
            // The clock may be late, and may strike twice.
            if attempt.days % 3 == 0 {
                let before = file.case.clone();
                let decision = file.act(Command::PassTime, &Actor::System).unwrap();
                check_step(&before, &file, &Actor::System, &decision)?;
                prop_assert_eq!(file.act(Command::PassTime, &Actor::System).unwrap(), Decision::default());
                let calendar = file.town.context().calendar;
                prop_assert!(file.case.due_at(calendar).is_none_or(|due| due > file.town.now));
                if let Some(open) = file.case.open() {
                    let late = file.town.now >= calendar.escalates_at(open.promise.until);
                    prop_assert_eq!(open.promise.escalated, late);
                }
            }
        }
        // The stored events give the stored state, also after having been written down.
        let written = serde_json::to_string(&file.events).unwrap();
        let read: Vec<Recorded> = serde_json::from_str(&written).unwrap();
        prop_assert_eq!(Case::replay(&read).unwrap(), file.case);
        for text in &file.texts {
            prop_assert!(!written.contains(&text.words));
        }
    }
}
