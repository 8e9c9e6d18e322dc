//! The table of a chart: the same numbers, read without the picture and taken along as CSV.

use crate::evaluation::quoted;
use askama::Template;

/// A cell: its text, and where it comes from.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Cell {
    pub(crate) text: String,
    pub(crate) address: Option<String>,
    /// A number stands at the right.
    pub(crate) number: bool,
    /// The code of a status, where it has one.
    pub(crate) class: &'static str,
}

impl Cell {
    pub(crate) fn text(text: impl Into<String>) -> Cell {
        Cell { text: text.into(), ..Cell::default() }
    }

    pub(crate) fn number(text: impl Into<String>) -> Cell {
        Cell { text: text.into(), number: true, ..Cell::default() }
    }

    pub(crate) fn at(self, address: Option<String>) -> Cell {
        Cell { address, ..self }
    }

    pub(crate) fn standing(self, class: &'static str) -> Cell {
        Cell { class, ..self }
    }
}

impl Cell {
    /// For a spreadsheet: a number below zero is no formula.
    fn quoted(&self) -> String {
        let is_number = self.number && self.text.chars().all(|one| one.is_ascii_digit() || "-.,".contains(one));
        if is_number { format!("\"{}\"", self.text) } else { quoted(&self.text) }
    }
}

fn line(cells: impl Iterator<Item = String>) -> String {
    cells.collect::<Vec<_>>().join(";") + "\r\n"
}

/// Heads and rows; the first cell of a row names it.
#[derive(Clone, Debug, Default, PartialEq, Eq, Template)]
#[template(path = "face/charts/table.html")]
pub(crate) struct Table {
    pub(crate) caption: String,
    pub(crate) summary: &'static str,
    pub(crate) head: Vec<String>,
    pub(crate) rows: Vec<Vec<Cell>>,
}

impl askama::filters::HtmlSafe for Table {}

impl Table {
    /// The table for a spreadsheet set to Vietnamese: semicolons, decimal commas.
    pub(crate) fn csv(&self) -> String {
        let mut text = line(self.head.iter().map(|head| quoted(head)));
        for row in &self.rows {
            text.push_str(&line(row.iter().map(Cell::quoted)));
        }
        text
    }

    /// Whether a column holds numbers.
    fn is_number(&self, column: &usize) -> bool {
        self.rows.iter().any(|row| row.get(*column).is_some_and(|cell| cell.number))
    }
}
