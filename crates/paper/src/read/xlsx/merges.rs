//! Cells that were merged: what stands in the top one holds for those below it.

use super::sheet::column_of;
use super::tags::{attribute, number};
use crate::read::list::raw::{RawRow, Style, Value};

/// More merged cells than this are not looked at.
const MOST: usize = 20_000;

/// A merged block, one column of it.
struct Block {
    column: u32,
    first: u32,
    last: u32,
    /// What its top cell holds, once that was seen.
    held: Option<(Value, Style, String)>,
}

/// The merged blocks of a sheet that are more than a row high, by their first row.
#[derive(Default)]
pub(super) struct Merges {
    waiting: Vec<Block>,
    open: Vec<Block>,
}

impl Merges {
    /// Finds them in a sheet; they stand behind its rows.
    pub(super) fn find(xml: &[u8]) -> Self {
        let mut merges = Merges::default();
        let Some(start) = memchr::memmem::rfind(xml, b"mergeCells") else { return merges };
        // the last one closes them; the first of the two opens them
        let start = memchr::memmem::rfind(&xml[..start], b"mergeCells").unwrap_or(start);
        let mut rest = &xml[start..];
        while let Some(at) = memchr::memmem::find(rest, b"mergeCell ") {
            rest = &rest[at + b"mergeCell".len()..];
            let end = memchr::memchr(b'>', rest).unwrap_or(rest.len());
            if let Some(block) = attribute(&rest[..end], b"ref").and_then(block) {
                merges.waiting.push(block);
            }
            if merges.waiting.len() > MOST {
                break;
            }
        }
        merges.waiting.sort_by_key(|block| std::cmp::Reverse(block.first));
        merges
    }

    /// Puts what merged cells hold into a row of theirs.
    pub(super) fn fill(&mut self, row: &mut RawRow) {
        if self.waiting.is_empty() && self.open.is_empty() {
            return;
        }
        while self.waiting.last().is_some_and(|block| block.first <= row.number) {
            self.open.extend(self.waiting.pop());
        }
        self.open.retain(|block| block.last >= row.number);
        for block in &mut self.open {
            let cell = row.cell(block.column).copied();
            match (&block.held, cell) {
                (_, Some(cell)) if row.number == block.first => {
                    block.held = Some((cell.value, cell.style, row.text_of(&cell).to_owned()));
                }
                // a row of nothing else is not made
                (Some((value, style, text)), None) if row.number > block.first && !row.cells.is_empty() => {
                    row.push(block.column, *value, *style, text);
                    if let Some(cell) = row.cells.last_mut() {
                        cell.merged = true;
                    }
                }
                _ => {}
            }
        }
    }
}

/// `B3:B7`; nothing for a block one row high.
fn block(place: &[u8]) -> Option<Block> {
    let colon = memchr::memchr(b':', place)?;
    let (from, to) = (&place[..colon], &place[colon + 1..]);
    let row = |place: &[u8]| {
        number(place.trim_ascii_start().iter().position(u8::is_ascii_digit).map_or(&[], |at| &place[at..]))
    };
    let (first, last) = (row(from)?, row(to)?);
    (last > first).then_some(Block { column: column_of(from)?, first, last, held: None })
}
