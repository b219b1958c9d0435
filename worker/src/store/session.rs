//! One-time links and sessions of officials. Only hashes are stored: who reads the database cannot sign in.

use shared::{ids::OfficialId, time::Instant};

use super::{Sql, SqlError};
use crate::auth::{IDLE, LINK_LIFE, SESSION_LIFE};

/// How exactly the last use is kept: a write for every request would make reading as dear as writing.
const SEEN_STEP: i64 = 60_000;

/// Stores a new link for an official; earlier ones end, so that only the newest works.
pub fn put_link(sql: &dyn Sql, hash: &[u8; 32], official: &OfficialId, now: Instant) -> Result<(), SqlError> {
    sql.execute("DELETE FROM sign_in_link WHERE official_id = ?", &[official.as_str().into()])?;
    sql.execute(
        "INSERT INTO sign_in_link (hash, official_id, expires_at) VALUES (?, ?, ?)",
        &[hash.to_vec().into(), official.as_str().into(), now.plus_milliseconds(LINK_LIFE).milliseconds().into()],
    )?;
    Ok(())
}

/// Uses up a link: whose it was, when it still held.
pub fn take_link(sql: &dyn Sql, hash: &[u8; 32], now: Instant) -> Result<Option<OfficialId>, SqlError> {
    let rows = sql.query("SELECT official_id, expires_at FROM sign_in_link WHERE hash = ?", &[hash.to_vec().into()])?;
    let Some(row) = rows.first() else { return Ok(None) };
    let official = row.parsed("sign_in_link", "official_id", OfficialId::parse)?;
    let holds = row.integer("expires_at")? > now.milliseconds();
    sql.execute("DELETE FROM sign_in_link WHERE hash = ?", &[hash.to_vec().into()])?;
    Ok(holds.then_some(official))
}

pub fn start(sql: &dyn Sql, hash: &[u8; 32], official: &OfficialId, now: Instant) -> Result<(), SqlError> {
    sql.execute(
        "INSERT INTO session (hash, official_id, started_at, seen_at) VALUES (?, ?, ?, ?)",
        &[hash.to_vec().into(), official.as_str().into(), now.milliseconds().into(), now.milliseconds().into()],
    )?;
    Ok(())
}

/// Whose session this is, when it holds; notes that it was used.
pub fn seen(sql: &dyn Sql, hash: &[u8; 32], now: Instant) -> Result<Option<OfficialId>, SqlError> {
    let rows =
        sql.query("SELECT official_id, started_at, seen_at FROM session WHERE hash = ?", &[hash.to_vec().into()])?;
    let Some(row) = rows.first() else { return Ok(None) };
    let seen_at = row.integer("seen_at")?;
    let now = now.milliseconds();
    let idle = now.saturating_sub(seen_at);
    if idle >= IDLE || now.saturating_sub(row.integer("started_at")?) >= SESSION_LIFE {
        return Ok(None);
    }
    if idle >= SEEN_STEP {
        sql.execute("UPDATE session SET seen_at = ? WHERE hash = ?", &[now.into(), hash.to_vec().into()])?;
    }
    Ok(Some(row.parsed("session", "official_id", OfficialId::parse)?))
}

/// Ends one session. Ending one that is not there does no harm.
pub fn end(sql: &dyn Sql, hash: &[u8; 32]) -> Result<(), SqlError> {
    sql.execute("DELETE FROM session WHERE hash = ?", &[hash.to_vec().into()])?;
    Ok(())
}

/// Ends all sessions and links of officials who are not active (any more).
pub fn end_inactive(sql: &dyn Sql) -> Result<(), SqlError> {
    let inactive = "SELECT id FROM official WHERE active = 0 OR retired_at IS NOT NULL";
    sql.execute(&format!("DELETE FROM session WHERE official_id IN ({inactive})"), &[])?;
    sql.execute(&format!("DELETE FROM sign_in_link WHERE official_id IN ({inactive})"), &[])?;
    Ok(())
}

/// Deletes what has ended by itself.
pub fn tidy(sql: &dyn Sql, now: Instant) -> Result<(), SqlError> {
    let now = now.milliseconds();
    sql.execute("DELETE FROM sign_in_link WHERE expires_at <= ?", &[now.into()])?;
    sql.execute(
        "DELETE FROM session WHERE seen_at <= ? OR started_at <= ?",
        &[now.saturating_sub(IDLE).into(), now.saturating_sub(SESSION_LIFE).into()],
    )?;
    Ok(())
}
