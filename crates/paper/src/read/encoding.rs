//! Which encoding the bytes are in: UTF-8, UTF-16, a legacy Vietnamese encoding, or else the Vietnamese code page.

use super::{FileKind, ReadNote, ReadProblem, legacy};

/// Decodes bytes that are known not to be of a binary kind.
pub(super) fn decode(bytes: &[u8]) -> Result<(String, Option<ReadNote>), ReadProblem> {
    if let Some(rest) = bytes.strip_prefix(b"\xff\xfe") {
        return utf16(rest, u16::from_le_bytes);
    }
    if let Some(rest) = bytes.strip_prefix(b"\xfe\xff") {
        return utf16(rest, u16::from_be_bytes);
    }
    if let Some(unmarked) = unmarked_utf16(bytes) {
        return unmarked;
    }
    if bytes.contains(&0) {
        return Err(ReadProblem::Binary(FileKind::Unknown));
    }
    if let Ok(text) = std::str::from_utf8(bytes) {
        // a legacy text that some program already took for Latin letters
        return Ok(match legacy::detect(text) {
            Some(font) => (font.convert(text), Some(ReadNote::Legacy(font))),
            None => (text.to_owned(), None),
        });
    }
    let latin = encoding_rs::mem::decode_latin1(bytes);
    if let Some(font) = legacy::detect(&latin) {
        return Ok((font.convert(&latin), Some(ReadNote::Legacy(font))));
    }
    let (text, failed) = encoding_rs::WINDOWS_1258.decode_without_bom_handling(bytes);
    if failed || text.chars().filter(|c| ('\u{80}'..'\u{a0}').contains(c)).count() > text.len() / 50 {
        return Err(ReadProblem::UnreadableEncoding);
    }
    Ok((text.into_owned(), Some(ReadNote::Windows1258)))
}

/// UTF-16 without its mark shows itself by zero bytes at every second place.
fn unmarked_utf16(bytes: &[u8]) -> Option<Result<(String, Option<ReadNote>), ReadProblem>> {
    if bytes.len() < 64 || bytes.len() % 2 == 1 {
        return None;
    }
    let zeros = |from: usize| bytes.iter().skip(from).step_by(2).filter(|byte| **byte == 0).count();
    let (even, odd) = (zeros(0), zeros(1));
    let half = bytes.len() / 2;
    match (even, odd) {
        (0, odd) if odd > half / 2 => Some(utf16(bytes, u16::from_le_bytes)),
        (even, 0) if even > half / 2 => Some(utf16(bytes, u16::from_be_bytes)),
        _ => None,
    }
}

fn utf16(bytes: &[u8], unit: fn([u8; 2]) -> u16) -> Result<(String, Option<ReadNote>), ReadProblem> {
    let units: Vec<u16> = bytes.chunks_exact(2).map(|pair| unit([pair[0], pair[1]])).collect();
    match String::from_utf16(&units) {
        Ok(text) => Ok((text, Some(ReadNote::Utf16))),
        Err(_) => Err(ReadProblem::UnreadableEncoding),
    }
}
