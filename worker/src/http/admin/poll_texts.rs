//! `/admin/polls/{id}/texts/{questionId}`: answers to an open question, looked through, and tags to sort them.
//!
//! The answers stay in the boxes: nothing of them is kept anywhere else, so destroying a box destroys them.

use axum::{
    Json, Router,
    extract::State,
    routing::{get, put},
};
use serde::Deserialize;
use shared::{
    actor::Permission,
    fault::FaultCode,
    ids::{PollId, QuestionId, WrittenId},
    poll::written::{PAGE, Personal, TAG, Written, WrittenFilter, read_tags},
    text::LINE,
    wire::admin::{TagsRequest, WrittenPage},
};

use crate::{
    http::{
        edge::Edge,
        extract::{Input, ManagePolls, Path, Query, SeePolls, SignedIn},
    },
    objects::{
        ballot_box::{FindWritten, FoundWritten, TagWritten},
        municipality::polls::LocateWritten,
    },
    refusal::Refusal,
};

pub(super) fn routes() -> Router<Edge> {
    Router::new()
        .route("/polls/{poll_id}/texts/{question_id}", get(list))
        .route("/polls/{poll_id}/texts/{question_id}/{written}/tags", put(tag))
}

#[derive(Debug, Deserialize)]
struct QuestionInPath {
    poll_id: PollId,
    question_id: QuestionId,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Wanted {
    #[serde(default)]
    search: String,
    #[serde(default)]
    tag: String,
    #[serde(default)]
    personal: Personal,
    #[serde(default)]
    after: Option<WrittenId>,
}

impl Wanted {
    fn filter(&self) -> Result<WrittenFilter, Refusal> {
        let read = |field: &'static str, limit: shared::text::Limit, text: &str| {
            limit.read(text).map_err(|code| Refusal::invalid(field, code))
        };
        Ok(WrittenFilter {
            search: read("search", LINE, &self.search)?.unwrap_or_default(),
            tag: read("tag", TAG, &self.tag)?,
            personal: self.personal,
        })
    }
}

async fn list(
    State(edge): State<Edge>,
    official: SignedIn<SeePolls>,
    Path(QuestionInPath { poll_id, question_id }): Path<QuestionInPath>,
    Query(wanted): Query<Wanted>,
) -> Result<Json<WrittenPage>, Refusal> {
    let locate = LocateWritten { poll: poll_id, question: question_id.clone(), tagged_by: None };
    let places = edge.municipality(&official.municipality, &locate).await?;
    let personal = official.official.role.may(Permission::ManagePolls);
    let find = FindWritten { question: question_id, filter: wanted.filter()?, after: wanted.after, personal };
    let mut found = FoundWritten::default();
    for name in &places.boxes {
        found = found.with(edge.ask(name, &find).await?);
    }
    Ok(Json(if found.total < places.from { WrittenPage::default() } else { page(found) }))
}

/// One page of what all boxes found.
fn page(found: FoundWritten) -> WrittenPage {
    let FoundWritten { total, found, withheld, mut answers, tags } = found;
    answers.sort_unstable_by(|one, other| one.id.cmp(&other.id));
    let more = answers.len() > PAGE;
    answers.truncate(PAGE);
    let next = answers.last().filter(|_| more).map(|last| last.id.clone());
    WrittenPage { total, found, withheld, answers, next, tags }
}

#[derive(Debug, Deserialize)]
struct WrittenInPath {
    poll_id: PollId,
    question_id: QuestionId,
    written: WrittenId,
}

/// Gives an answer these tags, in place of those it had.
async fn tag(
    State(edge): State<Edge>,
    official: SignedIn<ManagePolls>,
    Path(WrittenInPath { poll_id, question_id, written }): Path<WrittenInPath>,
    Input(TagsRequest { tags }): Input<TagsRequest>,
) -> Result<Json<Written>, Refusal> {
    let tags = read_tags(&tags).map_err(|code: FaultCode| Refusal::invalid("tags", code))?;
    let by = official.official.id.clone();
    let locate = LocateWritten { poll: poll_id, question: question_id.clone(), tagged_by: Some(by) };
    let places = edge.municipality(&official.municipality, &locate).await?;
    let tag = TagWritten { question: question_id, id: written, tags };
    for name in &places.boxes {
        if let Some(written) = edge.ask(name, &tag).await? {
            return Ok(Json(written));
        }
    }
    Err(Refusal::NotFound)
}
