//! The programs in the resident's browser: they take over the page that the Worker rendered.
//!
//! What is there stays as it is; nothing is drawn twice. From the first submit on, a page with steps shows the next
//! step by itself and speaks with the API; what that means is decided in [`crate::act`], here it is carried out.
//! Other forms are sent in the background and the answer put in the place of the content, so that what was typed is
//! not lost with the connection. When anything is missing, the page stays what it was: plain forms that work.
//!
//! There are two (`src/bin/`), because whoever answers a poll should not wait for what proposing needs: [`poll`] for
//! polls, [`proposal`] for ideas and for the forms without steps. Which one a page fetches stands in the Worker's
//! `pages/document.rs`.

mod browser;
mod drafts;
mod pages;
mod receipt;

use std::cell::{Cell, RefCell};
use std::rc::Rc;

use shared::paths::Page;
use wasm_bindgen_futures::spawn_local;

use crate::act::{Act, POLL, PROPOSAL, Request, Steps, Told};
use crate::fields::Fields;
use crate::state::{Form, FormState};

/// Answering a poll, and the page of thanks behind it.
pub fn poll() {
    start(&POLL, begin_again);
}

/// Sending an idea, following one, and all other forms.
pub fn proposal() {
    let Some(program) = start(&PROPOSAL, receipt::keep) else { return };
    receipt::bring_back(&program);
    pages::listen(&program);
}

/// Going back from the page of thanks leads to the poll as it is for whoever comes to it: what was sent is not filled in
/// once more.
fn begin_again(program: &Program) {
    let state = program.state.borrow();
    if let (true, Some(FormState { context, form: Form::Poll(page) })) = (program.settled.get(), state.as_ref()) {
        browser::go(&context.url(&Page::Poll(&page.poll.id)));
    }
}

fn start(steps: &'static Steps, arrived: fn(&Program)) -> Option<Rc<Program>> {
    let first = browser::history_depth();
    let program = Rc::new(Program {
        steps,
        arrived,
        state: RefCell::new(browser::page_state(steps)),
        busy: Cell::new(false),
        settled: Cell::new(false),
        depth: Cell::new(first),
        first,
        root: browser::root()?,
    });
    program.listen();
    Some(program)
}

/// The page as it is now, and what changes it.
struct Program {
    steps: &'static Steps,
    /// Called when the reader is at a step that was just drawn or that the browser's history leads to.
    arrived: fn(&Program),
    /// None on a page without steps.
    state: RefCell<Option<FormState>>,
    /// Something has been sent and has not been answered yet.
    busy: Cell<bool>,
    /// A receipt or a page of thanks is shown: nothing is left to fill in, whatever the browser's history does.
    settled: Cell<bool>,
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
        browser::on_click(&self.root);
        let program = Rc::clone(self);
        browser::on_history(move |depth| program.travel(depth));
        let program = Rc::clone(self);
        // A page that comes back from the browser's memory waits for nothing any more.
        browser::on_return(move || program.set_busy(false));
        browser::uncover();
    }

    fn submit(self: &Rc<Self>, event: &browser::Submit) {
        if self.busy.get() {
            event.prevent_default();
            return;
        }
        let Some(fields) = browser::fields(event) else { return };
        let act = self.decide(|state| (self.steps.submitted)(state, &fields, &browser::random));
        if !matches!(act, Act::Leave) {
            event.prevent_default();
            self.carry_out(act);
        }
    }

    /// The back or forward button of the browser: one step, which is in the history already.
    fn travel(self: &Rc<Self>, depth: Option<i32>) {
        // A link within the page, such as one from the summary of faults, stays at the step that is shown.
        let Some(depth) = depth else { return browser::mark_history(self.depth.get()) };
        let before = self.depth.replace(depth);
        if depth == before || self.busy.get() {
            return;
        }
        let fields: Fields = browser::fields_of_page().unwrap_or_default();
        let back = depth < before;
        match self.decide(|state| (self.steps.travelled)(state, &fields, back, &browser::random)) {
            Act::Show(form) => self.replace(form),
            // The address is that of the entry, which is loaded anew. While steps of this page lie before it, whoever
            // went to and fro between the answers has not left them yet.
            Act::Go(address) if depth <= self.first => browser::go(&address),
            _ => (self.arrived)(self),
        }
    }

    fn decide(&self, decide: impl FnOnce(&FormState) -> Act) -> Act {
        if self.settled.get() {
            return Act::Leave;
        }
        self.state.borrow().as_ref().map_or(Act::Leave, decide)
    }

    fn carry_out(self: &Rc<Self>, act: Act) {
        match act {
            Act::Show(form) => self.show(form),
            Act::Redraw(form, focus) => {
                self.draw(form);
                browser::focus(&focus);
            }
            Act::ShowAndTell(form, told) => {
                self.show(form);
                tell(&told);
            }
            Act::Ask(request) => self.ask(*request),
            // The first only on the way back, the second only with the page.
            Act::Go(_) | Act::Arrive(..) | Act::Leave => {}
        }
    }

    fn ask(self: &Rc<Self>, request: Request) {
        self.set_busy(true);
        let program = Rc::clone(self);
        spawn_local(async move {
            let answer = browser::send(&request).await;
            let act = program.decide(|state| match &answer {
                Some(answer) => answer.read(|reply| (program.steps.answered)(state, request, Some(reply))),
                None => (program.steps.answered)(state, request, None),
            });
            // Where one request follows from the other, it is one wait.
            if !matches!(act, Act::Ask(_)) {
                program.set_busy(false);
            }
            match (act, answer) {
                (Act::Arrive(address, told), Some(answer)) => program.arrive(&address, &told, &answer.body),
                (act, _) => program.carry_out(act),
            }
        });
    }

    /// Shows another page of ours, as if the browser had gone there. It has come whole: a browser that goes there by
    /// itself shows a page of its own when the line goes, and what was filled in is gone with the page, in a frame for
    /// good.
    fn arrive(&self, address: &str, told: &Told, page: &str) {
        tell(told);
        let depth = self.depth.get().saturating_add(1);
        if browser::push_history(depth, Some(address)) && browser::take_content(page) {
            self.depth.set(depth);
            self.settled.set(true);
        } else {
            browser::go(address);
        }
    }

    fn set_busy(&self, busy: bool) {
        self.busy.set(busy);
        browser::show_waiting(busy);
    }

    /// Shows the next step, to which the browser's back button leads as well.
    fn show(&self, form: Form) {
        let depth = self.depth.get().saturating_add(1);
        if browser::push_history(depth, None) {
            self.depth.set(depth);
        }
        self.replace(form);
    }

    /// Shows other content in the place of the old, and brings the reader to its beginning.
    fn replace(&self, form: Form) {
        if let Some(title) = self.draw(form) {
            browser::arrive(&title);
        }
        (self.arrived)(self);
    }

    /// Draws other content in the place of the old, and says what its title is.
    fn draw(&self, form: Form) -> Option<String> {
        let mut state = self.state.borrow_mut();
        let state = state.as_mut()?;
        state.form = form;
        // Every step is drawn anew: it must not inherit what was typed into the fields of the last.
        self.root.set_inner_html(&(self.steps.view)(&state.context, &state.form).into_html());
        browser::uncover();
        Some((self.steps.title)(&state.context, &state.form))
    }
}

fn tell(told: &Told) {
    match told {
        Told::Answered(poll) => browser::tell(&format!(r#"["event",{{"name":"answered","poll":"{poll}"}}]"#)),
        Told::Submitted => browser::tell(r#"["event",{"name":"submitted"}]"#),
    }
}
