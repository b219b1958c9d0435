//! Officials: persons of one partner.

use shared::{
    ids::{OfficialId, PartnerId},
    partner::Official,
    time::Instant,
};

use super::{
    Row, Sql, SqlError,
    municipality::{Which, retire},
    word,
};

fn read(row: &Row) -> Result<Official, SqlError> {
    Ok(Official {
        id: row.parsed("official", "id", OfficialId::parse)?,
        partner_id: row.parsed("official", "partner_id", PartnerId::parse)?,
        name: row.text("name")?.to_owned(),
        email: row.text("email")?.to_owned(),
        role: row.word("official", "role")?,
        active: row.boolean("active")? && row.optional_integer("retired_at")?.is_none(),
        language: row.word("official", "language")?,
    })
}

/// Officials in the order of the file. A retired one counts as not active.
pub fn all(sql: &dyn Sql, which: Which) -> Result<Vec<Official>, SqlError> {
    let rows = sql.query(&format!("SELECT * FROM official {}", which.condition()), &[])?;
    rows.iter().map(read).collect()
}

/// One official, retired ones too.
pub fn find(sql: &dyn Sql, id: &OfficialId) -> Result<Option<Official>, SqlError> {
    let rows = sql.query("SELECT * FROM official WHERE id = ?", &[id.as_str().into()])?;
    rows.first().map(read).transpose()
}

/// One official who is active now.
pub fn find_active(sql: &dyn Sql, id: &OfficialId) -> Result<Option<Official>, SqlError> {
    Ok(find(sql, id)?.filter(|official| official.active))
}

pub fn put(sql: &dyn Sql, officials: &[Official], now: Instant) -> Result<(), SqlError> {
    for (official, position) in officials.iter().zip(0_i64..) {
        sql.execute(
            "INSERT INTO official (id, partner_id, name, email, role, active, language, position)
             VALUES (?, ?, ?, ?, ?, ?, ?, ?)
             ON CONFLICT (id) DO UPDATE SET partner_id = excluded.partner_id, name = excluded.name,
                 email = excluded.email, role = excluded.role, active = excluded.active,
                 language = excluded.language, position = excluded.position, retired_at = NULL",
            &[
                official.id.as_str().into(),
                official.partner_id.as_str().into(),
                official.name.as_str().into(),
                official.email.as_str().into(),
                word(&official.role)?,
                official.active.into(),
                word(&official.language)?,
                position.into(),
            ],
        )?;
    }
    retire(sql, "official", officials.iter().map(|official| official.id.as_str()), now)
}
