//! How to reach the resident of a case, and the keys with which they follow it.

use shared::ids::CaseId;

use super::{Sql, SqlError};
use crate::seal::Sealed;

/// Lets whoever has this key follow the case. Answers whether the key was new.
pub fn put_follow_key(sql: &dyn Sql, hash: &[u8; 32], id: &CaseId) -> Result<bool, SqlError> {
    let added = sql.execute(
        "INSERT INTO follow_key (hash, case_id) VALUES (?, ?) ON CONFLICT DO NOTHING",
        &[hash.to_vec().into(), id.as_str().into()],
    )?;
    Ok(added == 1)
}

/// The case that this key follows.
pub fn followed(sql: &dyn Sql, hash: &[u8; 32]) -> Result<Option<CaseId>, SqlError> {
    let rows = sql.query("SELECT case_id FROM follow_key WHERE hash = ?", &[hash.to_vec().into()])?;
    rows.first().map(|row| row.parsed("follow_key", "case_id", CaseId::parse)).transpose()
}

pub fn put(sql: &dyn Sql, id: &CaseId, sealed: &Sealed) -> Result<(), SqlError> {
    sql.execute(
        "INSERT INTO case_contact (case_id, key_id, sealed) VALUES (?, ?, ?)",
        &[id.as_str().into(), sealed.key_id.as_str().into(), sealed.bytes.clone().into()],
    )?;
    Ok(())
}

/// The contact details as they are stored; none when none were left or they have been erased.
pub fn find(sql: &dyn Sql, id: &CaseId) -> Result<Option<Sealed>, SqlError> {
    let rows = sql.query("SELECT key_id, sealed FROM case_contact WHERE case_id = ?", &[id.as_str().into()])?;
    let Some(row) = rows.first() else { return Ok(None) };
    Ok(Some(Sealed { key_id: row.text("key_id")?.to_owned(), bytes: row.blob("sealed")?.to_vec() }))
}

/// Whether contact details are kept.
pub fn exists(sql: &dyn Sql, id: &CaseId) -> Result<bool, SqlError> {
    Ok(!sql.query("SELECT 1 FROM case_contact WHERE case_id = ?", &[id.as_str().into()])?.is_empty())
}

/// Erases the contact details: overwritten first, because a deleted row leaves its bytes in the file.
pub fn erase(sql: &dyn Sql, id: &CaseId) -> Result<(), SqlError> {
    sql.execute("UPDATE case_contact SET sealed = zeroblob(length(sealed)) WHERE case_id = ?", &[id.as_str().into()])?;
    sql.execute("DELETE FROM case_contact WHERE case_id = ?", &[id.as_str().into()])?;
    Ok(())
}
