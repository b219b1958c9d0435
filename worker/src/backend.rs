//! The way to the objects: the platform's bindings, or the same objects in memory in a unit test.

#[cfg(not(target_arch = "wasm32"))]
pub mod in_process;

use std::{future::Future, pin::Pin};

use shared::time::Instant;
use thiserror::Error;

use crate::{
    objects::ObjectAddress,
    operation::{Answered, Operation},
    refusal::Refusal,
    report,
};

/// An object could not be reached or broke off. Whether it did the work is unknown: repeat with the same
/// idempotency key.
#[derive(Debug, Error)]
#[error("the object did not answer: {0}")]
pub struct ObjectFailure(pub String);

/// An answer that is under way. Marked `Send` because the router asks for it.
pub type Answering = Pin<Box<dyn Future<Output = Result<Answered, ObjectFailure>> + Send>>;

/// Calls an object by address with an operation's name and body. Use [`ask`], which is typed.
pub trait Backend: Send + Sync {
    fn call(&self, address: ObjectAddress, operation: &'static str, body: Vec<u8>) -> Answering;
}

/// Asks the object of this name to do something.
pub fn ask<O: Operation>(
    backend: &dyn Backend,
    name: &str,
    operation: &O,
) -> impl Future<Output = Result<O::Reply, Refusal>> + Send + use<O> {
    let answering = serde_json::to_vec(operation)
        .map_err(Refusal::from)
        .map(|body| backend.call(ObjectAddress { class: O::OBJECT, name: name.to_owned() }, O::NAME, body));
    async move {
        match answering?.await {
            Ok(answered) => serde_json::from_slice::<Result<O::Reply, Refusal>>(&answered)?,
            Err(failure) => {
                report::trouble(&format!("{} {}: {failure}", O::OBJECT.binding(), O::NAME));
                Err(Refusal::Unavailable)
            }
        }
    }
}

/// What only the platform knows: the time, and randomness.
pub trait Surroundings: Send + Sync {
    fn now(&self) -> Instant;
    /// 256 random bits; none when the platform's generator fails.
    fn seed(&self) -> Option<[u8; 32]>;
    /// Lets whatever else waits for this isolate go first.
    fn pause(&self) -> Pin<Box<dyn Future<Output = ()> + Send>>;
    /// Sets how far the clock is from the real time.
    #[cfg(feature = "test-control")]
    fn move_clock(&self, offset_milliseconds: i64);
}
