//! The receipt of an idea shows the code once. It stands in the browser's history, in the entry that shows it and
//! nowhere else, so that loading the page again or coming back to it brings it back.

use shared::paths::Place;

use super::{Program, browser};

/// Puts back the receipt that this entry of the history has kept, on the page with the empty form.
pub(super) fn bring_back(program: &Program) {
    if let Some(receipt) = browser::kept_in_history() {
        browser::draw(&program.root, &receipt);
        program.settled.set(true);
        browser::arrive("");
    }
}

/// Keeps the receipt, if it is shown, with the entry of the history that the browser is at.
pub(super) fn keep(program: &Program) {
    if !browser::shows(".key") {
        return;
    }
    browser::keep_in_history(program.depth.get(), &program.root.inner_html());
    // The history of a frame goes with the page around it.
    if program.state.borrow().context.place == Place::Frame {
        browser::warn_before_leaving(&program.root);
    }
}
