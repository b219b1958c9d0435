//! House styles that are being taken over from a site. Only the hash of a key is stored, and a key works once.

use shared::{ids::OfficialId, time::Instant};

use super::{Sql, SqlError};

/// How long a key works, and how long what came is kept for the official: opening a page takes seconds.
pub const LIFE: i64 = 10 * 60_000;

/// Begins one; an earlier one of the same official ends.
pub fn begin(sql: &dyn Sql, official: &OfficialId, hash: &[u8; 32], site: &str, now: Instant) -> Result<(), SqlError> {
    sql.execute(
        "INSERT OR REPLACE INTO takeover (official_id, hash, site, expires_at, theme) VALUES (?, ?, ?, ?, NULL)",
        &[
            official.as_str().into(),
            hash.to_vec().into(),
            site.into(),
            now.plus_milliseconds(LIFE).milliseconds().into(),
        ],
    )?;
    Ok(())
}

/// Takes in what came from a site, once; false when there is no such take-over, or not from there, or not any more.
pub fn take_in(sql: &dyn Sql, hash: &[u8; 32], site: &str, theme: &str, now: Instant) -> Result<bool, SqlError> {
    let changed = sql.execute(
        "UPDATE takeover SET theme = ? WHERE hash = ? AND site = ? AND expires_at > ? AND theme IS NULL",
        &[theme.into(), hash.to_vec().into(), site.into(), now.milliseconds().into()],
    )?;
    Ok(changed > 0)
}

/// One that was begun.
#[derive(Debug, PartialEq, Eq)]
pub struct Begun {
    /// What came; none while nothing did.
    pub theme: Option<String>,
}

/// The official's own one, while it lasts.
pub fn find(sql: &dyn Sql, official: &OfficialId, now: Instant) -> Result<Option<Begun>, SqlError> {
    let rows = sql.query(
        "SELECT theme FROM takeover WHERE official_id = ? AND expires_at > ?",
        &[official.as_str().into(), now.milliseconds().into()],
    )?;
    rows.first().map(|row| Ok(Begun { theme: row.optional_text("theme")?.map(str::to_owned) })).transpose()
}

/// Ends the official's own one. Ending one that is not there does no harm.
pub fn end(sql: &dyn Sql, official: &OfficialId) -> Result<(), SqlError> {
    sql.execute("DELETE FROM takeover WHERE official_id = ?", &[official.as_str().into()])?;
    Ok(())
}

/// Deletes what has ended by itself.
pub fn tidy(sql: &dyn Sql, now: Instant) -> Result<(), SqlError> {
    sql.execute("DELETE FROM takeover WHERE expires_at <= ?", &[now.milliseconds().into()])?;
    Ok(())
}
