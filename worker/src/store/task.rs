//! Open tasks of cases, for the lists of partners.

use shared::{
    case::{Case, CaseNumber},
    ids::{CaseId, PartnerId},
    time::CivilDate,
};

use super::{Row, Sql, SqlError, case::number};

/// A task as it stands in a list.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TaskRow {
    pub case_id: CaseId,
    pub number: CaseNumber,
    /// What the resident wrote; none once erased.
    pub what: Option<String>,
    /// What is to be done; none once erased.
    pub words: Option<String>,
    pub until: CivilDate,
    /// Who does it; none for a resident.
    pub partner: Option<PartnerId>,
}

/// The most tasks of a list: more nobody reads.
const MOST_LISTED: u32 = 300;

/// Keeps which tasks of a case are open, as they stand after its last event.
pub fn put(sql: &dyn Sql, id: &CaseId, case: &Case) -> Result<(), SqlError> {
    sql.execute("DELETE FROM case_task WHERE case_id = ?", &[id.as_str().into()])?;
    for task in case.open_tasks() {
        sql.execute(
            "INSERT INTO case_task (case_id, task, partner, until) VALUES (?, ?, ?, ?)",
            &[
                id.as_str().into(),
                task.id.as_str().into(),
                case.doing_partner(task).map(PartnerId::as_str).into(),
                task.until.to_string().into(),
            ],
        )?;
    }
    Ok(())
}

/// What this partner has to do, and what residents are late with in the cases that it owns; the earliest day first.
/// What is held only coordinators see.
pub fn of_partner(
    sql: &dyn Sql,
    partner: &PartnerId,
    today: CivilDate,
    with_held: bool,
) -> Result<Vec<TaskRow>, SqlError> {
    let rows = sql.query(
        "SELECT case_task.case_id, case_task.until, case_task.partner, case_file.year, case_file.serial,
             first.words AS title, what.words AS words
         FROM case_task
         JOIN case_file ON case_file.id = case_task.case_id
         JOIN case_text AS first ON first.id = case_file.what
         JOIN case_text AS what ON what.id = case_task.task
         WHERE (case_task.partner = ? OR (case_task.partner IS NULL AND case_task.until < ? AND case_file.owner = ?))
             AND (case_file.held = 0 OR ?)
         ORDER BY case_task.until, case_file.year, case_file.serial LIMIT ?",
        &[
            partner.as_str().into(),
            today.to_string().into(),
            partner.as_str().into(),
            with_held.into(),
            MOST_LISTED.into(),
        ],
    )?;
    rows.iter().map(read).collect()
}

fn read(row: &Row) -> Result<TaskRow, SqlError> {
    const TABLE: &str = "case_task";
    Ok(TaskRow {
        case_id: row.parsed(TABLE, "case_id", CaseId::parse)?,
        number: number(row)?,
        what: row.optional_text("title")?.map(str::to_owned),
        words: row.optional_text("words")?.map(str::to_owned),
        until: row.parsed(TABLE, "until", str::parse::<CivilDate>)?,
        partner: row.optional_parsed(TABLE, "partner", PartnerId::parse)?,
    })
}
