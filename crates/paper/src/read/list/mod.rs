//! Lists that anyone may have changed: from a workbook or a separated text to typed rows.
//!
//! What people do to a list is expected: the headings may stand anywhere in the first thirty rows, under other names, over
//! two rows, merged; columns may be moved, added or gone; rows may be sorted, moved, inserted, copied or blank; there may be
//! sums, signatures and notes. What cannot be read is a finding with its cell, and refuses its row only.

pub(in crate::read) mod book;
pub(in crate::read) mod heading;
mod origin;
mod problem;
pub(in crate::read) mod raw;
pub(in crate::read) mod rows;
#[cfg(test)]
pub(in crate::read) mod tests;
pub(in crate::read) mod words;

pub use origin::Origin;
pub use problem::ListProblem;

use super::ReadNote;
use crate::seal::Seal;
use book::Book;
use heading::Headings;
use rows::RowReader;
use std::ops::ControlFlow;
use thidua_domain::finding::Severity;
use thidua_domain::lists::diff::Uploaded;
use thidua_domain::lists::{Column, ListFinding, Tie};

/// Rows that are read at most.
pub const MOST_ROWS: u32 = 1_000_000;
/// The headings stand among this many first rows.
pub const HEADING_ROWS: u32 = 30;
/// Findings that are kept; the others are counted.
pub const MOST_FINDINGS: usize = 1_000;

/// What a list is expected to be.
#[derive(Clone, Copy, Debug)]
pub struct Expected<'a> {
    /// Its columns.
    pub columns: &'a [Column],
    /// What its rows were tied with; nothing for a list whose rows are never tied.
    pub seal: Option<&'a Seal>,
}

/// What was read of a list, besides its rows.
#[derive(Clone, Debug, PartialEq)]
pub struct ListRead {
    /// The name of the sheet; empty for separated text.
    pub sheet: String,
    /// The row of the headings (the lower one of two).
    pub heading_row: u32,
    /// For each declared column where it stands in the file, counted from 0; nothing when the file does not have it.
    pub places: Vec<Option<u32>>,
    /// Rows handed over.
    pub rows: u32,
    /// Where the file comes from, as far as it can be believed.
    pub origin: Origin,
    /// The version of the list, when the file comes from here.
    pub version: Option<i64>,
    /// The records that the workbook showed; empty unless it comes from here.
    pub shown: Vec<Tie>,
    /// How a separated text was decoded.
    pub note: Option<ReadNote>,
    /// What to know, in the order of the file.
    pub findings: Vec<ListFinding>,
    /// Findings beyond those that are kept.
    pub findings_left_out: u64,
}

impl ListRead {
    /// For each declared column whether the file has it, as [`thidua_domain::lists::diff::Upload`] wants to know.
    pub fn present(&self) -> Vec<bool> {
        self.places.iter().map(Option::is_some).collect()
    }

    /// Whether something is so wrong with the file as a whole that none of it may be taken: it is of another list, its days
    /// have day and month swapped, or it was not read to its end.
    pub fn stops(&self) -> bool {
        self.findings.iter().any(|finding| finding.severity == Severity::Error && finding.place.row.is_none())
    }
}

/// Reads a list, handing over each row as it is read; `each` may break off.
///
/// Rows that the spreadsheet shows as sums, numbers of columns, groups and signatures are left out and told in findings.
///
/// # Errors
/// A [`ListProblem`] when the file cannot be read at all, or no headings are found.
pub fn read_list(
    bytes: &[u8],
    expected: &Expected<'_>,
    each: &mut dyn FnMut(Uploaded) -> ControlFlow<()>,
) -> Result<ListRead, ListProblem> {
    let mut book = Book::open(bytes)?;
    let passport = origin::read(&mut book, expected.seal)?;
    let headings = find_headings(&mut book, expected.columns)?;
    let mut reader = RowReader::new(expected.columns, &headings, passport, book.counts_from_1904());
    reader.note_columns(expected.seal.is_some());
    let beyond = book.rows(headings.sheet, &mut |row| reader.row(row, each))?;
    reader.note_beyond(beyond);
    let note = book.note();
    Ok(reader.finish(note))
}

/// Reads a whole list at once.
///
/// # Errors
/// As [`read_list`].
pub fn read_whole_list(bytes: &[u8], expected: &Expected<'_>) -> Result<(Vec<Uploaded>, ListRead), ListProblem> {
    let mut rows = Vec::new();
    let read = read_list(bytes, expected, &mut |row| {
        rows.push(row);
        ControlFlow::Continue(())
    })?;
    Ok((rows, read))
}

/// The headings of the sheet that has most of them.
fn find_headings(book: &mut Book<'_>, columns: &[Column]) -> Result<Headings, ListProblem> {
    let known = heading::Known::new(columns);
    let mut best: Option<Headings> = None;
    for (at, sheet) in book.sheets().into_iter().enumerate().filter(|(_, sheet)| !sheet.hidden) {
        let mut first = Vec::new();
        book.rows(at, &mut |row| {
            let more = row.number <= HEADING_ROWS + 1;
            if more {
                first.push(row.clone());
            }
            Ok(if more { ControlFlow::Continue(()) } else { ControlFlow::Break(()) })
        })?;
        let found = known.find(&first, at, sheet.name);
        if let Some(found) = found
            && best.as_ref().is_none_or(|best| found.count() > best.count())
        {
            best = Some(found);
        }
    }
    best.ok_or_else(|| ListProblem::NoHeadings {
        wanted: columns.iter().map(|column| column.heading.clone()).collect(),
    })
}
