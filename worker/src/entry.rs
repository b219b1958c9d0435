//! Where the platform hands over a request.

use std::{cell::OnceCell, sync::Arc};

use axum::Router;
use tower::Service;
use worker::{Context, Env, Error, HttpRequest, Result, event};

use crate::{
    assets,
    http::{self, afterwards::Afterwards, edge::Edge},
    platform::{self, Platform},
};

thread_local! {
    /// One router for the life of the isolate: it holds what is remembered briefly, and costs some to make.
    static ROUTER: OnceCell<Router> = const { OnceCell::new() };
}

/// Every request of the outside world. Files are answered here, because only the platform can fetch them;
/// everything else goes through the router.
#[event(fetch)]
async fn fetch(request: HttpRequest, env: Env, context: Context) -> Result<worker::Response> {
    if let Some(file) = assets::find(request.method(), request.uri().path(), request.headers()) {
        return platform::in_one_piece(platform::serve_file(&env, &file).await?).await;
    }
    let mut response = router(env)?.call(request).await?;
    if let Some(work) = Afterwards::take(&mut response) {
        context.wait_until(work);
    }
    platform::in_one_piece(response).await
}

fn router(env: Env) -> Result<Router> {
    if let Some(router) = ROUTER.with(|kept| kept.get().cloned()) {
        return Ok(router);
    }
    let config = platform::config(&env).map_err(|error| Error::RustError(error.to_string()))?;
    let edge = Edge::new(platform::backend(env), Arc::new(Platform), Arc::new(config), platform::manifest()?);
    Ok(ROUTER.with(|kept| kept.get_or_init(|| http::router(edge)).clone()))
}
