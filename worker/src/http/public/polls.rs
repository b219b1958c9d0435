//! `GET /municipalities/{slug}/polls`, `GET …/polls/{pollId}` and `POST …/polls/{pollId}/ballots`.

use axum::{
    Json, Router,
    extract::State,
    http::{HeaderMap, HeaderValue, StatusCode, header},
    response::{IntoResponse, Response},
    routing::{get, post},
};
use serde::Deserialize;
use shared::{
    case::Channel,
    ids::PollId,
    wire::public::{BallotRequest, IDEMPOTENCY_KEY_HEADER, PollSummary, PollView},
};

use crate::{
    http::{
        ballots,
        edge::Edge,
        extract::{IdempotencyKey, Input, Municipality, Path},
        language::Speak,
    },
    pages::SentPage,
    refusal::Refusal,
};

pub(super) fn routes() -> Router<Edge> {
    Router::new()
        .route("/municipalities/{slug}/polls", get(list))
        .route("/municipalities/{slug}/polls/{poll_id}", get(read))
        .route("/municipalities/{slug}/polls/{poll_id}/ballots", post(cast))
}

/// The poll that the path names.
#[derive(Debug, Deserialize)]
struct PollInPath {
    poll_id: PollId,
}

/// Open polls first, then those whose report is awaited, then those with one.
async fn list(
    State(edge): State<Edge>,
    Municipality(slug): Municipality,
    Speak(language): Speak,
) -> Result<Json<Vec<PollSummary>>, Refusal> {
    Ok(Json(edge.snapshot(&slug).await?.polls.list(language, edge.now())))
}

/// One poll in one language, with its figures and report where they may be seen.
async fn read(
    State(edge): State<Edge>,
    Municipality(slug): Municipality,
    Path(PollInPath { poll_id }): Path<PollInPath>,
    Speak(language): Speak,
) -> Result<Response, Refusal> {
    // Like a page it is written once for each reading of the snapshot; no address of a page begins without a slash.
    let name = format!("{language} {poll_id}", language = language.tag());
    if let Some(sent) = edge.snapshots().page(&slug, &name, edge.now()) {
        return Ok(sent.into_response());
    }
    let snapshot = edge.snapshot(&slug).await?;
    let view: PollView = snapshot.poll(&poll_id, language, edge.now()).ok_or(Refusal::NotFound)?;
    let headers = HeaderMap::from_iter([(header::CONTENT_TYPE, HeaderValue::from_static("application/json"))]);
    let sent = SentPage::new(headers, serde_json::to_vec(&view)?);
    edge.snapshots().keep_page(&slug, name, &snapshot, sent.clone());
    Ok(sent.into_response())
}

/// Casts a ballot; the key of the request is its id. 201 with the receipt, however often it is sent.
async fn cast(
    State(edge): State<Edge>,
    Municipality(slug): Municipality,
    Path(PollInPath { poll_id }): Path<PollInPath>,
    IdempotencyKey(key): IdempotencyKey,
    Input(BallotRequest { answers, area_id }): Input<BallotRequest>,
) -> Result<Response, Refusal> {
    let id = ballots::read_ballot_id(key.as_str(), IDEMPOTENCY_KEY_HEADER)?;
    let receipt = ballots::cast(&edge, &slug, &poll_id, id, answers, area_id, Channel::Online).await?;
    Ok((StatusCode::CREATED, Json(receipt)).into_response())
}
