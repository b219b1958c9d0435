//! `GET /municipalities/{slug}/followed-case`, `POST …/answers`, `POST …/rating`, `POST …/threats`, `PUT …/contact`,
//! `POST …/experience`, `POST …/withdrawal`, `POST …/tasks` and `POST …/tasks/{task}`: the case that the header
//! `Follow-Key` opens. Never kept by any cache, and a wrong key looks like no case.

use axum::{
    Json, Router,
    extract::{FromRequestParts, State},
    http::request::Parts,
    routing::{get, post, put},
};
use serde::Deserialize;
use shared::{
    fault::FaultCode,
    follow_key::FollowKey,
    ids::{Slug, TextId},
    wire::{
        pledges::ExperienceRequest,
        public::{
            AnswerRequest, ContactRequest, FOLLOW_KEY_HEADER, FollowView, RatingRequest, ThreatRequest,
            WithdrawalRequest,
        },
        tasks::{NewTask, TaskMove},
    },
};

use crate::{
    auth::follow_key::{self, KeyHash},
    http::{
        edge::Edge,
        extract::{IdempotencyKey, Input, Municipality, Path, header_text},
        language::Speak,
    },
    objects::municipality::cases::{
        AddOwnTask, AnswerQuestion, ChangeContact, MoveOwnTask, RateConclusion, ReadFollowed, ReportThreat,
        ShareExperience, WithdrawProposal,
    },
    refusal::Refusal,
};

pub(super) fn routes() -> Router<Edge> {
    Router::new()
        .route("/municipalities/{slug}/followed-case", get(read))
        .route("/municipalities/{slug}/followed-case/answers", post(answer))
        .route("/municipalities/{slug}/followed-case/rating", post(rate))
        .route("/municipalities/{slug}/followed-case/threats", post(report_threat))
        .route("/municipalities/{slug}/followed-case/contact", put(change_contact))
        .route("/municipalities/{slug}/followed-case/experience", post(share_experience))
        .route("/municipalities/{slug}/followed-case/withdrawal", post(withdraw))
        .route("/municipalities/{slug}/followed-case/tasks", post(add_task))
        .route("/municipalities/{slug}/followed-case/tasks/{task}", post(move_task))
}

/// The key's hash: for most things the key itself goes no further than here.
pub(super) struct Following(pub(super) KeyHash);

impl<S: Sync> FromRequestParts<S> for Following {
    type Rejection = Refusal;

    async fn from_request_parts(parts: &mut Parts, _state: &S) -> Result<Self, Refusal> {
        follow_key(parts).map(|key| Self(follow_key::hash(&key)))
    }
}

/// The key itself, for what is sent with it later.
struct WithKey(FollowKey);

impl<S: Sync> FromRequestParts<S> for WithKey {
    type Rejection = Refusal;

    async fn from_request_parts(parts: &mut Parts, _state: &S) -> Result<Self, Refusal> {
        follow_key(parts).map(Self)
    }
}

fn follow_key(parts: &Parts) -> Result<FollowKey, Refusal> {
    let written = header_text(&parts.headers, FOLLOW_KEY_HEADER);
    let key = written.map_or(Err(FaultCode::Required), FollowKey::parse);
    key.map_err(|code| Refusal::invalid("Follow-Key", code))
}

async fn read(
    State(edge): State<Edge>,
    Municipality(slug): Municipality,
    Following(key): Following,
    Speak(language): Speak,
) -> Result<Json<FollowView>, Refusal> {
    edge.municipality(&slug, &ReadFollowed { key, language }).await.map(Json)
}

async fn answer(
    State(edge): State<Edge>,
    Municipality(slug): Municipality,
    Following(key): Following,
    IdempotencyKey(idempotency_key): IdempotencyKey,
    Speak(language): Speak,
    Input(request): Input<AnswerRequest>,
) -> Result<Json<FollowView>, Refusal> {
    let answer = AnswerQuestion { key, idempotency_key, request, language };
    let view = edge.municipality(&slug, &answer).await?;
    edge.snapshots().forget(&slug);
    Ok(Json(view))
}

async fn rate(
    State(edge): State<Edge>,
    Municipality(slug): Municipality,
    Following(key): Following,
    IdempotencyKey(idempotency_key): IdempotencyKey,
    Speak(language): Speak,
    Input(request): Input<RatingRequest>,
) -> Result<Json<FollowView>, Refusal> {
    let rate = RateConclusion { key, idempotency_key, request, language };
    let view = edge.municipality(&slug, &rate).await?;
    edge.snapshots().forget(&slug);
    Ok(Json(view))
}

async fn report_threat(
    State(edge): State<Edge>,
    Municipality(slug): Municipality,
    Following(key): Following,
    IdempotencyKey(idempotency_key): IdempotencyKey,
    Speak(language): Speak,
    Input(request): Input<ThreatRequest>,
) -> Result<Json<FollowView>, Refusal> {
    let report = ReportThreat { key, idempotency_key, request, language };
    let view = edge.municipality(&slug, &report).await?;
    edge.snapshots().forget(&slug);
    Ok(Json(view))
}

async fn change_contact(
    State(edge): State<Edge>,
    Municipality(slug): Municipality,
    WithKey(key): WithKey,
    Speak(language): Speak,
    Input(request): Input<ContactRequest>,
) -> Result<Json<FollowView>, Refusal> {
    let view = edge.municipality(&slug, &ChangeContact { key, request, language }).await?;
    edge.snapshots().forget(&slug);
    Ok(Json(view))
}

async fn share_experience(
    State(edge): State<Edge>,
    Municipality(slug): Municipality,
    Following(key): Following,
    IdempotencyKey(idempotency_key): IdempotencyKey,
    Speak(language): Speak,
    Input(request): Input<ExperienceRequest>,
) -> Result<Json<FollowView>, Refusal> {
    let view = edge.municipality(&slug, &ShareExperience { key, idempotency_key, request, language }).await?;
    edge.snapshots().forget(&slug);
    Ok(Json(view))
}

async fn withdraw(
    State(edge): State<Edge>,
    Municipality(slug): Municipality,
    Following(key): Following,
    IdempotencyKey(idempotency_key): IdempotencyKey,
    Speak(language): Speak,
    Input(WithdrawalRequest {}): Input<WithdrawalRequest>,
) -> Result<Json<FollowView>, Refusal> {
    let view = edge.municipality(&slug, &WithdrawProposal { key, idempotency_key, language }).await?;
    edge.snapshots().forget(&slug);
    Ok(Json(view))
}

async fn add_task(
    State(edge): State<Edge>,
    Municipality(slug): Municipality,
    Following(key): Following,
    IdempotencyKey(idempotency_key): IdempotencyKey,
    Speak(language): Speak,
    Input(request): Input<NewTask>,
) -> Result<Json<FollowView>, Refusal> {
    let view = edge.municipality(&slug, &AddOwnTask { key, idempotency_key, request, language }).await?;
    edge.snapshots().forget(&slug);
    Ok(Json(view))
}

/// A task below a case or an offer that is followed.
#[derive(Deserialize)]
pub(super) struct TaskPath {
    #[serde(rename = "slug")]
    _slug: Slug,
    pub(super) task: TextId,
}

async fn move_task(
    State(edge): State<Edge>,
    Municipality(slug): Municipality,
    Path(TaskPath { task, .. }): Path<TaskPath>,
    Following(key): Following,
    IdempotencyKey(idempotency_key): IdempotencyKey,
    Speak(language): Speak,
    Input(what): Input<TaskMove>,
) -> Result<Json<FollowView>, Refusal> {
    let view = edge.municipality(&slug, &MoveOwnTask { key, idempotency_key, task, what, language }).await?;
    edge.snapshots().forget(&slug);
    Ok(Json(view))
}
