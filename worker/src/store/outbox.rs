//! Messages that are to go out: written in the same transaction as what they tell of, so that there is never one
//! without the other.
//!
//! A row says who and what about, in ids. Address, name and personal link are filled in when it is sent, and are
//! gone when they have been erased.

use serde::{Deserialize, Serialize};
use shared::{
    ids::{CaseId, HandoverId, OfficialId, PartnerId, PollId},
    time::Instant,
};

use super::{Sql, SqlError};
use crate::{operation::Context, refusal::Refusal};

/// Who gets a message.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "kind", rename_all = "camelCase", rename_all_fields = "camelCase")]
pub enum Recipient {
    Official {
        id: OfficialId,
    },
    /// Every active official of the partner who handles cases.
    Partner {
        id: PartnerId,
    },
    /// Everybody with the role of coordinator.
    Coordinators,
    /// Who sent the proposal, when an address is kept.
    Resident {
        case_id: CaseId,
    },
}

/// What a message is about.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "kind", rename_all = "camelCase", rename_all_fields = "camelCase")]
pub enum Subject {
    Case { id: CaseId },
    Handover { case_id: CaseId, id: HandoverId },
    Poll { id: PollId },
}

/// A message that waits.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Waiting {
    pub id: String,
    pub template: String,
    pub recipient: Recipient,
    pub subject: Subject,
}

/// Writes a message down. `template` is a name that never changes, such as `case-received`.
pub fn put(
    context: &mut Context<'_>,
    template: &'static str,
    recipient: &Recipient,
    subject: &Subject,
) -> Result<(), Refusal> {
    let id = shared::ids::base32(context.random.id());
    context.sql.execute(
        "INSERT INTO outbox (id, template, recipient, subject, created_at, state) VALUES (?, ?, ?, ?, ?, 'waiting')",
        &[
            id.into(),
            template.into(),
            serde_json::to_string(recipient)?.into(),
            serde_json::to_string(subject)?.into(),
            context.now.milliseconds().into(),
        ],
    )?;
    Ok(())
}

/// The messages that wait, oldest first.
pub fn waiting(sql: &dyn Sql, most: u32) -> Result<Vec<Waiting>, SqlError> {
    let rows = sql.query(
        "SELECT id, template, recipient, subject FROM outbox WHERE state = 'waiting' ORDER BY created_at, id LIMIT ?",
        &[most.into()],
    )?;
    rows.iter()
        .map(|row| {
            Ok(Waiting {
                id: row.text("id")?.to_owned(),
                template: row.text("template")?.to_owned(),
                recipient: row.json("outbox", "recipient")?,
                subject: row.json("outbox", "subject")?,
            })
        })
        .collect()
}

/// Notes that a message went out, or was given up.
pub fn settle(sql: &dyn Sql, id: &str, sent: bool, now: Instant) -> Result<(), SqlError> {
    let state = if sent { "sent" } else { "failed" };
    let settled = sql.execute(
        "UPDATE outbox SET state = ?, settled_at = ?, tries = tries + 1 WHERE id = ? AND state = 'waiting'",
        &[state.into(), now.milliseconds().into(), id.into()],
    )?;
    if settled == 1 { Ok(()) } else { Err(SqlError::NoRow { what: "outbox, waiting" }) }
}
