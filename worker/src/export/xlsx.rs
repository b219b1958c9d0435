//! A workbook (Office Open XML) with one sheet for each table.

use rust_xlsxwriter::{DocProperties, ExcelDateTime, Format, Workbook, XlsxError};
use shared::time::CivilDate;

use super::{Cell, Table};

/// A workbook that could not be written: a fault of ours.
#[derive(Debug, thiserror::Error)]
#[error("a workbook could not be written")]
pub struct WorkbookError(#[from] XlsxError);

/// The widest a column is made, in characters.
const WIDEST: f64 = 60.0;

/// The bytes of the file. `on` is the day in its properties: the same tables make the same file.
pub fn xlsx(tables: &[Table], on: CivilDate) -> Result<Vec<u8>, WorkbookError> {
    let mut workbook = Workbook::new();
    let created = ExcelDateTime::parse_from_str(&on.to_string())?;
    workbook.set_properties(&DocProperties::new().set_creation_datetime(&created));
    let bold = Format::new().set_bold();
    for table in tables {
        let sheet = workbook.add_worksheet();
        sheet.set_name(table.name)?;
        for (column, name) in (0_u16..).zip(&table.header) {
            sheet.write_string_with_format(0, column, name, &bold)?;
            sheet.set_column_width(column, width(table, column.into()))?;
        }
        sheet.set_freeze_panes(1, 0)?;
        for (place, row) in (1_u32..).zip(&table.rows) {
            for (column, cell) in (0_u16..).zip(row) {
                match cell {
                    Cell::Empty => {}
                    // Never as a formula or a link, whatever it looks like.
                    Cell::Text(text) => drop(sheet.write_string(place, column, short(text))?),
                    Cell::Number(number) => drop(sheet.write_number(place, column, *number)?),
                }
            }
        }
    }
    Ok(workbook.save_to_buffer()?)
}

/// As much of a text as a cell takes.
fn short(text: &str) -> String {
    const MOST: usize = 32_767;
    text.chars().take(MOST).collect()
}

/// Wide enough for what is in the column, in characters.
fn width(table: &Table, column: usize) -> f64 {
    let of = |cell: Option<&Cell>| match cell {
        Some(Cell::Text(text)) => text.chars().count(),
        Some(Cell::Number(_)) => 8,
        Some(Cell::Empty) | None => 0,
    };
    let header = table.header.get(column).map_or(0, String::len);
    let widest = table.rows.iter().map(|row| of(row.get(column))).max().unwrap_or(0).max(header);
    f64::from(u16::try_from(widest).unwrap_or(u16::MAX)).min(WIDEST) + 2.0
}
