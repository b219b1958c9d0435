//! Faults of tasks, in the fields of the forms that residents have.

use shared::fault::Fault;
use widget::forms::tasks::{MOVED_DOER, MOVED_UNTIL, TASK_DOER, TASK_TEXT, TASK_UNTIL};

use crate::refusal::Refusal;

/// In the form for a new one.
pub(super) fn in_new_form(refusal: Refusal) -> Refusal {
    renamed(refusal, &[("text", TASK_TEXT), ("doer", TASK_DOER), ("until", TASK_UNTIL)])
}

/// In the form of one that is there.
pub(super) fn in_form(refusal: Refusal) -> Refusal {
    renamed(refusal, &[("doer", MOVED_DOER), ("until", MOVED_UNTIL)])
}

fn renamed(refusal: Refusal, names: &[(&str, &str)]) -> Refusal {
    let Refusal::Invalid { faults } = refusal else { return refusal };
    let renamed = |fault: Fault| match names.iter().find(|(field, _)| *field == fault.field) {
        Some((_, name)) => Fault::new(*name, fault.code),
        None => fault,
    };
    faults.into_iter().map(renamed).collect::<Vec<_>>().into()
}
