//! The house style of the municipality: one, replaced whole.

use shared::{time::CivilDate, wire::house_style::HouseStyle};

use super::{Sql, SqlError, json};

/// The house style and the day it was stored; none where our own look is shown.
pub fn read(sql: &dyn Sql) -> Result<Option<(CivilDate, HouseStyle)>, SqlError> {
    let rows = sql.query("SELECT id, stored_on, body FROM house_style", &[])?;
    let Some(row) = rows.first() else { return Ok(None) };
    let stored_on = row.parsed("house_style", "stored_on", str::parse::<CivilDate>)?;
    Ok(Some((stored_on, row.json("house_style", "body")?)))
}

pub fn put(sql: &dyn Sql, style: &HouseStyle, stored_on: CivilDate) -> Result<(), SqlError> {
    sql.execute(
        "INSERT INTO house_style (id, stored_on, body) VALUES (1, ?, ?)
         ON CONFLICT (id) DO UPDATE SET stored_on = excluded.stored_on, body = excluded.body",
        &[stored_on.to_string().into(), json(style)?],
    )?;
    Ok(())
}

pub fn remove(sql: &dyn Sql) -> Result<(), SqlError> {
    sql.execute("DELETE FROM house_style", &[])?;
    Ok(())
}
