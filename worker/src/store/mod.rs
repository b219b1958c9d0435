//! Storage behind one small synchronous trait, so that the same SQL runs on an object's SQLite in production
//! and on in-memory SQLite in unit tests.
//!
//! One file per aggregate, with the SQL beside the row that reads it. No HTTP here, and nothing of the wire.

mod sql;

mod migrate;

pub mod directory;
pub mod object;

pub mod municipality;
pub mod official;
pub mod partner_care;
pub mod rule_set;
pub mod session;
pub mod site;

pub mod ballot;
pub mod case;
pub mod case_list;
pub mod case_search;
pub mod contact;
pub mod device;
pub mod mailed;
pub mod pledge;
pub mod poll;
pub mod raw_export;
pub mod report_reader;
pub mod residents;
pub mod standard_text;
pub mod task;
pub mod written;

pub mod area_care;
pub mod area_map;
pub mod audit;
pub mod formal_rights;
pub mod house_style;
pub mod idempotency;
pub mod job;
pub mod outbox;
pub mod postcode;
pub mod takeover;
pub mod webhook;

#[cfg(not(target_arch = "wasm32"))]
mod memory;
#[cfg(target_arch = "wasm32")]
mod platform_sql;
#[cfg(test)]
mod testing;

#[cfg(not(target_arch = "wasm32"))]
pub use memory::MemorySql;
pub use migrate::migrate;
#[cfg(target_arch = "wasm32")]
pub use platform_sql::ObjectSql;
pub use sql::{Row, Sql, SqlError, Value, conformance, json, transact, word};
