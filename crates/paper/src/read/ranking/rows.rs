//! Plans and figures, line by line.

use super::codes::Codes;
use super::plain::{self, Before, WINDOW};
use super::{BadLine, FIGURE_COLUMNS, PLAN_COLUMNS, Wrong, fields};
use memchr::memchr;
use thidua_domain::ranking::{Cell, Layout};

/// A plan: what a unit is to reach of a target in a year.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Plan {
    /// The year.
    pub year: i32,
    /// The cell, see [`Layout::place`].
    pub place: u32,
    /// The plan; nothing where the field is empty.
    pub value: Cell,
}

/// A figure: what a unit reported of a target for a quarter.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Figure {
    /// The year.
    pub year: i32,
    /// The quarter, 0 to 3.
    pub quarter: u8,
    /// The cell, see [`Layout::place`].
    pub place: u32,
    /// The value; nothing where the unit reported that it has none.
    pub value: Cell,
}

/// Reads the lines of plans and figures of a layout.
#[derive(Debug)]
pub struct Rows {
    units: Codes,
    targets: Codes,
    width: u32,
}

impl Rows {
    /// For these units and targets.
    pub fn of(layout: &Layout) -> Rows {
        Rows {
            units: Codes::new(layout.units.iter().map(|unit| unit.code.as_str())),
            targets: Codes::new(layout.targets.iter().map(|target| target.code.as_str())),
            width: u32::try_from(layout.targets.len()).unwrap_or(u32::MAX),
        }
    }

    /// Where the first line of a file of plans ends, if it names the columns.
    ///
    /// # Errors
    /// When it names others.
    pub fn plan_head(bytes: &[u8]) -> Result<usize, BadLine> {
        head(bytes, PLAN_COLUMNS)
    }

    /// Where the first line of a file of figures ends, if it names the columns.
    ///
    /// # Errors
    /// When it names others.
    pub fn figure_head(bytes: &[u8]) -> Result<usize, BadLine> {
        head(bytes, FIGURE_COLUMNS)
    }

    /// The plans of some whole lines.
    ///
    /// # Errors
    /// The first line that cannot be read.
    pub fn plans<E: FnMut(Plan)>(&self, lines: &[u8], each: &mut E) -> Result<(), BadLine> {
        let mut before = Before::nothing();
        let plain = |window: &[u8; WINDOW], each: &mut E| {
            let line = plain::line(window, false, &self.units, &self.targets, &mut before)?;
            each(Plan { year: line.year, place: line.unit * self.width + line.target, value: line.value });
            Some(line.length)
        };
        for_each_line(lines, each, plain, |line, each| {
            let [year, unit, target, value] = four(line)?;
            let year = fields::year(year).ok_or(Wrong::Year)?;
            each(Plan { year, place: self.place(unit, target)?, value: self::value(value)? });
            Ok(())
        })
    }

    /// The figures of some whole lines.
    ///
    /// # Errors
    /// The first line that cannot be read.
    pub fn figures<E: FnMut(Figure)>(&self, lines: &[u8], each: &mut E) -> Result<(), BadLine> {
        let mut before = Before::nothing();
        let plain = |window: &[u8; WINDOW], each: &mut E| {
            let line = plain::line(window, true, &self.units, &self.targets, &mut before)?;
            let place = line.unit * self.width + line.target;
            each(Figure { year: line.year, quarter: line.quarter, place, value: line.value });
            Some(line.length)
        };
        for_each_line(lines, each, plain, |line, each| {
            let [year, quarter, unit, target, value] = five(line)?;
            let year = fields::year(year).ok_or(Wrong::Year)?;
            let quarter = match quarter {
                [digit @ b'1'..=b'4'] => digit - b'1',
                _ => return Err(Wrong::Quarter),
            };
            each(Figure { year, quarter, place: self.place(unit, target)?, value: self::value(value)? });
            Ok(())
        })
    }

    #[inline]
    fn place(&self, unit: &[u8], target: &[u8]) -> Result<u32, Wrong> {
        let shown = |code: &[u8]| String::from_utf8_lossy(code).into_owned();
        let at = self.units.find(unit).ok_or_else(|| Wrong::Unit(shown(unit)))?;
        let of = self.targets.find(target).ok_or_else(|| Wrong::Target(shown(target)))?;
        Ok(at * self.width + of)
    }
}

#[inline]
fn value(field: &[u8]) -> Result<Cell, Wrong> {
    if field.is_empty() {
        return Ok(Cell::NOTHING);
    }
    fields::hundredths(field)
        .map(Cell::hundredths)
        .ok_or_else(|| Wrong::Value(String::from_utf8_lossy(field).into_owned()))
}

/// The commas of a line cut it into fields; anything else is not a plain line.
#[inline]
fn cut<const N: usize>(line: &[u8]) -> Option<[&[u8]; N]> {
    let mut fields: [&[u8]; N] = [&[]; N];
    let (mut begin, mut at) = (0, 0);
    for (place, byte) in line.iter().enumerate() {
        if *byte == b',' {
            *fields.get_mut(at)? = &line[begin..place];
            (begin, at) = (place + 1, at + 1);
        }
    }
    if at + 1 != N {
        return None;
    }
    fields[at] = &line[begin..];
    Some(fields)
}

#[inline]
fn four(line: &[u8]) -> Result<[&[u8]; 4], Wrong> {
    cut(line).ok_or(Wrong::Fields(4))
}

#[inline]
fn five(line: &[u8]) -> Result<[&[u8]; 5], Wrong> {
    cut(line).ok_or(Wrong::Fields(5))
}

/// Reads every line that is not blank: `plain` those that programs write, by the bytes from their beginning on, `any` all
/// others. A line that is refused is written plainly, without quotation marks and with a decimal point, and tried once more.
#[inline]
fn for_each_line<E>(
    lines: &[u8],
    each: &mut E,
    mut plain: impl FnMut(&[u8; WINDOW], &mut E) -> Option<usize>,
    mut any: impl FnMut(&[u8], &mut E) -> Result<(), Wrong>,
) -> Result<(), BadLine> {
    let mut begin = 0;
    while begin < lines.len() {
        if let Some(window) = lines[begin..].first_chunk()
            && let Some(length) = plain(window, each)
        {
            begin += length;
            continue;
        }
        let end = memchr(b'\n', &lines[begin..]).map_or(lines.len(), |length| begin + length);
        let line = lines[begin..end].strip_suffix(b"\r").unwrap_or(&lines[begin..end]);
        if !line.is_empty()
            && let Err(wrong) = any(line, each)
            && !line.trim_ascii().is_empty()
        {
            let again = match plainly(line) {
                Some(plain) => any(&plain, each),
                None => Err(wrong),
            };
            again.map_err(|wrong| BadLine { at: begin, wrong })?;
        }
        begin = end + 1;
    }
    Ok(())
}

/// A line with quotation marks or spaces, without them; its last field may have a decimal comma.
fn plainly(line: &[u8]) -> Option<Vec<u8>> {
    let mut fields = fields::unquoted(line);
    let last = fields.last_mut()?;
    if last.iter().filter(|byte| **byte == b',').count() == 1 && !last.contains(&b'.') {
        last.iter_mut().filter(|byte| **byte == b',').for_each(|byte| *byte = b'.');
    }
    let plain = fields.join(&b',');
    (plain != line).then_some(plain)
}

fn head(bytes: &[u8], columns: &'static str) -> Result<usize, BadLine> {
    let end = memchr(b'\n', bytes).unwrap_or(bytes.len());
    let line = bytes[..end].strip_prefix(b"\xef\xbb\xbf").unwrap_or(&bytes[..end]);
    let fields = fields::unquoted(line.trim_ascii());
    if fields.join(&b',').eq_ignore_ascii_case(columns.as_bytes()) {
        Ok((end + 1).min(bytes.len()))
    } else {
        Err(BadLine { at: 0, wrong: Wrong::Columns(columns) })
    }
}
