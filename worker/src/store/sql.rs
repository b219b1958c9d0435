//! The seam: what storage must offer, and what a value and a row are.
//!
//! Whatever differs between the two implementations is levelled out here, so that a unit test sees what the
//! platform does: numbers are bound as doubles, whole doubles come back as integers, at most 100 parameters.

use std::rc::Rc;

use serde::{
    Serialize,
    de::{DeserializeOwned, IntoDeserializer},
};
use thiserror::Error;

/// A value bound to or read from SQL. 64-bit integers above 2^53 lose digits on the platform, so ids are text.
#[derive(Clone, Debug, PartialEq)]
pub enum Value {
    Null,
    /// Between −2^53 and 2^53; beyond that binding fails.
    Integer(i64),
    /// Comes back as an integer when it is whole: the platform cannot tell 1.0 from 1.
    Real(f64),
    Text(String),
    Blob(Vec<u8>),
}

/// The platform takes no more parameters in one statement.
pub(super) const MOST_PARAMETERS: usize = 100;

/// The largest integer that a double holds together with all its neighbours.
pub(super) const LARGEST_INTEGER: i64 = 9_007_199_254_740_991;

/// What can go wrong. All of it is our own fault except `Constraint`, which a caller may expect.
#[derive(Clone, Debug, Error, PartialEq, Eq)]
pub enum SqlError {
    #[error("{message} in: {statement}")]
    Statement { statement: String, message: String },
    /// A row that must be unique, must refer to something, or must pass a check.
    #[error("{message} in: {statement}")]
    Constraint { statement: String, message: String },
    #[error("{count} parameters; the platform takes at most {MOST_PARAMETERS}")]
    TooManyParameters { count: usize },
    #[error("the integer {0} does not survive the platform; store it as text")]
    IntegerOutOfRange(i64),
    #[error("column {column}: {problem}")]
    Column { column: String, problem: String },
    /// A row that must be there is not.
    #[error("no row: {what}")]
    NoRow { what: &'static str },
    /// The body of a transaction refused; everything it wrote is undone.
    #[error("transaction {name} was rolled back")]
    RolledBack { name: &'static str },
}

impl SqlError {
    /// Sorts a message of SQLite into what a caller can act on. Both implementations speak SQLite's words.
    pub(super) fn from_message(statement: &str, message: String) -> Self {
        let statement = statement.split_whitespace().collect::<Vec<_>>().join(" ");
        if message.contains("constraint failed") {
            Self::Constraint { statement, message }
        } else {
            Self::Statement { statement, message }
        }
    }
}

/// A database as seen from synchronous code.
pub trait Sql {
    /// Runs a statement and returns the number of rows it changed. Without parameters, several statements may
    /// follow each other; the number is then that of the last one that changes rows.
    fn execute(&self, sql: &str, params: &[Value]) -> Result<u64, SqlError>;

    /// Runs a statement and returns its rows.
    fn query(&self, sql: &str, params: &[Value]) -> Result<Vec<Row>, SqlError>;

    /// Runs `body` in one transaction, named for the log; rolls back when it fails. Use [`transact`].
    fn transaction(&self, name: &'static str, body: &mut dyn FnMut() -> Result<(), SqlError>) -> Result<(), SqlError>;
}

/// Runs `body` in one named transaction and returns what it returns; an error undoes all it wrote.
///
/// Inside another transaction it is a savepoint: an inner error that the outer body handles undoes only the
/// inner part.
pub fn transact<T, E: From<SqlError>>(
    sql: &dyn Sql,
    name: &'static str,
    body: impl FnOnce(&dyn Sql) -> Result<T, E>,
) -> Result<T, E> {
    let mut body = Some(body);
    let mut outcome = None;
    let stored = sql.transaction(name, &mut || {
        // The storage calls the body once; a second call would find nothing to run.
        let result = body.take().map(|body| body(sql));
        let done = matches!(result, Some(Ok(_)));
        outcome = result;
        if done { Ok(()) } else { Err(SqlError::RolledBack { name }) }
    });
    match (stored, outcome) {
        (Ok(()), Some(result)) => result,
        (_, Some(Err(refusal))) => Err(refusal),
        (Err(error), _) => Err(error.into()),
        (Ok(()), None) => Err(SqlError::RolledBack { name }.into()),
    }
}

/// One row of an answer, read by column name.
#[derive(Clone, Debug, PartialEq)]
pub struct Row {
    columns: Rc<[String]>,
    values: Vec<Value>,
}

impl Row {
    pub(super) fn new(columns: Rc<[String]>, values: Vec<Value>) -> Self {
        Self { columns, values }
    }

    /// The value of a column, whatever its type.
    pub fn value(&self, column: &str) -> Result<&Value, SqlError> {
        self.columns.iter().position(|name| name == column).and_then(|index| self.values.get(index)).ok_or_else(|| {
            SqlError::Column { column: column.to_owned(), problem: format!("not among {}", self.columns.join(", ")) }
        })
    }

    pub fn text(&self, column: &str) -> Result<&str, SqlError> {
        match self.value(column)? {
            Value::Text(text) => Ok(text),
            other => Err(unexpected(column, "text", other)),
        }
    }

    /// Text that is read into a type of the domain. A row that cannot be read names its table, column and id.
    pub fn parsed<T, E: std::fmt::Display>(
        &self,
        table: &str,
        column: &str,
        parse: impl FnOnce(&str) -> Result<T, E>,
    ) -> Result<T, SqlError> {
        parse(self.text(column)?).map_err(|error| self.unreadable(table, column, &error.to_string()))
    }

    /// The same for a column that may be empty.
    pub fn optional_parsed<T, E: std::fmt::Display>(
        &self,
        table: &str,
        column: &str,
        parse: impl FnOnce(&str) -> Result<T, E>,
    ) -> Result<Option<T>, SqlError> {
        let Some(text) = self.optional_text(column)? else { return Ok(None) };
        parse(text).map(Some).map_err(|error| self.unreadable(table, column, &error.to_string()))
    }

    /// A column with JSON that we wrote.
    pub fn json<T: DeserializeOwned>(&self, table: &str, column: &str) -> Result<T, SqlError> {
        // The place only: a message of the parser can quote what a person wrote.
        self.parsed(table, column, |text| {
            serde_json::from_str(text).map_err(|error| format!("{:?} at {}", error.classify(), error.column()))
        })
    }

    /// A value that serde writes as a plain text: an enum without data.
    pub fn word<T: DeserializeOwned>(&self, table: &str, column: &str) -> Result<T, SqlError> {
        self.parsed(table, column, |text| {
            T::deserialize(text.into_deserializer()).map_err(|error: serde::de::value::Error| error.to_string())
        })
    }

    fn unreadable(&self, table: &str, column: &str, problem: &str) -> SqlError {
        let id = ["id", "key", "number", "slug"].into_iter().find_map(|name| match self.value(name) {
            Ok(Value::Text(id)) => Some(id.clone()),
            Ok(Value::Integer(id)) => Some(id.to_string()),
            _ => None,
        });
        SqlError::Column {
            column: format!("{table}.{column} of {}", id.unwrap_or_default()),
            problem: problem.to_owned(),
        }
    }

    pub fn integer(&self, column: &str) -> Result<i64, SqlError> {
        match self.value(column)? {
            Value::Integer(integer) => Ok(*integer),
            other => Err(unexpected(column, "an integer", other)),
        }
    }

    pub fn real(&self, column: &str) -> Result<f64, SqlError> {
        match self.value(column)? {
            Value::Real(real) => Ok(*real),
            #[expect(clippy::cast_precision_loss, reason = "integers that are read stay below 2^53")]
            Value::Integer(integer) => Ok(*integer as f64),
            other => Err(unexpected(column, "a number", other)),
        }
    }

    /// A truth value, stored as 0 or 1.
    pub fn boolean(&self, column: &str) -> Result<bool, SqlError> {
        match self.value(column)? {
            Value::Integer(0) => Ok(false),
            Value::Integer(1) => Ok(true),
            other => Err(unexpected(column, "0 or 1", other)),
        }
    }

    pub fn blob(&self, column: &str) -> Result<&[u8], SqlError> {
        match self.value(column)? {
            Value::Blob(bytes) => Ok(bytes),
            other => Err(unexpected(column, "bytes", other)),
        }
    }

    pub fn optional_text(&self, column: &str) -> Result<Option<&str>, SqlError> {
        match self.value(column)? {
            Value::Null => Ok(None),
            _ => self.text(column).map(Some),
        }
    }

    pub fn optional_integer(&self, column: &str) -> Result<Option<i64>, SqlError> {
        match self.value(column)? {
            Value::Null => Ok(None),
            _ => self.integer(column).map(Some),
        }
    }

    pub fn optional_blob(&self, column: &str) -> Result<Option<&[u8]>, SqlError> {
        match self.value(column)? {
            Value::Null => Ok(None),
            _ => self.blob(column).map(Some),
        }
    }
}

/// Names what was found by its kind only: the content may be what a person wrote.
fn unexpected(column: &str, wanted: &str, found: &Value) -> SqlError {
    let found = match found {
        Value::Null => "null",
        Value::Integer(_) => "an integer",
        Value::Real(_) => "a real",
        Value::Text(_) => "text",
        Value::Blob(_) => "bytes",
    };
    SqlError::Column { column: column.to_owned(), problem: format!("expected {wanted}, found {found}") }
}

/// A number as both implementations return it.
pub(super) fn number(number: f64) -> Value {
    #[expect(clippy::cast_precision_loss, reason = "the bound itself is exact")]
    let bound = LARGEST_INTEGER as f64;
    if number.fract() == 0.0 && number.abs() <= bound {
        #[expect(clippy::cast_possible_truncation, reason = "whole and within 2^53")]
        let integer = number as i64;
        Value::Integer(integer)
    } else {
        Value::Real(number)
    }
}

/// An integer as both implementations bind it: as a double, because JavaScript has no other number.
pub(super) fn bindable(integer: i64) -> Result<f64, SqlError> {
    if integer.abs() > LARGEST_INTEGER {
        return Err(SqlError::IntegerOutOfRange(integer));
    }
    #[expect(clippy::cast_precision_loss, reason = "checked just above")]
    let double = integer as f64;
    Ok(double)
}

impl From<&str> for Value {
    fn from(text: &str) -> Self {
        Self::Text(text.to_owned())
    }
}

impl From<String> for Value {
    fn from(text: String) -> Self {
        Self::Text(text)
    }
}

impl From<i64> for Value {
    fn from(integer: i64) -> Self {
        Self::Integer(integer)
    }
}

impl From<u32> for Value {
    fn from(integer: u32) -> Self {
        Self::Integer(integer.into())
    }
}

impl From<f64> for Value {
    fn from(real: f64) -> Self {
        Self::Real(real)
    }
}

impl From<bool> for Value {
    fn from(truth: bool) -> Self {
        Self::Integer(truth.into())
    }
}

impl From<Vec<u8>> for Value {
    fn from(bytes: Vec<u8>) -> Self {
        Self::Blob(bytes)
    }
}

impl<T: Into<Self>> From<Option<T>> for Value {
    fn from(value: Option<T>) -> Self {
        value.map_or(Self::Null, Into::into)
    }
}

/// A value that serde writes as a plain text, for a column: an enum without data, a date, an id.
pub fn word(value: &impl Serialize) -> Result<Value, SqlError> {
    match serde_json::to_value(value) {
        Ok(serde_json::Value::String(text)) => Ok(Value::Text(text)),
        _ => Err(SqlError::Column { column: "(bound)".to_owned(), problem: "not a plain text".to_owned() }),
    }
}

/// A value as JSON, for a column.
pub fn json(value: &impl Serialize) -> Result<Value, SqlError> {
    serde_json::to_string(value)
        .map(Value::Text)
        .map_err(|error| SqlError::Column { column: "(bound)".to_owned(), problem: format!("{:?}", error.classify()) })
}

/// What every implementation must do alike. Run natively by a unit test and on the platform by the API tests.
pub fn conformance(sql: &dyn Sql) -> Result<(), SqlError> {
    let expect = |what: &'static str, holds: bool| {
        if holds { Ok(()) } else { Err(SqlError::NoRow { what }) }
    };
    sql.execute(
        "DROP TABLE IF EXISTS conformance;
         CREATE TABLE conformance (id TEXT PRIMARY KEY, n INTEGER, r REAL, b BLOB, t TEXT UNIQUE) STRICT;
         CREATE INDEX conformance_n ON conformance (n);",
        &[],
    )?;
    let insert = "INSERT INTO conformance (id, n, r, b, t) VALUES (?, ?, ?, ?, ?)";
    let row = |id: &str, text: &str| -> Vec<Value> {
        vec![id.into(), LARGEST_INTEGER.into(), 0.5.into(), vec![0, 255].into(), text.into()]
    };
    expect("one row inserted", sql.execute(insert, &row("a", "é\u{1f600}"))? == 1)?;
    let rows =
        sql.query("SELECT *, typeof(?) AS bound, 1.0 AS whole, NULL AS absent FROM conformance", &[7_i64.into()])?;
    let read = rows.first().ok_or(SqlError::NoRow { what: "inserted" })?;
    expect("text", read.text("t")? == "é\u{1f600}")?;
    expect("largest integer", read.integer("n")? == LARGEST_INTEGER)?;
    expect("real", (read.real("r")? - 0.5).abs() < f64::EPSILON)?;
    expect("bytes", read.blob("b")? == [0, 255])?;
    expect("numbers are bound as doubles", read.text("bound")? == "real")?;
    expect("whole doubles are integers", read.integer("whole")? == 1)?;
    expect("null", read.optional_text("absent")?.is_none())?;
    expect("a missing column is named", read.text("gone").is_err())?;
    expect("too large an integer is refused", sql.query("SELECT ?", &[(LARGEST_INTEGER + 1).into()]).is_err())?;
    expect("too many parameters are refused", sql.query("SELECT 1", &vec![Value::Null; 101]).is_err())?;
    expect(
        "a constraint is told apart",
        matches!(sql.execute(insert, &row("b", "é\u{1f600}")), Err(SqlError::Constraint { .. })),
    )?;
    expect(
        "an unknown table is a fault",
        matches!(sql.query("SELECT 1 FROM gone", &[]), Err(SqlError::Statement { .. })),
    )?;

    let failed: Result<(), SqlError> = transact(sql, "rolled back", |sql| {
        sql.execute(insert, &row("b", "b"))?;
        sql.execute("UPDATE conformance SET n = 1 WHERE gone = 1", &[])?;
        Ok(())
    });
    expect("the first error comes out", matches!(failed, Err(SqlError::Statement { .. })))?;
    transact::<_, SqlError>(sql, "outer", |sql| {
        sql.execute(insert, &row("c", "c"))?;
        let inner: Result<(), SqlError> = transact(sql, "inner", |sql| {
            sql.execute(insert, &row("d", "d"))?;
            Err(SqlError::NoRow { what: "on purpose" })
        });
        expect("the inner part is refused", inner.is_err())
    })?;
    let left = sql.query("SELECT id FROM conformance ORDER BY id", &[])?;
    let ids = left.iter().map(|row| row.text("id")).collect::<Result<Vec<_>, _>>()?;
    expect("only what was refused is undone", ids == ["a", "c"])?;
    expect(
        "an update counts rows, not entries of indexes",
        sql.execute("UPDATE conformance SET n = ?", &[3_i64.into()])? == 2,
    )?;
    expect("nothing changed counts zero", sql.execute("DELETE FROM conformance WHERE id = 'gone'", &[])? == 0)?;
    expect("deleted", sql.execute("DELETE FROM conformance", &[])? == 2)?;
    sql.execute("DROP TABLE conformance", &[])?;
    Ok(())
}
