//! `GET /municipalities/{slug}/routes`: who would get a proposal that is sent today, and why. Shown before sending.

use axum::{Json, Router, extract::State, routing::get};
use serde::Deserialize;
use shared::{
    fault::{Fault, FaultCode},
    ids::{AreaId, Slug, TopicId},
    proposal::ProposalKind,
    routing::Facts,
    text::Language,
    wire::public::RouteView,
};

use crate::{
    http::{
        edge::Edge,
        extract::{Municipality, Query},
        language::Speak,
    },
    refusal::Refusal,
};

pub(super) fn routes() -> Router<Edge> {
    Router::new().route("/municipalities/{slug}/routes", get(read))
}

/// What a route is asked for. No topic is "weet ik niet".
#[derive(Debug, Deserialize)]
#[serde(rename_all = "camelCase")]
pub(crate) struct RouteQuery {
    #[serde(default)]
    pub(crate) topic_id: Option<TopicId>,
    pub(crate) area_id: AreaId,
    #[serde(default = "idea")]
    pub(crate) kind: ProposalKind,
}

const fn idea() -> ProposalKind {
    ProposalKind::Idea
}

async fn read(
    State(edge): State<Edge>,
    Municipality(slug): Municipality,
    Query(query): Query<RouteQuery>,
    Speak(language): Speak,
) -> Result<Json<RouteView>, Refusal> {
    route(&edge, &slug, &query, language).await.map(Json)
}

/// The route from what the edge remembers of the municipality. Sending asks the municipality itself.
pub(crate) async fn route(
    edge: &Edge,
    slug: &Slug,
    query: &RouteQuery,
    language: Language,
) -> Result<RouteView, Refusal> {
    let snapshot = edge.snapshot(slug).await?;
    let (topics, areas) = (&snapshot.topics, &snapshot.areas);
    let mut faults = Vec::new();
    if query.topic_id.as_ref().is_some_and(|id| !topics.iter().any(|topic| &topic.id == id)) {
        faults.push(Fault::new("topicId", FaultCode::Unknown));
    }
    if !areas.iter().any(|area| area.id == query.area_id) {
        faults.push(Fault::new("areaId", FaultCode::Unknown));
    }
    if !faults.is_empty() {
        return Err(faults.into());
    }
    let facts = Facts { topic_id: query.topic_id.as_ref(), area_id: &query.area_id, kind: query.kind };
    snapshot.cases.route(facts, (topics, areas), &snapshot.settings, (language, edge.now()))
}
