//! Devices that asked to be told of news, and what waits to be sent to them.

use serde::{Deserialize, Serialize};
use shared::{
    ids::{CaseId, PollId},
    text::Language,
    time::{CivilDate, Instant},
};

use super::{
    Row, Sql, SqlError, Value,
    job::{self, JobKind},
};
use crate::{operation::Context, refusal::Refusal, seal::Sealed};

/// The most devices that are told of one idea: the oldest gives way.
const MOST_OF_A_CASE: u32 = 10;

/// A device, as it is stored.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Device {
    pub id: String,
    pub language: Language,
    /// Whether it is told of new polls and reports.
    pub polls: bool,
    /// Where it can be reached.
    pub sealed: Sealed,
}

/// What a device is told of.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "kind", rename_all = "camelCase")]
pub enum Subject {
    PollOpened { id: PollId },
    PollReported { id: PollId },
    Case { id: CaseId },
}

/// A message that waits.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Push {
    pub number: i64,
    pub device_id: String,
    pub subject: Subject,
    /// From when the term counts in which it is tried.
    pub since: Instant,
    pub tries: u32,
}

fn sealed(row: &Row) -> Result<Sealed, SqlError> {
    Ok(Sealed { key_id: row.text("key_id")?.to_owned(), bytes: row.blob("sealed")?.to_vec() })
}

fn read(row: &Row) -> Result<Device, SqlError> {
    Ok(Device {
        id: row.text("id")?.to_owned(),
        language: row.parsed("device", "language", |tag| Language::from_tag(tag).ok_or("no language of ours"))?,
        polls: row.boolean("polls")?,
        sealed: sealed(row)?,
    })
}

/// The device that can be reached there.
pub fn at(sql: &dyn Sql, address_hash: &[u8]) -> Result<Option<Device>, SqlError> {
    let rows = sql.query("SELECT * FROM device WHERE address_hash = ?", &[address_hash.to_vec().into()])?;
    rows.first().map(read).transpose()
}

pub fn find(sql: &dyn Sql, id: &str) -> Result<Option<Device>, SqlError> {
    let rows = sql.query("SELECT * FROM device WHERE id = ?", &[id.into()])?;
    rows.first().map(read).transpose()
}

/// Keeps a device until `erase_on`; what was known of it is replaced.
pub fn put(sql: &dyn Sql, device: &Device, address_hash: &[u8], erase_on: CivilDate) -> Result<(), SqlError> {
    sql.execute(
        "INSERT INTO device (id, address_hash, language, polls, key_id, sealed, erase_on) VALUES (?, ?, ?, ?, ?, ?, ?)
         ON CONFLICT (id) DO UPDATE SET language = excluded.language, polls = excluded.polls,
             key_id = excluded.key_id, sealed = excluded.sealed, erase_on = excluded.erase_on",
        &[
            device.id.as_str().into(),
            address_hash.to_vec().into(),
            device.language.tag().into(),
            i64::from(device.polls).into(),
            device.sealed.key_id.as_str().into(),
            device.sealed.bytes.clone().into(),
            erase_on.to_string().into(),
        ],
    )?;
    Ok(())
}

/// The key that opens the page of this idea, when the device is told of it.
pub fn key_of_case(sql: &dyn Sql, device: &str, case: &CaseId) -> Result<Option<Sealed>, SqlError> {
    let rows = sql.query(
        "SELECT key_id, sealed FROM device_case WHERE device_id = ? AND case_id = ?",
        &[device.into(), case.as_str().into()],
    )?;
    rows.first().map(sealed).transpose()
}

pub fn add_case(sql: &dyn Sql, device: &str, case: &CaseId, key: &Sealed) -> Result<(), SqlError> {
    remove_case(sql, device, case)?;
    sql.execute(
        "INSERT INTO device_case (device_id, case_id, key_id, sealed) VALUES (?, ?, ?, ?)",
        &[device.into(), case.as_str().into(), key.key_id.as_str().into(), key.bytes.clone().into()],
    )?;
    let older = sql.query(
        "SELECT device_id FROM device_case WHERE case_id = ? ORDER BY rowid DESC LIMIT -1 OFFSET ?",
        &[case.as_str().into(), MOST_OF_A_CASE.into()],
    )?;
    for row in &older {
        let older = row.text("device_id")?;
        remove_case(sql, older, case)?;
        erase_if_idle(sql, older)?;
    }
    Ok(())
}

pub fn remove_case(sql: &dyn Sql, device: &str, case: &CaseId) -> Result<(), SqlError> {
    let params = [device.into(), case.as_str().into()];
    // Overwritten first, because a deleted row leaves its bytes in the file.
    sql.execute(
        "UPDATE device_case SET sealed = zeroblob(length(sealed)) WHERE device_id = ? AND case_id = ?",
        &params,
    )?;
    sql.execute("DELETE FROM device_case WHERE device_id = ? AND case_id = ?", &params)?;
    Ok(())
}

/// Erases a device that is told of nothing any more.
pub fn erase_if_idle(sql: &dyn Sql, id: &str) -> Result<(), SqlError> {
    erase_where(sql, "id = ? AND polls = 0 AND NOT EXISTS (SELECT 1 FROM device_case WHERE device_id = device.id)", id)
}

pub fn erase(sql: &dyn Sql, id: &str) -> Result<(), SqlError> {
    erase_where(sql, "id = ?", id)
}

/// Erases those that asked too long ago.
pub fn tidy(sql: &dyn Sql, today: CivilDate) -> Result<(), SqlError> {
    erase_where(sql, "erase_on < ?", &today.to_string())
}

fn erase_where(sql: &dyn Sql, condition: &str, value: &str) -> Result<(), SqlError> {
    for row in sql.query(&format!("SELECT id FROM device WHERE {condition}"), &[value.into()])? {
        let id = [row.text("id")?.into()];
        sql.execute("UPDATE device_case SET sealed = zeroblob(length(sealed)) WHERE device_id = ?", &id)?;
        sql.execute(
            "UPDATE device SET sealed = zeroblob(length(sealed)), address_hash = randomblob(32) WHERE id = ?",
            &id,
        )?;
        sql.execute("DELETE FROM device_case WHERE device_id = ?", &id)?;
        sql.execute("DELETE FROM push WHERE device_id = ?", &id)?;
        sql.execute("DELETE FROM device WHERE id = ?", &id)?;
    }
    Ok(())
}

/// Writes down what every device is to hear that asked for polls, in the transaction of the change.
pub fn tell_of_polls(context: &Context<'_>, subject: &Subject) -> Result<(), Refusal> {
    tell(context, subject, "SELECT id AS device_id FROM device WHERE polls = 1", &[])
}

/// The same for the devices that follow an idea.
pub fn tell_of_case(context: &Context<'_>, id: &CaseId) -> Result<(), Refusal> {
    let devices = "SELECT device_id FROM device_case WHERE case_id = ?";
    tell(context, &Subject::Case { id: id.clone() }, devices, &[id.as_str().into()])
}

fn tell(context: &Context<'_>, subject: &Subject, devices: &str, of: &[Value]) -> Result<(), Refusal> {
    let now = context.now.milliseconds();
    let mut params = vec![serde_json::to_string(subject)?.into(), now.into(), now.into()];
    params.extend_from_slice(of);
    let told = context.sql.execute(
        &format!(
            "INSERT INTO push (device_id, subject, since, next_at) SELECT device_id, ?, ?, ? FROM ({devices}) WHERE true
             ON CONFLICT DO NOTHING"
        ),
        &params,
    )?;
    if told > 0 {
        job::schedule(context.sql, JobKind::Push, "", context.now)?;
    }
    Ok(())
}

/// Those that have been due longest.
pub fn due(sql: &dyn Sql, now: Instant, most: u32) -> Result<Vec<Push>, SqlError> {
    let rows = sql.query(
        "SELECT * FROM push WHERE next_at <= ? ORDER BY next_at, number LIMIT ?",
        &[now.milliseconds().into(), most.into()],
    )?;
    rows.iter()
        .map(|row| {
            Ok(Push {
                number: row.integer("number")?,
                device_id: row.text("device_id")?.to_owned(),
                subject: row.json("push", "subject")?,
                since: Instant::from_milliseconds(row.integer("since")?),
                tries: u32::try_from(row.integer("tries")?).unwrap_or(u32::MAX),
            })
        })
        .collect()
}

/// When the next one is due.
pub fn next_due(sql: &dyn Sql) -> Result<Option<Instant>, SqlError> {
    let rows = sql.query("SELECT min(next_at) AS next_at FROM push", &[])?;
    let due = rows.first().ok_or(SqlError::NoRow { what: "min(next_at)" })?.optional_integer("next_at")?;
    Ok(due.map(Instant::from_milliseconds))
}

/// Takes a message for a try; due again at `until` when the program ends meanwhile.
pub fn take(sql: &dyn Sql, number: i64, until: Instant) -> Result<(), SqlError> {
    sql.execute(
        "UPDATE push SET tries = tries + 1, next_at = ? WHERE number = ?",
        &[until.milliseconds().into(), number.into()],
    )?;
    Ok(())
}

/// Tries it again then.
pub fn later(sql: &dyn Sql, number: i64, next_at: Instant) -> Result<(), SqlError> {
    sql.execute("UPDATE push SET next_at = ? WHERE number = ?", &[next_at.milliseconds().into(), number.into()])?;
    Ok(())
}

/// Forgets a message that was sent, or never can be.
pub fn settle(sql: &dyn Sql, number: i64) -> Result<(), SqlError> {
    sql.execute("DELETE FROM push WHERE number = ?", &[number.into()])?;
    Ok(())
}
