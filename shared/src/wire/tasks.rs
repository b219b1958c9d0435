//! Who does what by when: what residents and officials send, and what each of them and everybody reads.

use serde::{Deserialize, Serialize};

use crate::case::{TaskAct, TaskDoer, TaskKind, TaskState};
use crate::ids::{CaseId, PartnerId, PledgeId, TextId};
use crate::time::CivilDate;

/// `POST …/followed-case/tasks`. Without `doer` paperwork goes to the organisation that has the case, and the rest to who
/// thought of it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct NewTask {
    pub kind: TaskKind,
    pub text: String,
    pub until: CivilDate,
    #[serde(default)]
    pub doer: Option<TaskDoer>,
}

/// `POST …/followed-case/tasks/{id}`: what a resident does with a task.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "kind", rename_all = "camelCase", rename_all_fields = "camelCase", deny_unknown_fields)]
pub enum TaskMove {
    Finish,
    Drop,
    /// Somebody else, or another day; what is left out stays.
    Change {
        #[serde(default)]
        doer: Option<TaskDoer>,
        #[serde(default)]
        until: Option<CivilDate>,
    },
}

/// `POST /admin/cases/{id}/tasks`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct TaskRequest {
    pub version: u64,
    pub kind: TaskKind,
    pub text: String,
    pub until: CivilDate,
    #[serde(default)]
    pub doer: Option<TaskDoer>,
}

/// `POST /admin/cases/{id}/tasks/{taskId}`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct TaskMoveRequest {
    pub version: u64,
    #[serde(rename = "move")]
    pub what: TaskMove,
}

/// A task as residents read it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct TaskView {
    pub id: TextId,
    pub kind: TaskKind,
    /// None once erased, and for everybody where it seems to name somebody.
    pub text: Option<String>,
    pub who: TaskWho,
    pub until: CivilDate,
    pub state: TaskState,
    pub overdue: bool,
    /// What the reader may do with it.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub acts: Vec<TaskAct>,
}

/// Who does it; nobody is named.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "kind", rename_all = "camelCase", rename_all_fields = "camelCase")]
pub enum TaskWho {
    Initiator,
    /// Somebody who joins in; which offer that is only the initiator reads.
    Pledger {
        #[serde(default, skip_serializing_if = "Option::is_none")]
        pledge: Option<PledgeId>,
    },
    /// "Woonstad (woningcorporatie)".
    Partner {
        name: String,
        /// Whether it is the one that has the case.
        owner: bool,
    },
}

/// The same for officials, who know nothing of who offered to help.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "kind", rename_all = "camelCase", rename_all_fields = "camelCase")]
pub enum TaskRole {
    Initiator,
    Pledger,
    Owner,
    Partner { partner: PartnerId },
}

impl From<&TaskDoer> for TaskRole {
    fn from(doer: &TaskDoer) -> Self {
        match doer {
            TaskDoer::Initiator => Self::Initiator,
            TaskDoer::Pledger { .. } => Self::Pledger,
            TaskDoer::Owner => Self::Owner,
            TaskDoer::Partner { partner } => Self::Partner { partner: partner.clone() },
        }
    }
}

/// A task of a case, for officials.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct CaseTask {
    pub id: TextId,
    pub kind: TaskKind,
    pub text: Option<String>,
    pub who: TaskRole,
    pub until: CivilDate,
    pub state: TaskState,
    pub overdue: bool,
    /// Whether everybody reads the words on the page of the initiative: not where they seem to name somebody.
    pub words_public: bool,
    pub acts: Vec<TaskAct>,
}

/// `GET /admin/tasks`: what the own organisation has to do, and what residents are late with in its cases; the earliest
/// day first.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct TaskList {
    pub tasks: Vec<TaskLine>,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct TaskLine {
    pub case_id: CaseId,
    pub number: String,
    /// The first line of what the resident wrote.
    pub title: String,
    pub text: Option<String>,
    pub until: CivilDate,
    pub overdue: bool,
    /// Whether the own organisation does it, and not a resident.
    pub ours: bool,
}
