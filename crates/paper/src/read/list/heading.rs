//! Where the headings stand, and which column each is of.

use super::raw::{RawRow, Style};
use super::{HEADING_ROWS, words};
use crate::read::LegacyFont;
use crate::read::legacy;
use crate::write::xlsx::words::CODE_HEADING;
use std::collections::HashMap;
use thidua_domain::basics::text::fold;
use thidua_domain::lists::Column;

/// What a heading may be of.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::read) enum Of {
    /// A declared column, by its place.
    Declared(usize),
    /// The hidden column of row codes.
    Code,
    /// The numbers of rows.
    Number,
}

/// The headings that are known.
pub(in crate::read) struct Known {
    by_text: HashMap<String, Of>,
    columns: usize,
    /// Columns one of which must be found: those that every row needs, or that name it.
    needed: Vec<usize>,
}

/// Headings that were found.
#[derive(Clone, Debug)]
pub(in crate::read) struct Headings {
    pub(in crate::read) sheet: usize,
    pub(in crate::read) name: String,
    /// The row they stand in, the lower one of two.
    pub(in crate::read) row: u32,
    /// Where each declared column stands.
    pub(in crate::read) places: Vec<Option<u32>>,
    pub(in crate::read) code: Option<u32>,
    pub(in crate::read) number: Option<u32>,
    /// Headings that are of nothing known, with their columns.
    pub(in crate::read) unknown: Vec<(u32, String)>,
    /// Headings that say the same as one before, with their columns.
    pub(in crate::read) twice: Vec<(u32, String)>,
    /// The legacy font that the sheet is plainly typed in, although its cells do not say so.
    pub(in crate::read) legacy: Option<LegacyFont>,
}

impl Headings {
    /// Declared columns that were found.
    pub(in crate::read) fn count(&self) -> usize {
        self.places.iter().flatten().count()
    }
}

/// A heading as it is compared: letters and digits without marks, one space between words.
fn bare(text: &str) -> String {
    let folded = fold(text);
    let words = folded.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty());
    words.collect::<Vec<_>>().join(" ")
}

/// A heading without what stands in brackets: “Số hộ (hộ)”.
fn without_brackets(text: &str) -> String {
    let mut depth = 0usize;
    text.chars()
        .filter(|c| {
            match c {
                '(' | '[' => depth += 1,
                ')' | ']' => {
                    depth = depth.saturating_sub(1);
                    return false;
                }
                _ => {}
            }
            depth == 0
        })
        .collect()
}

impl Known {
    pub(in crate::read) fn new(columns: &[Column]) -> Self {
        let mut by_text = HashMap::new();
        let mut add = |text: &str, of| {
            for text in [bare(text), bare(&without_brackets(text))] {
                if !text.is_empty() {
                    by_text.entry(text).or_insert(of);
                }
            }
        };
        // a column's own heading goes before what others may also be called
        for (at, column) in columns.iter().enumerate() {
            add(&column.heading, Of::Declared(at));
        }
        for (at, column) in columns.iter().enumerate() {
            column.also.iter().for_each(|other| add(other, Of::Declared(at)));
        }
        add(CODE_HEADING, Of::Code);
        words::NUMBER_HEADINGS.iter().for_each(|text| add(text, Of::Number));
        let needed = columns.iter().enumerate().filter(|(_, column)| column.required || column.names);
        Known { by_text, columns: columns.len(), needed: needed.map(|(at, _)| at).collect() }
    }

    fn of(&self, text: &str) -> Option<Of> {
        let found = self.by_text.get(&bare(text)).or_else(|| self.by_text.get(&bare(&without_brackets(text))));
        found.copied()
    }

    /// The best headings among the first rows of a sheet: most columns, and the higher of two that find as many.
    pub(in crate::read) fn find(&self, rows: &[RawRow], sheet: usize, name: String) -> Option<Headings> {
        let legacy = sheet_legacy(rows);
        let mut best: Option<Headings> = None;
        for (at, row) in rows.iter().enumerate().filter(|(_, row)| row.number <= HEADING_ROWS) {
            let below = rows.get(at + 1).filter(|below| below.number == row.number + 1);
            for below in [None, below] {
                if let Some(mut found) = self.headings(row, below, legacy)
                    && best.as_ref().is_none_or(|best| found.count() > best.count())
                {
                    (found.sheet, found.name) = (sheet, name.clone());
                    best = Some(found);
                }
            }
        }
        best
    }

    /// The headings of a row, or of two rows of which the upper one groups the lower one's columns.
    fn headings(&self, row: &RawRow, below: Option<&RawRow>, legacy: Option<LegacyFont>) -> Option<Headings> {
        let mut found = Headings {
            sheet: 0,
            name: String::new(),
            row: below.unwrap_or(row).number,
            places: vec![None; self.columns],
            code: None,
            number: None,
            unknown: Vec::new(),
            twice: Vec::new(),
            legacy,
        };
        let last =
            row.cells.iter().chain(below.iter().flat_map(|below| &below.cells)).map(|cell| cell.column).max()?;
        let mut group = String::new();
        for column in 0..=last {
            let upper = text_at(row, column, legacy);
            let lower = below.map(|below| text_at(below, column, legacy)).unwrap_or_default();
            if !upper.is_empty() {
                group.clone_from(&upper);
            }
            let joined = format!("{group} {lower}");
            let ways = match (upper.is_empty(), lower.is_empty()) {
                (true, true) => continue,
                (_, true) => [upper.as_str(), "", ""],
                (_, false) => [joined.as_str(), lower.as_str(), upper.as_str()],
            };
            match ways.iter().find_map(|way| self.of(way)) {
                Some(Of::Declared(at)) => match found.places.get_mut(at) {
                    Some(place) if place.is_none() => *place = Some(column),
                    _ => found.twice.push((column, if lower.is_empty() { upper } else { joined })),
                },
                Some(Of::Code) => found.code = found.code.or(Some(column)),
                Some(Of::Number) => found.number = found.number.or(Some(column)),
                None => {
                    found.unknown.push((column, if lower.is_empty() { upper } else { joined.trim().to_owned() }))
                }
            }
        }
        let enough = found.count() >= 2.min(self.columns);
        let named = self.needed.is_empty() || self.needed.iter().any(|at| found.places[*at].is_some());
        (enough && named && found.count() > 0).then_some(found)
    }
}

/// The text of a cell, in Unicode.
fn text_at(row: &RawRow, column: u32, legacy: Option<LegacyFont>) -> String {
    let Some(cell) = row.cell(column) else { return String::new() };
    in_unicode(row.text_of(cell).trim(), cell.style, legacy).into_owned()
}

/// Text typed in a legacy font, in Unicode; other text as it is.
pub(in crate::read) fn in_unicode(
    text: &str,
    style: Style,
    legacy: Option<LegacyFont>,
) -> std::borrow::Cow<'_, str> {
    if text.is_ascii() && style.legacy.is_none_or(|(_, capitals)| !capitals) {
        return text.into();
    }
    match (style.legacy, legacy) {
        // a font of that name says nothing when the letters are Vietnamese already
        (Some((font, capitals)), _) if !is_vietnamese(text) => {
            let text = font.convert(text);
            if capitals { text.to_uppercase().into() } else { text.into() }
        }
        (None, Some(font)) if !is_vietnamese(text) => font.convert(text).into(),
        _ => text.into(),
    }
}

/// Whether there are letters that only Unicode text has.
fn is_vietnamese(text: &str) -> bool {
    text.chars().any(|c| matches!(c, '\u{102}'..='\u{1b0}' | '\u{1ea0}'..='\u{1ef9}' | '\u{300}'..='\u{323}'))
}

/// The legacy font that the first rows are plainly typed in.
fn sheet_legacy(rows: &[RawRow]) -> Option<LegacyFont> {
    let mut sample = String::new();
    for row in rows {
        sample.push_str(&row.text);
        sample.push('\n');
    }
    if is_vietnamese(&sample) { None } else { legacy::detect(&sample) }
}
