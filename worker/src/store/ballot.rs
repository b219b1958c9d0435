//! What a box keeps: the frozen poll, the ballots, and what they add up to.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};
use shared::{
    case::Channel,
    ids::{AreaId, BallotId, QuestionId},
    poll::{Answers, Digest, FrozenPoll},
    tally::{Counted, RawCounts},
    time::{CivilDate, Instant},
};

use super::{Row, Sql, SqlError, json, word};

/// The poll of a box.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct BoxPoll {
    pub frozen: FrozenPoll,
    pub digest: Digest,
    /// The first moment at which no ballot is taken any more.
    pub closes_at: Instant,
}

/// Ballots by how they came in.
pub type Channels = BTreeMap<String, u32>;

/// One respondent's answers, cleaned.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Ballot {
    pub id: BallotId,
    pub answers: Answers,
    pub area_id: Option<AreaId>,
    pub channel: Channel,
    pub received_on: CivilDate,
}

/// The poll; none before the box was opened.
pub fn poll(sql: &dyn Sql) -> Result<Option<BoxPoll>, SqlError> {
    let rows = sql.query("SELECT id, frozen, digest, closes_at FROM poll", &[])?;
    let Some(row) = rows.first() else { return Ok(None) };
    Ok(Some(BoxPoll {
        frozen: row.json("poll", "frozen")?,
        digest: Digest::stored(row.text("digest")?),
        closes_at: Instant::from_milliseconds(row.integer("closes_at")?),
    }))
}

/// Stores the poll, byte for byte.
pub fn put_poll(sql: &dyn Sql, frozen: &str, digest: &Digest, closes_at: Instant) -> Result<(), SqlError> {
    sql.execute(
        "INSERT INTO poll (id, frozen, digest, closes_at) VALUES (1, ?, ?, ?)",
        &[frozen.into(), digest.as_str().into(), closes_at.milliseconds().into()],
    )?;
    Ok(())
}

/// Closes at this moment, or earlier if that was agreed before.
pub fn close(sql: &dyn Sql, closes_at: Instant) -> Result<(), SqlError> {
    sql.execute("UPDATE poll SET closes_at = min(closes_at, ?)", &[closes_at.milliseconds().into()])?;
    Ok(())
}

pub fn find(sql: &dyn Sql, id: &BallotId) -> Result<Option<Ballot>, SqlError> {
    let rows = sql.query(&format!("SELECT {COLUMNS} FROM ballot WHERE id = ?"), &[id.as_str().into()])?;
    rows.first().map(read).transpose()
}

const COLUMNS: &str = "id, answers, area_id, channel, received_on";

fn read(row: &Row) -> Result<Ballot, SqlError> {
    Ok(Ballot {
        id: row.parsed("ballot", "id", BallotId::parse)?,
        answers: row.json("ballot", "answers")?,
        area_id: row.optional_parsed("ballot", "area_id", AreaId::parse)?,
        channel: row.word("ballot", "channel")?,
        received_on: row.parsed("ballot", "received_on", str::parse)?,
    })
}

/// Stores a ballot and counts it. To be called in a transaction; the id must be new.
pub fn insert(sql: &dyn Sql, ballot: &Ballot) -> Result<(), SqlError> {
    let channel = word(&ballot.channel)?;
    sql.execute(
        &format!("INSERT INTO ballot ({COLUMNS}) VALUES (?, ?, ?, ?, ?)"),
        &[
            ballot.id.as_str().into(),
            json(&ballot.answers)?,
            ballot.area_id.as_ref().map(AreaId::as_str).into(),
            channel.clone(),
            ballot.received_on.to_string().into(),
        ],
    )?;
    for about in Counted::by_ballot(ballot.area_id.as_ref(), &ballot.answers) {
        sql.execute(
            "INSERT INTO counter (area_id, question_id, row, count) VALUES (?, ?, ?, 1)
             ON CONFLICT (area_id, question_id, row) DO UPDATE SET count = count + 1",
            &[
                about.area_id.as_ref().map_or("", AreaId::as_str).into(),
                about.question_id.as_ref().map_or("", QuestionId::as_str).into(),
                json(&about.row)?,
            ],
        )?;
    }
    sql.execute(
        "INSERT INTO channel_counter (channel, count) VALUES (?, 1)
         ON CONFLICT (channel) DO UPDATE SET count = count + 1",
        &[channel],
    )?;
    Ok(())
}

/// What the ballots add up to.
pub fn counts(sql: &dyn Sql) -> Result<RawCounts, SqlError> {
    let mut counts = RawCounts::default();
    for row in sql.query("SELECT area_id, question_id, row, count FROM counter", &[])? {
        let about = Counted {
            area_id: named(row.text("area_id")?, |_| row.parsed("counter", "area_id", AreaId::parse))?,
            question_id: named(row.text("question_id")?, |_| row.parsed("counter", "question_id", QuestionId::parse))?,
            row: row.json("counter", "row")?,
        };
        counts.add(about, u32::try_from(row.integer("count")?).unwrap_or(u32::MAX));
    }
    Ok(counts)
}

fn named<T>(text: &str, parse: impl FnOnce(&str) -> Result<T, SqlError>) -> Result<Option<T>, SqlError> {
    if text.is_empty() { Ok(None) } else { parse(text).map(Some) }
}

/// How many ballots came in which way.
pub fn channels(sql: &dyn Sql) -> Result<Channels, SqlError> {
    sql.query("SELECT channel, count FROM channel_counter", &[])?
        .iter()
        .map(|row| Ok((row.text("channel")?.to_owned(), u32::try_from(row.integer("count")?).unwrap_or(u32::MAX))))
        .collect()
}
