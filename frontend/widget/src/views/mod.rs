//! The pages as HTML.
//!
//! Components only wire: what is shown follows from the state, and what a form means is decided in
//! [`crate::forms`]. Nothing here listens by itself; the browser's program adds its listeners through [`Client`].

mod follow;
mod home;
mod initiatives;
pub mod parts;
mod places;
mod poll;
mod propose;
mod results;
pub mod site;

use leptos::ev::SubmitEvent;
use leptos::prelude::*;
use shared::paths::Page;

use crate::state::{Content, PageState};

/// What the browser's program adds to the pages. Absent on the server.
#[derive(Clone, Copy)]
pub struct Client {
    /// Takes over a submit, or leaves it to the browser.
    pub submit: UnsyncCallback<SubmitEvent>,
    /// Something has been sent and has not been answered yet.
    pub busy: RwSignal<bool>,
    /// Puts a text on the clipboard, and says when it is there.
    pub copy: UnsyncCallback<(String, RwSignal<bool>)>,
}

/// One state of the page. The number differs for each, so that a new step never inherits the fields of the last.
#[derive(Debug, Clone, PartialEq)]
pub struct Turn {
    pub number: usize,
    pub state: PageState,
}

/// The content of a page: what stands in `<main>`.
pub fn app(turn: RwSignal<Turn>) -> impl IntoView {
    view! { <For each=move || [turn.get()] key=|turn| turn.number children=|turn| page(&turn.state) /> }
}

/// The content of a page, for the server.
pub fn first_turn(state: PageState) -> impl IntoView {
    app(RwSignal::new(Turn { number: 0, state }))
}

fn page(state: &PageState) -> AnyView {
    let context = &state.context;
    match &state.content {
        Content::Home(home) => home::home(context, home),
        Content::Poll(page) => poll::poll(context, page),
        Content::Thanks(thanks) => poll::thanks(context, thanks),
        Content::Propose(page) => propose::propose(context, page),
        Content::Receipt(receipt) => propose::receipt(context, receipt),
        Content::Initiatives(list) => initiatives::list(context, list),
        Content::Initiative(initiative) => initiatives::initiative(context, initiative),
        Content::Follow(page) => follow::follow(context, page),
        Content::Failure(failure) => parts::failure(context, failure),
    }
}

/// The document's title: what is wrong first, then the page, then whose it is.
pub fn title(state: &PageState) -> String {
    let context = &state.context;
    let texts = context.texts();
    let (page, at_fault) = match &state.content {
        Content::Home(_) => (texts.home.title, false),
        Content::Poll(page) => (
            page.view.poll.title.text.as_str(),
            page.filling.as_ref().is_some_and(|filling| !filling.faults.is_empty()),
        ),
        Content::Thanks(_) => (texts.poll.thanks, false),
        Content::Propose(page) => (texts.propose.title, !page.filling.faults.is_empty()),
        Content::Receipt(_) => (texts.receipt.title, false),
        Content::Initiatives(_) => (texts.initiatives.title, false),
        Content::Initiative(initiative) => (initiative.summary.title.as_str(), false),
        Content::Follow(page) => (texts.follow.title, follow::at_fault(page)),
        Content::Failure(failure) => (parts::failure_words(context, failure).0, false),
    };
    let name = (texts.site.name_of)(&context.municipality);
    let prefix = if at_fault { format!("{} ", texts.site.fault_prefix) } else { String::new() };
    format!("{prefix}{page} – {name}")
}

/// The way back to the first page.
fn home_page() -> Page<'static> {
    Page::Home
}
