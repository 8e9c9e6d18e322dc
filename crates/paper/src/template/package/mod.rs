//! The package of a template: opened once within limits, written again for every document.
//!
//! What a template does not change is kept as it is packed and copied, never packed again.

mod checks;
mod pictures;
mod write;

pub(super) use write::Packer;

use super::problem::{TemplateProblem, Wrong};
use std::io::{Cursor, Read};
use zip::ZipArchive;
use zip::result::ZipError;

/// The largest template that is opened.
const LARGEST_FILE: usize = 40 * 1024 * 1024;
/// All parts unpacked.
const LARGEST: u64 = 50 * 1024 * 1024;
/// Parts of a package.
const MOST_PARTS: usize = 1_000;
/// What a part of some size may have been packed to, at the most.
const STRANGE_RATIO: u64 = 400;
/// Parts smaller than this are packed as they like.
const SMALL: u64 = 1024 * 1024;

/// A part of a package.
pub(super) struct Entry {
    pub(super) name: String,
    /// Its content, unpacked.
    pub(super) content: Vec<u8>,
    /// Its content as it stands in the file; nothing where it was changed.
    pub(super) packed: Option<Packed>,
}

/// Content as a package holds it.
pub(super) struct Packed {
    pub(super) bytes: Vec<u8>,
    pub(super) deflated: bool,
    pub(super) crc: u32,
}

impl Entry {
    /// Its text; nothing where it is none.
    pub(super) fn text(&self) -> Option<&str> {
        let text = std::str::from_utf8(&self.content).ok()?;
        Some(text.strip_prefix('\u{feff}').unwrap_or(text))
    }

    fn replace(&mut self, text: String) {
        self.content = text.into_bytes();
        self.packed = None;
    }
}

/// Opens a package. What is wrong with it as a whole ends it at once; the rest is gathered in `problems`.
pub(super) fn open(bytes: &[u8], problems: &mut Vec<TemplateProblem>) -> Result<Vec<Entry>, Wrong> {
    refuse_other_kinds(bytes)?;
    let mut zip = ZipArchive::new(Cursor::new(bytes)).map_err(|_| Wrong::Damaged)?;
    if zip.len() > MOST_PARTS {
        return Err(Wrong::TooLarge);
    }
    let mut entries: Vec<Entry> = Vec::with_capacity(zip.len());
    let mut left = LARGEST;
    for at in 0..zip.len() {
        let entry = entry(&mut zip, at, &mut left)?;
        if !entry.name.ends_with('/') {
            entries.push(entry);
        }
    }
    let mut names: Vec<String> = entries.iter().map(|entry| entry.name.to_ascii_lowercase()).collect();
    names.sort_unstable();
    if names.windows(2).any(|pair| pair[0] == pair[1]) {
        return Err(Wrong::Damaged);
    }
    checks::refuse(&mut entries, problems)?;
    Ok(entries)
}

fn refuse_other_kinds(bytes: &[u8]) -> Result<(), Wrong> {
    let holds = |name: &[u8]| memchr::memmem::find(bytes, name).is_some();
    if bytes.starts_with(b"\xd0\xcf\x11\xe0") {
        return Err(if holds(b"E\0n\0c\0r\0y\0p\0t\0e\0d\0P\0a\0c\0k\0a\0g\0e\0") {
            Wrong::Encrypted
        } else {
            Wrong::OldWord
        });
    }
    if bytes.len() > LARGEST_FILE {
        return Err(Wrong::TooLarge);
    }
    if bytes.starts_with(b"PK") { Ok(()) } else { Err(Wrong::NotWord) }
}

fn entry(zip: &mut ZipArchive<Cursor<&[u8]>>, at: usize, left: &mut u64) -> Result<Entry, Wrong> {
    let problem = |error: ZipError| match error {
        ZipError::UnsupportedArchive(_) | ZipError::InvalidPassword => Wrong::Encrypted,
        _ => Wrong::Damaged,
    };
    let mut content = Vec::new();
    let (name, packed_size, deflated, crc) = {
        let file = zip.by_index(at).map_err(problem)?;
        let name = file.name().map_err(|_| Wrong::Damaged)?.into_owned();
        let (packed_size, deflated, crc) =
            (file.compressed_size(), file.compression() != zip::CompressionMethod::Stored, file.crc32());
        // the size that the package states may be a lie
        file.take(*left + 1).read_to_end(&mut content).map_err(|_| Wrong::Damaged)?;
        (name, packed_size, deflated, crc)
    };
    let size = content.len() as u64;
    if size > *left || (size > SMALL && size / packed_size.max(1) > STRANGE_RATIO) {
        return Err(Wrong::TooLarge);
    }
    *left -= size;
    let mut bytes = Vec::new();
    zip.by_index_raw(at).map_err(problem)?.read_to_end(&mut bytes).map_err(|_| Wrong::Damaged)?;
    Ok(Entry { name, content, packed: Some(Packed { bytes, deflated, crc }) })
}
