//! A table as JSON: a list of objects, by the names of the columns.

use serde_json::{Map, Value};

use super::{Cell, Table};

pub fn json(table: &Table) -> Value {
    let object = |row: &Vec<Cell>| {
        let cells = table.header.iter().zip(row);
        Value::Object(cells.map(|(column, cell)| (column.clone(), value(cell))).collect::<Map<_, _>>())
    };
    Value::Array(table.rows.iter().map(object).collect())
}

fn value(cell: &Cell) -> Value {
    match cell {
        Cell::Empty => Value::Null,
        Cell::Text(text) => text.clone().into(),
        #[expect(clippy::cast_possible_truncation, reason = "whole, and no count is near 2^53")]
        Cell::Number(number) if number.fract() == 0.0 => (*number as i64).into(),
        Cell::Number(number) => (*number).into(),
    }
}
