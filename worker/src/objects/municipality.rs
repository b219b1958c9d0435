//! Municipality: for now a counter that shows storage, transactions and rollback on the real platform.

use crate::store::{Sql, SqlError, transact};

pub(super) fn handle(sql: &dyn Sql, operation: &str, _body: &[u8]) -> (u16, Vec<u8>) {
    let counted = match operation {
        "count" => count(sql),
        "conformance" => crate::store::conformance(sql).map(|()| 0),
        _ => return (404, Vec::new()),
    };
    match counted {
        Ok(count) => (200, count.to_string().into_bytes()),
        Err(error) => (500, error.to_string().into_bytes()),
    }
}

fn count(sql: &dyn Sql) -> Result<i64, SqlError> {
    transact(sql, "count", |sql| {
        sql.execute("CREATE TABLE IF NOT EXISTS counter (id INTEGER PRIMARY KEY, count INTEGER NOT NULL) STRICT", &[])?;
        sql.execute(
            "INSERT INTO counter (id, count) VALUES (1, 1) ON CONFLICT (id) DO UPDATE SET count = count + 1",
            &[],
        )?;
        let rows = sql.query("SELECT count FROM counter WHERE id = ?", &[1_i64.into()])?;
        rows.first()
            .ok_or(SqlError::NoRow { what: "counter" })?
            .integer("count")
    })
}
