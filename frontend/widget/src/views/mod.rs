//! The pages as HTML.
//!
//! Components only wire: what is shown follows from the state, and what a form means is decided in
//! [`crate::forms`]. Nothing here listens: the browser's program hears every submit at the root of the page, and
//! draws the next step of a form with the same views. So what the Worker rendered needs no hydration, and the program
//! carries only the pages that have steps.

mod agreements;
mod beside;
mod chart;
mod corrections;
mod ending;
pub mod experience;
mod follow;
mod groups;
mod home;
mod initiatives;
mod map;
mod open_data;
pub mod parts;
mod places;
mod plans;
mod pledges;
mod poll;
mod poll_check;
#[cfg(feature = "ssr")]
mod poll_intro;
mod postcode;
mod propose;
mod propose_check;
mod question;
mod report;
mod represent;
mod results;
pub mod site;
mod tasks;
pub mod thanks;

pub use home::last_day;

use shared::paths::Page;
use ui::{AnyView, IntoAny};

use crate::state::{Content, Context, Form, PageState, PollForm, ProposePage};

/// The content of a page: what stands in `<main>`.
pub fn page(state: &PageState) -> AnyView {
    let context = &state.context;
    match &state.content {
        Content::Home(home) => home::home(context, home),
        Content::Form(form) => self::form(context, form),
        Content::Results(results) => results::page(context, results),
        Content::Thanks(thanks) => thanks::thanks(context, thanks),
        Content::Initiatives(list) => initiatives::list(context, list),
        Content::Initiative(initiative) => initiatives::initiative(context, initiative),
        Content::Join(page) => pledges::join(context, page),
        Content::Follow(page) => follow::follow(context, page),
        Content::Drawn(_) => nothing(),
        Content::Failure(failure) => parts::failure(context, failure),
    }
}

/// The content of a page with steps.
fn form(context: &Context, form: &Form) -> AnyView {
    match form {
        Form::Poll(page) => poll::poll(context, page),
        Form::Propose(page) => propose::step(context, page).unwrap_or_else(|| propose_check::check(context, page)),
        Form::Receipt(page) => propose_check::receipt(context, page),
    }
}

// What a program draws of each kind of form, and no other code.

/// A question of a poll; nothing at its other steps.
pub fn poll_question(context: &Context, page: &PollForm) -> AnyView {
    poll::question(context, page).unwrap_or_else(nothing)
}

/// A step of an idea; nothing at the check page.
pub fn proposal_step(context: &Context, page: &ProposePage) -> AnyView {
    propose::step(context, page).unwrap_or_else(nothing)
}

pub(crate) fn nothing() -> AnyView {
    ().into_any()
}

/// The document's title: what is wrong first, then the page, then whose it is.
pub fn title(state: &PageState) -> String {
    let context = &state.context;
    let texts = context.texts();
    let (page, at_fault) = match &state.content {
        Content::Form(form) => return form_title(context, form),
        Content::Home(_) => (texts.home().title, false),
        Content::Results(results) => (results.view.poll.title.text.as_str(), false),
        Content::Thanks(thanks) => (texts.thanks().title, thanks::at_fault(thanks)),
        Content::Initiatives(_) => (texts.initiatives().title, false),
        Content::Initiative(initiative) => (initiative.summary.title.as_str(), false),
        Content::Join(page) => (pledges::page_title(context, page), !page.faults.is_empty()),
        Content::Follow(page) => (texts.follow().title, follow::at_fault(page)),
        Content::Drawn(drawn) => (drawn.title.as_str(), false),
        Content::Failure(failure) => (parts::failure_words(context, failure).0, false),
    };
    titled(context, page, at_fault)
}

/// The title of a page with steps.
fn form_title(context: &Context, form: &Form) -> String {
    match form {
        Form::Poll(page) => poll_title(context, page),
        Form::Propose(page) => proposal_title(context, page),
        Form::Receipt(_) => titled(context, context.texts().receipt().title, false),
    }
}

pub fn poll_title(context: &Context, page: &PollForm) -> String {
    let at_fault = page.filling.as_ref().is_some_and(|filling| !filling.faults.is_empty());
    titled(context, &poll::title(context, page), at_fault)
}

pub fn proposal_title(context: &Context, page: &ProposePage) -> String {
    titled(context, &propose::title(context, page), !page.filling.faults.is_empty())
}

fn titled(context: &Context, page: &str, at_fault: bool) -> String {
    let texts = context.texts();
    let name = if context.municipality.is_empty() {
        texts.site().name.to_owned()
    } else {
        texts.site().name_of.with([&context.municipality])
    };
    let prefix = if at_fault { format!("{} ", texts.site().fault_prefix) } else { String::new() };
    format!("{prefix}{page} – {name}")
}

/// The way back to the first page.
fn home_page() -> Page<'static> {
    Page::Home
}
