//! What tests of the store look with.

use std::cell::RefCell;

use super::{MemorySql, Row, Sql, SqlError, Value};

/// A statement, and the steps of SQLite's plan for it.
pub(crate) type Plan = (String, Vec<String>);

/// A database that notes how SQLite goes about every query.
pub(crate) struct Explained<'a> {
    memory: &'a MemorySql,
    plans: RefCell<Vec<Plan>>,
}

impl<'a> Explained<'a> {
    pub(crate) fn new(memory: &'a MemorySql) -> Self {
        Self { memory, plans: RefCell::default() }
    }

    /// The plans since the last time.
    pub(crate) fn take(&self) -> Vec<Plan> {
        self.plans.take()
    }
}

impl Sql for Explained<'_> {
    fn execute(&self, sql: &str, params: &[Value]) -> Result<u64, SqlError> {
        self.memory.execute(sql, params)
    }

    fn query(&self, sql: &str, params: &[Value]) -> Result<Vec<Row>, SqlError> {
        let rows = self.memory.query(&format!("EXPLAIN QUERY PLAN {sql}"), params)?;
        let steps = rows.iter().map(|row| row.text("detail").map(str::to_owned)).collect::<Result<_, _>>()?;
        self.plans.borrow_mut().push((sql.to_owned(), steps));
        self.memory.query(sql, params)
    }

    fn transaction(&self, name: &'static str, body: &mut dyn FnMut() -> Result<(), SqlError>) -> Result<(), SqlError> {
        self.memory.transaction(name, body)
    }
}
