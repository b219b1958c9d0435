//! An installation in memory for unit tests: the real router on the real objects, with SQLite in memory and a clock
//! that is moved by hand.

use std::{
    sync::Arc,
    task::{Context, Poll, Waker},
};

use axum::{
    Router,
    body::Body,
    http::{Request, StatusCode, header},
    response::Response,
};
use serde::de::DeserializeOwned;
use serde_json::Value;
use shared::{
    ids::Slug,
    time::Instant,
    wire::{operator::MunicipalityFile, problem::Problem},
};
use tower::Service;

use crate::{
    assets::Manifest,
    backend::{Surroundings, in_process::InProcess},
    config::Config,
    http::{afterwards::Afterwards, edge::Edge, router},
    objects::ObjectClass,
    outbox::wire::{Network, NoNetwork},
    store::{Row, Sql},
};

pub(crate) const OPERATOR_KEY: &str = "0123456789abcdefghjkmnpqrs";
pub(crate) const ORIGIN: &str = "http://127.0.0.1:8787";

/// An answer, read whole.
#[derive(Debug)]
pub(crate) struct Answer {
    pub(crate) status: StatusCode,
    pub(crate) headers: axum::http::HeaderMap,
    pub(crate) body: Vec<u8>,
}

impl Answer {
    pub(crate) fn json<T: DeserializeOwned>(&self) -> T {
        serde_json::from_slice(&self.body).unwrap_or_else(|error| panic!("{error}: {}", self.text()))
    }

    pub(crate) fn text(&self) -> String {
        String::from_utf8_lossy(&self.body).into_owned()
    }

    pub(crate) fn problem(&self) -> Problem {
        assert_eq!(self.headers[header::CONTENT_TYPE], "application/problem+json", "{}", self.text());
        self.json()
    }

    pub(crate) fn header(&self, name: &str) -> &str {
        self.headers.get(name).map_or("", |value| value.to_str().unwrap())
    }
}

/// A whole installation.
pub(crate) struct Installation {
    pub(crate) objects: Arc<InProcess>,
    pub(crate) edge: Edge,
    router: Router,
}

impl Installation {
    /// Without any municipality; it is noon on Monday 2 March 2026 in the Netherlands.
    pub(crate) fn empty() -> Self {
        Self::with_settings(&[])
    }

    /// The same with these settings beside or instead of the usual ones.
    pub(crate) fn with_settings(settings: &[(&'static str, &str)]) -> Self {
        Self::set_up(settings, NoNetwork)
    }

    /// With `kleinstad`, these settings and a mail server that the test plays.
    pub(crate) fn with_mail(settings: &[(&'static str, &str)], network: impl Network + Send + Sync + 'static) -> Self {
        let installation = Self::set_up(settings, network);
        assert_eq!(installation.load("kleinstad", &small_file()).status, 201);
        installation
    }

    fn set_up(settings: &[(&'static str, &str)], network: impl Network + Send + Sync + 'static) -> Self {
        let keys = format!("k1:{}", "ab".repeat(32));
        let own = |name| settings.iter().find(|(known, _)| *known == name).map(|(_, value)| (*value).to_owned());
        let config = Config::read(|name| match name {
            _ if own(name).is_some() => own(name),
            "PUBLIC_ORIGIN" => Some(ORIGIN.to_owned()),
            "OPERATOR_KEY" => Some(OPERATOR_KEY.to_owned()),
            "ENCRYPTION_KEY" | "HASH_KEY" | "PUSH_KEY" => Some(keys.clone()),
            _ => None,
        })
        .unwrap();
        let now: Instant = "2026-03-02T11:00:00Z".parse().unwrap();
        let objects = Arc::new(InProcess::new(config.clone(), now).with_network(network));
        let edge = Edge::new(objects.clone(), objects.clone(), Arc::new(config), Manifest::default());
        Self { objects, router: router(edge.clone()), edge }
    }

    /// With the small municipality `kleinstad`.
    pub(crate) fn new() -> Self {
        let installation = Self::empty();
        assert_eq!(installation.load("kleinstad", &small_file()).status, 201);
        installation
    }

    pub(crate) fn load(&self, slug: &str, file: &MunicipalityFile) -> Answer {
        self.operator("PUT", &format!("/api/v1/municipalities/{slug}"), &serde_json::to_value(file).unwrap())
    }

    pub(crate) fn send(&self, request: Request<Body>) -> Answer {
        let mut router = self.router.clone();
        let mut response: Response = ready(router.call(request)).unwrap();
        if let Some(work) = Afterwards::take(&mut response) {
            ready(work);
        }
        let (parts, body) = response.into_parts();
        let body = ready(axum::body::to_bytes(body, usize::MAX)).unwrap();
        Answer { status: parts.status, headers: parts.headers, body: body.to_vec() }
    }

    pub(crate) fn get(&self, path: &str) -> Answer {
        self.send(Request::get(path).body(Body::empty()).unwrap())
    }

    pub(crate) fn operator(&self, method: &str, path: &str, body: &Value) -> Answer {
        self.send(
            json(method, path, body)
                .header("authorization", format!("Bearer {OPERATOR_KEY}"))
                .body(body.to_string().into())
                .unwrap(),
        )
    }

    /// As a resident: a write with an idempotency key.
    pub(crate) fn post(&self, path: &str, key: &str, body: &Value) -> Answer {
        self.send(json("POST", path, body).header("idempotency-key", key).body(body.to_string().into()).unwrap())
    }

    /// As a resident without script: a form as a browser sends it.
    pub(crate) fn post_form(&self, path: &str, body: &str) -> Answer {
        let request = Request::post(path).header("content-type", "application/x-www-form-urlencoded");
        self.send(request.body(Body::from(body.to_owned())).unwrap())
    }

    /// Signs an official in; the value of the cookie header.
    pub(crate) fn sign_in(&self, slug: &str, official: &str) -> String {
        let token = self.link(slug, official);
        let answer = self.use_link(&token);
        assert_eq!(answer.status, 201, "{}", answer.text());
        answer.header("set-cookie").split(';').next().unwrap().to_owned()
    }

    pub(crate) fn link(&self, slug: &str, official: &str) -> String {
        let path = format!("/api/v1/municipalities/{slug}/sign-in-links");
        let answer = self.operator("POST", &path, &serde_json::json!({ "officialId": official }));
        assert_eq!(answer.status, 201, "{}", answer.text());
        let link: Value = answer.json();
        link["path"].as_str().unwrap().split_once("#t=").unwrap().1.to_owned()
    }

    pub(crate) fn use_link(&self, token: &str) -> Answer {
        let body = serde_json::json!({ "token": token });
        let request = json("POST", "/api/v1/admin/sessions", &body).header("origin", ORIGIN);
        self.send(request.body(body.to_string().into()).unwrap())
    }

    /// As an official: with the cookie, from the page for officials. `Value::Null` sends no body.
    pub(crate) fn official(&self, cookie: &str, method: &str, path: &str, body: &Value) -> Answer {
        let request = json(method, path, body).header("cookie", cookie).header("origin", ORIGIN);
        let body = if body.is_null() { Body::empty() } else { body.to_string().into() };
        self.send(request.body(body).unwrap())
    }

    /// Lets `act` fail at its first statement in the object, at its second, and so on until it succeeds, and checks
    /// each time that nothing of it is left. `act` has to be one operation that writes.
    pub(crate) fn check_all_or_nothing(&self, class: ObjectClass, name: &str, act: impl Fn() -> StatusCode) {
        let before = self.dump(class, name);
        for statements in 0..2_000 {
            self.objects.inspect(class, name, |sql| sql.fail_after(Some(statements)));
            let status = act();
            self.objects.inspect(class, name, |sql| sql.fail_after(None));
            if status.is_success() {
                assert!(statements > 1, "nothing was made to fail");
                assert_ne!(self.dump(class, name), before, "nothing was written");
                return;
            }
            assert_eq!(status, StatusCode::INTERNAL_SERVER_ERROR);
            assert_eq!(self.dump(class, name), before, "something is left after statement {statements} failed");
        }
        panic!("never succeeds");
    }

    /// What the clock says.
    pub(crate) fn objects_now(&self) -> Instant {
        Surroundings::now(self.objects.as_ref())
    }

    /// Everything in an object's database.
    pub(crate) fn dump(&self, class: ObjectClass, name: &str) -> Vec<String> {
        let dump = self.objects.inspect(class, name, |sql| {
            let tables = sql.query("SELECT name FROM sqlite_schema WHERE type = 'table' ORDER BY name", &[]).unwrap();
            let dump = |table: &Row| {
                let rows = sql.query(&format!("SELECT * FROM {}", table.text("name").unwrap()), &[]).unwrap();
                format!("{table:?}: {rows:?}")
            };
            tables.iter().map(dump).collect()
        });
        dump.unwrap_or_default()
    }

    /// Moves the clock and does what has become due in `kleinstad`.
    pub(crate) fn wait(&self, milliseconds: i64) {
        self.objects.advance(milliseconds);
        ready(self.objects.run_due_work("kleinstad"));
    }
}

/// A file that makes a small municipality.
pub(crate) fn small_file() -> MunicipalityFile {
    serde_json::from_str(include_str!("../../shared/tests/data/small-municipality.json")).unwrap()
}

pub(crate) fn slug(text: &str) -> Slug {
    Slug::parse(text).unwrap()
}

pub(crate) fn json(method: &str, path: &str, body: &Value) -> axum::http::request::Builder {
    let request = Request::builder().method(method).uri(path);
    if body.is_null() { request } else { request.header("content-type", "application/json") }
}

/// Nothing in memory waits for anything, so one poll is enough and no runtime is needed.
pub(crate) fn ready<T>(future: impl Future<Output = T>) -> T {
    match std::pin::pin!(future).poll(&mut Context::from_waker(Waker::noop())) {
        Poll::Ready(value) => value,
        Poll::Pending => panic!("waits for something"),
    }
}
