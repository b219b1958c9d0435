//! `/admin/postcodes`: the table that says in which buurt a postcode lies, from a file of CBS. `POST …/preview` reads the same
//! file and stores nothing. The operator has `PUT /municipalities/{slug}/postcodes`.

use axum::{
    Json, Router,
    extract::{Request, State},
    response::{IntoResponse, Response},
    routing::{get, post},
};
use http::StatusCode;
use shared::{
    ids::{OfficialId, Slug},
    postcode::{PostcodeTable, TableReceipt, TableView, table},
};

use crate::{
    http::{
        edge::Edge,
        extract::{Administer, Municipality, Operator, SignedIn, read_bytes},
    },
    objects::municipality::postcodes::{PutPostcodes, ReadPostcodes},
    refusal::{Code, Refusal},
};

pub(super) fn routes() -> Router<Edge> {
    Router::new()
        .route("/postcodes", get(read).put(by_official).delete(remove))
        .route("/postcodes/preview", post(preview))
}

/// The most bytes of a file: some 600,000 addresses, more than Amsterdam has. The file of the whole country is ten times
/// as large as what the platform takes in one request.
const MAX_TABLE: usize = 20 * 1024 * 1024;

async fn read(State(edge): State<Edge>, official: SignedIn<Administer>) -> Result<Json<TableView>, Refusal> {
    edge.municipality(&official.municipality, &ReadPostcodes {}).await.map(Json)
}

/// Whoever may send so much is asked first.
async fn preview(
    official: SignedIn<Administer>,
    State(edge): State<Edge>,
    request: Request,
) -> Result<Json<TableReceipt>, Refusal> {
    let (_, receipt) = read_file(&edge, &official.municipality, request).await?;
    Ok(Json(receipt))
}

async fn by_official(
    official: SignedIn<Administer>,
    State(edge): State<Edge>,
    request: Request,
) -> Result<Json<TableReceipt>, Refusal> {
    load(&edge, &official.municipality, Some(official.official.id), request).await
}

pub(in crate::http) async fn by_operator(
    _: Operator,
    State(edge): State<Edge>,
    Municipality(slug): Municipality,
    request: Request,
) -> Result<Json<TableReceipt>, Refusal> {
    load(&edge, &slug, None, request).await
}

/// Made small here, so that the municipality's object, which everybody waits for, only stores it.
async fn read_file(edge: &Edge, slug: &Slug, request: Request) -> Result<(PostcodeTable, TableReceipt), Refusal> {
    let bytes = read_bytes(request, MAX_TABLE).await?;
    let text = String::from_utf8(bytes).map_err(|_| Refusal::Unreadable { code: Code::NotUtf8 })?;
    let snapshot = edge.snapshot(slug).await?;
    Ok(table::read(&text, &snapshot.settings.cbs_code, &snapshot.areas)?)
}

async fn load(
    edge: &Edge,
    slug: &Slug,
    by: Option<OfficialId>,
    request: Request,
) -> Result<Json<TableReceipt>, Refusal> {
    let (table, receipt) = read_file(edge, slug, request).await?;
    edge.municipality(slug, &PutPostcodes { by, table: Some(Box::new(table)) }).await?;
    edge.snapshots().forget(slug);
    Ok(Json(receipt))
}

async fn remove(official: SignedIn<Administer>, State(edge): State<Edge>) -> Result<Response, Refusal> {
    let slug = official.municipality;
    edge.municipality(&slug, &PutPostcodes { by: Some(official.official.id), table: None }).await?;
    edge.snapshots().forget(&slug);
    Ok(StatusCode::NO_CONTENT.into_response())
}
