//! The tags and texts of an XML part, one after another, while it is being unpacked.
//!
//! Only what workbooks need of XML is known here: no entities beyond the five and numbered letters, no document type. What is
//! in hand never grows beyond one tag or one text, so a part of any size takes the same memory.

use crate::read::ReadProblem;
use std::io::Read;
use std::ops::Range;

/// One tag or one text is never longer: a cell holds 32,767 letters.
const LONGEST: usize = 1024 * 1024;
/// What is unpacked at once.
const STEP: usize = 64 * 1024;

/// A tag or a text.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Piece<'a> {
    /// An opening tag: its name without prefix, its attributes as they stand, and whether it closes itself.
    Open { name: &'a [u8], attributes: &'a [u8], empty: bool },
    /// A closing tag, without prefix.
    Close(&'a [u8]),
    /// Text with its entities.
    Text(&'a [u8]),
    /// Text that has no entities.
    Literal(&'a [u8]),
    /// Nothing comes after.
    End,
}

/// What a range of the buffer is.
enum Kind {
    Open,
    Close,
    Text,
    Literal,
    Skip,
}

/// Reads pieces.
pub(super) struct Tags<R> {
    from: R,
    buffer: Vec<u8>,
    at: usize,
    end: usize,
    over: bool,
    /// Bytes that may still be unpacked.
    left: u64,
}

impl<R: Read> Tags<R> {
    /// Pieces of a part that unpacks to at most `limit` bytes.
    pub(super) fn new(from: R, limit: u64) -> Self {
        Tags { from, buffer: vec![0; STEP], at: 0, end: 0, over: false, left: limit }
    }

    /// The next piece.
    pub(super) fn next(&mut self) -> Result<Piece<'_>, ReadProblem> {
        let (kind, range) = loop {
            let Some((kind, range, next)) = self.find()? else { return Ok(Piece::End) };
            self.at = next;
            if !matches!(kind, Kind::Skip) {
                break (kind, range);
            }
        };
        let piece = &self.buffer[range];
        Ok(match kind {
            Kind::Text | Kind::Skip => Piece::Text(piece),
            Kind::Literal => Piece::Literal(piece),
            Kind::Close => Piece::Close(local(piece.trim_ascii())),
            Kind::Open => {
                let (piece, empty) = piece.strip_suffix(b"/").map_or((piece, false), |whole| (whole, true));
                let named = piece.iter().position(u8::is_ascii_whitespace).unwrap_or(piece.len());
                Piece::Open { name: local(&piece[..named]), attributes: &piece[named..], empty }
            }
        })
    }

    /// Where the next piece is, and where the one after it begins.
    fn find(&mut self) -> Result<Option<(Kind, Range<usize>, usize)>, ReadProblem> {
        if self.at == self.end && !self.fill()? {
            return Ok(None);
        }
        if self.buffer[self.at] != b'<' {
            let mut looked = 0;
            loop {
                if let Some(found) = memchr::memchr(b'<', &self.buffer[self.at + looked..self.end]) {
                    let end = self.at + looked + found;
                    return Ok(Some((Kind::Text, self.at..end, end)));
                }
                looked = self.end - self.at;
                if !self.fill()? {
                    return Ok(Some((Kind::Text, self.at..self.end, self.end)));
                }
            }
        }
        while self.end - self.at < 9 && self.fill()? {}
        let start = &self.buffer[self.at..self.end];
        if start.starts_with(b"<!--") {
            let end = self.until(b"-->", 4)?;
            return Ok(Some((Kind::Skip, self.at..self.at, end)));
        }
        if start.starts_with(b"<![CDATA[") {
            let end = self.until(b"]]>", 9)?;
            return Ok(Some((Kind::Literal, self.at + 9..end - 3, end)));
        }
        if start.starts_with(b"<?") {
            let end = self.until(b"?>", 2)?;
            return Ok(Some((Kind::Skip, self.at..self.at, end)));
        }
        if start.starts_with(b"<!") {
            return Err(ReadProblem::Entities);
        }
        let close = start.get(1) == Some(&b'/');
        let end = self.tag_end()?;
        Ok(Some(match close {
            true => (Kind::Close, self.at + 2..end - 1, end),
            false => (Kind::Open, self.at + 1..end - 1, end),
        }))
    }

    /// The place behind the `>` that closes the tag in hand; one that stands in quotes does not.
    fn tag_end(&mut self) -> Result<usize, ReadProblem> {
        let mut looked = 1;
        let mut quote = None;
        loop {
            for (at, byte) in self.buffer[self.at + looked..self.end].iter().enumerate() {
                match (quote, byte) {
                    (None, b'>') => return Ok(self.at + looked + at + 1),
                    (None, b'"' | b'\'') => quote = Some(*byte),
                    (Some(open), byte) if open == *byte => quote = None,
                    _ => {}
                }
            }
            looked = self.end - self.at;
            if !self.fill()? {
                return Err(ReadProblem::Broken);
            }
        }
    }

    /// The place behind a mark that ends a piece.
    fn until(&mut self, mark: &[u8], skipped: usize) -> Result<usize, ReadProblem> {
        let mut looked = skipped;
        loop {
            if let Some(found) =
                memchr::memmem::find(&self.buffer[(self.at + looked).min(self.end)..self.end], mark)
            {
                return Ok(self.at + looked + found + mark.len());
            }
            looked = (self.end - self.at).saturating_sub(mark.len()).max(skipped);
            if !self.fill()? {
                return Err(ReadProblem::Broken);
            }
        }
    }

    /// Unpacks more behind what is in hand; `false` when there is no more.
    fn fill(&mut self) -> Result<bool, ReadProblem> {
        if self.over {
            return Ok(false);
        }
        if self.at > 0 {
            self.buffer.copy_within(self.at..self.end, 0);
            self.end -= self.at;
            self.at = 0;
        }
        if self.end == self.buffer.len() {
            if self.buffer.len() >= LONGEST {
                return Err(ReadProblem::Bomb);
            }
            self.buffer.resize(self.buffer.len() * 2, 0);
        }
        let read = self.from.read(&mut self.buffer[self.end..]).map_err(|_| ReadProblem::Broken)?;
        self.left = self.left.checked_sub(read as u64).ok_or(ReadProblem::Bomb)?;
        self.end += read;
        self.over = read == 0;
        Ok(read > 0)
    }
}

/// A name without its prefix.
fn local(name: &[u8]) -> &[u8] {
    memchr::memchr(b':', name).map_or(name, |colon| &name[colon + 1..])
}

/// The value of an attribute as it stands, by its name without prefix.
pub(super) fn attribute<'a>(attributes: &'a [u8], wanted: &[u8]) -> Option<&'a [u8]> {
    let mut rest = attributes;
    loop {
        rest = rest.trim_ascii_start();
        let equals = memchr::memchr(b'=', rest)?;
        let name = rest[..equals].trim_ascii_end();
        let value = rest[equals + 1..].trim_ascii_start();
        let (quote, value) = value.split_first()?;
        let end = memchr::memchr(*quote, value)?;
        if local(name) == wanted {
            return Some(&value[..end]);
        }
        rest = &value[end + 1..];
    }
}

/// The value of an attribute, entities resolved.
pub(super) fn attribute_text(attributes: &[u8], wanted: &[u8]) -> Option<String> {
    let mut text = String::new();
    unescape(attribute(attributes, wanted)?, &mut text);
    Some(text)
}

/// The value of an attribute that is a number.
pub(super) fn attribute_number(attributes: &[u8], wanted: &[u8]) -> Option<u32> {
    number(attribute(attributes, wanted)?)
}

/// Digits as a number.
pub(super) fn number(digits: &[u8]) -> Option<u32> {
    if digits.is_empty() || digits.len() > 9 {
        return None;
    }
    digits.iter().try_fold(0u32, |sum, digit| digit.is_ascii_digit().then(|| sum * 10 + u32::from(digit - b'0')))
}

/// Adds a text, its entities resolved; bytes that are no UTF-8 become the letter that says so.
pub(super) fn unescape(piece: &[u8], into: &mut String) {
    let mut rest = piece;
    while let Some(at) = memchr::memchr(b'&', rest) {
        push(&rest[..at], into);
        let name = &rest[at + 1..];
        match memchr::memchr(b';', &name[..name.len().min(12)]) {
            Some(end) => {
                if let Some(letter) = entity(&name[..end]) {
                    into.push(letter);
                }
                rest = &name[end + 1..];
            }
            None => {
                into.push('&');
                rest = name;
            }
        }
    }
    push(rest, into);
}

/// Adds a text as it stands.
pub(super) fn push(piece: &[u8], into: &mut String) {
    match std::str::from_utf8(piece) {
        Ok(text) => into.push_str(text),
        Err(_) => into.push_str(&String::from_utf8_lossy(piece)),
    }
}

fn entity(name: &[u8]) -> Option<char> {
    match name {
        b"amp" => Some('&'),
        b"lt" => Some('<'),
        b"gt" => Some('>'),
        b"quot" => Some('"'),
        b"apos" => Some('\''),
        _ => {
            let digits = std::str::from_utf8(name.strip_prefix(b"#")?).ok()?;
            let code = match digits.strip_prefix(['x', 'X']) {
                Some(hexadecimal) => u32::from_str_radix(hexadecimal, 16),
                None => digits.parse(),
            };
            code.ok().and_then(char::from_u32)
        }
    }
}

/// Resolves `_x0041_`, as workbooks write letters that XML cannot hold, from `start` on.
pub(super) fn unescape_letters(text: &mut String, start: usize) {
    if !text[start..].contains("_x") {
        return;
    }
    let escaped = text.split_off(start);
    let mut rest = escaped.as_str();
    while let Some(at) = rest.find("_x") {
        text.push_str(&rest[..at]);
        let code = rest.get(at + 2..at + 6).filter(|code| code.bytes().all(|byte| byte.is_ascii_hexdigit()));
        match code
            .and_then(|code| u32::from_str_radix(code, 16).ok())
            .filter(|_| rest.as_bytes().get(at + 6) == Some(&b'_'))
        {
            Some(code) => {
                text.extend(char::from_u32(code));
                rest = &rest[at + 7..];
            }
            None => {
                text.push_str("_x");
                rest = &rest[at + 2..];
            }
        }
    }
    text.push_str(rest);
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Hands out one byte at a time, so that every piece is cut everywhere.
    struct Slow<'a>(&'a [u8]);

    impl Read for Slow<'_> {
        fn read(&mut self, into: &mut [u8]) -> std::io::Result<usize> {
            let count = self.0.len().min(into.len()).min(1);
            into[..count].copy_from_slice(&self.0[..count]);
            self.0 = &self.0[count..];
            Ok(count)
        }
    }

    fn pieces(from: impl Read) -> Result<Vec<String>, ReadProblem> {
        let mut tags = Tags::new(from, 1_000_000);
        let mut seen = Vec::new();
        let shown = |bytes: &[u8]| String::from_utf8_lossy(bytes).into_owned();
        loop {
            seen.push(match tags.next()? {
                Piece::End => return Ok(seen),
                Piece::Open { name, attributes, empty } => {
                    format!("<{}|{}|{empty}", shown(name), shown(attributes))
                }
                Piece::Close(name) => format!("/{}", shown(name)),
                Piece::Text(text) => format!("t{}", shown(text)),
                Piece::Literal(text) => format!("l{}", shown(text)),
            });
        }
    }

    #[test]
    fn pieces_are_the_same_however_they_arrive() {
        let xml = b"<?xml version='1.0'?><x:a r=\"1>2\" s='\"'><!-- <b> --><c/>t&amp;<![CDATA[<&]]></x:a >";
        let whole = pieces(&xml[..]).expect("read");
        assert_eq!(whole, ["<a| r=\"1>2\" s='\"'|false", "<c||true", "tt&amp;", "l<&", "/a"]);
        assert_eq!(pieces(Slow(xml)).expect("read"), whole);
        assert_eq!(pieces(&b"<a"[..]), Err(ReadProblem::Broken));
        assert_eq!(pieces(&b"<!DOCTYPE a>"[..]), Err(ReadProblem::Entities));
        assert_eq!(pieces(std::io::repeat(b' ').take(3_000_000)), Err(ReadProblem::Bomb));
    }

    #[test]
    fn attributes_are_found_by_their_names() {
        let attributes = b" x:r = \"A1\" s='3' t=\"&lt;&#x1ea7;\"";
        assert_eq!(attribute(attributes, b"r"), Some(&b"A1"[..]));
        assert_eq!(attribute_number(attributes, b"s"), Some(3));
        assert_eq!(attribute_text(attributes, b"t").as_deref(), Some("<ầ"));
        assert_eq!(attribute(attributes, b"q"), None);
        assert_eq!(attribute(b" r=", b"r"), None);
    }

    #[test]
    fn letters_that_xml_cannot_hold_come_back() {
        let mut text = "a_x0041_".to_owned();
        let start = text.len();
        text.push_str("_x005F_x0041_b_x000A_c_x00_x");
        unescape_letters(&mut text, start);
        assert_eq!(text, "a_x0041__x0041_b\nc_x00_x");
    }
}
