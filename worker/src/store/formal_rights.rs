//! The formal rights of the municipality: one set, replaced whole.

use shared::formal_right::FormalRights;

use super::{Sql, SqlError, json};

/// The set and its version; version 0 is what nobody has changed yet.
pub fn read(sql: &dyn Sql) -> Result<(u64, FormalRights), SqlError> {
    let rows = sql.query("SELECT id, version, body FROM formal_rights", &[])?;
    let Some(row) = rows.first() else { return Ok((0, FormalRights::default())) };
    Ok((u64::try_from(row.integer("version")?).unwrap_or_default(), row.json("formal_rights", "body")?))
}

/// Puts these in the place of the set of this version; says whether it was that one.
pub fn put(sql: &dyn Sql, version: u64, rights: &FormalRights) -> Result<bool, SqlError> {
    let version = i64::try_from(version).unwrap_or(i64::MAX);
    let changed = if version == 0 {
        sql.execute(
            "INSERT INTO formal_rights (id, version, body) VALUES (1, 1, ?) ON CONFLICT (id) DO NOTHING",
            &[json(rights)?],
        )?
    } else {
        sql.execute(
            "UPDATE formal_rights SET version = version + 1, body = ? WHERE version = ?",
            &[json(rights)?, version.into()],
        )?
    };
    Ok(changed == 1)
}
