//! SQLite in memory, for unit tests. It can be told to fail at a statement, to show that nothing is left half
//! done.

use std::{
    cell::{Cell, RefCell},
    rc::Rc,
};

use rusqlite::{Connection, params_from_iter, types::ValueRef};

use super::sql::{MOST_PARAMETERS, Row, Sql, SqlError, Value, bindable, number};

/// A database of its own, gone when dropped.
pub struct MemorySql {
    connection: RefCell<Connection>,
    depth: Cell<u32>,
    statements_left: Cell<Option<u32>>,
}

impl MemorySql {
    pub fn new() -> Result<Self, SqlError> {
        let connection = Connection::open_in_memory().map_err(|error| failed("open", &error))?;
        // As on the platform.
        connection.execute_batch("PRAGMA foreign_keys = ON").map_err(|error| failed("PRAGMA foreign_keys", &error))?;
        Ok(Self { connection: RefCell::new(connection), depth: Cell::new(0), statements_left: Cell::new(None) })
    }

    /// Lets `statements` more statements through and fails every one after that; `None` ends it.
    pub fn fail_after(&self, statements: Option<u32>) {
        self.statements_left.set(statements);
    }

    fn admit(&self, sql: &str, params: &[Value]) -> Result<Vec<rusqlite::types::Value>, SqlError> {
        if let Some(left) = self.statements_left.get() {
            let Some(left) = left.checked_sub(1) else {
                return Err(SqlError::from_message(sql, "failed on purpose".to_owned()));
            };
            self.statements_left.set(Some(left));
        }
        if params.len() > MOST_PARAMETERS {
            return Err(SqlError::TooManyParameters { count: params.len() });
        }
        params.iter().map(to_sqlite).collect()
    }

    fn savepoint(&self, statement: &str) -> Result<(), SqlError> {
        self.connection.borrow().execute_batch(statement).map_err(|error| failed(statement, &error))
    }
}

impl Sql for MemorySql {
    fn execute(&self, sql: &str, params: &[Value]) -> Result<u64, SqlError> {
        let params = self.admit(sql, params)?;
        let connection = self.connection.borrow();
        let before = connection.total_changes();
        if params.is_empty() {
            connection.execute_batch(sql).map_err(|error| failed(sql, &error))?;
        } else {
            let mut statement = connection.prepare(sql).map_err(|error| failed(sql, &error))?;
            let mut rows = statement.query(params_from_iter(params)).map_err(|error| failed(sql, &error))?;
            // A statement with RETURNING is done only when its rows are read.
            while rows.next().map_err(|error| failed(sql, &error))?.is_some() {}
        }
        let changed = connection.total_changes() > before;
        Ok(if changed { connection.changes() } else { 0 })
    }

    fn query(&self, sql: &str, params: &[Value]) -> Result<Vec<Row>, SqlError> {
        let params = self.admit(sql, params)?;
        let connection = self.connection.borrow();
        let mut statement = connection.prepare(sql).map_err(|error| failed(sql, &error))?;
        let columns: Rc<[String]> = statement.column_names().map(str::to_owned).collect();
        let mut rows = statement.query(params_from_iter(params)).map_err(|error| failed(sql, &error))?;
        let mut answer = Vec::new();
        while let Some(row) = rows.next().map_err(|error| failed(sql, &error))? {
            let values = (0..columns.len())
                .map(|index| from_sqlite(row.get_ref(index).map_err(|error| failed(sql, &error))?, sql))
                .collect::<Result<Vec<_>, SqlError>>()?;
            answer.push(Row::new(Rc::clone(&columns), values));
        }
        Ok(answer)
    }

    fn transaction(&self, _name: &'static str, body: &mut dyn FnMut() -> Result<(), SqlError>) -> Result<(), SqlError> {
        let depth = self.depth.get();
        self.savepoint(&format!("SAVEPOINT level_{depth}"))?;
        self.depth.set(depth.saturating_add(1));
        let done = body();
        self.depth.set(depth);
        match done {
            Ok(()) => self.savepoint(&format!("RELEASE level_{depth}")),
            Err(error) => {
                self.savepoint(&format!("ROLLBACK TO level_{depth}; RELEASE level_{depth}"))?;
                Err(error)
            }
        }
    }
}

fn failed(sql: &str, error: &rusqlite::Error) -> SqlError {
    SqlError::from_message(sql, error.to_string())
}

fn to_sqlite(value: &Value) -> Result<rusqlite::types::Value, SqlError> {
    use rusqlite::types::Value as Sqlite;
    Ok(match value {
        Value::Null => Sqlite::Null,
        Value::Integer(integer) => Sqlite::Real(bindable(*integer)?),
        Value::Real(real) => Sqlite::Real(*real),
        Value::Text(text) => Sqlite::Text(text.clone()),
        Value::Blob(bytes) => Sqlite::Blob(bytes.clone()),
    })
}

fn from_sqlite(value: ValueRef<'_>, sql: &str) -> Result<Value, SqlError> {
    Ok(match value {
        ValueRef::Null => Value::Null,
        #[expect(clippy::cast_precision_loss, reason = "the platform loses these digits too")]
        ValueRef::Integer(integer) => number(integer as f64),
        ValueRef::Real(real) => number(real),
        ValueRef::Text(bytes) => Value::Text(
            std::str::from_utf8(bytes).map_err(|error| SqlError::from_message(sql, error.to_string()))?.to_owned(),
        ),
        ValueRef::Blob(bytes) => Value::Blob(bytes.to_vec()),
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::store::{conformance, transact};

    #[test]
    fn memory_does_what_the_platform_does() {
        conformance(&MemorySql::new().unwrap()).unwrap();
    }

    #[test]
    fn a_failure_in_the_middle_leaves_nothing() {
        let sql = MemorySql::new().unwrap();
        sql.execute("CREATE TABLE t (id TEXT) STRICT", &[]).unwrap();
        sql.fail_after(Some(1));
        let done: Result<(), SqlError> = transact(&sql, "two rows", |sql| {
            sql.execute("INSERT INTO t VALUES (?)", &["a".into()])?;
            sql.execute("INSERT INTO t VALUES (?)", &["b".into()])?;
            Ok(())
        });
        assert!(matches!(done, Err(SqlError::Statement { .. })));
        sql.fail_after(None);
        assert!(sql.query("SELECT id FROM t", &[]).unwrap().is_empty());
    }
}
