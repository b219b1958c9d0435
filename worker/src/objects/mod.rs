//! The objects that store: one file per class with what it does, natively testable, and one shell that the
//! platform sees.

pub mod ballot_box;
pub mod directory;
pub mod municipality;
#[cfg(target_arch = "wasm32")]
mod shell;

#[cfg(target_arch = "wasm32")]
pub(crate) use shell::NAME_HEADER;

use std::cell::{Cell, OnceCell};

use shared::time::Instant;

use crate::{
    config::Config,
    operation::{Access, Answered, Context, Random, answer},
    refusal::Refusal,
    store::{self, Sql, job},
};

/// Which class of object.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
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

/// The name of the only directory.
pub const DIRECTORY: &str = "directory";

/// One object: its class and its name, which can never change.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct ObjectAddress {
    pub class: ObjectClass,
    pub name: String,
}

/// What the platform gives each time an object is asked something.
#[derive(Clone)]
pub struct Circumstances<'a> {
    pub now: Instant,
    pub seed: [u8; 32],
    pub config: &'a Config,
}

/// One object with its database, as long as it lives in memory.
pub struct Object<S> {
    class: ObjectClass,
    sql: S,
    /// Whether its tables are known to be up to date.
    migrated: Cell<bool>,
    /// Its own name once that is stored: one query less for each of a hundred thousand ballots.
    name: OnceCell<String>,
}

impl<S: Sql> Object<S> {
    pub fn new(class: ObjectClass, sql: S) -> Self {
        Self { class, sql, migrated: Cell::new(false), name: OnceCell::new() }
    }

    pub fn sql(&self) -> &S {
        &self.sql
    }

    /// Brings the tables up to date, and learns the object's own name, which an alarm does not bring along.
    ///
    /// Answers `None` for an object that was never asked anything.
    pub fn open(&self, name: Option<&str>) -> Result<Option<&str>, Refusal> {
        if let Some(own) = self.name.get()
            && name.is_none_or(|name| name == own)
        {
            return Ok(Some(own));
        }
        if !self.migrated.get() {
            store::migrate(&self.sql, self.class)?;
            self.migrated.set(true);
        }
        let stored = store::object::name(&self.sql, name)?;
        Ok(stored.map(|stored| self.name.get_or_init(|| stored).as_str()))
    }

    /// Runs one operation by name. An unknown name is a fault of ours: only the edge calls.
    pub fn run(&self, name: &str, circumstances: &Circumstances<'_>, operation: &str, body: &[u8]) -> Answered {
        let opened = match self.open(Some(name)) {
            Ok(opened) => opened.unwrap_or_default(),
            Err(refusal) => return answer::<()>(&Err(refusal)),
        };
        let answered = self.with(opened, circumstances, |context| match self.class {
            ObjectClass::Directory => directory::dispatch(operation, context, body),
            ObjectClass::Municipality => municipality::dispatch(operation, context, body),
            ObjectClass::BallotBox => ballot_box::dispatch(operation, context, body),
        });
        answered.unwrap_or_else(|| answer::<()>(&Err(Refusal::fault(format!("no operation {operation}")))))
    }

    /// Gives `body` the context of this object.
    pub fn with<T>(
        &self,
        name: &str,
        circumstances: &Circumstances<'_>,
        body: impl FnOnce(&mut Context<'_>) -> T,
    ) -> T {
        body(&mut Context {
            sql: &self.sql,
            now: circumstances.now,
            name,
            random: &mut Random::from_seed(circumstances.seed),
            config: circumstances.config,
        })
    }

    /// Whether the operation may have made a job.
    pub fn writes(&self, operation: &str) -> bool {
        let access = match self.class {
            ObjectClass::Directory => directory::access(operation),
            ObjectClass::Municipality => municipality::access(operation),
            ObjectClass::BallotBox => ballot_box::access(operation),
        };
        access == Some(Access::Writes)
    }

    /// When the alarm has to ring.
    pub fn next_due(&self) -> Result<Option<Instant>, Refusal> {
        Ok(job::next_due(&self.sql)?)
    }
}
