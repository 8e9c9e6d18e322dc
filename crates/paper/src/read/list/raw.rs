//! Rows as the file has them, before anything is known of columns.

use crate::read::LegacyFont;
use thidua_domain::lists::Look;

/// What stands in a cell.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::read) enum Value {
    Text,
    /// Digits as the workbook keeps them.
    Number,
    Truth(bool),
    /// `#N/A` and its like.
    Error,
}

/// How a cell is formatted.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(in crate::read) struct Style {
    pub(in crate::read) look: Look,
    /// The legacy font it is set in, and whether that shows small letters as capitals.
    pub(in crate::read) legacy: Option<(LegacyFont, bool)>,
}

/// A cell that is not empty.
#[derive(Clone, Copy, Debug)]
pub(in crate::read) struct RawCell {
    /// Its column, counted from 0.
    pub(in crate::read) column: u32,
    pub(in crate::read) value: Value,
    pub(in crate::read) style: Style,
    /// Whether it only repeats the top one of merged cells.
    pub(in crate::read) merged: bool,
    start: usize,
    end: usize,
}

/// A row: its cells from left to right, their texts one behind another. One is filled again and again.
#[derive(Clone, Debug, Default)]
pub(in crate::read) struct RawRow {
    /// As the spreadsheet counts it, from 1.
    pub(in crate::read) number: u32,
    pub(in crate::read) cells: Vec<RawCell>,
    pub(in crate::read) text: String,
}

impl RawRow {
    /// Empties it for the next row.
    pub(in crate::read) fn begin(&mut self, number: u32) {
        self.number = number;
        self.cells.clear();
        self.text.clear();
    }

    /// Takes in a cell whose text was put behind the others, from `start` on.
    pub(in crate::read) fn close(&mut self, column: u32, value: Value, style: Style, start: usize) {
        self.cells.push(RawCell { column, value, style, merged: false, start, end: self.text.len() });
    }

    /// Takes in a cell.
    pub(in crate::read) fn push(&mut self, column: u32, value: Value, style: Style, text: &str) {
        let start = self.text.len();
        self.text.push_str(text);
        self.close(column, value, style, start);
    }

    /// The text of a cell of this row.
    pub(in crate::read) fn text_of(&self, cell: &RawCell) -> &str {
        self.text.get(cell.start..cell.end).unwrap_or("")
    }

    /// The cell of a column.
    pub(in crate::read) fn cell(&self, column: u32) -> Option<&RawCell> {
        // cells of one row mostly stand one beside another
        let guess = self.cells.get(column as usize).filter(|cell| cell.column == column);
        guess.or_else(|| self.cells.iter().find(|cell| cell.column == column))
    }

    /// The text of a column's cell; nothing when it is empty.
    pub(in crate::read) fn at(&self, column: u32) -> &str {
        self.cell(column).map_or("", |cell| self.text_of(cell).trim())
    }
}

/// A sheet of a workbook.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(in crate::read) struct Sheet {
    pub(in crate::read) name: String,
    pub(in crate::read) hidden: bool,
}
