//! What reading a list answers: findings, each with its place in the sheet.

use super::column::Column;
use super::problem::CellProblem;
use crate::basics::Says;
use crate::finding::Severity;

/// A place in a sheet: row 7, column C, or only one of them, or the whole file.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub struct Place {
    /// The row as the spreadsheet counts it, from 1.
    pub row: Option<u32>,
    /// The column, counted from 0.
    pub column: Option<u32>,
}

impl Place {
    /// The whole file.
    pub const FILE: Place = Place { row: None, column: None };

    /// One cell.
    pub fn cell(row: u32, column: u32) -> Self {
        Place { row: Some(row), column: Some(column) }
    }

    /// A whole row.
    pub fn row(row: u32) -> Self {
        Place { row: Some(row), column: None }
    }

    /// A whole column.
    pub fn column(column: u32) -> Self {
        Place { row: None, column: Some(column) }
    }

    /// `C7`, `C`, `7`, or nothing for the whole file.
    pub fn shown(self) -> String {
        let column = self.column.map(column_letters).unwrap_or_default();
        let row = self.row.map(|row| row.to_string()).unwrap_or_default();
        format!("{column}{row}")
    }
}

/// The letters of a column counted from 0: A, Z, AA.
pub fn column_letters(column: u32) -> String {
    let mut letters = Vec::new();
    let mut rest = column;
    loop {
        let letter = u8::try_from(rest % 26).unwrap_or(0);
        letters.push(char::from(b'A' + letter));
        match rest / 26 {
            0 => break,
            more => rest = more - 1,
        }
    }
    letters.iter().rev().collect()
}

/// One answer of reading a list.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ListFinding {
    /// Stable number such as `LST-102`.
    pub number: &'static str,
    /// How much it weighs. An error refuses its row, or the file when it is about the file.
    pub severity: Severity,
    /// Where in the sheet.
    pub place: Place,
    /// What is the matter.
    pub message: Says,
    /// What to do about it.
    pub mend: Says,
}

impl ListFinding {
    /// The finding about a cell that could not be read.
    pub fn of_cell(problem: &CellProblem, column: &Column, place: Place, typed: &str) -> Self {
        let (message, mend) = problem.says(column, typed);
        ListFinding { number: problem.number(), severity: Severity::Error, place, message, mend }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn places_are_written_as_spreadsheets_write_them() {
        for (column, letters) in
            [(0, "A"), (25, "Z"), (26, "AA"), (51, "AZ"), (52, "BA"), (701, "ZZ"), (702, "AAA")]
        {
            assert_eq!(column_letters(column), letters);
        }
        assert_eq!(Place::cell(7, 2).shown(), "C7");
        assert_eq!(Place::column(2).shown(), "C");
        assert_eq!(Place::row(7).shown(), "7");
    }
}
