//! What somebody tries in a random sequence: who, which command, and where it aims.

use proptest::prelude::*;
use shared::actor::{Actor, Role};
use shared::case::{
    CaseAction, CaseNumber, Command, Erasure, Nature, NewAgreements, NewTranslation, Other, Outcome, Parts, Passing,
    Refusal, TaskDoer, TaskKind, Written,
};
use shared::ids::{HandoverId, PartnerId, PledgeId, TextId};
use shared::proposal::ProposalKind;
use shared::text::Language;
use shared::time::CivilDate;

use crate::town::{File, PARTNERS, handler, official, partner};

/// What somebody tries.
#[derive(Debug, Clone)]
pub(super) struct Attempt {
    /// Hours since the one before.
    pub(super) hours: i64,
    pub(super) actor: usize,
    pub(super) command: usize,
    pub(super) partner: usize,
    /// Days from now for whatever takes a date.
    pub(super) days: i64,
    /// Whether ids name what is really there.
    pub(super) aims_well: bool,
    /// Whether it is somebody who may do it, if anybody may.
    may: bool,
}

pub(super) fn attempt() -> impl Strategy<Value = Attempt> {
    // Mostly minutes and hours, sometimes weeks of silence.
    let hours = prop_oneof![4 => 0_i64..30, 1 => 30_i64..24 * 40];
    let days = prop_oneof![4 => 1_i64..40, 1 => -3_i64..500];
    let (well, may) = (prop::bool::weighted(0.9), prop::bool::weighted(0.35));
    (hours, 0_usize..16, 0_usize..57, 0..PARTNERS.len(), days, well, may).prop_map(
        |(hours, actor, command, partner, days, aims_well, may)| Attempt {
            hours,
            actor,
            command,
            partner,
            days,
            aims_well,
            may,
        },
    )
}

/// Who tries this.
pub(super) fn who(file: &File, attempt: &Attempt, command: &Command) -> Actor {
    let context = file.town.context();
    let may = match (command, button(command)) {
        _ if !attempt.may => None,
        (Command::ReportPledgerThreat { .. }, _) => Some(Actor::Pledger { pledge: pledge(1) }),
        (Command::ShowBacking { partner } | Command::TakeBackBacking { partner }, _) => Some(handler(partner.as_str())),
        (Command::Unmerge | Command::PledgerLeft { .. } | Command::HoldUnread, _) => Some(Actor::System),
        (_, None) => Some(Actor::Resident),
        (_, Some(button)) => (0..16).map(actor).find(|one| file.case.actions(one, &context).contains(&button)),
    };
    may.unwrap_or_else(|| actor(attempt.actor))
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

pub(super) fn command(file: &mut File, attempt: &Attempt) -> Command {
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
        15 => Command::Hide { reason: text },
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
        23 => Command::PassOn(passing(file, attempt, text)),
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
        21 => {
            let of = file.case.later.last().filter(|_| attempt.days % 2 == 0).unwrap_or(&file.case.received.what);
            Command::Redact { texts: vec![(of.clone(), file.words("Zonder namen"))], reason: text }
        }
        25 | 26 => Command::AskSupport { to, reason: text },
        27 => Command::AcceptSupport { partner: asked_to_help(file, attempt).unwrap_or(to) },
        28 => Command::DeclineSupport { partner: asked_to_help(file, attempt).unwrap_or(to), reason: text },
        29 if attempt.aims_well => Command::AddNote { text },
        29 => Command::ProposeUpdate { text },
        30 => Command::NeedDecision { who: text, until: day },
        31 | 32 => Command::ProposeDate { by: to, on: day, text },
        33 if attempt.days % 2 == 0 => Command::ConfirmDate,
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
        43..=56 => together(file, attempt, (to, day), text),
        _ => Command::PassTime,
    }
}

/// What people do together: tasks, and support in public.
fn together(file: &File, attempt: &Attempt, (to, day): (PartnerId, CivilDate), text: Written) -> Command {
    match attempt.command {
        43 | 44 => Command::AddTask { kind: TaskKind::ALL[attempt.partner], doer: doer(attempt), until: day, text },
        45 => Command::ChangeTask {
            task: a_task(file, attempt),
            doer: doer(attempt).unwrap_or(TaskDoer::Initiator),
            until: day,
        },
        46 => Command::FinishTask { task: a_task(file, attempt) },
        47 => Command::DropTask { task: a_task(file, attempt) },
        51 => Command::ReportPledgerThreat { text: attempt.aims_well.then_some(text), hides: attempt.days % 2 == 0 },
        49 => Command::ShowBacking { partner: to },
        50 => Command::TakeBackBacking { partner: file.case.backing.first().cloned().unwrap_or(to) },
        52 => Command::HoldUnread,
        53 => Command::SetLanguage { language: if attempt.aims_well { Language::En } else { Language::Nl } },
        54 | 55 => Command::ShareExperience { reachable: attempt.aims_well },
        56 => Command::StopSharingExperience,
        48 => Command::PledgerLeft { pledge: pledge(1) },
        _ => Command::PassTime,
    }
}

fn passing(file: &mut File, attempt: &Attempt, to: Written) -> Passing {
    let day = file.town.now.dutch_date().plus_days(attempt.days);
    Passing {
        nature: Nature::ALL[attempt.partner],
        reference: attempt.aims_well.then(|| file.words("M-2026-17")),
        answer_by: (attempt.days % 4 == 0).then_some(day),
        text: file.conclusion("De lamp is stuk en dat is gemeld."),
        to,
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
    match attempt.days.rem_euclid(7) {
        0 | 1 => None,
        2 => Some(TaskDoer::Initiator),
        3 => Some(TaskDoer::Owner),
        4 | 5 => Some(TaskDoer::Pledger { pledge: pledge(1) }),
        _ => Some(TaskDoer::Partner { partner: partner(PARTNERS[attempt.partner]) }),
    }
}

/// A task that is there, when there is one.
fn a_task(file: &File, attempt: &Attempt) -> TextId {
    let tasks = &file.case.tasks;
    let task = tasks.get(attempt.partner % tasks.len().max(1)).filter(|_| attempt.aims_well);
    task.map_or_else(|| TextId::from_random([251; 16]), |task| task.id.clone())
}

/// The button that stands for a command.
pub(super) fn button(command: &Command) -> Option<CaseAction> {
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
        Command::Hide { .. } => CaseAction::Hide,
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
        Command::SetLanguage { .. } => CaseAction::SetLanguage,
        Command::RecordAgreements(_) => CaseAction::RecordAgreements,
        Command::NoteContact { .. } => CaseAction::NoteContact,
        Command::EndContact { .. } => CaseAction::EndContact,
        Command::AddTask { .. } => CaseAction::AddTask,
        Command::ShowBacking { .. }
        | Command::TakeBackBacking { .. }
        | Command::ChangeTask { .. }
        | Command::FinishTask { .. }
        | Command::DropTask { .. }
        | Command::PledgerLeft { .. }
        | Command::Answer { .. }
        | Command::Rate { .. }
        | Command::ReportThreat { .. }
        | Command::ReportPledgerThreat { .. }
        | Command::ShareExperience { .. }
        | Command::StopSharingExperience
        | Command::Withdraw
        | Command::Unmerge
        | Command::HoldUnread
        | Command::PassTime => return None,
    })
}

/// Whether a refusal is about what was filled in or aimed at, and not about who and where.
pub(super) fn is_about_input(refusal: &Refusal, attempt: &Attempt) -> bool {
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
        | Refusal::SameLanguage
        | Refusal::DateNotConfirmed
        | Refusal::DatePassed => true,
        // The button is there for another partner that waits, or for the owner's own date.
        Refusal::NoSuchSupport | Refusal::NotYours => !matches!(attempt.command, 0..27 | 29..31 | 33..),
        Refusal::Held => matches!(attempt.command, 31 | 32),
        Refusal::NoSuchOffer => !attempt.aims_well,
        _ => false,
    }
}
