//! The cells of a line of a table, and the columns that they stand in.

use super::Column;
use crate::plan::token::Token;
use crate::plan::tokenise;
use std::ops::Range;

/// How columns are parted.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Parting {
    Bars,
    Tabs,
    Places,
}

/// A cell: the bytes of a line, and the place on the line where it begins and ends, in characters.
pub(super) type Cell = (Range<usize>, Range<usize>);

/// How the columns of a line are parted, when it has any.
pub(super) fn parting(line: &str) -> Option<Parting> {
    if line.matches('|').count() >= 2 {
        Some(Parting::Bars)
    } else if line.matches('\t').count() >= 2 || (line.contains('\t') && line.trim().split('\t').count() >= 2) {
        Some(Parting::Tabs)
    } else {
        (line.trim().split("  ").filter(|part| !part.trim().is_empty()).count() >= 3).then_some(Parting::Places)
    }
}

/// The cells of a line; empty ones too where bars or tabs show them.
/// `open` says that the line of names begins without a bar: then a bar at the beginning ends an empty cell.
pub(super) fn cells(line: &str, parting: Parting, open: bool) -> Vec<Cell> {
    let mut found: Vec<Cell> = Vec::new();
    let place = |byte: usize| line.get(..byte).map_or(0, |before| before.chars().count());
    let mut add = |range: Range<usize>| {
        let text = line.get(range.clone()).unwrap_or_default();
        let start = range.start + (text.len() - text.trim_start().len());
        let end = (range.start + text.trim_end().len()).max(start);
        found.push((start..end, place(start)..place(end)));
    };
    match parting {
        Parting::Bars => {
            let inner_start =
                if line.trim_start().starts_with('|') && !open { line.find('|').unwrap_or(0) + 1 } else { 0 };
            let inner_end =
                if line.trim_end().ends_with('|') { line.rfind('|').unwrap_or(line.len()) } else { line.len() };
            let mut from = inner_start;
            for (at, _) in line.match_indices('|').filter(|(at, _)| (inner_start..inner_end).contains(at)) {
                add(from..at);
                from = at + 1;
            }
            add(from..inner_end.max(from));
        }
        Parting::Tabs => {
            let mut from = 0;
            for (at, _) in line.match_indices('\t') {
                add(from..at);
                from = at + 1;
            }
            add(from..line.len());
        }
        Parting::Places => {
            let mut start = None;
            let mut blank_from = None;
            for (at, c) in line.char_indices() {
                match (c == ' ' || c == '\t', start, blank_from) {
                    (false, None, _) => (start, blank_from) = (Some(at), None),
                    (false, Some(from), Some(blank)) => {
                        if line[blank..at].len() >= 2 {
                            add(from..blank);
                            start = Some(at);
                        }
                        blank_from = None;
                    }
                    (true, Some(_), None) => blank_from = Some(at),
                    _ => {}
                }
            }
            if let Some(from) = start {
                add(from..line.trim_end().len().max(from));
            }
        }
    }
    found
}

/// The bytes of each column on a line; `None` when the line fits no column.
pub(super) fn place(
    content: &str,
    own: &[Cell],
    head: &[Cell],
    parting: Parting,
    columns: &[Column],
) -> Option<Vec<Range<usize>>> {
    let mut placed: Vec<Range<usize>> = vec![0..0; columns.len()];
    match parting {
        Parting::Bars if !content.contains('|') => return None,
        Parting::Tabs if !content.contains('\t') && own.len() < 2 => {
            // a group's name stands alone
            let name = columns.iter().position(|column| *column == Column::Name)?;
            placed[name] = own.first()?.0.clone();
        }
        Parting::Bars | Parting::Tabs => {
            for (at, (range, _)) in own.iter().enumerate().take(columns.len()) {
                placed[at] = range.clone();
            }
        }
        Parting::Places if own.len() == columns.len() => {
            for (at, (range, _)) in own.iter().enumerate() {
                placed[at] = range.clone();
            }
        }
        Parting::Places => {
            for (range, span) in own {
                // the column whose name overlaps the cell most, or else the nearest
                let far = |column: &Cell| {
                    let (start, end) = (column.1.start.max(span.start), column.1.end.min(span.end));
                    if start < end {
                        -i64::try_from(end - start).unwrap_or(0)
                    } else {
                        i64::try_from(start - end).unwrap_or(0)
                    }
                };
                let best = (0..head.len().min(columns.len())).min_by_key(|at| far(&head[*at]))?;
                placed[best] = if placed[best].is_empty() { range.clone() } else { placed[best].start..range.end };
            }
        }
    }
    Some(placed)
}

/// The words of a cell, with their true places on the line.
pub(super) fn tokens(content: &str, range: Range<usize>, line: usize, damaged: bool) -> Vec<Token> {
    if range.is_empty() {
        return Vec::new();
    }
    let mut words = tokenise::line(&content[range.clone()], line, damaged);
    for word in &mut words {
        word.start += range.start;
        word.end += range.start;
    }
    words
}
