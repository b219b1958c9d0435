//! `/admin/poll-templates`: the library of ready polls and blocks, the same for every municipality. It is part of the
//! Worker, so no object is asked. Officials alone see it: it says for which level of a network each is meant.

use axum::{Json, Router, routing::get};
use serde::Deserialize;
use shared::{
    ids::TemplateId,
    wire::admin::{Template, TemplateList},
};

use crate::{
    http::{
        edge::Edge,
        extract::{ManagePolls, Path, SignedIn},
    },
    library,
    refusal::Refusal,
};

pub(super) fn routes() -> Router<Edge> {
    Router::new().route("/poll-templates", get(list)).route("/poll-templates/{template_id}", get(read))
}

async fn list(_official: SignedIn<ManagePolls>) -> Result<Json<TemplateList>, Refusal> {
    let templates = library::all()?.iter().map(Template::summary).collect();
    Ok(Json(TemplateList { templates }))
}

#[derive(Debug, Deserialize)]
struct TemplateInPath {
    template_id: TemplateId,
}

async fn read(
    _official: SignedIn<ManagePolls>,
    Path(TemplateInPath { template_id }): Path<TemplateInPath>,
) -> Result<Json<Template>, Refusal> {
    library::find(&template_id).map(Json)
}
