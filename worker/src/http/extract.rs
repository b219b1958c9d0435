//! What a handler asks for in its signature: a municipality that exists, a body that fits, somebody who may.

use std::marker::PhantomData;

use axum::{
    body::{Body, to_bytes},
    extract::{FromRequest, FromRequestParts, Request},
    http::{HeaderMap, Method, header, request::Parts},
};
use serde::de::DeserializeOwned;
use shared::{
    actor::Permission,
    fault::{Fault, FaultCode},
    ids::{self, Slug},
    text::Language,
    wire::public::IDEMPOTENCY_KEY_HEADER,
};

use super::{edge::Edge, json};
use crate::{
    auth::{Token, token::Use},
    objects::municipality::sessions::{SignedInOfficial, WhoIs},
    refusal::{Code, Refusal},
};

/// The most bytes of a request. A ballot with 40 full open answers is 320 KB at worst and 10 KB in earnest; a
/// proposal with four full texts in Arabic is 24 KB.
pub const MAX_BODY: usize = 64 * 1024;
/// The same for an operator's file: 500 buurten with complexes and a sample are some hundred kilobytes.
pub const MAX_FILE: usize = 4 * 1024 * 1024;

/// A JSON body of at most [`MAX_BODY`] bytes.
#[derive(Debug)]
pub struct Input<T>(pub T);

impl<T: DeserializeOwned> FromRequest<Edge> for Input<T> {
    type Rejection = Refusal;

    async fn from_request(request: Request, _edge: &Edge) -> Result<Self, Refusal> {
        json::read(&json_bytes(request, MAX_BODY).await?).map(Self)
    }
}

/// A JSON body of at most [`MAX_FILE`] bytes, read on behind what is wrong in it. Ask for [`Operator`] before it, so
/// that strangers send nothing large.
#[derive(Debug)]
pub struct File<T>(pub json::Reading<T>);

impl<T: DeserializeOwned> FromRequest<Edge> for File<T> {
    type Rejection = Refusal;

    async fn from_request(request: Request, _edge: &Edge) -> Result<Self, Refusal> {
        json::read_on(&json_bytes(request, MAX_FILE).await?).map(Self)
    }
}

/// The bytes of a body that says it is JSON.
pub async fn json_bytes(request: Request, most: usize) -> Result<Vec<u8>, Refusal> {
    let content_type = header_text(request.headers(), header::CONTENT_TYPE.as_str()).unwrap_or_default();
    let kind = content_type.split(';').next().unwrap_or_default().trim();
    if !kind.eq_ignore_ascii_case("application/json") {
        return Err(Refusal::NotJson);
    }
    read_bytes(request, most).await
}

/// The whole body, refused as soon as it is larger than `most`.
pub async fn read_bytes(request: Request, most: usize) -> Result<Vec<u8>, Refusal> {
    let announced = header_text(request.headers(), header::CONTENT_LENGTH.as_str());
    if announced.and_then(|length| length.parse::<usize>().ok()).is_some_and(|length| length > most) {
        return Err(Refusal::TooLarge);
    }
    let body: Body = request.into_body();
    // A body that breaks off ends here too, but then nobody is left to read the answer.
    to_bytes(body, most).await.map(|bytes| bytes.to_vec()).map_err(|_| Refusal::TooLarge)
}

/// A parameter of the path. What is not one leads nowhere: `NotFound`.
#[derive(Debug)]
pub struct Path<T>(pub T);

impl<T: DeserializeOwned + Send, S: Send + Sync> FromRequestParts<S> for Path<T> {
    type Rejection = Refusal;

    async fn from_request_parts(parts: &mut Parts, state: &S) -> Result<Self, Refusal> {
        let read = axum::extract::Path::<T>::from_request_parts(parts, state).await;
        read.map(|axum::extract::Path(value)| Self(value)).map_err(|_| Refusal::NotFound)
    }
}

/// The query of the address. Give its type `deny_unknown_fields` unless it takes `lang` too.
#[derive(Debug)]
pub struct Query<T>(pub T);

impl<T: DeserializeOwned, S: Send + Sync> FromRequestParts<S> for Query<T> {
    type Rejection = Refusal;

    async fn from_request_parts(parts: &mut Parts, _state: &S) -> Result<Self, Refusal> {
        let read = axum::extract::Query::<T>::try_from_uri(&parts.uri);
        read.map(|axum::extract::Query(value)| Self(value)).map_err(|rejection| {
            let message = rejection.to_string();
            let field = message.split('`').nth(1).unwrap_or("query").to_owned();
            let code = if message.contains("missing field") { FaultCode::Required } else { FaultCode::WrongKind };
            Fault::new(field, code).into()
        })
    }
}

/// The municipality that the path names, which exists. The path's parameter is called `slug`.
#[derive(Debug, Clone)]
pub struct Municipality(pub Slug);

impl FromRequestParts<Edge> for Municipality {
    type Rejection = Refusal;

    async fn from_request_parts(parts: &mut Parts, edge: &Edge) -> Result<Self, Refusal> {
        let slug = path_slug(parts, edge).await?;
        edge.check_known(&slug).await?;
        Ok(Self(slug))
    }
}

/// The name that the path carries, of a municipality that may not exist (yet).
#[derive(Debug, Clone)]
pub struct NewMunicipality(pub Slug);

impl FromRequestParts<Edge> for NewMunicipality {
    type Rejection = Refusal;

    async fn from_request_parts(parts: &mut Parts, edge: &Edge) -> Result<Self, Refusal> {
        path_slug(parts, edge).await.map(Self)
    }
}

#[derive(serde::Deserialize)]
struct SlugInPath {
    slug: Slug,
}

async fn path_slug(parts: &mut Parts, edge: &Edge) -> Result<Slug, Refusal> {
    Path::<SlugInPath>::from_request_parts(parts, edge).await.map(|Path(path)| path.slug)
}

/// The key that makes a repeated write harmless. Writes by the public have to carry one.
#[derive(Debug, Clone)]
pub struct IdempotencyKey(pub ids::IdempotencyKey);

impl<S: Sync> FromRequestParts<S> for IdempotencyKey {
    type Rejection = Refusal;

    async fn from_request_parts(parts: &mut Parts, _state: &S) -> Result<Self, Refusal> {
        match header_text(&parts.headers, IDEMPOTENCY_KEY_HEADER) {
            None => Err(Refusal::Unreadable { code: Code::IdempotencyKeyMissing }),
            Some(key) => ids::IdempotencyKey::parse(key)
                .map(Self)
                .map_err(|_| Refusal::invalid("Idempotency-Key", FaultCode::WrongKind)),
        }
    }
}

/// Whoever holds the operator's key.
#[derive(Debug)]
pub struct Operator(());

impl FromRequestParts<Edge> for Operator {
    type Rejection = Refusal;

    async fn from_request_parts(parts: &mut Parts, edge: &Edge) -> Result<Self, Refusal> {
        let offered = header_text(&parts.headers, header::AUTHORIZATION.as_str())
            .and_then(|value| value.strip_prefix("Bearer "))
            .unwrap_or_default();
        // Without a key in the environment nobody is the operator.
        match &edge.config().operator_key {
            Some(key) if key.matches(offered) => Ok(Self(())),
            _ => Err(Refusal::SignInNeeded { code: Code::OperatorKeyWrong }),
        }
    }
}

/// The session cookie. `__Host-` binds it to this host, to https and to the whole path.
pub const SESSION_COOKIE: &str = "__Host-buurtstem";

/// The token in the session cookie, whether it holds or not.
#[derive(Debug)]
pub struct SessionToken(pub Token);

impl<S: Sync> FromRequestParts<S> for SessionToken {
    type Rejection = Refusal;

    async fn from_request_parts(parts: &mut Parts, _state: &S) -> Result<Self, Refusal> {
        cookies(&parts.headers)
            .find_map(|(name, value)| (name == SESSION_COOKIE).then(|| Token::parse(value)).flatten())
            .map(Self)
            .ok_or(Refusal::SignInNeeded { code: Code::SignInNeeded })
    }
}

fn cookies(headers: &HeaderMap) -> impl Iterator<Item = (&str, &str)> {
    headers
        .get_all(header::COOKIE)
        .iter()
        .filter_map(|value| value.to_str().ok())
        .flat_map(|value| value.split(';'))
        .filter_map(|pair| pair.trim().split_once('='))
}

/// A permission as a type, so that a handler's signature says what it needs.
pub trait Needs: Send + Sync {
    /// None: whoever is signed in.
    const PERMISSION: Option<Permission>;
}

macro_rules! needs {
    ($($(#[$doc:meta])* $name:ident => $permission:expr),+ $(,)?) => {$(
        $(#[$doc])*
        #[derive(Debug, Clone, Copy)]
        pub struct $name;

        impl Needs for $name {
            const PERMISSION: Option<Permission> = $permission;
        }
    )+};
}

needs! {
    /// Whoever is signed in.
    Anybody => None,
    SeeCases => Some(Permission::SeeCases),
    SeeAllCases => Some(Permission::SeeAllCases),
    HandleCases => Some(Permission::HandleCases),
    Moderate => Some(Permission::Moderate),
    SeeRouting => Some(Permission::SeeRouting),
    SeePolls => Some(Permission::SeePolls),
    ManagePolls => Some(Permission::ManagePolls),
    ExportPolls => Some(Permission::ExportPolls),
    TakeRawBallots => Some(Permission::TakeRawBallots),
    SeeAreas => Some(Permission::SeeAreas),
    JudgeAreas => Some(Permission::JudgeAreas),
    Administer => Some(Permission::Administer),
}

/// An official who is signed in and has the permission `P`: `SignedIn<HandleCases>`.
///
/// A request that changes something has to come from the admin origin as well: the cookie alone proves only that a
/// browser sent it.
#[derive(Debug)]
pub struct SignedIn<P> {
    pub official: SignedInOfficial,
    pub municipality: Slug,
    permission: PhantomData<P>,
}

impl<P> SignedIn<P> {
    pub fn language(&self) -> Language {
        self.official.language
    }
}

impl<P: Needs> FromRequestParts<Edge> for SignedIn<P> {
    type Rejection = Refusal;

    async fn from_request_parts(parts: &mut Parts, edge: &Edge) -> Result<Self, Refusal> {
        if !matches!(parts.method, Method::GET | Method::HEAD) {
            check_origin(&parts.headers, edge)?;
        }
        let SessionToken(token) = SessionToken::from_request_parts(parts, edge).await?;
        let who = WhoIs { session: token.hash(Use::Session) };
        let official = match edge.municipality(&token.slug, &who).await {
            // A session of a municipality that does not exist has ended, like any other.
            Err(Refusal::NotFound) => return Err(Refusal::SignInNeeded { code: Code::SignInNeeded }),
            answered => answered?,
        };
        if P::PERMISSION.is_some_and(|permission| !official.role.may(permission)) {
            return Err(Refusal::Forbidden);
        }
        Ok(Self { official, municipality: token.slug, permission: PhantomData })
    }
}

/// Refuses what does not come from the page for officials.
pub fn check_origin(headers: &HeaderMap, edge: &Edge) -> Result<(), Refusal> {
    let origin = header_text(headers, header::ORIGIN.as_str());
    if origin == Some(edge.config().admin_origin.as_str()) { Ok(()) } else { Err(Refusal::ForeignOrigin) }
}

/// A header's value, when it is there once and is plain ASCII.
pub fn header_text<'a>(headers: &'a HeaderMap, name: &str) -> Option<&'a str> {
    let mut values = headers.get_all(name).iter();
    match (values.next(), values.next()) {
        (Some(value), None) => value.to_str().ok(),
        _ => None,
    }
}
