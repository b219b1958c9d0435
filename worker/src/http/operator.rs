//! What the operator does, with the key from the environment: load a municipality from its file, and make the first
//! sign-in links.

use axum::{
    Json, Router,
    extract::State,
    response::{IntoResponse, Response},
    routing::{post, put},
};
use shared::wire::operator::{MunicipalityFile, SignInLink, SignInLinkRequest};

use super::{
    admin::{area_map, postcodes, residents},
    created,
    edge::Edge,
    extract::{File, Input, Municipality, NewMunicipality, Operator},
};
use crate::{
    auth::{Token, token::Use},
    objects::{
        DIRECTORY,
        directory::Register,
        municipality::{load::Load, sessions::MakeSignInLink},
    },
    refusal::Refusal,
};

pub(super) fn routes() -> Router<Edge> {
    Router::new()
        .route("/municipalities/{slug}/sign-in-links", post(make_link))
        // The map of the areas, the table of postcodes and that of the residents, as officials load them too.
        .route("/municipalities/{slug}/area-map", put(area_map::by_operator))
        .route("/municipalities/{slug}/postcodes", put(postcodes::by_operator))
        .route("/municipalities/{slug}/residents", put(residents::by_operator))
}

/// `PUT /municipalities/{slug}`: makes or updates a municipality. First its own object, whole or not at all; then
/// the directory. When it breaks off in between, doing it again completes it.
pub(super) async fn load(
    _: Operator,
    State(edge): State<Edge>,
    NewMunicipality(slug): NewMunicipality,
    File(reading): File<Box<MunicipalityFile>>,
) -> Result<Response, Refusal> {
    // Before anything is asked: a file with faults must not even make an empty object.
    let file = reading.check(|file| file.faults(&slug))?;
    let receipt = edge.ask(slug.as_str(), &Load { slug: slug.clone(), file }).await?;
    edge.ask(DIRECTORY, &Register { slug: slug.clone() }).await?;
    edge.remember(&slug, true);
    edge.snapshots().forget(&slug);
    Ok(if receipt.created { created(&shared::paths::api(&slug), receipt) } else { Json(receipt).into_response() })
}

/// `POST /municipalities/{slug}/sign-in-links`: a link that signs one official in, once.
async fn make_link(
    _: Operator,
    State(edge): State<Edge>,
    Municipality(slug): Municipality,
    Input(request): Input<SignInLinkRequest>,
) -> Result<Response, Refusal> {
    let token = Token::new(slug.clone(), edge.random()?.id());
    let operation = MakeSignInLink { official_id: request.official_id.clone(), hash: token.hash(Use::SignInLink) };
    let owner = edge.municipality(&slug, &operation).await?;
    let link = SignInLink {
        official_id: request.official_id,
        name: owner.name,
        role: owner.role,
        path: format!("/admin/aanmelden#t={}", token.text()),
    };
    Ok((http::StatusCode::CREATED, Json(link)).into_response())
}
