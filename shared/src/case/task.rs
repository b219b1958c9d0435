//! Who does what by when. Residents and partners have tasks alike; everybody reads them, and nobody is named: the one who
//! thought of it, somebody who joins in, or a partner.
//!
//! Paperwork goes to the partner that owns the case, and follows it when another one takes over, unless somebody
//! deliberately gives it to somebody else: residents who start something should not have to find their way through
//! offices. A resident gives a partner nothing but paperwork, and a partner gives another one nothing unless that one
//! helps: nobody reads in public that they do what they never heard of.

use serde::{Deserialize, Serialize};

use super::access::{coordinates, handles, may};
use super::command::{Context, Decision, Written};
use super::decide::promisable;
use super::event::Event;
use super::{Case, Outcome, Refusal, State};
use crate::actor::{Actor, Permission};
use crate::fault::FaultCode;
use crate::ids::{PartnerId, PledgeId, TextId};
use crate::notification::{MailKind, Recipient};
use crate::time::CivilDate;

/// So many tasks may be open at once: more is a plan that has another place, and a page that nobody reads.
pub const MOST_TASKS: usize = 30;

/// What a task is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub enum TaskKind {
    /// Anything that is no paperwork.
    Work,
    /// *Vergunning*.
    Permit,
    Insurance,
    Subsidy,
    /// Of the one whose ground, building or wall it is.
    Consent,
    /// Any other paper.
    Paperwork,
}

impl TaskKind {
    pub const ALL: [Self; 6] =
        [Self::Work, Self::Permit, Self::Insurance, Self::Subsidy, Self::Consent, Self::Paperwork];

    /// Whether an official of the owning partner does it unless somebody decides otherwise.
    pub const fn is_paperwork(self) -> bool {
        !matches!(self, Self::Work)
    }
}

/// Who does it: a role, never a name.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(tag = "kind", rename_all = "camelCase", rename_all_fields = "camelCase")]
pub enum TaskDoer {
    /// The resident who thought of it.
    Initiator,
    /// Somebody who joins in, after both have said yes.
    Pledger { pledge: PledgeId },
    /// Whoever owns the case.
    Owner,
    /// A partner that helps.
    Partner { partner: PartnerId },
}

impl TaskDoer {
    /// Whether a resident does it.
    pub const fn is_resident(&self) -> bool {
        matches!(self, Self::Initiator | Self::Pledger { .. })
    }
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub enum TaskState {
    Open,
    Done,
    /// Nobody does it, and that is fine.
    Dropped,
}

/// Something to do. What it is stands in the text of the same id.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Task {
    pub id: TextId,
    pub kind: TaskKind,
    pub doer: TaskDoer,
    pub until: CivilDate,
    pub state: TaskState,
}

impl Task {
    pub fn is_open(&self) -> bool {
        self.state == TaskState::Open
    }

    /// Whether it should have been done before today.
    pub fn is_overdue(&self, today: CivilDate) -> bool {
        self.is_open() && self.until < today
    }
}

/// What can be done with a task. Deciding and showing buttons ask the same question.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub enum TaskAct {
    Finish,
    /// Somebody else, or another day; for who joins in: give it back.
    Change,
    Drop,
}

impl TaskAct {
    pub const ALL: [Self; 3] = [Self::Finish, Self::Change, Self::Drop];
}

/// From where somebody looks at the tasks.
enum Side<'a> {
    Initiator,
    Pledger(&'a PledgeId),
    Owner,
    Helper(&'a PartnerId),
}

impl Case {
    /// Tasks that are open, while there is still something to do.
    pub fn open_tasks(&self) -> impl Iterator<Item = &Task> {
        let goes_on = self.tasks_go_on().is_ok();
        self.tasks.iter().filter(move |task| goes_on && task.is_open())
    }

    /// The partner that does it, when it is one.
    pub fn doing_partner<'a>(&'a self, task: &'a Task) -> Option<&'a PartnerId> {
        match &task.doer {
            TaskDoer::Owner => Some(self.owner()),
            TaskDoer::Partner { partner } => Some(partner),
            TaskDoer::Initiator | TaskDoer::Pledger { .. } => None,
        }
    }

    /// What this actor may do with a task now.
    pub fn task_acts(&self, task: &Task, actor: &Actor) -> Vec<TaskAct> {
        TaskAct::ALL.into_iter().filter(|&act| self.check_task(act, task, actor).is_ok()).collect()
    }

    /// Whether this actor may add one.
    pub fn may_add_task(&self, actor: &Actor) -> Result<(), Refusal> {
        match self.task_side(actor)? {
            Side::Pledger(_) => Err(Refusal::NotYours),
            Side::Initiator | Side::Owner | Side::Helper(_) if self.open_tasks().count() >= MOST_TASKS => {
                Err(Refusal::TooManyTasks)
            }
            Side::Initiator | Side::Owner | Side::Helper(_) => Ok(()),
        }
    }

    /// Also after the end, where residents go on by themselves or a day has been named.
    fn tasks_go_on(&self) -> Result<(), Refusal> {
        match &self.state {
            State::Open(_) => Ok(()),
            State::Concluded(concluded) => match concluded.outcome {
                Outcome::TakenUpByResidents | Outcome::WillBeDone { .. } => Ok(()),
                Outcome::Realised | Outcome::NotDone | Outcome::Merged { .. } | Outcome::PassedOn { .. } => {
                    Err(Refusal::Ended)
                }
            },
            State::Withdrawn(_) => Err(Refusal::Ended),
        }
    }

    fn task_side<'a>(&self, actor: &'a Actor) -> Result<Side<'a>, Refusal> {
        let side = match actor {
            Actor::Resident => Side::Initiator,
            Actor::Pledger { pledge } => Side::Pledger(pledge),
            Actor::Official { .. } | Actor::Mailed { .. } if handles(actor, self.owner()) => Side::Owner,
            Actor::Official { partner, .. } | Actor::Mailed { partner }
                if may(actor, Permission::HandleCases) && self.supporting.contains(partner) =>
            {
                Side::Helper(partner)
            }
            Actor::Official { .. } | Actor::Mailed { .. } | Actor::System => return Err(Refusal::NotYours),
        };
        self.tasks_go_on()?;
        let partner = matches!(side, Side::Owner | Side::Helper(_));
        if partner && self.is_held() && !coordinates(actor) {
            Err(Refusal::Held)
        } else if partner && self.asked_again().is_some() {
            // Whether to look again is decided first.
            Err(Refusal::ReopeningAsked)
        } else {
            Ok(side)
        }
    }

    /// Whether the act is this actor's, with an open task.
    fn check_task(&self, act: TaskAct, task: &Task, actor: &Actor) -> Result<(), Refusal> {
        let side = self.task_side(actor)?;
        if !task.is_open() {
            return Err(Refusal::NoSuchTask);
        }
        // Somebody who starts something may do the paper themselves, or see that none is needed.
        let paper = task.doer == TaskDoer::Owner && task.kind.is_paperwork();
        let theirs = match (side, act) {
            (Side::Owner, _) => true,
            (Side::Initiator, TaskAct::Finish) => task.doer.is_resident(),
            (Side::Initiator, TaskAct::Change | TaskAct::Drop) => task.doer.is_resident() || paper,
            (Side::Pledger(own), TaskAct::Finish | TaskAct::Change) => {
                matches!(&task.doer, TaskDoer::Pledger { pledge } if pledge == own)
            }
            (Side::Pledger(_), TaskAct::Drop) => false,
            (Side::Helper(own), _) => matches!(&task.doer, TaskDoer::Partner { partner } if partner == own),
        };
        if theirs { Ok(()) } else { Err(Refusal::NotYours) }
    }

    fn the_task(&self, act: TaskAct, id: &TextId, actor: &Actor) -> Result<&Task, Refusal> {
        let task = self.tasks.iter().find(|task| &task.id == id).ok_or(Refusal::NoSuchTask)?;
        self.check_task(act, task, actor).map(|()| task)
    }

    /// Who may be given a task of this kind, from where the actor stands; without a word about it, who it goes to.
    fn doer(&self, kind: TaskKind, asked: Option<TaskDoer>, side: &Side<'_>) -> Result<TaskDoer, Refusal> {
        let paper = kind.is_paperwork();
        let unfit = |code| Err(Refusal::field("doer", code));
        match (side, asked) {
            (Side::Initiator, None) if !paper => Ok(TaskDoer::Initiator),
            (Side::Initiator, Some(doer)) if doer.is_resident() => Ok(doer),
            (Side::Initiator, Some(TaskDoer::Owner)) if paper => Ok(TaskDoer::Owner),
            (Side::Initiator | Side::Owner, None) | (Side::Owner, Some(TaskDoer::Owner)) => Ok(TaskDoer::Owner),
            (Side::Owner | Side::Pledger(_), Some(TaskDoer::Initiator)) => Ok(TaskDoer::Initiator),
            (Side::Owner, Some(TaskDoer::Partner { partner })) if &partner == self.owner() => Ok(TaskDoer::Owner),
            (Side::Owner, Some(TaskDoer::Partner { partner })) if self.supporting.contains(&partner) => {
                Ok(TaskDoer::Partner { partner })
            }
            (Side::Helper(own), None) => Ok(TaskDoer::Partner { partner: (*own).clone() }),
            (Side::Helper(own), Some(TaskDoer::Partner { partner })) if &partner == *own => {
                Ok(TaskDoer::Partner { partner })
            }
            (Side::Pledger(_), _) => Err(Refusal::NotYours),
            // Officials know nothing of who offered to help.
            (_, Some(TaskDoer::Pledger { .. } | TaskDoer::Partner { .. })) => unfit(FaultCode::Unknown),
            (_, Some(TaskDoer::Owner | TaskDoer::Initiator)) => unfit(FaultCode::NotTogether),
        }
    }

    pub(super) fn add_task(
        &self,
        (kind, doer): (TaskKind, Option<TaskDoer>),
        until: CivilDate,
        text: Written,
        actor: &Actor,
        context: &Context<'_>,
    ) -> Result<Decision, Refusal> {
        self.may_add_task(actor)?;
        let doer = self.doer(kind, doer, &self.task_side(actor)?)?;
        let until = promisable("until", until, context)?;
        let mut decision = Decision::default();
        self.tell_of_task(&[&doer], actor, &mut decision);
        decision.event(Event::TaskAdded { task: text.id.clone(), kind, doer, until }).text(text);
        Ok(decision)
    }

    pub(super) fn change_task(
        &self,
        id: &TextId,
        (doer, until): (TaskDoer, CivilDate),
        actor: &Actor,
        context: &Context<'_>,
    ) -> Result<Decision, Refusal> {
        let task = self.the_task(TaskAct::Change, id, actor)?;
        let side = self.task_side(actor)?;
        let doer = if doer == task.doer { doer } else { self.doer(task.kind, Some(doer), &side)? };
        // Who does it says by when: a resident does not move a day of the partner's, nor who joins in one of theirs.
        let keeps_day = doer == TaskDoer::Owner && matches!(side, Side::Initiator) || matches!(side, Side::Pledger(_));
        if until != task.until {
            if keeps_day {
                return Err(Refusal::NotYours);
            }
            promisable("until", until, context)?;
        } else if doer == task.doer {
            return Err(Refusal::TaskAsItWas);
        }
        let mut decision = Decision::default();
        self.tell_of_task(&[&task.doer, &doer], actor, &mut decision);
        decision.event(Event::TaskChanged { task: id.clone(), doer, until });
        Ok(decision)
    }

    pub(super) fn finish_task(&self, id: &TextId, actor: &Actor) -> Result<Decision, Refusal> {
        let task = self.the_task(TaskAct::Finish, id, actor)?;
        let mut decision = Decision::default();
        self.tell_of_task(&[&task.doer], actor, &mut decision);
        decision.event(Event::TaskDone { task: id.clone() });
        Ok(decision)
    }

    pub(super) fn drop_task(&self, id: &TextId, actor: &Actor) -> Result<Decision, Refusal> {
        let task = self.the_task(TaskAct::Drop, id, actor)?;
        let mut decision = Decision::default();
        self.tell_of_task(&[&task.doer], actor, &mut decision);
        decision.event(Event::TaskDropped { task: id.clone() });
        Ok(decision)
    }

    /// Somebody does not join in any more: what they had to do goes back to who thought of it.
    pub(super) fn pledger_left(&self, left: &PledgeId, actor: &Actor) -> Result<Decision, Refusal> {
        if *actor != Actor::System {
            return Err(Refusal::NotYours);
        }
        let mut decision = Decision::default();
        for task in self.open_tasks() {
            if matches!(&task.doer, TaskDoer::Pledger { pledge } if pledge == left) {
                let (task, until) = (task.id.clone(), task.until);
                decision
                    .event(Event::TaskChanged { task, doer: TaskDoer::Initiator, until })
                    .tell(Recipient::Resident, MailKind::News);
            }
        }
        Ok(decision)
    }

    /// The resident hears of what others do, and a partner of what is, or was, its own. Who joins in is told by whoever
    /// knows the offers.
    fn tell_of_task(&self, doers: &[&TaskDoer], actor: &Actor, decision: &mut Decision) {
        if *actor != Actor::Resident {
            decision.tell(Recipient::Resident, MailKind::News);
        }
        for doer in doers {
            match doer {
                TaskDoer::Owner if actor.partner() != Some(self.owner()) => {
                    decision.tell(self.handlers(), MailKind::TaskForPartner);
                }
                // While it is held, nobody but the coordinators has seen it.
                TaskDoer::Partner { partner } if actor.partner() != Some(partner) && !self.is_held() => {
                    decision.tell(Recipient::Partner { id: partner.clone() }, MailKind::TaskForPartner);
                }
                TaskDoer::Initiator | TaskDoer::Pledger { .. } | TaskDoer::Owner | TaskDoer::Partner { .. } => {}
            }
        }
    }

    /// The tasks after an event; none when it cannot follow.
    pub(super) fn task_changes(&mut self, event: &Event) -> Option<()> {
        let open = |tasks: &[Task], id: &TextId| tasks.iter().position(|task| &task.id == id && task.is_open());
        match event {
            Event::TaskAdded { task: id, kind, doer, until } => {
                if self.tasks.iter().any(|task| &task.id == id) {
                    return None;
                }
                let task =
                    Task { id: id.clone(), kind: *kind, doer: doer.clone(), until: *until, state: TaskState::Open };
                self.tasks.push(task);
            }
            Event::TaskChanged { task, doer, until } => {
                let place = open(&self.tasks, task)?;
                let task = self.tasks.get_mut(place)?;
                (task.doer, task.until) = (doer.clone(), *until);
            }
            Event::TaskDone { task } | Event::TaskDropped { task } => {
                let place = open(&self.tasks, task)?;
                let done = matches!(event, Event::TaskDone { .. });
                self.tasks.get_mut(place)?.state = if done { TaskState::Done } else { TaskState::Dropped };
            }
            // What the new owner was to do as a helper it does as the owner.
            Event::OwnerChanged { to, .. } => {
                for task in &mut self.tasks {
                    if matches!(&task.doer, TaskDoer::Partner { partner } if partner == to) {
                        task.doer = TaskDoer::Owner;
                    }
                }
            }
            _ => {}
        }
        Some(())
    }
}
