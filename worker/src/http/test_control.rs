//! `/test/…`: moves time, does what is due and shows what is pending, for tests. Only in a build with the feature `test-control`, which never serves people.

use axum::{
    Json, Router,
    extract::State,
    routing::{get, post},
};
use serde::{Deserialize, Serialize};
use shared::{
    case::Recorded,
    ids::{AreaId, CaseId, PollId, Slug},
    wire::{admin::CaseScope, operator::SampleCase},
};

use super::{
    edge::Edge,
    extract::{Input, Municipality, Path, Query, SeeCases, SignedIn},
};
use crate::{
    objects::{
        DIRECTORY,
        ballot_box::RowsWritten,
        directory::List,
        municipality::{
            cases::{ListCases, ReadOverview, SearchCases},
            test_control::{Conformance, MakeCases, Pending, ReadEvents, ReadPending, RunDueWork, RunOften},
        },
    },
    refusal::Refusal,
};

pub(super) fn routes() -> Router<Edge> {
    Router::new()
        .route("/test/clock", post(set_clock))
        .route("/test/run-due-work", post(run_due_work))
        .route("/test/pending/{slug}", get(pending))
        .route("/test/events/{slug}/{case}", get(events))
        .route("/test/cases/{slug}", post(make_cases))
        .route("/test/often", get(often))
        .route("/test/conformance", post(conformance))
        .route("/test/rows-written/{slug}/{poll}/{number}", get(rows_written))
}

/// How far the clock is from the real time.
#[derive(Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
struct Clock {
    offset_milliseconds: i64,
}

#[derive(Serialize)]
struct Now {
    now: String,
}

async fn set_clock(State(edge): State<Edge>, Input(clock): Input<Clock>) -> Json<Now> {
    edge.move_clock(clock.offset_milliseconds);
    Json(Now { now: edge.now().to_string() })
}

#[derive(Default, Serialize)]
struct Work {
    done: u32,
    failed: u32,
}

/// Runs what is due in every municipality until nothing more is done.
async fn run_due_work(State(edge): State<Edge>) -> Result<Json<Work>, Refusal> {
    let mut work = Work::default();
    for slug in edge.ask(DIRECTORY, &List {}).await? {
        loop {
            let ran = edge.ask(slug.as_str(), &RunDueWork {}).await?;
            work.done = work.done.saturating_add(ran.done);
            work.failed = work.failed.saturating_add(ran.failed);
            if ran.done == 0 {
                break;
            }
        }
        edge.snapshots().forget(&slug);
    }
    Ok(Json(work))
}

/// What is still to be done in a municipality.
async fn pending(State(edge): State<Edge>, Municipality(slug): Municipality) -> Result<Json<Pending>, Refusal> {
    edge.municipality(&slug, &ReadPending {}).await.map(Json)
}

/// Everything that is stored of a case.
async fn events(
    State(edge): State<Edge>,
    Path((slug, id)): Path<(Slug, CaseId)>,
) -> Result<Json<Vec<Recorded>>, Refusal> {
    edge.municipality(&slug, &ReadEvents { id }).await.map(Json)
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Cases {
    cases: Vec<SampleCase>,
}

/// Makes cases, for tests and measurements that need many.
async fn make_cases(
    State(edge): State<Edge>,
    Municipality(slug): Municipality,
    Input(Cases { cases }): Input<Cases>,
) -> Result<Json<()>, Refusal> {
    edge.municipality(&slug, &MakeCases { cases }).await.map(Json)
}

/// What is asked so many times: a list, a search, or the overview.
#[derive(Deserialize)]
#[serde(deny_unknown_fields, rename_all = "camelCase")]
struct Often {
    times: u32,
    #[serde(default)]
    scope: Option<CaseScope>,
    #[serde(default)]
    words: Option<String>,
    #[serde(default)]
    area_id: Option<AreaId>,
    #[serde(default)]
    after: Option<String>,
}

/// Has the object answer the same question many times in one request.
async fn often(
    signed_in: SignedIn<SeeCases>,
    State(edge): State<Edge>,
    Query(Often { times, scope, words, area_id, after }): Query<Often>,
) -> Result<Json<usize>, Refusal> {
    let SignedIn { official, municipality, .. } = signed_in;
    let run = match (scope, words) {
        (Some(scope), _) => RunOften::new(times, &ListCases { official, scope, owner: None, after }),
        (None, Some(words)) => {
            let (topic, owner, state) = (None, None, None);
            RunOften::new(times, &SearchCases { official, words, area: area_id, topic, owner, state, after })
        }
        (None, None) => RunOften::new(times, &ReadOverview { official }),
    };
    edge.municipality(&municipality, &run?).await.map(Json)
}

/// Whether the objects' database does what the seam promises, in an object of its own.
async fn conformance(State(edge): State<Edge>) -> Result<Json<&'static str>, Refusal> {
    edge.ask("conformance", &Conformance {}).await?;
    Ok(Json("conforms"))
}

/// How many rows a ballot box's database has written.
async fn rows_written(
    State(edge): State<Edge>,
    Path((slug, poll, number)): Path<(Slug, PollId, u16)>,
) -> Result<Json<usize>, Refusal> {
    edge.ask(&format!("{slug}/{poll}/{number}"), &RowsWritten {}).await.map(Json)
}
