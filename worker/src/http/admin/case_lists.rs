//! `/admin/cases`, `/admin/case-search`, `/admin/case-overview`: lists of cases page by page, the search in them, and how
//! it stands with all of them.

use axum::{Json, Router, extract::State, routing::get};
use serde::Deserialize;
use shared::{
    ids::{AreaId, PartnerId, TopicId},
    wire::admin::{CaseList, CaseOverview, CaseScope, SoughtState},
};

use crate::{
    http::{
        edge::Edge,
        extract::{Moderate, Query, SeeCases, SignedIn},
    },
    objects::municipality::cases::{ListCases, ReadOverview, SearchCases},
    refusal::Refusal,
};

pub(super) fn routes() -> Router<Edge> {
    Router::new().route("/cases", get(list)).route("/case-search", get(search)).route("/case-overview", get(overview))
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields, rename_all = "camelCase")]
struct ListQuery {
    #[serde(default)]
    scope: CaseScope,
    #[serde(default)]
    partner_id: Option<PartnerId>,
    #[serde(default)]
    after: Option<String>,
}

async fn list(
    signed_in: SignedIn<SeeCases>,
    State(edge): State<Edge>,
    Query(ListQuery { scope, partner_id: owner, after }): Query<ListQuery>,
) -> Result<Json<CaseList>, Refusal> {
    let SignedIn { official, municipality, .. } = signed_in;
    edge.municipality(&municipality, &ListCases { official, scope, owner, after }).await.map(Json)
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields, rename_all = "camelCase")]
struct SearchQuery {
    #[serde(default)]
    words: String,
    #[serde(default)]
    area_id: Option<AreaId>,
    #[serde(default)]
    topic_id: Option<TopicId>,
    #[serde(default)]
    partner_id: Option<PartnerId>,
    #[serde(default)]
    state: Option<SoughtState>,
    #[serde(default)]
    after: Option<String>,
}

async fn search(
    signed_in: SignedIn<SeeCases>,
    State(edge): State<Edge>,
    Query(SearchQuery { words, area_id, topic_id, partner_id, state, after }): Query<SearchQuery>,
) -> Result<Json<CaseList>, Refusal> {
    let SignedIn { official, municipality, .. } = signed_in;
    let search = SearchCases { official, words, area: area_id, topic: topic_id, owner: partner_id, state, after };
    edge.municipality(&municipality, &search).await.map(Json)
}

async fn overview(signed_in: SignedIn<Moderate>, State(edge): State<Edge>) -> Result<Json<CaseOverview>, Refusal> {
    let SignedIn { official, municipality, .. } = signed_in;
    edge.municipality(&municipality, &ReadOverview { official }).await.map(Json)
}
