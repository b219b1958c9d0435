//! The receipt of an idea shows the code once. It stands in the browser's history, in the entry that shows it and
//! nowhere else, so that loading the page again or coming back to it brings it back.

use shared::paths::Place;

use super::{Program, browser};
use crate::state::{Form, FormState};

/// Puts back the receipt that this entry of the history has kept, on the page with the empty form.
pub(super) fn bring_back(program: &Program) {
    let empty = matches!(program.state.borrow().as_ref(), Some(FormState { form: Form::Propose(_), .. }));
    if empty && let Some(receipt) = browser::kept_in_history() {
        browser::put_back(&program.root, &receipt);
        program.settled.set(true);
    }
}

/// Keeps the receipt, if it is shown, with the entry of the history that the browser is at.
pub(super) fn keep(program: &Program) {
    let state = program.state.borrow();
    let Some(FormState { context, form }) = state.as_ref() else { return };
    if matches!(form, Form::Receipt(_)) {
        program.settled.set(true);
    }
    // One that was put back stands in the page and not in the state.
    if !program.settled.get() {
        return;
    }
    browser::keep_in_history(program.depth.get(), &program.root.inner_html());
    // The history of a frame goes with the page around it.
    if context.place == Place::Frame {
        browser::warn_before_leaving(&program.root);
    }
}
