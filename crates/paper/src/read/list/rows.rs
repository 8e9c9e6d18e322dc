//! Rows below the headings: typed, tied, and told apart from sums, signatures and the like.

use super::heading::{Headings, in_unicode};
use super::origin::{Origin, Passport};
use super::raw::{RawCell, RawRow, Value};
use super::words::{self, Told};
use super::{ListRead, MOST_FINDINGS, MOST_ROWS};
use crate::read::xlsx::sheet::MOST_COLUMNS;
use crate::read::{LegacyFont, ReadNote, ReadProblem};
use crate::seal;
use std::borrow::Cow;
use std::ops::ControlFlow;
use thidua_domain::lists::diff::Uploaded;
use thidua_domain::lists::{
    Cell, CellProblem, CellReader, Column, Kind, ListFinding, Look, Place, Tie, sheet_number,
};

/// A column that is read.
struct Reading<'a> {
    at: Option<u32>,
    reader: CellReader<'a>,
    /// Numbers that stand there as text: how many, and where the first.
    typed: Option<(u32, Place)>,
    /// The first day typed with its month before its day.
    month_first: Option<String>,
}

/// Reads rows.
pub(super) struct RowReader<'a> {
    columns: Vec<Reading<'a>>,
    headings: &'a Headings,
    passport: Passport,
    from_1904: bool,
    findings: Vec<ListFinding>,
    left_out: u64,
    rows: u32,
    /// Rows since the headings, blank ones not counted.
    seen: u32,
    /// The first cell that was typed in a font of before Unicode, for each such encoding.
    converted: Vec<(LegacyFont, Place)>,
    /// Set once signatures begin: what comes below is no row.
    over: bool,
}

impl<'a> RowReader<'a> {
    pub(super) fn new(columns: &'a [Column], headings: &'a Headings, passport: Passport, from_1904: bool) -> Self {
        let columns = columns
            .iter()
            .zip(&headings.places)
            .map(|(column, at)| Reading {
                at: *at,
                reader: CellReader::new(column),
                typed: None,
                month_first: None,
            })
            .collect();
        RowReader {
            columns,
            headings,
            passport,
            from_1904,
            findings: Vec::new(),
            left_out: 0,
            rows: 0,
            seen: 0,
            converted: Vec::new(),
            over: false,
        }
    }

    fn tell(&mut self, told: &Told<'_>, place: Place) {
        self.add(words::finding(told, place));
    }

    fn add(&mut self, finding: ListFinding) {
        if self.findings.len() < MOST_FINDINGS {
            self.findings.push(finding);
        } else {
            self.left_out += 1;
        }
    }

    /// Tells what is to be known of the columns and of where the file comes from.
    pub(super) fn note_columns(&mut self, tied: bool) {
        let headings = self.headings;
        let origin = self.passport.origin.clone();
        match &origin {
            Origin::OtherList { .. } => self.tell(&Told::OtherList, Place::FILE),
            Origin::Broken => self.tell(&Told::BrokenSeal, Place::FILE),
            Origin::Ours if headings.code.is_none() => self.tell(&Told::CodesGone, Place::FILE),
            Origin::Unknown if tied => self.tell(&Told::NotOurs, Place::FILE),
            Origin::Ours | Origin::Unknown => {}
        }
        let missing: Vec<&Column> =
            self.columns.iter().filter(|column| column.at.is_none()).map(|column| column.reader.column()).collect();
        for column in missing {
            let told = if column.required {
                Told::RequiredColumnMissing(&column.heading)
            } else {
                Told::ColumnMissing(&column.heading)
            };
            self.tell(&told, Place::row(headings.row));
        }
        for (column, heading) in &headings.twice {
            self.tell(&Told::ColumnTwice(heading), Place::cell(headings.row, *column));
        }
        for (column, heading) in &headings.unknown {
            self.tell(&Told::ColumnUnknown(heading), Place::cell(headings.row, *column));
        }
    }

    /// Tells of cells beyond the last column that is read.
    pub(super) fn note_beyond(&mut self, cells: u64) {
        if cells > 0 {
            self.tell(&Told::Beyond { cells, columns: MOST_COLUMNS }, Place::FILE);
        }
    }

    /// Takes a row; hands it over when it is one.
    pub(super) fn row(
        &mut self,
        row: &RawRow,
        each: &mut dyn FnMut(Uploaded) -> ControlFlow<()>,
    ) -> Result<ControlFlow<()>, ReadProblem> {
        if row.number <= self.headings.row || self.over {
            return Ok(ControlFlow::Continue(()));
        }
        let tie = self.tie(row);
        let values =
            self.columns.iter().filter_map(|column| column.at).filter(|at| row.cell(*at).is_some()).count();
        // a row whose cells were all emptied is a row that is gone
        if values == 0 {
            return Ok(ControlFlow::Continue(()));
        }
        self.seen += 1;
        if tie.is_none() && self.is_no_row(row, values) {
            return Ok(ControlFlow::Continue(()));
        }
        if self.rows >= MOST_ROWS {
            self.findings.insert(0, words::finding(&Told::TooManyRows(MOST_ROWS), Place::FILE));
            return Ok(ControlFlow::Break(()));
        }
        self.rows += 1;
        let cells = (0..self.columns.len()).map(|at| self.cell(row, at)).collect();
        Ok(each(Uploaded { row: row.number, tie, is_new: false, cells }))
    }

    /// What the row's code ties it to.
    fn tie(&mut self, row: &RawRow) -> Option<Tie> {
        if self.passport.origin != Origin::Ours {
            return None;
        }
        let column = self.headings.code?;
        let text = row.at(column);
        if text.is_empty() {
            return None;
        }
        let tie = seal::code_of(text).and_then(|code| self.passport.tie(code)).cloned();
        if tie.is_none() {
            self.tell(&Told::CodeUnknown, Place::cell(row.number, column));
        }
        tie
    }

    /// Whether the row is a sum, the numbers of the columns, a group, or a signature.
    fn is_no_row(&mut self, row: &RawRow, values: usize) -> bool {
        let text =
            |cell: &RawCell| in_unicode(row.text_of(cell).trim(), cell.style, self.headings.legacy).into_owned();
        let shown = || row.cells.iter().filter(|cell| Some(cell.column) != self.headings.code);
        let Some(first) =
            shown().find(|cell| cell.value == Value::Text && Some(cell.column) != self.headings.number)
        else {
            return self.seen == 1 && is_numbering(row);
        };
        let first_text = text(first);
        let number = self.headings.number.map(|at| row.at(at)).unwrap_or("");
        let count = shown().count();
        if words::is_sum(&first_text) || words::is_sum(number) {
            self.tell(&Told::Sum(&first_text), Place::row(row.number));
            return true;
        }
        if self.seen == 1 && is_numbering(row) {
            return true;
        }
        let few = count <= 2;
        if few && (words::is_signature(&first_text) || shown().any(|cell| words::is_signature(&text(cell)))) {
            self.tell(&Told::Signature(&first_text), Place::row(row.number));
            self.over = true;
            return true;
        }
        let needs_more = self
            .columns
            .iter()
            .any(|column| column.reader.column().required && column.at.is_some_and(|at| row.cell(at).is_none()));
        if values == 1 && needs_more && few && words::is_group_mark(number) {
            self.tell(&Told::Group(&first_text), Place::row(row.number));
            return true;
        }
        false
    }

    fn cell(&mut self, row: &RawRow, at: usize) -> Cell {
        let column = &mut self.columns[at];
        let Some(place) = column.at else { return Cell::Empty };
        let spot = Place::cell(row.number, place);
        let Some(raw) = row.cell(place) else {
            if column.reader.column().required {
                let finding = ListFinding::of_cell(&CellProblem::Missing, column.reader.column(), spot, "");
                self.add(finding);
            }
            return Cell::Empty;
        };
        let typed = row.text_of(raw);
        let text = match raw.value {
            Value::Text => in_unicode(typed, raw.style, self.headings.legacy),
            _ => typed.into(),
        };
        if let Cow::Owned(_) = text
            && let Some(font) = raw.style.legacy.map(|(font, _)| font).or(self.headings.legacy)
            && self.converted.iter().all(|(known, _)| *known != font)
        {
            self.converted.push((font, spot));
        }
        match read(&column.reader, raw, &text, self.from_1904) {
            Ok(Cell::Empty) if column.reader.column().required => {
                let finding = ListFinding::of_cell(&CellProblem::Missing, column.reader.column(), spot, "");
                self.add(finding);
                Cell::Empty
            }
            Ok(cell) => {
                if raw.value == Value::Text && matches!(column.reader.column().kind, Kind::Amount(_) | Kind::Whole)
                {
                    column.typed =
                        Some(column.typed.map_or((1, spot), |(count, first)| (count.saturating_add(1), first)));
                }
                cell
            }
            Err(problem) => {
                let shown = shown(raw, typed, self.from_1904);
                if problem == CellProblem::NoSuchDay && column.month_first.is_none() && is_month_first(&shown) {
                    column.month_first = Some(shown.clone());
                }
                let finding = ListFinding::of_cell(&problem, column.reader.column(), spot, &shown);
                self.add(finding);
                Cell::Unread(shown)
            }
        }
    }

    /// What was read besides the rows.
    pub(super) fn finish(mut self, note: Option<ReadNote>) -> ListRead {
        let typed: Vec<(String, u32, Place)> = self
            .columns
            .iter()
            .filter_map(|column| {
                column.typed.map(|(count, first)| (column.reader.column().heading.clone(), count, first))
            })
            .collect();
        // one month before its day makes every other day of the column doubtful, also those that read well
        let swapped: Vec<(String, Place, String)> = self
            .columns
            .iter_mut()
            .filter_map(|column| {
                let example = column.month_first.take()?;
                Some((column.reader.column().heading.clone(), Place::column(column.at?), example))
            })
            .collect();
        for (heading, place, example) in &swapped {
            let finding = words::finding(&Told::MonthFirst { heading, example }, *place);
            // what stops the file is never among those left out
            self.findings.insert(0, finding);
        }
        // separated text has nothing but text
        if note.is_none() && !self.headings.name.is_empty() {
            for (heading, count, first) in &typed {
                self.tell(&Told::NumbersAsText { heading, count: *count }, *first);
            }
        }
        if let Some(ReadNote::Legacy(font)) = note {
            self.converted = vec![(font, Place::FILE)];
        }
        for (font, first) in std::mem::take(&mut self.converted) {
            self.tell(&Told::Converted(font), first);
        }
        if self.rows == 0 {
            self.tell(&Told::NoRows, Place::row(self.headings.row));
        }
        ListRead {
            sheet: self.headings.name.clone(),
            heading_row: self.headings.row,
            places: self.headings.places.clone(),
            rows: self.rows,
            origin: self.passport.origin,
            version: self.passport.version,
            shown: self.passport.shown,
            note,
            findings: self.findings,
            findings_left_out: self.left_out,
        }
    }
}

fn read(reader: &CellReader<'_>, raw: &RawCell, typed: &str, from_1904: bool) -> Result<Cell, CellProblem> {
    match raw.value {
        Value::Error => Err(CellProblem::SheetError),
        Value::Truth(yes) => reader.truth(yes),
        Value::Text if is_sheet_error(typed) => Err(CellProblem::SheetError),
        Value::Text => reader.text(typed),
        Value::Number => match sheet_number(typed) {
            Some(number) => reader.number(number, raw.style.look, from_1904),
            None => reader.text(typed),
        },
    }
}

/// What people see in a cell that could not be read.
fn shown(raw: &RawCell, typed: &str, from_1904: bool) -> String {
    let number = (raw.value == Value::Number).then(|| sheet_number(typed)).flatten();
    let plain = raw.style.look == Look::Plain;
    match number {
        Some(number) if !plain => thidua_domain::lists::shown_number(number, raw.style.look, from_1904),
        _ => thidua_domain::lists::tidy_text(typed).chars().take(MOST_SHOWN).collect(),
    }
}

/// Letters that are kept of what could not be read.
const MOST_SHOWN: usize = 500;

/// `#N/A` and its like, pasted as text.
pub(in crate::read) fn is_sheet_error(text: &str) -> bool {
    const ERRORS: [&str; 8] = ["#N/A", "#VALUE!", "#REF!", "#DIV/0!", "#NAME?", "#NUM!", "#NULL!", "#SPILL!"];
    text.starts_with('#') && ERRORS.contains(&text.trim())
}

/// `01/13/1950`: no day as offices write it, but one with the month first, as spreadsheets set to American English save it.
fn is_month_first(text: &str) -> bool {
    let mut parts = text.split(['/', '-', '.']).map(|part| part.trim().parse::<u32>().ok());
    let (Some(Some(first)), Some(Some(second))) = (parts.next(), parts.next()) else { return false };
    (1..=12).contains(&first) && (13..=31).contains(&second)
}

/// `(1) (2) (3)`, `1 2 3`, `A B C`: the numbers of the columns under the headings.
pub(in crate::read) fn is_numbering(row: &RawRow) -> bool {
    let inner = |cell: &RawCell| row.text_of(cell).trim().trim_matches(['(', ')']).to_owned();
    let texts: Vec<String> = row.cells.iter().map(inner).collect();
    let numbers: Option<Vec<u32>> = texts
        .iter()
        .filter(|text| !(text.len() == 1 && text.bytes().all(|b| b.is_ascii_uppercase())))
        .map(|text| text.parse().ok().filter(|number| *number < 300))
        .collect();
    let counts_up = |numbers: &[u32]| numbers.windows(2).all(|pair| pair[1] == pair[0] + 1);
    texts.len() >= 3
        && numbers.is_some_and(|numbers| numbers.first().is_none_or(|first| *first <= 3) && counts_up(&numbers))
}
