//! What a municipality is made of: settings, areas, topics, partners and routing rules.
//!
//! Loading replaces what a file names and retires what it leaves out. A retired row is no longer chosen, but cases
//! and polls that refer to it still find its name.

use serde::{Deserialize, Serialize};
use shared::{
    area::{Area, CbsCode},
    ids::{AreaId, PartnerId, RuleId, TopicId},
    partner::Partner,
    proposal::ProposalKind,
    routing::Rule,
    settings::Settings,
    time::{CivilDate, Instant},
    topic::Topic,
};

use super::{Row, Sql, SqlError, json, site, word};

/// The settings; `None` as long as nothing was loaded.
pub fn settings(sql: &dyn Sql) -> Result<Option<Settings>, SqlError> {
    let rows = sql.query("SELECT id, body FROM settings", &[])?;
    let Some(row) = rows.first() else { return Ok(None) };
    let settings: Settings = row.json("settings", "body")?;
    // The file only begins the list; an administrator goes on with it.
    Ok(Some(Settings { sites: site::allowed(sql)?, ..settings }))
}

/// Stores the settings.
pub fn put_settings(sql: &dyn Sql, settings: &Settings, now: Instant) -> Result<(), SqlError> {
    sql.execute(
        "INSERT INTO settings (id, body, rules_version, loaded_at) VALUES (1, ?, 0, ?)
         ON CONFLICT (id) DO UPDATE SET body = excluded.body, loaded_at = excluded.loaded_at",
        &[json(settings)?, now.milliseconds().into()],
    )?;
    Ok(())
}

/// Which rows of a list to read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Which {
    /// What may be chosen now.
    Current,
    /// Retired ones too, for names in what refers to them.
    All,
}

impl Which {
    pub(super) const fn condition(self) -> &'static str {
        match self {
            Self::Current => "WHERE retired_at IS NULL ORDER BY position",
            Self::All => "ORDER BY retired_at IS NOT NULL, position",
        }
    }
}

/// Areas in the order of the file.
pub fn areas(sql: &dyn Sql, which: Which) -> Result<Vec<Area>, SqlError> {
    let rows = sql.query(&format!("SELECT * FROM area {}", which.condition()), &[])?;
    rows.iter().map(read_area).collect()
}

fn read_area(row: &Row) -> Result<Area, SqlError> {
    let year = row.optional_integer("cbs_year")?.and_then(|year| u16::try_from(year).ok());
    let code = row.optional_text("cbs_code")?;
    Ok(Area {
        id: row.parsed("area", "id", AreaId::parse)?,
        parent_id: row.optional_parsed("area", "parent_id", AreaId::parse)?,
        kind: row.word("area", "kind")?,
        name: row.text("name")?.to_owned(),
        cbs: code.zip(year).map(|(code, year)| CbsCode { code: code.to_owned(), year }),
        network_level: row.optional_text("network_level")?.map(|_| row.word("area", "network_level")).transpose()?,
    })
}

/// Where an official has judged, the level of the file is left alone.
pub fn put_areas(sql: &dyn Sql, areas: &[Area], now: Instant) -> Result<(), SqlError> {
    for (area, position) in areas.iter().zip(0_i64..) {
        sql.execute(
            "INSERT INTO area (id, parent_id, kind, name, cbs_code, cbs_year, network_level, position)
             VALUES (?, ?, ?, ?, ?, ?, ?, ?)
             ON CONFLICT (id) DO UPDATE SET parent_id = excluded.parent_id, kind = excluded.kind,
                 name = excluded.name, cbs_code = excluded.cbs_code, cbs_year = excluded.cbs_year,
                 network_level = CASE WHEN EXISTS (
                     SELECT 1 FROM area_level WHERE area_id = excluded.id AND official_id IS NOT NULL
                 ) THEN network_level ELSE excluded.network_level END, position = excluded.position, retired_at = NULL",
            &[
                area.id.as_str().into(),
                area.parent_id.as_ref().map(AreaId::as_str).into(),
                word(&area.kind)?,
                area.name.as_str().into(),
                area.cbs.as_ref().map(|cbs| cbs.code.as_str()).into(),
                area.cbs.as_ref().map(|cbs| i64::from(cbs.year)).into(),
                area.network_level.as_ref().map(word).transpose()?.unwrap_or(super::Value::Null),
                position.into(),
            ],
        )?;
    }
    retire(sql, "area", areas.iter().map(|area| area.id.as_str()), now)
}

/// Topics in the order of the file.
pub fn topics(sql: &dyn Sql, which: Which) -> Result<Vec<Topic>, SqlError> {
    let rows = sql.query(&format!("SELECT * FROM topic {}", which.condition()), &[])?;
    rows.iter()
        .map(|row| {
            Ok(Topic {
                id: row.parsed("topic", "id", TopicId::parse)?,
                parent_id: row.optional_parsed("topic", "parent_id", TopicId::parse)?,
                name: row.json("topic", "name")?,
                help: row.optional_text("help")?.map(|_| row.json("topic", "help")).transpose()?,
            })
        })
        .collect()
}

pub fn put_topics(sql: &dyn Sql, topics: &[Topic], now: Instant) -> Result<(), SqlError> {
    for (topic, position) in topics.iter().zip(0_i64..) {
        sql.execute(
            "INSERT INTO topic (id, parent_id, name, help, position) VALUES (?, ?, ?, ?, ?)
             ON CONFLICT (id) DO UPDATE SET parent_id = excluded.parent_id, name = excluded.name,
                 help = excluded.help, position = excluded.position, retired_at = NULL",
            &[
                topic.id.as_str().into(),
                topic.parent_id.as_ref().map(TopicId::as_str).into(),
                json(&topic.name)?,
                topic.help.as_ref().map(json).transpose()?.unwrap_or(super::Value::Null),
                position.into(),
            ],
        )?;
    }
    retire(sql, "topic", topics.iter().map(|topic| topic.id.as_str()), now)
}

/// Partners in the order of the file.
pub fn partners(sql: &dyn Sql, which: Which) -> Result<Vec<Partner>, SqlError> {
    let rows = sql.query(&format!("SELECT * FROM partner {}", which.condition()), &[])?;
    rows.iter()
        .map(|row| {
            let agreement = row.optional_text("agreement_role")?.map(|_| row.word("partner", "agreement_role"));
            Ok(Partner {
                id: row.parsed("partner", "id", PartnerId::parse)?,
                name: row.text("name")?.to_owned(),
                kind: row.word("partner", "kind")?,
                coordinating: row.boolean("coordinating")?,
                agreement: agreement.transpose()?,
                agreement_until: row.optional_parsed("partner", "agreement_until", str::parse::<CivilDate>)?,
            })
        })
        .collect()
}

pub fn put_partners(sql: &dyn Sql, partners: &[Partner], now: Instant) -> Result<(), SqlError> {
    // Two coordinate at no moment, whatever the order in the file.
    sql.execute("UPDATE partner SET coordinating = 0 WHERE coordinating = 1", &[])?;
    for (partner, position) in partners.iter().zip(0_i64..) {
        sql.execute(
            "INSERT INTO partner (id, name, kind, coordinating, agreement_role, agreement_until, position)
             VALUES (?, ?, ?, ?, ?, ?, ?)
             ON CONFLICT (id) DO UPDATE SET name = excluded.name, kind = excluded.kind,
                 coordinating = excluded.coordinating,
                 agreement_role = CASE care_version WHEN 0 THEN excluded.agreement_role ELSE agreement_role END,
                 agreement_until = CASE care_version WHEN 0 THEN excluded.agreement_until ELSE agreement_until END,
                 position = excluded.position, retired_at = NULL",
            &[
                partner.id.as_str().into(),
                partner.name.as_str().into(),
                word(&partner.kind)?,
                partner.coordinating.into(),
                partner.agreement.as_ref().map(word).transpose()?.unwrap_or(super::Value::Null),
                partner.agreement_until.map(|date| date.to_string()).into(),
                position.into(),
            ],
        )?;
    }
    retire(sql, "partner", partners.iter().map(|partner| partner.id.as_str()), now)
}

/// What stands in a rule's column `conditions`.
#[derive(Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
struct Conditions {
    topic_ids: Vec<TopicId>,
    area_ids: Vec<AreaId>,
    kinds: Vec<ProposalKind>,
    supporting: Vec<PartnerId>,
}

/// The routing rules in order, and which version of them this is.
pub fn rules(sql: &dyn Sql) -> Result<(Vec<Rule>, u64), SqlError> {
    let rows = sql.query(&format!("SELECT * FROM rule {}", Which::Current.condition()), &[])?;
    let rules = rows
        .iter()
        .map(|row| {
            let Conditions { topic_ids, area_ids, kinds, supporting } = row.json("rule", "conditions")?;
            Ok(Rule {
                id: row.parsed("rule", "id", RuleId::parse)?,
                topic_ids,
                area_ids,
                kinds,
                lead: row.parsed("rule", "lead", PartnerId::parse)?,
                supporting,
                answer_days: u16::try_from(row.integer("answer_days")?).unwrap_or(u16::MAX),
            })
        })
        .collect::<Result<Vec<_>, SqlError>>()?;
    let version = sql.query("SELECT rules_version FROM settings", &[])?;
    let version = version.first().ok_or(SqlError::NoRow { what: "settings" })?.integer("rules_version")?;
    Ok((rules, version.unsigned_abs()))
}

/// Puts these rules in force, as a new version; `rule_set` keeps who saved it. The settings have to be there.
pub(super) fn put_rules(sql: &dyn Sql, rules: &[Rule], now: Instant) -> Result<(), SqlError> {
    for (rule, position) in rules.iter().zip(0_i64..) {
        let conditions = Conditions {
            topic_ids: rule.topic_ids.clone(),
            area_ids: rule.area_ids.clone(),
            kinds: rule.kinds.clone(),
            supporting: rule.supporting.clone(),
        };
        sql.execute(
            "INSERT INTO rule (id, lead, conditions, answer_days, position) VALUES (?, ?, ?, ?, ?)
             ON CONFLICT (id) DO UPDATE SET lead = excluded.lead, conditions = excluded.conditions,
                 answer_days = excluded.answer_days, position = excluded.position, retired_at = NULL",
            &[
                rule.id.as_str().into(),
                rule.lead.as_str().into(),
                json(&conditions)?,
                i64::from(rule.answer_days).into(),
                position.into(),
            ],
        )?;
    }
    retire(sql, "rule", rules.iter().map(|rule| rule.id.as_str()), now)?;
    sql.execute("UPDATE settings SET rules_version = rules_version + 1", &[])?;
    Ok(())
}

/// Retires what is not among the ids. One parameter however many there are.
pub(super) fn retire<'a>(
    sql: &dyn Sql,
    table: &'static str,
    ids: impl Iterator<Item = &'a str>,
    now: Instant,
) -> Result<(), SqlError> {
    sql.execute(
        &format!(
            "UPDATE {table} SET retired_at = ?
             WHERE retired_at IS NULL AND id NOT IN (SELECT value FROM json_each(?))"
        ),
        &[now.milliseconds().into(), json(&ids.collect::<Vec<_>>())?],
    )?;
    Ok(())
}
