//! `GET /admin/tasks`, `POST /admin/cases/{id}/tasks` and `POST /admin/cases/{id}/tasks/{task}`: who does what by when.

use axum::{
    Json, Router,
    extract::State,
    routing::{get, post},
};
use serde::Deserialize;
use shared::{
    ids::{CaseId, TextId},
    wire::{
        admin::CaseDetail,
        tasks::{TaskList, TaskMoveRequest, TaskRequest},
    },
};

use super::cases::{CasePath, act};
use crate::{
    http::{
        edge::Edge,
        extract::{HandleCases, Input, Path, SeeCases, SignedIn},
    },
    objects::municipality::cases::{CaseAct, ListTasks, OfficialTaskAct},
    refusal::Refusal,
};

pub(super) fn routes() -> Router<Edge> {
    Router::new()
        .route("/tasks", get(list))
        .route("/cases/{id}/tasks", post(add))
        .route("/cases/{id}/tasks/{task}", post(change))
}

async fn list(signed_in: SignedIn<SeeCases>, State(edge): State<Edge>) -> Result<Json<TaskList>, Refusal> {
    let SignedIn { official, municipality, .. } = signed_in;
    edge.municipality(&municipality, &ListTasks { official }).await.map(Json)
}

async fn add(
    signed_in: SignedIn<HandleCases>,
    State(edge): State<Edge>,
    Path(CasePath { id }): Path<CasePath>,
    Input(request): Input<TaskRequest>,
) -> Result<Json<CaseDetail>, Refusal> {
    act(signed_in, edge, id, CaseAct::Task(OfficialTaskAct::Add(request))).await
}

#[derive(Deserialize)]
struct TaskPath {
    id: CaseId,
    task: TextId,
}

async fn change(
    signed_in: SignedIn<HandleCases>,
    State(edge): State<Edge>,
    Path(TaskPath { id, task }): Path<TaskPath>,
    Input(request): Input<TaskMoveRequest>,
) -> Result<Json<CaseDetail>, Refusal> {
    act(signed_in, edge, id, CaseAct::Task(OfficialTaskAct::Move(task, request))).await
}
