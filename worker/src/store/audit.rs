//! Who did what, as a chain: each row's hash covers the one before it, so that a row that was changed or taken out
//! shows. Ids only; erasing what a person wrote never breaks the chain.

use sha2::{Digest, Sha256};
use shared::ids::{OfficialId, PartnerId};

use super::{Sql, SqlError};
use crate::{operation::Context, refusal::Refusal};

/// Who did it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Doer<'a> {
    Operator,
    System,
    Official(&'a OfficialId),
    /// Somebody of this partner, by a link and a mailed code.
    Mailed(&'a PartnerId),
}

impl Doer<'_> {
    fn text(&self) -> String {
        match self {
            Self::Operator => "operator".to_owned(),
            Self::System => "system".to_owned(),
            Self::Official(id) => format!("official:{id}"),
            Self::Mailed(id) => format!("mailed:{id}"),
        }
    }
}

/// Adds a row. `object` is made of ids: `case:…`.
pub fn record(context: &mut Context<'_>, by: &Doer<'_>, action: &'static str, object: &str) -> Result<(), Refusal> {
    let (number, previous) = last(context.sql)?;
    let number = number.saturating_add(1);
    let actor = by.text();
    let hash = link(&previous, number, context.now.milliseconds(), &actor, action, object);
    context.sql.execute(
        "INSERT INTO audit (number, at, actor, action, object, hash) VALUES (?, ?, ?, ?, ?, ?)",
        &[
            number.into(),
            context.now.milliseconds().into(),
            actor.into(),
            action.into(),
            object.into(),
            hash.to_vec().into(),
        ],
    )?;
    Ok(())
}

fn last(sql: &dyn Sql) -> Result<(i64, Vec<u8>), SqlError> {
    let rows = sql.query("SELECT number, hash FROM audit ORDER BY number DESC LIMIT 1", &[])?;
    rows.first().map_or(Ok((0, Vec::new())), |row| Ok((row.integer("number")?, row.blob("hash")?.to_vec())))
}

/// The number of the first row that does not fit the chain; none when all do.
pub fn first_break(sql: &dyn Sql) -> Result<Option<i64>, SqlError> {
    let mut previous = Vec::new();
    let rows = sql.query("SELECT number, at, actor, action, object, hash FROM audit ORDER BY number", &[])?;
    for (expected, row) in (1_i64..).zip(&rows) {
        let number = row.integer("number")?;
        let hash =
            link(&previous, number, row.integer("at")?, row.text("actor")?, row.text("action")?, row.text("object")?);
        if number != expected || row.blob("hash")? != hash {
            return Ok(Some(number));
        }
        previous = hash.to_vec();
    }
    Ok(None)
}

fn link(previous: &[u8], number: i64, at: i64, actor: &str, action: &str, object: &str) -> [u8; 32] {
    let mut hash = Sha256::new();
    hash.update(previous);
    hash.update(number.to_be_bytes());
    hash.update(at.to_be_bytes());
    for text in [actor, action, object] {
        // The length before each text, so that no two rows read the same.
        hash.update(u64::try_from(text.len()).unwrap_or(u64::MAX).to_be_bytes());
        hash.update(text);
    }
    hash.finalize().into()
}
