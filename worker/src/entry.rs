//! Where the platform hands over a request.

use tower::Service;
use worker::{Context, Env, HttpRequest, Result, event};

use crate::{assets, http, platform};

/// Every request of the outside world. Files are answered here, because only the platform can fetch them;
/// everything else goes through the router.
#[event(fetch)]
async fn fetch(request: HttpRequest, env: Env, _context: Context) -> Result<axum::response::Response> {
    if let Some(file) = assets::find(request.method(), request.uri().path(), request.headers()) {
        return platform::serve_file(&env, &file).await;
    }
    let mut router = http::router(platform::manifest()?, platform::objects(env));
    Ok(router.call(request).await?)
}
