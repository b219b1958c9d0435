//! Cases: a row for lists, the events that count, and the texts they point to.

use std::collections::BTreeMap;

use shared::{
    case::{Case, CaseNumber, Recorded, State, Written},
    ids::{AreaId, CaseId, OfficialId, TextId, TopicId},
    proposal::ProposalKind,
    routing::TrialFacts,
    time::{CivilDate, Instant},
};

use super::{Row, Sql, SqlError, Value, json, task, word};

/// The most cases that are public or merged into one: more nobody reads, and an answer of this size still arrives on a
/// phone.
const MOST_LISTED: u32 = 500;

/// The most cases that a set of rules is tried out on: those of a year in a large city.
const MOST_TRIED: u32 = 2_000;

/// What rules looked at when the newest cases came in, the newest first.
pub fn newest_facts(sql: &dyn Sql) -> Result<Vec<TrialFacts>, SqlError> {
    let rows = sql.query(
        "SELECT id, year, serial, received_on, topic_id, area_id, kind, watch FROM case_file
         ORDER BY year DESC, serial DESC LIMIT ?",
        &[MOST_TRIED.into()],
    )?;
    rows.iter()
        .map(|row| {
            Ok(TrialFacts {
                number: number(row)?.to_string(),
                received_on: row.parsed("case_file", "received_on", str::parse::<CivilDate>)?,
                topic_id: row.optional_parsed("case_file", "topic_id", TopicId::parse)?,
                area_id: row.parsed("case_file", "area_id", AreaId::parse)?,
                kind: kind(row)?,
            })
        })
        .collect()
}

/// Whether there is no case at all.
pub fn is_empty(sql: &dyn Sql) -> Result<bool, SqlError> {
    Ok(sql.query("SELECT 1 FROM case_file LIMIT 1", &[])?.is_empty())
}

/// The number for the next case of a year.
pub fn next_number(sql: &dyn Sql, year: i32) -> Result<CaseNumber, SqlError> {
    let rows = sql.query("SELECT max(serial) AS last FROM case_file WHERE year = ?", &[i64::from(year).into()])?;
    let last = rows.first().ok_or(SqlError::NoRow { what: "max(serial)" })?.optional_integer("last")?.unwrap_or(0);
    u16::try_from(year)
        .ok()
        .zip(u32::try_from(last.saturating_add(1)).ok())
        .and_then(|(year, serial)| CaseNumber::new(year, serial).ok())
        .ok_or(SqlError::NoRow { what: "a case number" })
}

/// Stores a new case as it stands after its first events.
pub fn insert(sql: &dyn Sql, id: &CaseId, case: &Case) -> Result<(), SqlError> {
    let mut params = columns(id, case)?;
    let received = &case.received;
    params.extend([
        i64::from(received.number.year()).into(),
        received.number.serial().into(),
        received.topic_id.as_ref().map(TopicId::as_str).into(),
        received.area_id.as_str().into(),
        case.received_at.dutch_date().to_string().into(),
    ]);
    sql.execute(
        "INSERT INTO case_file (version, state, status, owner, offered_to, promise, escalated, held, public, waiting,
             ended_at, threatened, what, merged_into, kind, watch, contact_due, contact_official, id, year, serial, topic_id,
             area_id, received_on)
         VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        &params,
    )?;
    put_support(sql, id, case)?;
    task::put(sql, id, case)
}

/// Who helps, was asked to or carries something out: for the lists of those partners.
fn put_support(sql: &dyn Sql, id: &CaseId, case: &Case) -> Result<(), SqlError> {
    sql.execute("DELETE FROM case_support WHERE case_id = ?", &[id.as_str().into()])?;
    for partner in case.concerned() {
        let number = case.received.number;
        sql.execute(
            "INSERT INTO case_support (case_id, partner, promise, year, serial) VALUES (?, ?, ?, ?, ?)",
            &[
                id.as_str().into(),
                partner.as_str().into(),
                case.promise().map(|date| date.to_string()).into(),
                i64::from(number.year()).into(),
                number.serial().into(),
            ],
        )?;
    }
    Ok(())
}

/// Stores how a case stands after more events. Whoever changed it since `version` was read keeps the upper hand.
pub fn update(sql: &dyn Sql, id: &CaseId, case: &Case, version: u64) -> Result<(), SqlError> {
    let mut params = columns(id, case)?;
    params.push(integer(version)?);
    let changed = sql.execute(
        "UPDATE case_file SET version = ?, state = ?, status = ?, owner = ?, offered_to = ?, promise = ?,
             escalated = ?, held = ?, public = ?, waiting = ?, ended_at = ?, threatened = ?, what = ?,
             merged_into = ?, kind = ?, watch = ?, contact_due = ?, contact_official = ?
         WHERE id = ? AND version = ?",
        &params,
    )?;
    if changed != 1 {
        return Err(SqlError::NoRow { what: "case_file of this version" });
    }
    put_support(sql, id, case)?;
    task::put(sql, id, case)
}

/// What changes with events, and the id.
fn columns(id: &CaseId, case: &Case) -> Result<Vec<Value>, SqlError> {
    let (state, ended_at) = match &case.state {
        State::Open(_) => ("open", None),
        State::Concluded(concluded) => ("concluded", Some(concluded.at)),
        State::Withdrawn(withdrawn) => ("withdrawn", Some(withdrawn.at)),
    };
    let contact = case.contact_due();
    Ok(vec![
        integer(case.version)?,
        state.into(),
        word(&case.status())?,
        case.owner().as_str().into(),
        case.offer().map(|offer| offer.to.as_str()).into(),
        case.promise().map(|date| date.to_string()).into(),
        case.open().is_some_and(|open| open.promise.escalated).into(),
        case.is_held().into(),
        case.is_public().into(),
        case.question().is_some().into(),
        ended_at.map(Instant::milliseconds).into(),
        case.threatened.into(),
        case.shown(&case.received.what).as_str().into(),
        case.merged_into().map(|number| number.to_string()).into(),
        word(if case.is_watch() { &ProposalKind::Initiative } else { &case.kind })?,
        case.is_watch().into(),
        contact.map(|(since, _)| since.to_string()).into(),
        contact.and_then(|(_, agreements)| agreements.official.as_ref()).map(OfficialId::as_str).into(),
        id.as_str().into(),
    ])
}

fn integer(number: u64) -> Result<Value, SqlError> {
    i64::try_from(number).map(Value::from).map_err(|_| SqlError::NoRow { what: "a version that fits" })
}

/// Adds an event.
pub fn append(sql: &dyn Sql, id: &CaseId, number: u64, recorded: &Recorded) -> Result<(), SqlError> {
    sql.execute(
        "INSERT INTO case_event (case_id, number, kind, body) VALUES (?, ?, ?, ?)",
        &[id.as_str().into(), integer(number)?, recorded.event.kind().into(), json(recorded)?],
    )?;
    Ok(())
}

/// Everything that happened to a case, oldest first; nothing when there is no such case.
pub fn events(sql: &dyn Sql, id: &CaseId) -> Result<Vec<Recorded>, SqlError> {
    let rows =
        sql.query("SELECT number, body FROM case_event WHERE case_id = ? ORDER BY number", &[id.as_str().into()])?;
    rows.iter().map(|row| row.json("case_event", "body")).collect()
}

pub fn put_text(sql: &dyn Sql, id: &CaseId, text: &Written, now: Instant) -> Result<(), SqlError> {
    sql.execute(
        "INSERT INTO case_text (id, case_id, words, written_at) VALUES (?, ?, ?, ?)",
        &[text.id.as_str().into(), id.as_str().into(), text.words.as_str().into(), now.milliseconds().into()],
    )?;
    Ok(())
}

/// Overwrites the words of a text: first with as many bytes of nothing, because what is only removed stays in the file.
/// Words that are gone already stay gone.
pub fn erase_text(sql: &dyn Sql, id: &CaseId, text: &TextId) -> Result<(), SqlError> {
    let params = [id.as_str().into(), text.as_str().into()];
    let length = "length(CAST(words AS BLOB))";
    sql.execute(
        &format!(
            "UPDATE case_text SET words = substr(hex(zeroblob({length})), 1, {length}) WHERE case_id = ? AND id = ?"
        ),
        &params,
    )?;
    sql.execute("UPDATE case_text SET words = NULL WHERE case_id = ? AND id = ?", &params)?;
    Ok(())
}

/// The texts of a case that have not been erased.
pub fn texts(sql: &dyn Sql, id: &CaseId) -> Result<BTreeMap<TextId, String>, SqlError> {
    let rows =
        sql.query("SELECT id, words FROM case_text WHERE case_id = ? AND words IS NOT NULL", &[id.as_str().into()])?;
    rows.iter().map(|row| Ok((row.parsed("case_text", "id", TextId::parse)?, row.text("words")?.to_owned()))).collect()
}

/// The number of a row that has a case's year and serial.
pub(super) fn number(row: &Row) -> Result<CaseNumber, SqlError> {
    let year = u16::try_from(row.integer("year")?).unwrap_or_default();
    let serial = u32::try_from(row.integer("serial")?).unwrap_or_default();
    CaseNumber::new(year, serial).map_err(|_| SqlError::NoRow { what: "a case number" })
}

/// A neighbourhood watch is an initiative in the column that came first.
pub(super) fn kind(row: &Row) -> Result<ProposalKind, SqlError> {
    if row.boolean("watch")? { Ok(ProposalKind::NeighbourhoodWatch) } else { row.word("case_file", "kind") }
}

/// The case of this number.
pub fn by_number(sql: &dyn Sql, number: CaseNumber) -> Result<Option<CaseId>, SqlError> {
    let rows = sql.query(
        "SELECT id FROM case_file WHERE year = ? AND serial = ?",
        &[i64::from(number.year()).into(), number.serial().into()],
    )?;
    rows.first().map(|row| row.parsed("case_file", "id", CaseId::parse)).transpose()
}

/// The cases that go on in the one of this number, in order of receipt.
pub fn merged_into(sql: &dyn Sql, number: CaseNumber) -> Result<Vec<CaseId>, SqlError> {
    let rows = sql.query(
        "SELECT id FROM case_file WHERE merged_into = ? ORDER BY year, serial LIMIT ?",
        &[number.to_string().into(), MOST_LISTED.into()],
    )?;
    rows.iter().map(|row| row.parsed("case_file", "id", CaseId::parse)).collect()
}

/// The cases that everybody may see, newest first.
pub fn public(sql: &dyn Sql) -> Result<Vec<CaseId>, SqlError> {
    let rows = sql.query(
        "SELECT id FROM case_file WHERE public = 1 AND held = 0 ORDER BY year DESC, serial DESC LIMIT ?",
        &[MOST_LISTED.into()],
    )?;
    rows.iter().map(|row| row.parsed("case_file", "id", CaseId::parse)).collect()
}

/// So many cases are read at once to be counted: their events fit in memory with room to spare.
const COUNTED_AT_ONCE: usize = 400;

/// Hands over the events of these kinds, case after case, of every case that was open at some time from the first day up
/// to and with the last.
pub fn each_open_between(
    sql: &dyn Sql,
    (from, until): (CivilDate, CivilDate),
    kinds: &[&str],
    mut each: impl FnMut(&[Recorded]),
) -> Result<(), SqlError> {
    let rows = sql.query(
        "SELECT id FROM case_file WHERE received_on <= ? AND (ended_at IS NULL OR ended_at >= ?) ORDER BY id",
        &[until.to_string().into(), from.starts_at().milliseconds().into()],
    )?;
    let ids = rows.iter().map(|row| row.text("id")).collect::<Result<Vec<_>, _>>()?;
    for ids in ids.chunks(COUNTED_AT_ONCE) {
        let rows = sql.query(
            "SELECT case_id, body FROM case_event
             WHERE case_id IN (SELECT value FROM json_each(?)) AND kind IN (SELECT value FROM json_each(?))
             ORDER BY case_id, number",
            &[json(&ids)?, json(&kinds)?],
        )?;
        let mut rows = rows.iter().peekable();
        while let Some(first) = rows.next() {
            let id = first.text("case_id")?;
            let mut events = vec![first.json("case_event", "body")?];
            while let Some(row) = rows.next_if(|row| row.text("case_id").is_ok_and(|next| next == id)) {
                events.push(row.json("case_event", "body")?);
            }
            each(&events);
        }
    }
    Ok(())
}

/// Cases with which somebody should be in touch, the longest wait first: of this contact alone, of all that are no
/// official's, or of everybody.
#[derive(Debug, Clone, Copy)]
pub enum Contacts<'a> {
    Everybodys,
    Of(&'a OfficialId),
}

/// The case, since when, and which official is its contact.
pub fn contacts_due(
    sql: &dyn Sql,
    contacts: Contacts<'_>,
) -> Result<Vec<(CaseId, CivilDate, Option<OfficialId>)>, SqlError> {
    let (condition, mut params): (_, Vec<Value>) = match contacts {
        Contacts::Everybodys => ("", vec![]),
        Contacts::Of(id) => {
            ("AND held = 0 AND (contact_official = ? OR contact_official IS NULL)", vec![id.as_str().into()])
        }
    };
    params.push(MOST_LISTED.into());
    let rows = sql.query(
        &format!(
            "SELECT id, contact_due, contact_official FROM case_file WHERE contact_due IS NOT NULL {condition}
             ORDER BY contact_due, year, serial LIMIT ?"
        ),
        &params,
    )?;
    rows.iter()
        .map(|row| {
            Ok((
                row.parsed("case_file", "id", CaseId::parse)?,
                row.parsed("case_file", "contact_due", str::parse::<CivilDate>)?,
                row.optional_parsed("case_file", "contact_official", OfficialId::parse)?,
            ))
        })
        .collect()
}
