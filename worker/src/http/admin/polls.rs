//! `/admin/polls`: making, planning, opening, closing and reporting a poll, its results, and answers entered for somebody.

use axum::{
    Json, Router,
    extract::State,
    http::StatusCode,
    response::{IntoResponse, Response},
    routing::{get, post, put},
};
use serde::Deserialize;
use shared::{
    case::Channel,
    fault::FaultCode,
    ids::PollId,
    paths::ADMIN_API,
    wire::admin::{
        CorrectionRequest, EnterBallotRequest, OpeningRequest, PollDetail, PollList, PollSaveRequest, ReportRequest,
        VersionOnly,
    },
};

use crate::{
    http::{
        ballots, created,
        edge::Edge,
        extract::{Input, ManagePolls, Path, SeePolls, SignedIn},
    },
    objects::municipality::polls::{
        CancelPoll, ClosePoll, CorrectPoll, ListPolls, NoteEnteredBallot, OpenPoll, ReadPoll, ReportPoll, SavePoll,
    },
    operation::Operation,
    refusal::Refusal,
};

pub(super) fn routes() -> Router<Edge> {
    Router::new()
        .route("/polls", get(list).post(make))
        .route("/polls/{poll_id}", get(read).put(save))
        .route("/polls/{poll_id}/opening", post(open))
        .route("/polls/{poll_id}/corrections", post(correct))
        .route("/polls/{poll_id}/cancellation", post(cancel))
        .route("/polls/{poll_id}/closing", post(close))
        .route("/polls/{poll_id}/ballots", post(enter_ballot))
        .route("/polls/{poll_id}/report", put(report))
}

/// The poll that the path names.
#[derive(Debug, Deserialize)]
struct PollInPath {
    poll_id: PollId,
}

async fn list(State(edge): State<Edge>, official: SignedIn<SeePolls>) -> Result<Json<PollList>, Refusal> {
    edge.municipality(&official.municipality, &ListPolls {}).await.map(Json)
}

/// One poll with its figures.
async fn read(
    State(edge): State<Edge>,
    official: SignedIn<SeePolls>,
    Path(PollInPath { poll_id }): Path<PollInPath>,
) -> Result<Json<PollDetail>, Refusal> {
    let detail = edge.municipality(&official.municipality, &ReadPoll { id: poll_id }).await?;
    Ok(Json(*detail))
}

/// Makes a draft: a save of version 0.
async fn make(
    State(edge): State<Edge>,
    official: SignedIn<ManagePolls>,
    Input(request): Input<PollSaveRequest>,
) -> Result<Response, Refusal> {
    if request.version != 0 {
        return Err(Refusal::invalid("version", FaultCode::WrongKind));
    }
    let location = format!("{ADMIN_API}/polls/{}", request.poll.id);
    let save = SavePoll { by: official.official.id.clone(), version: 0, poll: Box::new(request.poll) };
    let Json(detail) = change(&edge, &official, &save).await?;
    Ok(created(&location, detail))
}

async fn save(
    State(edge): State<Edge>,
    official: SignedIn<ManagePolls>,
    Path(PollInPath { poll_id }): Path<PollInPath>,
    Input(request): Input<PollSaveRequest>,
) -> Result<Json<PollDetail>, Refusal> {
    if request.poll.id != poll_id {
        return Err(Refusal::invalid("id", FaultCode::WrongKind));
    }
    if request.version == 0 {
        return Err(Refusal::invalid("version", FaultCode::WrongKind));
    }
    let by = official.official.id.clone();
    change(&edge, &official, &SavePoll { by, version: request.version, poll: Box::new(request.poll) }).await
}

/// Opens the poll. It is public once every box has it: in the next moment, or on its day.
async fn open(
    State(edge): State<Edge>,
    official: SignedIn<ManagePolls>,
    Path(PollInPath { poll_id }): Path<PollInPath>,
    Input(OpeningRequest { version, opens_on, closes_on }): Input<OpeningRequest>,
) -> Result<Json<PollDetail>, Refusal> {
    let by = official.official.id.clone();
    change(&edge, &official, &OpenPoll { by, id: poll_id, version, opens_on, closes_on }).await
}

/// Takes a planned poll back; it is a draft again.
async fn cancel(
    State(edge): State<Edge>,
    official: SignedIn<ManagePolls>,
    Path(PollInPath { poll_id }): Path<PollInPath>,
    Input(VersionOnly { version }): Input<VersionOnly>,
) -> Result<Json<PollDetail>, Refusal> {
    let by = official.official.id.clone();
    change(&edge, &official, &CancelPoll { by, id: poll_id, version }).await
}

/// Corrects texts of a poll that has opened; residents see what and when.
async fn correct(
    State(edge): State<Edge>,
    official: SignedIn<ManagePolls>,
    Path(PollInPath { poll_id }): Path<PollInPath>,
    Input(CorrectionRequest { version, note, poll }): Input<CorrectionRequest>,
) -> Result<Json<PollDetail>, Refusal> {
    if poll.id != poll_id {
        return Err(Refusal::invalid("poll.id", FaultCode::WrongKind));
    }
    let by = official.official.id.clone();
    change(&edge, &official, &CorrectPoll { by, id: poll_id, version, note, poll: Box::new(poll) }).await
}

/// Closes the poll now. Its last figures follow once every box has closed.
async fn close(
    State(edge): State<Edge>,
    official: SignedIn<ManagePolls>,
    Path(PollInPath { poll_id }): Path<PollInPath>,
    Input(VersionOnly { version }): Input<VersionOnly>,
) -> Result<Json<PollDetail>, Refusal> {
    let by = official.official.id.clone();
    change(&edge, &official, &ClosePoll { by, id: poll_id, version }).await
}

async fn report(
    State(edge): State<Edge>,
    official: SignedIn<ManagePolls>,
    Path(PollInPath { poll_id }): Path<PollInPath>,
    Input(request): Input<ReportRequest>,
) -> Result<Json<PollDetail>, Refusal> {
    let by = official.official.id.clone();
    change(&edge, &official, &ReportPoll { by, id: poll_id, report: Box::new(request) }).await
}

/// Enters answers that somebody gave by phone, at the desk or on paper.
async fn enter_ballot(
    State(edge): State<Edge>,
    official: SignedIn<ManagePolls>,
    Path(PollInPath { poll_id }): Path<PollInPath>,
    Input(request): Input<EnterBallotRequest>,
) -> Result<Response, Refusal> {
    let EnterBallotRequest { ballot_id, answers, area_id, channel } = request;
    if channel == Channel::Online {
        return Err(Refusal::invalid("channel", FaultCode::WrongKind));
    }
    let ballot_id = ballots::read_ballot_id(ballot_id.as_str(), "ballotId")?;
    let note = NoteEnteredBallot { by: official.official.id.clone(), poll: poll_id.clone() };
    edge.municipality(&official.municipality, &note).await?;
    let receipt = ballots::cast(&edge, &official.municipality, &poll_id, ballot_id, answers, area_id, channel).await?;
    Ok((StatusCode::CREATED, Json(receipt)).into_response())
}

/// Asks for a change, and lets the next page of this isolate show it.
async fn change<O>(edge: &Edge, official: &SignedIn<ManagePolls>, operation: &O) -> Result<Json<PollDetail>, Refusal>
where
    O: Operation<Reply = Box<PollDetail>> + Sync,
{
    let detail = edge.municipality(&official.municipality, operation).await?;
    edge.snapshots().forget(&official.municipality);
    Ok(Json(*detail))
}
