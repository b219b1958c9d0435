//! `/admin/cases`: one case, and everything that officials do with it. Each act names the version of the
//! case that it was given on, and answers how the case stands after it.

use axum::{
    Json, Router,
    extract::State,
    response::Response,
    routing::{get, post},
};
use serde::Deserialize;
use shared::{
    ids::{CaseId, HandoverId},
    wire::{
        admin::{
            CaseDetail, ConclusionRequest, EnterProposalRequest, ErasureRequest, HandoverReply, HandoverRequest,
            HidingRequest, LanguageRequest, PassingOnRequest, QuestionRequest, RedactionRequest,
            ReopeningRefusalRequest, TranslationsRequest, UpdateRequest, VersionOnly,
        },
        public::RouteView,
    },
};

use crate::{
    http::{
        created,
        edge::Edge,
        extract::{HandleCases, IdempotencyKey, Input, Moderate, Needs, Path, Query, SeeCases, SignedIn},
        language::Speak,
        public::routes::{RouteQuery, route},
    },
    objects::municipality::cases::{ActOnCase, CaseAct, EnterProposal, ReadCase},
    refusal::Refusal,
};

pub(super) fn routes() -> Router<Edge> {
    Router::new()
        .route("/cases", post(enter))
        .route("/cases/{id}", get(read))
        .route("/cases/{id}/updates", post(update))
        .route("/cases/{id}/questions", post(ask))
        .route("/cases/{id}/conclusion", post(conclude))
        .route("/cases/{id}/passing-on", post(pass_on))
        .route("/cases/{id}/reopening", post(reopen))
        .route("/cases/{id}/reopening-refusal", post(refuse_reopening))
        .route("/cases/{id}/handovers", post(offer_handover))
        .route("/cases/{id}/handovers/{handover}/reply", post(reply_to_handover))
        .route("/cases/{id}/handovers/{handover}/withdrawal", post(withdraw_handover))
        .route("/cases/{id}/threat-care", post(take_up_threat))
        .route("/cases/{id}/redaction", post(redact))
        .route("/cases/{id}/translations", post(translate))
        .route("/cases/{id}/language", post(set_language))
        .route("/cases/{id}/review-release", post(release_review))
        .route("/cases/{id}/publication", post(publish))
        .route("/cases/{id}/hiding", post(hide))
        .route("/cases/{id}/erasure", post(erase))
        .route("/routes", get(read_route))
}

/// `POST /admin/cases`: a proposal entered for somebody who came by, called or wrote.
async fn enter(
    signed_in: SignedIn<HandleCases>,
    State(edge): State<Edge>,
    IdempotencyKey(key): IdempotencyKey,
    Input(request): Input<EnterProposalRequest>,
) -> Result<Response, Refusal> {
    let SignedIn { official, municipality, .. } = signed_in;
    let entered = edge.municipality(&municipality, &EnterProposal { official, key, request }).await?;
    Ok(created(&format!("{}/cases/{}", shared::paths::ADMIN_API, entered.case_id), entered))
}

#[derive(Deserialize)]
pub(super) struct CasePath {
    pub(super) id: CaseId,
}

async fn read(
    signed_in: SignedIn<SeeCases>,
    State(edge): State<Edge>,
    Path(CasePath { id }): Path<CasePath>,
) -> Result<Json<CaseDetail>, Refusal> {
    let SignedIn { official, municipality, .. } = signed_in;
    edge.municipality(&municipality, &ReadCase { official, id }).await.map(Json)
}

/// Does something with a case.
pub(super) async fn act<P: Needs>(
    signed_in: SignedIn<P>,
    edge: Edge,
    id: CaseId,
    act: CaseAct,
) -> Result<Json<CaseDetail>, Refusal> {
    let SignedIn { official, municipality, .. } = signed_in;
    let detail = edge.municipality(&municipality, &ActOnCase { official, id, act }).await?;
    // Whatever the public sees of it, whoever did this sees it at once.
    edge.snapshots().forget(&municipality);
    Ok(Json(detail))
}

async fn update(
    signed_in: SignedIn<HandleCases>,
    State(edge): State<Edge>,
    Path(CasePath { id }): Path<CasePath>,
    Input(request): Input<UpdateRequest>,
) -> Result<Json<CaseDetail>, Refusal> {
    act(signed_in, edge, id, CaseAct::Update(request)).await
}

async fn ask(
    signed_in: SignedIn<HandleCases>,
    State(edge): State<Edge>,
    Path(CasePath { id }): Path<CasePath>,
    Input(request): Input<QuestionRequest>,
) -> Result<Json<CaseDetail>, Refusal> {
    act(signed_in, edge, id, CaseAct::Ask(request)).await
}

async fn conclude(
    signed_in: SignedIn<HandleCases>,
    State(edge): State<Edge>,
    Path(CasePath { id }): Path<CasePath>,
    Input(request): Input<ConclusionRequest>,
) -> Result<Json<CaseDetail>, Refusal> {
    act(signed_in, edge, id, CaseAct::Conclude(request)).await
}

async fn pass_on(
    signed_in: SignedIn<HandleCases>,
    State(edge): State<Edge>,
    Path(CasePath { id }): Path<CasePath>,
    Input(request): Input<PassingOnRequest>,
) -> Result<Json<CaseDetail>, Refusal> {
    act(signed_in, edge, id, CaseAct::PassOn(request)).await
}

async fn reopen(
    signed_in: SignedIn<HandleCases>,
    State(edge): State<Edge>,
    Path(CasePath { id }): Path<CasePath>,
    Input(request): Input<VersionOnly>,
) -> Result<Json<CaseDetail>, Refusal> {
    act(signed_in, edge, id, CaseAct::Reopen(request)).await
}

async fn refuse_reopening(
    signed_in: SignedIn<Moderate>,
    State(edge): State<Edge>,
    Path(CasePath { id }): Path<CasePath>,
    Input(request): Input<ReopeningRefusalRequest>,
) -> Result<Json<CaseDetail>, Refusal> {
    act(signed_in, edge, id, CaseAct::RefuseReopening(request)).await
}

async fn offer_handover(
    signed_in: SignedIn<HandleCases>,
    State(edge): State<Edge>,
    Path(CasePath { id }): Path<CasePath>,
    Input(request): Input<HandoverRequest>,
) -> Result<Json<CaseDetail>, Refusal> {
    act(signed_in, edge, id, CaseAct::OfferHandover(request)).await
}

#[derive(Deserialize)]
struct HandoverPath {
    id: CaseId,
    handover: HandoverId,
}

async fn reply_to_handover(
    signed_in: SignedIn<HandleCases>,
    State(edge): State<Edge>,
    Path(HandoverPath { id, handover }): Path<HandoverPath>,
    Input(reply): Input<HandoverReply>,
) -> Result<Json<CaseDetail>, Refusal> {
    act(signed_in, edge, id, CaseAct::ReplyToHandover(handover, reply)).await
}

async fn withdraw_handover(
    signed_in: SignedIn<HandleCases>,
    State(edge): State<Edge>,
    Path(HandoverPath { id, handover }): Path<HandoverPath>,
    Input(request): Input<VersionOnly>,
) -> Result<Json<CaseDetail>, Refusal> {
    act(signed_in, edge, id, CaseAct::WithdrawHandover(handover, request)).await
}

async fn take_up_threat(
    signed_in: SignedIn<Moderate>,
    State(edge): State<Edge>,
    Path(CasePath { id }): Path<CasePath>,
    Input(request): Input<VersionOnly>,
) -> Result<Json<CaseDetail>, Refusal> {
    act(signed_in, edge, id, CaseAct::TakeUpThreat(request)).await
}

async fn redact(
    signed_in: SignedIn<Moderate>,
    State(edge): State<Edge>,
    Path(CasePath { id }): Path<CasePath>,
    Input(request): Input<RedactionRequest>,
) -> Result<Json<CaseDetail>, Refusal> {
    act(signed_in, edge, id, CaseAct::Redact(request)).await
}

async fn translate(
    signed_in: SignedIn<HandleCases>,
    State(edge): State<Edge>,
    Path(CasePath { id }): Path<CasePath>,
    Input(request): Input<TranslationsRequest>,
) -> Result<Json<CaseDetail>, Refusal> {
    act(signed_in, edge, id, CaseAct::Translate(request)).await
}

async fn set_language(
    signed_in: SignedIn<HandleCases>,
    State(edge): State<Edge>,
    Path(CasePath { id }): Path<CasePath>,
    Input(request): Input<LanguageRequest>,
) -> Result<Json<CaseDetail>, Refusal> {
    act(signed_in, edge, id, CaseAct::SetLanguage(request)).await
}

async fn release_review(
    signed_in: SignedIn<Moderate>,
    State(edge): State<Edge>,
    Path(CasePath { id }): Path<CasePath>,
    Input(request): Input<VersionOnly>,
) -> Result<Json<CaseDetail>, Refusal> {
    act(signed_in, edge, id, CaseAct::ReleaseReview(request)).await
}

async fn publish(
    signed_in: SignedIn<Moderate>,
    State(edge): State<Edge>,
    Path(CasePath { id }): Path<CasePath>,
    Input(request): Input<VersionOnly>,
) -> Result<Json<CaseDetail>, Refusal> {
    act(signed_in, edge, id, CaseAct::Publish(request)).await
}

async fn hide(
    signed_in: SignedIn<Moderate>,
    State(edge): State<Edge>,
    Path(CasePath { id }): Path<CasePath>,
    Input(request): Input<HidingRequest>,
) -> Result<Json<CaseDetail>, Refusal> {
    act(signed_in, edge, id, CaseAct::Hide(request)).await
}

async fn erase(
    signed_in: SignedIn<Moderate>,
    State(edge): State<Edge>,
    Path(CasePath { id }): Path<CasePath>,
    Input(request): Input<ErasureRequest>,
) -> Result<Json<CaseDetail>, Refusal> {
    act(signed_in, edge, id, CaseAct::EraseTexts(request)).await
}

/// `GET /admin/routes`: the same as in public, for whoever enters a proposal on somebody's behalf.
async fn read_route(
    signed_in: SignedIn<HandleCases>,
    State(edge): State<Edge>,
    Query(query): Query<RouteQuery>,
    Speak(language): Speak,
) -> Result<Json<RouteView>, Refusal> {
    route(&edge, &signed_in.municipality, &query, language).await.map(Json)
}
