//! Lists as workbooks (xlsx): typed columns and rows, ready to print on A4, ready to be changed and read back.
//!
//! Rows are handed over one at a time and put on disk at once, so that memory stays the same however long the list is; the
//! finished workbook is the only thing that grows. The same list gives the same bytes.

mod cells;
mod frame;
mod official;
pub(crate) mod words;

use crate::seal::{self, Seal, Signature};
use crate::write::PaperError;
use cells::FONT;
use cells::Looks;
pub(crate) use cells::stored;
use chrono::NaiveDate;
pub use official::official_to_xlsx;
use rust_xlsxwriter::{Workbook, Worksheet};
use thidua_domain::lists::{Cell, Column, Tie};

/// Rows that a workbook can hold, less room for what stands above and below.
pub const MOST_ROWS: u32 = 1_000_000;
/// Letters of identities put into one cell of the signed sheet; a cell holds 32,767.
const CHUNK: usize = 30_000;

/// What stands above the rows of a workbook.
#[derive(Clone, Copy, Debug)]
pub struct ListBook<'a> {
    /// The authority whose list it is.
    pub authority: &'a str,
    /// The name of the list.
    pub title: &'a str,
    /// The day it was made.
    pub date: NaiveDate,
    /// Its columns.
    pub columns: &'a [Column],
    /// Whether the rows are numbered (STT).
    pub numbered: bool,
    /// Empty rows below the list, ready to be filled in.
    pub spare_rows: u32,
    /// What ties the rows to records; nothing for a list that is not to be read back.
    pub seal: Option<&'a Seal>,
    /// The version of the list as a whole, handed back when the workbook is read.
    pub version: i64,
}

/// Writes a whole list at once.
///
/// # Errors
/// See [`ListWriter`].
pub fn list_to_xlsx<'r>(
    book: &ListBook<'_>,
    rows: impl IntoIterator<Item = (Option<&'r Tie>, &'r [Cell])>,
) -> Result<Vec<u8>, PaperError> {
    let mut writer = ListWriter::new(book)?;
    for (tie, cells) in rows {
        writer.row(tie, cells)?;
    }
    writer.finish()
}

/// A workbook that is being written.
pub struct ListWriter<'a> {
    book: ListBook<'a>,
    workbook: Workbook,
    list: Worksheet,
    looks: Looks,
    /// The next row, counted from 0.
    next: u32,
    rows: u32,
    passport: Option<Passport<'a>>,
}

/// The signed sheet that is being written.
struct Passport<'a> {
    seal: &'a Seal,
    sheet: Worksheet,
    signature: Signature,
    chunk: String,
    next: u32,
}

impl<'a> ListWriter<'a> {
    /// Begins a workbook: what stands above the rows is written.
    ///
    /// # Errors
    /// When the disk gives no room for the rows, or a text above the rows is too long for a cell.
    pub fn new(book: &ListBook<'a>) -> Result<Self, PaperError> {
        let mut workbook = Workbook::new();
        let mut list = workbook.new_worksheet_with_constant_memory()?;
        let passport = match book.seal {
            Some(seal) => Some(Passport::new(seal, book.version, workbook.new_worksheet_with_constant_memory()?)?),
            None => None,
        };
        frame::properties(&mut workbook, book);
        let looks = Looks::new();
        let next = frame::above(&mut list, book, &looks)?;
        Ok(ListWriter { book: *book, workbook, list, looks, next, rows: 0, passport })
    }

    /// Writes the next row. A row without a tie is a row that no record stands behind.
    ///
    /// # Errors
    /// When the row has another number of cells than there are columns, a text is too long for a cell, an identity has white
    /// space in it, or there are too many rows.
    pub fn row(&mut self, tie: Option<&Tie>, cells: &[Cell]) -> Result<(), PaperError> {
        if cells.len() != self.book.columns.len() {
            return Err(PaperError::UnevenRow {
                table: self.book.title.to_owned(),
                row: self.rows as usize + 1,
                cells: cells.len(),
                columns: self.book.columns.len(),
            });
        }
        if self.rows >= MOST_ROWS {
            return Err(PaperError::TooManyRows { limit: MOST_ROWS });
        }
        let mut column = 0;
        if let Some(passport) = &mut self.passport {
            if let Some(tie) = tie {
                let code = passport.add(tie)?;
                self.list.write_string_with_format(self.next, column, code, &self.looks.code)?;
            }
            column += 1;
        }
        self.rows += 1;
        if self.book.numbered {
            self.list.write_number_with_format(self.next, column, self.rows, &self.looks.number)?;
            column += 1;
        }
        for (declared, cell) in self.book.columns.iter().zip(cells) {
            cells::write(&mut self.list, (self.next, column), declared, cell, &self.looks)?;
            column += 1;
        }
        self.next += 1;
        Ok(())
    }

    /// The finished workbook.
    ///
    /// # Errors
    /// When the workbook cannot be put together.
    pub fn finish(mut self) -> Result<Vec<u8>, PaperError> {
        for _ in 0..self.book.spare_rows.min(MOST_ROWS - self.rows) {
            frame::spare_row(&mut self.list, self.next, &self.book, &self.looks)?;
            self.next += 1;
        }
        let choices = frame::choices(&self.book)?;
        frame::around(&mut self.list, &self.book, self.next)?;
        self.workbook.push_worksheet(self.list);
        if let Some(choices) = choices {
            self.workbook.push_worksheet(choices);
        }
        if let Some(passport) = self.passport {
            self.workbook.push_worksheet(passport.finish()?);
        }
        Ok(self.workbook.save_to_buffer()?)
    }
}

impl<'a> Passport<'a> {
    fn new(seal: &'a Seal, version: i64, mut sheet: Worksheet) -> Result<Self, PaperError> {
        sheet.set_name(seal::SHEET)?;
        sheet.set_very_hidden(true);
        let mut passport = Passport { seal, sheet, signature: seal.begin(version), chunk: String::new(), next: 0 };
        for text in [seal::MARK, seal.kind(), seal.scope(), &version.to_string()] {
            passport.line(text.to_owned())?;
        }
        Ok(passport)
    }

    fn line(&mut self, text: String) -> Result<(), PaperError> {
        self.sheet.write_string(self.next, 0, text)?;
        self.next += 1;
        Ok(())
    }

    /// Takes a record in; answers with the letters of its row.
    fn add(&mut self, tie: &Tie) -> Result<String, PaperError> {
        let fit = !tie.identity.is_empty()
            && tie.identity.len() < 200
            && tie.identity.bytes().all(|b| b.is_ascii_graphic());
        if !fit {
            return Err(PaperError::UnfitIdentity { identity: tie.identity.clone() });
        }
        self.signature.add(tie);
        if !self.chunk.is_empty() {
            self.chunk.push(' ');
        }
        self.chunk.push_str(&tie.identity);
        self.chunk.push(' ');
        self.chunk.push_str(&tie.version.to_string());
        if self.chunk.len() > CHUNK - 300 {
            let chunk = std::mem::take(&mut self.chunk);
            self.line(chunk)?;
        }
        Ok(seal::letters(self.seal.code(tie)))
    }

    fn finish(mut self) -> Result<Worksheet, PaperError> {
        if !self.chunk.is_empty() {
            let chunk = std::mem::take(&mut self.chunk);
            self.line(chunk)?;
        }
        let signed = std::mem::replace(&mut self.signature, self.seal.begin(0)).finish();
        self.line(format!("{}{signed}", seal::SIGNATURE))?;
        Ok(self.sheet)
    }
}
