//! The notation that certificates and signatures are written in: tag, length, content.
//!
//! Read leniently and copied never: what is signed are the bytes as they stand, so nothing may be put in order on the way.
//! Some tools write lengths that are open (BER); those are closed first.

use chrono::{NaiveDate, NaiveDateTime};
use std::borrow::Cow;
use thidua_domain::basics::text::nfc;

pub(super) const INTEGER: u8 = 0x02;
pub(super) const BITS: u8 = 0x03;
pub(super) const OCTETS: u8 = 0x04;
pub(super) const NAME: u8 = 0x06;
pub(super) const SEQUENCE: u8 = 0x30;
pub(super) const SET: u8 = 0x31;

/// Values inside one another, as deep as any signature goes and further.
const DEEPEST: usize = 32;
/// Letters of a name that are shown.
const LONGEST_TEXT: usize = 200;

/// A value.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Value<'a> {
    pub(super) tag: u8,
    pub(super) content: &'a [u8],
    /// With its tag and length.
    pub(super) whole: &'a [u8],
}

impl<'a> Value<'a> {
    /// The only value, or the first, of some bytes.
    pub(super) fn first(bytes: &'a [u8]) -> Option<Self> {
        Values(bytes).next()
    }

    /// The values inside.
    pub(super) fn inside(self) -> Values<'a> {
        Values(self.content)
    }

    /// Itself, if it has the tag.
    pub(super) fn tagged(self, tag: u8) -> Option<Self> {
        (self.tag == tag).then_some(self)
    }

    /// The bytes of a string of bits that is whole bytes.
    pub(super) fn bits(self) -> Option<&'a [u8]> {
        match self.tagged(BITS)?.content {
            [0, bytes @ ..] => Some(bytes),
            _ => None,
        }
    }

    /// A text, tidied so that it cannot dress up as another: no control or direction marks.
    pub(super) fn text(self) -> Option<String> {
        let text = match self.tag {
            0x0c => String::from_utf8_lossy(self.content).into_owned(),
            0x12..=0x16 | 0x1a => self.content.iter().copied().map(char::from).collect(),
            0x1e => {
                let units: Vec<u16> =
                    self.content.chunks_exact(2).map(|pair| u16::from_be_bytes([pair[0], pair[1]])).collect();
                String::from_utf16_lossy(&units)
            }
            _ => return None,
        };
        Some(tidy(&text))
    }

    /// A moment of UTCTime or GeneralizedTime.
    pub(super) fn time(self) -> Option<NaiveDateTime> {
        let text = std::str::from_utf8(self.content).ok()?.strip_suffix('Z')?;
        if !text.bytes().all(|byte| byte.is_ascii_digit() || byte == b'.') {
            return None;
        }
        let (year, rest) = match self.tag {
            0x17 => {
                let year: i32 = text.get(..2)?.parse().ok()?;
                (if year < 50 { 2000 + year } else { 1900 + year }, text.get(2..)?)
            }
            0x18 => (text.get(..4)?.parse().ok()?, text.get(4..)?),
            _ => return None,
        };
        let two = |at: usize| rest.get(at..at + 2).and_then(|digits| digits.parse::<u32>().ok());
        let seconds = if rest.len() >= 10 { two(8)? } else { 0 };
        NaiveDate::from_ymd_opt(year, two(0)?, two(2)?)?.and_hms_opt(two(4)?, two(6)?, seconds)
    }
}

/// A text that people see, without marks that nobody sees.
pub(super) fn tidy(text: &str) -> String {
    let hidden = |c: char| {
        c.is_control()
            || matches!(c, '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}' | '\u{feff}')
    };
    let shown: String =
        text.chars().map(|c| if c.is_whitespace() { ' ' } else { c }).filter(|c| !hidden(*c)).collect();
    nfc(shown.trim()).chars().take(LONGEST_TEXT).collect()
}

/// Values one behind another. Ends at the first that cannot be read.
#[derive(Clone, Debug)]
pub(super) struct Values<'a>(pub(super) &'a [u8]);

impl<'a> Values<'a> {
    /// The next value, if it has the tag.
    pub(super) fn want(&mut self, tag: u8) -> Option<Value<'a>> {
        let mut ahead = self.clone();
        let found = ahead.next()?.tagged(tag)?;
        *self = ahead;
        Some(found)
    }
}

impl<'a> Iterator for Values<'a> {
    type Item = Value<'a>;

    fn next(&mut self) -> Option<Value<'a>> {
        let (tag, length, head) = head(self.0)?;
        let end = head.checked_add(length?)?;
        let whole = self.0.get(..end)?;
        self.0 = self.0.get(end..)?;
        Some(Value { tag, content: whole.get(head..)?, whole })
    }
}

/// The tag, the length (nothing when it is open) and how many bytes both take.
fn head(bytes: &[u8]) -> Option<(u8, Option<usize>, usize)> {
    let (&tag, &length) = (bytes.first()?, bytes.get(1)?);
    if tag & 0x1f == 0x1f {
        // numbers of tags beyond 30 are in none of what is read here
        return None;
    }
    match length {
        0..=0x7f => Some((tag, Some(usize::from(length)), 2)),
        0x80 => Some((tag, None, 2)),
        0x81..=0x84 => {
            let count = usize::from(length & 0x7f);
            let digits = bytes.get(2..2 + count)?;
            let length = digits.iter().fold(0usize, |sum, digit| (sum << 8) | usize::from(*digit));
            Some((tag, Some(length), 2 + count))
        }
        _ => None,
    }
}

/// The first value with all its lengths closed; what is closed already is not copied.
pub(super) fn closed(bytes: &[u8]) -> Option<Cow<'_, [u8]>> {
    match head(bytes)? {
        (_, Some(_), _) => Value::first(bytes).map(|value| Cow::Borrowed(value.whole)),
        (_, None, _) => {
            let mut out = Vec::new();
            close(bytes, &mut out, 0)?;
            Some(Cow::Owned(out))
        }
    }
}

/// Writes the first value of `bytes` with its length closed; answers how many bytes it took.
fn close(bytes: &[u8], out: &mut Vec<u8>, depth: usize) -> Option<usize> {
    let (tag, length, start) = head(bytes)?;
    if depth > DEEPEST {
        return None;
    }
    if tag & 0x20 == 0 {
        let end = start.checked_add(length?)?;
        out.extend_from_slice(bytes.get(..end)?);
        return Some(end);
    }
    let end = length.map(|length| start.checked_add(length)).map_or(Some(None), |end| end.map(Some))?;
    let (mut at, mut inside) = (start, Vec::new());
    let after = loop {
        if end.is_some_and(|end| at >= end) {
            break at;
        }
        let rest = bytes.get(at..end.unwrap_or(bytes.len()))?;
        if end.is_none() && rest.starts_with(&[0, 0]) {
            break at + 2;
        }
        at += close(rest, &mut inside, depth + 1)?;
    };
    let (tag, inside) = if tag == OCTETS | 0x20 {
        (OCTETS, Values(&inside).flat_map(|part| part.content.to_vec()).collect())
    } else {
        (tag, inside)
    };
    out.push(tag);
    match inside.len() {
        length @ 0..=0x7f => out.push(length as u8),
        length => {
            let digits = u32::try_from(length).ok()?.to_be_bytes();
            let digits = &digits[digits.iter().take_while(|digit| **digit == 0).count()..];
            out.push(0x80 | digits.len() as u8);
            out.extend_from_slice(digits);
        }
    }
    out.extend_from_slice(&inside);
    Some(after)
}

/// The name of an algorithm in figures, `1.2.840.113549.1.1.1`, for those who ask which it is.
pub(super) fn figures(name: &[u8]) -> String {
    let (mut parts, mut value) = (Vec::new(), 0u64);
    for byte in name {
        value = (value.min(u64::MAX >> 8) << 7) | u64::from(byte & 0x7f);
        if byte & 0x80 == 0 {
            if parts.is_empty() {
                parts.extend([(value / 40).min(2), value - 40 * (value / 40).min(2)]);
            } else {
                parts.push(value);
            }
            value = 0;
        }
    }
    parts.iter().map(u64::to_string).collect::<Vec<_>>().join(".")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn open_lengths_are_closed_and_split_octets_joined() {
        let open = [0x30, 0x80, 0x02, 0x01, 0x05, 0x24, 0x80, 0x04, 0x01, 0xaa, 0x04, 0x01, 0xbb, 0, 0, 0, 0, 0, 0];
        assert_eq!(
            closed(&open).as_deref(),
            Some([0x30, 0x07, 0x02, 0x01, 0x05, 0x04, 0x02, 0xaa, 0xbb].as_slice())
        );
        assert_eq!(closed(&[0x30, 0x01, 0x05, 0x00]).as_deref(), Some([0x30, 0x01, 0x05].as_slice()));
        assert_eq!(closed(&[0x30, 0x80].repeat(500)), None);
    }

    #[test]
    fn moments_and_names_are_read() {
        let time =
            |tag, text: &str| Value { tag, content: text.as_bytes(), whole: &[] }.time().map(|at| at.to_string());
        assert_eq!(time(0x17, "260105070809Z").as_deref(), Some("2026-01-05 07:08:09"));
        assert_eq!(time(0x18, "20500105070809Z").as_deref(), Some("2050-01-05 07:08:09"));
        assert_eq!(time(0x17, "261305070809Z"), None);
        assert_eq!(time(0x17, "2601ệệ"), None);
        assert_eq!(figures(&[0x2a, 0x86, 0x48, 0x86, 0xf7, 0x0d, 0x01, 0x01, 0x01]), "1.2.840.113549.1.1.1");
        assert_eq!(tidy("Ủy ban\u{202e} nhân dân\n"), "Ủy ban nhân dân");
    }
}
