//! The house style of the municipality, and its logo: one of each, replaced whole.

use shared::{house_style::HouseStyle, time::CivilDate};

use super::{Sql, SqlError, json, sql::Value, word};
use crate::house_style::Logo;

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

/// The logo; none where the mark of Buurtstem is shown.
pub fn logo(sql: &dyn Sql) -> Result<Option<Logo>, SqlError> {
    let rows = sql.query("SELECT kind, body, width, height FROM logo", &[])?;
    let Some(row) = rows.first() else { return Ok(None) };
    let side = |column: &str| Ok(u32::try_from(row.integer(column)?).unwrap_or_default());
    Ok(Some(Logo {
        kind: row.word("logo", "kind")?,
        bytes: row.blob("body")?.to_vec(),
        width: side("width")?,
        height: side("height")?,
    }))
}

pub fn put_logo(sql: &dyn Sql, logo: Logo) -> Result<(), SqlError> {
    sql.execute(
        "INSERT INTO logo (id, kind, body, width, height) VALUES (1, ?, ?, ?, ?)
         ON CONFLICT (id) DO UPDATE SET
             kind = excluded.kind, body = excluded.body, width = excluded.width, height = excluded.height",
        &[word(&logo.kind)?, Value::Blob(logo.bytes), i64::from(logo.width).into(), i64::from(logo.height).into()],
    )?;
    Ok(())
}

pub fn remove_logo(sql: &dyn Sql) -> Result<(), SqlError> {
    sql.execute("DELETE FROM logo", &[])?;
    Ok(())
}
