//! `/admin/house-style`: how the residents' pages look, for the administrator.
//!
//! `GET` · `PUT` (a theme; what is not safe in it is left out and named) · `POST /trial` (says what `PUT` would store) ·
//! `POST /removal` (our own look again) · `/takeover` (a theme from a registered site): `POST` (the answer holds the key,
//! this once) · `GET` (whether it came) · `POST /removal` (stops). `/admin/logo`: `PUT` (a PNG or an SVG as the body) ·
//! `POST /removal`.

use axum::{
    Json, Router,
    extract::{Request, State},
    routing::{get, post, put},
};
use base64::{Engine, engine::general_purpose::STANDARD};
use shared::{
    house_style::HouseStyle,
    wire::house_style::{HouseStyleRequest, HouseStyleView, Takeover, TakeoverKey, TakeoverRequest},
};

use crate::{
    auth::{Token, token::Use},
    house_style::{self, MAX_LOGO},
    http::{
        edge::Edge,
        extract::{Administer, Input, SignedIn, json_bytes, read_bytes},
        json,
    },
    objects::municipality::{
        house_style::{PutHouseStyle, PutLogo, ReadHouseStyle},
        takeover::{BeginTakeover, EndTakeover, ReadTakeover},
    },
    refusal::Refusal,
};

/// Bytes of a request: [`shared::wire::house_style::MAX_THEME`] characters, with what JSON adds.
const MAX_BODY: usize = 800_000;

pub(super) fn routes() -> Router<Edge> {
    Router::new()
        .route("/house-style", get(read).put(store))
        .route("/house-style/trial", post(trial))
        .route("/house-style/removal", post(remove))
        .route("/house-style/takeover", get(taken_over).post(begin))
        .route("/house-style/takeover/removal", post(end))
        .route("/logo", put(store_logo))
        .route("/logo/removal", post(remove_logo))
}

type Keeper = SignedIn<Administer>;

async fn read(State(edge): State<Edge>, signed_in: Keeper) -> Result<Json<HouseStyleView>, Refusal> {
    edge.municipality(&signed_in.municipality, &ReadHouseStyle {}).await.map(Json)
}

async fn trial(signed_in: Keeper, State(edge): State<Edge>, request: Request) -> Result<Json<HouseStyleView>, Refusal> {
    let style = read_theme(&edge, &signed_in, request).await?;
    Ok(Json(HouseStyleView { stored_on: None, style: Some(style), logo: None }))
}

async fn store(signed_in: Keeper, State(edge): State<Edge>, request: Request) -> Result<Json<HouseStyleView>, Refusal> {
    let style = read_theme(&edge, &signed_in, request).await?;
    replace(&edge, signed_in, Some(style)).await
}

async fn remove(signed_in: Keeper, State(edge): State<Edge>) -> Result<Json<HouseStyleView>, Refusal> {
    replace(&edge, signed_in, None).await
}

async fn replace(edge: &Edge, signed_in: Keeper, style: Option<HouseStyle>) -> Result<Json<HouseStyleView>, Refusal> {
    let SignedIn { official, municipality, .. } = signed_in;
    let stored = edge.municipality(&municipality, &PutHouseStyle { official, style: style.map(Box::new) }).await?;
    edge.snapshots().forget(&municipality);
    Ok(Json(stored))
}

async fn taken_over(State(edge): State<Edge>, signed_in: Keeper) -> Result<Json<Takeover>, Refusal> {
    let SignedIn { official, municipality, .. } = signed_in;
    edge.municipality(&municipality, &ReadTakeover { official }).await.map(Json)
}

async fn begin(
    State(edge): State<Edge>,
    signed_in: Keeper,
    Input(request): Input<TakeoverRequest>,
) -> Result<Json<TakeoverKey>, Refusal> {
    let SignedIn { official, municipality, .. } = signed_in;
    let key = Token::new(municipality.clone(), edge.random()?.id());
    let hash = key.hash(Use::Takeover);
    edge.municipality(&municipality, &BeginTakeover { official, request, hash }).await?;
    Ok(Json(TakeoverKey { key: key.text() }))
}

async fn end(State(edge): State<Edge>, signed_in: Keeper) -> Result<Json<Takeover>, Refusal> {
    let SignedIn { official, municipality, .. } = signed_in;
    edge.municipality(&municipality, &EndTakeover { official }).await.map(Json)
}

async fn store_logo(
    signed_in: Keeper,
    State(edge): State<Edge>,
    request: Request,
) -> Result<Json<HouseStyleView>, Refusal> {
    let logo = STANDARD.encode(read_bytes(request, MAX_LOGO).await?);
    replace_logo(&edge, signed_in, Some(logo)).await
}

async fn remove_logo(signed_in: Keeper, State(edge): State<Edge>) -> Result<Json<HouseStyleView>, Refusal> {
    replace_logo(&edge, signed_in, None).await
}

async fn replace_logo(edge: &Edge, signed_in: Keeper, logo: Option<String>) -> Result<Json<HouseStyleView>, Refusal> {
    let SignedIn { official, municipality, .. } = signed_in;
    let stored = edge.municipality(&municipality, &PutLogo { official, logo }).await?;
    edge.snapshots().forget(&municipality);
    Ok(Json(stored))
}

/// The theme of the request, as far as it is safe. Whoever may send so much is asked first.
async fn read_theme(edge: &Edge, signed_in: &Keeper, request: Request) -> Result<HouseStyle, Refusal> {
    let HouseStyleRequest { theme } = json::read(&json_bytes(request, MAX_BODY).await?)?;
    let snapshot = edge.snapshot(&signed_in.municipality).await?;
    house_style::read(&theme, &snapshot.settings.sites).map_err(|code| Refusal::invalid("theme", code))
}
