//! How many people live where, by age: what respondents are compared with.
//!
//! A municipality loads a table in the layout of CBS ("Kerncijfers wijken en buurten"): a code of the area, and the
//! residents from 15 to 25, 25 to 45, 45 to 65 and of 65 and older. Children under 15 are not asked and not compared.

use std::collections::{BTreeMap, BTreeSet};

use serde::{Deserialize, Serialize};

use crate::area::{Area, AreaKind, lies_within};
use crate::fault::{Fault, FaultCode};
use crate::ids::AreaId;
use crate::poll::Poll;
use crate::poll::background::AgeBand;
use crate::time::CivilDate;

/// More lines than any municipality has areas.
const MAX_LINES: usize = 3_000;
/// More people than live in any municipality.
const MAX_PEOPLE: u32 = 2_000_000;

/// Residents of one area by age band, in the order of [`AgeBand::ALL`].
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct ByAge(pub [u32; 4]);

impl ByAge {
    pub fn total(&self) -> u32 {
        self.0.iter().copied().fold(0, u32::saturating_add)
    }

    pub fn of(&self, band: AgeBand) -> u32 {
        let counts = AgeBand::ALL.into_iter().zip(self.0);
        counts.into_iter().find(|(own, _)| *own == band).map_or(0, |(_, count)| count)
    }

    #[must_use]
    fn plus(mut self, other: Self) -> Self {
        for (own, more) in self.0.iter_mut().zip(other.0) {
            *own = own.saturating_add(more);
        }
        self
    }
}

/// What is wrong with one line, counted from 1 as an editor of texts does.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct LineFault {
    pub line: usize,
    pub problem: LineProblem,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum LineProblem {
    /// There is nothing to read.
    Nothing,
    /// The first line does not name every column.
    Columns,
    /// Not a code of CBS.
    Code,
    /// A buurt that this municipality does not have.
    Area,
    /// The same area for the second time.
    Twice,
    /// Not a number of people.
    Number,
    TooMany,
}

impl LineFault {
    /// The same as a fault of a request, under `lines.<number>`.
    pub fn fault(&self) -> Fault {
        let code = match self.problem {
            LineProblem::Nothing | LineProblem::Columns => FaultCode::Required,
            LineProblem::Code => FaultCode::NotACbsCode,
            LineProblem::Area => FaultCode::Unknown,
            LineProblem::Twice => FaultCode::Duplicate,
            LineProblem::Number => FaultCode::OutOfRange { min: 0, max: MAX_PEOPLE.into() },
            LineProblem::TooMany => FaultCode::TooMany { max: MAX_LINES },
        };
        Fault::new(format!("lines.{}", self.line), code)
    }
}

/// What was loaded.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Residents {
    pub loaded_on: CivilDate,
    pub areas: BTreeMap<AreaId, ByAge>,
}

/// The residents whom a poll is about.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Population {
    pub ages: ByAge,
    /// By area of the table, those of 15 and older.
    pub areas: BTreeMap<AreaId, u32>,
}

impl Residents {
    /// Those whom the poll is about; none when the table knows none of them.
    pub fn of<T>(&self, poll: &Poll<T>, areas: &[Area]) -> Option<Population> {
        let mut population = Population::default();
        for (area, people) in &self.areas {
            let meant = poll.area_ids.is_empty() || poll.area_ids.iter().any(|wide| lies_within(areas, area, wide));
            if meant && people.total() > 0 {
                population.ages = population.ages.plus(*people);
                population.areas.insert(area.clone(), people.total());
            }
        }
        (!population.areas.is_empty()).then_some(population)
    }
}

/// Where a column of the table stands: the first name is that of CBS, whose columns end in a number of their own.
const COLUMNS: [&[&str]; 5] = [
    &["codering", "buurtcode", "gwb_code", "code"],
    &["k_15tot25jaar", "15-24"],
    &["k_25tot45jaar", "25-44"],
    &["k_45tot65jaar", "45-64"],
    &["k_65jaarofouder", "65-plus", "65+"],
];

/// Reads a table: a line with the names of the columns, then one line for each area, with commas, semicolons or tabs
/// between. Lines of a municipality or wijk are passed over where buurten have their own. All faults are found at once.
///
/// # Errors
/// Every line at fault; a line 1 at fault is a column that is missing.
pub fn read_csv(text: &str, areas: &[Area]) -> Result<BTreeMap<AreaId, ByAge>, Vec<LineFault>> {
    let fault = |line: usize, problem| LineFault { line, problem };
    let text = text.trim_start_matches('\u{feff}');
    let mut lines = text.lines().enumerate().map(|(place, line)| (place.saturating_add(1), line));
    let Some((_, header)) = lines.next() else { return Err(vec![fault(1, LineProblem::Nothing)]) };
    let separator = if header.contains(';') {
        ';'
    } else if header.contains('\t') {
        '\t'
    } else {
        ','
    };
    let names: Vec<String> = cells(header, separator).map(str::to_lowercase).collect();
    let find = |wanted: &[&str]| names.iter().position(|name| wanted.iter().any(|wanted| is_column(name, wanted)));
    let places: Option<Vec<usize>> = COLUMNS.iter().map(|wanted| find(wanted)).collect();
    let Some([code, ages @ ..]) = places.as_deref() else { return Err(vec![fault(1, LineProblem::Columns)]) };
    let (mut read, mut seen, mut faults) = (BTreeMap::new(), BTreeSet::new(), Vec::new());
    for (number, line) in lines.filter(|(_, line)| !line.trim().is_empty()) {
        if number > MAX_LINES {
            faults.push(fault(number, LineProblem::TooMany));
            break;
        }
        let row: Vec<&str> = cells(line, separator).collect();
        match read_line(&row, *code, ages, areas) {
            Ok(None) => {}
            Ok(Some((area, _))) if !seen.insert(area.clone()) => faults.push(fault(number, LineProblem::Twice)),
            Ok(Some((area, people))) => {
                read.insert(area, people);
            }
            Err(problem) => faults.push(fault(number, problem)),
        }
    }
    if read.is_empty() && faults.is_empty() {
        faults.push(fault(1, LineProblem::Nothing));
    }
    if faults.is_empty() { Ok(read) } else { Err(faults) }
}

/// The area of a line and its residents; none for a line that is passed over.
fn read_line(
    row: &[&str],
    code: usize,
    ages: &[usize],
    areas: &[Area],
) -> Result<Option<(AreaId, ByAge)>, LineProblem> {
    let code = row.get(code).copied().filter(|code| !code.is_empty()).ok_or(LineProblem::Code)?;
    if code.starts_with("NL") || code.starts_with("GM") {
        return Ok(None);
    }
    // A complex may carry the code of its buurt, and counts in it.
    let own = |area: &&Area| area.kind != AreaKind::Complex && area.cbs.as_ref().is_some_and(|cbs| cbs.code == code);
    let area = match areas.iter().find(own) {
        // Its buurten have lines of their own.
        Some(area)
            if areas.iter().any(|part| {
                part.kind == AreaKind::Buurt && part.parent_id.as_ref() == Some(&area.id) && part.cbs.is_some()
            }) =>
        {
            return Ok(None);
        }
        Some(area) => area,
        None if code.starts_with("WK") => return Ok(None),
        None if code.starts_with("BU") => return Err(LineProblem::Area),
        None => return Err(LineProblem::Code),
    };
    let mut people = ByAge::default();
    for (count, place) in people.0.iter_mut().zip(ages) {
        let cell = row.get(*place).copied().unwrap_or_default();
        let number = cell.parse::<u32>().ok().filter(|number| *number <= MAX_PEOPLE);
        *count = number.ok_or(LineProblem::Number)?;
    }
    Ok(Some((area.id.clone(), people)))
}

/// The cells of a line, without quotes and space around them.
fn cells(line: &str, separator: char) -> impl Iterator<Item = &str> {
    line.split(separator).map(|cell| cell.trim().trim_matches('"').trim())
}

/// Whether a column is the wanted one: `k_15tot25jaar_9` is `k_15tot25jaar`.
fn is_column(name: &str, wanted: &str) -> bool {
    name.strip_prefix(wanted).is_some_and(|rest| {
        rest.is_empty()
            || rest.strip_prefix('_').is_some_and(|number| number.bytes().all(|digit| digit.is_ascii_digit()))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn areas() -> Vec<Area> {
        serde_json::from_value(serde_json::json!([
            {"id": "noord", "kind": "wijk", "name": "Noord", "cbs": {"code": "WK003401", "year": 2025}},
            {"id": "linden", "parentId": "noord", "kind": "buurt", "name": "De Linden",
                "cbs": {"code": "BU00340101", "year": 2025}},
            {"id": "haven", "parentId": "noord", "kind": "buurt", "name": "De Haven",
                "cbs": {"code": "BU00340102", "year": 2025}},
            {"id": "flat", "parentId": "linden", "kind": "complex", "name": "De Flat",
                "cbs": {"code": "BU00340101", "year": 2025}},
        ]))
        .unwrap()
    }

    const TABLE: &str = "\u{feff}\"ID\";\"Codering_3\";\"k_0Tot15Jaar_8\";\"k_15Tot25Jaar_9\";\"k_25Tot45Jaar_10\";\"k_45Tot65Jaar_11\";\"k_65JaarOfOuder_12\"\n\
        1;GM0034;30;40;50;60;70\n2;WK003401  ;30;40;50;60;70\r\n3;BU00340101;20;100;200;300;400\n\n4;\"BU00340102\";10; 5;15;25;35\n";

    #[test]
    fn a_table_of_cbs_is_read_as_it_comes() {
        let read = read_csv(TABLE, &areas()).unwrap();
        let linden = AreaId::parse("linden").unwrap();
        assert_eq!(read.len(), 2);
        assert_eq!(read[&linden], ByAge([100, 200, 300, 400]));
        let simple = "code,15-24,25-44,45-64,65+\nBU00340101,1,2,3,4";
        assert_eq!(read_csv(simple, &areas()).unwrap()[&linden].of(AgeBand::From65), 4);
    }

    #[test]
    fn every_line_at_fault_is_named_at_once() {
        let table = "code,15-24,25-44,45-64,65+\nBU00340101,1,2,3,4\nBU99990101,1,2,3,4\nBU00340101,1,2,3,4\n\
            BU00340102,1,.,3,4\nlinden,1,2,3,4\nBU00340102,1,2";
        let faults = read_csv(table, &areas()).unwrap_err();
        let found: Vec<_> = faults.iter().map(|fault| (fault.line, fault.problem)).collect();
        let expected = [
            (3, LineProblem::Area),
            (4, LineProblem::Twice),
            (5, LineProblem::Number),
            (6, LineProblem::Code),
            (7, LineProblem::Number),
        ];
        assert_eq!(found, expected);
        assert_eq!(faults[0].fault(), Fault::new("lines.3", FaultCode::Unknown));
        let missing = read_csv("code,15-24,25-44\nBU00340101,1,2", &areas()).unwrap_err();
        assert_eq!((missing[0].line, missing[0].problem), (1, LineProblem::Columns));
        assert!(read_csv("", &areas()).is_err() && read_csv("code,15-24,25-44,45-64,65+\n", &areas()).is_err());
    }

    #[test]
    fn a_poll_is_about_the_residents_of_its_areas() {
        let residents =
            Residents { loaded_on: "2026-01-01".parse().unwrap(), areas: read_csv(TABLE, &areas()).unwrap() };
        let poll = |within: &[&str]| -> Poll {
            serde_json::from_value(serde_json::json!({
                "id": "p", "title": {"nl": "P"}, "intro": {"nl": "P"}, "influence": "inform", "areaIds": within,
                "questions": []
            }))
            .unwrap()
        };
        assert_eq!(residents.of(&poll(&[]), &areas()).unwrap().ages, ByAge([105, 215, 325, 435]));
        assert_eq!(residents.of(&poll(&["noord"]), &areas()).unwrap().areas.len(), 2);
        assert_eq!(residents.of(&poll(&["haven"]), &areas()).unwrap().ages.total(), 80);
        assert_eq!(residents.of(&poll(&["elders"]), &areas()), None);
    }
}
