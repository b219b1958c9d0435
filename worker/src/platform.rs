//! The only file that asks the platform for time, randomness, files, objects and transactions.

mod tcp;

#[cfg(feature = "test-control")]
use std::sync::atomic::{AtomicI64, Ordering};
use std::{pin::Pin, sync::Arc, time::Duration};

use axum::response::Response;
use http::{HeaderValue, header};
use js_sys::{Function, Reflect, Uint8Array};
use shared::time::Instant;
use wasm_bindgen::{JsCast, JsValue, prelude::wasm_bindgen};
use worker::{Env, Error, Result, durable::State, send::SendFuture};

use crate::{
    assets::{File, Manifest},
    backend::{Answering, Backend, ObjectFailure, Surroundings},
    config::{Config, ConfigError},
    objects::{NAME_HEADER, ObjectAddress},
    store::ObjectSql,
};

pub use tcp::PlatformNetwork;

#[wasm_bindgen]
extern "C" {
    /// The raw storage of an object. workers-rs 0.8.7 does not bind `transactionSync`.
    #[wasm_bindgen(extends = js_sys::Object)]
    type SynchronousStorage;

    /// Commits when `body` returns, rolls back when it throws. Nested calls are savepoints.
    #[wasm_bindgen(method, catch, js_name = transactionSync)]
    fn transaction_sync(
        this: &SynchronousStorage,
        body: &mut dyn FnMut() -> std::result::Result<JsValue, JsValue>,
    ) -> std::result::Result<JsValue, JsValue>;

    #[wasm_bindgen(js_namespace = crypto, catch, js_name = getRandomValues)]
    fn get_random_values(into: &Uint8Array) -> std::result::Result<Uint8Array, JsValue>;
}

/// Milliseconds since 1970-01-01T00:00:00Z. Within one request the platform lets time stand still between
/// inputs and outputs.
pub fn now_ms() -> i64 {
    #[expect(
        clippy::cast_possible_truncation,
        clippy::disallowed_methods,
        reason = "whole numbers far below 2^53; and this is the one place that asks"
    )]
    let now = js_sys::Date::now() as i64;
    now
}

/// `N` bytes that nobody can guess, from the platform's generator.
pub fn random_bytes<const N: usize>() -> Result<[u8; N]> {
    let length = u32::try_from(N).map_err(|error| Error::RustError(error.to_string()))?;
    let filled = get_random_values(&Uint8Array::new_with_length(length))?;
    let mut bytes = [0; N];
    filled.copy_to(&mut bytes);
    Ok(bytes)
}

/// How far tests have moved the clock. Edge and objects share one isolate in plain workerd, and so one clock; a new
/// start begins at the real time again.
#[cfg(feature = "test-control")]
static CLOCK_OFFSET: AtomicI64 = AtomicI64::new(0);

/// The clock and the generator.
#[derive(Clone, Copy, Debug)]
pub struct Platform;

impl Surroundings for Platform {
    fn now(&self) -> Instant {
        let now = Instant::from_milliseconds(now_ms());
        #[cfg(feature = "test-control")]
        let now = now.plus_milliseconds(CLOCK_OFFSET.load(Ordering::Relaxed));
        now
    }

    fn seed(&self) -> Option<[u8; 32]> {
        random_bytes().ok()
    }

    fn pause(&self) -> Pin<Box<dyn Future<Output = ()> + Send>> {
        Box::pin(SendFuture::new(async { worker::Delay::from(Duration::ZERO).await }))
    }

    #[cfg(feature = "test-control")]
    fn move_clock(&self, offset_milliseconds: i64) {
        CLOCK_OFFSET.store(offset_milliseconds, Ordering::Relaxed);
    }
}

/// A line in the platform's log.
pub fn log(line: &str) {
    worker::console_error!("{line}");
}

/// The configuration from the environment.
pub fn config(env: &Env) -> std::result::Result<Config, ConfigError> {
    Config::read(|name| setting(env, name))
}

/// The synchronous SQL of an object.
pub fn sql(state: &State) -> ObjectSql {
    ObjectSql::new(state.storage())
}

/// Runs `body` in one transaction of the object; an error rolls back.
pub fn transaction_sync(
    storage: &worker::Storage,
    body: &mut dyn FnMut() -> std::result::Result<JsValue, JsValue>,
) -> std::result::Result<(), JsValue> {
    let raw: &JsValue = storage.as_raw().as_ref();
    let storage: &SynchronousStorage = raw.unchecked_ref();
    storage.transaction_sync(&mut || body()).map(drop)
}

/// The names of this build's files, which `entry.js` leaves in the global scope.
pub fn manifest() -> Result<Manifest> {
    let text = Reflect::get(&js_sys::global(), &JsValue::from_str("buurtstemManifest"))?
        .as_string()
        .ok_or_else(|| Error::RustError("the bundle has no asset manifest".to_owned()))?;
    Manifest::parse(&text).map_err(|error| Error::RustError(format!("asset manifest: {error}")))
}

/// Answers with a file from the binding `ASSETS`: a folder in plain workerd, the platform's own on Cloudflare.
pub async fn serve_file(env: &Env, file: &File) -> Result<Response> {
    let found = env.service("ASSETS")?.fetch(format!("http://assets{}", file.path), None).await?;
    if !found.status().is_success() {
        return Ok(plain_response(404));
    }
    let (mut parts, body) = found.into_parts();
    parts.headers.clear();
    let mut set = |name, value: &'static str| {
        parts.headers.insert(name, HeaderValue::from_static(value));
    };
    set(header::CONTENT_TYPE, file.content_type);
    set(header::CACHE_CONTROL, file.cache_control);
    set(header::VARY, "accept-encoding");
    set(header::X_CONTENT_TYPE_OPTIONS, "nosniff");
    // Host pages load the loader with an integrity check, for which the browser wants CORS.
    set(header::ACCESS_CONTROL_ALLOW_ORIGIN, "*");
    if let Some(encoding) = file.content_encoding {
        set(header::CONTENT_ENCODING, encoding);
    }
    Ok(Response::from_parts(parts, axum::body::Body::new(body)))
}

fn plain_response(status: u16) -> Response {
    let mut response = Response::new(axum::body::Body::empty());
    if let Ok(status) = http::StatusCode::from_u16(status) {
        *response.status_mut() = status;
    }
    response
}

/// The platform's own answer, with its body in one piece. A stream that wasm feeds costs it more than what is in it, and
/// no answer is made bit by bit.
pub async fn in_one_piece(response: Response) -> Result<worker::Response> {
    let (parts, body) = response.into_parts();
    let body = axum::body::to_bytes(body, usize::MAX).await.map_err(|error| Error::RustError(error.to_string()))?;
    let headers = worker::Headers::new();
    for (name, value) in &parts.headers {
        headers.append(name.as_str(), value.to_str().unwrap_or_default())?;
    }
    let mut builder = worker::ResponseBuilder::new().with_status(parts.status.as_u16()).with_headers(headers);
    // The bytes are compressed already; without this the platform compresses them once more.
    if parts.headers.contains_key(header::CONTENT_ENCODING) {
        builder = builder.with_encode_body(worker::EncodeBody::Manual);
    }
    // Some kinds of answer may have no body at all, not even an empty one.
    Ok(if body.is_empty() { builder.empty() } else { builder.body(worker::ResponseBody::Body(body.into())) })
}

/// The way to the objects, for the router and for objects that call others.
pub fn backend(env: Env) -> Arc<dyn Backend> {
    Arc::new(PlatformBackend { env })
}

/// The way to the mail server.
pub fn network(env: Env) -> PlatformNetwork {
    PlatformNetwork { env }
}

/// Reaches objects over the platform's own bindings.
struct PlatformBackend {
    env: Env,
}

impl Backend for PlatformBackend {
    fn call(&self, address: ObjectAddress, operation: &'static str, body: Vec<u8>) -> Answering {
        let env = self.env.clone();
        // The platform has one thread; its values are simply not marked so.
        Box::pin(SendFuture::new(async move {
            call(&env, &address, operation, body).await.map_err(|error| ObjectFailure(error.to_string()))
        }))
    }
}

async fn call(env: &Env, address: &ObjectAddress, operation: &str, body: Vec<u8>) -> Result<Vec<u8>> {
    let stub = stub(env, address)?;
    let headers = worker::Headers::new();
    headers.set(NAME_HEADER, &address.name)?;
    let mut init = worker::RequestInit::new();
    init.with_method(worker::Method::Post)
        .with_headers(headers)
        .with_body(Some(Uint8Array::from(body.as_slice()).into()));
    let request = worker::Request::new_with_init(&format!("http://object/{operation}"), &init)?;
    let mut response = stub.fetch_with_request(request).await?;
    if response.status_code() != 200 {
        return Err(Error::RustError(format!("status {}", response.status_code())));
    }
    response.bytes().await
}

/// The one place that makes stubs, so that the jurisdiction is set everywhere or nowhere: a name under a
/// jurisdiction is another object than the same name without, and can never move.
fn stub(env: &Env, address: &ObjectAddress) -> Result<worker::Stub> {
    let namespace = env.durable_object(address.class.binding())?;
    let Some(jurisdiction) = setting(env, "JURISDICTION") else {
        return namespace.get_by_name(&address.name);
    };
    // workers-rs pins only objects made by unique id; the platform's own method pins names too.
    let raw: &JsValue = namespace.as_ref();
    let pin: Function = Reflect::get(raw, &JsValue::from_str("jurisdiction"))?.dyn_into()?;
    let pinned = pin.call1(raw, &JsValue::from_str(&jurisdiction))?;
    worker::ObjectNamespace::unchecked_from_js(pinned).get_by_name(&address.name)
}

/// A setting from the environment; empty is the same as absent.
pub fn setting(env: &Env, name: &str) -> Option<String> {
    let text = env.var(name).ok()?.to_string();
    (!text.is_empty()).then_some(text)
}
