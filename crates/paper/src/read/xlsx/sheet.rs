//! The rows of one sheet, while it is being unpacked.

use super::merges::Merges;
use super::strings::Strings;
use super::tags::{Piece, Tags, attribute, attribute_number, number, push, unescape, unescape_letters};
use crate::read::ReadProblem;
use crate::read::list::raw::{RawRow, Style, Value};
use std::io::Read;
use std::ops::ControlFlow;

/// What a sheet may unpack to: a million rows of a dozen columns.
pub(super) const MOST_SHEET: u64 = 1024 * 1024 * 1024;
/// Columns beyond this are left out; how many cells stood there is told.
pub(in crate::read) const MOST_COLUMNS: u32 = 200;

/// What the cells of a workbook refer to.
pub(super) struct Context<'a> {
    pub(super) strings: &'a Strings,
    pub(super) styles: &'a [Style],
}

/// What is being read of a cell.
#[derive(Default)]
struct Open {
    column: u32,
    style: Style,
    kind: Kind,
    start: usize,
    /// Whether a value stood in it.
    filled: bool,
    /// Whether it has begun and not ended.
    open: bool,
}

/// The type a cell states.
#[derive(Clone, Copy, Default, PartialEq)]
enum Kind {
    #[default]
    Number,
    Shared,
    Text,
    Truth,
    Error,
}

/// Hands each row that has cells to `each`, until it breaks off. Answers how many cells stood beyond the last column.
pub(super) fn rows(
    from: impl Read,
    context: &Context<'_>,
    merges: &mut Merges,
    each: &mut dyn FnMut(&RawRow) -> Result<ControlFlow<()>, ReadProblem>,
) -> Result<u64, ReadProblem> {
    let mut tags = Tags::new(from, MOST_SHEET);
    let mut row = RawRow::default();
    let mut cell = Open::default();
    let (mut last_row, mut next_column, mut beyond) = (0u32, 0u32, 0u64);
    let (mut taking, mut spoken, mut inside) = (false, 0usize, false);
    loop {
        match tags.next()? {
            Piece::Open { name: b"c", attributes, empty } if inside => {
                cell = open(attributes, next_column, context, row.text.len());
                next_column = cell.column.saturating_add(1);
                cell.open = !empty;
            }
            Piece::Open { name: b"v" | b"t", empty, .. } if inside => {
                taking = !empty && spoken == 0 && cell.open;
                cell.filled |= taking;
            }
            Piece::Close(b"v" | b"t") => taking = false,
            Piece::Text(text) if taking => unescape(text, &mut row.text),
            Piece::Literal(text) if taking => push(text, &mut row.text),
            Piece::Close(b"c") if inside => {
                if cell.column >= MOST_COLUMNS {
                    beyond += u64::from(cell.filled);
                    row.text.truncate(cell.start);
                } else if cell.filled {
                    close(&mut row, &cell, context);
                }
                (cell.filled, cell.open) = (false, false);
            }
            Piece::Open { name: b"row", attributes, empty } if inside => {
                last_row = attribute_number(attributes, b"r").unwrap_or(last_row.saturating_add(1));
                next_column = 0;
                // a cell that a damaged file left open ends with its row
                (cell, taking) = (Open::default(), false);
                row.begin(last_row);
                if empty && hand(&mut row, merges, each)?.is_break() {
                    return Ok(beyond);
                }
            }
            Piece::Close(b"row") if inside => {
                if hand(&mut row, merges, each)?.is_break() {
                    return Ok(beyond);
                }
                (cell, taking) = (Open::default(), false);
                row.begin(last_row);
            }
            Piece::Open { name: b"rPh", empty: false, .. } => spoken += 1,
            Piece::Close(b"rPh") => spoken = spoken.saturating_sub(1),
            Piece::Open { name: b"sheetData", empty, .. } => inside = !empty,
            Piece::Close(b"sheetData") => return Ok(beyond),
            Piece::End if inside => return Err(ReadProblem::Broken),
            Piece::End => return Ok(beyond),
            _ => {}
        }
    }
}

/// Fills merged cells and hands the row over when something stands in it.
fn hand(
    row: &mut RawRow,
    merges: &mut Merges,
    each: &mut dyn FnMut(&RawRow) -> Result<ControlFlow<()>, ReadProblem>,
) -> Result<ControlFlow<()>, ReadProblem> {
    merges.fill(row);
    if row.cells.is_empty() { Ok(ControlFlow::Continue(())) } else { each(row) }
}

fn open(attributes: &[u8], next_column: u32, context: &Context<'_>, start: usize) -> Open {
    let column = attribute(attributes, b"r").and_then(column_of).unwrap_or(next_column);
    let style = attribute_number(attributes, b"s").and_then(|at| context.styles.get(at as usize)).copied();
    let kind = match attribute(attributes, b"t") {
        Some(b"s") => Kind::Shared,
        Some(b"str" | b"inlineStr" | b"d") => Kind::Text,
        Some(b"b") => Kind::Truth,
        Some(b"e") => Kind::Error,
        _ => Kind::Number,
    };
    Open { column, style: style.unwrap_or_default(), kind, start, filled: false, open: true }
}

fn close(row: &mut RawRow, cell: &Open, context: &Context<'_>) {
    let start = cell.start;
    let value = match cell.kind {
        Kind::Shared => {
            let shared =
                number(row.text[start..].trim().as_bytes()).and_then(|at| context.strings.get(at as usize));
            row.text.truncate(start);
            row.text.push_str(shared.unwrap_or(""));
            Value::Text
        }
        Kind::Text => {
            unescape_letters(&mut row.text, start);
            Value::Text
        }
        Kind::Truth => Value::Truth(matches!(row.text[start..].trim(), "1" | "true")),
        Kind::Error => Value::Error,
        Kind::Number => Value::Number,
    };
    if row.text[start..].trim().is_empty() {
        row.text.truncate(start);
    } else {
        row.close(cell.column, value, cell.style, start);
    }
}

/// The column of `C7`, counted from 0.
pub(super) fn column_of(place: &[u8]) -> Option<u32> {
    let letters = place.iter().take_while(|byte| byte.is_ascii_alphabetic());
    let mut column = 0u32;
    for letter in letters {
        column = column.checked_mul(26)?.checked_add(u32::from(letter.to_ascii_uppercase() - b'A') + 1)?;
    }
    column.checked_sub(1)
}
