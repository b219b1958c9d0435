//! The objects that store: one file per class with what it does, natively testable, and one shell that the
//! platform sees.

use std::{future::Future, pin::Pin};

use thiserror::Error;

use crate::store::Sql;

pub mod ballot_box;
pub mod directory;
pub mod municipality;
#[cfg(target_arch = "wasm32")]
mod shell;

/// Which class of object.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ObjectClass {
    Directory,
    Municipality,
    BallotBox,
}

impl ObjectClass {
    /// Name of the binding in wrangler.toml and in the configuration of workerd.
    pub fn binding(self) -> &'static str {
        match self {
            Self::Directory => "DIRECTORY",
            Self::Municipality => "MUNICIPALITY",
            Self::BallotBox => "BALLOT_BOX",
        }
    }
}

/// One object: its class and its name, which can never change.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ObjectAddress {
    pub class: ObjectClass,
    pub name: String,
}

/// An object could not be reached or broke off. Whether it did the work is unknown: repeat with the same
/// idempotency key.
#[derive(Debug, Error)]
#[error("the object did not answer: {0}")]
pub struct ObjectFailure(pub String);

/// What an object answers: a status as in HTTP, and bytes.
pub type Reply = Result<(u16, Vec<u8>), ObjectFailure>;

/// A reply that is under way. Marked `Send` because the router asks for it.
pub type Answer = Pin<Box<dyn Future<Output = Reply> + Send>>;

/// The way from the router to the objects: the platform's bindings, or objects in memory in a unit test.
pub trait Objects: Clone + Send + Sync + 'static {
    fn call(&self, address: ObjectAddress, operation: &'static str, body: Vec<u8>) -> Answer;
}

/// Runs one operation of an object on its own database.
pub fn handle(class: ObjectClass, sql: &dyn Sql, operation: &str, body: &[u8]) -> (u16, Vec<u8>) {
    match class {
        ObjectClass::Directory => directory::handle(sql, operation, body),
        ObjectClass::Municipality => municipality::handle(sql, operation, body),
        ObjectClass::BallotBox => ballot_box::handle(sql, operation, body),
    }
}
