//! The logo of a municipality, under a name that changes with it.

use axum::{
    extract::State,
    http::{HeaderValue, header},
    response::{IntoResponse, Response},
};
use base64::{Engine, engine::general_purpose::STANDARD};
use serde::Deserialize;

use crate::{
    http::{
        edge::Edge,
        extract::{Municipality, Path},
    },
    objects::municipality::house_style::{ReadLogo, SentLogo},
    refusal::Refusal,
};

#[derive(Deserialize)]
pub(super) struct LogoPath {
    logo: String,
}

/// Nothing runs in it, and nothing is fetched for it, also when somebody opens it alone.
const POLICY: &str = "default-src 'none'; style-src 'unsafe-inline'; img-src data:; sandbox; frame-ancestors 'none'";

pub(super) async fn show(
    State(edge): State<Edge>,
    Municipality(slug): Municipality,
    Path(LogoPath { logo }): Path<LogoPath>,
) -> Result<Response, Refusal> {
    let SentLogo { kind, bytes } = edge.municipality(&slug, &ReadLogo { file: logo }).await?;
    let bytes = STANDARD.decode(bytes).map_err(|error| Refusal::fault(error.to_string()))?;
    let headers = [
        (header::CONTENT_TYPE, kind.media_type()),
        (header::CACHE_CONTROL, "public, max-age=31536000, immutable"),
        (header::CONTENT_SECURITY_POLICY, POLICY),
    ];
    Ok((headers.map(|(name, value)| (name, HeaderValue::from_static(value))), bytes).into_response())
}
