//! The page of somebody who offered to help with an initiative: their code opens it on the same page as a case.

use axum::{http::StatusCode, response::Response};
use shared::{
    fault::{Fault, FaultCode},
    follow_key::FollowKey,
    ids::IdempotencyKey,
    wire::{pledges::JoinedView, public::ThreatRequest},
};
use widget::{
    fields::Fields,
    forms::follow::{FOLLOW_KEY, IDEMPOTENCY_KEY, MESSAGE, Press, THREAT},
    state::{Content, FollowPage, FollowedPledge, Trouble},
};

use super::{super::visit::Visit, ask};
use crate::{
    auth::follow_key,
    objects::municipality::cases::{ActAsPledger, MovePledgedTask, ReadPledge, ReportThreatAsPledger},
    refusal::Refusal,
};

pub(super) async fn post(
    visit: &Visit,
    fields: &Fields,
    key: FollowKey,
    press: Press,
    write_key: Option<IdempotencyKey>,
) -> Result<Response, Refusal> {
    let hash = follow_key::hash(&key);
    let view = match visit.edge.municipality(&visit.slug, &ReadPledge { key: hash, language: visit.language }).await {
        Ok(view) => view,
        // Of a code that opens nothing more is not told: it is not right.
        Err(Refusal::NotFound) => {
            let typed = fields.text(FOLLOW_KEY);
            return Ok(visit.answer(ask(typed, Some(FaultCode::NotAFollowKey)), StatusCode::NOT_FOUND));
        }
        Err(refusal) => return Err(refusal),
    };
    let fresh = IdempotencyKey::from_random(visit.edge.random()?.id());
    let shown = |view: JoinedView| FollowedPledge {
        key: key.clone(),
        write_key: fresh.clone(),
        view,
        typed: String::new(),
        faults: Vec::new(),
        asks_threat: false,
        told_threat: false,
        received: false,
        trouble: None,
    };
    let mut page = shown(view);
    let act = match press {
        Press::Pledge { act, .. } => act,
        Press::TellThreat => return Ok(answer(visit, FollowedPledge { asks_threat: true, ..page }, StatusCode::OK)),
        Press::Threat(request) => return threat(visit, fields, page, request, shown).await,
        Press::MoveTask(Ok((task, what))) => {
            let idempotency_key = write_key.unwrap_or(fresh.clone());
            let change =
                MovePledgedTask { key: follow_key::hash(&key), idempotency_key, task, what, language: visit.language };
            let done = visit.edge.municipality(&visit.slug, &change).await;
            return Ok(after(visit, page, done, shown));
        }
        _ => return Ok(answer(visit, page, StatusCode::OK)),
    };
    page.typed = fields.text(MESSAGE);
    let act = match act {
        Ok(act) => act,
        Err(fault) => {
            page.faults = vec![fault];
            return Ok(answer(visit, page, StatusCode::BAD_REQUEST));
        }
    };
    let act = ActAsPledger {
        key: follow_key::hash(&key),
        idempotency_key: write_key.unwrap_or(fresh.clone()),
        act,
        language: visit.language,
    };
    let done = visit.edge.municipality(&visit.slug, &act).await.map_err(in_form);
    Ok(after(visit, page, done, shown))
}

/// Tells of a threat, or asks again.
async fn threat(
    visit: &Visit,
    fields: &Fields,
    page: FollowedPledge,
    request: Result<ThreatRequest, Fault>,
    shown: impl Fn(JoinedView) -> FollowedPledge,
) -> Result<Response, Refusal> {
    let request = match request {
        Ok(request) => request,
        Err(fault) => {
            let page = FollowedPledge { asks_threat: true, typed: fields.text(THREAT), faults: vec![fault], ..page };
            return Ok(answer(visit, page, StatusCode::BAD_REQUEST));
        }
    };
    let report = ReportThreatAsPledger {
        key: follow_key::hash(&page.key),
        idempotency_key: fields.read(IDEMPOTENCY_KEY).unwrap_or(page.write_key.clone()),
        request,
        language: visit.language,
    };
    Ok(match visit.edge.municipality(&visit.slug, &report).await {
        Ok(view) => {
            visit.edge.snapshots().forget(&visit.slug);
            answer(visit, FollowedPledge { told_threat: true, ..shown(view) }, StatusCode::OK)
        }
        Err(refusal) => {
            let page = FollowedPledge { asks_threat: true, typed: fields.text(THREAT), ..page };
            after(visit, page, Err(refusal), shown)
        }
    })
}

/// The page after something was written.
fn after(
    visit: &Visit,
    mut page: FollowedPledge,
    done: Result<JoinedView, Refusal>,
    shown: impl Fn(JoinedView) -> FollowedPledge,
) -> Response {
    match done {
        Ok(view) => {
            visit.edge.snapshots().forget(&visit.slug);
            let received = view.pledge.state.counts();
            answer(visit, FollowedPledge { received, ..shown(view) }, StatusCode::OK)
        }
        Err(refusal) => {
            let problem = visit.words(&refusal);
            page.faults = problem.faults.into_iter().map(|view| view.fault).collect();
            page.trouble =
                page.faults.is_empty().then_some(Trouble::Told { title: problem.title, detail: problem.detail });
            answer(visit, page, refusal.status())
        }
    }
}

/// A fault in the text stands in the form's own field.
pub(super) fn in_form(refusal: Refusal) -> Refusal {
    match refusal {
        Refusal::Invalid { faults } => {
            faults.into_iter().map(|fault| Fault::new(MESSAGE, fault.code)).collect::<Vec<_>>().into()
        }
        refusal => refusal,
    }
}

fn answer(visit: &Visit, page: FollowedPledge, status: StatusCode) -> Response {
    visit.answer(Content::Follow(Box::new(FollowPage::Pledge(Box::new(page)))), status)
}
