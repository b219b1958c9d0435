//! `/admin/areas` and `/admin/area-measures`: areas as officials work in them.
//!
//! Whoever sees cases reads them. Coordinators judge; whoever handles cases notes groups and contact persons (of their
//! own partner); editors say which questions measure.

use axum::{
    Json, Router,
    extract::State,
    routing::{get, post, put},
};
use serde::Deserialize;
use shared::{
    ids::{AreaContactId, AreaId, GroupHelpId, PollId, QuestionId},
    wire::areas::{
        AreaContactRequest, AreaDetail, AreaList, ContactRemoval, Emptying, GroupHelpRequest, JudgementRequest,
        MeasureRequest, MeasuresView, PhaseRequest,
    },
};

use crate::{
    http::{
        edge::Edge,
        extract::{HandleCases, Input, JudgeAreas, ManagePolls, Path, SeeAreas, SignedIn},
    },
    objects::municipality::areas::{ActInArea, AreaAct, ListAreas, MarkMeasure, ReadArea, ReadMeasures},
    refusal::Refusal,
};

pub(super) fn routes() -> Router<Edge> {
    Router::new()
        .route("/areas", get(list))
        .route("/areas/{area_id}", get(read))
        .route("/areas/{area_id}/levels", post(judge))
        .route("/areas/{area_id}/levels/{number}/emptying", post(empty_reason))
        .route("/areas/{area_id}/phases", post(set_phase))
        .route("/areas/{area_id}/phases/{number}/emptying", post(empty_next))
        .route("/areas/{area_id}/group-helps", post(note_help))
        .route("/areas/{area_id}/group-helps/{help}", put(change_help))
        .route("/areas/{area_id}/contacts", post(add_contact))
        .route("/areas/{area_id}/contacts/{contact}", put(change_contact))
        .route("/areas/{area_id}/contacts/{contact}/removal", post(remove_contact))
        .route("/area-measures", get(measures))
        .route("/area-measures/{poll_id}/{question_id}", put(mark))
}

#[derive(Debug, Deserialize)]
struct AreaInPath {
    area_id: AreaId,
}

#[derive(Debug, Deserialize)]
struct EntryInPath {
    area_id: AreaId,
    number: u32,
}

#[derive(Debug, Deserialize)]
struct HelpInPath {
    area_id: AreaId,
    help: GroupHelpId,
}

#[derive(Debug, Deserialize)]
struct ContactInPath {
    area_id: AreaId,
    contact: AreaContactId,
}

#[derive(Debug, Deserialize)]
struct QuestionInPath {
    poll_id: PollId,
    question_id: QuestionId,
}

async fn list(State(edge): State<Edge>, signed_in: SignedIn<SeeAreas>) -> Result<Json<AreaList>, Refusal> {
    edge.municipality(&signed_in.municipality, &ListAreas {}).await.map(Json)
}

async fn read(
    State(edge): State<Edge>,
    signed_in: SignedIn<SeeAreas>,
    Path(AreaInPath { area_id }): Path<AreaInPath>,
) -> Result<Json<AreaDetail>, Refusal> {
    let SignedIn { official, municipality, .. } = signed_in;
    edge.municipality(&municipality, &ReadArea { official, area_id }).await.map(Json)
}

async fn act<P>(
    edge: Edge,
    signed_in: SignedIn<P>,
    area_id: AreaId,
    act: AreaAct,
) -> Result<Json<AreaDetail>, Refusal> {
    let SignedIn { official, municipality, .. } = signed_in;
    let detail = edge.municipality(&municipality, &ActInArea { official, area_id, act }).await?;
    // Whoever puts a contact person on the page of an area sees it there at once.
    edge.snapshots().forget(&municipality);
    Ok(Json(detail))
}

async fn judge(
    State(edge): State<Edge>,
    signed_in: SignedIn<JudgeAreas>,
    Path(AreaInPath { area_id }): Path<AreaInPath>,
    Input(request): Input<JudgementRequest>,
) -> Result<Json<AreaDetail>, Refusal> {
    act(edge, signed_in, area_id, AreaAct::Judge(request)).await
}

async fn set_phase(
    State(edge): State<Edge>,
    signed_in: SignedIn<JudgeAreas>,
    Path(AreaInPath { area_id }): Path<AreaInPath>,
    Input(request): Input<PhaseRequest>,
) -> Result<Json<AreaDetail>, Refusal> {
    act(edge, signed_in, area_id, AreaAct::SetPhase(request)).await
}

async fn empty_reason(
    State(edge): State<Edge>,
    signed_in: SignedIn<JudgeAreas>,
    Path(EntryInPath { area_id, number }): Path<EntryInPath>,
    Input(Emptying {}): Input<Emptying>,
) -> Result<Json<AreaDetail>, Refusal> {
    act(edge, signed_in, area_id, AreaAct::EmptyReason(number)).await
}

async fn empty_next(
    State(edge): State<Edge>,
    signed_in: SignedIn<JudgeAreas>,
    Path(EntryInPath { area_id, number }): Path<EntryInPath>,
    Input(Emptying {}): Input<Emptying>,
) -> Result<Json<AreaDetail>, Refusal> {
    act(edge, signed_in, area_id, AreaAct::EmptyNext(number)).await
}

async fn note_help(
    State(edge): State<Edge>,
    signed_in: SignedIn<HandleCases>,
    Path(AreaInPath { area_id }): Path<AreaInPath>,
    Input(request): Input<GroupHelpRequest>,
) -> Result<Json<AreaDetail>, Refusal> {
    act(edge, signed_in, area_id, AreaAct::NoteHelp(request)).await
}

async fn change_help(
    State(edge): State<Edge>,
    signed_in: SignedIn<HandleCases>,
    Path(HelpInPath { area_id, help }): Path<HelpInPath>,
    Input(request): Input<GroupHelpRequest>,
) -> Result<Json<AreaDetail>, Refusal> {
    act(edge, signed_in, area_id, AreaAct::ChangeHelp(help, request)).await
}

async fn add_contact(
    State(edge): State<Edge>,
    signed_in: SignedIn<HandleCases>,
    Path(AreaInPath { area_id }): Path<AreaInPath>,
    Input(request): Input<AreaContactRequest>,
) -> Result<Json<AreaDetail>, Refusal> {
    act(edge, signed_in, area_id, AreaAct::AddContact(request)).await
}

async fn change_contact(
    State(edge): State<Edge>,
    signed_in: SignedIn<HandleCases>,
    Path(ContactInPath { area_id, contact }): Path<ContactInPath>,
    Input(request): Input<AreaContactRequest>,
) -> Result<Json<AreaDetail>, Refusal> {
    act(edge, signed_in, area_id, AreaAct::ChangeContact(contact, request)).await
}

async fn remove_contact(
    State(edge): State<Edge>,
    signed_in: SignedIn<HandleCases>,
    Path(ContactInPath { area_id, contact }): Path<ContactInPath>,
    Input(removal): Input<ContactRemoval>,
) -> Result<Json<AreaDetail>, Refusal> {
    act(edge, signed_in, area_id, AreaAct::RemoveContact(contact, removal)).await
}

async fn measures(State(edge): State<Edge>, signed_in: SignedIn<SeeAreas>) -> Result<Json<MeasuresView>, Refusal> {
    edge.municipality(&signed_in.municipality, &ReadMeasures {}).await.map(Json)
}

async fn mark(
    State(edge): State<Edge>,
    signed_in: SignedIn<ManagePolls>,
    Path(QuestionInPath { poll_id, question_id }): Path<QuestionInPath>,
    Input(request): Input<MeasureRequest>,
) -> Result<Json<MeasuresView>, Refusal> {
    let SignedIn { official, municipality, .. } = signed_in;
    edge.municipality(&municipality, &MarkMeasure { official, poll_id, question_id, request }).await.map(Json)
}
