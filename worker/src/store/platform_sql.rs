//! The SQLite of a Durable Object.

use std::{cell::RefCell, rc::Rc};

use js_sys::Uint8Array;
use wasm_bindgen::{JsCast, JsValue};
use worker::{SqlCursor, SqlStorage, SqlStorageValue, Storage};

use super::sql::{MOST_PARAMETERS, Row, Sql, SqlError, Value, bindable, number};
use crate::platform;

/// The database of the object that this code runs in.
pub struct ObjectSql {
    storage: Storage,
    sql: SqlStorage,
    /// What its statements have written, entries of indexes too.
    #[cfg(feature = "test-control")]
    written: std::cell::Cell<usize>,
}

impl ObjectSql {
    pub fn new(storage: Storage) -> Self {
        let sql = storage.sql();
        Self {
            storage,
            sql,
            #[cfg(feature = "test-control")]
            written: std::cell::Cell::default(),
        }
    }

    /// What this database has written since the object came into memory, as the platform counts it.
    #[cfg(feature = "test-control")]
    pub fn rows_written(&self) -> usize {
        self.written.get()
    }

    fn run(&self, sql: &str, params: &[Value]) -> Result<SqlCursor, SqlError> {
        if params.len() > MOST_PARAMETERS {
            return Err(SqlError::TooManyParameters { count: params.len() });
        }
        let params = params.iter().map(to_js).collect::<Result<Vec<_>, _>>()?;
        self.sql.exec_raw(sql, params).map_err(|error| SqlError::from_message(sql, error.to_string()))
    }
}

impl Sql for ObjectSql {
    fn execute(&self, sql: &str, params: &[Value]) -> Result<u64, SqlError> {
        let cursor = self.run(sql, params)?;
        // A statement with RETURNING is done only when its rows are read.
        rows(&cursor, sql)?;
        #[cfg(feature = "test-control")]
        self.written.set(self.written.get().saturating_add(cursor.rows_written()));
        if cursor.rows_written() == 0 {
            return Ok(0);
        }
        // The cursor's own figure counts entries of indexes too.
        let rows = self.query("SELECT changes() AS changed", &[])?;
        let changed = rows.first().ok_or(SqlError::NoRow { what: "changes()" })?.integer("changed")?;
        Ok(changed.unsigned_abs())
    }

    fn query(&self, sql: &str, params: &[Value]) -> Result<Vec<Row>, SqlError> {
        let cursor = self.run(sql, params)?;
        let columns: Rc<[String]> = cursor.column_names().into();
        let rows = rows(&cursor, sql)?.into_iter();
        Ok(rows.map(|values| Row::new(Rc::clone(&columns), values)).collect())
    }

    fn transaction(&self, name: &'static str, body: &mut dyn FnMut() -> Result<(), SqlError>) -> Result<(), SqlError> {
        // Our own error cannot travel through JavaScript; it waits here while a thrown value rolls back.
        let refusal = RefCell::new(None);
        let done = platform::transaction_sync(&self.storage, &mut || match body() {
            Ok(()) => Ok(JsValue::UNDEFINED),
            Err(error) => {
                refusal.replace(Some(error));
                Err(JsValue::from_str(name))
            }
        });
        match (done, refusal.into_inner()) {
            (Ok(()), None) => Ok(()),
            (_, Some(error)) => Err(error),
            (Err(thrown), None) => Err(SqlError::from_message(name, words(&thrown))),
        }
    }
}

/// All rows that are left. The first fault ends the reading.
fn rows(cursor: &SqlCursor, sql: &str) -> Result<Vec<Vec<Value>>, SqlError> {
    cursor
        .raw()
        .map(|row| {
            let row = row.map_err(|error| SqlError::from_message(sql, error.to_string()))?;
            Ok(row.into_iter().map(from_platform).collect())
        })
        .collect()
}

fn words(thrown: &JsValue) -> String {
    thrown.dyn_ref::<js_sys::Error>().map_or_else(|| format!("{thrown:?}"), |error| String::from(error.message()))
}

fn to_js(value: &Value) -> Result<JsValue, SqlError> {
    Ok(match value {
        Value::Null => JsValue::NULL,
        Value::Integer(integer) => JsValue::from_f64(bindable(*integer)?),
        Value::Real(real) => JsValue::from_f64(*real),
        Value::Text(text) => JsValue::from_str(text),
        Value::Blob(bytes) => Uint8Array::from(bytes.as_slice()).into(),
    })
}

#[expect(clippy::cast_precision_loss, reason = "JavaScript gave it as a double")]
fn from_platform(value: SqlStorageValue) -> Value {
    match value {
        SqlStorageValue::Null => Value::Null,
        SqlStorageValue::Boolean(truth) => truth.into(),
        SqlStorageValue::Integer(integer) => number(integer as f64),
        SqlStorageValue::Float(real) => number(real),
        SqlStorageValue::String(text) => Value::Text(text),
        SqlStorageValue::Blob(bytes) => Value::Blob(bytes),
    }
}
