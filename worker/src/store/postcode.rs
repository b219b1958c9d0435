//! In which buurt each postcode lies: a row for all postcodes with the same four digits, replaced whole.

use shared::{
    postcode::{Block, PostcodeTable, TableView},
    time::CivilDate,
};

use super::{Sql, SqlError, json};

/// What is told of the table; nothing when none is loaded.
pub fn view(sql: &dyn Sql) -> Result<TableView, SqlError> {
    let rows = sql.query("SELECT id, facts, loaded_on FROM postcode_table", &[])?;
    let Some(row) = rows.first() else { return Ok(TableView::default()) };
    Ok(TableView {
        facts: Some(row.json("postcode_table", "facts")?),
        loaded_on: Some(row.parsed("postcode_table", "loaded_on", str::parse::<CivilDate>)?),
    })
}

pub fn is_loaded(sql: &dyn Sql) -> Result<bool, SqlError> {
    Ok(!sql.query("SELECT id FROM postcode_table", &[])?.is_empty())
}

/// All postcodes with these four digits.
pub fn block(sql: &dyn Sql, digits: u16) -> Result<Option<Block>, SqlError> {
    let rows =
        sql.query("SELECT digits AS id, body FROM postcode_block WHERE digits = ?", &[u32::from(digits).into()])?;
    rows.first().map(|row| row.json("postcode_block", "body")).transpose()
}

/// Keeps this table in place of the one before. To be called in a transaction.
pub fn put(sql: &dyn Sql, table: &PostcodeTable, loaded_on: CivilDate) -> Result<(), SqlError> {
    remove(sql)?;
    sql.execute(
        "INSERT INTO postcode_table (id, facts, loaded_on) VALUES (1, ?, ?)",
        &[json(&table.facts)?, loaded_on.to_string().into()],
    )?;
    for (digits, block) in &table.blocks {
        sql.execute(
            "INSERT INTO postcode_block (digits, body) VALUES (?, ?)",
            &[u32::from(*digits).into(), json(block)?],
        )?;
    }
    Ok(())
}

pub fn remove(sql: &dyn Sql) -> Result<(), SqlError> {
    sql.execute("DELETE FROM postcode_block", &[])?;
    sql.execute("DELETE FROM postcode_table", &[])?;
    Ok(())
}
