//! `/admin/polls/{pollId}/figures.xlsx`, `…/figures.csv`, `…/code-book.csv` and `…/raw-ballots`: what leaves the building.
//!
//! Figures are those of the newest published set: suppressed like everything that is published. Whole ballots leave
//! only by [`raw_ballots`].

use axum::{
    Router,
    body::Bytes,
    extract::State,
    response::Response,
    routing::{get, post},
};
use serde::Deserialize;
use shared::{ids::PollId, wire::admin::RawBallotsRequest};

use crate::{
    export::{self, Export, RawTable, code_book, csv, xlsx},
    http::{
        edge::Edge,
        exported::{Format, Name},
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
    let bytes = exported(&edge, &official, &poll_id, Format::Workbook).await?;
    Ok(file(bytes, XLSX, &format!("{poll_id}.xlsx")))
}

async fn figures_csv(
    State(edge): State<Edge>,
    official: SignedIn<ExportPolls>,
    Path(PollInPath { poll_id }): Path<PollInPath>,
) -> Result<Response, Refusal> {
    let bytes = exported(&edge, &official, &poll_id, Format::Csv).await?;
    Ok(file(bytes, CSV, &format!("{poll_id}-figures.csv")))
}

/// The file of the newest set: the one made before, if it still reads the same.
async fn exported(
    edge: &Edge,
    official: &SignedIn<ExportPolls>,
    poll: &PollId,
    format: Format,
) -> Result<Bytes, Refusal> {
    let name =
        Name { municipality: official.municipality.clone(), poll: poll.clone(), format, language: official.language() };
    let kept = edge.exported().kept(&name);
    let mut figures = read(edge, official, poll, kept.as_ref().and_then(|kept| kept.number())).await?;
    if let Some(kept) = kept {
        if let Some(bytes) = kept.for_figures(&figures) {
            return Ok(bytes);
        }
        if figures.number == kept.number() {
            // Something else has changed, and the set was left out.
            figures = read(edge, official, poll, None).await?;
        }
    }
    let bytes = write(edge, official, &figures, format).await?;
    edge.exported().keep(name, figures, bytes.clone());
    Ok(bytes)
}

/// Makes the file, in pieces that let others go first. `NotFound` before anything is published.
async fn write(
    edge: &Edge,
    official: &SignedIn<ExportPolls>,
    figures: &Figures,
    format: Format,
) -> Result<Bytes, Refusal> {
    let set = figures.published()?.ok_or(Refusal::NotFound)?;
    edge.pause().await;
    let export = Export {
        poll: &figures.poll,
        set: &set,
        areas: &figures.named_areas,
        channels: Some(&figures.channels),
        language: official.language(),
    };
    match format {
        Format::Csv => {
            let table = export::figures(&export);
            edge.pause().await;
            Ok(csv(&table).into())
        }
        Format::Workbook => {
            let tables = export.tables();
            edge.pause().await;
            xlsx(&tables, set.on).map(Bytes::from).map_err(|error| Refusal::fault(format!("{error:?}")))
        }
    }
}

async fn code_book_csv(
    State(edge): State<Edge>,
    official: SignedIn<ExportPolls>,
    Path(PollInPath { poll_id }): Path<PollInPath>,
) -> Result<Response, Refusal> {
    let read = read(&edge, &official, &poll_id, None).await?;
    let table = code_book(&read.poll, official.language());
    Ok(file(csv(&table), CSV, &format!("{poll_id}-code-book.csv")))
}

/// Reads the poll with its newest figures; without those when the asker has the set of this number.
async fn read(
    edge: &Edge,
    official: &SignedIn<ExportPolls>,
    poll: &PollId,
    has: Option<u32>,
) -> Result<Figures, Refusal> {
    edge.municipality(&official.municipality, &ReadFigures { id: poll.clone(), has }).await
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
