//! Lists of cases, read page by page.
//!
//! A page is found along indexes that have the order of the list ("keyset"): it starts where the one before ended, and
//! costs the same wherever that is. What a list is made of ([`Part`]) each has an index of its own; the statements look
//! for keys only, and the rows are read for the cases of the page. `cargo test case_list` asks SQLite for its plans.

use std::collections::BTreeMap;

use shared::{
    case::{CaseNumber, PublicStatus},
    ids::{AreaId, CaseId, PartnerId, TopicId},
    proposal::ProposalKind,
    time::CivilDate,
};

use super::{
    Row, Sql, SqlError, Value,
    case::{kind, number},
    json,
};

/// The most cases of one page: more nobody reads at once, and an answer of this size arrives on a phone.
pub const PAGE: usize = 100;

/// A case as it stands in a list.
#[expect(clippy::struct_excessive_bools, reason = "each is a fact of its own that lists show")]
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CaseRow {
    pub id: CaseId,
    pub number: CaseNumber,
    /// What the resident wrote; none once erased.
    pub what: Option<String>,
    pub kind: ProposalKind,
    pub topic_id: Option<TopicId>,
    pub area_id: AreaId,
    pub owner: PartnerId,
    pub status: PublicStatus,
    pub received_on: CivilDate,
    pub promise: Option<CivilDate>,
    pub escalated: bool,
    pub held: bool,
    pub offered_to: Option<PartnerId>,
    pub waiting: bool,
    /// How often others said no, or nothing, since it has the owner it has.
    pub refusals: u32,
    /// The owner has it because others refused twice.
    pub returned: bool,
    pub threatened: bool,
    /// The case in which it goes on.
    pub merged_into: Option<CaseNumber>,
}

/// A case with the first text of it, and what its events say about the offers since the last change of owner.
const COLUMNS: &str = "
    case_file.*, case_text.words,
        (SELECT count(*) FROM case_event
         WHERE case_id = case_file.id AND kind IN ('handoverDeclined', 'handoverExpired') AND number > coalesce(
             (SELECT max(number) FROM case_event WHERE case_id = case_file.id AND kind = 'ownerChanged'), 0)
        ) AS refusals,
        coalesce((SELECT json_extract(body, '$.why') = 'secondRefusal' FROM case_event
         WHERE case_id = case_file.id AND kind = 'ownerChanged' ORDER BY number DESC LIMIT 1), 0) AS returned";

/// Partners to which no message goes today; what they have comes to the coordinators.
#[derive(Debug, Clone, Copy)]
pub struct UnreachedPartners<'a>(pub &'a [PartnerId]);

/// Which cases to list. Held ones are for coordinators.
#[derive(Debug, Clone, Copy)]
pub enum Listing<'a> {
    /// Open, offered to this partner or owned by it; for coordinators also those of others that are so late that they
    /// were told, or that nobody would hear of. What was offered first, then what is late elsewhere, then the oldest
    /// promise first.
    OpenOf { partner: &'a PartnerId, for_coordinator: Option<UnreachedPartners<'a>> },
    /// Open, owned by another partner that this one helps; the oldest promise first.
    SupportedBy { partner: &'a PartnerId },
    /// Open, of everybody or of one owner; the oldest promise first.
    Open { owner: Option<&'a PartnerId> },
    /// What only a coordinator can go on with: held for review, or the resident is threatened. Threats first, and of each
    /// what came in first.
    Held,
    /// Ended, of this partner; the newest first.
    EndedOf { partner: &'a PartnerId },
    /// Ended, of everybody; the newest first.
    Ended,
}

/// In which order a part of a list is read, and what the key of a case is in it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Order {
    /// The oldest promise first.
    Promise,
    /// In order of receipt.
    Receipt,
    /// The last one that ended first.
    Ended,
}

impl Order {
    const fn key(self) -> &'static str {
        match self {
            Self::Promise => "promise",
            Self::Receipt => "''",
            Self::Ended => "ended_at",
        }
    }

    /// What comes after a place, and the order. Every column of the comparison stands in the part's index.
    const fn clauses(self) -> (&'static str, &'static str) {
        match self {
            Self::Promise => ("AND (promise, year, serial) > (?, ?, ?)", "promise, year, serial"),
            Self::Receipt => ("AND (year, serial) > (?, ?)", "year, serial"),
            Self::Ended => ("AND (ended_at, year, serial) < (?, ?, ?)", "ended_at DESC, year DESC, serial DESC"),
        }
    }
}

/// A part of a list: cases that one index has in order. All parts of a rank are merged; a lower rank comes first.
struct Part {
    rank: u8,
    from: &'static str,
    condition: &'static str,
    params: Vec<Value>,
    order: Order,
}

impl Part {
    fn new(rank: u8, order: Order, condition: &'static str, params: Vec<Value>) -> Self {
        Self { rank, from: "case_file", condition, params, order }
    }

    /// The statement for the keys of so many cases, and its parameters.
    fn statement(&self, after: Option<&Place>, limit: usize) -> (String, Vec<Value>) {
        let Self { from, condition, order, .. } = self;
        let (after_clause, by) = order.clauses();
        let mut params = self.params.clone();
        if let Some(place) = after {
            match order {
                Order::Receipt => {}
                Order::Promise => params.push(place.key.as_str().into()),
                Order::Ended => params.push(place.key.parse::<i64>().unwrap_or(i64::MIN >> 11).into()),
            }
            params.extend([i64::from(place.number.year()).into(), place.number.serial().into()]);
        }
        params.push(u32::try_from(limit).unwrap_or(u32::MAX).into());
        let after_clause = if after.is_some() { after_clause } else { "" };
        let key = order.key();
        let id = if *from == "case_file" { "id" } else { "case_id AS id" };
        let statement = format!(
            "SELECT {id}, CAST({key} AS TEXT) AS key, year, serial FROM {from}
             WHERE {condition} {after_clause} ORDER BY {by} LIMIT ?"
        );
        (statement, params)
    }
}

/// Where a page ends: the key of its last case.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Place {
    rank: u8,
    key: String,
    number: CaseNumber,
}

impl Place {
    /// `2~2026-12-01~2026-0147`.
    pub fn write(&self) -> String {
        format!("{}~{}~{}", self.rank, self.key, self.number)
    }

    /// Nothing when no page ended there.
    pub fn read(text: &str) -> Option<Self> {
        let mut parts = text.split('~');
        let (rank, key, number) = (parts.next()?.parse().ok()?, parts.next()?, parts.next()?.parse().ok()?);
        let plain = key.len() <= 20 && key.bytes().all(|byte| byte.is_ascii_digit() || byte == b'-');
        (plain && parts.next().is_none()).then(|| Self { rank, key: key.to_owned(), number })
    }
}

/// The parts of a list, in the order of their ranks.
fn parts(listing: Listing<'_>) -> Vec<Part> {
    use Order::{Ended, Promise, Receipt};
    let of = |partner: &PartnerId| vec![Value::from(partner.as_str())];
    match listing {
        Listing::OpenOf { partner, for_coordinator: None } => vec![
            Part::new(0, Promise, "state = 'open' AND offered_to = ? AND held = 0", of(partner)),
            Part::new(2, Promise, "state = 'open' AND owner = ? AND held = 0", of(partner)),
        ],
        Listing::OpenOf { partner, for_coordinator: Some(UnreachedPartners(unreached)) } => {
            let two = |one: &PartnerId| vec![one.as_str().into(), partner.as_str().into()];
            let late = "state = 'open' AND escalated = 1 AND owner <> ? AND (offered_to IS NULL OR offered_to <> ?)";
            let of_nobody =
                "state = 'open' AND owner = ? AND escalated = 0 AND (offered_to IS NULL OR offered_to <> ?)";
            let mut parts = vec![
                Part::new(0, Promise, "state = 'open' AND offered_to = ?", of(partner)),
                Part::new(1, Promise, late, two(partner)),
                Part::new(2, Promise, "state = 'open' AND owner = ?", of(partner)),
            ];
            let others = unreached.iter().filter(|one| *one != partner);
            parts.extend(others.map(|one| Part::new(2, Promise, of_nobody, two(one))));
            parts
        }
        Listing::SupportedBy { partner } => {
            let condition = "partner = ? AND promise IS NOT NULL
                 AND (SELECT held FROM case_file WHERE case_file.id = case_id) = 0";
            vec![Part { from: "case_support", ..Part::new(0, Promise, condition, of(partner)) }]
        }
        Listing::Open { owner: Some(owner) } => {
            vec![Part::new(0, Promise, "state = 'open' AND owner = ?", of(owner))]
        }
        Listing::Open { owner: None } => vec![Part::new(0, Promise, "state = 'open'", vec![])],
        Listing::Held => vec![
            Part::new(0, Receipt, "threatened = 1", vec![]),
            Part::new(1, Receipt, "held = 1 AND threatened = 0 AND state <> 'withdrawn'", vec![]),
        ],
        Listing::EndedOf { partner } => {
            vec![Part::new(0, Ended, "state <> 'open' AND owner = ? AND held = 0", of(partner))]
        }
        Listing::Ended => vec![Part::new(0, Ended, "state <> 'open'", vec![])],
    }
}

/// A page of a list, and where it ended when there is more.
pub fn list(
    sql: &dyn Sql,
    listing: Listing<'_>,
    after: Option<&Place>,
) -> Result<(Vec<CaseRow>, Option<Place>), SqlError> {
    let parts = parts(listing);
    let mut found: Vec<(Place, String)> = Vec::new();
    for rank in 0..=2 {
        if found.len() > PAGE || after.is_some_and(|place| rank < place.rank) {
            continue;
        }
        let after = after.filter(|place| place.rank == rank);
        let mut of_rank = Vec::new();
        let mut newest_first = false;
        for part in parts.iter().filter(|part| part.rank == rank) {
            newest_first = part.order == Order::Ended;
            // One more than a page says whether there is a next one.
            let (statement, params) = part.statement(after, PAGE.saturating_add(1));
            for row in sql.query(&statement, &params)? {
                let place = Place { rank, key: row.text("key")?.to_owned(), number: number(&row)? };
                of_rank.push((place, row.text("id")?.to_owned()));
            }
        }
        // One part comes in order; several are put together. Keys of several are days, which sort as text.
        if !newest_first {
            of_rank.sort_by(|(one, _), (other, _)| (&one.key, one.number).cmp(&(&other.key, other.number)));
        }
        found.extend(of_rank);
    }
    let more = found.len() > PAGE;
    found.truncate(PAGE);
    let end = found.last().map(|(place, _)| place.clone()).filter(|_| more);
    let ids: Vec<String> = found.into_iter().map(|(_, id)| id).collect();
    Ok((rows(sql, &ids)?, end))
}

/// What is shown of these cases, in their order.
pub(super) fn rows(sql: &dyn Sql, ids: &[String]) -> Result<Vec<CaseRow>, SqlError> {
    let rows = sql.query(
        // The order of the join is given: these cases, each by its id.
        &format!(
            "SELECT {COLUMNS} FROM json_each(?) AS wanted CROSS JOIN case_file ON case_file.id = wanted.value
             CROSS JOIN case_text ON case_text.id = case_file.what ORDER BY wanted.key"
        ),
        &[json(&ids)?],
    )?;
    rows.iter().map(read).collect()
}

/// How many open cases each partner has; partners without any are not there.
pub fn open_by_owner(sql: &dyn Sql) -> Result<BTreeMap<PartnerId, u32>, SqlError> {
    let rows = sql.query("SELECT owner, count(*) AS cases FROM case_file WHERE state = 'open' GROUP BY owner", &[])?;
    rows.iter().map(|row| Ok((row.parsed("case_file", "owner", PartnerId::parse)?, count(row, "cases")?))).collect()
}

/// How it stands with the open cases of one partner.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Standing {
    pub open: u32,
    /// Whose promise has passed.
    pub late: u32,
    /// So late that the coordinators were told.
    pub escalated: u32,
    /// Promised for one of the days up to and with the seventh from now.
    pub this_week: u32,
    /// Another partner was asked to take it over.
    pub offered: u32,
    pub by_status: BTreeMap<PublicStatus, u32>,
}

const OVERVIEW: &str = "
    SELECT owner, status, count(*) AS cases, sum(promise < ?) AS late, sum(escalated) AS escalated,
        sum(promise BETWEEN ? AND ?) AS this_week, sum(offered_to IS NOT NULL) AS offered
    FROM case_file WHERE state = 'open' GROUP BY owner, status";

/// How it stands with the open cases of each partner that has any. Reads an index, no case.
pub fn overview(sql: &dyn Sql, today: CivilDate) -> Result<BTreeMap<PartnerId, Standing>, SqlError> {
    let day = today.to_string();
    let rows =
        sql.query(OVERVIEW, &[day.as_str().into(), day.as_str().into(), today.plus_days(7).to_string().into()])?;
    let mut standings: BTreeMap<PartnerId, Standing> = BTreeMap::new();
    for row in &rows {
        let standing = standings.entry(row.parsed("case_file", "owner", PartnerId::parse)?).or_default();
        let cases = count(row, "cases")?;
        standing.by_status.insert(row.word("case_file", "status")?, cases);
        for (sum, column) in [
            (&mut standing.open, "cases"),
            (&mut standing.late, "late"),
            (&mut standing.escalated, "escalated"),
            (&mut standing.this_week, "this_week"),
            (&mut standing.offered, "offered"),
        ] {
            *sum = sum.saturating_add(count(row, column)?);
        }
    }
    Ok(standings)
}

fn count(row: &Row, column: &str) -> Result<u32, SqlError> {
    Ok(u32::try_from(row.integer(column)?).unwrap_or(u32::MAX))
}

/// One case as it stands in a list.
pub fn row(sql: &dyn Sql, id: &CaseId) -> Result<Option<CaseRow>, SqlError> {
    let rows = sql.query(
        &format!(
            "SELECT {COLUMNS} FROM case_file JOIN case_text ON case_text.id = case_file.what WHERE case_file.id = ?"
        ),
        &[id.as_str().into()],
    )?;
    rows.first().map(read).transpose()
}

fn read(row: &Row) -> Result<CaseRow, SqlError> {
    const TABLE: &str = "case_file";
    Ok(CaseRow {
        id: row.parsed(TABLE, "id", CaseId::parse)?,
        number: number(row)?,
        what: row.optional_text("words")?.map(str::to_owned),
        kind: kind(row)?,
        topic_id: row.optional_parsed(TABLE, "topic_id", TopicId::parse)?,
        area_id: row.parsed(TABLE, "area_id", AreaId::parse)?,
        owner: row.parsed(TABLE, "owner", PartnerId::parse)?,
        status: row.word(TABLE, "status")?,
        received_on: row.parsed(TABLE, "received_on", str::parse::<CivilDate>)?,
        promise: row.optional_parsed(TABLE, "promise", str::parse::<CivilDate>)?,
        escalated: row.boolean("escalated")?,
        held: row.boolean("held")?,
        offered_to: row.optional_parsed(TABLE, "offered_to", PartnerId::parse)?,
        waiting: row.boolean("waiting")?,
        refusals: u32::try_from(row.integer("refusals")?).unwrap_or(u32::MAX),
        returned: row.boolean("returned")?,
        threatened: row.boolean("threatened")?,
        merged_into: row.optional_parsed(TABLE, "merged_into", str::parse::<CaseNumber>)?,
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        objects::ObjectClass,
        store::{MemorySql, migrate, testing::Explained},
    };

    fn partner(id: &str) -> PartnerId {
        PartnerId::parse(id).unwrap()
    }

    #[test]
    fn every_list_is_read_along_an_index_that_has_its_order() {
        let memory = MemorySql::new().unwrap();
        migrate(&memory, ObjectClass::Municipality).unwrap();
        let sql = Explained::new(&memory);
        let (mine, others) = (partner("woonstad"), [partner("politie"), partner("welzijn")]);
        let after = Place::read("0~2026-12-01~2026-0147");
        let ended = Place::read("0~1767225600000~2026-0147");
        let listings = [
            (Listing::OpenOf { partner: &mine, for_coordinator: None }, &after),
            (Listing::OpenOf { partner: &mine, for_coordinator: Some(UnreachedPartners(&others)) }, &after),
            (Listing::SupportedBy { partner: &mine }, &after),
            (Listing::Open { owner: None }, &after),
            (Listing::Open { owner: Some(&mine) }, &after),
            (Listing::Held, &after),
            (Listing::EndedOf { partner: &mine }, &ended),
            (Listing::Ended, &ended),
        ];
        for (listing, after) in listings {
            list(&sql, listing, None).unwrap();
            list(&sql, listing, after.as_ref()).unwrap();
            let plans = sql.take();
            assert!(plans.len() >= 4, "{listing:?}");
            for (statement, plan) in plans {
                let keys = !statement.contains("wanted");
                for step in &plan {
                    // The rows of the page are looked up one by one from the list of their ids.
                    let looks_up = step.starts_with("SEARCH") || step.starts_with("SCAN wanted VIRTUAL TABLE");
                    let whole = step.starts_with("SCAN") && !step.contains("USING INDEX");
                    assert!(looks_up || !whole, "{listing:?}: {step} in {statement}");
                    assert!(!(keys && step.contains("TEMP B-TREE")), "{listing:?}: {step} in {statement}");
                }
            }
        }
    }

    #[test]
    fn the_overview_reads_an_index_and_no_case() {
        let memory = MemorySql::new().unwrap();
        migrate(&memory, ObjectClass::Municipality).unwrap();
        let sql = Explained::new(&memory);
        overview(&sql, "2026-12-01".parse().unwrap()).unwrap();
        open_by_owner(&sql).unwrap();
        for (statement, plan) in sql.take() {
            let [step] = plan.as_slice() else { panic!("{plan:?}") };
            assert!(step.contains("USING COVERING INDEX case_"), "{step} in {statement}");
        }
    }

    #[test]
    fn a_place_is_read_as_it_was_written_and_nothing_else_is() {
        let place = Place::read("2~2026-12-01~2026-0147").unwrap();
        assert_eq!(place.write(), "2~2026-12-01~2026-0147");
        assert_eq!(Place::read("0~~2026-0147").unwrap().write(), "0~~2026-0147");
        for text in ["", "2", "2~x~2026-0147", "2~2026-12-01~147", "2~2026-12-01~2026-0147~", "-1~~2026-0147"] {
            assert_eq!(Place::read(text), None, "{text}");
        }
    }
}
