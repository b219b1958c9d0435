//! The alarm loop: does what is due, one job after another, and never breaks off.
//!
//! A handler reads and decides in transactions and calls other objects between them, never inside: a transaction
//! cannot wait. What a call answered is applied in one transaction. A job may be done twice.
//!
//! To add a kind: a variant of [`JobKind`] and its line in `perform`.

use serde::{Deserialize, Serialize};
use shared::time::Instant;

use super::{areas, cases, devices, messages, webhooks};
use crate::{
    backend::Backend,
    operation::Context,
    outbox::wire::Network,
    refusal::Refusal,
    report,
    store::{
        device, idempotency,
        job::{self, Job, JobKind},
        mailed, report_reader, session, takeover, webhook,
    },
};

/// How often what is past its term is deleted.
pub const TIDY_EVERY: i64 = 24 * 3_600_000;
/// The most jobs of one alarm: the platform ends an alarm after 15 minutes, and the next one rings at once.
const MOST_JOBS: u32 = 100;

/// What is to happen with a job that went well.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum After {
    Done,
    /// Come back then.
    Again(Instant),
}

/// Gives a handler the object between its calls to others.
pub trait ObjectAccess {
    fn with(&self, body: &mut dyn FnMut(&mut Context<'_>)) -> Result<(), Refusal>;
}

/// What a handler has at hand.
pub struct Work<'a> {
    /// The way to other objects.
    pub backend: &'a dyn Backend,
    /// The way to the mail server.
    pub network: &'a dyn Network,
    object: &'a dyn ObjectAccess,
}

impl<'a> Work<'a> {
    pub fn new(backend: &'a dyn Backend, network: &'a dyn Network, object: &'a dyn ObjectAccess) -> Self {
        Self { backend, network, object }
    }

    /// Reads from the object.
    pub fn read<T>(&self, body: impl FnOnce(&mut Context<'_>) -> Result<T, Refusal>) -> Result<T, Refusal> {
        let mut body = Some(body);
        let mut outcome = None;
        self.object.with(&mut |context| outcome = body.take().map(|body| body(context)))?;
        outcome.unwrap_or_else(|| Err(Refusal::fault("the object was not given")))
    }

    /// Reads and writes in one named transaction.
    pub fn transact<T>(
        &self,
        name: &'static str,
        body: impl FnOnce(&mut Context<'_>) -> Result<T, Refusal>,
    ) -> Result<T, Refusal> {
        self.read(|context| context.transact(name, body))
    }
}

/// What an alarm did.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Ran {
    pub done: u32,
    pub failed: u32,
    /// The list of jobs could not be read or written: what is due has to wait, or the alarm would ring without pause.
    pub broke_off: bool,
}

/// Does everything that is due now. Failures are noted for another time and never come out.
pub async fn run_due(work: &Work<'_>) -> Ran {
    let mut ran = Ran::default();
    for _ in 0..MOST_JOBS {
        let job = match work.read(|context| Ok(job::first_due(context.sql, context.now)?)) {
            Ok(Some(job)) => job,
            Ok(None) => break,
            Err(refusal) => {
                report::trouble(&format!("reading jobs: {refusal:?}"));
                ran.broke_off = true;
                break;
            }
        };
        // Noted before it is done: a job that takes the whole object down with it must not be the first one for ever.
        if let Err(refusal) = work.transact("begin-job", |context| Ok(job::begun(context.sql, &job, context.now)?)) {
            report::trouble(&format!("beginning job {}: {refusal:?}", job.kind.text()));
            ran.broke_off = true;
            break;
        }
        let outcome = perform(work, &job).await;
        match &outcome {
            Ok(_) => ran.done = ran.done.saturating_add(1),
            Err(refusal) => {
                ran.failed = ran.failed.saturating_add(1);
                report::trouble(&format!("job {} (try {}): {refusal:?}", job.kind.text(), job.tries.saturating_add(1)));
            }
        }
        let noted = work.transact("note-job", |context| {
            match outcome {
                Ok(After::Done) => job::done(context.sql, &job)?,
                Ok(After::Again(due_at)) => job::again(context.sql, &job, due_at)?,
                Err(_) => job::failed(context.sql, &job, context.now)?,
            }
            Ok(())
        });
        if let Err(refusal) = noted {
            report::trouble(&format!("noting job {}: {refusal:?}", job.kind.text()));
            ran.broke_off = true;
            break;
        }
    }
    ran
}

/// Which handler does which kind.
async fn perform(work: &Work<'_>, job: &Job) -> Result<After, Refusal> {
    match job.kind {
        JobKind::Tidy => tidy(work),
        JobKind::CaseClock => {
            // The case itself says when to look again, in the same transaction.
            work.transact("case-clock", |context| cases::pass_time(context, &job.key))?;
            Ok(After::Done)
        }
        JobKind::Poll => super::polls::drive::drive(work, &job.key).await,
        JobKind::Mail => messages::deliver(work).await,
        JobKind::Webhooks => webhooks::deliver(work).await,
        JobKind::Push => devices::deliver(work).await,
        JobKind::Partners => {
            // Says itself when to look again, in the same transaction.
            work.transact("partners-day", super::partners::start_day)?;
            Ok(After::Done)
        }
        JobKind::IndexCases => work.transact("index-cases", |context| {
            let whole = cases::index_missing(context)?;
            Ok(if whole { After::Done } else { After::Again(context.now) })
        }),
        JobKind::EarlierScans => {
            work.transact("earlier-scans", |context| areas::note_earlier_scans(context))?;
            Ok(After::Done)
        }
    }
}

fn tidy(work: &Work<'_>) -> Result<After, Refusal> {
    work.transact("tidy", |context| {
        session::tidy(context.sql, context.now)?;
        takeover::tidy(context.sql, context.now)?;
        idempotency::tidy(context.sql, context.now)?;
        // Also where the municipality was loaded before there was a daily look.
        super::partners::watch(context)?;
        report_reader::tidy(context.sql, context.now.dutch_date())?;
        webhook::tidy(context.sql, context.now)?;
        device::tidy(context.sql, context.now.dutch_date())?;
        mailed::tidy(context.sql, context.now)?;
        super::sites::tidy(context)?;
        Ok(After::Again(context.now.plus_milliseconds(TIDY_EVERY)))
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        objects::ObjectClass,
        testing::{Installation, ready},
    };

    #[test]
    fn a_list_of_jobs_that_fails_is_told_apart_from_an_empty_one() {
        let installation = Installation::new();
        installation.objects.advance(2 * TIDY_EVERY);
        let municipality = ObjectClass::Municipality;
        for statements in 0..2 {
            installation.objects.inspect(municipality, "kleinstad", |sql| sql.fail_after(Some(statements)));
            assert!(ready(installation.objects.run_due_work("kleinstad")).broke_off, "after {statements}");
            installation.objects.inspect(municipality, "kleinstad", |sql| sql.fail_after(None));
        }
        let ran = ready(installation.objects.run_due_work("kleinstad"));
        assert!(ran.done > 0 && !ran.broke_off, "{ran:?}");
        assert_eq!(ready(installation.objects.run_due_work("kleinstad")), Ran::default());
    }
}
