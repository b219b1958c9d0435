//! Storage behind one small synchronous trait, so that the same SQL runs on an object's SQLite in production
//! and on in-memory SQLite in unit tests.

mod sql;

#[cfg(not(target_arch = "wasm32"))]
mod memory;
#[cfg(target_arch = "wasm32")]
mod object;

#[cfg(not(target_arch = "wasm32"))]
pub use memory::MemorySql;
#[cfg(target_arch = "wasm32")]
pub use object::ObjectSql;
pub use sql::{Row, Sql, SqlError, Value, conformance, transact};
