//! Who took the ballots of a poll out, and why.

use shared::{
    ids::{OfficialId, PollId},
    time::Instant,
};

use super::{Sql, SqlError};

/// Adds a row, for good.
pub fn insert(
    sql: &dyn Sql,
    id: &str,
    poll: &PollId,
    official: &OfficialId,
    at: Instant,
    reason: &str,
) -> Result<(), SqlError> {
    sql.execute(
        "INSERT INTO raw_export (id, poll_id, official_id, at, reason) VALUES (?, ?, ?, ?, ?)",
        &[id.into(), poll.as_str().into(), official.as_str().into(), at.milliseconds().into(), reason.into()],
    )?;
    Ok(())
}
