//! What officials keep of areas: levels, phases, groups that help, contact persons, and which questions measure.

use std::collections::{BTreeMap, BTreeSet};

use shared::{
    area::NetworkLevel,
    area_care::{AreaContact, ContactContent, GroupHelp, GroupHelpContent, Phase, measure::Measure},
    ids::{AreaContactId, AreaId, GroupHelpId, OfficialId, OptionId, PartnerId, PollId, QuestionId},
    poll::library::scan::Placement,
    time::{CivilDate, Instant},
};

use super::{Row, Sql, SqlError, Value, word};

/// A level as it was judged, scanned or loaded.
#[derive(Debug, Clone, PartialEq)]
pub struct Level {
    pub number: u32,
    pub area_id: AreaId,
    pub at: Instant,
    pub level: NetworkLevel,
    pub basis: LevelBasis,
}

#[derive(Debug, Clone, PartialEq)]
pub enum LevelBasis {
    /// The reason is none once it was emptied.
    Official {
        id: OfficialId,
        reason: Option<String>,
    },
    File,
    Scan {
        poll_id: PollId,
        score: f64,
        answers: u32,
    },
}

/// Every level of one area, the newest first.
pub fn levels(sql: &dyn Sql, area: &AreaId) -> Result<Vec<Level>, SqlError> {
    let rows =
        sql.query("SELECT * FROM area_level WHERE area_id = ? ORDER BY at DESC, id DESC", &[area.as_str().into()])?;
    rows.iter().map(read_level).collect()
}

/// Of every area the newest level that people gave it, and the newest that a scan gave it.
pub fn newest_levels(sql: &dyn Sql) -> Result<Vec<Level>, SqlError> {
    let rows = sql.query(
        "SELECT * FROM (SELECT *, row_number() OVER (
                 PARTITION BY area_id, poll_id IS NULL ORDER BY at DESC, id DESC) AS place FROM area_level)
         WHERE place = 1",
        &[],
    )?;
    rows.iter().map(read_level).collect()
}

fn read_level(row: &Row) -> Result<Level, SqlError> {
    const TABLE: &str = "area_level";
    let official = row.optional_parsed(TABLE, "official_id", OfficialId::parse)?;
    let basis = match (row.optional_parsed(TABLE, "poll_id", PollId::parse)?, official) {
        (Some(poll_id), _) => LevelBasis::Scan {
            poll_id,
            score: row.real("score")?,
            answers: u32::try_from(row.integer("answers")?).unwrap_or(u32::MAX),
        },
        (None, Some(id)) => LevelBasis::Official { id, reason: row.optional_text("reason")?.map(str::to_owned) },
        (None, None) => LevelBasis::File,
    };
    Ok(Level {
        number: number(row)?,
        area_id: row.parsed(TABLE, "area_id", AreaId::parse)?,
        at: Instant::from_milliseconds(row.integer("at")?),
        level: row.word(TABLE, "level")?,
        basis,
    })
}

fn number(row: &Row) -> Result<u32, SqlError> {
    Ok(u32::try_from(row.integer("id")?).unwrap_or(u32::MAX))
}

/// Empties the reason of a judgement, overwritten first, so that no byte of it is left; whether there was one.
pub fn empty_reason(sql: &dyn Sql, area: &AreaId, number: u32) -> Result<bool, SqlError> {
    empty(sql, ("area_level", "reason"), area, number)
}

/// The same for what comes next in a phase.
pub fn empty_next(sql: &dyn Sql, area: &AreaId, number: u32) -> Result<bool, SqlError> {
    empty(sql, ("area_phase", "next"), area, number)
}

fn empty(
    sql: &dyn Sql,
    (table, column): (&'static str, &'static str),
    area: &AreaId,
    number: u32,
) -> Result<bool, SqlError> {
    let key = || [number.into(), area.as_str().into()];
    let overwritten = sql.execute(
        &format!(
            "UPDATE {table} SET {column} = hex(zeroblob(length({column})))
             WHERE id = ? AND area_id = ? AND {column} IS NOT NULL"
        ),
        &key(),
    )?;
    sql.execute(&format!("UPDATE {table} SET {column} = NULL WHERE id = ? AND area_id = ?"), &key())?;
    Ok(overwritten == 1)
}

/// Adds a judgement; from now on it is the level of the area.
pub fn judge(
    sql: &dyn Sql,
    area: &AreaId,
    level: NetworkLevel,
    (official, reason): (&OfficialId, &str),
    now: Instant,
) -> Result<(), SqlError> {
    sql.execute(
        "INSERT INTO area_level (area_id, at, level, official_id, reason) VALUES (?, ?, ?, ?, ?)",
        &[area.as_str().into(), now.milliseconds().into(), word(&level)?, official.as_str().into(), reason.into()],
    )?;
    let changed =
        sql.execute("UPDATE area SET network_level = ? WHERE id = ?", &[word(&level)?, area.as_str().into()])?;
    if changed == 1 { Ok(()) } else { Err(SqlError::NoRow { what: "the area that was judged" }) }
}

/// Adds the levels that an operator's file has brought, each once: those of areas that nobody has judged.
pub fn note_file(sql: &dyn Sql, now: Instant) -> Result<(), SqlError> {
    sql.execute(
        "INSERT INTO area_level (area_id, at, level)
         SELECT id, ?, network_level FROM area
         WHERE retired_at IS NULL AND network_level IS NOT NULL AND network_level IS NOT (
             SELECT level FROM area_level WHERE area_id = area.id AND poll_id IS NULL ORDER BY at DESC, id DESC LIMIT 1)",
        &[now.milliseconds().into()],
    )?;
    Ok(())
}

/// Adds where a scan places an area, once for each scan.
pub fn note_scan(sql: &dyn Sql, poll: &PollId, placement: &Placement, at: Instant) -> Result<(), SqlError> {
    let Some(area) = &placement.area_id else { return Ok(()) };
    sql.execute(
        "INSERT INTO area_level (area_id, at, level, poll_id, score, answers) VALUES (?, ?, ?, ?, ?, ?)
         ON CONFLICT (poll_id, area_id) DO NOTHING",
        &[
            area.as_str().into(),
            at.milliseconds().into(),
            word(&placement.level)?,
            poll.as_str().into(),
            placement.score.into(),
            placement.answers.into(),
        ],
    )?;
    Ok(())
}

/// Where an area was said to be in building a community.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PhaseRow {
    pub number: u32,
    pub at: Instant,
    pub phase: Option<Phase>,
    pub next: Option<String>,
    pub by: OfficialId,
}

/// Of one area, the newest first.
pub fn phases(sql: &dyn Sql, area: &AreaId) -> Result<Vec<PhaseRow>, SqlError> {
    const TABLE: &str = "area_phase";
    let rows =
        sql.query("SELECT * FROM area_phase WHERE area_id = ? ORDER BY at DESC, id DESC", &[area.as_str().into()])?;
    rows.iter()
        .map(|row| {
            Ok(PhaseRow {
                number: number(row)?,
                at: Instant::from_milliseconds(row.integer("at")?),
                phase: phase(row)?,
                next: row.optional_text("next")?.map(str::to_owned),
                by: row.parsed(TABLE, "official_id", OfficialId::parse)?,
            })
        })
        .collect()
}

/// The phase of now of every area that has one.
pub fn phases_now(sql: &dyn Sql) -> Result<BTreeMap<AreaId, Phase>, SqlError> {
    let rows = sql.query(
        "SELECT area_id, phase FROM (SELECT *, row_number() OVER (
                 PARTITION BY area_id ORDER BY at DESC, id DESC) AS place FROM area_phase)
         WHERE place = 1 AND phase IS NOT NULL",
        &[],
    )?;
    rows.iter()
        .filter_map(|row| match (row.parsed("area_phase", "area_id", AreaId::parse), phase(row)) {
            (Ok(area), Ok(Some(phase))) => Some(Ok((area, phase))),
            (Ok(_), Ok(None)) => None,
            (Err(error), _) | (_, Err(error)) => Some(Err(error)),
        })
        .collect()
}

fn phase(row: &Row) -> Result<Option<Phase>, SqlError> {
    row.optional_text("phase")?.map(|_| row.word("area_phase", "phase")).transpose()
}

pub fn put_phase(
    sql: &dyn Sql,
    area: &AreaId,
    (phase, next): (Option<Phase>, Option<&str>),
    by: &OfficialId,
    now: Instant,
) -> Result<(), SqlError> {
    sql.execute(
        "INSERT INTO area_phase (area_id, at, phase, next, official_id) VALUES (?, ?, ?, ?, ?)",
        &[
            area.as_str().into(),
            now.milliseconds().into(),
            phase.map(Phase::word).into(),
            next.into(),
            by.as_str().into(),
        ],
    )?;
    Ok(())
}

/// Groups of this area, and groups asked to help in one of these; who was asked last stands first.
pub fn helps(sql: &dyn Sql, area: &AreaId, here: &[AreaId]) -> Result<Vec<GroupHelp>, SqlError> {
    let rows = sql.query(
        "SELECT * FROM group_help WHERE area_id = ? OR to_area_id IN (SELECT value FROM json_each(?))
         ORDER BY asked_on DESC, id",
        &[area.as_str().into(), super::json(&here)?],
    )?;
    rows.iter().map(read_help).collect()
}

fn read_help(row: &Row) -> Result<GroupHelp, SqlError> {
    const TABLE: &str = "group_help";
    Ok(GroupHelp {
        id: row.parsed(TABLE, "id", GroupHelpId::parse)?,
        version: version(row)?,
        area_id: row.parsed(TABLE, "area_id", AreaId::parse)?,
        group: row.text("group_name")?.to_owned(),
        to_area_id: row.parsed(TABLE, "to_area_id", AreaId::parse)?,
        asked_on: row.parsed(TABLE, "asked_on", str::parse::<CivilDate>)?,
        answer: row.word(TABLE, "answer")?,
        answered_on: row.optional_parsed(TABLE, "answered_on", str::parse::<CivilDate>)?,
        note: row.optional_text("note")?.map(str::to_owned),
    })
}

fn version(row: &Row) -> Result<u32, SqlError> {
    Ok(u32::try_from(row.integer("version")?).unwrap_or(u32::MAX))
}

fn help_values(content: &GroupHelpContent) -> Result<[Value; 6], SqlError> {
    Ok([
        content.group.as_str().into(),
        content.to_area_id.as_str().into(),
        content.asked_on.to_string().into(),
        word(&content.answer)?,
        content.answered_on.map(|day| day.to_string()).into(),
        content.note.as_deref().into(),
    ])
}

pub fn insert_help(sql: &dyn Sql, id: &GroupHelpId, area: &AreaId, content: &GroupHelpContent) -> Result<(), SqlError> {
    let ids = [id.as_str().into(), area.as_str().into()];
    let params: Vec<Value> = ids.into_iter().chain(help_values(content)?).collect();
    sql.execute(
        "INSERT INTO group_help (id, version, area_id, group_name, to_area_id, asked_on, answer, answered_on, note)
         VALUES (?, 1, ?, ?, ?, ?, ?, ?, ?)",
        &params,
    )?;
    Ok(())
}

/// Changes what was made on this version; whether that was still the newest.
pub fn update_help(
    sql: &dyn Sql,
    (id, area): (&GroupHelpId, &AreaId),
    made_on: u32,
    content: &GroupHelpContent,
) -> Result<bool, SqlError> {
    let ids = [id.as_str().into(), area.as_str().into(), made_on.into()];
    let params: Vec<Value> = help_values(content)?.into_iter().chain(ids).collect();
    let changed = sql.execute(
        "UPDATE group_help SET version = version + 1, group_name = ?, to_area_id = ?, asked_on = ?, answer = ?,
             answered_on = ?, note = ?
         WHERE id = ? AND area_id = ? AND version = ?",
        &params,
    )?;
    Ok(changed == 1)
}

pub fn has_help(sql: &dyn Sql, id: &GroupHelpId, area: &AreaId) -> Result<bool, SqlError> {
    let params = [id.as_str().into(), area.as_str().into()];
    Ok(!sql.query("SELECT 1 FROM group_help WHERE id = ? AND area_id = ?", &params)?.is_empty())
}

/// Every contact person, by area and name. Those of a partner that is gone are left out.
pub fn contacts(sql: &dyn Sql) -> Result<Vec<AreaContact>, SqlError> {
    const TABLE: &str = "area_contact";
    let rows = sql.query(
        "SELECT * FROM area_contact WHERE partner_id IN (SELECT id FROM partner WHERE retired_at IS NULL)
         ORDER BY area_id, name, id",
        &[],
    )?;
    rows.iter()
        .map(|row| {
            Ok(AreaContact {
                id: row.parsed(TABLE, "id", AreaContactId::parse)?,
                version: version(row)?,
                area_id: row.parsed(TABLE, "area_id", AreaId::parse)?,
                partner_id: row.parsed(TABLE, "partner_id", PartnerId::parse)?,
                role: row.word(TABLE, "role")?,
                name: row.text("name")?.to_owned(),
                phone: row.optional_text("phone")?.map(str::to_owned),
                email: row.optional_text("email")?.map(str::to_owned),
                public: row.boolean("is_public")?,
            })
        })
        .collect()
}

fn contact_values(content: &ContactContent) -> Result<[Value; 6], SqlError> {
    Ok([
        content.partner_id.as_str().into(),
        word(&content.role)?,
        content.name.as_str().into(),
        content.phone.as_deref().into(),
        content.email.as_deref().into(),
        content.public.into(),
    ])
}

pub fn insert_contact(
    sql: &dyn Sql,
    id: &AreaContactId,
    area: &AreaId,
    content: &ContactContent,
) -> Result<(), SqlError> {
    let ids = [id.as_str().into(), area.as_str().into()];
    let params: Vec<Value> = ids.into_iter().chain(contact_values(content)?).collect();
    sql.execute(
        "INSERT INTO area_contact (id, version, area_id, partner_id, role, name, phone, email, is_public)
         VALUES (?, 1, ?, ?, ?, ?, ?, ?, ?)",
        &params,
    )?;
    Ok(())
}

/// Changes what was made on this version; whether that was still the newest.
pub fn update_contact(
    sql: &dyn Sql,
    id: &AreaContactId,
    made_on: u32,
    content: &ContactContent,
) -> Result<bool, SqlError> {
    let ids = [id.as_str().into(), made_on.into()];
    let params: Vec<Value> = contact_values(content)?.into_iter().chain(ids).collect();
    let changed = sql.execute(
        "UPDATE area_contact SET version = version + 1, partner_id = ?, role = ?, name = ?, phone = ?, email = ?,
             is_public = ?
         WHERE id = ? AND version = ?",
        &params,
    )?;
    Ok(changed == 1)
}

/// Takes away the contact of this version, overwritten first, so that no byte of it is left; whether it was there.
pub fn remove_contact(sql: &dyn Sql, id: &AreaContactId, made_on: u32) -> Result<bool, SqlError> {
    let overwritten = sql.execute(
        "UPDATE area_contact SET name = hex(zeroblob(length(name))), phone = hex(zeroblob(length(phone))),
             email = hex(zeroblob(length(email)))
         WHERE id = ? AND version = ?",
        &[id.as_str().into(), made_on.into()],
    )?;
    sql.execute("DELETE FROM area_contact WHERE id = ? AND version = ?", &[id.as_str().into(), made_on.into()])?;
    Ok(overwritten == 1)
}

/// One mark: what a question, or a part of it, measures.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Mark {
    pub poll_id: PollId,
    pub question_id: QuestionId,
    pub about: Option<OptionId>,
    pub measure: Measure,
}

pub fn marks(sql: &dyn Sql) -> Result<BTreeSet<Mark>, SqlError> {
    const TABLE: &str = "poll_measure";
    let rows = sql.query("SELECT poll_id, question_id, nullif(about, '') AS about, measure FROM poll_measure", &[])?;
    rows.iter()
        .map(|row| {
            Ok(Mark {
                poll_id: row.parsed(TABLE, "poll_id", PollId::parse)?,
                question_id: row.parsed(TABLE, "question_id", QuestionId::parse)?,
                about: row.optional_parsed(TABLE, "about", OptionId::parse)?,
                measure: row.word(TABLE, "measure")?,
            })
        })
        .collect()
}

/// Marks a question, or takes its mark away.
pub fn mark(
    sql: &dyn Sql,
    poll: &PollId,
    (question, about): (&QuestionId, Option<&OptionId>),
    measure: Option<Measure>,
) -> Result<(), SqlError> {
    let key = || [poll.as_str().into(), question.as_str().into(), about.map_or("", OptionId::as_str).into()];
    match measure {
        None => sql.execute("DELETE FROM poll_measure WHERE poll_id = ? AND question_id = ? AND about = ?", &key())?,
        Some(measure) => {
            let params: Vec<Value> = key().into_iter().chain([word(&measure)?]).collect();
            sql.execute(
                "INSERT INTO poll_measure (poll_id, question_id, about, measure) VALUES (?, ?, ?, ?)
                 ON CONFLICT (poll_id, question_id, about) DO UPDATE SET measure = excluded.measure",
                &params,
            )?
        }
    };
    Ok(())
}
