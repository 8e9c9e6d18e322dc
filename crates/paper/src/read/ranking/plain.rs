//! Lines as programs write them, `2021,1,01448,CT01,3963.67`, read eight bytes at a time. Anything else is left to the reader
//! of every way.

use super::codes::{Codes, Spelt};
use super::fields;
use thidua_domain::ranking::Cell;

/// Bytes that are looked at: more than a plain line has.
pub(super) const WINDOW: usize = 48;
const COMMAS: u64 = u64::from_le_bytes([b','; 8]);
const ENDS: u64 = u64::from_le_bytes([b'\n'; 8]);
const ZEROS: u64 = u64::from_le_bytes([b'0'; 8]);

/// What the line before said, since the next one mostly says the same.
#[derive(Clone, Copy, Debug)]
pub(super) struct Before {
    /// The first bytes, up to the unit.
    begin: u64,
    /// Year and quarter in them.
    when: (i32, u8),
    unit: Spelt,
    target: u32,
}

impl Before {
    /// Before the first line.
    pub(super) fn nothing() -> Before {
        Before { begin: 0, when: (0, 0), unit: Spelt::NONE, target: u32::MAX - 1 }
    }
}

/// A line that was read: year, quarter (0 where the file has none), unit, target, value, and how many bytes it took.
pub(super) struct Plain {
    pub(super) year: i32,
    pub(super) quarter: u8,
    pub(super) unit: u32,
    pub(super) target: u32,
    pub(super) value: Cell,
    pub(super) length: usize,
}

#[inline]
fn eight(window: &[u8; WINDOW], at: usize) -> Option<u64> {
    window.get(at..)?.first_chunk().map(|bytes| u64::from_le_bytes(*bytes))
}

/// Marks the top bit of each byte that is zero, exactly for the lowest one.
#[inline]
fn zero_bytes(word: u64) -> u64 {
    const LOW: u64 = u64::from_le_bytes([0x01; 8]);
    const HIGH: u64 = u64::from_le_bytes([0x80; 8]);
    word.wrapping_sub(LOW) & !word & HIGH
}

/// The code before the next comma as a number; nothing where it has more than seven bytes.
fn code(word: u64) -> Option<u64> {
    let found = zero_bytes(word ^ COMMAS);
    (found != 0).then(|| word & ((1u64 << (8 * (found.trailing_zeros() / 8))) - 1))
}

/// Up to eight digits, right-aligned in a word from which [`ZEROS`] was taken, as a number.
#[inline(always)]
fn number(digits: u64) -> Option<u64> {
    const PAIRS: u64 = 0x00ff_00ff_00ff_00ff;
    const FOURS: u64 = 0x0000_ffff_0000_ffff;
    let beyond_nine = digits.wrapping_add(u64::from_le_bytes([0x76; 8])) | digits;
    if beyond_nine & u64::from_le_bytes([0x80; 8]) != 0 {
        return None;
    }
    let pairs = digits.wrapping_mul(10).wrapping_add(digits >> 8) & PAIRS;
    let fours = pairs.wrapping_mul(100).wrapping_add(pairs >> 16) & FOURS;
    Some((fours.wrapping_mul(10_000).wrapping_add(fours >> 32)) & 0xffff_ffff)
}

/// The value up to the end of the line, in hundredths, and the bytes up to the next line.
#[inline(always)]
fn value(window: &[u8; WINDOW], at: usize) -> Option<(Cell, usize)> {
    // without a branch on where the line ends: that is different on every line
    let (first, second) = (eight(window, at)?, eight(window, at + 8)?);
    let found = u128::from(zero_bytes(second ^ ENDS)) << 64 | u128::from(zero_bytes(first ^ ENDS));
    let end = (found.trailing_zeros() / 8) as usize;
    if end == 0 {
        return Some((Cell::NOTHING, 1));
    }
    let text = window.get(at..at + end)?; // none where no end was found
    let text = if let [most @ .., b'\r'] = text { most } else { text };
    let [whole @ .., b'.', tenth, hundredth] = text else { return None };
    if whole.is_empty() || whole.len() > 8 || !tenth.is_ascii_digit() || !hundredth.is_ascii_digit() {
        return None;
    }
    let digits = (first ^ ZEROS) << (64 - 8 * whole.len());
    let decimals = i64::from(tenth - b'0') * 10 + i64::from(hundredth - b'0');
    let whole = i64::try_from(number(digits)?).ok()?;
    Some((Cell::hundredths(whole * 100 + decimals), end + 1))
}

/// Year and, where `quarters`, quarter: the bytes up to the unit.
#[inline]
fn when(window: &[u8; WINDOW], quarters: bool) -> Option<(i32, u8)> {
    let year = fields::year(&window[..4])?;
    match (window[4], quarters, window[5], window[6]) {
        (b',', true, quarter @ b'1'..=b'4', b',') => Some((year, quarter - b'1')),
        (b',', false, _, _) => Some((year, 0)),
        _ => None,
    }
}

/// Reads the line at the beginning of the window, if it is a plain one.
#[inline]
pub(super) fn line(
    window: &[u8; WINDOW],
    quarters: bool,
    units: &Codes,
    targets: &Codes,
    before: &mut Before,
) -> Option<Plain> {
    let (length, mask) = if quarters { (7, (1u64 << 56) - 1) } else { (5, (1u64 << 40) - 1) };
    let begin = eight(window, 0)? & mask;
    if begin != before.begin {
        before.when = when(window, quarters)?;
        before.begin = begin;
    }
    let bytes = eight(window, length)?;
    if !before.unit.begins(bytes) {
        before.unit = *units.spelt(code(bytes)?)?;
    }
    let at = length + before.unit.length;
    let bytes = eight(window, at)?;
    let mut target = targets.behind(before.target);
    if !target.begins(bytes) {
        target = targets.spelt(code(bytes)?)?;
    }
    before.target = target.number;
    let at = at + target.length;
    let (value, value_length) = value(window, at)?;
    Some(Plain {
        year: before.when.0,
        quarter: before.when.1,
        unit: before.unit.number,
        target: before.target,
        value,
        length: at + value_length,
    })
}
