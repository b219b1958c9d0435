//! Writes that may be sent twice and happen once.
//!
//! The client names its request by a key. The same key with the same body gets the stored reply; with another body it
//! is refused, because one of the two would be lost silently.

use serde::{Serialize, de::DeserializeOwned};
use sha2::{Digest, Sha256};
use shared::{ids::IdempotencyKey, time::Instant};

use super::{Sql, SqlError};
use crate::{
    operation::Context,
    refusal::{Code, Refusal},
};

/// How long a reply is kept: a phone that was out of reach over a weekend may still try again.
pub const KEPT: i64 = 7 * 24 * 3_600_000;

/// Runs `act` once for this scope and key; a repetition gets the reply of the first time.
///
/// `scope` names the operation, and for officials also who asks, so that nobody gets another's reply. The reply is
/// stored in clear: it must hold no secret. To be called inside the operation's own transaction.
pub fn once<T: Serialize + DeserializeOwned>(
    context: &mut Context<'_>,
    scope: &str,
    key: &IdempotencyKey,
    request: &impl Serialize,
    act: impl FnOnce(&mut Context<'_>) -> Result<T, Refusal>,
) -> Result<T, Refusal> {
    let body_hash = Sha256::digest(serde_json::to_vec(request)?).to_vec();
    if let Some((stored_hash, reply)) = find(context.sql, scope, key)? {
        if stored_hash != body_hash {
            return Err(Refusal::Unprocessable { code: Code::IdempotencyKeyReused });
        }
        return Ok(serde_json::from_str(&reply)?);
    }
    let reply = act(context)?;
    context.sql.execute(
        "INSERT INTO idempotency (scope, key, body_hash, reply, at) VALUES (?, ?, ?, ?, ?)",
        &[
            scope.into(),
            key.as_str().into(),
            body_hash.into(),
            serde_json::to_string(&reply)?.into(),
            context.now.milliseconds().into(),
        ],
    )?;
    Ok(reply)
}

fn find(sql: &dyn Sql, scope: &str, key: &IdempotencyKey) -> Result<Option<(Vec<u8>, String)>, SqlError> {
    let rows = sql.query(
        "SELECT body_hash, reply FROM idempotency WHERE scope = ? AND key = ?",
        &[scope.into(), key.as_str().into()],
    )?;
    let Some(row) = rows.first() else { return Ok(None) };
    Ok(Some((row.blob("body_hash")?.to_vec(), row.text("reply")?.to_owned())))
}

pub fn tidy(sql: &dyn Sql, now: Instant) -> Result<(), SqlError> {
    sql.execute("DELETE FROM idempotency WHERE at <= ?", &[now.milliseconds().saturating_sub(KEPT).into()])?;
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{objects::ObjectClass, store::SqlError, testing::Installation};

    fn attempt(installation: &Installation, scope: &str, body: &str, fails: bool) -> Result<u32, Refusal> {
        let key = IdempotencyKey::parse("key").unwrap();
        let attempted = installation.objects.with(ObjectClass::Municipality, "kleinstad", |context| {
            context.transact("attempt", |context| {
                once(context, scope, &key, &body, |context| {
                    context.sql.execute("UPDATE object SET public_version = public_version + 1", &[])?;
                    if fails { Err(Refusal::Unavailable) } else { Ok(counted(context.sql)?) }
                })
            })
        });
        attempted.unwrap()
    }

    fn counted(sql: &dyn Sql) -> Result<u32, SqlError> {
        Ok(u32::try_from(crate::store::object::public_version(sql)?).unwrap())
    }

    #[test]
    fn the_same_request_happens_once_and_gets_the_same_reply() {
        let installation = Installation::new();
        let first = attempt(&installation, "test", "a", false).unwrap();
        assert_eq!(attempt(&installation, "test", "a", false), Ok(first));
        let other = Refusal::Unprocessable { code: Code::IdempotencyKeyReused };
        assert_eq!(attempt(&installation, "test", "b", false), Err(other));
        assert_eq!(attempt(&installation, "other", "b", false), Ok(first + 1), "each scope has its own keys");
    }

    #[test]
    fn a_request_that_failed_may_be_sent_again() {
        let installation = Installation::new();
        assert_eq!(attempt(&installation, "test", "a", true), Err(Refusal::Unavailable));
        assert_eq!(attempt(&installation, "test", "a", false), Ok(2));
    }

    #[test]
    fn replies_are_kept_for_a_week() {
        let installation = Installation::new();
        attempt(&installation, "test", "a", false).unwrap();
        installation.wait(KEPT - 1);
        assert_eq!(attempt(&installation, "test", "a", false), Ok(2));
        installation.wait(24 * 3_600_000);
        assert_eq!(attempt(&installation, "test", "a", false), Ok(3));
    }
}
