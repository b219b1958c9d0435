//! Finding cases by words, and by where they lie, what they are about, who has them and whether they are open.
//!
//! SQLite's own full-text index (FTS5) holds one row for each case: `words` is what is looked for, `marks` is what the
//! search is narrowed by. Both are answered by the index alone, the newest case first, so that a search that fits every
//! case costs no more than one that fits few. Who may see a case is one of the marks: what a partner may not see does
//! not even count among what was found. The row is written in the transaction that changes the case.

use shared::{
    case::{Case, CaseNumber, State},
    ids::{AreaId, CaseId, PartnerId, TopicId},
};

use super::{
    Sql, SqlError, Value,
    case_list::{CaseRow, PAGE, rows},
    sql::LARGEST_INTEGER,
};

/// The place of a case in the index. Its number sorts as the case came in.
fn place(number: CaseNumber) -> Value {
    // Serials have at most nine digits; a municipality with more than ten million cases a year is not one.
    (i64::from(number.year()) * 10_000_000 + i64::from(number.serial())).into()
}

/// What a search is narrowed by. A mark is a letter for its kind and the id in hexadecimal, so that it is one token, and
/// that no id is the beginning of another.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Mark<'a> {
    /// May be seen by this partner.
    SeenBy(&'a PartnerId),
    OwnedBy(&'a PartnerId),
    In(&'a AreaId),
    About(&'a TopicId),
    Open,
    Ended,
}

impl Mark<'_> {
    fn token(self) -> String {
        let (kind, id) = match self {
            Self::SeenBy(partner) => ('s', partner.as_str()),
            Self::OwnedBy(partner) => ('o', partner.as_str()),
            Self::In(area) => ('a', area.as_str()),
            Self::About(topic) => ('t', topic.as_str()),
            Self::Open => ('q', "open"),
            Self::Ended => ('q', "ended"),
        };
        let digits = id.bytes().flat_map(|byte| [byte >> 4, byte & 15]);
        let digits: String = digits.filter_map(|digit| char::from_digit(digit.into(), 16)).collect();
        format!("{kind}{digits}z")
    }
}

/// The marks of a case as it stands now.
fn marks(case: &Case) -> String {
    let mut marks = vec![Mark::OwnedBy(case.owner()), Mark::In(&case.received.area_id)];
    marks.extend(case.received.topic_id.as_ref().map(Mark::About));
    marks.push(if matches!(case.state, State::Open(_)) { Mark::Open } else { Mark::Ended });
    // Whoever coordinates sees every case, so those need no mark; a case that is held nobody else sees.
    if !case.is_held() {
        marks.push(Mark::SeenBy(case.owner()));
        marks.extend(case.concerned().into_iter().map(Mark::SeenBy));
        // Who keeps the contact with a neighbourhood watch sees it as well.
        marks.extend(case.agreements().map(|agreements| Mark::SeenBy(&agreements.partner)));
        marks.extend(case.offer().map(|offer| Mark::SeenBy(&offer.to)));
    }
    let tokens: Vec<String> = marks.into_iter().map(Mark::token).collect();
    tokens.join(" ")
}

/// Puts a case into the index as it stands now, in the place of how it stood. `texts` is what may be found.
pub fn put(sql: &dyn Sql, case: &Case, texts: &[&str]) -> Result<(), SqlError> {
    let number = case.received.number;
    // People also say only the second part, without the zeros.
    let mut words = format!("{number} {}", number.serial());
    // Whoever looks for the number in which a case goes on finds it, too.
    for part in
        case.merged_into().map(|number| number.to_string()).iter().map(String::as_str).chain(texts.iter().copied())
    {
        words.push('\n');
        words.push_str(part);
    }
    let marks = marks(case);
    let stood = sql
        .query("SELECT words, marks FROM case_search WHERE rowid = CAST(? AS INTEGER)", &[place(number)])?
        .first()
        .map(|row| Ok::<_, SqlError>((row.text("words")?.to_owned(), row.text("marks")?.to_owned())))
        .transpose()?;
    match stood {
        None => {
            sql.execute(
                "INSERT INTO case_search (rowid, words, marks) VALUES (CAST(? AS INTEGER), ?, ?)",
                &[place(number), words.into(), marks.into()],
            )?;
        }
        Some(stood) if stood == (words.clone(), marks.clone()) => {}
        Some((before, _)) => {
            if before != words {
                // What is only replaced stays in the file: it is overwritten with as many bytes of nothing first.
                sql.execute(
                    "UPDATE case_search SET words = printf('%*s', length(CAST(words AS BLOB)), '')
                     WHERE rowid = CAST(? AS INTEGER)",
                    &[place(number)],
                )?;
            }
            sql.execute(
                "UPDATE case_search SET words = ?, marks = ? WHERE rowid = CAST(? AS INTEGER)",
                &[words.into(), marks.into(), place(number)],
            )?;
        }
    }
    Ok(())
}

/// Some cases that are not in the index: those from before there was one.
pub fn missing(sql: &dyn Sql, most: u32) -> Result<Vec<CaseId>, SqlError> {
    let rows = sql.query(
        "SELECT id FROM case_file WHERE NOT EXISTS (
             SELECT 1 FROM case_search WHERE case_search.rowid = case_file.year * 10000000 + case_file.serial)
         LIMIT ?",
        &[most.into()],
    )?;
    rows.iter().map(|row| row.parsed("case_file", "id", CaseId::parse)).collect()
}

/// What is looked for. Each list is of alternatives; an empty one is no condition.
#[derive(Debug, Clone, Default)]
pub struct Sought<'a> {
    pub words: Vec<String>,
    pub seen_by: Option<&'a PartnerId>,
    pub owner: Option<&'a PartnerId>,
    pub areas: Vec<&'a AreaId>,
    pub topics: Vec<&'a TopicId>,
    pub open: Option<bool>,
}

impl Sought<'_> {
    /// In the language of FTS5; nothing when everything fits.
    fn expression(&self) -> Option<String> {
        let any_of = |marks: Vec<Mark<'_>>| {
            let tokens: Vec<String> = marks.into_iter().map(|mark| format!("\"{}\"", mark.token())).collect();
            (!tokens.is_empty()).then(|| format!("marks : ({})", tokens.join(" OR ")))
        };
        let mut parts: Vec<String> = Vec::new();
        parts.extend(any_of(self.seen_by.map(Mark::SeenBy).into_iter().collect()));
        parts.extend(any_of(self.owner.map(Mark::OwnedBy).into_iter().collect()));
        parts.extend(any_of(self.areas.iter().map(|area| Mark::In(area)).collect()));
        parts.extend(any_of(self.topics.iter().map(|topic| Mark::About(topic)).collect()));
        let state = self.open.map(|open| if open { Mark::Open } else { Mark::Ended });
        parts.extend(any_of(state.into_iter().collect()));
        // Every word, or what begins with it. Quoted, so that nothing that people type is an operator.
        parts.extend(self.words.iter().map(|word| format!("words : (\"{}\"*)", word.replace('"', "\"\""))));
        (!parts.is_empty()).then(|| parts.join(" AND "))
    }
}

/// The parts of what somebody typed that can be looked for: without any of them there is nothing to find.
pub fn words(typed: &str) -> Vec<String> {
    typed
        .split_whitespace()
        .filter(|word| word.chars().any(char::is_alphanumeric))
        .take(MOST_WORDS)
        .map(str::to_owned)
        .collect()
}

/// More words of one search are left out: each is looked up on its own.
const MOST_WORDS: usize = 12;

const FOUND: &str = "
    SELECT case_file.id FROM case_search CROSS JOIN case_file
        ON case_file.year = case_search.rowid / 10000000 AND case_file.serial = case_search.rowid % 10000000
    WHERE case_search MATCH ? AND case_search.rowid < CAST(? AS INTEGER)
    ORDER BY case_search.rowid DESC LIMIT ?";

/// The same when everything fits.
const NEWEST: &str = "
    SELECT id FROM case_file WHERE (year, serial) < (?, ?) ORDER BY year DESC, serial DESC LIMIT ?";

/// A page of what was found, the newest first, and the number it ended with when there is more.
pub fn search(
    sql: &dyn Sql,
    sought: &Sought<'_>,
    before: Option<CaseNumber>,
) -> Result<(Vec<CaseRow>, Option<CaseNumber>), SqlError> {
    let (statement, mut params) = statement(sought, before);
    params.push(u32::try_from(PAGE.saturating_add(1)).unwrap_or(u32::MAX).into());
    let found = sql.query(statement, &params)?;
    let ids = found.iter().take(PAGE).map(|row| row.text("id").map(str::to_owned)).collect::<Result<Vec<_>, _>>()?;
    let cases = rows(sql, &ids)?;
    let end = cases.last().map(|row| row.number).filter(|_| found.len() > PAGE);
    Ok((cases, end))
}

fn statement(sought: &Sought<'_>, before: Option<CaseNumber>) -> (&'static str, Vec<Value>) {
    if let Some(expression) = sought.expression() {
        return (FOUND, vec![expression.into(), before.map_or_else(|| LARGEST_INTEGER.into(), place)]);
    }
    let (year, serial) =
        before.map_or((i64::from(u16::MAX), 0), |last| (i64::from(last.year()), i64::from(last.serial())));
    (NEWEST, vec![year.into(), serial.into()])
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        objects::ObjectClass,
        store::{MemorySql, migrate, testing::Explained},
    };

    #[test]
    fn every_search_is_answered_by_the_index() {
        let memory = MemorySql::new().unwrap();
        migrate(&memory, ObjectClass::Municipality).unwrap();
        let sql = Explained::new(&memory);
        let partner = PartnerId::parse("woonstad").unwrap();
        let areas: Vec<AreaId> = (0..900).map(|number| AreaId::parse(&format!("buurt-{number}")).unwrap()).collect();
        let all = Sought {
            words: words("meer licht"),
            seen_by: Some(&partner),
            owner: Some(&partner),
            areas: areas.iter().collect(),
            topics: vec![],
            open: Some(true),
        };
        let before = "2026-0147".parse().ok();
        for sought in [Sought::default(), all] {
            search(&sql, &sought, None).unwrap();
            search(&sql, &sought, before).unwrap();
        }
        missing(&sql, 10).unwrap();
        for (statement, plan) in sql.take() {
            for step in &plan {
                let virtual_table = step.starts_with("SCAN case_search VIRTUAL TABLE INDEX")
                    || step.starts_with("SCAN wanted VIRTUAL TABLE");
                let in_order = statement.contains("ORDER BY wanted") || !step.contains("TEMP B-TREE");
                // Only the job that fills the index goes through all cases, once.
                let fills = statement.contains("NOT EXISTS");
                let whole = step.starts_with("SCAN") && !step.contains("USING INDEX") && !virtual_table;
                assert!((!whole && in_order) || fills, "{step} in {statement}");
            }
        }
    }

    #[test]
    fn no_mark_is_another_or_begins_one() {
        let (short, long) = (PartnerId::parse("a").unwrap(), PartnerId::parse("ab").unwrap());
        let tokens = [
            Mark::SeenBy(&short).token(),
            Mark::SeenBy(&long).token(),
            Mark::OwnedBy(&short).token(),
            Mark::Open.token(),
            Mark::Ended.token(),
        ];
        for (place, one) in tokens.iter().enumerate() {
            assert!(one.chars().all(|sign| sign.is_ascii_lowercase() || sign.is_ascii_digit()), "{one}");
            assert!(tokens.iter().enumerate().all(|(other, token)| place == other || !token.starts_with(one.as_str())));
        }
    }

    #[test]
    fn signs_are_no_words_and_there_is_an_end_to_them() {
        assert_eq!(words(" licht,  \"* 2026-0147 -"), ["licht,", "2026-0147"]);
        assert_eq!(words(&"a ".repeat(50)).len(), MOST_WORDS);
    }
}
