//! Polls as the municipality keeps them: content, life, and what was published.

use serde_json::value::RawValue;
use shared::{
    ids::PollId,
    poll::{Digest, FrozenPoll, Poll, PollLife, Report, correction::Correction, short_code::FIRST_SERIAL},
    tally::{Published, RawCounts, running::Running},
    time::Instant,
};

use super::{
    Row, Sql, SqlError,
    ballot::{Ballot, Channels},
    json,
};

/// A poll with everything but its published sets.
#[derive(Debug, Clone, PartialEq)]
pub struct StoredPoll {
    pub poll: Poll,
    /// Its number in the municipality, for its short code.
    pub serial: u32,
    /// Counts what officials change.
    pub version: u64,
    pub life: PollLife,
    /// From opening on.
    pub frozen: Option<Sealed>,
    pub running: Running,
    /// At the last collection.
    pub ballots: u32,
    pub channels: Channels,
    pub report: Option<Report>,
    pub made_at: Instant,
}

/// A frozen poll as the boxes get it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Sealed {
    /// The bytes of a [`shared::poll::FrozenPoll`].
    pub bytes: String,
    pub digest: Digest,
}

impl StoredPoll {
    /// A new poll, with the number from [`next_serial`].
    pub fn draft(poll: Poll, serial: u32, now: Instant) -> Self {
        Self {
            poll,
            serial,
            version: 1,
            life: PollLife::Draft,
            frozen: None,
            running: Running::default(),
            ballots: 0,
            channels: Channels::new(),
            report: None,
            made_at: now,
        }
    }
}

impl StoredPoll {
    /// The frozen poll; none before opening.
    pub fn read_frozen(&self) -> Result<Option<FrozenPoll>, SqlError> {
        let read = |sealed: &Sealed| {
            serde_json::from_str(&sealed.bytes).map_err(|error| SqlError::Column {
                column: format!("poll.frozen of {}", self.poll.id),
                problem: format!("{:?} at {}", error.classify(), error.column()),
            })
        };
        self.frozen.as_ref().map(read).transpose()
    }
}

fn read(row: &Row) -> Result<StoredPoll, SqlError> {
    let digest = row.optional_text("digest")?;
    Ok(StoredPoll {
        poll: row.json("poll", "body")?,
        serial: u32::try_from(row.integer("serial")?).unwrap_or(u32::MAX),
        version: row.integer("version")?.unsigned_abs(),
        life: row.json("poll", "life")?,
        frozen: row
            .optional_text("frozen")?
            .zip(digest)
            .map(|(bytes, digest)| Sealed { bytes: bytes.to_owned(), digest: Digest::stored(digest) }),
        running: row.json("poll", "running")?,
        ballots: u32::try_from(row.integer("ballots")?).unwrap_or(u32::MAX),
        channels: row.json("poll", "channels")?,
        report: row.optional_text("report")?.map(|_| row.json("poll", "report")).transpose()?,
        made_at: Instant::from_milliseconds(row.integer("made_at")?),
    })
}

pub fn find(sql: &dyn Sql, id: &PollId) -> Result<Option<StoredPoll>, SqlError> {
    let rows = sql.query("SELECT * FROM poll WHERE id = ?", &[id.as_str().into()])?;
    rows.first().map(read).transpose()
}

/// Every poll, the newest first.
pub fn all(sql: &dyn Sql) -> Result<Vec<StoredPoll>, SqlError> {
    sql.query("SELECT * FROM poll ORDER BY made_at DESC, id", &[])?.iter().map(read).collect()
}

/// The number of the next poll. Polls are never deleted, so no number is given twice.
pub fn next_serial(sql: &dyn Sql) -> Result<u32, SqlError> {
    let rows = sql.query("SELECT coalesce(max(serial), 0) AS last FROM poll", &[])?;
    let last = rows.first().map(|row| row.integer("last")).transpose()?.unwrap_or(0);
    Ok(u32::try_from(last).unwrap_or(u32::MAX).saturating_add(1).max(FIRST_SERIAL))
}

pub fn is_empty(sql: &dyn Sql) -> Result<bool, SqlError> {
    Ok(sql.query("SELECT id FROM poll LIMIT 1", &[])?.is_empty())
}

/// Stores a poll, new or changed.
pub fn put(sql: &dyn Sql, stored: &StoredPoll) -> Result<(), SqlError> {
    let report = stored.report.as_ref().map(json).transpose()?.unwrap_or(super::Value::Null);
    sql.execute(
        "INSERT INTO poll (id, serial, body, version, life, frozen, digest, running, ballots, channels, report, made_at)
         VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
         ON CONFLICT (id) DO UPDATE SET body = excluded.body, version = excluded.version, life = excluded.life,
             frozen = excluded.frozen, digest = excluded.digest, running = excluded.running,
             ballots = excluded.ballots, channels = excluded.channels, report = excluded.report",
        &[
            stored.poll.id.as_str().into(),
            stored.serial.into(),
            json(&stored.poll)?,
            i64::try_from(stored.version).unwrap_or(i64::MAX).into(),
            json(&stored.life)?,
            stored.frozen.as_ref().map(|frozen| frozen.bytes.as_str()).into(),
            stored.frozen.as_ref().map(|frozen| frozen.digest.as_str()).into(),
            json(&stored.running)?,
            stored.ballots.into(),
            json(&stored.channels)?,
            report,
            stored.made_at.milliseconds().into(),
        ],
    )?;
    Ok(())
}

/// The published sets, oldest first.
pub fn published(sql: &dyn Sql, id: &PollId) -> Result<Vec<Published>, SqlError> {
    let rows =
        sql.query("SELECT number, body FROM published WHERE poll_id = ? ORDER BY number", &[id.as_str().into()])?;
    rows.iter().map(|row| row.json("published", "body")).collect()
}

/// The newest published set.
pub fn newest(sql: &dyn Sql, id: &PollId) -> Result<Option<Published>, SqlError> {
    let rows = sql.query(
        "SELECT number, body FROM published WHERE poll_id = ? ORDER BY number DESC LIMIT 1",
        &[id.as_str().into()],
    )?;
    rows.first().map(|row| row.json("published", "body")).transpose()
}

/// The number of the newest published set.
pub fn newest_number(sql: &dyn Sql, id: &PollId) -> Result<Option<u32>, SqlError> {
    let rows = sql
        .query("SELECT number FROM published WHERE poll_id = ? ORDER BY number DESC LIMIT 1", &[id.as_str().into()])?;
    Ok(rows.first().map(|row| row.integer("number")).transpose()?.and_then(|number| u32::try_from(number).ok()))
}

/// A published set as it is stored, for whoever only passes it on.
pub fn set_as_stored(sql: &dyn Sql, id: &PollId, number: u32) -> Result<Option<Box<RawValue>>, SqlError> {
    let rows = sql.query(
        "SELECT number, body FROM published WHERE poll_id = ? AND number = ?",
        &[id.as_str().into(), number.into()],
    )?;
    rows.first().map(|row| row.json("published", "body")).transpose()
}

/// One published set by its number.
pub fn published_set(sql: &dyn Sql, id: &PollId, number: u32) -> Result<Option<Published>, SqlError> {
    let rows = sql.query(
        "SELECT number, body FROM published WHERE poll_id = ? AND number = ?",
        &[id.as_str().into(), number.into()],
    )?;
    rows.first().map(|row| row.json("published", "body")).transpose()
}

/// Adds a set, for good.
pub fn publish(sql: &dyn Sql, set: &Published) -> Result<(), SqlError> {
    sql.execute(
        "INSERT INTO published (poll_id, number, day, body) VALUES (?, ?, ?, ?)",
        &[set.poll_id.as_str().into(), set.number.into(), set.on.to_string().into(), json(set)?],
    )?;
    Ok(())
}

/// A correction, and the poll as it reads from then on.
#[derive(Debug, Clone, PartialEq)]
pub struct StoredCorrection {
    pub correction: Correction,
    pub poll: Poll,
}

/// The corrections of a poll, oldest first.
pub fn corrections(sql: &dyn Sql, id: &PollId) -> Result<Vec<StoredCorrection>, SqlError> {
    let rows = sql.query(
        "SELECT poll_id AS id, correction, body FROM poll_correction WHERE poll_id = ? ORDER BY number",
        &[id.as_str().into()],
    )?;
    let read = |row: &Row| {
        let correction = row.json("poll_correction", "correction")?;
        Ok(StoredCorrection { correction, poll: row.json("poll_correction", "body")? })
    };
    rows.iter().map(read).collect()
}

/// Adds a correction, for good.
pub fn correct(sql: &dyn Sql, id: &PollId, stored: &StoredCorrection) -> Result<(), SqlError> {
    sql.execute(
        "INSERT INTO poll_correction (poll_id, number, correction, body)
         SELECT ?1, coalesce(max(number), 0) + 1, ?2, ?3 FROM poll_correction WHERE poll_id = ?1",
        &[id.as_str().into(), json(&stored.correction)?, json(&stored.poll)?],
    )?;
    Ok(())
}

/// Keeps what a box handed in, in place of what it handed in before.
pub fn put_box(
    sql: &dyn Sql,
    id: &PollId,
    number: u16,
    counts: &RawCounts,
    channels: &Channels,
) -> Result<(), SqlError> {
    sql.execute(
        "INSERT INTO poll_box (poll_id, number, counts, channels) VALUES (?, ?, ?, ?)
         ON CONFLICT (poll_id, number) DO UPDATE SET counts = excluded.counts, channels = excluded.channels",
        &[id.as_str().into(), u32::from(number).into(), json(counts)?, json(channels)?],
    )?;
    Ok(())
}

/// What all boxes have handed in together.
pub fn merged(sql: &dyn Sql, id: &PollId) -> Result<(RawCounts, Channels), SqlError> {
    let mut merged = (RawCounts::default(), Channels::new());
    for row in sql.query("SELECT number, counts, channels FROM poll_box WHERE poll_id = ?", &[id.as_str().into()])? {
        merged.0 = merged.0.merge(row.json("poll_box", "counts")?);
        for (channel, count) in row.json::<Channels>("poll_box", "channels")? {
            let sum = merged.1.entry(channel).or_default();
            *sum = sum.saturating_add(count);
        }
    }
    Ok(merged)
}

/// Lets the raw counts go; the boxes still have the ballots.
pub fn forget_boxes(sql: &dyn Sql, id: &PollId) -> Result<(), SqlError> {
    sql.execute("DELETE FROM poll_box WHERE poll_id = ?", &[id.as_str().into()])?;
    Ok(())
}

/// Keeps the ballots of a sample until the boxes have taken them.
pub fn put_sample(sql: &dyn Sql, id: &PollId, ballots: &[Ballot]) -> Result<(), SqlError> {
    sql.execute("INSERT INTO sample_ballots (poll_id, ballots) VALUES (?, ?)", &[id.as_str().into(), json(&ballots)?])?;
    Ok(())
}

/// The ballots of a sample that wait for the boxes.
pub fn sample(sql: &dyn Sql, id: &PollId) -> Result<Option<Vec<Ballot>>, SqlError> {
    let rows =
        sql.query("SELECT poll_id AS id, ballots FROM sample_ballots WHERE poll_id = ?", &[id.as_str().into()])?;
    rows.first().map(|row| row.json("sample_ballots", "ballots")).transpose()
}

pub fn forget_sample(sql: &dyn Sql, id: &PollId) -> Result<(), SqlError> {
    sql.execute("DELETE FROM sample_ballots WHERE poll_id = ?", &[id.as_str().into()])?;
    Ok(())
}
