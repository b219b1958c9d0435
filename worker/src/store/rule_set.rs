//! Sets of routing rules: every one that was ever in force, with who saved it. They are only added to.

use shared::{ids::OfficialId, routing::Rule, time::Instant};

use super::{Row, Sql, SqlError, json, municipality};

/// A set without its rules.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SavedSet {
    pub version: u32,
    /// None: the operator's file.
    pub author: Option<OfficialId>,
    /// The earlier set that was taken over.
    pub taken_from: Option<u32>,
    pub saved_at: Instant,
}

/// The most sets of a history: those of some years.
const MOST_LISTED: u32 = 200;

/// Saves a set and puts it in force.
pub fn save(
    sql: &dyn Sql,
    rules: &[Rule],
    author: Option<&OfficialId>,
    taken_from: Option<u32>,
    now: Instant,
) -> Result<(), SqlError> {
    municipality::put_rules(sql, rules, now)?;
    let version = municipality::rules(sql)?.1;
    sql.execute(
        "INSERT INTO rule_set (version, rules, author, taken_from, saved_at) VALUES (?, ?, ?, ?, ?)",
        &[
            i64::try_from(version).unwrap_or(i64::MAX).into(),
            json(&rules)?,
            author.map(OfficialId::as_str).into(),
            taken_from.map(i64::from).into(),
            now.milliseconds().into(),
        ],
    )?;
    Ok(())
}

/// The newest first.
pub fn history(sql: &dyn Sql) -> Result<Vec<SavedSet>, SqlError> {
    let rows = sql.query(
        "SELECT version, author, taken_from, saved_at FROM rule_set ORDER BY version DESC LIMIT ?",
        &[MOST_LISTED.into()],
    )?;
    rows.iter().map(read).collect()
}

/// The set in force; none before the first is loaded.
pub fn newest(sql: &dyn Sql) -> Result<Option<SavedSet>, SqlError> {
    let rows =
        sql.query("SELECT version, author, taken_from, saved_at FROM rule_set ORDER BY version DESC LIMIT 1", &[])?;
    rows.first().map(read).transpose()
}

/// One set with its rules.
pub fn find(sql: &dyn Sql, version: u32) -> Result<Option<(SavedSet, Vec<Rule>)>, SqlError> {
    let rows = sql.query("SELECT * FROM rule_set WHERE version = ?", &[version.into()])?;
    rows.first().map(|row| Ok((read(row)?, row.json("rule_set", "rules")?))).transpose()
}

fn read(row: &Row) -> Result<SavedSet, SqlError> {
    let number = |value: i64| u32::try_from(value).unwrap_or(u32::MAX);
    Ok(SavedSet {
        version: number(row.integer("version")?),
        author: row.optional_parsed("rule_set", "author", OfficialId::parse)?,
        taken_from: row.optional_integer("taken_from")?.map(number),
        saved_at: Instant::from_milliseconds(row.integer("saved_at")?),
    })
}
