//! The map of the areas: one, replaced whole.

use shared::{area_map::AreaMap, time::Instant};

use super::{Sql, SqlError, json};

/// The map; `None` where none was loaded.
pub fn read(sql: &dyn Sql) -> Result<Option<AreaMap>, SqlError> {
    let rows = sql.query("SELECT id, body FROM area_map", &[])?;
    rows.first().map(|row| row.json("area_map", "body")).transpose()
}

pub fn put(sql: &dyn Sql, map: &AreaMap, now: Instant) -> Result<(), SqlError> {
    sql.execute(
        "INSERT INTO area_map (id, body, loaded_at) VALUES (1, ?, ?)
         ON CONFLICT (id) DO UPDATE SET body = excluded.body, loaded_at = excluded.loaded_at",
        &[json(map)?, now.milliseconds().into()],
    )?;
    Ok(())
}

pub fn remove(sql: &dyn Sql) -> Result<(), SqlError> {
    sql.execute("DELETE FROM area_map", &[])?;
    Ok(())
}
