//! Sites that may show the widget, and how often it was asked for there.

use shared::time::{CivilDate, Instant};

use super::{Row, Sql, SqlError, json};

/// Which sites may show the widget, in SQL: an administrator's choice goes before the operator's file.
macro_rules! allowed {
    () => {
        "(choice = 'added' OR (choice IS NULL AND in_file = 1))"
    };
}

/// The origins that may frame the widget.
pub fn allowed(sql: &dyn Sql) -> Result<Vec<String>, SqlError> {
    let rows = sql.query(concat!("SELECT origin FROM site WHERE ", allowed!(), " ORDER BY added_at, rowid"), &[])?;
    rows.iter().map(|row| Ok(row.text("origin")?.to_owned())).collect()
}

/// Takes over what the operator's file names. What an administrator added stays, and what one took away stays away.
pub fn put_file(sql: &dyn Sql, origins: &[String], now: Instant) -> Result<(), SqlError> {
    let named = json(&origins)?;
    sql.execute("UPDATE site SET in_file = origin IN (SELECT value FROM json_each(?))", std::slice::from_ref(&named))?;
    sql.execute("DELETE FROM site WHERE in_file = 0 AND choice IS NULL", &[])?;
    sql.execute(
        "INSERT INTO site (origin, in_file, choice, added_at) SELECT value, 1, NULL, ? FROM json_each(?) WHERE TRUE
         ON CONFLICT (origin) DO NOTHING",
        &[now.milliseconds().into(), named],
    )?;
    Ok(())
}

/// Lets this origin show the widget; says whether it could not before.
pub fn add(sql: &dyn Sql, origin: &str, now: Instant) -> Result<bool, SqlError> {
    let changed = sql.execute(
        "INSERT INTO site (origin, in_file, choice, added_at) VALUES (?, 0, 'added', ?)
         ON CONFLICT (origin) DO UPDATE SET choice = 'added' WHERE choice = 'removed'",
        &[origin.into(), now.milliseconds().into()],
    )?;
    Ok(changed > 0)
}

/// Takes this origin away; says whether it was there. One of the file is remembered, so that the next loading does not
/// bring it back.
pub fn remove(sql: &dyn Sql, origin: &str) -> Result<bool, SqlError> {
    let kept = sql.execute(
        concat!("UPDATE site SET choice = 'removed' WHERE origin = ? AND in_file = 1 AND ", allowed!()),
        &[origin.into()],
    )?;
    let gone =
        sql.execute("DELETE FROM site WHERE origin = ? AND in_file = 0 AND choice = 'added'", &[origin.into()])?;
    Ok(kept + gone > 0)
}

/// A site with what was counted there.
#[derive(Debug)]
pub struct Counted {
    pub origin: String,
    pub in_file: bool,
    pub times: u64,
    pub last_on: Option<CivilDate>,
}

/// Every site that may show the widget, with its loads since that day.
pub fn loaded_since(sql: &dyn Sql, since: CivilDate) -> Result<Vec<Counted>, SqlError> {
    let rows = sql.query(
        concat!(
            "SELECT s.origin, s.in_file, coalesce(sum(d.loaded), 0) AS times, max(d.day) AS last_on
             FROM site s LEFT JOIN site_day d ON d.origin = s.origin AND d.loaded > 0 AND d.day >= ?
             WHERE ",
            allowed!(),
            " GROUP BY s.origin ORDER BY s.added_at, s.rowid"
        ),
        &[since.to_string().into()],
    )?;
    rows.iter().map(counted).collect()
}

/// Origins that asked in vain since that day and may not show the widget now, the newest first.
pub fn refused_since(sql: &dyn Sql, since: CivilDate, most: u32) -> Result<Vec<Counted>, SqlError> {
    let rows = sql.query(
        concat!(
            "SELECT origin, 0 AS in_file, sum(refused) AS times, max(day) AS last_on FROM site_day
             WHERE refused > 0 AND day >= ? AND origin NOT IN (SELECT origin FROM site WHERE ",
            allowed!(),
            ") GROUP BY origin ORDER BY last_on DESC, times DESC, origin LIMIT ?"
        ),
        &[since.to_string().into(), i64::from(most).into()],
    )?;
    rows.iter().map(counted).collect()
}

fn counted(row: &Row) -> Result<Counted, SqlError> {
    Ok(Counted {
        origin: row.text("origin")?.to_owned(),
        in_file: row.boolean("in_file")?,
        times: row.integer("times")?.unsigned_abs(),
        last_on: row.optional_parsed("site_day", "last_on", str::parse::<CivilDate>)?,
    })
}

/// Adds to the count of a day. Of origins that may not show the widget, which anybody can make up, a day names so many
/// at most; the rest is counted together, and so is what `may_name` does not let be named.
pub fn count(
    sql: &dyn Sql,
    day: CivilDate,
    (origin, times): (&str, u64),
    may_name: bool,
    most_refused: u32,
) -> Result<(), SqlError> {
    let day = day.to_string();
    let asked = concat!("SELECT 1 FROM site WHERE origin = ? AND ", allowed!());
    let known = !sql.query(asked, &[origin.into()])?.is_empty();
    let named = known || (may_name && has_room(sql, &day, origin, most_refused)?);
    let origin = if named { origin } else { "" };
    let times = i64::try_from(times).unwrap_or(i64::MAX);
    let (loaded, refused) = if known { (times, 0) } else { (0, times) };
    sql.execute(
        "INSERT INTO site_day (day, origin, loaded, refused) VALUES (?, ?, ?, ?)
         ON CONFLICT (day, origin) DO UPDATE SET loaded = loaded + excluded.loaded, refused = refused + excluded.refused",
        &[day.into(), origin.into(), loaded.into(), refused.into()],
    )?;
    Ok(())
}

fn has_room(sql: &dyn Sql, day: &str, origin: &str, most: u32) -> Result<bool, SqlError> {
    let rows = sql.query(
        "SELECT count(*) AS origins, coalesce(max(origin = ?), 0) AS here FROM site_day
         WHERE day = ? AND refused > 0 AND origin != ''",
        &[origin.into(), day.into()],
    )?;
    let row = rows.first().ok_or(SqlError::NoRow { what: "count of site_day" })?;
    Ok(row.boolean("here")? || row.integer("origins")? < i64::from(most))
}

/// Forgets what was counted before that day.
pub fn forget_before(sql: &dyn Sql, day: CivilDate) -> Result<(), SqlError> {
    sql.execute("DELETE FROM site_day WHERE day < ?", &[day.to_string().into()])?;
    Ok(())
}
