//! What residents made public and a moderator released.

use axum::{http::StatusCode, response::Response};
use serde::Deserialize;
use shared::{
    follow_key::FollowKey,
    ids::{CaseId, IdempotencyKey},
    wire::pledges::PledgeRequest,
};
use widget::{
    forms::pledge::read,
    state::{Content, JoinPage, ProposalKeys, Trouble},
};

use super::{form::Posted, visit::Visit};
use crate::{http::extract::Path, objects::municipality::cases::MakePledge, refusal::Refusal};

pub(super) async fn list(visit: Visit) -> Response {
    let all = visit.snapshot.cases.initiatives.iter();
    visit.page(Content::Initiatives(all.map(|initiative| initiative.summary(visit.language)).collect()))
}

#[derive(Deserialize)]
pub(super) struct InitiativePath {
    case_id: CaseId,
}

pub(super) async fn show(
    visit: Visit,
    Path(InitiativePath { case_id }): Path<InitiativePath>,
) -> Result<Response, Refusal> {
    let found = visit.snapshot.cases.initiatives.iter().find(|initiative| initiative.id == case_id);
    let view = found.ok_or(Refusal::NotFound)?.view(visit.language);
    Ok(visit.page(Content::Initiative(Box::new(view))))
}

/// Offering to help, or asking who did it: the button asks for the form, with keys of its own; the form sends. A page
/// that is kept on the way holds no key.
pub(super) async fn post(
    visit: Visit,
    Path(InitiativePath { case_id }): Path<InitiativePath>,
    Posted(fields): Posted,
) -> Result<Response, Refusal> {
    let found = visit.snapshot.cases.initiatives.iter().find(|initiative| initiative.id == case_id);
    let initiative = found.ok_or(Refusal::NotFound)?.summary(visit.language);
    let posted = read(&fields);
    let (follow_key, idempotency_key) = if let Some(keys) = posted.keys {
        keys
    } else {
        let mut random = visit.edge.random()?;
        (FollowKey::from_random(random.id()), IdempotencyKey::from_random(random.id()))
    };
    let mut page = JoinPage {
        initiative,
        purpose: posted.purpose,
        keys: ProposalKeys { follow_key, idempotency_key },
        text: posted.text,
        email: posted.email,
        faults: Vec::new(),
        trouble: None,
        done: false,
    };
    let status = if posted.sends { send(&visit, case_id, &mut page).await? } else { StatusCode::OK };
    Ok(visit.answer(Content::Join(Box::new(page)), status))
}

async fn send(visit: &Visit, case_id: CaseId, page: &mut JoinPage) -> Result<StatusCode, Refusal> {
    let request = PledgeRequest {
        purpose: page.purpose,
        text: page.text.clone(),
        email: page.email.clone(),
        language: visit.language,
        follow_key: page.keys.follow_key.clone(),
    };
    let make = MakePledge { case_id, key: page.keys.idempotency_key.clone(), request };
    match visit.edge.municipality(&visit.slug, &make).await {
        Ok(()) => {
            visit.edge.snapshots().forget(&visit.slug);
            page.done = true;
            Ok(StatusCode::OK)
        }
        Err(Refusal::NotFound) => Err(Refusal::NotFound),
        Err(refusal) => {
            let problem = visit.words(&refusal);
            page.faults = problem.faults.into_iter().map(|view| view.fault).collect();
            page.trouble =
                page.faults.is_empty().then_some(Trouble::Told { title: problem.title, detail: problem.detail });
            Ok(refusal.status())
        }
    }
}
