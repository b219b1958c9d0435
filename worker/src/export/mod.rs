//! Figures and ballots as files: tables with stable ids, written as CSV, as a workbook, or as JSON.
//!
//! Texts of residents and editors end up in somebody's spreadsheet program, which takes a cell that starts with `=`
//! for a formula. Every text is made harmless before it is written, whatever the file.

mod csv;
mod figures;
mod json;
mod raw;
mod words;
mod xlsx;

pub use csv::csv;
pub use figures::{Export, code_book, figures};
pub use json::json;
pub use raw::RawTable;
pub use xlsx::{WorkbookError, xlsx};

/// A table: one header, and rows of as many cells.
#[derive(Debug, Clone, PartialEq)]
pub struct Table {
    /// Of the sheet in a workbook.
    pub name: &'static str,
    pub header: Vec<String>,
    pub rows: Vec<Vec<Cell>>,
}

#[derive(Debug, Clone, PartialEq)]
pub enum Cell {
    Empty,
    Text(String),
    Number(f64),
}

impl Table {
    pub(crate) fn new(name: &'static str, header: &[&str]) -> Self {
        Self { name, header: header.iter().map(|&column| column.to_owned()).collect(), rows: Vec::new() }
    }
}

impl From<&str> for Cell {
    fn from(text: &str) -> Self {
        if text.is_empty() { Self::Empty } else { Self::Text(harmless(text)) }
    }
}

impl From<String> for Cell {
    fn from(text: String) -> Self {
        text.as_str().into()
    }
}

impl From<u32> for Cell {
    fn from(number: u32) -> Self {
        Self::Number(number.into())
    }
}

impl From<f64> for Cell {
    fn from(number: f64) -> Self {
        Self::Number(number)
    }
}

impl<T: Into<Self>> From<Option<T>> for Cell {
    fn from(value: Option<T>) -> Self {
        value.map_or(Self::Empty, Into::into)
    }
}

/// The text with an apostrophe in front when a spreadsheet program could take it for a formula (OWASP, "CSV
/// Injection"). The first four also in their full width, which some programs read the same; a line break in front
/// starts a new row in bad readers, so it counts as well.
fn harmless(text: &str) -> String {
    const DANGEROUS: [char; 11] = ['=', '+', '-', '@', '\t', '\r', '\n', '＝', '＋', '－', '＠'];
    // Control characters have no place in a file, and XML refuses them.
    let mut clean: String =
        text.chars().filter(|character| !character.is_control() || matches!(character, '\t' | '\r' | '\n')).collect();
    if clean.starts_with(DANGEROUS) {
        clean.insert(0, '\'');
    }
    clean
}

#[cfg(test)]
mod tests;
