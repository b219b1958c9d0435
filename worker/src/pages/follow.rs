//! Following a case without script: the code is posted, and every further form carries it in a hidden field. It never
//! stands in an address, and nothing of it is kept.

mod pledge;
mod task;

use axum::{http::StatusCode, response::Response};
use shared::{
    fault::{Fault, FaultCode},
    follow_key::FollowKey,
    ids::IdempotencyKey,
    privacy::find,
    wire::public::{AnswerRequest, FollowView, RatingRequest},
};
use widget::{
    forms::follow::{
        ANSWER, EMAIL, HELPED, MESSAGE, PLEDGE_ID, POINTED_OUT, Posted as FollowPosted, Press, REASON, THREAT, read,
    },
    forms::tasks,
    state::{Content, FollowAsking, FollowPage, FollowReceived, FollowTyped, FollowedCase, Trouble},
};

use super::{form::Posted, visit::Visit};
use crate::{
    auth::follow_key,
    objects::municipality::cases::{
        ActOnPledge, AddOwnTask, AnswerQuestion, ChangeContact, MoveOwnTask, RateConclusion, ReadFollowed,
        ReportThreat, ShareExperience, WithdrawProposal,
    },
    refusal::Refusal,
};

/// More than anybody reads on the page of their own idea.
const MOST_EXPERIENCED: usize = 4;

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
        Err(Refusal::NotFound) => return pledge::post(&visit, &fields, key, press, write_key).await,
        Err(refusal) => return Err(refusal),
    };
    let case = Case { visit: &visit, key, write_key: IdempotencyKey::from_random(visit.edge.random()?.id()), view };
    let typed = FollowTyped {
        answer: fields.text(ANSWER),
        helped: fields.text(HELPED),
        reason: fields.text(REASON),
        threat: fields.text(THREAT),
        email: fields.text(EMAIL),
        pledge: fields.text(PLEDGE_ID),
        message: fields.text(MESSAGE),
        task: tasks::Typed::read(&fields),
    };
    let pointed_out = fields.first(POINTED_OUT).is_some();
    let (hash, language) = (follow_key::hash(&case.key), visit.language);
    // Without a key of its own a write could be done twice by pressing twice.
    let once = write_key.unwrap_or_else(|| case.write_key.clone());
    match press {
        Press::Open | Press::Close | Press::Pledge { id: None, act: Ok(_) } => Ok(case.show(StatusCode::OK, |_| {})),
        Press::AskWithdrawal => Ok(case.show(StatusCode::OK, |page| page.asking = Some(FollowAsking::Withdrawal))),
        Press::TellThreat => Ok(case.show(StatusCode::OK, |page| page.asking = Some(FollowAsking::Threat))),
        Press::Withdraw => {
            let withdraw = WithdrawProposal { key: hash, idempotency_key: once, language };
            let done = visit.edge.municipality(&visit.slug, &withdraw).await;
            case.after(done, typed, None)
        }
        Press::Answer(Err(fault))
        | Press::Contact(Err(fault))
        | Press::Pledge { act: Err(fault), .. }
        | Press::MoveTask(Err(fault)) => Ok(case.refused(vec![fault], typed)),
        Press::Answer(Ok(AnswerRequest { text, .. })) if !pointed_out && !find(&text).is_empty() => {
            Ok(case.point_out(typed))
        }
        Press::Rate(Ok(RatingRequest { reason, .. })) if !pointed_out && !find(&reason).is_empty() => {
            Ok(case.point_out(typed))
        }
        Press::Answer(Ok(request)) => {
            let answer = AnswerQuestion { key: hash, idempotency_key: once, request, language };
            let done = visit.edge.municipality(&visit.slug, &answer).await;
            case.after(done, typed, Some(FollowReceived::Answer))
        }
        Press::Threat(Err(fault)) => Ok(case.show(StatusCode::BAD_REQUEST, |page| {
            page.asking = Some(FollowAsking::Threat);
            page.typed = typed;
            page.faults = vec![fault];
        })),
        Press::Threat(Ok(request)) => {
            let report = ReportThreat { key: hash, idempotency_key: once, request, language };
            let done = visit.edge.municipality(&visit.slug, &report).await;
            case.after(done, typed, Some(FollowReceived::Threat))
        }
        Press::Contact(Ok(request)) => {
            let change = ChangeContact { key: case.key.clone(), request, language };
            let done = visit.edge.municipality(&visit.slug, &change).await;
            case.after(done, typed, Some(FollowReceived::Contact))
        }
        Press::Pledge { id: Some(pledge_id), act: Ok(act) } => {
            let act = ActOnPledge { key: hash, idempotency_key: once, pledge_id, act, language };
            let done = visit.edge.municipality(&visit.slug, &act).await.map_err(pledge::in_form);
            case.after(done, typed, Some(FollowReceived::Pledge))
        }
        Press::Experience(request) => {
            let share = ShareExperience { key: hash, idempotency_key: once, request, language };
            let done = visit.edge.municipality(&visit.slug, &share).await;
            case.after(done, typed, Some(FollowReceived::Experience))
        }
        Press::AddTask(Err(faults)) | Press::Rate(Err(faults)) => Ok(case.refused(faults, typed)),
        Press::AddTask(Ok(request)) => {
            let add = AddOwnTask { key: hash, idempotency_key: once, request, language };
            let done = visit.edge.municipality(&visit.slug, &add).await.map_err(task::in_new_form);
            case.after(done, typed, Some(FollowReceived::Task))
        }
        Press::MoveTask(Ok((task, what))) => {
            let change = MoveOwnTask { key: hash, idempotency_key: once, task, what, language };
            let done = visit.edge.municipality(&visit.slug, &change).await.map_err(task::in_form);
            case.after(done, typed, Some(FollowReceived::Task))
        }
        Press::Rate(Ok(request)) => {
            let rate = RateConclusion { key: hash, idempotency_key: once, request, language };
            let done = visit.edge.municipality(&visit.slug, &rate).await;
            case.after(done, typed, Some(FollowReceived::Rating))
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
        let experienced = if view.status.goes_on() {
            let all = visit.snapshot.cases.experienced_with(view.topic_id.as_ref());
            let others = all.filter(|one| one.id != view.case_id).take(MOST_EXPERIENCED);
            others.map(|one| one.summary(visit.language)).collect()
        } else {
            Vec::new()
        };
        let mut page = FollowedCase {
            key,
            write_key,
            view,
            experienced,
            typed: FollowTyped::default(),
            faults: Vec::new(),
            asking: None,
            received: None,
            pointed_out: false,
            trouble: None,
        };
        change(&mut page);
        visit.answer(Content::Follow(Box::new(FollowPage::Case(Box::new(page)))), status)
    }

    /// Nothing is kept yet: what seems to give somebody away is shown, and sending it once more sends it.
    fn point_out(self, typed: FollowTyped) -> Response {
        self.show(StatusCode::OK, |page| {
            page.typed = typed;
            page.pointed_out = true;
        })
    }

    fn refused(self, faults: Vec<Fault>, typed: FollowTyped) -> Response {
        self.show(StatusCode::BAD_REQUEST, |page| {
            page.typed = typed;
            page.faults = faults;
        })
    }

    /// The page after something was written; when it was refused, with what was typed and why.
    fn after(
        self,
        done: Result<FollowView, Refusal>,
        typed: FollowTyped,
        received: Option<FollowReceived>,
    ) -> Result<Response, Refusal> {
        match done {
            Ok(view) => {
                // Others may see it, too: what everybody sees is read anew.
                self.visit.edge.snapshots().forget(&self.visit.slug);
                Ok(Case { view, ..self }.show(StatusCode::OK, |page| page.received = received))
            }
            Err(Refusal::NotFound) => Err(Refusal::NotFound),
            Err(refusal) => {
                let problem = self.visit.words(&refusal);
                Ok(self.show(refusal.status(), |page| {
                    page.typed = typed;
                    page.faults = problem.faults.into_iter().map(|view| view.fault).collect();
                    page.trouble = page
                        .faults
                        .is_empty()
                        .then_some(Trouble::Told { title: problem.title, detail: problem.detail });
                }))
            }
        }
    }
}
