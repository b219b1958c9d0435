//! How many people live where, by age.

use shared::{residents::Residents, time::CivilDate};

use super::{Sql, SqlError, json};

/// What was loaded last; none before anything was.
pub fn read(sql: &dyn Sql) -> Result<Option<Residents>, SqlError> {
    let rows = sql.query("SELECT id, loaded_on, areas FROM residents", &[])?;
    let Some(row) = rows.first() else { return Ok(None) };
    let loaded_on = row.parsed("residents", "loaded_on", str::parse::<CivilDate>)?;
    Ok(Some(Residents { loaded_on, areas: row.json("residents", "areas")? }))
}

/// Keeps these in place of what was loaded before.
pub fn put(sql: &dyn Sql, residents: &Residents) -> Result<(), SqlError> {
    sql.execute(
        "INSERT INTO residents (id, loaded_on, areas) VALUES (1, ?, ?)
         ON CONFLICT (id) DO UPDATE SET loaded_on = excluded.loaded_on, areas = excluded.areas",
        &[residents.loaded_on.to_string().into(), json(&residents.areas)?],
    )?;
    Ok(())
}
