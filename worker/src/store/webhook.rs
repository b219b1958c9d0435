//! Webhooks, and what each of them is told.

use serde::{Deserialize, Serialize};
use shared::{
    ids::{CaseId, PartnerId, PollId, WebhookId},
    time::Instant,
    webhook::{DeliveryState, WebhookEvent, WebhookState, WebhookTrouble},
};

use super::{
    Row, Sql, SqlError, Value,
    job::{self, JobKind},
    word,
};
use crate::{operation::Context, refusal::Refusal, seal::Sealed};

/// How long what is done with stays readable for the administrator, in milliseconds.
const KEPT: i64 = 30 * 24 * 3_600_000;

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Webhook {
    pub id: WebhookId,
    /// Whose; none is the municipality's own.
    pub partner: Option<PartnerId>,
    pub url: String,
    pub state: WebhookState,
    pub made_at: Instant,
    pub secret: Sealed,
    /// The secret before, and until when it signs too.
    pub previous: Option<(Sealed, Instant)>,
    pub reached_at: Option<Instant>,
    pub failed: Option<(Instant, Reason)>,
    /// Whether the administrator has been told that it does not work.
    pub alarmed: bool,
}

/// Why a try did not work.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Reason {
    pub trouble: WebhookTrouble,
    pub status: Option<u16>,
}

/// What a delivery is about.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "kind", rename_all = "camelCase")]
pub enum Subject {
    Case { id: CaseId },
    Poll { id: PollId },
    Webhook { id: WebhookId },
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Delivery {
    pub id: String,
    pub webhook: WebhookId,
    pub event: WebhookEvent,
    pub subject: Subject,
    pub happened_at: Instant,
    /// From when the term counts in which it is tried.
    pub since: Instant,
    pub state: DeliveryState,
    pub tries: u32,
    pub next_at: Option<Instant>,
    pub settled_at: Option<Instant>,
    pub reason: Option<Reason>,
}

fn instant(row: &Row, column: &str) -> Result<Option<Instant>, SqlError> {
    Ok(row.optional_integer(column)?.map(Instant::from_milliseconds))
}

fn reason(row: &Row, table: &str) -> Result<Option<Reason>, SqlError> {
    if row.optional_text("trouble")?.is_none() {
        return Ok(None);
    }
    let status = row.optional_integer("status")?.and_then(|status| u16::try_from(status).ok());
    Ok(Some(Reason { trouble: row.word(table, "trouble")?, status }))
}

fn read(row: &Row) -> Result<Webhook, SqlError> {
    let previous = match instant(row, "previous_until")? {
        Some(until) => Some((
            Sealed {
                key_id: row.optional_text("previous_key_id")?.unwrap_or_default().to_owned(),
                bytes: row.blob("previous_sealed")?.to_vec(),
            },
            until,
        )),
        None => None,
    };
    Ok(Webhook {
        id: row.parsed("webhook", "id", WebhookId::parse)?,
        partner: row.optional_parsed("webhook", "partner", PartnerId::parse)?,
        url: row.text("url")?.to_owned(),
        state: row.word("webhook", "state")?,
        made_at: Instant::from_milliseconds(row.integer("made_at")?),
        secret: Sealed { key_id: row.text("key_id")?.to_owned(), bytes: row.blob("sealed")?.to_vec() },
        previous,
        reached_at: instant(row, "reached_at")?,
        failed: instant(row, "failed_at")?.zip(reason(row, "webhook")?),
        alarmed: row.boolean("alarmed")?,
    })
}

/// All of them, the oldest first.
pub fn all(sql: &dyn Sql) -> Result<Vec<Webhook>, SqlError> {
    sql.query("SELECT * FROM webhook ORDER BY made_at, id", &[])?.iter().map(read).collect()
}

pub fn find(sql: &dyn Sql, id: &WebhookId) -> Result<Option<Webhook>, SqlError> {
    let rows = sql.query("SELECT * FROM webhook WHERE id = ?", &[id.as_str().into()])?;
    rows.first().map(read).transpose()
}

/// Those that are switched on, by whose they are.
pub fn switched_on(sql: &dyn Sql) -> Result<Vec<(WebhookId, Option<PartnerId>)>, SqlError> {
    let rows = sql.query("SELECT id, partner FROM webhook WHERE state = 'on'", &[])?;
    rows.iter()
        .map(|row| {
            let partner = row.optional_parsed("webhook", "partner", PartnerId::parse)?;
            Ok((row.parsed("webhook", "id", WebhookId::parse)?, partner))
        })
        .collect()
}

pub fn insert(
    sql: &dyn Sql,
    id: &WebhookId,
    partner: Option<&PartnerId>,
    url: &str,
    secret: &Sealed,
    now: Instant,
) -> Result<(), SqlError> {
    sql.execute(
        "INSERT INTO webhook (id, partner, url, state, made_at, key_id, sealed) VALUES (?, ?, ?, 'on', ?, ?, ?)",
        &[
            id.as_str().into(),
            partner.map(PartnerId::as_str).into(),
            url.into(),
            now.milliseconds().into(),
            secret.key_id.as_str().into(),
            secret.bytes.clone().into(),
        ],
    )?;
    Ok(())
}

/// Puts another secret in force; the one before signs too until then.
pub fn renew(sql: &dyn Sql, id: &WebhookId, secret: &Sealed, until: Instant) -> Result<(), SqlError> {
    forget_previous(sql, id)?;
    sql.execute(
        "UPDATE webhook SET previous_key_id = key_id, previous_sealed = sealed, previous_until = ?, key_id = ?,
             sealed = ? WHERE id = ?",
        &[until.milliseconds().into(), secret.key_id.as_str().into(), secret.bytes.clone().into(), id.as_str().into()],
    )?;
    Ok(())
}

/// Overwritten first, because a value that is taken away leaves its bytes in the file.
fn forget_previous(sql: &dyn Sql, id: &WebhookId) -> Result<(), SqlError> {
    sql.execute(
        "UPDATE webhook SET previous_sealed = zeroblob(length(previous_sealed))
         WHERE id = ? AND previous_sealed IS NOT NULL",
        &[id.as_str().into()],
    )?;
    sql.execute(
        "UPDATE webhook SET previous_key_id = NULL, previous_sealed = NULL, previous_until = NULL WHERE id = ?",
        &[id.as_str().into()],
    )?;
    Ok(())
}

/// Switches it on or off. What waits is not sent any more when it goes off.
pub fn switch(sql: &dyn Sql, id: &WebhookId, state: WebhookState, now: Instant) -> Result<(), SqlError> {
    sql.execute("UPDATE webhook SET state = ?, alarmed = 0 WHERE id = ?", &[word(&state)?, id.as_str().into()])?;
    if state != WebhookState::On {
        sql.execute(
            "UPDATE webhook_delivery SET state = 'dropped', next_at = NULL, settled_at = ?
             WHERE webhook = ? AND state = 'waiting'",
            &[now.milliseconds().into(), id.as_str().into()],
        )?;
    }
    Ok(())
}

pub fn remove(sql: &dyn Sql, id: &WebhookId) -> Result<(), SqlError> {
    forget_previous(sql, id)?;
    sql.execute("UPDATE webhook SET sealed = zeroblob(length(sealed)) WHERE id = ?", &[id.as_str().into()])?;
    sql.execute("DELETE FROM webhook_delivery WHERE webhook = ?", &[id.as_str().into()])?;
    sql.execute("DELETE FROM webhook WHERE id = ?", &[id.as_str().into()])?;
    Ok(())
}

/// Notes that the other side took something.
pub fn reached(sql: &dyn Sql, id: &WebhookId, now: Instant) -> Result<(), SqlError> {
    sql.execute(
        "UPDATE webhook SET reached_at = ?, alarmed = 0 WHERE id = ?",
        &[now.milliseconds().into(), id.as_str().into()],
    )?;
    Ok(())
}

/// Notes that it did not.
pub fn failed(sql: &dyn Sql, id: &WebhookId, reason: Reason, now: Instant) -> Result<(), SqlError> {
    sql.execute(
        "UPDATE webhook SET failed_at = ?, trouble = ?, status = ? WHERE id = ?",
        &[now.milliseconds().into(), word(&reason.trouble)?, status(reason), id.as_str().into()],
    )?;
    Ok(())
}

/// Notes that the administrator is told; whether that was new.
pub fn alarm(sql: &dyn Sql, id: &WebhookId) -> Result<bool, SqlError> {
    Ok(sql.execute("UPDATE webhook SET alarmed = 1 WHERE id = ? AND alarmed = 0", &[id.as_str().into()])? == 1)
}

fn status(reason: Reason) -> Value {
    reason.status.map_or(Value::Null, |status| i64::from(status).into())
}

/// Writes a delivery down and asks for it to be sent. `since` begins its term.
pub fn put(
    context: &mut Context<'_>,
    webhook: &WebhookId,
    event: WebhookEvent,
    subject: &Subject,
    since: Instant,
) -> Result<(), Refusal> {
    let now = context.now;
    let id = shared::ids::base32(context.random.id());
    context.sql.execute(
        "INSERT INTO webhook_delivery (id, webhook, event, subject, happened_at, since, state, next_at)
         VALUES (?, ?, ?, ?, ?, ?, 'waiting', ?)",
        &[
            id.into(),
            webhook.as_str().into(),
            event.name().into(),
            serde_json::to_string(subject)?.into(),
            now.milliseconds().into(),
            since.milliseconds().into(),
            now.milliseconds().into(),
        ],
    )?;
    Ok(job::schedule(context.sql, JobKind::Webhooks, "", now)?)
}

fn read_delivery(row: &Row) -> Result<Delivery, SqlError> {
    Ok(Delivery {
        id: row.text("id")?.to_owned(),
        webhook: row.parsed("webhook_delivery", "webhook", WebhookId::parse)?,
        event: row.parsed("webhook_delivery", "event", |name| WebhookEvent::from_name(name).ok_or("not an event"))?,
        subject: row.json("webhook_delivery", "subject")?,
        happened_at: Instant::from_milliseconds(row.integer("happened_at")?),
        since: Instant::from_milliseconds(row.integer("since")?),
        state: row.word("webhook_delivery", "state")?,
        tries: u32::try_from(row.integer("tries")?).unwrap_or(u32::MAX),
        next_at: instant(row, "next_at")?,
        settled_at: instant(row, "settled_at")?,
        reason: reason(row, "webhook_delivery")?,
    })
}

/// The newest ones of a webhook.
pub fn deliveries(sql: &dyn Sql, id: &WebhookId, most: u32) -> Result<Vec<Delivery>, SqlError> {
    let rows = sql.query(
        "SELECT * FROM webhook_delivery WHERE webhook = ? ORDER BY happened_at DESC, rowid DESC LIMIT ?",
        &[id.as_str().into(), most.into()],
    )?;
    rows.iter().map(read_delivery).collect()
}

/// How many of a webhook wait.
pub fn waiting(sql: &dyn Sql, id: &WebhookId) -> Result<u64, SqlError> {
    let rows = sql.query(
        "SELECT count(*) AS number FROM webhook_delivery WHERE webhook = ? AND state = 'waiting'",
        &[id.as_str().into()],
    )?;
    let number = rows.first().ok_or(SqlError::NoRow { what: "count(*)" })?.integer("number")?;
    Ok(u64::try_from(number).unwrap_or_default())
}

/// The delivery that has been due longest.
pub fn first_due(sql: &dyn Sql, now: Instant) -> Result<Option<Delivery>, SqlError> {
    let rows = sql.query(
        "SELECT * FROM webhook_delivery WHERE state = 'waiting' AND next_at <= ? ORDER BY next_at, rowid LIMIT 1",
        &[now.milliseconds().into()],
    )?;
    rows.first().map(read_delivery).transpose()
}

/// When the next one is due.
pub fn next_due(sql: &dyn Sql) -> Result<Option<Instant>, SqlError> {
    let rows = sql.query("SELECT min(next_at) AS next_at FROM webhook_delivery WHERE state = 'waiting'", &[])?;
    let due = rows.first().ok_or(SqlError::NoRow { what: "min(next_at)" })?.optional_integer("next_at")?;
    Ok(due.map(Instant::from_milliseconds))
}

/// Takes a delivery for a try; due again at `until` when the program ends meanwhile.
pub fn take(sql: &dyn Sql, id: &str, until: Instant) -> Result<(), SqlError> {
    sql.execute(
        "UPDATE webhook_delivery SET tries = tries + 1, next_at = ? WHERE id = ? AND state = 'waiting'",
        &[until.milliseconds().into(), id.into()],
    )?;
    Ok(())
}

/// Notes what became of a delivery. One that was dropped meanwhile stays so.
pub fn settle(
    sql: &dyn Sql,
    id: &str,
    state: DeliveryState,
    reason: Option<Reason>,
    now: Instant,
) -> Result<(), SqlError> {
    sql.execute(
        "UPDATE webhook_delivery SET state = ?, next_at = NULL, settled_at = ?, trouble = ?, status = ?
         WHERE id = ? AND state = 'waiting'",
        &[
            word(&state)?,
            now.milliseconds().into(),
            reason.map(|reason| word(&reason.trouble)).transpose()?.unwrap_or(Value::Null),
            reason.map_or(Value::Null, status),
            id.into(),
        ],
    )?;
    Ok(())
}

/// Notes that a try did not work and when the next one is. All else for the same address waits as long: one call is
/// enough to learn that nobody answers there.
pub fn later(sql: &dyn Sql, delivery: &Delivery, reason: Reason, next_at: Instant) -> Result<(), SqlError> {
    sql.execute(
        "UPDATE webhook_delivery SET next_at = ?, trouble = ?, status = ? WHERE id = ? AND state = 'waiting'",
        &[next_at.milliseconds().into(), word(&reason.trouble)?, status(reason), delivery.id.as_str().into()],
    )?;
    hold_back(sql, &delivery.webhook, next_at)
}

/// Nothing goes to this address before then. Tries that somebody asked for by hand are not held back: they are due once.
pub fn hold_back(sql: &dyn Sql, id: &WebhookId, until: Instant) -> Result<(), SqlError> {
    sql.execute(
        "UPDATE webhook_delivery SET next_at = ? WHERE webhook = ? AND state = 'waiting' AND next_at < ? AND event <> ?",
        &[
            until.milliseconds().into(),
            id.as_str().into(),
            until.milliseconds().into(),
            WebhookEvent::Tested.name().into(),
        ],
    )?;
    Ok(())
}

/// Sends what was given up or dropped after all; whether there was such a delivery.
pub fn send_again(sql: &dyn Sql, webhook: &WebhookId, id: &str, now: Instant) -> Result<bool, SqlError> {
    let changed = sql.execute(
        "UPDATE webhook_delivery SET state = 'waiting', since = ?, next_at = ?, tries = 0, settled_at = NULL
         WHERE id = ? AND webhook = ? AND state IN ('failed', 'dropped')",
        &[now.milliseconds().into(), now.milliseconds().into(), id.into(), webhook.as_str().into()],
    )?;
    Ok(changed == 1)
}

/// Whether there is such a delivery.
pub fn has_delivery(sql: &dyn Sql, webhook: &WebhookId, id: &str) -> Result<bool, SqlError> {
    let params = [id.into(), webhook.as_str().into()];
    Ok(!sql.query("SELECT 1 FROM webhook_delivery WHERE id = ? AND webhook = ?", &params)?.is_empty())
}

/// Forgets what was done with a month ago, and secrets that sign no more.
pub fn tidy(sql: &dyn Sql, now: Instant) -> Result<(), SqlError> {
    sql.execute(
        "DELETE FROM webhook_delivery WHERE settled_at < ?",
        &[now.plus_milliseconds(-KEPT).milliseconds().into()],
    )?;
    for webhook in all(sql)? {
        if webhook.previous.as_ref().is_some_and(|(_, until)| *until <= now) {
            forget_previous(sql, &webhook.id)?;
        }
    }
    Ok(())
}
