//! `/admin/cases/{id}/…` and `/admin/contact-tasks`: neighbourhood watch, its agreements, and being in touch with it.

use axum::{
    Json, Router,
    extract::State,
    routing::{get, post},
};
use shared::wire::{
    admin::CaseDetail,
    helping::NoteRequest,
    watch::{AgreementsRequest, ContactEndRequest, ContactTaskList, KindRequest},
};

use super::cases::{CasePath, act};
use crate::{
    http::{
        edge::Edge,
        extract::{HandleCases, Input, Path, SignedIn},
    },
    objects::municipality::cases::{CaseAct, ListContactTasks, WatchAct},
    refusal::Refusal,
};

type Answer = Result<Json<CaseDetail>, Refusal>;

pub(super) fn routes() -> Router<Edge> {
    Router::new()
        .route("/cases/{id}/kind", post(set_kind))
        .route("/cases/{id}/agreements", post(record_agreements))
        .route("/cases/{id}/contact-notes", post(note_contact))
        .route("/cases/{id}/contact-end", post(end_contact))
        .route("/contact-tasks", get(list_tasks))
}

async fn set_kind(
    signed_in: SignedIn<HandleCases>,
    State(edge): State<Edge>,
    Path(CasePath { id }): Path<CasePath>,
    Input(request): Input<KindRequest>,
) -> Answer {
    act(signed_in, edge, id, CaseAct::Watch(WatchAct::SetKind(request))).await
}

async fn record_agreements(
    signed_in: SignedIn<HandleCases>,
    State(edge): State<Edge>,
    Path(CasePath { id }): Path<CasePath>,
    Input(request): Input<AgreementsRequest>,
) -> Answer {
    act(signed_in, edge, id, CaseAct::Watch(WatchAct::RecordAgreements(request))).await
}

async fn note_contact(
    signed_in: SignedIn<HandleCases>,
    State(edge): State<Edge>,
    Path(CasePath { id }): Path<CasePath>,
    Input(request): Input<NoteRequest>,
) -> Answer {
    act(signed_in, edge, id, CaseAct::Watch(WatchAct::NoteContact(request))).await
}

async fn end_contact(
    signed_in: SignedIn<HandleCases>,
    State(edge): State<Edge>,
    Path(CasePath { id }): Path<CasePath>,
    Input(request): Input<ContactEndRequest>,
) -> Answer {
    act(signed_in, edge, id, CaseAct::Watch(WatchAct::EndContact(request))).await
}

async fn list_tasks(
    signed_in: SignedIn<HandleCases>,
    State(edge): State<Edge>,
) -> Result<Json<ContactTaskList>, Refusal> {
    let SignedIn { official, municipality, .. } = signed_in;
    edge.municipality(&municipality, &ListContactTasks { official }).await.map(Json)
}
