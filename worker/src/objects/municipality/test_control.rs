//! What tests ask of a municipality. The shell answers [`RunDueWork`], because it waits, and [`Conformance`], which is
//! not about a municipality.

use serde::{Deserialize, Serialize};
use shared::{case::Recorded, ids::CaseId, notification::MessageState, time::Instant, wire::operator::SampleCase};

use super::jobs::Ran;
use crate::{
    objects::ObjectClass,
    operation::{Access, Context, Operation},
    refusal::Refusal,
    store::{
        SqlError, case,
        outbox::{self, Recipient, Subject},
    },
};

/// Does what is due now, without waiting for the alarm.
#[derive(Debug, Serialize, Deserialize)]
pub struct RunDueWork {}

impl Operation for RunDueWork {
    type Reply = Ran;
    const OBJECT: ObjectClass = ObjectClass::Municipality;
    const NAME: &'static str = "run-due-work";
    const ACCESS: Access = Access::Writes;

    fn run(self, _context: &mut Context<'_>) -> Result<Ran, Refusal> {
        Err(Refusal::fault("only the shell can wait"))
    }
}

/// What is still to be done: jobs, and messages that wait or are kept.
#[derive(Debug, Serialize, Deserialize)]
pub struct ReadPending {}

#[derive(Debug, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Pending {
    pub jobs: Vec<PendingJob>,
    pub outbox: Vec<PendingMessage>,
}

#[derive(Debug, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct PendingJob {
    pub kind: String,
    pub key: String,
    pub due_at: Instant,
    pub tries: i64,
}

#[derive(Debug, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct PendingMessage {
    pub template: String,
    pub recipient: Recipient,
    pub subject: Subject,
}

impl Operation for ReadPending {
    type Reply = Pending;
    const OBJECT: ObjectClass = ObjectClass::Municipality;
    const NAME: &'static str = "read-pending";
    const ACCESS: Access = Access::Reads;

    fn run(self, context: &mut Context<'_>) -> Result<Pending, Refusal> {
        let rows = context.sql.query("SELECT kind, key, due_at, tries FROM job ORDER BY due_at, kind, key", &[])?;
        let jobs = rows.iter().map(|row| {
            Ok(PendingJob {
                kind: row.text("kind")?.to_owned(),
                key: row.text("key")?.to_owned(),
                due_at: Instant::from_milliseconds(row.integer("due_at")?),
                tries: row.integer("tries")?,
            })
        });
        let jobs = jobs.collect::<Result<_, SqlError>>()?;
        let mut messages = outbox::newest(context.sql, MessageState::Waiting, u32::MAX)?;
        messages.extend(outbox::newest(context.sql, MessageState::Kept, u32::MAX)?);
        let outbox = messages.into_iter().map(|message| PendingMessage {
            template: message.kind.name().to_owned(),
            recipient: message.recipient,
            subject: message.subject,
        });
        Ok(Pending { jobs, outbox: outbox.collect() })
    }
}

/// What is stored of a case, to be folded elsewhere.
#[derive(Debug, Serialize, Deserialize)]
pub struct ReadEvents {
    pub id: CaseId,
}

impl Operation for ReadEvents {
    type Reply = Vec<Recorded>;
    const OBJECT: ObjectClass = ObjectClass::Municipality;
    const NAME: &'static str = "read-events";
    const ACCESS: Access = Access::Reads;

    fn run(self, context: &mut Context<'_>) -> Result<Vec<Recorded>, Refusal> {
        Ok(case::events(context.sql, &self.id)?)
    }
}

/// Makes cases as a sample does: through the same decisions, without messages. The way to many cases in little time.
#[derive(Debug, Serialize, Deserialize)]
pub struct MakeCases {
    pub cases: Vec<SampleCase>,
}

impl Operation for MakeCases {
    type Reply = ();
    const OBJECT: ObjectClass = ObjectClass::Municipality;
    const NAME: &'static str = "make-cases";
    const ACCESS: Access = Access::Writes;

    fn run(self, context: &mut Context<'_>) -> Result<(), Refusal> {
        super::cases::load_sample(context, &self.cases)
    }
}

/// Answers the same question so many times, as the object would each time: from reading the question to writing the
/// answer. A clock inside the object stands still while it works, so whoever measures compares many times with one.
#[derive(Debug, Serialize, Deserialize)]
pub struct RunOften {
    pub times: u32,
    pub operation: String,
    /// The operation as JSON.
    pub body: String,
}

impl RunOften {
    pub fn new<O: Operation>(times: u32, operation: &O) -> Result<Self, Refusal> {
        Ok(Self { times, operation: O::NAME.to_owned(), body: serde_json::to_string(operation)? })
    }
}

impl Operation for RunOften {
    /// The bytes of one answer.
    type Reply = usize;
    const OBJECT: ObjectClass = ObjectClass::Municipality;
    const NAME: &'static str = "run-often";
    const ACCESS: Access = Access::Reads;

    fn run(self, context: &mut Context<'_>) -> Result<usize, Refusal> {
        let Self { times, operation, body } = self;
        if super::access(&operation) != Some(Access::Reads) {
            return Err(Refusal::Forbidden);
        }
        let mut bytes = 0;
        for _ in 0..times {
            let answer = super::dispatch(&operation, context, body.as_bytes()).ok_or(Refusal::NotFound)?;
            bytes = answer.len();
        }
        Ok(bytes)
    }
}

/// Whether the object's database does what the seam promises.
#[derive(Debug, Serialize, Deserialize)]
pub struct Conformance {}

impl Operation for Conformance {
    type Reply = ();
    const OBJECT: ObjectClass = ObjectClass::Municipality;
    const NAME: &'static str = "conformance";
    const ACCESS: Access = Access::Writes;

    fn run(self, context: &mut Context<'_>) -> Result<(), Refusal> {
        Ok(crate::store::conformance(context.sql)?)
    }
}
