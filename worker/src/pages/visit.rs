//! A resident's visit to one page: which municipality, in which language, on its own or in a frame.

use std::sync::Arc;

use axum::{
    extract::FromRequestParts,
    http::{StatusCode, request::Parts},
    response::Response,
};
use serde::Deserialize;
use shared::{ids::Slug, paths::Place, text::Language};
use widget::state::{Content, Context, PageState};

use super::document::{self, Keep};
use crate::{
    http::{edge::Edge, extract::Path},
    objects::municipality::snapshot::PublicSnapshot,
    refusal::Refusal,
};

/// What every handler of a page needs.
pub(super) struct Visit {
    pub(super) edge: Edge,
    pub(super) slug: Slug,
    pub(super) language: Language,
    pub(super) snapshot: Arc<PublicSnapshot>,
    context: Context,
}

#[derive(Deserialize)]
struct VisitPath {
    slug: Slug,
    language: String,
}

impl FromRequestParts<Edge> for Visit {
    type Rejection = Refusal;

    async fn from_request_parts(parts: &mut Parts, edge: &Edge) -> Result<Self, Refusal> {
        let Path(VisitPath { slug, language }) = Path::<VisitPath>::from_request_parts(parts, edge).await?;
        let language = Language::from_tag(&language).ok_or(Refusal::NotFound)?;
        let snapshot = edge.snapshot(&slug).await?;
        if !snapshot.settings.languages.contains(&language) {
            return Err(Refusal::NotFound);
        }
        let place = place_of(parts.uri.path());
        let host = host_in(parts.uri.query()).filter(|host| snapshot.settings.sites.contains(host));
        let context = Context {
            place,
            language,
            languages: snapshot.settings.languages.clone(),
            slug: slug.clone(),
            municipality: snapshot.settings.name.clone(),
            contact: Some(snapshot.contact(language)),
            origin: edge.config().public_origin.clone(),
            host,
        };
        Ok(Self { edge: edge.clone(), slug, language, snapshot, context })
    }
}

impl Visit {
    /// A page that is the same for everybody.
    pub(super) fn page(&self, content: Content) -> Response {
        self.respond(content, StatusCode::OK, Keep::Briefly)
    }

    /// The answer to a form, or what only one person may see.
    pub(super) fn answer(&self, content: Content, status: StatusCode) -> Response {
        self.respond(content, status, Keep::Never)
    }

    /// A page that is drawn by whoever asks; the content only names it.
    pub(super) fn drawn(&self, content: Content, main: &str) -> Response {
        let state = PageState { context: self.context.clone(), content };
        document::drawn(&self.edge.manifest().program("widget"), &state, main)
    }

    fn respond(&self, content: Content, status: StatusCode, keep: Keep) -> Response {
        let state = PageState { context: self.context.clone(), content };
        let files = self.edge.manifest().program("widget");
        document::page(&files, &state, status, keep, &self.snapshot.settings.sites)
    }

    /// The address of a page where this visit is.
    pub(super) fn url(&self, page: &shared::paths::Page<'_>) -> String {
        self.context.url(page)
    }

    /// What a refusal says in the visitor's language.
    pub(super) fn words(&self, refusal: &Refusal) -> shared::wire::problem::Problem {
        refusal.problem(self.language, Some(&self.snapshot.settings))
    }
}

pub(super) fn place_of(path: &str) -> Place {
    if path.starts_with("/frame/") { Place::Frame } else { Place::Page }
}

/// The origin of the page around the frame, from `?host=`.
fn host_in(query: Option<&str>) -> Option<String> {
    let value = query?.split('&').find_map(|pair| pair.strip_prefix("host="))?;
    super::form::decoded(value).filter(|host| shared::municipality_file::is_origin(host))
}
