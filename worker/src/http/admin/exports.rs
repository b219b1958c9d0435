//! `/admin/polls/{pollId}/figures.xlsx`, `…/figures.csv`, `…/code-book.csv` and `…/raw-ballots`: what leaves the building.
//!
//! Figures are those of the newest published set: suppressed like everything that is published. Whole ballots leave
//! only by [`raw_ballots`].

use axum::{
    Router,
    extract::State,
    response::Response,
    routing::{get, post},
};
use serde::Deserialize;
use shared::{ids::PollId, tally::Published, wire::admin::RawBallotsRequest};

use crate::{
    export::{Export, RawTable, code_book, csv, figures, xlsx},
    http::{
        edge::Edge,
        extract::{ExportPolls, Input, Path, SignedIn, TakeRawBallots},
        files::{CSV, XLSX, file},
    },
    objects::{
        ballot_box::ReadBallots,
        municipality::polls::{BallotsTaken, Figures, ReadFigures, TakeBallots},
    },
    refusal::Refusal,
};

pub(super) fn routes() -> Router<Edge> {
    Router::new()
        .route("/polls/{poll_id}/figures.xlsx", get(workbook))
        .route("/polls/{poll_id}/figures.csv", get(figures_csv))
        .route("/polls/{poll_id}/code-book.csv", get(code_book_csv))
        .route("/polls/{poll_id}/raw-ballots", post(raw_ballots))
}

/// The poll that the path names.
#[derive(Debug, Deserialize)]
struct PollInPath {
    poll_id: PollId,
}

/// Figures, code book and notes as one workbook.
async fn workbook(
    State(edge): State<Edge>,
    official: SignedIn<ExportPolls>,
    Path(PollInPath { poll_id }): Path<PollInPath>,
) -> Result<Response, Refusal> {
    let read = read(&edge, &official, &poll_id).await?;
    let set = published(&edge, &read).await?;
    let tables = export(&official, &read, &set).tables();
    edge.pause().await;
    let bytes = xlsx(&tables, set.on).map_err(|error| Refusal::fault(format!("{error:?}")))?;
    Ok(file(bytes, XLSX, &format!("{poll_id}.xlsx")))
}

async fn figures_csv(
    State(edge): State<Edge>,
    official: SignedIn<ExportPolls>,
    Path(PollInPath { poll_id }): Path<PollInPath>,
) -> Result<Response, Refusal> {
    let read = read(&edge, &official, &poll_id).await?;
    let set = published(&edge, &read).await?;
    let table = figures(&export(&official, &read, &set));
    edge.pause().await;
    Ok(file(csv(&table), CSV, &format!("{poll_id}-figures.csv")))
}

async fn code_book_csv(
    State(edge): State<Edge>,
    official: SignedIn<ExportPolls>,
    Path(PollInPath { poll_id }): Path<PollInPath>,
) -> Result<Response, Refusal> {
    let read = read(&edge, &official, &poll_id).await?;
    let table = code_book(&read.poll, official.language());
    Ok(file(csv(&table), CSV, &format!("{poll_id}-code-book.csv")))
}

async fn read(edge: &Edge, official: &SignedIn<ExportPolls>, poll: &PollId) -> Result<Figures, Refusal> {
    edge.municipality(&official.municipality, &ReadFigures { id: poll.clone() }).await
}

/// The set to write down, read in a turn of its own. `NotFound` before anything is published.
async fn published(edge: &Edge, figures: &Figures) -> Result<Published, Refusal> {
    let set = figures.published()?.ok_or(Refusal::NotFound)?;
    edge.pause().await;
    Ok(set)
}

fn export<'a>(official: &SignedIn<ExportPolls>, figures: &'a Figures, set: &'a Published) -> Export<'a> {
    Export {
        poll: &figures.poll,
        set,
        areas: &figures.named_areas,
        channels: Some(&figures.channels),
        language: official.language(),
    }
}

/// Every ballot of a closed poll as CSV: for the coordinator, after a reason that is kept.
async fn raw_ballots(
    State(edge): State<Edge>,
    official: SignedIn<TakeRawBallots>,
    Path(PollInPath { poll_id }): Path<PollInPath>,
    Input(RawBallotsRequest { reason }): Input<RawBallotsRequest>,
) -> Result<Response, Refusal> {
    let take = TakeBallots { by: official.official.id.clone(), id: poll_id.clone(), reason };
    let BallotsTaken { frozen, boxes, tells_channel } = edge.municipality(&official.municipality, &take).await?;
    let mut table = RawTable::new(&frozen.poll);
    for name in boxes {
        let mut after = None;
        loop {
            let page = edge.ask(&name, &ReadBallots { after }).await?;
            let Some(last) = page.last() else { break };
            after = Some(last.id.clone());
            for ballot in &page {
                let channel = tells_channel.then_some(ballot.channel);
                table.add(&ballot.answers, ballot.area_id.as_ref(), channel);
            }
        }
    }
    Ok(file(table.into_csv(), CSV, &format!("{poll_id}-ballots.csv")))
}
