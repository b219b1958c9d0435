//! Ready texts for how a case ends.

use shared::{
    ids::{StandardTextId, TopicId},
    standard_text::{StandardText, StandardTextContent},
};

use super::{Row, Sql, SqlError, word};

/// By title.
pub fn all(sql: &dyn Sql) -> Result<Vec<StandardText>, SqlError> {
    sql.query("SELECT * FROM standard_text ORDER BY title, id", &[])?.iter().map(read).collect()
}

pub fn count(sql: &dyn Sql) -> Result<i64, SqlError> {
    let rows = sql.query("SELECT count(*) AS texts FROM standard_text", &[])?;
    rows.first().ok_or(SqlError::NoRow { what: "count of standard_text" })?.integer("texts")
}

pub fn insert(sql: &dyn Sql, id: &StandardTextId, content: &StandardTextContent) -> Result<(), SqlError> {
    sql.execute(
        "INSERT INTO standard_text (id, version, title, ending, topic_id, language, words)
         VALUES (?, 1, ?, ?, ?, ?, ?)",
        &[
            id.as_str().into(),
            content.title.as_str().into(),
            word(&content.ending)?,
            content.topic_id.as_ref().map(TopicId::as_str).into(),
            word(&content.language)?,
            content.words.as_str().into(),
        ],
    )?;
    Ok(())
}

/// Changes the text of this version; says whether there was one.
pub fn update(
    sql: &dyn Sql,
    id: &StandardTextId,
    version: u64,
    content: &StandardTextContent,
) -> Result<bool, SqlError> {
    let changed = sql.execute(
        "UPDATE standard_text SET version = version + 1, title = ?, ending = ?, topic_id = ?, language = ?, words = ?
         WHERE id = ? AND version = ?",
        &[
            content.title.as_str().into(),
            word(&content.ending)?,
            content.topic_id.as_ref().map(TopicId::as_str).into(),
            word(&content.language)?,
            content.words.as_str().into(),
            id.as_str().into(),
            i64::try_from(version).unwrap_or(i64::MAX).into(),
        ],
    )?;
    Ok(changed == 1)
}

/// Takes away the text of this version; says whether there was one.
pub fn remove(sql: &dyn Sql, id: &StandardTextId, version: u64) -> Result<bool, SqlError> {
    let changed = sql.execute(
        "DELETE FROM standard_text WHERE id = ? AND version = ?",
        &[id.as_str().into(), i64::try_from(version).unwrap_or(i64::MAX).into()],
    )?;
    Ok(changed == 1)
}

pub fn exists(sql: &dyn Sql, id: &StandardTextId) -> Result<bool, SqlError> {
    Ok(!sql.query("SELECT 1 FROM standard_text WHERE id = ?", &[id.as_str().into()])?.is_empty())
}

fn read(row: &Row) -> Result<StandardText, SqlError> {
    const TABLE: &str = "standard_text";
    Ok(StandardText {
        id: row.parsed(TABLE, "id", StandardTextId::parse)?,
        version: u64::try_from(row.integer("version")?).unwrap_or_default(),
        content: StandardTextContent {
            title: row.text("title")?.to_owned(),
            ending: row.word(TABLE, "ending")?,
            topic_id: row.optional_parsed(TABLE, "topic_id", TopicId::parse)?,
            language: row.word(TABLE, "language")?,
            words: row.text("words")?.to_owned(),
        },
    })
}
