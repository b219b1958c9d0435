//! What the browser does with a submit on a page with steps: shows the next step by itself, or has the form posted.
//!
//! Pure, so that it is tested natively; the programs (`src/program/`) only carry it out. Steps that need nothing but what is
//! in the page are drawn here. Whatever else comes, the Worker draws, as it does for who runs no script: then the form is
//! posted in the background (`frontend/widget/page.js`).

mod poll;
mod proposal;

use shared::fault::Fault;
use shared::wire::problem::Problem;
use ui::AnyView;

pub use poll::{POLL, refused as refused_poll, with_area as poll_with_area};
pub use proposal::{PROPOSAL, refused as refused_proposal, with_area as proposal_with_area};

use crate::fields::Fields;
use crate::pack::Words;
use crate::state::{Context, Form, FormState, Trouble};
use crate::texts;

/// One kind of form with steps. A program in the browser names the one that it draws, and has no code of any other.
#[derive(Debug)]
pub struct Steps {
    /// Reads the form behind the context in the page's state; none when it is another kind of form.
    pub unpack: fn(&mut Words) -> Option<Form>,
    /// The texts that the program is told.
    pub texts: &'static texts::Told,
    /// What a submit of the page's form means.
    pub submitted: fn(&FormState, &Fields) -> Act,
    /// What the browser's own back (true) and forward buttons mean inside the form: one step, with what is filled in
    /// now.
    pub travelled: fn(&FormState, &Fields, bool) -> Act,
    /// The content of a step that is drawn in the browser.
    pub view: fn(&Context, &Form) -> AnyView,
    /// The document's title.
    pub title: fn(&Context, &Form) -> String,
}

/// What to do.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Act {
    Show(Form),
    /// The same step drawn anew, with the focus on what has this id.
    Redraw(Form, String),
    /// To another page.
    Go(String),
    /// The Worker's page comes: the button with this movement is pressed for who used the browser's own.
    Press(&'static str),
    /// The form is posted.
    Leave,
}

/// Why something was not taken, and which fields are at fault.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Refused {
    pub trouble: Trouble,
    pub faults: Vec<Fault>,
}

impl From<Problem> for Refused {
    fn from(problem: Problem) -> Self {
        Self {
            trouble: Trouble::told(&problem.code, problem.title, problem.detail),
            faults: problem.faults.into_iter().map(|view| view.fault).collect(),
        }
    }
}

#[cfg(test)]
mod tests;
