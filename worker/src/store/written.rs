//! Answers to open questions in a box, and their tags. A ballot's id never leaves the box with them.

use std::collections::{BTreeMap, BTreeSet};

use sha2::{Digest, Sha256};
use shared::{
    ids::{BallotId, QuestionId, WrittenId},
    poll::{Answer, written::Written},
};

use super::{Sql, SqlError, ballot};

/// How many ballots are read at once: a box of 100,000 must fit in the memory of a small machine.
const AT_ONCE: u32 = 1_000;

/// Tags of one question's answers.
type Tags = BTreeMap<String, BTreeSet<String>>;

/// The id under which officials know an answer: a hash, so that it does not lead to the ballot, nor from one answer
/// of a ballot to another. Nobody outside knows the 128 random bits of the ballot's id.
pub fn written_id(ballot: &BallotId, question: &QuestionId) -> WrittenId {
    let mut hash = Sha256::new();
    hash.update(b"open answer\0");
    hash.update(ballot.as_str());
    hash.update(b"\0");
    hash.update(question.as_str());
    let hash: [u8; 32] = hash.finalize().into();
    let mut id = [0; 16];
    for (byte, own) in id.iter_mut().zip(hash) {
        *byte = own;
    }
    WrittenId::from_random(id)
}

/// Shows every answer to a question to `look`, in the order of the ballots' ids, until that returns `false`.
pub fn each(
    sql: &dyn Sql,
    question: &QuestionId,
    mut look: impl FnMut(&BallotId, Written) -> bool,
) -> Result<(), SqlError> {
    let tags = tags(sql, question)?;
    let mut last = None;
    loop {
        let ballots = ballot::page(sql, last.as_ref(), AT_ONCE)?;
        for ballot in &ballots {
            if let Some(text) = ballot.answers.get(question).and_then(Answer::written) {
                let own = tags.get(ballot.id.as_str()).cloned().unwrap_or_default();
                if !look(&ballot.id, Written::new(written_id(&ballot.id, question), text.to_owned(), own)) {
                    return Ok(());
                }
            }
        }
        match ballots.last() {
            Some(ballot) => last = Some(ballot.id.clone()),
            None => return Ok(()),
        }
    }
}

fn tags(sql: &dyn Sql, question: &QuestionId) -> Result<Tags, SqlError> {
    let rows = sql.query(
        "SELECT ballot_id AS id, tag FROM text_tag WHERE question_id = ? ORDER BY ballot_id, tag",
        &[question.as_str().into()],
    )?;
    let mut tags = Tags::new();
    for row in rows {
        tags.entry(row.text("id")?.to_owned()).or_default().insert(row.text("tag")?.to_owned());
    }
    Ok(tags)
}

/// Gives an answer these tags, in place of those it had.
pub fn put_tags(
    sql: &dyn Sql,
    ballot: &BallotId,
    question: &QuestionId,
    tags: &BTreeSet<String>,
) -> Result<(), SqlError> {
    sql.execute(
        "DELETE FROM text_tag WHERE ballot_id = ? AND question_id = ?",
        &[ballot.as_str().into(), question.as_str().into()],
    )?;
    for tag in tags {
        sql.execute(
            "INSERT INTO text_tag (ballot_id, question_id, tag) VALUES (?, ?, ?)",
            &[ballot.as_str().into(), question.as_str().into(), tag.as_str().into()],
        )?;
    }
    Ok(())
}
