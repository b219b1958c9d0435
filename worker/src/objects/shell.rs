//! The three classes as the platform sees them. Each takes one operation, runs it synchronously on its own
//! database and answers; nothing is decided here.

use std::{cell::Cell, sync::Arc};

use shared::time::Instant;
use worker::{DurableObject, Env, Request, Response, Result, State, durable_object};

use super::{
    Circumstances, Object, ObjectClass,
    municipality::jobs::{self, ObjectAccess, Ran, Work},
};
use crate::{
    backend::Surroundings,
    config::Config,
    operation::Context,
    platform::{self, Platform},
    refusal::Refusal,
    report,
    store::ObjectSql,
};

/// The header in which the edge tells an object its own name.
pub(crate) const NAME_HEADER: &str = "object-name";
/// When to look again after something went wrong that should not.
const LOOK_AGAIN: i64 = 60_000;

#[durable_object(fetch)]
pub struct Directory(Shell);

impl DurableObject for Directory {
    fn new(state: State, env: Env) -> Self {
        Self(Shell::new(ObjectClass::Directory, state, env))
    }

    async fn fetch(&self, request: Request) -> Result<Response> {
        self.0.run(request).await
    }
}

#[durable_object(alarm)]
pub struct Municipality(Shell);

impl DurableObject for Municipality {
    fn new(state: State, env: Env) -> Self {
        Self(Shell::new(ObjectClass::Municipality, state, env))
    }

    async fn fetch(&self, request: Request) -> Result<Response> {
        self.0.run(request).await
    }

    async fn alarm(&self) -> Result<Response> {
        self.0.alarm().await
    }
}

#[durable_object(fetch)]
pub struct BallotBox(Shell);

impl DurableObject for BallotBox {
    fn new(state: State, env: Env) -> Self {
        Self(Shell::new(ObjectClass::BallotBox, state, env))
    }

    async fn fetch(&self, request: Request) -> Result<Response> {
        self.0.run(request).await
    }
}

struct Shell {
    object: Object<ObjectSql>,
    state: State,
    env: Env,
    /// The configuration, or what is wrong with it.
    config: std::result::Result<Arc<Config>, String>,
    /// For when the alarm was last set, by the real time.
    alarm: Cell<Option<Instant>>,
}

impl Shell {
    fn new(class: ObjectClass, state: State, env: Env) -> Self {
        Self {
            object: Object::new(class, platform::sql(&state)),
            config: platform::config(&env).map(Arc::new).map_err(|error| error.to_string()),
            state,
            env,
            alarm: Cell::new(None),
        }
    }

    async fn run(&self, mut request: Request) -> Result<Response> {
        let path = request.path();
        let operation = path.trim_start_matches('/');
        let name = request.headers().get(NAME_HEADER)?.unwrap_or_default();
        let body = request.bytes().await?;
        #[cfg(feature = "test-control")]
        if let Some(response) = self.test_control(&name, operation).await {
            return response;
        }
        // From here until the answer nothing waits, so all writes become durable together.
        let answered = match self.circumstances() {
            Ok(circumstances) => self.object.run(&name, &circumstances, operation, &body),
            Err(refusal) => crate::operation::answer::<()>(&Err(refusal)),
        };
        if self.object.writes(operation) {
            self.set_alarm(0).await?;
        }
        Response::from_bytes(answered)
    }

    /// Never fails: the platform drops an alarm for good after six failures.
    async fn alarm(&self) -> Result<Response> {
        self.alarm.set(None);
        let whole = match self.object.open(None) {
            Ok(Some(name)) => !self.run_due(name).await.broke_off,
            Ok(None) => true,
            Err(refusal) => {
                report::trouble(&format!("opening for an alarm: {refusal:?}"));
                false
            }
        };
        // What was due is still due when it could not be reached: then not at once again.
        if let Err(error) = self.set_alarm(if whole { 0 } else { LOOK_AGAIN }).await {
            report::trouble(&format!("setting an alarm: {error}"));
            let _ = self.state.storage().set_alarm(LOOK_AGAIN).await;
        }
        Response::empty()
    }

    async fn run_due(&self, name: &str) -> Ran {
        let backend = platform::backend(self.env.clone());
        let network = platform::network(self.env.clone());
        jobs::run_due(&Work::new(backend.as_ref(), &network, &Access { shell: self, name })).await
    }

    /// What only tests ask for.
    #[cfg(feature = "test-control")]
    async fn test_control(&self, name: &str, operation: &str) -> Option<Result<Response>> {
        use crate::{
            objects::{ballot_box, municipality::test_control},
            operation::{Operation, answer},
            store,
        };
        let answered = match operation {
            test_control::RunDueWork::NAME => answer(&match self.object.open(Some(name)) {
                Ok(_) => Ok(self.run_due(name).await),
                Err(refusal) => Err(refusal),
            }),
            ballot_box::RowsWritten::NAME => answer(&Ok(self.object.sql().rows_written())),
            test_control::Conformance::NAME => answer(&store::conformance(self.object.sql()).map_err(Refusal::from)),
            _ => return None,
        };
        if let Err(error) = self.set_alarm(0).await {
            return Some(Err(error));
        }
        Some(Response::from_bytes(answered))
    }

    /// Sets the alarm to the next job, unless it is set to it already, and no sooner than in `at_least` milliseconds.
    async fn set_alarm(&self, at_least: i64) -> Result<()> {
        let now = Platform.now();
        let due = match self.object.next_due() {
            Ok(due) => due,
            Err(refusal) => {
                report::trouble(&format!("reading jobs: {refusal:?}"));
                Some(now.plus_milliseconds(LOOK_AGAIN))
            }
        };
        // By the real time: where tests move the clock, the same moment is another wait.
        let moved = platform::now_ms().saturating_sub(now.milliseconds());
        let rings = due.map(|due| due.plus_milliseconds(moved));
        let Some(due) = due.filter(|_| self.alarm.get() != rings) else { return Ok(()) };
        let wait = due.milliseconds().saturating_sub(now.milliseconds()).max(at_least);
        self.state.storage().set_alarm(wait).await?;
        self.alarm.set(rings);
        Ok(())
    }

    fn circumstances(&self) -> std::result::Result<Circumstances<'_>, Refusal> {
        let config = self.config.as_ref().map_err(|error| Refusal::fault(error.clone()))?;
        let seed = Platform.seed().ok_or_else(|| Refusal::fault("no randomness"))?;
        Ok(Circumstances { now: Platform.now(), seed, config })
    }
}

struct Access<'a> {
    shell: &'a Shell,
    name: &'a str,
}

impl ObjectAccess for Access<'_> {
    fn with(&self, body: &mut dyn FnMut(&mut Context<'_>)) -> std::result::Result<(), Refusal> {
        let circumstances = self.shell.circumstances()?;
        self.shell.object.with(self.name, &circumstances, |context| body(context));
        Ok(())
    }
}
