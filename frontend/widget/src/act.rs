//! What the browser does with a submit: shows the next step by itself, asks the API, or leaves it to the browser.
//!
//! Pure, so that it is tested natively; the program in `main.rs` only carries it out. Whatever it cannot read it
//! leaves alone: then the form posts as if there were no script.

use shared::fault::Fault;
use shared::follow_key::FollowKey;
use shared::ids::{BallotId, IdempotencyKey, PollId};
use shared::paths::{self, Page};
use shared::poll::fill::{Filling, Step};
use shared::wire::problem::Problem;
use shared::wire::public::{IDEMPOTENCY_KEY_HEADER, ProposalReceipt, RouteView};

use crate::fields::Fields;
use crate::forms::{MOVE, poll, proposal};
use crate::state::{Form, FormState, PollForm, ProposalKeys, ProposePage, Receipt, Trouble};

/// What to do.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Act {
    Show(Form),
    /// The same step drawn anew, with the focus on what has this id.
    Redraw(Form, String),
    Ask(Box<Request>),
    /// To another page, and what to tell the page around the frame.
    Go(String, Option<Told>),
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
    CheckProposal(Box<ProposePage>),
    Receipt(Box<ProposePage>),
}

/// The API's answer.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Reply {
    pub status: u16,
    pub body: String,
}

/// 128 random bits for an id or key.
pub type Random<'a> = &'a dyn Fn() -> Option<[u8; 16]>;

/// What a submit of the page's form means.
pub fn submitted(state: &FormState, fields: &Fields, random: Random<'_>) -> Act {
    match &state.form {
        Form::Poll(page) => poll_submitted(state, page, fields, random),
        Form::Propose(page) => proposal_submitted(state, page, fields, random),
        Form::Receipt(_) => Act::Leave,
    }
}

/// What the browser's own back and forward buttons mean inside a form: one step, with what is filled in now.
pub fn travelled(state: &FormState, fields: &Fields, back: bool, random: Random<'_>) -> Act {
    match &state.form {
        // Before the first question stands the introduction, which the Worker draws: what was corrected in the poll
        // stands there as well.
        Form::Poll(page) if back && page.filling.as_ref().is_some_and(|filling| filling.step == Step::Question(0)) => {
            Act::Go(state.context.url(&Page::Poll(&page.poll.id)), None)
        }
        Form::Poll(page) if page.filling.is_none() && back => Act::Leave,
        Form::Poll(_) | Form::Propose(_) => {
            let started = !matches!(&state.form, Form::Poll(page) if page.filling.is_none());
            let movement = match (back, started) {
                (true, _) => "back",
                (false, true) => "forward",
                (false, false) => "start",
            };
            submitted(state, &fields.with(MOVE, movement), random)
        }
        // The receipt shows the code once: going back must not take it away.
        Form::Receipt(_) => Act::Leave,
    }
}

fn show_poll(page: PollForm) -> Act {
    Act::Show(Form::Poll(Box::new(page)))
}

fn show_proposal(page: ProposePage) -> Act {
    Act::Show(Form::Propose(Box::new(page)))
}

fn poll_submitted(state: &FormState, page: &PollForm, fields: &Fields, random: Random<'_>) -> Act {
    let definition = &page.poll;
    let posted = poll::read(definition, fields);
    let known = posted.ballot_id.clone().or_else(|| page.ballot_id.clone());
    let Some(ballot_id) = known.or_else(|| random().map(BallotId::from_random)) else { return Act::Leave };
    let shown = |filling: Filling| PollForm {
        filling: Some(filling),
        ballot_id: Some(ballot_id.clone()),
        trouble: None,
        ..page.clone()
    };
    match poll::turn(definition, &page.areas, posted) {
        poll::Turn::Show(filling) => show_poll(shown(filling)),
        poll::Turn::Redraw { filling, focus } => Act::Redraw(Form::Poll(Box::new(shown(filling))), focus),
        poll::Turn::Send { filling, request } => match serde_json::to_string(&request) {
            Ok(body) => Act::Ask(Box::new(Request {
                body: Some(body),
                path: format!("{}/polls/{}/ballots", paths::api(&state.context.slug), definition.id),
                headers: vec![(IDEMPOTENCY_KEY_HEADER, ballot_id.to_string())],
                then: Then::Thanks(Box::new(shown(filling))),
            })),
            Err(_) => Act::Leave,
        },
    }
}

fn proposal_submitted(state: &FormState, page: &ProposePage, fields: &Fields, random: Random<'_>) -> Act {
    let posted = proposal::read(fields);
    let shown = |filling, keys| ProposePage { filling, keys, trouble: None, route: None, ..page.clone() };
    match proposal::turn(&page.topics, &page.areas, state.context.language, posted) {
        proposal::Turn::Show(filling) => show_proposal(shown(filling, page.keys.clone())),
        proposal::Turn::Check(filling) => {
            let made = || {
                Some(ProposalKeys {
                    follow_key: FollowKey::from_random(random()?),
                    idempotency_key: IdempotencyKey::from_random(random()?),
                })
            };
            // A changed proposal is another one: its key must not bring back the receipt of the first.
            let Some(keys) = made() else { return Act::Leave };
            let path = route_path(state, &filling.draft);
            let then = Then::CheckProposal(Box::new(shown(filling, Some(keys))));
            Act::Ask(Box::new(Request { body: None, path, headers: Vec::new(), then }))
        }
        proposal::Turn::Send(sending) => {
            let proposal::Sending { filling, keys, request } = *sending;
            let Ok(body) = serde_json::to_string(&request) else { return Act::Leave };
            let sent = ProposePage { route: page.route.clone(), ..shown(filling, Some(keys.clone())) };
            Act::Ask(Box::new(Request {
                body: Some(body),
                path: format!("{}/proposals", paths::api(&state.context.slug)),
                headers: vec![(IDEMPOTENCY_KEY_HEADER, keys.idempotency_key.to_string())],
                then: Then::Receipt(Box::new(sent)),
            }))
        }
    }
}

/// Ids and kinds are letters, digits and hyphens: nothing in them means something in a query.
fn route_path(state: &FormState, draft: &shared::proposal::ProposalDraft) -> String {
    let mut path = format!("{}/routes?lang={}", paths::api(&state.context.slug), state.context.language.tag());
    for (name, value) in [
        ("topicId", draft.topic_id.as_ref().map(ToString::to_string)),
        ("areaId", draft.area_id.as_ref().map(ToString::to_string)),
        ("kind", Some(proposal::kind_value(draft.kind()).to_owned())),
    ] {
        if let Some(value) = value {
            for part in ["&", name, "=", value.as_str()] {
                path.push_str(part);
            }
        }
    }
    path
}

/// What the API's answer means; `None` when there was no connection.
pub fn answered(state: &FormState, request: Request, reply: Option<&Reply>) -> Act {
    let trouble = Some(trouble_of(state, reply));
    let body = reply.filter(|reply| reply.status < 300).map(|reply| reply.body.as_str());
    match request.then {
        Then::Thanks(page) => match body {
            Some(_) => {
                let id = page.poll.id.clone();
                Act::Go(state.context.url(&Page::PollThanks(&id)), Some(Told::Answered(id)))
            }
            None => show_poll(PollForm { trouble, ..*page }),
        },
        Then::CheckProposal(page) => {
            let route = body.and_then(|body| serde_json::from_str::<RouteView>(body).ok());
            // Without the answer the page says so, and sending works all the same.
            show_proposal(ProposePage { route, ..*page })
        }
        Then::Receipt(page) => match body.map(serde_json::from_str::<ProposalReceipt>).zip(page.keys.clone()) {
            Some((Ok(receipt), keys)) => {
                let receipt = Receipt {
                    number: receipt.number,
                    partner: receipt.partner,
                    reason: receipt.reason,
                    answer_by: receipt.answer_by,
                    follow_key: keys.follow_key,
                    with_email: !page.filling.draft.email.trim().is_empty(),
                };
                Act::ShowAndTell(Form::Receipt(Box::new(receipt)), Told::Submitted)
            }
            _ => show_proposal(ProposePage { trouble, ..*page }),
        },
    }
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

/// What the program needs of a problem. The rules here are those of the API, so faults are found before sending; one
/// that only the API finds is told in its own words.
#[derive(serde::Deserialize)]
struct ProblemWords {
    title: String,
    detail: String,
    code: String,
    #[serde(default)]
    faults: Vec<FaultWords>,
}

#[derive(serde::Deserialize)]
struct FaultWords {
    message: String,
}

fn trouble_of(state: &FormState, reply: Option<&Reply>) -> Trouble {
    let Some(reply) = reply else { return Trouble::Offline };
    if let Ok(ProblemWords { title, mut detail, code, faults }) = serde_json::from_str(&reply.body) {
        for fault in faults {
            detail.push(' ');
            detail.push_str(&fault.message);
        }
        return Trouble::told(&code, title, detail);
    }
    // Not our API: something on the way answered in its place.
    let texts = state.context.texts().trouble();
    Trouble::Told { title: texts.unavailable.to_owned(), detail: texts.unavailable_text.to_owned() }
}

/// The poll's form again, at the first question at fault; otherwise at the check page with what went wrong.
pub fn refused_poll(page: PollForm, refused: Refused) -> PollForm {
    let filling = page.filling.clone().unwrap_or_else(Filling::start);
    let filling = page.poll.at_first_fault(Filling { step: Step::Check, ..filling }, refused.faults);
    let trouble = filling.faults.is_empty().then_some(refused.trouble);
    PollForm { filling: Some(filling), trouble, ..page }
}

/// The form of an idea again, at the first step at fault; otherwise where it was, with what went wrong.
pub fn refused_proposal(page: ProposePage, refused: Refused) -> ProposePage {
    // The API names a field of the draft by its place in the request.
    let inside = |fault: Fault| match fault.field.strip_prefix("draft.") {
        Some(field) => Fault::new(field, fault.code),
        None => fault,
    };
    let filling = page.filling.clone().at_first_fault(refused.faults.into_iter().map(inside).collect());
    let trouble = filling.faults.is_empty().then_some(refused.trouble);
    ProposePage { filling, trouble, ..page }
}

#[cfg(test)]
mod tests;
