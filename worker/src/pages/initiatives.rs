//! What residents made public and a moderator released.

use axum::response::Response;
use serde::Deserialize;
use shared::ids::CaseId;
use widget::state::Content;

use super::visit::Visit;
use crate::{http::extract::Path, refusal::Refusal};

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
