//! What a box keeps: the frozen poll, the ballots, and what they add up to.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};
use shared::{
    case::Channel,
    ids::{AreaId, BallotId, QuestionId},
    poll::{Answers, Digest, FrozenPoll},
    tally::{self, Counted, RawCounts},
    time::{CivilDate, Instant},
};

use super::{Row, Sql, SqlError, Value, json, word};

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
    match sql.execute("UPDATE poll SET closes_at = min(closes_at, ?)", &[closes_at.milliseconds().into()])? {
        1 => Ok(()),
        _ => Err(SqlError::NoRow { what: "poll" }),
    }
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
    count(sql, ballot, &channel)
}

/// Counts by question (empty: ballots as such) and row.
type Tally = BTreeMap<(String, tally::Row), u32>;

fn read_tally(row: &Row) -> Result<Tally, SqlError> {
    let counts: Vec<(String, tally::Row, u32)> = row.json("tally", "counts")?;
    Ok(counts.into_iter().map(|(question, row, count)| ((question, row), count)).collect())
}

/// Adds a ballot to what those of its area add up to.
fn count(sql: &dyn Sql, ballot: &Ballot, channel: &Value) -> Result<(), SqlError> {
    let area: Value = ballot.area_id.as_ref().map_or("", AreaId::as_str).into();
    let key = [area.clone(), channel.clone()];
    let rows = sql.query("SELECT area_id AS id, counts FROM tally WHERE area_id = ? AND channel = ?", &key)?;
    let mut tally = rows.first().map(read_tally).transpose()?.unwrap_or_default();
    for about in Counted::by_ballot(ballot.area_id.as_ref(), &ballot.answers) {
        let question = about.question_id.map_or_else(String::new, |id| id.to_string());
        let count = tally.entry((question, about.row)).or_default();
        *count = count.saturating_add(1);
    }
    let counts: Vec<(&String, &tally::Row, u32)> =
        tally.iter().map(|((question, row), count)| (question, row, *count)).collect();
    sql.execute(
        "INSERT INTO tally (area_id, channel, counts) VALUES (?, ?, ?)
         ON CONFLICT (area_id, channel) DO UPDATE SET counts = excluded.counts",
        &[area, channel.clone(), json(&counts)?],
    )?;
    Ok(())
}

/// What the ballots add up to, and how many came in which way.
pub fn counts(sql: &dyn Sql) -> Result<(RawCounts, Channels), SqlError> {
    let mut counts = RawCounts::default();
    let mut channels = Channels::new();
    for row in sql.query("SELECT channel, count FROM channel_counter", &[])? {
        channels.insert(row.text("channel")?.to_owned(), u32::try_from(row.integer("count")?).unwrap_or(u32::MAX));
    }
    for row in sql.query("SELECT area_id AS id, channel, counts FROM tally", &[])? {
        let area_id = named(row.text("id")?, |_| row.parsed("tally", "id", AreaId::parse))?;
        let channel = row.text("channel")?;
        for ((question, about), count) in read_tally(&row)? {
            let question_id = named(&question, |id| {
                QuestionId::parse(id)
                    .map_err(|error| SqlError::Column { column: "counts".to_owned(), problem: error.to_string() })
            })?;
            if !channel.is_empty() && question_id.is_none() && about == tally::Row::Answered {
                let sum = channels.entry(channel.to_owned()).or_default();
                *sum = sum.saturating_add(count);
            }
            counts.add(Counted { area_id: area_id.clone(), question_id, row: about }, count);
        }
    }
    Ok((counts, channels))
}

/// How many ballots are read at once: a box of 100,000 must fit in the memory of a small machine.
const AT_ONCE: u32 = 1_000;

/// Adds what the ballots add up to by what respondents told of themselves. Counted once, when the box has closed: kept
/// with every ballot, these counts would be larger than all the others.
pub fn count_backgrounds(sql: &dyn Sql, counts: &mut RawCounts) -> Result<(), SqlError> {
    let asked = poll(sql)?.is_some_and(|poll| poll.frozen.poll.backgrounds().next().is_some());
    if !asked {
        return Ok(());
    }
    let mut last = None;
    loop {
        let ballots = page(sql, last.as_ref(), AT_ONCE)?;
        for ballot in &ballots {
            counts.add_background(&ballot.answers);
        }
        match ballots.last() {
            Some(ballot) => last = Some(ballot.id.clone()),
            None => return Ok(()),
        }
    }
}

fn named<T>(text: &str, parse: impl FnOnce(&str) -> Result<T, SqlError>) -> Result<Option<T>, SqlError> {
    if text.is_empty() { Ok(None) } else { parse(text).map(Some) }
}

/// Ballots in the order of their random ids, those after this one.
pub fn page(sql: &dyn Sql, after: Option<&BallotId>, most: u32) -> Result<Vec<Ballot>, SqlError> {
    let after = after.map_or("", BallotId::as_str);
    let rows = sql.query(
        &format!("SELECT {COLUMNS} FROM ballot WHERE id > ? ORDER BY id LIMIT ?"),
        &[after.into(), most.into()],
    )?;
    rows.iter().map(read).collect()
}
