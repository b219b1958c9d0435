//! What tests ask of a municipality. The shell answers [`RunDueWork`], because it waits, and [`Conformance`], which is
//! not about a municipality.

use serde::{Deserialize, Serialize};
use shared::{case::Recorded, ids::CaseId, notification::MessageState, time::Instant};

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
