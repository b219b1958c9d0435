//! What an object knows of itself: its name, and how often what the public sees has changed.

use super::{Sql, SqlError};
use crate::refusal::Refusal;

/// The object's own name. The first call that brings a name writes it down; a later one with another name is a fault,
/// because an object never changes its name.
pub fn name(sql: &dyn Sql, given: Option<&str>) -> Result<Option<String>, Refusal> {
    let rows = sql.query("SELECT name FROM object", &[])?;
    let stored = rows.first().map(|row| row.text("name")).transpose()?.map(str::to_owned);
    match (stored, given) {
        (Some(stored), Some(given)) if stored != given => Err(Refusal::fault("called under another object's name")),
        (Some(stored), _) => Ok(Some(stored)),
        (None, Some(given)) => {
            sql.execute("INSERT INTO object (id, name) VALUES (1, ?)", &[given.into()])?;
            Ok(Some(given.to_owned()))
        }
        (None, None) => Ok(None),
    }
}

/// How often what the public sees has changed.
pub fn public_version(sql: &dyn Sql) -> Result<u64, SqlError> {
    let rows = sql.query("SELECT public_version FROM object", &[])?;
    let version = rows.first().ok_or(SqlError::NoRow { what: "object" })?.integer("public_version")?;
    Ok(version.unsigned_abs())
}

/// To be called in every transaction that changes what the public sees, or the edge keeps showing the old.
pub fn public_changed(sql: &dyn Sql) -> Result<(), SqlError> {
    match sql.execute("UPDATE object SET public_version = public_version + 1", &[])? {
        1 => Ok(()),
        _ => Err(SqlError::NoRow { what: "object" }),
    }
}
