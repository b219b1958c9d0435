//! Work to be done later, in a table: one row for each kind and key.
//!
//! An alarm of the platform is dropped for good after six tries, so the alarm only says "look": what is due, how
//! often it was tried and when to try again stands here. Doing a job twice must do no harm: a crash between doing it
//! and noting that leads to a second time.

use shared::time::Instant;

use super::{Sql, SqlError};

/// Which handler does it. The text in the table never changes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum JobKind {
    /// Deletes what is past its term: sessions, links, replies kept for repeated requests.
    Tidy,
    /// Lets happen what happens to a case by itself. The key is the case.
    CaseClock,
    /// Opens and closes a poll, tells its boxes and collects their counts. The key is the poll's id.
    Poll,
    /// Sends the messages that are due.
    Mail,
    /// Tells other systems what is due.
    Webhooks,
    /// Tells devices what is due.
    Push,
    /// Looks at the start of each day whether cases can still go to every partner.
    Partners,
    /// Takes cases from before there was a search into it.
    IndexCases,
    /// Takes scans that closed before levels were kept into the history of their areas.
    EarlierScans,
}

impl JobKind {
    /// Every kind. A row of another kind, left by a newer version of the program, is kept and not touched.
    pub const ALL: [Self; 9] = [
        Self::Tidy,
        Self::CaseClock,
        Self::Poll,
        Self::Mail,
        Self::Webhooks,
        Self::Push,
        Self::Partners,
        Self::IndexCases,
        Self::EarlierScans,
    ];

    pub const fn text(self) -> &'static str {
        match self {
            Self::Tidy => "tidy",
            Self::CaseClock => "case-clock",
            Self::Poll => "poll",
            Self::Mail => "mail",
            Self::Webhooks => "webhooks",
            Self::Push => "push",
            Self::Partners => "partners",
            Self::IndexCases => "index-cases",
            Self::EarlierScans => "earlier-scans",
        }
    }

    fn from_text(text: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.text() == text)
    }
}

/// A job whose time has come.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Job {
    pub kind: JobKind,
    /// What it is about: an id, or empty for the whole municipality.
    pub key: String,
    pub due_at: Instant,
    /// How often it has failed so far.
    pub tries: u32,
    /// Which request for it this is; one that came while it was being done is not lost.
    version: i64,
}

/// The longest wait between two tries.
const LONGEST_WAIT: i64 = 6 * 3_600_000;
/// The first wait; it doubles with every try.
const FIRST_WAIT: i64 = 2_000;

/// Asks for a job at a time. Asking again for the same kind and key moves it and starts the tries anew.
pub fn schedule(sql: &dyn Sql, kind: JobKind, key: &str, due_at: Instant) -> Result<(), SqlError> {
    sql.execute(
        "INSERT INTO job (kind, key, due_at) VALUES (?, ?, ?)
         ON CONFLICT (kind, key) DO UPDATE SET due_at = excluded.due_at, tries = 0, version = version + 1",
        &[kind.text().into(), key.into(), due_at.milliseconds().into()],
    )?;
    Ok(())
}

/// Takes a job back. Nothing happens when there is none.
pub fn cancel(sql: &dyn Sql, kind: JobKind, key: &str) -> Result<(), SqlError> {
    sql.execute("DELETE FROM job WHERE kind = ? AND key = ?", &[kind.text().into(), key.into()])?;
    Ok(())
}

/// When the next job that we can do is due.
pub fn next_due(sql: &dyn Sql) -> Result<Option<Instant>, SqlError> {
    let (kinds, params) = known_kinds();
    let rows = sql.query(&format!("SELECT min(due_at) AS due_at FROM job WHERE kind IN ({kinds})"), &params)?;
    let due = rows.first().ok_or(SqlError::NoRow { what: "min(due_at)" })?.optional_integer("due_at")?;
    Ok(due.map(Instant::from_milliseconds))
}

/// When this job is done next.
pub fn due_at(sql: &dyn Sql, kind: JobKind, key: &str) -> Result<Option<Instant>, SqlError> {
    let rows = sql.query("SELECT due_at FROM job WHERE kind = ? AND key = ?", &[kind.text().into(), key.into()])?;
    rows.first().map(|row| Ok(Instant::from_milliseconds(row.integer("due_at")?))).transpose()
}

/// The job that has been due longest.
pub fn first_due(sql: &dyn Sql, now: Instant) -> Result<Option<Job>, SqlError> {
    let (kinds, mut params) = known_kinds();
    params.push(now.milliseconds().into());
    let rows = sql.query(
        &format!(
            "SELECT kind, key, due_at, tries, version FROM job WHERE kind IN ({kinds}) AND due_at <= ?
             ORDER BY due_at, kind, key LIMIT 1"
        ),
        &params,
    )?;
    let Some(row) = rows.first() else { return Ok(None) };
    Ok(Some(Job {
        kind: row.parsed("job", "kind", |text| JobKind::from_text(text).ok_or("not a kind of job"))?,
        key: row.text("key")?.to_owned(),
        due_at: Instant::from_milliseconds(row.integer("due_at")?),
        tries: u32::try_from(row.integer("tries")?).unwrap_or(u32::MAX),
        version: row.integer("version")?,
    }))
}

/// Notes that a job is done, unless it was asked for again in the meantime.
pub fn done(sql: &dyn Sql, job: &Job) -> Result<(), SqlError> {
    sql.execute(
        "DELETE FROM job WHERE kind = ? AND key = ? AND version = ?",
        &[job.kind.text().into(), job.key.as_str().into(), job.version.into()],
    )?;
    Ok(())
}

/// Notes that a job has to come back at a time, unless it was asked for again in the meantime.
pub fn again(sql: &dyn Sql, job: &Job, due_at: Instant) -> Result<(), SqlError> {
    sql.execute(
        "UPDATE job SET due_at = ?, tries = 0 WHERE kind = ? AND key = ? AND version = ?",
        &[due_at.milliseconds().into(), job.kind.text().into(), job.key.as_str().into(), job.version.into()],
    )?;
    Ok(())
}

/// Notes, before a job is done, that it is being tried: should doing it break off without a word, it comes back after
/// 2 seconds, 4, 8 … at most six hours, like one that failed.
pub fn begun(sql: &dyn Sql, job: &Job, now: Instant) -> Result<(), SqlError> {
    sql.execute(
        "UPDATE job SET due_at = ?, tries = tries + 1 WHERE kind = ? AND key = ? AND version = ?",
        &[come_back(job, now), job.kind.text().into(), job.key.as_str().into(), job.version.into()],
    )?;
    Ok(())
}

/// Notes that a job that was begun failed: the wait starts now.
pub fn failed(sql: &dyn Sql, job: &Job, now: Instant) -> Result<(), SqlError> {
    sql.execute(
        "UPDATE job SET due_at = ? WHERE kind = ? AND key = ? AND version = ?",
        &[come_back(job, now), job.kind.text().into(), job.key.as_str().into(), job.version.into()],
    )?;
    Ok(())
}

/// When a job that was tried so often has its next try.
fn come_back(job: &Job, now: Instant) -> super::Value {
    let wait = FIRST_WAIT.saturating_mul(1_i64.checked_shl(job.tries.min(20)).unwrap_or(i64::MAX)).min(LONGEST_WAIT);
    now.plus_milliseconds(wait).milliseconds().into()
}

fn known_kinds() -> (String, Vec<super::Value>) {
    let marks = vec!["?"; JobKind::ALL.len()].join(", ");
    (marks, JobKind::ALL.iter().map(|kind| kind.text().into()).collect())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        objects::ObjectClass,
        store::{MemorySql, migrate},
    };

    const START: i64 = 1_000_000;

    fn at(milliseconds: i64) -> Instant {
        Instant::from_milliseconds(START + milliseconds)
    }

    fn store() -> MemorySql {
        let sql = MemorySql::new().unwrap();
        migrate(&sql, ObjectClass::Municipality).unwrap();
        sql
    }

    #[test]
    fn a_job_that_fails_comes_back_later_and_later() {
        let sql = store();
        schedule(&sql, JobKind::Tidy, "", at(0)).unwrap();
        let mut now = at(0);
        let mut waits = Vec::new();
        for _ in 0..16 {
            let job = first_due(&sql, now).unwrap().unwrap();
            begun(&sql, &job, now).unwrap();
            failed(&sql, &job, now).unwrap();
            let next = next_due(&sql).unwrap().unwrap();
            waits.push(next.milliseconds() - now.milliseconds());
            now = next;
        }
        assert_eq!(waits[..3], [2_000, 4_000, 8_000]);
        assert_eq!(waits[15], LONGEST_WAIT);
    }

    #[test]
    fn a_job_that_breaks_off_without_a_word_has_been_tried() {
        let sql = store();
        schedule(&sql, JobKind::Tidy, "", at(0)).unwrap();
        let job = first_due(&sql, at(0)).unwrap().unwrap();
        begun(&sql, &job, at(0)).unwrap();
        assert_eq!(first_due(&sql, at(0)).unwrap(), None, "it does not spin");
        let again = first_due(&sql, at(2_000)).unwrap().unwrap();
        assert_eq!(again.tries, 1);
        begun(&sql, &again, at(2_000)).unwrap();
        done(&sql, &again).unwrap();
        assert_eq!(next_due(&sql).unwrap(), None);
    }

    #[test]
    fn a_job_asked_for_while_it_was_done_is_done_again() {
        let sql = store();
        schedule(&sql, JobKind::Tidy, "", at(0)).unwrap();
        let job = first_due(&sql, at(0)).unwrap().unwrap();
        schedule(&sql, JobKind::Tidy, "", at(5)).unwrap();
        done(&sql, &job).unwrap();
        assert_eq!(next_due(&sql).unwrap(), Some(at(5)));
        let job = first_due(&sql, at(5)).unwrap().unwrap();
        done(&sql, &job).unwrap();
        assert_eq!(next_due(&sql).unwrap(), None);
    }

    #[test]
    fn an_unknown_kind_is_left_alone() {
        let sql = store();
        sql.execute("INSERT INTO job (kind, key, due_at) VALUES ('of-tomorrow', '', 0)", &[]).unwrap();
        assert_eq!(first_due(&sql, at(0)).unwrap(), None);
        assert_eq!(next_due(&sql).unwrap(), None);
    }
}
