//! `POST /admin/sessions` and `DELETE /admin/sessions/current`: signing in with a one-time link, and out.
//!
//! Signing in asks for the admin origin and for JSON, so that no other site can sign somebody in unnoticed. The new
//! session has a new token, whatever cookie came along.

use axum::{
    Json, Router,
    extract::State,
    http::{HeaderMap, HeaderValue, StatusCode, header},
    response::{IntoResponse, Response},
    routing::{delete, post},
};
use shared::wire::admin::SignInRequest;

use crate::{
    auth::{SESSION_LIFE, Token, token::Use},
    http::{
        edge::Edge,
        extract::{Input, SESSION_COOKIE, SessionToken, check_origin},
    },
    objects::municipality::sessions::{SignIn, SignOut},
    refusal::{Code, Refusal},
};

pub(super) fn routes() -> Router<Edge> {
    Router::new().route("/sessions", post(sign_in)).route("/sessions/current", delete(sign_out))
}

async fn sign_in(
    State(edge): State<Edge>,
    headers: HeaderMap,
    Input(request): Input<SignInRequest>,
) -> Result<Response, Refusal> {
    check_origin(&headers, &edge)?;
    // A text that is no token, a municipality that is not there and a link that was used all look the same.
    let refused = Refusal::SignInNeeded { code: Code::SignInLinkInvalid };
    let Some(link) = Token::parse(&request.token) else { return Err(refused) };
    let session = Token::new(link.slug.clone(), edge.random()?.id());
    let operation = SignIn { link: link.hash(Use::SignInLink), session: session.hash(Use::Session) };
    let me = match edge.municipality(&link.slug, &operation).await {
        Err(Refusal::NotFound) => return Err(refused),
        answered => answered?,
    };
    let mut response = (StatusCode::CREATED, Json(me)).into_response();
    set_cookie(&mut response, &session.text(), SESSION_LIFE / 1_000);
    Ok(response)
}

/// Ends the session. It answers the same when there was none: whoever signs out is signed out.
async fn sign_out(
    State(edge): State<Edge>,
    headers: HeaderMap,
    token: Result<SessionToken, Refusal>,
) -> Result<Response, Refusal> {
    check_origin(&headers, &edge)?;
    if let Ok(SessionToken(token)) = token {
        let ended = edge.municipality(&token.slug, &SignOut { session: token.hash(Use::Session) }).await;
        match ended {
            Ok(()) | Err(Refusal::NotFound) => {}
            Err(refusal) => return Err(refusal),
        }
    }
    let mut response = StatusCode::NO_CONTENT.into_response();
    set_cookie(&mut response, "", 0);
    Ok(response)
}

fn set_cookie(response: &mut Response, value: &str, seconds: i64) {
    let cookie = format!("{SESSION_COOKIE}={value}; Path=/; Secure; HttpOnly; SameSite=Strict; Max-Age={seconds}");
    if let Ok(cookie) = HeaderValue::from_str(&cookie) {
        response.headers_mut().insert(header::SET_COOKIE, cookie);
    }
}
