//! `POST /municipalities/{slug}/house-style-values`: what a page of a site has, when an administrator takes its house
//! style over. Our own frame on that page sends it, so it comes from our own origin, and the browser told the frame which
//! site is around it. Nothing is applied: the administrator looks at it first.

use axum::{
    Router,
    extract::State,
    http::{HeaderMap, StatusCode, header},
    routing::post,
};
use shared::wire::house_style::TakeoverValues;

use crate::{
    auth::{Token, token::Use},
    house_style,
    http::{
        edge::Edge,
        extract::{Input, Municipality, header_text},
    },
    objects::municipality::takeover::TakeInStyle,
    refusal::Refusal,
};

pub(super) fn routes() -> Router<Edge> {
    Router::new().route("/municipalities/{slug}/house-style-values", post(take_in))
}

async fn take_in(
    State(edge): State<Edge>,
    Municipality(slug): Municipality,
    headers: HeaderMap,
    Input(sent): Input<TakeoverValues>,
) -> Result<StatusCode, Refusal> {
    if header_text(&headers, header::ORIGIN.as_str()) != Some(edge.config().public_origin.as_str()) {
        return Err(Refusal::ForeignOrigin);
    }
    let TakeoverValues { key, site, values } = sent;
    let key = Token::parse(&key).filter(|key| key.slug == slug).ok_or(Refusal::NotFound)?;
    let take_in = TakeInStyle { hash: key.hash(Use::Takeover), site, theme: house_style::theme_of(&values) };
    edge.municipality(&slug, &take_in).await?;
    Ok(StatusCode::NO_CONTENT)
}
