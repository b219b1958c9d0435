//! What the browser does with a submit: shows the next step by itself, asks the API, or leaves it to the browser.
//!
//! Pure, so that it is tested natively; the programs (`src/program/`) only carry it out. Whatever it cannot read it
//! leaves alone: then the form posts as if there were no script.

mod poll;
mod proposal;

use shared::fault::Fault;
use shared::ids::{AreaId, PollId};
use shared::paths;
use shared::wire::problem::Problem;
use ui::AnyView;

pub use poll::{POLL, refused as refused_poll, with_area as poll_with_area};
pub use proposal::{PROPOSAL, refused as refused_proposal, with_area as proposal_with_area};

use crate::fields::Fields;
use crate::forms::postcode::{Told as Found, Typed};
use crate::json;
use crate::pack::Words;
use crate::state::{Context, Form, FormState, PollForm, ProposePage, Trouble};
use crate::texts;

/// One kind of form with steps. A program in the browser names the one that it draws, and has no code of any other.
#[derive(Debug)]
pub struct Steps {
    /// Reads the form behind the context in the page's state; none when it is another kind of form.
    pub unpack: fn(&mut Words) -> Option<Form>,
    /// The texts that the program is told.
    pub texts: &'static texts::Told,
    /// What a submit of the page's form means.
    pub submitted: fn(&FormState, &Fields, Random<'_>) -> Act,
    /// What the browser's own back (true) and forward buttons mean inside the form: one step, with what is filled in
    /// now.
    pub travelled: fn(&FormState, &Fields, bool, Random<'_>) -> Act,
    /// What the API's answer means; `None` when there was no connection.
    pub answered: fn(&FormState, Request, Option<Reply<'_>>) -> Act,
    /// The content of the page.
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
    Ask(Box<Request>),
    /// To another page.
    Go(String),
    /// The page at this address has come: it is shown under it. And what to tell the page around the frame.
    Arrive(String, Told),
    /// To the same page with other content, and what to tell.
    ShowAndTell(Form, Told),
    /// The browser posts the form.
    Leave,
}

/// What the page around the frame hears: that it happened, and for a poll which; never what was filled in.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Told {
    Answered(PollId),
    Submitted,
}

/// A request to the API, and what is to be done with the answer.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Request {
    /// `POST` with a body, otherwise `GET`.
    pub body: Option<String>,
    pub path: String,
    pub headers: Vec<(&'static str, String)>,
    then: Then,
}

#[derive(Debug, Clone, PartialEq, Eq)]
enum Then {
    Thanks(Box<PollForm>),
    /// The answers are in; what comes is the page of thanks.
    Thanked(Box<PollForm>),
    PollArea(Box<PollForm>),
    ProposalArea(Box<ProposePage>),
    CheckProposal(Box<ProposePage>),
    Receipt(Box<ProposePage>),
}

/// The API's answer.
#[derive(Clone, Copy)]
pub struct Reply<'a> {
    pub status: u16,
    /// The text at a path of the answer's JSON, such as `faults.0.message`; none where there is no text.
    pub text: &'a dyn Fn(&str) -> Option<String>,
}

impl Reply<'_> {
    fn is_good(&self) -> bool {
        self.status < 300
    }
}

/// 128 random bits for an id or key.
pub type Random<'a> = &'a dyn Fn() -> Option<[u8; 16]>;

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

/// Asks for the area of a postcode: never in an address, which stays in logs and in the browser's history.
fn look_up(state: &FormState, typed: &Typed, then: Then) -> Request {
    let path = format!("{}/area-lookups", paths::api(&state.context.slug));
    Request { body: Some(json::area_lookup(typed)), path, headers: Vec::new(), then }
}

/// What the API says of it. What is no postcode only the API knows: the rule would be sent to every phone.
fn found(reply: Option<Reply<'_>>) -> (Found, Option<AreaId>) {
    let Some(Reply { status, text }) = reply else { return (Found::NoAnswer, None) };
    match text(if status == 400 { "faults.0.field" } else { "outcome" }).as_deref() {
        Some("postcode") => (Found::NotAPostcode, None),
        Some("houseNumber") => (Found::NotANumber, None),
        Some("found") => (Found::Found, text("areaId").and_then(|id| id.parse().ok())),
        Some("houseNumberNeeded") => (Found::NumberNeeded, None),
        Some("houseNumberUnknown") => (Found::NumberUnknown, None),
        Some("unknown") => (Found::Unknown, None),
        _ => (Found::NoAnswer, None),
    }
}

/// What the program tells of a problem. The rules here are those of the API, so faults are found before sending; one
/// that only the API finds is told in its own words.
fn trouble_of(state: &FormState, reply: Option<Reply<'_>>) -> Trouble {
    let Some(Reply { text, .. }) = reply else { return Trouble::Offline };
    if let (Some(code), Some(title), Some(mut detail)) = (text("code"), text("title"), text("detail")) {
        for message in (0..).map_while(|place| text(&format!("faults.{place}.message"))) {
            detail.push(' ');
            detail.push_str(&message);
        }
        return Trouble::told(&code, title, detail);
    }
    // Not our API: something on the way answered in its place.
    let texts = state.context.texts().trouble();
    Trouble::Told { title: texts.unavailable.to_owned(), detail: texts.unavailable_text.to_owned() }
}

#[cfg(test)]
mod tests;
