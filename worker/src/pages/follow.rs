//! Following a case without script: the code is posted, and every further form carries it in a hidden field. It never
//! stands in an address, and nothing of it is kept.

use axum::{http::StatusCode, response::Response};
use shared::{fault::FaultCode, follow_key::FollowKey, ids::IdempotencyKey, wire::public::FollowView};
use widget::{
    forms::follow::{ANSWER, Posted as FollowPosted, Press, read},
    state::{Content, FollowPage, FollowedCase, Trouble},
};

use super::{form::Posted, visit::Visit};
use crate::{
    auth::follow_key,
    objects::municipality::cases::{AnswerQuestion, ReadFollowed, WithdrawProposal},
    refusal::Refusal,
};

pub(super) async fn show(visit: Visit) -> Response {
    visit.answer(ask(String::new(), None), StatusCode::OK)
}

pub(super) async fn post(visit: Visit, Posted(fields): Posted) -> Result<Response, Refusal> {
    let (key, press, write_key) = match read(&fields) {
        FollowPosted::NoKey { typed, fault } => {
            return Ok(visit.answer(ask(typed, Some(fault)), StatusCode::BAD_REQUEST));
        }
        FollowPosted::WithKey { key, press, write_key } => (key, press, write_key),
    };
    if press == Press::Close {
        return Ok(visit.answer(ask(String::new(), None), StatusCode::OK));
    }
    let read = ReadFollowed { key: follow_key::hash(&key), language: visit.language };
    let view = match visit.edge.municipality(&visit.slug, &read).await {
        Ok(view) => view,
        // Of a code that opens nothing more is not told: it is not right.
        Err(Refusal::NotFound) => {
            let typed = fields.text(widget::forms::follow::FOLLOW_KEY);
            return Ok(visit.answer(ask(typed, Some(FaultCode::NotAFollowKey)), StatusCode::NOT_FOUND));
        }
        Err(refusal) => return Err(refusal),
    };
    let case = Case { visit: &visit, key, write_key: IdempotencyKey::from_random(visit.edge.random()?.id()), view };
    // Without a key of its own a write could be done twice by pressing twice.
    let once = write_key.unwrap_or_else(|| case.write_key.clone());
    match press {
        Press::Open | Press::Close => Ok(case.show(StatusCode::OK, |_| {})),
        Press::AskWithdrawal => Ok(case.show(StatusCode::OK, |page| page.withdrawing = true)),
        Press::Withdraw => {
            let withdraw =
                WithdrawProposal { key: follow_key::hash(&case.key), idempotency_key: once, language: visit.language };
            let done = visit.edge.municipality(&visit.slug, &withdraw).await;
            case.after(done, String::new(), false)
        }
        Press::Answer { typed, request: Err(fault) } => Ok(case.show(StatusCode::BAD_REQUEST, |page| {
            page.answer = typed;
            page.fault = Some(fault);
        })),
        Press::Answer { typed, request: Ok(request) } => {
            let answer = AnswerQuestion {
                key: follow_key::hash(&case.key),
                idempotency_key: once,
                request,
                language: visit.language,
            };
            let done = visit.edge.municipality(&visit.slug, &answer).await;
            case.after(done, typed, true)
        }
    }
}

fn ask(typed: String, fault: Option<FaultCode>) -> Content {
    Content::Follow(Box::new(FollowPage::Ask { typed, fault }))
}

/// The case of a key, on its way to the page.
struct Case<'a> {
    visit: &'a Visit,
    key: FollowKey,
    write_key: IdempotencyKey,
    view: FollowView,
}

impl Case<'_> {
    fn show(self, status: StatusCode, change: impl FnOnce(&mut FollowedCase)) -> Response {
        let Self { visit, key, write_key, view } = self;
        let mut page = FollowedCase {
            key,
            write_key,
            view,
            answer: String::new(),
            fault: None,
            withdrawing: false,
            answered: false,
            trouble: None,
        };
        change(&mut page);
        visit.answer(Content::Follow(Box::new(FollowPage::Case(Box::new(page)))), status)
    }

    /// The page after something was written; when it was refused, with what was typed and why.
    fn after(self, done: Result<FollowView, Refusal>, typed: String, answered: bool) -> Result<Response, Refusal> {
        match done {
            Ok(view) => {
                // Others may see it, too: what everybody sees is read anew.
                self.visit.edge.snapshots().forget(&self.visit.slug);
                Ok(Case { view, ..self }.show(StatusCode::OK, |page| page.answered = answered))
            }
            Err(Refusal::NotFound) => Err(Refusal::NotFound),
            Err(refusal) => {
                let problem = self.visit.words(&refusal);
                Ok(self.show(refusal.status(), |page| {
                    let fault = problem.faults.into_iter().find(|view| view.fault.field == ANSWER);
                    page.answer = typed;
                    page.trouble =
                        fault.is_none().then_some(Trouble::Told { title: problem.title, detail: problem.detail });
                    page.fault = fault.map(|view| view.fault.code);
                }))
            }
        }
    }
}
