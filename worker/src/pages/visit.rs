//! A resident's visit to one page: which municipality, in which language, on its own or in a frame.

use std::sync::Arc;

use axum::{
    extract::FromRequestParts,
    http::{StatusCode, Uri, request::Parts},
    response::{IntoResponse, Redirect, Response},
};
use serde::Deserialize;
use shared::{
    ids::{AreaId, Slug, TopicId},
    paths::Place,
    text::{Language, Phrase},
    time::CivilDate,
    wire::public::InitiativeSummary,
};
use ui::{AnyView, Words};
use widget::{
    state::{Content, Context, Drawn, PageState},
    texts::Texts,
};

use super::{
    document::{self, Keep},
    reuse::DrawnFrom,
};
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
    /// What the address says an idea is about, of what the municipality has; the host page knows it sometimes.
    pub(super) topic: Option<TopicId>,
    pub(super) area: Option<AreaId>,
    context: Context,
}

#[derive(Deserialize)]
struct VisitPath {
    slug: Slug,
    language: String,
}

/// Why a request is no visit to the page it asks for.
pub(super) enum Turned {
    Refused(Refusal),
    /// The page is there in another language, at this address.
    To(String),
}

impl From<Refusal> for Turned {
    fn from(refusal: Refusal) -> Self {
        Self::Refused(refusal)
    }
}

impl IntoResponse for Turned {
    fn into_response(self) -> Response {
        match self {
            Self::Refused(refusal) => refusal.into_response(),
            Self::To(address) => Redirect::temporary(&address).into_response(),
        }
    }
}

impl FromRequestParts<Edge> for Visit {
    type Rejection = Turned;

    async fn from_request_parts(parts: &mut Parts, edge: &Edge) -> Result<Self, Turned> {
        let Path(VisitPath { slug, language: tag }) = Path::<VisitPath>::from_request_parts(parts, edge).await?;
        if !is_like_a_language(&tag) {
            return Err(Refusal::NotFound.into());
        }
        let snapshot = edge.snapshot(&slug).await?;
        let offered = &snapshot.settings.languages;
        let Some(language) = Language::from_tag(&tag).filter(|language| offered.contains(language)) else {
            // The loader asks for the host page's language, whatever it is.
            let primary = tag.split('-').next().unwrap_or_default().to_ascii_lowercase();
            let nearest = Language::from_tag(&primary).filter(|language| offered.contains(language));
            return Err(Turned::To(in_language(&parts.uri, &tag, nearest.unwrap_or_default())));
        };
        let place = place_of(parts.uri.path());
        let query = parts.uri.query();
        let host = host_in(query).filter(|host| snapshot.settings.sites.contains(host));
        let topic = parameter(query, "topic").and_then(|id| TopicId::parse(&id).ok());
        let topic = topic.filter(|id| snapshot.topics.iter().any(|topic| topic.id == *id));
        let area = parameter(query, "area").and_then(|id| AreaId::parse(&id).ok());
        let area = area.filter(|id| snapshot.areas.iter().any(|area| area.id == *id));
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
        Ok(Self { edge: edge.clone(), slug, language, snapshot, topic, area, context })
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

    /// A page that is drawn by whoever asks, with its title and its address in each language.
    pub(super) fn drawn(&self, title: &str, address: impl Fn(Language) -> String, main: &str) -> Response {
        let addresses = self.context.languages.iter().map(|&language| (language, address(language))).collect();
        let content = Content::Drawn(Drawn { title: title.to_owned(), addresses });
        let state = PageState { context: self.context.clone(), content };
        document::drawn(self.edge.manifest(), &state, main, &self.snapshot)
    }

    fn respond(&self, content: Content, status: StatusCode, keep: Keep) -> Response {
        let state = PageState { context: self.context.clone(), content };
        let mut sites = self.snapshot.settings.sites.clone();
        // Officials see a preview of what they embed; their program may have an origin of its own.
        let config = self.edge.config();
        if config.admin_origin != config.public_origin {
            sites.push(config.admin_origin.clone());
        }
        let mut response = document::page(self.edge.manifest(), &state, status, keep, &sites, Some(&self.snapshot));
        if keep == Keep::Briefly {
            response.extensions_mut().insert(DrawnFrom(Arc::clone(&self.snapshot)));
        }
        response
    }

    /// The address of a page where this visit is.
    pub(super) fn url(&self, page: &shared::paths::Page<'_>) -> String {
        self.context.url(page)
    }

    /// The short address of a poll, whole.
    pub(super) fn short_url(&self, code: &str) -> Option<String> {
        self.context.short_url(code)
    }

    /// A phrase, marked when it is not in the page's language.
    pub(super) fn phrase(&self, phrase: &Phrase) -> Words {
        self.context.words(phrase)
    }

    /// What the views need to know of it.
    pub(super) fn context(&self) -> &Context {
        &self.context
    }

    /// The words of the residents' pages.
    pub(super) fn texts(&self) -> Texts {
        self.context.texts()
    }

    /// Residents who answer questions, in a list.
    pub(super) fn cards_of_experienced(&self, initiatives: &[InitiativeSummary]) -> Vec<AnyView> {
        widget::views::experience::cards(&self.context, initiatives)
    }

    /// A day, written out.
    pub(super) fn date(&self, day: CivilDate) -> String {
        self.context.date(day)
    }

    /// What a refusal says in the visitor's language.
    pub(super) fn words(&self, refusal: &Refusal) -> shared::wire::problem::Problem {
        refusal.problem(self.language, Some(&self.snapshot.settings))
    }
}

/// Whether a part of an address can be meant as a language: `tr`, `pap`, `en-GB`.
fn is_like_a_language(tag: &str) -> bool {
    let mut parts = tag.split('-');
    let primary = parts.next().unwrap_or_default();
    matches!(primary.len(), 2 | 3)
        && primary.bytes().all(|byte| byte.is_ascii_alphabetic())
        && parts.all(|part| matches!(part.len(), 1..=8) && part.bytes().all(|byte| byte.is_ascii_alphanumeric()))
}

/// The same address with another language in the place of this one, which stands behind the municipality.
fn in_language(uri: &Uri, tag: &str, language: Language) -> String {
    let path = uri.path();
    let frame = if place_of(path) == Place::Frame { "/frame/v1" } else { "" };
    let rest = path.strip_prefix(frame).and_then(|path| path.strip_prefix('/')).unwrap_or_default();
    let (slug, rest) = rest.split_once('/').unwrap_or((rest, ""));
    let tail = rest.strip_prefix(tag).unwrap_or_default();
    let query = uri.query().map(|query| format!("?{query}")).unwrap_or_default();
    format!("{frame}/{slug}/{}{tail}{query}", language.tag())
}

pub(super) fn place_of(path: &str) -> Place {
    if path.starts_with("/frame/") { Place::Frame } else { Place::Page }
}

/// The origin of the page around the frame, from `?host=`.
pub(crate) fn host_in(query: Option<&str>) -> Option<String> {
    parameter(query, "host").filter(|host| shared::municipality_file::is_origin(host))
}

/// What the query says under this name.
fn parameter(query: Option<&str>, name: &str) -> Option<String> {
    let value = query?.split('&').find_map(|pair| pair.strip_prefix(name)?.strip_prefix('='))?;
    super::form::decoded(value)
}
