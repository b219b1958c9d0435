//! Directory: slug → municipality. Filled in later.

use crate::store::Sql;

pub(super) fn handle(_sql: &dyn Sql, _operation: &str, _body: &[u8]) -> (u16, Vec<u8>) {
    (404, Vec::new())
}
