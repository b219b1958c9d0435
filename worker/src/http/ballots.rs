//! The way of a ballot: from the edge straight to its box. The same for the API, the page without script, and an
//! official who enters answers for somebody.

use shared::{
    case::Channel,
    fault::FaultCode,
    ids::{AreaId, BallotId, PollId, Slug},
    poll::Answers,
    wire::public::BallotReceipt,
};

use super::edge::Edge;
use crate::{objects::ballot_box::CastBallot, refusal::Refusal};

/// The fewest characters of a ballot's id. A ballot is known by its id alone, so a short one, which somebody else may
/// have made up too, would take one of two residents for the other. A UUID has 36, ours have 26.
const MIN_ID_LENGTH: usize = 16;

/// Reads a ballot's id; `field` is where it stood.
pub(crate) fn read_ballot_id(text: &str, field: &str) -> Result<BallotId, Refusal> {
    BallotId::parse(text)
        .ok()
        .filter(|id| id.as_str().len() >= MIN_ID_LENGTH)
        .ok_or_else(|| Refusal::invalid(field, FaultCode::WrongKind))
}

/// Casts a ballot. Sending it again with the same id is harmless, also when no answer came.
pub(crate) async fn cast(
    edge: &Edge,
    municipality: &Slug,
    poll: &PollId,
    id: BallotId,
    answers: Answers,
    area_id: Option<AreaId>,
    channel: Channel,
) -> Result<BallotReceipt, Refusal> {
    // The snapshot only says which box; whether the poll is open the box decides.
    let snapshot = edge.snapshot(municipality).await?;
    let name = snapshot.polls.find(poll).ok_or(Refusal::NotFound)?.box_of(municipality, &id);
    let cast = edge.ask(&name, &CastBallot { id, answers, area_id, channel }).await;
    match cast {
        // The page that follows should show what the box knows.
        Err(Refusal::PollClosed { at, .. }) => {
            edge.snapshots().forget(municipality);
            let snapshot = edge.snapshot(municipality).await.ok();
            let report_due = snapshot.and_then(|snapshot| snapshot.polls.find(poll)?.report_due());
            Err(Refusal::PollClosed { at, report_due })
        }
        Err(Refusal::PollNotOpen) => {
            edge.snapshots().forget(municipality);
            cast
        }
        _ => cast,
    }
}
