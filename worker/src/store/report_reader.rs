//! Who wants a mail when a poll has its report: an encrypted address, and no way to a ballot.

use shared::{
    ids::{PollId, ReaderId},
    text::Language,
    time::CivilDate,
};

use super::{Row, Sql, SqlError, Value};
use crate::seal::Sealed;

/// One request, as it is stored.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ReportReader {
    pub id: ReaderId,
    pub poll_id: PollId,
    pub language: Language,
    pub sealed: Sealed,
    pub confirmed: bool,
}

/// Keeps a request until `erase_on`, unless it is confirmed before. Answers whether this address is new for the poll.
pub fn put(sql: &dyn Sql, reader: &ReportReader, address_hash: &[u8], erase_on: CivilDate) -> Result<bool, SqlError> {
    let added = sql.execute(
        "INSERT INTO report_reader (id, poll_id, language, address_hash, key_id, sealed, erase_on)
         VALUES (?, ?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING",
        &[
            reader.id.as_str().into(),
            reader.poll_id.as_str().into(),
            reader.language.tag().into(),
            address_hash.to_vec().into(),
            reader.sealed.key_id.as_str().into(),
            reader.sealed.bytes.clone().into(),
            erase_on.to_string().into(),
        ],
    )?;
    Ok(added == 1)
}

fn read(row: &Row) -> Result<ReportReader, SqlError> {
    Ok(ReportReader {
        id: row.parsed("report_reader", "id", ReaderId::parse)?,
        poll_id: row.parsed("report_reader", "poll_id", PollId::parse)?,
        language: row
            .parsed("report_reader", "language", |tag| Language::from_tag(tag).ok_or("no language of ours"))?,
        sealed: Sealed { key_id: row.text("key_id")?.to_owned(), bytes: row.blob("sealed")?.to_vec() },
        confirmed: row.integer("confirmed")? == 1,
    })
}

pub fn find(sql: &dyn Sql, id: &ReaderId) -> Result<Option<ReportReader>, SqlError> {
    let rows = sql.query("SELECT * FROM report_reader WHERE id = ?", &[id.as_str().into()])?;
    rows.first().map(read).transpose()
}

/// Those of a poll who confirmed their address.
pub fn confirmed(sql: &dyn Sql, poll: &PollId) -> Result<Vec<ReportReader>, SqlError> {
    let rows = sql.query("SELECT * FROM report_reader WHERE poll_id = ? AND confirmed = 1", &[poll.as_str().into()])?;
    rows.iter().map(read).collect()
}

/// Notes that the address is theirs. It is kept until `erase_on`; without a day until the report has been sent.
pub fn confirm(sql: &dyn Sql, id: &ReaderId, erase_on: Option<CivilDate>) -> Result<(), SqlError> {
    let erase_on = erase_on.map_or(Value::Null, |day| day.to_string().into());
    sql.execute("UPDATE report_reader SET confirmed = 1, erase_on = ? WHERE id = ?", &[erase_on, id.as_str().into()])?;
    Ok(())
}

/// Erases a request: overwritten first, because a deleted row leaves its bytes in the file.
pub fn erase(sql: &dyn Sql, id: &ReaderId) -> Result<(), SqlError> {
    erase_where(sql, "id = ?", id.as_str())
}

/// Erases what nobody confirmed in time, and what could not be sent.
pub fn tidy(sql: &dyn Sql, today: CivilDate) -> Result<(), SqlError> {
    erase_where(sql, "erase_on < ?", &today.to_string())
}

fn erase_where(sql: &dyn Sql, condition: &str, value: &str) -> Result<(), SqlError> {
    sql.execute(
        &format!(
            "UPDATE report_reader SET sealed = zeroblob(length(sealed)), address_hash = randomblob(32) WHERE {condition}"
        ),
        &[value.into()],
    )?;
    sql.execute(&format!("DELETE FROM report_reader WHERE {condition}"), &[value.into()])?;
    Ok(())
}
