//! The forms about tasks on the follow page: adding one, and what becomes of one.

use shared::case::{TaskDoer, TaskKind};
use shared::fault::{Fault, FaultCode};
use shared::ids::{PledgeId, TextId};
use shared::text::LINE;
use shared::time::CivilDate;
use shared::wire::tasks::{NewTask, TaskMove};

use crate::fields::Fields;

pub const TASK_ID: &str = "taskId";
pub const TASK_TEXT: &str = "taskText";
pub const TASK_KIND: &str = "taskKind";
pub const TASK_DOER: &str = "taskDoer";
pub const TASK_UNTIL: &str = "taskUntil";
/// The same of a task that is there, so that each field has a name of its own.
pub const MOVED_DOER: &str = "movedDoer";
pub const MOVED_UNTIL: &str = "movedUntil";

/// The values of [`TASK_DOER`]: whoever fits, who thought of it, the organisation that has the case, or an offer.
pub const FITTING: &str = "fitting";
pub const INITIATOR: &str = "initiator";
pub const OWNER: &str = "owner";
const OFFER: &str = "offer-";

/// The value for an offer to help.
pub fn offer(pledge: &PledgeId) -> String {
    format!("{OFFER}{pledge}")
}

/// The value of a kind.
pub const fn kind_name(kind: TaskKind) -> &'static str {
    match kind {
        TaskKind::Work => "work",
        TaskKind::Permit => "permit",
        TaskKind::Insurance => "insurance",
        TaskKind::Subsidy => "subsidy",
        TaskKind::Consent => "consent",
        TaskKind::Paperwork => "paperwork",
    }
}

/// What was filled in, as it was typed.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Typed {
    /// The task that it is about; empty for a new one.
    pub id: String,
    pub text: String,
    pub kind: String,
    pub doer: String,
    pub until: String,
}

impl Typed {
    pub fn read(fields: &Fields) -> Self {
        let id = fields.text(TASK_ID);
        let (doer, until) = if id.is_empty() { (TASK_DOER, TASK_UNTIL) } else { (MOVED_DOER, MOVED_UNTIL) };
        Self {
            text: fields.text(TASK_TEXT),
            kind: fields.text(TASK_KIND),
            doer: fields.text(doer),
            until: fields.text(until),
            id,
        }
    }
}

/// A new task, or all that is wrong with it.
pub(super) fn added(fields: &Fields) -> Result<NewTask, Vec<Fault>> {
    let typed = Typed::read(fields);
    let mut faults = Vec::new();
    let text = LINE.read_required(&typed.text).map_err(|code| faults.push(Fault::new(TASK_TEXT, code))).ok();
    let kind = TaskKind::ALL.into_iter().find(|kind| kind_name(*kind) == typed.kind);
    if kind.is_none() {
        faults.push(Fault::new(TASK_KIND, FaultCode::ChoiceRequired));
    }
    let doer = doer(&typed.doer).map_err(|code| faults.push(Fault::new(TASK_DOER, code))).ok();
    let until = day(&typed.until).map_err(|code| faults.push(Fault::new(TASK_UNTIL, code))).ok();
    match (text, kind, doer, until) {
        (Some(text), Some(kind), Some(doer), Some(until)) => Ok(NewTask { kind, text, until, doer }),
        _ => Err(faults),
    }
}

/// What becomes of a task; none when no task is named.
pub(super) fn moved(fields: &Fields, what: &str) -> Option<Result<(TextId, TaskMove), Fault>> {
    let id: TextId = fields.read(TASK_ID)?;
    let what = match what {
        "task-done" => Ok(TaskMove::Finish),
        "task-drop" => Ok(TaskMove::Drop),
        "task-back" => Ok(TaskMove::Change { doer: Some(TaskDoer::Initiator), until: None }),
        _ => changed(fields),
    };
    Some(what.map(|what| (id, what)))
}

fn changed(fields: &Fields) -> Result<TaskMove, Fault> {
    let typed = Typed::read(fields);
    let doer = doer(&typed.doer).map_err(|code| Fault::new(MOVED_DOER, code))?;
    let until = (!typed.until.trim().is_empty()).then(|| day(&typed.until)).transpose();
    Ok(TaskMove::Change { doer, until: until.map_err(|code| Fault::new(MOVED_UNTIL, code))? })
}

fn doer(typed: &str) -> Result<Option<TaskDoer>, FaultCode> {
    match typed {
        "" | FITTING => Ok(None),
        INITIATOR => Ok(Some(TaskDoer::Initiator)),
        OWNER => Ok(Some(TaskDoer::Owner)),
        offer => {
            let pledge = offer.strip_prefix(OFFER).and_then(|id| PledgeId::parse(id).ok());
            pledge.map(|pledge| Some(TaskDoer::Pledger { pledge })).ok_or(FaultCode::Unknown)
        }
    }
}

fn day(typed: &str) -> Result<CivilDate, FaultCode> {
    let typed = typed.trim();
    if typed.is_empty() { Err(FaultCode::Required) } else { typed.parse().map_err(|_| FaultCode::NotADate) }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn fields(pairs: &[(&str, &str)]) -> Fields {
        pairs.iter().map(|(name, value)| ((*name).to_owned(), (*value).to_owned())).collect()
    }

    #[test]
    fn a_task_needs_words_a_kind_and_a_day() {
        let whole = [(TASK_TEXT, " Stoelen lenen "), (TASK_KIND, "work"), (TASK_UNTIL, "2027-05-01")];
        let task = added(&fields(&whole)).unwrap();
        assert_eq!((task.text.as_str(), task.doer), ("Stoelen lenen", None));
        let codes = |pairs: &[(&str, &str)]| {
            let faults = added(&fields(pairs)).unwrap_err();
            faults.into_iter().map(|fault| fault.field).collect::<Vec<_>>()
        };
        assert_eq!(codes(&[]), [TASK_TEXT, TASK_KIND, TASK_UNTIL]);
        assert_eq!(
            codes(&[whole[0], whole[1], (TASK_UNTIL, "morgen"), (TASK_DOER, "offer-")]),
            [TASK_DOER, TASK_UNTIL]
        );
    }

    #[test]
    fn what_is_left_out_of_a_change_stays() {
        let change = |pairs: &[(&str, &str)]| moved(&fields(pairs), "task-change");
        assert_eq!(change(&[]), None);
        let (id, what) = change(&[(TASK_ID, "t1"), (MOVED_DOER, "offer-p1")]).unwrap().unwrap();
        let pledge = PledgeId::parse("p1").unwrap();
        assert_eq!(what, TaskMove::Change { doer: Some(TaskDoer::Pledger { pledge }), until: None });
        assert_eq!(id.as_str(), "t1");
        assert!(change(&[(TASK_ID, "t1"), (MOVED_UNTIL, "gisteren")]).unwrap().is_err());
    }
}
