//! What the administrator keeps of partners and their officials in the admin view.

use std::collections::{BTreeMap, BTreeSet};

use shared::{
    absence::Absence,
    ids::{OfficialId, PartnerId},
    mailing::Mailing,
    partner::AgreementRole,
    time::CivilDate,
};

use super::{Sql, SqlError, Value, json, word};

/// What stands beside the operator's file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Care {
    /// How often it was changed.
    pub version: u32,
    pub mailbox: Option<String>,
    pub mailing: Mailing,
    /// Whether its people work from the mailbox, without signing in.
    pub by_mail: bool,
    /// Whether the coordinators have been told that nothing can go there.
    pub alarmed: bool,
}

/// Of every current partner.
pub fn all(sql: &dyn Sql) -> Result<BTreeMap<PartnerId, Care>, SqlError> {
    let rows = sql.query(
        "SELECT id, care_version, mailbox, mailing, by_mail, alarmed FROM partner WHERE retired_at IS NULL",
        &[],
    )?;
    rows.iter()
        .map(|row| {
            let care = Care {
                version: u32::try_from(row.integer("care_version")?).unwrap_or(u32::MAX),
                mailbox: row.optional_text("mailbox")?.map(str::to_owned),
                mailing: match row.optional_text("mailing")? {
                    Some(_) => row.json("partner", "mailing")?,
                    None => Mailing::default(),
                },
                by_mail: row.boolean("by_mail")?,
                alarmed: row.boolean("alarmed")?,
            };
            Ok((row.parsed("partner", "id", PartnerId::parse)?, care))
        })
        .collect()
}

/// The partners whose people work from a mailbox.
pub fn by_mail(sql: &dyn Sql) -> Result<BTreeSet<PartnerId>, SqlError> {
    let rows =
        sql.query("SELECT id FROM partner WHERE by_mail = 1 AND mailbox IS NOT NULL AND retired_at IS NULL", &[])?;
    rows.iter().map(|row| row.parsed("partner", "id", PartnerId::parse)).collect()
}

/// What is saved.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Saved {
    pub agreement: Option<AgreementRole>,
    pub agreement_until: Option<CivilDate>,
    pub mailbox: Option<String>,
    pub mailing: Mailing,
    pub by_mail: bool,
}

/// Saves what was made on this version; whether that was still the newest.
pub fn save(sql: &dyn Sql, id: &PartnerId, version: u32, saved: &Saved) -> Result<bool, SqlError> {
    let rows = sql.query(
        "UPDATE partner SET agreement_role = ?, agreement_until = ?, mailbox = ?, mailing = ?,
             by_mail = ?, care_version = care_version + 1
         WHERE id = ? AND care_version = ? AND retired_at IS NULL RETURNING id",
        &[
            saved.agreement.as_ref().map(word).transpose()?.unwrap_or(Value::Null),
            saved.agreement_until.map(|date| date.to_string()).into(),
            saved.mailbox.as_deref().into(),
            json(&saved.mailing)?,
            saved.by_mail.into(),
            id.as_str().into(),
            version.into(),
        ],
    )?;
    Ok(!rows.is_empty())
}

/// Notes whether the coordinators know that nothing can go there.
pub fn note_alarm(sql: &dyn Sql, id: &PartnerId, alarmed: bool) -> Result<(), SqlError> {
    sql.execute("UPDATE partner SET alarmed = ? WHERE id = ?", &[alarmed.into(), id.as_str().into()])?;
    Ok(())
}

/// Everybody who is or was away, or has a deputy.
pub fn absences(sql: &dyn Sql) -> Result<BTreeMap<OfficialId, Absence>, SqlError> {
    let rows = sql.query("SELECT official_id, until, deputy FROM absence", &[])?;
    rows.iter()
        .map(|row| {
            let absence = Absence {
                until: row.optional_parsed("absence", "until", str::parse::<CivilDate>)?,
                deputy: row.optional_parsed("absence", "deputy", OfficialId::parse)?,
            };
            Ok((row.parsed("absence", "official_id", OfficialId::parse)?, absence))
        })
        .collect()
}

pub fn put_absence(sql: &dyn Sql, id: &OfficialId, absence: &Absence) -> Result<(), SqlError> {
    sql.execute(
        "INSERT INTO absence (official_id, until, deputy) VALUES (?, ?, ?)
         ON CONFLICT (official_id) DO UPDATE SET until = excluded.until, deputy = excluded.deputy",
        &[
            id.as_str().into(),
            absence.until.map(|date| date.to_string()).into(),
            absence.deputy.as_ref().map(OfficialId::as_str).into(),
        ],
    )?;
    Ok(())
}

/// Ends what lasted until before this day; whether there was anything.
pub fn end_absences(sql: &dyn Sql, today: CivilDate) -> Result<bool, SqlError> {
    let ended = sql
        .query("UPDATE absence SET until = NULL WHERE until < ? RETURNING official_id", &[today.to_string().into()])?;
    Ok(!ended.is_empty())
}
