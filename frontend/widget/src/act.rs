//! What the browser does with a submit: shows the next step by itself, asks the API, or leaves it to the browser.
//!
//! Pure, so that it is tested natively; the program in `main.rs` only carries it out. Whatever it cannot read it
//! leaves alone: then the form posts as if there were no script.

use shared::fault::{Fault, FaultCode};
use shared::follow_key::FollowKey;
use shared::ids::{BallotId, IdempotencyKey, PollId};
use shared::paths::{self, Page};
use shared::poll::fill::{Filling, Step};
use shared::wire::problem::Problem;
use shared::wire::public::{
    FOLLOW_KEY_HEADER, FollowView, IDEMPOTENCY_KEY_HEADER, ProposalReceipt, RouteView, WithdrawalRequest,
};

use crate::fields::Fields;
use crate::forms::{MOVE, follow, poll, proposal};
use crate::state::{
    Content, FollowPage, FollowedCase, PageState, PollPage, ProposalKeys, ProposePage, Receipt, Trouble,
};

/// What to do.
#[derive(Debug, Clone, PartialEq)]
pub enum Act {
    Show(Box<Content>),
    Ask(Box<Request>),
    /// To another page, and what to tell the page around the frame.
    Go(String, Option<Told>),
    /// To the same page with other content, and what to tell.
    ShowAndTell(Box<Content>, Told),
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
#[derive(Debug, Clone, PartialEq)]
pub struct Request {
    /// `POST` with a body, otherwise `GET`.
    pub body: Option<String>,
    pub path: String,
    pub headers: Vec<(&'static str, String)>,
    then: Then,
}

#[derive(Debug, Clone, PartialEq)]
enum Then {
    Thanks(Box<PollPage>),
    CheckProposal(Box<ProposePage>),
    Receipt(Box<ProposePage>),
    OpenCase {
        key: FollowKey,
        typed: String,
        answered: bool,
    },
    /// Reads the case again after a write.
    Reopen {
        followed: Box<FollowedCase>,
        answered: bool,
    },
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
pub fn submitted(state: &PageState, fields: &Fields, random: Random<'_>) -> Act {
    match &state.content {
        Content::Poll(page) => poll_submitted(state, page, fields, random),
        Content::Propose(page) => proposal_submitted(state, page, fields, random),
        Content::Follow(page) => follow_submitted(state, page, fields, random),
        _ => Act::Leave,
    }
}

/// What the browser's own back and forward buttons mean inside a form: one step, with what is filled in now.
pub fn travelled(state: &PageState, fields: &Fields, back: bool, random: Random<'_>) -> Act {
    match &state.content {
        // Before the first question stands the introduction.
        Content::Poll(page)
            if back && page.filling.as_ref().is_some_and(|filling| filling.step == Step::Question(0)) =>
        {
            Act::Show(Box::new(Content::Poll(Box::new(PollPage { filling: None, ..page.as_ref().clone() }))))
        }
        Content::Poll(page) if page.filling.is_none() && back => Act::Leave,
        Content::Poll(_) | Content::Propose(_) => {
            let started = !matches!(&state.content, Content::Poll(page) if page.filling.is_none());
            let movement = match (back, started) {
                (true, _) => "back",
                (false, true) => "forward",
                (false, false) => "start",
            };
            submitted(state, &fields.with(MOVE, movement), random)
        }
        Content::Follow(page) if back && matches!(page.as_ref(), FollowPage::Case(_)) => {
            submitted(state, &fields.with(MOVE, "close"), random)
        }
        _ => Act::Leave,
    }
}

/// Opens the case of a key that stood in the address.
pub fn opened(state: &PageState, key: &str) -> Act {
    match FollowKey::parse(key) {
        Ok(key) => open_case(state, key.clone(), key.as_str().to_owned(), false),
        Err(_) => Act::Leave,
    }
}

fn poll_submitted(state: &PageState, page: &PollPage, fields: &Fields, random: Random<'_>) -> Act {
    let definition = &page.view.poll;
    let posted = poll::read(definition, fields);
    let known = posted.ballot_id.clone().or_else(|| page.ballot_id.clone());
    let Some(ballot_id) = known.or_else(|| random().map(BallotId::from_random)) else { return Act::Leave };
    let shown = |filling: Filling| PollPage {
        filling: Some(filling),
        ballot_id: Some(ballot_id.clone()),
        trouble: None,
        ..page.clone()
    };
    match poll::turn(definition, &page.areas, posted) {
        poll::Turn::Show(filling) => Act::Show(Box::new(Content::Poll(Box::new(shown(filling))))),
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

fn proposal_submitted(state: &PageState, page: &ProposePage, fields: &Fields, random: Random<'_>) -> Act {
    let posted = proposal::read(fields);
    let shown = |filling, keys| ProposePage { filling, keys, trouble: None, route: None, ..page.clone() };
    match proposal::turn(&page.topics, &page.areas, state.context.language, posted) {
        proposal::Turn::Show(filling) => {
            Act::Show(Box::new(Content::Propose(Box::new(shown(filling, page.keys.clone())))))
        }
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
fn route_path(state: &PageState, draft: &shared::proposal::ProposalDraft) -> String {
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

fn follow_submitted(state: &PageState, page: &FollowPage, fields: &Fields, random: Random<'_>) -> Act {
    let ask = |typed, fault| FollowPage::Ask { typed, fault, trouble: None };
    let show = |page: FollowPage| Act::Show(Box::new(Content::Follow(Box::new(page))));
    let (key, press) = match follow::read(fields) {
        follow::Posted::NoKey { typed, fault } => return show(ask(typed, Some(fault))),
        follow::Posted::WithKey { key, press, .. } => (key, press),
    };
    let FollowPage::Case(followed) = page else {
        return open_case(state, key, fields.text(follow::FOLLOW_KEY), false);
    };
    let base = format!("{}/followed-case", paths::api(&state.context.slug));
    let write = |path: String, body: Result<String, serde_json::Error>, followed: FollowedCase, answered| match body {
        Ok(body) => Act::Ask(Box::new(Request {
            body: Some(body),
            path,
            headers: vec![
                (FOLLOW_KEY_HEADER, key.as_str().to_owned()),
                (IDEMPOTENCY_KEY_HEADER, followed.write_key.to_string()),
            ],
            then: Then::Reopen { followed: Box::new(followed), answered },
        })),
        Err(_) => Act::Leave,
    };
    let base_case = FollowedCase { fault: None, trouble: None, answered: false, ..followed.as_ref().clone() };
    match press {
        follow::Press::Open if followed.withdrawing => {
            show(FollowPage::Case(Box::new(FollowedCase { withdrawing: false, ..base_case })))
        }
        follow::Press::Open => open_case(state, key.clone(), key.as_str().to_owned(), false),
        follow::Press::Close => show(ask(String::new(), None)),
        follow::Press::AskWithdrawal => {
            // Another attempt is another wish.
            let write_key = random().map_or_else(|| followed.write_key.clone(), IdempotencyKey::from_random);
            show(FollowPage::Case(Box::new(FollowedCase { withdrawing: true, write_key, ..base_case })))
        }
        follow::Press::Withdraw => {
            write(format!("{base}/withdrawal"), serde_json::to_string(&WithdrawalRequest {}), base_case, false)
        }
        follow::Press::Answer { typed, request: Err(fault) } => {
            show(FollowPage::Case(Box::new(FollowedCase { answer: typed, fault: Some(fault), ..base_case })))
        }
        follow::Press::Answer { typed, request: Ok(request) } => {
            let followed = FollowedCase { answer: typed, ..base_case };
            write(format!("{base}/answers"), serde_json::to_string(&request), followed, true)
        }
    }
}

fn open_case(state: &PageState, key: FollowKey, typed: String, answered: bool) -> Act {
    Act::Ask(Box::new(Request {
        body: None,
        path: format!("{}/followed-case?lang={}", paths::api(&state.context.slug), state.context.language.tag()),
        headers: vec![(FOLLOW_KEY_HEADER, key.as_str().to_owned())],
        then: Then::OpenCase { key, typed, answered },
    }))
}

/// What the API's answer means; `None` when there was no connection.
pub fn answered(state: &PageState, request: Request, reply: Option<&Reply>, random: Random<'_>) -> Act {
    let problem = trouble_of(state, reply);
    let body = reply.filter(|reply| reply.status < 300).map(|reply| reply.body.as_str());
    match request.then {
        Then::Thanks(page) => match body {
            Some(_) => {
                let id = page.view.poll.id.clone();
                Act::Go(state.context.url(&Page::PollThanks(&id)), Some(Told::Answered(id)))
            }
            None => Act::Show(Box::new(Content::Poll(Box::new(refused_poll(*page, problem))))),
        },
        Then::CheckProposal(page) => {
            let route = body.and_then(|body| serde_json::from_str::<RouteView>(body).ok());
            // Without the answer the page says so, and sending works all the same.
            Act::Show(Box::new(Content::Propose(Box::new(ProposePage { route, ..*page }))))
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
                Act::ShowAndTell(Box::new(Content::Receipt(Box::new(receipt))), Told::Submitted)
            }
            _ => Act::Show(Box::new(Content::Propose(Box::new(refused_proposal(*page, problem))))),
        },
        Then::OpenCase { key, typed, answered } => {
            let view = body.and_then(|body| serde_json::from_str::<FollowView>(body).ok());
            let page = match (view, random().map(IdempotencyKey::from_random)) {
                (Some(view), Some(write_key)) => FollowPage::Case(Box::new(FollowedCase {
                    key,
                    write_key,
                    view,
                    answer: String::new(),
                    fault: None,
                    withdrawing: false,
                    answered,
                    trouble: None,
                })),
                // Of a code that opens nothing more is not told: it is not right.
                (None, _) if reply.is_some_and(|reply| reply.status == 404) => {
                    FollowPage::Ask { typed, fault: Some(FaultCode::NotAFollowKey), trouble: None }
                }
                _ => FollowPage::Ask { typed, fault: None, trouble: Some(problem.trouble) },
            };
            Act::Show(Box::new(Content::Follow(Box::new(page))))
        }
        Then::Reopen { followed, answered } => {
            if body.is_some() {
                let typed = followed.key.as_str().to_owned();
                return open_case(state, followed.key, typed, answered);
            }
            let fault = problem.faults.into_iter().find(|fault| fault.field == follow::ANSWER);
            let followed = FollowedCase {
                trouble: fault.is_none().then_some(problem.trouble),
                fault: fault.map(|fault| fault.code),
                ..*followed
            };
            Act::Show(Box::new(Content::Follow(Box::new(FollowPage::Case(Box::new(followed))))))
        }
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
            trouble: Trouble::Told { title: problem.title, detail: problem.detail },
            faults: problem.faults.into_iter().map(|view| view.fault).collect(),
        }
    }
}

fn trouble_of(state: &PageState, reply: Option<&Reply>) -> Refused {
    let Some(reply) = reply else { return Refused { trouble: Trouble::Offline, faults: Vec::new() } };
    if let Ok(problem) = serde_json::from_str::<Problem>(&reply.body) {
        return problem.into();
    }
    // Not our API: something on the way answered in its place.
    let texts = &state.context.texts().trouble;
    let trouble = Trouble::Told { title: texts.unavailable.to_owned(), detail: texts.unavailable_text.to_owned() };
    Refused { trouble, faults: Vec::new() }
}

/// The poll's form again, at the first question at fault; otherwise at the check page with what went wrong.
pub fn refused_poll(page: PollPage, refused: Refused) -> PollPage {
    let filling = page.filling.clone().unwrap_or_else(Filling::start);
    let filling = page.view.poll.at_first_fault(Filling { step: Step::Check, ..filling }, refused.faults);
    let trouble = filling.faults.is_empty().then_some(refused.trouble);
    PollPage { filling: Some(filling), trouble, ..page }
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
