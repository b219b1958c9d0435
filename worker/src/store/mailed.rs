//! Codes and short sessions of partners that work from mail. Nothing here opens anything by itself: codes follow from
//! their id and a key of the environment, sessions are stored as hashes.

use shared::{
    ids::{CaseId, PartnerId},
    time::Instant,
};

use super::{Sql, SqlError};

/// One link: a case, for a partner.
#[derive(Debug, Clone, Copy)]
pub struct Link<'a> {
    pub case: &'a CaseId,
    pub partner: &'a PartnerId,
}

/// The code that is valid now.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Code {
    pub id: String,
    /// The hash of what only the page has that asked for it.
    pub browser: Vec<u8>,
    pub expires_at: Instant,
    pub tries: u32,
}

/// What is counted.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Try {
    Asked,
    Wrong,
    Locked,
}

impl Try {
    const fn text(self) -> &'static str {
        match self {
            Self::Asked => "asked",
            Self::Wrong => "wrong",
            Self::Locked => "locked",
        }
    }
}

/// Puts a code in force; an earlier one for the same link ends.
pub fn put_code(sql: &dyn Sql, link: Link<'_>, id: &str, browser: &[u8; 32], until: Instant) -> Result<(), SqlError> {
    sql.execute(
        "INSERT INTO mailed_code (case_id, partner, id, browser, expires_at) VALUES (?, ?, ?, ?, ?)
         ON CONFLICT (case_id, partner) DO UPDATE SET id = excluded.id, browser = excluded.browser,
             expires_at = excluded.expires_at, tries = 0",
        &[
            link.case.as_str().into(),
            link.partner.as_str().into(),
            id.into(),
            browser.to_vec().into(),
            until.milliseconds().into(),
        ],
    )?;
    Ok(())
}

pub fn code(sql: &dyn Sql, link: Link<'_>) -> Result<Option<Code>, SqlError> {
    let rows = sql.query(
        "SELECT id, browser, expires_at, tries FROM mailed_code WHERE case_id = ? AND partner = ?",
        &[link.case.as_str().into(), link.partner.as_str().into()],
    )?;
    let Some(row) = rows.first() else { return Ok(None) };
    Ok(Some(Code {
        id: row.text("id")?.to_owned(),
        browser: row.blob("browser")?.to_vec(),
        expires_at: Instant::from_milliseconds(row.integer("expires_at")?),
        tries: u32::try_from(row.integer("tries")?).unwrap_or(u32::MAX),
    }))
}

/// Counts a wrong try of this code.
pub fn tried(sql: &dyn Sql, link: Link<'_>) -> Result<(), SqlError> {
    sql.execute(
        "UPDATE mailed_code SET tries = tries + 1 WHERE case_id = ? AND partner = ?",
        &[link.case.as_str().into(), link.partner.as_str().into()],
    )?;
    Ok(())
}

/// The code is valid no more.
pub fn end_code(sql: &dyn Sql, link: Link<'_>) -> Result<(), SqlError> {
    sql.execute(
        "DELETE FROM mailed_code WHERE case_id = ? AND partner = ?",
        &[link.case.as_str().into(), link.partner.as_str().into()],
    )?;
    Ok(())
}

pub fn note(sql: &dyn Sql, link: Link<'_>, what: Try, now: Instant) -> Result<(), SqlError> {
    sql.execute(
        "INSERT INTO mailed_try (case_id, partner, kind, at) VALUES (?, ?, ?, ?)",
        &[link.case.as_str().into(), link.partner.as_str().into(), what.text().into(), now.milliseconds().into()],
    )?;
    Ok(())
}

/// How often for this link since then.
pub fn count(sql: &dyn Sql, link: Link<'_>, what: Try, since: Instant) -> Result<u64, SqlError> {
    let rows = sql.query(
        "SELECT count(*) AS number FROM mailed_try WHERE case_id = ? AND partner = ? AND kind = ? AND at > ?",
        &[link.case.as_str().into(), link.partner.as_str().into(), what.text().into(), since.milliseconds().into()],
    )?;
    let number = rows.first().ok_or(SqlError::NoRow { what: "count(*)" })?.integer("number")?;
    Ok(u64::try_from(number).unwrap_or_default())
}

/// How often for any link to this case since then.
pub fn count_of_case(sql: &dyn Sql, case: &CaseId, what: Try, since: Instant) -> Result<u64, SqlError> {
    let rows = sql.query(
        "SELECT count(*) AS number FROM mailed_try WHERE case_id = ? AND kind = ? AND at > ?",
        &[case.as_str().into(), what.text().into(), since.milliseconds().into()],
    )?;
    let number = rows.first().ok_or(SqlError::NoRow { what: "count(*)" })?.integer("number")?;
    Ok(u64::try_from(number).unwrap_or_default())
}

pub fn start_session(sql: &dyn Sql, hash: &[u8; 32], link: Link<'_>, until: Instant) -> Result<(), SqlError> {
    sql.execute(
        "INSERT INTO mailed_session (hash, case_id, partner, expires_at) VALUES (?, ?, ?, ?)",
        &[hash.to_vec().into(), link.case.as_str().into(), link.partner.as_str().into(), until.milliseconds().into()],
    )?;
    Ok(())
}

/// Whether this is a session of this link that has not ended.
pub fn holds(sql: &dyn Sql, hash: &[u8; 32], link: Link<'_>, now: Instant) -> Result<bool, SqlError> {
    let rows = sql.query(
        "SELECT 1 FROM mailed_session WHERE hash = ? AND case_id = ? AND partner = ? AND expires_at > ?",
        &[hash.to_vec().into(), link.case.as_str().into(), link.partner.as_str().into(), now.milliseconds().into()],
    )?;
    Ok(!rows.is_empty())
}

pub fn end_session(sql: &dyn Sql, hash: &[u8; 32]) -> Result<(), SqlError> {
    sql.execute("DELETE FROM mailed_session WHERE hash = ?", &[hash.to_vec().into()])?;
    Ok(())
}

/// Deletes what has ended by itself; tries are counted for two days at most.
pub fn tidy(sql: &dyn Sql, now: Instant) -> Result<(), SqlError> {
    sql.execute("DELETE FROM mailed_code WHERE expires_at <= ?", &[now.milliseconds().into()])?;
    sql.execute("DELETE FROM mailed_session WHERE expires_at <= ?", &[now.milliseconds().into()])?;
    let old = now.plus_milliseconds(-48 * 3_600_000);
    sql.execute("DELETE FROM mailed_try WHERE at <= ?", &[old.milliseconds().into()])?;
    Ok(())
}
