//! Reading the table of CBS ("Buurt, wijk en gemeente voor postcode huisnummer"): a line for each postcode and house
//! number, with the buurt that it lies in.
//!
//! ```text
//! PC6,Huisnummer,Buurt2024,Wijk2024,Gemeente2024
//! 1234AB,12,99990101,999901,9999
//! ```
//!
//! Codes of CBS stand there as numbers, without `BU` and without the noughts in front; both ways are read. The file of the
//! whole country may be cut to anything that holds the municipality's own lines: those of others are counted and left out. A
//! file is read whole or not at all.

use std::collections::{BTreeMap, BTreeSet};

use super::{Block, Places, Postcode, PostcodeTable, Run, TableFacts, TableReceipt, house_number};
use crate::area::{Area, AreaKind};
use crate::fault::{Fault, FaultCode};
use crate::ids::AreaId;

/// More faults than anybody reads at once.
const MAX_FAULTS: usize = 20;

/// The columns that are read.
struct Columns {
    separator: char,
    postcode: usize,
    number: usize,
    buurt: usize,
    year: Option<u16>,
}

impl Columns {
    fn read(header: &str) -> Option<Self> {
        let separator = [';', '\t', ','].into_iter().find(|separator| header.contains(*separator))?;
        let names: Vec<String> = cells(header, separator).map(str::to_lowercase).collect();
        let find = |wanted: fn(&str) -> bool| names.iter().position(|name| wanted(name));
        let buurt = find(|name| name.starts_with("buurt") && !name.contains("naam"))?;
        let name = names.get(buurt)?;
        Some(Self {
            separator,
            postcode: find(|name| name == "pc6" || name == "postcode" || name == "postcode6")?,
            number: find(|name| name == "huisnummer" || name == "huisnr" || name == "hnr")?,
            buurt,
            year: name.trim_start_matches(|letter: char| !letter.is_ascii_digit()).parse().ok(),
        })
    }
}

fn cells(line: &str, separator: char) -> impl Iterator<Item = &str> {
    line.split(separator).map(|cell| cell.trim().trim_matches('"').trim())
}

/// The eight digits of a buurt: `BU00340101`, `00340101` or `340101`.
fn buurt_digits(cell: &str) -> Option<String> {
    let digits = cell.strip_prefix("BU").unwrap_or(cell);
    let fits = (5..=8).contains(&digits.len()) && digits.bytes().all(|byte| byte.is_ascii_digit());
    fits.then(|| format!("{digits:0>8}"))
}

/// What is known while reading.
struct Reading<'a> {
    areas: Vec<(&'a str, &'a AreaId)>,
    gemeente: &'a str,
    /// The place in `areas` of each address, by postcode and number.
    found: BTreeMap<Postcode, BTreeMap<u32, usize>>,
    elsewhere: u32,
    unknown: BTreeMap<String, u32>,
}

impl Reading<'_> {
    fn line(&mut self, line: &str, columns: &Columns) -> Result<(), FaultCode> {
        let mut row = cells(line, columns.separator);
        let (mut postcode, mut number, mut buurt) = ("", "", "");
        for place in 0..=columns.postcode.max(columns.number).max(columns.buurt) {
            let cell = row.next().unwrap_or_default();
            match place {
                _ if place == columns.postcode => postcode = cell,
                _ if place == columns.number => number = cell,
                _ if place == columns.buurt => buurt = cell,
                _ => {}
            }
        }
        let buurt = buurt_digits(buurt).ok_or(FaultCode::NotACbsCode)?;
        if !buurt.starts_with(self.gemeente) {
            self.elsewhere = self.elsewhere.saturating_add(1);
            return Ok(());
        }
        let postcode = Postcode::parse(postcode).ok_or(FaultCode::NotAPostcode)?;
        let number = house_number(number).ok_or(FaultCode::NotAHouseNumber)?;
        // A municipality may know its wijken only.
        let own = |code: &str| match code.strip_prefix("BU") {
            Some(digits) => digits == buurt,
            None => code.strip_prefix("WK").is_some_and(|digits| buurt.starts_with(digits)),
        };
        let Some(area) = self.areas.iter().position(|(code, _)| own(code)) else {
            let count = self.unknown.entry(format!("BU{buurt}")).or_default();
            *count = count.saturating_add(1);
            return Ok(());
        };
        let known = self.found.entry(postcode).or_default().entry(number).or_insert(area);
        if *known == area { Ok(()) } else { Err(FaultCode::Duplicate) }
    }

    fn places(&self, numbers: &BTreeMap<u32, usize>) -> Option<Places> {
        let area = |place: usize| self.areas.get(place).map(|(_, id)| (*id).clone());
        let mut all = numbers.values();
        let first = *all.next()?;
        if all.all(|place| *place == first) {
            return area(first).map(Places::One);
        }
        let mut runs: Vec<Run> = Vec::new();
        for side in [1, 0] {
            let mut open: Option<(u32, u32, usize)> = None;
            for (&number, &place) in numbers.iter().filter(|(number, _)| **number % 2 == side) {
                match &mut open {
                    Some((_, last, same)) if *same == place => *last = number,
                    _ => {
                        runs.extend(open.and_then(|(from, to, place)| Some(Run(from, to, area(place)?))));
                        open = Some((number, number, place));
                    }
                }
            }
            runs.extend(open.and_then(|(from, to, place)| Some(Run(from, to, area(place)?))));
        }
        Some(Places::Several(runs))
    }
}

/// Reads a file for the municipality with this code of CBS (`GM0034`).
///
/// # Errors
/// The lines at fault, twenty at most, as `lines.<number>`; line 1 is at fault when it does not name the columns, or when no
/// line is about an area of this municipality.
pub fn read(text: &str, gemeente: &str, areas: &[Area]) -> Result<(PostcodeTable, TableReceipt), Vec<Fault>> {
    let fault = |line: usize, code| Fault::new(format!("lines.{line}"), code);
    let mut lines = text.trim_start_matches('\u{feff}').lines().zip(1..);
    let header = lines.by_ref().find(|(line, _)| !line.trim().is_empty());
    let columns = header.and_then(|(header, _)| Columns::read(header));
    let Some(columns) = columns else { return Err(vec![fault(1, FaultCode::Required)]) };
    let mut reading = Reading {
        areas: own_areas(areas),
        gemeente: gemeente.strip_prefix("GM").unwrap_or(gemeente),
        found: BTreeMap::new(),
        elsewhere: 0,
        unknown: BTreeMap::new(),
    };
    let mut faults = Vec::new();
    for (line, number) in lines.filter(|(line, _)| !line.trim().is_empty()) {
        if let Err(code) = reading.line(line, &columns) {
            faults.push(fault(number, code));
            if faults.len() >= MAX_FAULTS {
                break;
            }
        }
    }
    if faults.is_empty() && reading.found.is_empty() {
        faults.push(fault(1, FaultCode::Unknown));
    }
    if !faults.is_empty() {
        return Err(faults);
    }
    Ok(made(&reading, &columns, areas))
}

fn made(reading: &Reading<'_>, columns: &Columns, areas: &[Area]) -> (PostcodeTable, TableReceipt) {
    let mut blocks: BTreeMap<u16, Block> = BTreeMap::new();
    let mut facts = TableFacts { year: columns.year, postcodes: 0, addresses: 0, divided: 0 };
    let mut seen = BTreeSet::new();
    for (postcode, numbers) in &reading.found {
        let Some(places) = reading.places(numbers) else { continue };
        facts.postcodes = facts.postcodes.saturating_add(1);
        facts.addresses = facts.addresses.saturating_add(u32::try_from(numbers.len()).unwrap_or(u32::MAX));
        facts.divided = facts.divided.saturating_add(u32::from(matches!(places, Places::Several(_))));
        seen.extend(numbers.values().filter_map(|place| reading.areas.get(*place)).map(|(_, id)| *id));
        blocks.entry(postcode.digits()).or_default().0.insert(postcode.letters(), places);
    }
    let named =
        areas.iter().filter(|area| reading.areas.iter().any(|(_, id)| *id == &area.id) && !seen.contains(&area.id));
    let without = named.map(|area| area.name.clone()).collect();
    let receipt =
        TableReceipt { facts: facts.clone(), elsewhere: reading.elsewhere, unknown: reading.unknown.clone(), without };
    (PostcodeTable { facts, blocks }, receipt)
}

/// The areas that addresses are looked up in: buurten, and wijken in which no buurt lies. A complex has the code of its
/// buurt, and is not told apart.
fn own_areas(areas: &[Area]) -> Vec<(&str, &AreaId)> {
    let has_buurten = |wijk: &Area| areas.iter().any(|area| area.parent_id.as_ref() == Some(&wijk.id));
    areas
        .iter()
        .filter(|area| match area.kind {
            AreaKind::Buurt => true,
            AreaKind::Wijk => !has_buurten(area),
            AreaKind::Complex => false,
        })
        .filter_map(|area| Some((area.cbs.as_ref()?.code.as_str(), &area.id)))
        .collect()
}

#[cfg(test)]
mod tests;
