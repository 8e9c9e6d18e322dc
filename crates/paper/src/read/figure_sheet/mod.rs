//! Figures that come back in a workbook, as text, or pasted: to the lines of a sheet, and what is to be known of each.
//!
//! What people do to a workbook is expected: columns moved and inserted, sheets renamed, cells merged, blank rows, sums typed by
//! hand, numbers and days as text. Rows are tied by their hidden codes as long as they still say the same, else by number and
//! name, and whatever is not sure is told. A workbook of another unit, period, year or movement is told and stops.

mod origin;
mod rows;
#[cfg(test)]
mod tests;
mod title;

pub use origin::FigureOrigin;

use super::list::ListProblem;
use super::list::book::Book;
use super::list::heading::{Headings, Known};
use super::list::raw::RawRow;
use super::{ReadNote, ReadProblem};
use crate::seal::Seal;
use chrono::NaiveDate;
use std::ops::ControlFlow;
use std::sync::LazyLock;
use thidua_domain::basics::text::fold;
use thidua_domain::figure_sheets::{Line, Row, SHOWN, Sheet, Told, columns, finding, place};
use thidua_domain::finding::Severity;
use thidua_domain::lists::{ListFinding, Place};

/// Rows of a sheet of figures at most.
pub const MOST_ROWS: usize = 5_000;
/// Sheets that are looked at.
const MOST_SHEETS: usize = 20;

/// What a file of figures is read against.
#[derive(Clone, Copy, Debug, Default)]
pub struct ExpectedFigures<'a> {
    /// The seal of the installation; without it a signature cannot be checked.
    pub seal: Option<&'a Seal>,
    /// The sheet as it is now; without it the workbook's own hidden sheet counts, and without that what its rows say.
    pub sheet: Option<&'a Sheet>,
    /// Today; without it days are not held against it.
    pub today: Option<NaiveDate>,
}

/// What was read.
#[derive(Clone, Debug, PartialEq)]
pub struct FiguresRead {
    /// Where the file comes from, as far as it can be believed.
    pub origin: FigureOrigin,
    /// What the workbook showed when it was made, where that can be believed.
    pub shown: Option<Sheet>,
    /// The lines that the rows mean: of the sheet that was expected, else of the workbook.
    pub lines: Vec<Line>,
    /// The name of the sheet that was read; empty for separated text.
    pub sheet: String,
    /// The row of the headings.
    pub heading_row: u32,
    /// Where each entered column stands in the file, counted from 0; nothing where the file does not have it.
    pub entered_at: Vec<Option<u32>>,
    /// The rows, in the order of the file.
    pub rows: Vec<Row>,
    /// What is to be known of the file as a whole.
    pub findings: Vec<ListFinding>,
    /// How a separated text was decoded.
    pub note: Option<ReadNote>,
}

impl FiguresRead {
    /// Which of the entered columns a finding is about.
    pub fn column_of(&self, finding: &ListFinding) -> Option<usize> {
        let column = finding.place.column?;
        self.entered_at.iter().position(|at| *at == Some(column))
    }

    /// Whether something is so wrong with the file as a whole that none of it may be taken.
    pub fn stops(&self) -> bool {
        self.findings.iter().any(|finding| finding.severity == Severity::Error)
    }
}

static KNOWN: LazyLock<Known> = LazyLock::new(|| Known::new(columns()));

/// Reads a file of figures.
///
/// # Errors
/// A [`ListProblem`] when the file cannot be read at all, or no headings are found.
pub fn read_figures(bytes: &[u8], expected: &ExpectedFigures<'_>) -> Result<FiguresRead, ListProblem> {
    let mut book = Book::open(bytes)?;
    let origin = origin::read(&mut book, expected.seal)?;
    let (mut headings, rows) = find_sheet(&mut book)?;
    let value = column_of_figures(&mut headings, &rows);
    let mut findings = Vec::new();
    origin::tell(&origin, expected, &headings, &mut findings);
    if rows.len() > MOST_ROWS {
        findings.push(finding(&Told::TooManyRows(MOST_ROWS), Place::FILE));
    }
    if value.is_none() {
        findings.push(finding(&Told::NoValues, Place::row(headings.row)));
    }
    let title = title::read(&rows, &headings, book.counts_from_1904());
    let head = expected.sheet.or(origin.sheet.as_ref()).map(|sheet| sheet.head.clone());
    if let Some(head) = head.as_ref().filter(|_| origin.sheet.is_none()) {
        title::tell(&title, head, &mut findings);
    }
    let note = match &book {
        Book::Text(csv) => csv.note,
        Book::Workbook(_) => None,
    };
    let context = rows::Context {
        headings: &headings,
        from_1904: book.counts_from_1904(),
        typed_all: matches!(book, Book::Text(_)),
        title: &title,
        head,
        today: expected.today,
    };
    let (lines, read) = rows::read(&context, &origin, expected.sheet, &rows, &mut findings);
    Ok(FiguresRead {
        origin: origin.origin,
        shown: origin.sheet,
        lines,
        sheet: headings.name,
        heading_row: headings.row,
        entered_at: headings.places[SHOWN..].to_vec(),
        rows: read,
        findings,
        note,
    })
}

/// The sheet that has most of the headings, and its rows.
fn find_sheet(book: &mut Book<'_>) -> Result<(Headings, Vec<RawRow>), ListProblem> {
    let mut best: Option<(Headings, Vec<RawRow>)> = None;
    let sheets = book.sheets();
    for (at, sheet) in sheets.into_iter().enumerate().filter(|(_, sheet)| !sheet.hidden).take(MOST_SHEETS) {
        let rows = all_rows(book, at)?;
        let first = rows.iter().take_while(|row| row.number <= super::list::HEADING_ROWS + 1).count();
        if let Some(found) = KNOWN.find(&rows[..first], at, sheet.name)
            && best.as_ref().is_none_or(|(best, _)| found.count() > best.count())
        {
            best = Some((found, rows));
        }
    }
    best.ok_or_else(|| ListProblem::NoHeadings {
        wanted: [&columns()[0], &columns()[SHOWN]].map(|column| column.heading.clone()).to_vec(),
    })
}

fn all_rows(book: &mut Book<'_>, sheet: usize) -> Result<Vec<RawRow>, ReadProblem> {
    let mut rows = Vec::with_capacity(40);
    book.rows(sheet, &mut |row| {
        rows.push(row.clone());
        Ok(if rows.len() > MOST_ROWS { ControlFlow::Break(()) } else { ControlFlow::Continue(()) })
    })?;
    Ok(rows)
}

/// The column of the figures; one that names its period (“Thực hiện quý I/2026”) is taken where none has the plain name.
fn column_of_figures(headings: &mut Headings, rows: &[RawRow]) -> Option<u32> {
    const OTHERS: [&str; 7] = ["ky truoc", "cung ky", "nam truoc", "so voi", "ty le", "%", "nam ngoai"];
    const STARTS: [&str; 6] = ["thuc hien", "ket qua", "uoc thuc hien", "uoc", "so lieu", "dat duoc"];
    let value = SHOWN + place::VALUE;
    if headings.places[value].is_none() {
        let lower = rows.iter().find(|row| row.number == headings.row);
        let is_value = |text: &str| {
            let folded = fold(text);
            STARTS.iter().any(|start| folded.starts_with(start))
                && !OTHERS.iter().any(|other| folded.contains(other))
        };
        let found = headings.unknown.iter().position(|(column, text)| {
            // the row above may be a title and no heading
            is_value(text) || lower.is_some_and(|row| is_value(row.at(*column)))
        });
        if let Some(at) = found {
            headings.places[value] = Some(headings.unknown.remove(at).0);
        }
    }
    headings.places[value]
}
