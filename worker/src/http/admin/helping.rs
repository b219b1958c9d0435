//! `/admin/cases/{id}/…`: helping without taking over, days that others have a say in, moving a promise and holding a
//! text. As with every act, each names the version of the case that it was given on.

use axum::{Json, Router, extract::State, routing::post};
use serde::Deserialize;
use shared::{
    ids::{CaseId, PartnerId},
    wire::{
        admin::{CaseDetail, VersionOnly},
        helping::{
            NeededDecisionRequest, NoteRequest, PlannedDateReply, PlannedDateRequest, PromiseRequest, SupportReply,
            SupportRequest,
        },
    },
};

use super::cases::{CasePath, act};
use crate::{
    http::{
        edge::Edge,
        extract::{HandleCases, Input, Moderate, Path, SignedIn},
    },
    objects::municipality::cases::{CaseAct, HelpAct},
    refusal::Refusal,
};

type Answer = Result<Json<CaseDetail>, Refusal>;

pub(super) fn routes() -> Router<Edge> {
    Router::new()
        .route("/cases/{id}/promise", post(move_promise))
        .route("/cases/{id}/hold", post(hold))
        .route("/cases/{id}/support-requests", post(ask_support))
        .route("/cases/{id}/support-requests/{partner_id}/reply", post(reply_to_support))
        .route("/cases/{id}/notes", post(add_note))
        .route("/cases/{id}/update-proposals", post(propose_update))
        .route("/cases/{id}/needed-decision", post(need_decision))
        .route("/cases/{id}/planned-date", post(propose_date))
        .route("/cases/{id}/planned-date/reply", post(reply_to_date))
}

async fn move_promise(
    signed_in: SignedIn<HandleCases>,
    State(edge): State<Edge>,
    Path(CasePath { id }): Path<CasePath>,
    Input(request): Input<PromiseRequest>,
) -> Answer {
    act(signed_in, edge, id, CaseAct::Help(HelpAct::MovePromise(request))).await
}

async fn hold(
    signed_in: SignedIn<Moderate>,
    State(edge): State<Edge>,
    Path(CasePath { id }): Path<CasePath>,
    Input(request): Input<VersionOnly>,
) -> Answer {
    act(signed_in, edge, id, CaseAct::Help(HelpAct::Hold(request))).await
}

async fn ask_support(
    signed_in: SignedIn<HandleCases>,
    State(edge): State<Edge>,
    Path(CasePath { id }): Path<CasePath>,
    Input(request): Input<SupportRequest>,
) -> Answer {
    act(signed_in, edge, id, CaseAct::Help(HelpAct::AskSupport(request))).await
}

#[derive(Deserialize)]
struct SupportPath {
    id: CaseId,
    partner_id: PartnerId,
}

async fn reply_to_support(
    signed_in: SignedIn<HandleCases>,
    State(edge): State<Edge>,
    Path(SupportPath { id, partner_id }): Path<SupportPath>,
    Input(reply): Input<SupportReply>,
) -> Answer {
    act(signed_in, edge, id, CaseAct::Help(HelpAct::ReplyToSupport(partner_id, reply))).await
}

async fn add_note(
    signed_in: SignedIn<HandleCases>,
    State(edge): State<Edge>,
    Path(CasePath { id }): Path<CasePath>,
    Input(request): Input<NoteRequest>,
) -> Answer {
    act(signed_in, edge, id, CaseAct::Help(HelpAct::AddNote(request))).await
}

async fn propose_update(
    signed_in: SignedIn<HandleCases>,
    State(edge): State<Edge>,
    Path(CasePath { id }): Path<CasePath>,
    Input(request): Input<NoteRequest>,
) -> Answer {
    act(signed_in, edge, id, CaseAct::Help(HelpAct::ProposeUpdate(request))).await
}

async fn need_decision(
    signed_in: SignedIn<Moderate>,
    State(edge): State<Edge>,
    Path(CasePath { id }): Path<CasePath>,
    Input(request): Input<NeededDecisionRequest>,
) -> Answer {
    act(signed_in, edge, id, CaseAct::Help(HelpAct::NeedDecision(request))).await
}

async fn propose_date(
    signed_in: SignedIn<HandleCases>,
    State(edge): State<Edge>,
    Path(CasePath { id }): Path<CasePath>,
    Input(request): Input<PlannedDateRequest>,
) -> Answer {
    act(signed_in, edge, id, CaseAct::Help(HelpAct::ProposeDate(request))).await
}

async fn reply_to_date(
    signed_in: SignedIn<HandleCases>,
    State(edge): State<Edge>,
    Path(CasePath { id }): Path<CasePath>,
    Input(reply): Input<PlannedDateReply>,
) -> Answer {
    act(signed_in, edge, id, CaseAct::Help(HelpAct::ReplyToDate(reply))).await
}
