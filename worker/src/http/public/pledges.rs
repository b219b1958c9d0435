//! Offers to help with an initiative, as the forms make and answer them.
//!
//! `POST …/initiatives/{id}/pledges` offers. With the header `Follow-Key` of the offer: `GET …/followed-pledge`,
//! `POST …/followed-pledge/messages`, `…/withdrawal`, `…/threats` and `…/tasks/{task}`. With the key of the initiative:
//! `POST …/followed-case/pledges/{pledge}/reply` and `…/messages`. Never kept by any cache, and a wrong key looks like no
//! offer.

use axum::{
    Json, Router,
    extract::State,
    response::Response,
    routing::{get, post},
};
use serde::Deserialize;
use shared::{
    ids::{CaseId, IdempotencyKey as WriteKey, PledgeId, Slug},
    paths,
    pledge::PledgeAct,
    text::Language,
    wire::{
        pledges::{JoinedView, MessageRequest, PledgeReply, PledgeRequest},
        public::{FollowView, ThreatRequest, WithdrawalRequest},
        tasks::TaskMove,
    },
};

use super::followed_case::{Following, TaskPath};
use crate::{
    auth::follow_key::{self, KeyHash},
    http::{
        created,
        edge::Edge,
        error::Spoken,
        extract::{IdempotencyKey, Input, Municipality, Path},
        language::Speak,
    },
    objects::municipality::cases::{
        ActAsPledger, ActOnPledge, MakePledge, MovePledgedTask, ReadPledge, ReportThreatAsPledger,
    },
    refusal::Refusal,
};

pub(super) fn routes() -> Router<Edge> {
    Router::new()
        .route("/municipalities/{slug}/initiatives/{id}/pledges", post(make))
        .route("/municipalities/{slug}/followed-pledge", get(read))
        .route("/municipalities/{slug}/followed-pledge/messages", post(write))
        .route("/municipalities/{slug}/followed-pledge/withdrawal", post(withdraw))
        .route("/municipalities/{slug}/followed-pledge/threats", post(report_threat))
        .route("/municipalities/{slug}/followed-pledge/tasks/{task}", post(move_task))
        .route("/municipalities/{slug}/followed-case/pledges/{pledge}/reply", post(reply))
        .route("/municipalities/{slug}/followed-case/pledges/{pledge}/messages", post(write_back))
}

#[derive(Deserialize)]
struct InitiativePath {
    #[serde(rename = "slug")]
    _slug: Slug,
    id: CaseId,
}

async fn make(
    State(edge): State<Edge>,
    Municipality(slug): Municipality,
    Path(InitiativePath { id, .. }): Path<InitiativePath>,
    IdempotencyKey(key): IdempotencyKey,
    Input(request): Input<PledgeRequest>,
) -> Result<Response, Spoken> {
    let (language, opens) = (request.language, follow_key::hash(&request.follow_key));
    let in_words = |refusal: Refusal| refusal.in_language(language);
    edge.municipality(&slug, &MakePledge { case_id: id, key, request }).await.map_err(in_words)?;
    edge.snapshots().forget(&slug);
    let view = edge.municipality(&slug, &ReadPledge { key: opens, language }).await.map_err(in_words)?;
    Ok(created(&format!("{}/followed-pledge", paths::api(&slug)), view))
}

async fn read(
    State(edge): State<Edge>,
    Municipality(slug): Municipality,
    Following(key): Following,
    Speak(language): Speak,
) -> Result<Json<JoinedView>, Refusal> {
    edge.municipality(&slug, &ReadPledge { key, language }).await.map(Json)
}

async fn write(
    State(edge): State<Edge>,
    Municipality(slug): Municipality,
    Following(key): Following,
    IdempotencyKey(write_key): IdempotencyKey,
    Speak(language): Speak,
    Input(MessageRequest { text }): Input<MessageRequest>,
) -> Result<Json<JoinedView>, Refusal> {
    act(&edge, &slug, (key, write_key), PledgeAct::Write { text }, language).await
}

async fn withdraw(
    State(edge): State<Edge>,
    Municipality(slug): Municipality,
    Following(key): Following,
    IdempotencyKey(write_key): IdempotencyKey,
    Speak(language): Speak,
    Input(WithdrawalRequest {}): Input<WithdrawalRequest>,
) -> Result<Json<JoinedView>, Refusal> {
    act(&edge, &slug, (key, write_key), PledgeAct::Withdraw, language).await
}

async fn act(
    edge: &Edge,
    slug: &Slug,
    (key, idempotency_key): (KeyHash, WriteKey),
    act: PledgeAct,
    language: Language,
) -> Result<Json<JoinedView>, Refusal> {
    let view = edge.municipality(slug, &ActAsPledger { key, idempotency_key, act, language }).await?;
    edge.snapshots().forget(slug);
    Ok(Json(view))
}

async fn report_threat(
    State(edge): State<Edge>,
    Municipality(slug): Municipality,
    Following(key): Following,
    IdempotencyKey(idempotency_key): IdempotencyKey,
    Speak(language): Speak,
    Input(request): Input<ThreatRequest>,
) -> Result<Json<JoinedView>, Refusal> {
    let report = ReportThreatAsPledger { key, idempotency_key, request, language };
    let view = edge.municipality(&slug, &report).await?;
    edge.snapshots().forget(&slug);
    Ok(Json(view))
}

async fn move_task(
    State(edge): State<Edge>,
    Municipality(slug): Municipality,
    Path(TaskPath { task, .. }): Path<TaskPath>,
    Following(key): Following,
    IdempotencyKey(idempotency_key): IdempotencyKey,
    Speak(language): Speak,
    Input(what): Input<TaskMove>,
) -> Result<Json<JoinedView>, Refusal> {
    let view = edge.municipality(&slug, &MovePledgedTask { key, idempotency_key, task, what, language }).await?;
    edge.snapshots().forget(&slug);
    Ok(Json(view))
}

#[derive(Deserialize)]
struct PledgePath {
    #[serde(rename = "slug")]
    _slug: Slug,
    pledge: PledgeId,
}

async fn reply(
    State(edge): State<Edge>,
    Municipality(slug): Municipality,
    Path(PledgePath { pledge, .. }): Path<PledgePath>,
    Following(key): Following,
    IdempotencyKey(write_key): IdempotencyKey,
    Speak(language): Speak,
    Input(PledgeReply { accept }): Input<PledgeReply>,
) -> Result<Json<FollowView>, Refusal> {
    let act = if accept { PledgeAct::Accept } else { PledgeAct::Decline };
    answer(&edge, &slug, (key, write_key), (pledge, act), language).await
}

async fn write_back(
    State(edge): State<Edge>,
    Municipality(slug): Municipality,
    Path(PledgePath { pledge, .. }): Path<PledgePath>,
    Following(key): Following,
    IdempotencyKey(write_key): IdempotencyKey,
    Speak(language): Speak,
    Input(MessageRequest { text }): Input<MessageRequest>,
) -> Result<Json<FollowView>, Refusal> {
    answer(&edge, &slug, (key, write_key), (pledge, PledgeAct::Write { text }), language).await
}

async fn answer(
    edge: &Edge,
    slug: &Slug,
    (key, idempotency_key): (KeyHash, WriteKey),
    (pledge_id, act): (PledgeId, PledgeAct),
    language: Language,
) -> Result<Json<FollowView>, Refusal> {
    let view = edge.municipality(slug, &ActOnPledge { key, idempotency_key, pledge_id, act, language }).await?;
    edge.snapshots().forget(slug);
    Ok(Json(view))
}
