//! Comma-separated values (RFC 4180), in UTF-8.

use super::{Cell, Table};

/// The whole file. It starts with a byte order mark, by which spreadsheet programs know UTF-8.
pub fn csv(table: &Table) -> String {
    let mut file = String::from('\u{feff}');
    let header: Vec<Cell> = table.header.iter().map(|column| column.as_str().into()).collect();
    push_line(&mut file, &header);
    for row in &table.rows {
        push_line(&mut file, row);
    }
    file
}

/// Adds one line.
pub(super) fn push_line(file: &mut String, cells: &[Cell]) {
    for (place, cell) in cells.iter().enumerate() {
        if place > 0 {
            file.push(',');
        }
        match cell {
            Cell::Empty => {}
            Cell::Number(number) => file.push_str(&number.to_string()),
            Cell::Text(text) if text.contains(['"', ',', '\r', '\n']) => {
                file.push('"');
                file.push_str(&text.replace('"', "\"\""));
                file.push('"');
            }
            Cell::Text(text) => file.push_str(text),
        }
    }
    file.push_str("\r\n");
}
