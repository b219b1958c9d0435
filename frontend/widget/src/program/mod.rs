//! The programs in the resident's browser: they take over a page with steps that the Worker rendered.
//!
//! What is there stays as it is; nothing is drawn twice. From the first submit on, the next step is shown here when it needs
//! nothing but what is in the page; what that means is decided in [`crate::act`], here it is carried out. Everything else is
//! the Worker's page, which `frontend/widget/page.js` fetches and puts in place: a program never speaks with the network, so
//! that what was typed cannot get lost in it. When anything is missing, the page stays what it was: plain forms that work.
//!
//! There are two (`src/bin/`), because whoever answers a poll should not wait for what proposing needs: [`poll`] and
//! [`proposal`]. Which one a page fetches, if any, stands in the Worker's `pages/document.rs`.

mod browser;
mod receipt;

use std::cell::{Cell, RefCell};
use std::rc::Rc;

use shared::paths::Page;

use crate::act::{Act, POLL, PROPOSAL, Steps};
use crate::fields::Fields;
use crate::state::{Form, FormState};

/// The usual one is larger, and what is allocated here lives as long as a step.
#[global_allocator]
static ALLOCATOR: talc::wasm::WasmDynamicTalc = talc::wasm::new_wasm_dynamic_allocator();

/// Answering a poll.
pub fn poll() {
    start(&POLL, |_| {}, begin_again);
}

/// Sending an idea.
pub fn proposal() {
    let Some(program) = start(&PROPOSAL, receipt::keep, receipt::keep) else { return };
    receipt::bring_back(&program);
}

/// Going back from the page of thanks leads to the poll as it is for whoever comes to it: what was sent is not filled in
/// once more.
fn begin_again(program: &Program) {
    let state = program.state.borrow();
    if let (true, Form::Poll(page)) = (browser::shows("[data-event]"), &state.form) {
        browser::go(&state.context.url(&Page::Poll(&page.poll.id)));
    }
}

fn start(steps: &'static Steps, came: fn(&Program), stayed: fn(&Program)) -> Option<Rc<Program>> {
    let root = browser::root()?;
    let state = browser::page_state(steps)?;
    let first = browser::history_depth();
    let program = Rc::new(Program {
        steps,
        came,
        stayed,
        state: RefCell::new(state),
        settled: Cell::new(false),
        travelling: Cell::new(false),
        depth: Cell::new(first),
        first,
        root,
    });
    program.listen();
    Some(program)
}

/// The page as it is now, and what changes it.
struct Program {
    steps: &'static Steps,
    /// Called when a page of the Worker has been put in place.
    came: fn(&Program),
    /// Called when the browser's history moved and the page stays as it is.
    stayed: fn(&Program),
    state: RefCell<FormState>,
    /// A page without a form is shown: nothing is left to fill in, whatever the browser's history does.
    settled: Cell<bool>,
    /// The page that is asked for belongs to the entry that the browser's history is at already.
    travelling: Cell<bool>,
    /// How many steps the browser's history has of this page; the entry itself holds the same number.
    depth: Cell<i32>,
    /// The step that the page was loaded at: what the Worker drew.
    first: i32,
    root: browser::Root,
}

impl Program {
    fn listen(self: &Rc<Self>) {
        let program = Rc::clone(self);
        browser::on_submit(&self.root, move |event| program.submit(event));
        let program = Rc::clone(self);
        browser::on_history(move |depth| program.travel(depth));
        let program = Rc::clone(self);
        browser::on_page(move |address| program.take(address.as_deref()));
        browser::announce(&self.root);
    }

    fn submit(&self, event: &browser::Submit) {
        self.travelling.set(false);
        let Some(fields) = browser::fields(event) else { return };
        let act = self.decide(|state| (self.steps.submitted)(state, &fields));
        match act {
            Act::Show(form) => {
                self.add_step(None);
                self.draw(form, "");
            }
            Act::Redraw(form, focus) => self.draw(form, &focus),
            Act::Go(_) | Act::Press(_) | Act::Leave => return,
        }
        event.prevent_default();
    }

    /// The back or forward button of the browser: one step, which is in the history already.
    fn travel(&self, depth: Option<i32>) {
        // A link within the page, such as one from the summary of faults, stays at the step that is shown.
        let Some(depth) = depth else { return browser::mark_history(self.depth.get()) };
        let before = self.depth.replace(depth);
        if depth == before || browser::is_waiting(&self.root) {
            return;
        }
        let fields: Fields = browser::fields_of_page().unwrap_or_default();
        match self.decide(|state| (self.steps.travelled)(state, &fields, depth < before)) {
            Act::Show(form) | Act::Redraw(form, _) => self.draw(form, ""),
            // The address is that of the entry, which is loaded anew. While steps of this page lie before it, whoever
            // went to and fro between the answers has not left them yet.
            Act::Go(address) if depth <= self.first => browser::go(&address),
            Act::Press(movement) => {
                browser::press(movement);
                self.travelling.set(true);
            }
            Act::Go(_) | Act::Leave => (self.stayed)(self),
        }
    }

    /// A page of the Worker stands in the place of the last step, under this address if it has one of its own.
    fn take(&self, address: Option<&str>) {
        self.settled.set(!browser::shows("[name=step]"));
        if !self.travelling.replace(false) {
            self.add_step(address);
        }
        (self.came)(self);
    }

    fn decide(&self, decide: impl FnOnce(&FormState) -> Act) -> Act {
        if self.settled.get() { Act::Leave } else { decide(&self.state.borrow()) }
    }

    /// Another step in the browser's history, to which its back button leads as well.
    fn add_step(&self, address: Option<&str>) {
        let depth = self.depth.get().saturating_add(1);
        if browser::push_history(depth, address) {
            self.depth.set(depth);
        }
    }

    /// Draws a step in the place of what is shown. It is drawn anew: it must not inherit what was typed into the fields of
    /// the last.
    fn draw(&self, form: Form, focus: &str) {
        let mut state = self.state.borrow_mut();
        state.form = form;
        browser::draw(&self.root, &(self.steps.view)(&state.context, &state.form).into_html());
        browser::set_title(&(self.steps.title)(&state.context, &state.form));
        browser::arrive(focus);
    }
}
