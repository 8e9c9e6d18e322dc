//! Refuses a PDF that would unpack to more than any document has, before anything of it is unpacked for good.

use crate::read::ReadProblem;
use std::io::Read;

/// The most that one stream may unpack to: a page picture of 300 dots per inch has 26 MB.
const LARGEST_STREAM: u64 = 48 * 1024 * 1024;
/// The most that all streams which are no pictures may unpack to together.
const LARGEST_SUM: u64 = 128 * 1024 * 1024;
/// More than a thousandfold packing cannot hide.
const MOST_PACKED: u64 = 1_040;
/// How far before a stream its dictionary may begin.
const DICTIONARY: usize = 2_048;

/// The mark of the end stands this near the end, whatever a mail program put behind it.
const FOOT: usize = 4_096;

/// Unpacks every packed stream without keeping it, and counts.
pub(super) fn check(bytes: &[u8]) -> Result<(), ReadProblem> {
    if find(bytes, b"/Encrypt", 0).is_some() {
        return Err(ReadProblem::Encrypted);
    }
    // a file that is cut off would be read in half and nobody would know
    let foot = &bytes[bytes.len().saturating_sub(FOOT)..];
    if find(foot, b"%%EOF", 0).is_none() {
        return Err(ReadProblem::Broken);
    }
    let (mut at, mut sum) = (0, 0u64);
    // what is small as a whole stays small
    let small = (bytes.len() as u64) * MOST_PACKED <= LARGEST_STREAM;
    while let Some(found) = find(bytes, b"stream", at) {
        at = found + b"stream".len();
        if bytes[..found].ends_with(b"end") {
            continue;
        }
        let start = at + bytes[at..].iter().take(2).take_while(|byte| matches!(byte, b'\r' | b'\n')).count();
        let dictionary = &bytes[found.saturating_sub(DICTIONARY)..found];
        let dictionary = &dictionary[last(dictionary, b" obj").unwrap_or(0)..];
        let has = |name: &[u8]| find(dictionary, name, 0).is_some();
        let packings = [b"FlateDecode".as_slice(), b"/Fl ", b"LZWDecode", b"RunLengthDecode"];
        if packings.iter().map(|name| count(dictionary, name)).sum::<usize>() > 1 {
            // nobody packs twice but to hide how large it is
            return Err(ReadProblem::Bomb);
        }
        let end = find(bytes, b"endstream", start).unwrap_or(bytes.len());
        let packed = &bytes[start..end];
        let picture = has(b"/Image");
        if has(b"LZWDecode") && !picture && packed.len() > 65_536 {
            return Err(ReadProblem::Bomb);
        }
        if !has(b"FlateDecode") && !has(b"/Fl ") {
            continue;
        }
        let unpacked = if small { 0 } else { unpacked_length(packed) };
        if !picture {
            sum += unpacked;
        }
        if unpacked > LARGEST_STREAM || sum > LARGEST_SUM {
            return Err(ReadProblem::Bomb);
        }
        at = end;
    }
    Ok(())
}

fn unpacked_length(packed: &[u8]) -> u64 {
    if (packed.len() as u64) * MOST_PACKED < LARGEST_STREAM / 64 {
        return (packed.len() as u64) * 8;
    }
    let mut unpacking = flate2::read::ZlibDecoder::new(packed).take(LARGEST_STREAM + 1);
    std::io::copy(&mut unpacking, &mut std::io::sink()).unwrap_or(0)
}

fn find(bytes: &[u8], word: &[u8], from: usize) -> Option<usize> {
    memchr::memmem::find(bytes.get(from..)?, word).map(|at| from + at)
}

fn last(bytes: &[u8], word: &[u8]) -> Option<usize> {
    memchr::memmem::rfind(bytes, word)
}

fn count(bytes: &[u8], word: &[u8]) -> usize {
    memchr::memmem::find_iter(bytes, word).count()
}
