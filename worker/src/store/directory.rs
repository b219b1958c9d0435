//! The municipalities that exist, in the Directory.

use shared::{ids::Slug, time::Instant};

use super::{Sql, SqlError};

pub fn is_known(sql: &dyn Sql, slug: &Slug) -> Result<bool, SqlError> {
    Ok(!sql.query("SELECT 1 FROM municipality WHERE slug = ?", &[slug.as_str().into()])?.is_empty())
}

pub fn register(sql: &dyn Sql, slug: &Slug, now: Instant) -> Result<(), SqlError> {
    sql.execute(
        "INSERT INTO municipality (slug, registered_at) VALUES (?, ?) ON CONFLICT DO NOTHING",
        &[slug.as_str().into(), now.milliseconds().into()],
    )?;
    Ok(())
}

pub fn list(sql: &dyn Sql) -> Result<Vec<Slug>, SqlError> {
    let rows = sql.query("SELECT slug FROM municipality ORDER BY slug", &[])?;
    rows.iter().map(|row| row.parsed("municipality", "slug", Slug::parse)).collect()
}
