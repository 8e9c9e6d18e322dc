//! A file that may hold a list, whatever its kind.

use super::ListProblem;
use super::raw::{RawRow, Sheet};
use crate::read::csv::Csv;
use crate::read::kind::{self, FileKind};
use crate::read::xlsx::Workbook;
use crate::read::{LIMIT_DOCUMENT_BYTES, ReadNote, ReadProblem};
use std::ops::ControlFlow;

/// An opened file.
pub(in crate::read) enum Book<'a> {
    Workbook(Box<Workbook<'a>>),
    Text(Csv),
}

impl<'a> Book<'a> {
    pub(in crate::read) fn open(bytes: &'a [u8]) -> Result<Self, ListProblem> {
        if bytes.len() > LIMIT_DOCUMENT_BYTES {
            return Err(ReadProblem::TooLarge { limit_bytes: LIMIT_DOCUMENT_BYTES }.into());
        }
        match kind::recognise(bytes) {
            Some(FileKind::Xlsx) => Ok(Book::Workbook(Box::new(Workbook::open(bytes)?))),
            Some(kind) => Err(ReadProblem::Binary(kind).into()),
            None if bytes.iter().all(u8::is_ascii_whitespace) => Err(ReadProblem::Empty.into()),
            None => Ok(Book::Text(Csv::open(bytes)?)),
        }
    }

    pub(in crate::read) fn sheets(&self) -> Vec<Sheet> {
        match self {
            Book::Workbook(book) => book.sheets(),
            Book::Text(_) => vec![Sheet { name: String::new(), hidden: false }],
        }
    }

    pub(in crate::read) fn counts_from_1904(&self) -> bool {
        matches!(self, Book::Workbook(book) if book.counts_from_1904())
    }

    pub(in crate::read) fn note(&self) -> Option<ReadNote> {
        match self {
            Book::Workbook(_) => None,
            Book::Text(csv) => csv.note,
        }
    }

    pub(in crate::read) fn rows(
        &mut self,
        sheet: usize,
        each: &mut dyn FnMut(&RawRow) -> Result<ControlFlow<()>, ReadProblem>,
    ) -> Result<u64, ReadProblem> {
        match self {
            Book::Workbook(book) => book.rows(sheet, each),
            Book::Text(csv) => csv.rows(each),
        }
    }
}
