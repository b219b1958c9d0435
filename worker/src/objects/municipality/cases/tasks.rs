//! Who does what by when. The rules are in `shared::case`; here what somebody wants becomes a command, and each reader
//! gets what is theirs: residents nobody's name, officials nothing of who offered to help, and everybody no words that
//! seem to name somebody.

use serde::{Deserialize, Serialize};
use shared::{
    actor::{Actor, Permission},
    case::{Case, Command, Event, Task, TaskDoer},
    fault::FaultCode,
    ids::{IdempotencyKey, PledgeId, TextId},
    pledge::{PledgePurpose, PledgeState},
    privacy,
    text::{LINE, Language},
    wire::{
        pledges::JoinedView,
        public::FollowView,
        tasks::{CaseTask, NewTask, TaskLine, TaskList, TaskMove, TaskMoveRequest, TaskRequest, TaskView, TaskWho},
    },
};

use super::{
    super::sessions::SignedInOfficial,
    File, Messages, Scene,
    followed::{self, followed},
    names::{Names, title},
    pledges, store,
    timeline::Texts,
    written,
};
use crate::{
    auth::follow_key::KeyHash,
    objects::ObjectClass,
    operation::{Access, Context, Operation},
    refusal::Refusal,
    store::{idempotency, pledge, task},
};

/// What an official does with tasks.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub enum OfficialTaskAct {
    Add(TaskRequest),
    Move(TextId, TaskMoveRequest),
}

impl OfficialTaskAct {
    pub(super) const fn version(&self) -> u64 {
        match self {
            Self::Add(request) => request.version,
            Self::Move(_, request) => request.version,
        }
    }

    /// Its name in the audit log.
    pub(super) const fn name(&self) -> &'static str {
        match self {
            Self::Add(_) => "case.add-task",
            Self::Move(_, TaskMoveRequest { what: TaskMove::Finish, .. }) => "case.finish-task",
            Self::Move(_, TaskMoveRequest { what: TaskMove::Drop, .. }) => "case.drop-task",
            Self::Move(_, TaskMoveRequest { what: TaskMove::Change { .. }, .. }) => "case.change-task",
        }
    }

    pub(super) fn command(self, context: &mut Context<'_>, file: &File) -> Result<Command, Refusal> {
        match self {
            Self::Add(TaskRequest { kind, text, until, doer, .. }) => {
                Ok(Command::AddTask { kind, doer, until, text: written(context, "text", LINE, &text)? })
            }
            Self::Move(task, request) => Ok(moved(file, task, request.what)),
        }
    }
}

/// The command for a move; what is left out stays as it is.
fn moved(file: &File, id: TextId, what: TaskMove) -> Command {
    match what {
        TaskMove::Finish => Command::FinishTask { task: id },
        TaskMove::Drop => Command::DropTask { task: id },
        TaskMove::Change { doer, until } => match file.case.tasks.iter().find(|task| task.id == id) {
            Some(task) => Command::ChangeTask {
                doer: doer.unwrap_or_else(|| task.doer.clone()),
                until: until.unwrap_or(task.until),
                task: id,
            },
            // The rules find out that there is none.
            None => Command::FinishTask { task: id },
        },
    }
}

/// Lists what an official's organisation has to do.
#[derive(Debug, Serialize, Deserialize)]
pub struct ListTasks {
    pub official: SignedInOfficial,
}

impl Operation for ListTasks {
    type Reply = TaskList;
    const OBJECT: ObjectClass = ObjectClass::Municipality;
    const NAME: &'static str = "list-tasks";
    const ACCESS: Access = Access::Reads;

    fn run(self, context: &mut Context<'_>) -> Result<TaskList, Refusal> {
        let sees_all = self.official.role.may(Permission::SeeAllCases);
        let today = context.now.dutch_date();
        let rows = task::of_partner(context.sql, &self.official.partner_id, today, sees_all)?;
        let line = |row: task::TaskRow| TaskLine {
            case_id: row.case_id,
            number: row.number.to_string(),
            title: title(row.what.as_deref()),
            text: row.words,
            until: row.until,
            overdue: row.until < today,
            ours: row.partner.is_some(),
        };
        Ok(TaskList { tasks: rows.into_iter().map(line).collect() })
    }
}

/// The initiator writes a task down.
#[derive(Debug, Serialize, Deserialize)]
pub struct AddOwnTask {
    pub key: KeyHash,
    pub idempotency_key: IdempotencyKey,
    pub request: NewTask,
    pub language: Language,
}

impl Operation for AddOwnTask {
    type Reply = FollowView;
    const OBJECT: ObjectClass = ObjectClass::Municipality;
    const NAME: &'static str = "add-own-task";
    const ACCESS: Access = Access::Writes;

    fn run(self, context: &mut Context<'_>) -> Result<FollowView, Refusal> {
        let Self { key, idempotency_key, request, language } = self;
        let file = followed(context, &key)?;
        let scope = format!("task:{}", file.id);
        idempotency::once(context, &scope, &idempotency_key, &request, |context| {
            let NewTask { kind, text, until, doer } = request.clone();
            check_pledge(context, &file, doer.as_ref())?;
            let text = written(context, "text", LINE, &text)?;
            // Everybody reads it, and no coordinator has.
            if privacy::accuses(&text.words) {
                return Err(Refusal::invalid("text", FaultCode::Accuses));
            }
            act(context, file, Command::AddTask { kind, doer, until, text }, &Actor::Resident)
        })?;
        followed::view(context, &followed(context, &key)?, language)
    }
}

/// The initiator finishes a task, gives it to somebody else, or drops it.
#[derive(Debug, Serialize, Deserialize)]
pub struct MoveOwnTask {
    pub key: KeyHash,
    pub idempotency_key: IdempotencyKey,
    pub task: TextId,
    pub what: TaskMove,
    pub language: Language,
}

impl Operation for MoveOwnTask {
    type Reply = FollowView;
    const OBJECT: ObjectClass = ObjectClass::Municipality;
    const NAME: &'static str = "move-own-task";
    const ACCESS: Access = Access::Writes;

    fn run(self, context: &mut Context<'_>) -> Result<FollowView, Refusal> {
        let Self { key, idempotency_key, task, what, language } = self;
        let file = followed(context, &key)?;
        let scope = format!("task:{}:{task}", file.id);
        idempotency::once(context, &scope, &idempotency_key, &what.clone(), |context| {
            if let TaskMove::Change { doer, .. } = &what {
                check_pledge(context, &file, doer.as_ref())?;
            }
            let command = moved(&file, task.clone(), what);
            act(context, file, command, &Actor::Resident)
        })?;
        followed::view(context, &followed(context, &key)?, language)
    }
}

/// Who joins in finishes a task, or gives it back.
#[derive(Debug, Serialize, Deserialize)]
pub struct MovePledgedTask {
    pub key: KeyHash,
    pub idempotency_key: IdempotencyKey,
    pub task: TextId,
    pub what: TaskMove,
    pub language: Language,
}

impl Operation for MovePledgedTask {
    type Reply = JoinedView;
    const OBJECT: ObjectClass = ObjectClass::Municipality;
    const NAME: &'static str = "move-pledged-task";
    const ACCESS: Access = Access::Writes;

    fn run(self, context: &mut Context<'_>) -> Result<JoinedView, Refusal> {
        let Self { key, idempotency_key, task, what, language } = self;
        let stored = pledges::opened(context, &key)?;
        let scope = format!("pledged-task:{}:{task}", stored.id);
        idempotency::once(context, &scope, &idempotency_key, &what.clone(), |context| {
            let file = File::read(context, &stored.case_id)?;
            let command = moved(&file, task.clone(), what);
            act(context, file, command, &Actor::Pledger { pledge: stored.id.clone() })
        })?;
        pledges::joined_view(context, &pledges::opened(context, &key)?, language)
    }
}

fn act(context: &mut Context<'_>, mut file: File, command: Command, actor: &Actor) -> Result<(), Refusal> {
    let scene = Scene::read(context)?;
    let decision = file.case.decide(command, actor, &scene.at(context.now))?;
    store(context, &scene, &mut file, decision, actor, Messages::Send)
}

/// Only who joins in with this initiative, after both have said yes, is given a task.
fn check_pledge(context: &Context<'_>, file: &File, doer: Option<&TaskDoer>) -> Result<(), Refusal> {
    let Some(TaskDoer::Pledger { pledge: id }) = doer else { return Ok(()) };
    let found = pledge::find(context.sql, id)?;
    let joins = found.is_some_and(|found| {
        found.case_id == file.id && found.state == PledgeState::InTouch && found.purpose == PledgePurpose::Help
    });
    if joins { Ok(()) } else { Err(Refusal::invalid("doer", FaultCode::Unknown)) }
}

/// What somebody had to do who does not join in any more goes back.
pub(super) fn pledger_left(context: &mut Context<'_>, stored: &pledge::StoredPledge) -> Result<(), Refusal> {
    let file = File::read(context, &stored.case_id)?;
    act(context, file, Command::PledgerLeft { pledge: stored.id.clone() }, &Actor::System)
}

/// Tells who joins in of tasks that are, or were, theirs, unless they did it themselves.
pub(super) fn tell_pledgers(
    context: &mut Context<'_>,
    [before, after]: [&Case; 2],
    events: &[Event],
    actor: &Actor,
) -> Result<(), Refusal> {
    let mut told: Vec<PledgeId> = Vec::new();
    for event in events {
        let (Event::TaskAdded { task: id, .. }
        | Event::TaskChanged { task: id, .. }
        | Event::TaskDone { task: id }
        | Event::TaskDropped { task: id }) = event
        else {
            continue;
        };
        let tasks = before.tasks.iter().chain(&after.tasks).filter(|task| &task.id == id);
        for task in tasks {
            if let TaskDoer::Pledger { pledge: id } = &task.doer
                && *actor != (Actor::Pledger { pledge: id.clone() })
                && !told.contains(id)
            {
                told.push(id.clone());
            }
        }
    }
    for id in told {
        if let Some(stored) = pledge::find(context.sql, &id)?.filter(|stored| stored.state == PledgeState::InTouch) {
            pledges::tell_of_news(context, &stored)?;
        }
    }
    Ok(())
}

/// Who reads a task.
#[derive(Clone, Copy)]
pub(super) enum Reader<'a> {
    Initiator,
    /// Who joins in reads what they do.
    Pledger(&'a PledgeId),
    Everybody,
}

/// As residents read them: what is open first, and what needs nobody any more only by who arranges it.
pub(super) fn for_residents(
    context: &Context<'_>,
    case: &Case,
    texts: &Texts,
    names: &Names,
    (reader, language): (Reader<'_>, Language),
) -> Vec<TaskView> {
    let actor = match reader {
        Reader::Initiator => Actor::Resident,
        Reader::Pledger(pledge) => Actor::Pledger { pledge: pledge.clone() },
        Reader::Everybody => Actor::System,
    };
    let goes_on = case.open_tasks().next().is_some();
    let shown = |task: &&Task| match reader {
        Reader::Initiator => true,
        Reader::Pledger(own) => matches!(&task.doer, TaskDoer::Pledger { pledge } if pledge == own),
        Reader::Everybody => (task.is_open() && goes_on) || task.state == shared::case::TaskState::Done,
    };
    let everybody = matches!(reader, Reader::Everybody);
    let view = |task: &Task| TaskView {
        id: task.id.clone(),
        kind: task.kind,
        text: texts.get(&task.id).filter(|words| !everybody || nobody_is_named(words)).cloned(),
        who: match &task.doer {
            TaskDoer::Initiator => TaskWho::Initiator,
            TaskDoer::Pledger { pledge } => TaskWho::Pledger { pledge: (!everybody).then(|| pledge.clone()) },
            TaskDoer::Owner => TaskWho::Partner { name: names.public_name(case.owner(), language), owner: true },
            TaskDoer::Partner { partner } => {
                TaskWho::Partner { name: names.public_name(partner, language), owner: false }
            }
        },
        until: task.until,
        state: task.state,
        // What everybody sees is made once, and read on later days.
        overdue: !everybody && task.is_overdue(context.now.dutch_date()),
        acts: case.task_acts(task, &actor),
    };
    let mut tasks: Vec<TaskView> = case.tasks.iter().filter(shown).map(view).collect();
    tasks.sort_by_key(|task| (task.state != shared::case::TaskState::Open, task.until));
    tasks
}

/// Whether the words can stand on a page that everybody reads and no coordinator has looked at.
fn nobody_is_named(words: &str) -> bool {
    privacy::find(words).is_empty()
}

pub(super) fn for_officials(
    context: &Context<'_>,
    official: &SignedInOfficial,
    case: &Case,
    texts: &Texts,
) -> Vec<CaseTask> {
    let actor = official.actor();
    let view = |task: &Task| CaseTask {
        id: task.id.clone(),
        kind: task.kind,
        text: texts.get(&task.id).cloned(),
        who: (&task.doer).into(),
        until: task.until,
        state: task.state,
        overdue: task.is_overdue(context.now.dutch_date()),
        words_public: texts.get(&task.id).is_some_and(|words| nobody_is_named(words)),
        acts: case.task_acts(task, &actor),
    };
    let mut tasks: Vec<CaseTask> = case.tasks.iter().map(view).collect();
    tasks.sort_by_key(|task| (task.state != shared::case::TaskState::Open, task.until));
    tasks
}
