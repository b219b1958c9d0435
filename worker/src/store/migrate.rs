//! Brings the tables of an object up to date when it is opened.
//!
//! Steps are numbered files that are never edited after they have landed; a change is a new step. A step is known
//! by its name, so that parts that are built side by side each add their own. `PRAGMA user_version` is refused
//! by the platform, so what has been done stands in a table.

use super::{Sql, SqlError, transact};
use crate::objects::ObjectClass;

/// A file of SQL.
pub(super) struct Step {
    name: &'static str,
    sql: &'static str,
}

macro_rules! steps {
    ($class:literal: $($name:literal),* $(,)?) => {
        &[$(Step { name: $name, sql: include_str!(concat!("migrations/", $class, "/", $name, ".sql")) }),*]
    };
}

/// All steps of a class, in order.
pub(super) fn steps(class: ObjectClass) -> &'static [Step] {
    match class {
        ObjectClass::Directory => steps!("directory": "0001_core"),
        ObjectClass::Municipality => steps!("municipality":
            "0001_core",
            "0002_polls",
            "0003_cases",
            "0004_raw_exports",
            "0005_case_support",
            "0006_poll_serial",
            "0007_messages",
            "0008_poll_corrections",
            "0009_report_readers",
            "0010_residents",
            "0011_area_map",
            "0012_rule_sets",
            "0013_partner_care",
            "0014_case_merged",
            "0015_standard_texts",
            "0016_webhooks",
            "0017_overviews",
            "0018_pledges",
            "0019_postcodes",
            "0020_mailed",
            "0021_neighbourhood_watch",
            "0022_case_search",
            "0023_areas",
            "0024_tasks",
            "0025_case_what",
            "0026_house_style",
            "0027_pledge_limits",
            "0028_sites",
            "0029_earlier_scans",
            "0030_pledge_purpose",
            "0031_formal_rights",
            "0032_takeover",
            "0033_device",
        ),
        ObjectClass::BallotBox => steps!("ballot_box":
            "0001_core",
            "0002_ballots",
            "0003_tally",
            "0004_text_tags",
        ),
    }
}

/// Runs the steps that have not been run, each in a transaction of its own with the note that it has been.
pub fn migrate(sql: &dyn Sql, class: ObjectClass) -> Result<(), SqlError> {
    migrate_to(sql, steps(class))
}

fn migrate_to(sql: &dyn Sql, steps: &[Step]) -> Result<(), SqlError> {
    sql.execute("CREATE TABLE IF NOT EXISTS migration (name TEXT NOT NULL PRIMARY KEY) STRICT", &[])?;
    let done = sql.query("SELECT name FROM migration", &[])?;
    let done = done.iter().map(|row| row.text("name")).collect::<Result<Vec<_>, _>>()?;
    for step in steps.iter().filter(|step| !done.contains(&step.name)) {
        transact::<_, SqlError>(sql, step.name, |sql| {
            sql.execute(step.sql, &[])?;
            sql.execute("INSERT INTO migration (name) VALUES (?)", &[step.name.into()])?;
            Ok(())
        })?;
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::store::MemorySql;

    const CLASSES: [ObjectClass; 3] = [ObjectClass::Directory, ObjectClass::Municipality, ObjectClass::BallotBox];

    fn schema(sql: &dyn Sql) -> Vec<String> {
        let rows = sql.query("SELECT sql FROM sqlite_schema WHERE sql IS NOT NULL ORDER BY name", &[]).unwrap();
        rows.iter().map(|row| row.text("sql").unwrap().to_owned()).collect()
    }

    #[test]
    fn every_older_step_leads_to_the_same_tables() {
        for class in CLASSES {
            let whole = MemorySql::new().unwrap();
            migrate(&whole, class).unwrap();
            for older in 0..steps(class).len() {
                let sql = MemorySql::new().unwrap();
                migrate_to(&sql, &steps(class)[..older]).unwrap();
                migrate(&sql, class).unwrap();
                migrate(&sql, class).unwrap();
                assert_eq!(schema(&sql), schema(&whole), "{class:?} from step {older}");
            }
        }
    }

    #[test]
    fn every_table_is_strict() {
        for class in CLASSES {
            let sql = MemorySql::new().unwrap();
            migrate(&sql, class).unwrap();
            let tables = sql.query("SELECT name, strict FROM pragma_table_list WHERE schema = 'main'", &[]).unwrap();
            for table in tables {
                let name = table.text("name").unwrap();
                // SQLite makes its own tables, and those of a full-text index, as it likes.
                let own = name.starts_with("sqlite_") || name.starts_with("case_search");
                assert!(own || table.boolean("strict").unwrap(), "{class:?}: {name}");
            }
        }
    }

    #[test]
    fn a_step_that_fails_leaves_nothing() {
        let broken =
            Step { name: "0002_broken", sql: "CREATE TABLE half (id TEXT) STRICT; CREATE TABLE half (id TEXT)" };
        let sql = MemorySql::new().unwrap();
        assert!(migrate_to(&sql, &[broken]).is_err());
        assert_eq!(schema(&sql).len(), 1);
    }

    /// The platform refuses a comment after the last statement; SQLite itself does not mind.
    #[test]
    fn no_step_ends_with_a_comment() {
        for step in CLASSES.into_iter().flat_map(steps) {
            let last = step.sql.lines().rev().find(|line| !line.trim().is_empty()).unwrap_or_default();
            assert!(!last.trim_start().starts_with("--"), "{}", step.name);
            assert!(last.split("--").next().unwrap_or_default().trim_end().ends_with(';'), "{}", step.name);
        }
    }

    #[test]
    fn rules_from_before_their_history_are_its_first_set() {
        let sql = MemorySql::new().unwrap();
        let before = steps(ObjectClass::Municipality).iter().take_while(|step| step.name != "0012_rule_sets").count();
        migrate_to(&sql, &steps(ObjectClass::Municipality)[..before]).unwrap();
        let conditions = r#"{"topicIds":["licht"],"areaIds":[],"kinds":["idea"],"supporting":["b"]}"#;
        sql.execute(
            &format!(
                "INSERT INTO settings VALUES (1, '{{}}', 7, 5);
                 INSERT INTO partner VALUES ('a', 'A', 'police', 0, NULL, 0, NULL);
                 INSERT INTO rule VALUES ('late', 'a', '{conditions}', 3, 1, NULL), ('gone', 'a', '{{}}', 3, 0, 1),
                     ('first', 'a', '{conditions}', 2, 0, NULL)"
            ),
            &[],
        )
        .unwrap();
        migrate(&sql, ObjectClass::Municipality).unwrap();
        let (set, rules) = crate::store::rule_set::find(&sql, 7).unwrap().unwrap();
        assert_eq!((set.author, set.taken_from), (None, None));
        assert_eq!(rules, crate::store::municipality::rules(&sql).unwrap().0);
        assert_eq!(rules.iter().map(|rule| rule.id.as_str()).collect::<Vec<_>>(), ["first", "late"]);
    }

    #[test]
    fn counts_from_before_the_tally_stay() {
        let sql = MemorySql::new().unwrap();
        migrate_to(&sql, &steps(ObjectClass::BallotBox)[..2]).unwrap();
        sql.execute(
            r#"INSERT INTO counter VALUES ('noord', '', '"answered"', 3), ('', 'veilig', '{"option":"ja"}', 2);
               INSERT INTO channel_counter VALUES ('paper', 3)"#,
            &[],
        )
        .unwrap();
        migrate(&sql, ObjectClass::BallotBox).unwrap();
        let (counts, channels) = crate::store::ballot::counts(&sql).unwrap();
        assert_eq!(counts.ballots(), 3);
        assert_eq!(
            counts.total(Some(&"veilig".parse().unwrap()), &shared::tally::Row::Option("ja".parse().unwrap())),
            2
        );
        assert_eq!(channels.get("paper"), Some(&3));
    }
}
