//! The zip package of an Office document, opened within limits.

use crate::read::ReadProblem;
use std::io::{Cursor, Read};
use zip::ZipArchive;

/// More files than this are in no document that people write.
const MOST_FILES: usize = 2_000;
/// The largest part that is unpacked: 24 MB of XML is some 3,000 pages.
const LARGEST_PART: u64 = 24 * 1024 * 1024;

/// An opened package.
pub(in crate::read) struct Package<'a> {
    zip: ZipArchive<Cursor<&'a [u8]>>,
}

impl<'a> Package<'a> {
    /// Opens a package; macros and passwords are refused.
    pub(in crate::read) fn open(bytes: &'a [u8]) -> Result<Self, ReadProblem> {
        let zip = ZipArchive::new(Cursor::new(bytes)).map_err(|_| ReadProblem::Broken)?;
        if zip.len() > MOST_FILES {
            return Err(ReadProblem::Bomb);
        }
        let macros = zip.file_names_raw().any(|name| name.ends_with(b"vbaProject.bin"));
        if macros {
            return Err(ReadProblem::Macros);
        }
        Ok(Package { zip })
    }

    /// Whether it has parts in this folder.
    pub(in crate::read) fn has_folder(&self, start: &[u8]) -> bool {
        self.zip.file_names_raw().any(|name| name.starts_with(start))
    }

    /// A part that is unpacked as it is read, and the size it states, which may be a lie; `None` when there is no such part.
    pub(in crate::read) fn stream(&mut self, name: &str) -> Result<Option<(impl Read + '_, u64)>, ReadProblem> {
        Ok(self.open_part(name)?.map(|file| {
            let size = file.size();
            (file, size)
        }))
    }

    /// The text of a part; `None` when the package has no such part.
    pub(in crate::read) fn part(&mut self, name: &str) -> Result<Option<String>, ReadProblem> {
        let Some(file) = self.open_part(name)? else { return Ok(None) };
        if file.size() > LARGEST_PART {
            return Err(ReadProblem::Bomb);
        }
        let mut content = Vec::new();
        // the size that the package states may be a lie
        file.take(LARGEST_PART + 1).read_to_end(&mut content).map_err(|_| ReadProblem::Broken)?;
        if content.len() as u64 > LARGEST_PART {
            return Err(ReadProblem::Bomb);
        }
        let text = text(content).ok_or(ReadProblem::Broken)?;
        // no part of an Office document declares a type or entities of its own
        if text.get(..text.len().min(2_000)).unwrap_or(&text).contains("<!DOCTYPE") || text.contains("<!ENTITY") {
            return Err(ReadProblem::Entities);
        }
        Ok(Some(text))
    }

    fn open_part(&mut self, name: &str) -> Result<Option<zip::read::ZipFile<'_, Cursor<&'a [u8]>>>, ReadProblem> {
        match self.zip.by_name(name) {
            Ok(file) => Ok(Some(file)),
            Err(zip::result::ZipError::FileNotFound) => Ok(None),
            Err(zip::result::ZipError::UnsupportedArchive(_)) => Err(ReadProblem::Encrypted),
            Err(_) => Err(ReadProblem::Broken),
        }
    }
}

/// XML may be in UTF-8 or, with a mark, in UTF-16.
fn text(content: Vec<u8>) -> Option<String> {
    let wide = |rest: &[u8], unit: fn([u8; 2]) -> u16| {
        let units: Vec<u16> = rest.chunks_exact(2).map(|pair| unit([pair[0], pair[1]])).collect();
        String::from_utf16(&units).ok()
    };
    match content.as_slice() {
        [0xff, 0xfe, rest @ ..] => wide(rest, u16::from_le_bytes),
        [0xfe, 0xff, rest @ ..] => wide(rest, u16::from_be_bytes),
        [0xef, 0xbb, 0xbf, rest @ ..] => String::from_utf8(rest.to_vec()).ok(),
        _ => String::from_utf8(content).ok(),
    }
}
