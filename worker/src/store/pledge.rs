//! Offers to help with an initiative: where each stands, what was written, and how to reach who offered.

use shared::{
    ids::{CaseId, PledgeId},
    pledge::{PledgePurpose, PledgeState, Side},
    text::Language,
    time::CivilDate,
};

use super::{Row, Sql, SqlError, word};
use crate::seal::Sealed;

/// The most offers that a page lists.
const MOST_LISTED: u32 = 500;

/// One offer, as it is stored.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct StoredPledge {
    pub id: PledgeId,
    pub case_id: CaseId,
    pub purpose: PledgePurpose,
    pub state: PledgeState,
    pub language: Language,
    pub offered_on: CivilDate,
}

/// One message of it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct StoredMessage {
    pub side: Side,
    /// None once erased.
    pub words: Option<String>,
    pub written_on: CivilDate,
}

/// Keeps an offer. Answers whether its key is new.
pub fn put(sql: &dyn Sql, pledge: &StoredPledge, key_hash: &[u8; 32]) -> Result<bool, SqlError> {
    let added = sql.execute(
        "INSERT INTO pledge (id, case_id, purpose, state, language, key_hash, offered_on) VALUES (?, ?, ?, ?, ?, ?, ?)
         ON CONFLICT DO NOTHING",
        &[
            pledge.id.as_str().into(),
            pledge.case_id.as_str().into(),
            word(&pledge.purpose)?,
            word(&pledge.state)?,
            pledge.language.tag().into(),
            key_hash.to_vec().into(),
            pledge.offered_on.to_string().into(),
        ],
    )?;
    Ok(added == 1)
}

fn read(row: &Row) -> Result<StoredPledge, SqlError> {
    const TABLE: &str = "pledge";
    Ok(StoredPledge {
        id: row.parsed(TABLE, "id", PledgeId::parse)?,
        case_id: row.parsed(TABLE, "case_id", CaseId::parse)?,
        purpose: row.word(TABLE, "purpose")?,
        state: row.word(TABLE, "state")?,
        language: row.parsed(TABLE, "language", |tag| Language::from_tag(tag).ok_or("no language of ours"))?,
        offered_on: row.parsed(TABLE, "offered_on", str::parse::<CivilDate>)?,
    })
}

pub fn find(sql: &dyn Sql, id: &PledgeId) -> Result<Option<StoredPledge>, SqlError> {
    sql.query("SELECT * FROM pledge WHERE id = ?", &[id.as_str().into()])?.first().map(read).transpose()
}

/// The offer that this key opens.
pub fn by_key(sql: &dyn Sql, key_hash: &[u8; 32]) -> Result<Option<StoredPledge>, SqlError> {
    sql.query("SELECT * FROM pledge WHERE key_hash = ?", &[key_hash.to_vec().into()])?.first().map(read).transpose()
}

/// The offers for an initiative that were not taken back, oldest first.
pub fn of_case(sql: &dyn Sql, id: &CaseId) -> Result<Vec<StoredPledge>, SqlError> {
    let rows = sql.query(
        "SELECT * FROM pledge WHERE case_id = ? AND state <> 'withdrawn' ORDER BY offered_on, id LIMIT ?",
        &[id.as_str().into(), MOST_LISTED.into()],
    )?;
    rows.iter().map(read).collect()
}

/// How many run: who joins, and who asks.
pub fn running(sql: &dyn Sql, id: &CaseId) -> Result<u32, SqlError> {
    let rows = sql.query(
        "SELECT count(*) AS pledges FROM pledge WHERE case_id = ? AND state IN ('offered', 'inTouch')",
        &[id.as_str().into()],
    )?;
    let row = rows.first().ok_or(SqlError::NoRow { what: "count(*) of pledge" })?;
    Ok(u32::try_from(row.integer("pledges")?).unwrap_or(u32::MAX))
}

/// How many join.
pub fn count(sql: &dyn Sql, id: &CaseId) -> Result<u32, SqlError> {
    let rows = sql.query(
        "SELECT count(*) AS pledges FROM pledge
         WHERE case_id = ? AND state IN ('offered', 'inTouch') AND purpose = 'help'",
        &[id.as_str().into()],
    )?;
    let row = rows.first().ok_or(SqlError::NoRow { what: "count(*) of pledge" })?;
    Ok(u32::try_from(row.integer("pledges")?).unwrap_or(u32::MAX))
}

pub fn set_state(sql: &dyn Sql, id: &PledgeId, state: PledgeState) -> Result<(), SqlError> {
    let changed = sql.execute("UPDATE pledge SET state = ? WHERE id = ?", &[word(&state)?, id.as_str().into()])?;
    if changed == 1 { Ok(()) } else { Err(SqlError::NoRow { what: "pledge" }) }
}

/// Adds a message behind the others.
pub fn add_message(sql: &dyn Sql, id: &PledgeId, side: Side, words: &str, on: CivilDate) -> Result<(), SqlError> {
    sql.execute(
        "INSERT INTO pledge_message (pledge_id, number, side, words, written_on)
         SELECT ?, count(*), ?, ?, ? FROM pledge_message WHERE pledge_id = ?",
        &[id.as_str().into(), word(&side)?, words.into(), on.to_string().into(), id.as_str().into()],
    )?;
    Ok(())
}

pub fn messages(sql: &dyn Sql, id: &PledgeId) -> Result<Vec<StoredMessage>, SqlError> {
    let rows = sql.query(
        "SELECT side, words, written_on FROM pledge_message WHERE pledge_id = ? ORDER BY number",
        &[id.as_str().into()],
    )?;
    let read = |row: &Row| {
        Ok(StoredMessage {
            side: row.word("pledge_message", "side")?,
            words: row.optional_text("words")?.map(str::to_owned),
            written_on: row.parsed("pledge_message", "written_on", str::parse::<CivilDate>)?,
        })
    };
    rows.iter().map(read).collect()
}

pub fn put_contact(sql: &dyn Sql, id: &PledgeId, sealed: &Sealed) -> Result<(), SqlError> {
    sql.execute(
        "INSERT INTO pledge_contact (pledge_id, key_id, sealed) VALUES (?, ?, ?)",
        &[id.as_str().into(), sealed.key_id.as_str().into(), sealed.bytes.clone().into()],
    )?;
    Ok(())
}

/// How to reach who offered; none when no address was left or it has been erased.
pub fn contact(sql: &dyn Sql, id: &PledgeId) -> Result<Option<Sealed>, SqlError> {
    let rows = sql.query("SELECT key_id, sealed FROM pledge_contact WHERE pledge_id = ?", &[id.as_str().into()])?;
    let Some(row) = rows.first() else { return Ok(None) };
    Ok(Some(Sealed { key_id: row.text("key_id")?.to_owned(), bytes: row.blob("sealed")?.to_vec() }))
}

/// Erases every word of the two and the address: overwritten first, because what is only removed stays in the file.
pub fn erase(sql: &dyn Sql, id: &PledgeId) -> Result<(), SqlError> {
    let params = [id.as_str().into()];
    let length = "length(CAST(words AS BLOB))";
    sql.execute(
        &format!("UPDATE pledge_message SET words = substr(hex(zeroblob({length})), 1, {length}) WHERE pledge_id = ?"),
        &params,
    )?;
    sql.execute("UPDATE pledge_message SET words = NULL WHERE pledge_id = ?", &params)?;
    erase_contact(sql, id)
}

/// Erases the address alone.
pub fn erase_contact(sql: &dyn Sql, id: &PledgeId) -> Result<(), SqlError> {
    let params = [id.as_str().into()];
    sql.execute("UPDATE pledge_contact SET sealed = zeroblob(length(sealed)) WHERE pledge_id = ?", &params)?;
    sql.execute("DELETE FROM pledge_contact WHERE pledge_id = ?", &params)?;
    Ok(())
}

/// How many offers came in on a day, also those that were taken back.
pub fn count_on(sql: &dyn Sql, id: &CaseId, day: CivilDate) -> Result<u32, SqlError> {
    let rows = sql.query(
        "SELECT count(*) AS pledges FROM pledge WHERE case_id = ? AND offered_on = ?",
        &[id.as_str().into(), day.to_string().into()],
    )?;
    let row = rows.first().ok_or(SqlError::NoRow { what: "count(*) of pledge" })?;
    Ok(u32::try_from(row.integer("pledges")?).unwrap_or(u32::MAX))
}

/// The initiatives for which an address was left that counts still: the offer runs, or is of today.
pub fn left_with(sql: &dyn Sql, address_hash: &[u8]) -> Result<Vec<CaseId>, SqlError> {
    let rows = sql.query(
        "SELECT pledge.case_id FROM pledge_address JOIN pledge ON pledge.id = pledge_address.pledge_id
         WHERE address_hash = ?",
        &[address_hash.to_vec().into()],
    )?;
    rows.iter().map(|row| row.parsed("pledge", "case_id", CaseId::parse)).collect()
}

pub fn put_address(sql: &dyn Sql, id: &PledgeId, address_hash: &[u8]) -> Result<(), SqlError> {
    sql.execute(
        "INSERT INTO pledge_address (pledge_id, address_hash) VALUES (?, ?)",
        &[id.as_str().into(), address_hash.to_vec().into()],
    )?;
    Ok(())
}

/// Forgets the addresses of offers of earlier days that run no more.
pub fn forget_addresses(sql: &dyn Sql, today: CivilDate) -> Result<(), SqlError> {
    let over = "SELECT id FROM pledge WHERE state NOT IN ('offered', 'inTouch') AND offered_on < ?";
    for statement in
        ["UPDATE pledge_address SET address_hash = zeroblob(length(address_hash))", "DELETE FROM pledge_address"]
    {
        sql.execute(&format!("{statement} WHERE pledge_id IN ({over})"), &[today.to_string().into()])?;
    }
    Ok(())
}
