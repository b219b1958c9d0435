//! The page that says what went wrong and what to do, with the municipality's own number where it is known.

use axum::{extract::State, http::StatusCode, response::Response};
use shared::{
    ids::Slug,
    text::Language,
    wire::{problem::Problem, public::ContactView},
};
use widget::state::{Content, Context, Failure, PageState};

use super::{
    document::{self, Keep},
    visit::place_of,
};
use crate::{
    http::{edge::Edge, language::Speak},
    objects::municipality::snapshot::PublicSnapshot,
};

/// A problem as a page.
pub fn problem(
    edge: &Edge,
    language: Language,
    problem: &Problem,
    of: Option<&PublicSnapshot>,
    path: &str,
) -> Response {
    let failure = match problem.status {
        404 => Failure::NotFound,
        500 | 503 => Failure::Unavailable,
        _ => Failure::Told { title: problem.title.clone(), detail: problem.detail.clone() },
    };
    let status = StatusCode::from_u16(problem.status).unwrap_or(StatusCode::INTERNAL_SERVER_ERROR);
    show(edge, language, failure, of, path, status)
}

/// The root of the address belongs to no municipality: it says where to go.
pub(super) async fn start(State(edge): State<Edge>, Speak(language): Speak) -> Response {
    let (title, detail) = match language {
        Language::Nl => ("Buurtstem", "U vindt Buurtstem op de website van uw gemeente."),
        Language::En => ("Buurtstem", "You find Buurtstem on the website of your municipality."),
        Language::Tr => super::words::tr::START,
    };
    let failure = Failure::Told { title: title.to_owned(), detail: detail.to_owned() };
    show(&edge, language, failure, None, "/", StatusCode::OK)
}

fn show(
    edge: &Edge,
    language: Language,
    failure: Failure,
    of: Option<&PublicSnapshot>,
    path: &str,
    status: StatusCode,
) -> Response {
    let place = place_of(path);
    let name = path.strip_prefix("/frame/v1").unwrap_or(path).split('/').nth(1).unwrap_or_default();
    // Without a municipality no address is made with the slug, so any will do.
    let slug = Slug::parse(name).unwrap_or_else(|_| Slug::from_random([0; 16]));
    let settings = of.map(|of| &of.settings);
    let context = Context {
        place,
        language,
        languages: settings.map(|settings| settings.languages.clone()).unwrap_or_default(),
        slug,
        municipality: settings.map(|settings| settings.name.clone()).unwrap_or_default(),
        contact: settings.map(|settings| ContactView {
            phone: settings.contact.phone.clone(),
            hours: settings.contact.hours.in_language(language),
            person: settings.contact.person.clone(),
        }),
        origin: edge.config().public_origin.clone(),
        host: None,
    };
    let state = PageState { context, content: Content::Failure(failure) };
    document::page(edge.manifest(), &state, status, Keep::Never, of)
}
