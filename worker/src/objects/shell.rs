//! The three classes as the platform sees them. Each takes one operation, runs it synchronously on its own
//! database and answers; nothing is decided here.

use worker::{DurableObject, Env, Request, Response, Result, State, durable_object};

use super::{ObjectClass, handle};
use crate::platform;

#[durable_object(fetch)]
pub struct Directory {
    state: State,
}

impl DurableObject for Directory {
    fn new(state: State, _env: Env) -> Self {
        Self { state }
    }

    async fn fetch(&self, request: Request) -> Result<Response> {
        run(ObjectClass::Directory, &self.state, request).await
    }
}

#[durable_object(fetch)]
pub struct Municipality {
    state: State,
}

impl DurableObject for Municipality {
    fn new(state: State, _env: Env) -> Self {
        Self { state }
    }

    async fn fetch(&self, request: Request) -> Result<Response> {
        run(ObjectClass::Municipality, &self.state, request).await
    }
}

#[durable_object(fetch)]
pub struct BallotBox {
    state: State,
}

impl DurableObject for BallotBox {
    fn new(state: State, _env: Env) -> Self {
        Self { state }
    }

    async fn fetch(&self, request: Request) -> Result<Response> {
        run(ObjectClass::BallotBox, &self.state, request).await
    }
}

async fn run(class: ObjectClass, state: &State, mut request: Request) -> Result<Response> {
    let operation = request.path();
    let body = request.bytes().await?;
    let (status, reply) = handle(
        class,
        &platform::sql(state),
        operation.trim_start_matches('/'),
        &body,
    );
    Ok(Response::from_bytes(reply)?.with_status(status))
}
