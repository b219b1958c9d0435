//! The routes. For now just enough to show that every part of the platform works.

use axum::{
    Router,
    extract::State,
    http::{HeaderValue, header},
    response::{Html, IntoResponse, Response},
    routing::{get, post},
};

use crate::{
    assets::Manifest,
    objects::{ObjectAddress, ObjectClass, Objects},
    pages,
};

#[derive(Clone)]
struct Shared<O> {
    manifest: Manifest,
    objects: O,
}

/// All routes; the same in production and in a unit test.
pub fn router<O: Objects>(manifest: Manifest, objects: O) -> Router {
    Router::new()
        .route("/", get(page::<O>))
        .route("/admin", get(admin::<O>))
        .route("/api/v1/spike", post(count::<O>).get(conformance::<O>))
        .with_state(Shared { manifest, objects })
}

async fn page<O: Objects>(State(shared): State<Shared<O>>) -> Response {
    document(pages::widget(&shared.manifest.program("widget")))
}

async fn admin<O: Objects>(State(shared): State<Shared<O>>) -> Response {
    document(pages::admin(&shared.manifest.program("admin")))
}

async fn count<O: Objects>(State(shared): State<Shared<O>>) -> Response {
    ask(&shared.objects, "count").await
}

async fn conformance<O: Objects>(State(shared): State<Shared<O>>) -> Response {
    ask(&shared.objects, "conformance").await
}

async fn ask<O: Objects>(objects: &O, operation: &'static str) -> Response {
    let address = ObjectAddress {
        class: ObjectClass::Municipality,
        name: "spike".to_owned(),
    };
    match objects.call(address, operation, Vec::new()).await {
        Ok((status, body)) => (
            axum::http::StatusCode::from_u16(status).unwrap_or_default(),
            [(header::CONTENT_TYPE, "application/json")],
            body,
        )
            .into_response(),
        Err(failure) => (
            axum::http::StatusCode::SERVICE_UNAVAILABLE,
            failure.to_string(),
        )
            .into_response(),
    }
}

fn document(html: String) -> Response {
    let mut response = Html(html).into_response();
    response.headers_mut().insert(
        header::CONTENT_SECURITY_POLICY,
        HeaderValue::from_static(
            "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; connect-src 'self'; \
             img-src 'self' data:; font-src 'self'; form-action 'self'; base-uri 'none'",
        ),
    );
    response
}

#[cfg(test)]
mod tests {
    use std::{
        rc::Rc,
        task::{Context, Poll, Waker},
    };

    use tower::Service;

    use super::*;
    use crate::{
        objects::{self, Answer, ObjectFailure},
        store::MemorySql,
    };

    /// Objects in memory: every call gets a database of its own.
    #[derive(Clone)]
    struct MemoryObjects;

    impl Objects for MemoryObjects {
        fn call(&self, address: ObjectAddress, operation: &'static str, body: Vec<u8>) -> Answer {
            Box::pin(async move {
                let sql =
                    Rc::new(MemorySql::new().map_err(|error| ObjectFailure(error.to_string()))?);
                Ok(objects::handle(
                    address.class,
                    sql.as_ref(),
                    operation,
                    &body,
                ))
            })
        }
    }

    /// Nothing here waits for anything, so one poll is enough and no runtime is needed.
    fn ready<T>(future: impl Future<Output = T>) -> T {
        match std::pin::pin!(future).poll(&mut Context::from_waker(Waker::noop())) {
            Poll::Ready(value) => value,
            Poll::Pending => panic!("waits for something"),
        }
    }

    #[test]
    fn the_router_answers_in_process() {
        let mut router = router(Manifest::default(), MemoryObjects);
        let request = axum::http::Request::post("/api/v1/spike")
            .body(axum::body::Body::empty())
            .unwrap();
        let response = ready(router.call(request)).unwrap();
        assert_eq!(response.status(), 200);
    }
}
