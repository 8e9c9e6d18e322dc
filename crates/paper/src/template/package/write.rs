//! Writing packages: everything that stays is packed beforehand, and only what changes is packed for each document.

use super::{Entry, Packed};
use flate2::{Compression, Crc, write::DeflateEncoder};
use std::io::Write;

/// The first day that a package knows, so that the same document gives the same bytes.
const DAY: u16 = 0x21;
const LOCAL: u32 = 0x0403_4b50;
const CENTRAL: u32 = 0x0201_4b50;
const END: u32 = 0x0605_4b50;
/// Names are in UTF-8.
const UTF8: u16 = 0x0800;
/// Measured: higher levels take several times as long for a tenth less.
const LEVEL: u32 = 3;

/// Writes documents of one template.
pub(in crate::template) struct Packer {
    /// The parts that stay, packed, with what stands before them.
    fixed: Vec<u8>,
    /// What the directory says of them.
    directory: Vec<u8>,
    count: u16,
}

impl Packer {
    /// Packs what stays.
    pub(in crate::template) fn new<'e>(entries: impl IntoIterator<Item = &'e Entry>) -> Option<Self> {
        let mut packer = Packer { fixed: Vec::new(), directory: Vec::new(), count: 0 };
        for entry in entries {
            let fresh;
            let packed = match &entry.packed {
                Some(packed) => packed,
                None => {
                    fresh = pack(&entry.content, &mut Vec::new())?;
                    &fresh
                }
            };
            let size = u32::try_from(entry.content.len()).ok()?;
            append(&mut packer.fixed, &mut packer.directory, &entry.name, packed, size)?;
            packer.count += 1;
        }
        Some(packer)
    }

    /// A package of what stays and these parts.
    pub(in crate::template) fn document(&self, parts: &[(&str, &str)]) -> Option<Vec<u8>> {
        let guess: usize = parts.iter().map(|(_, text)| text.len() / 4).sum();
        let mut out = Vec::with_capacity(self.fixed.len() + self.directory.len() + guess + 4_096);
        out.extend_from_slice(&self.fixed);
        let mut directory = self.directory.clone();
        let mut scratch = Vec::with_capacity(guess);
        for (name, text) in parts {
            let packed = pack(text.as_bytes(), &mut scratch)?;
            append(&mut out, &mut directory, name, &packed, u32::try_from(text.len()).ok()?)?;
            scratch = packed.bytes;
        }
        let (start, size) = (u32::try_from(out.len()).ok()?, u32::try_from(directory.len()).ok()?);
        let count = self.count + u16::try_from(parts.len()).ok()?;
        out.extend_from_slice(&directory);
        out.extend_from_slice(&END.to_le_bytes());
        out.extend_from_slice(&[0; 4]);
        out.extend_from_slice(&count.to_le_bytes());
        out.extend_from_slice(&count.to_le_bytes());
        out.extend_from_slice(&size.to_le_bytes());
        out.extend_from_slice(&start.to_le_bytes());
        out.extend_from_slice(&[0; 2]);
        Some(out)
    }
}

/// Packs into what `scratch` has room for.
fn pack(content: &[u8], scratch: &mut Vec<u8>) -> Option<Packed> {
    scratch.clear();
    let mut crc = Crc::new();
    crc.update(content);
    let mut encoder = DeflateEncoder::new(std::mem::take(scratch), Compression::new(LEVEL));
    encoder.write_all(content).ok()?;
    Some(Packed { bytes: encoder.finish().ok()?, deflated: true, crc: crc.sum() })
}

/// Appends a part, and what the directory says of it.
fn append(out: &mut Vec<u8>, directory: &mut Vec<u8>, name: &str, packed: &Packed, size: u32) -> Option<()> {
    let place = u32::try_from(out.len()).ok()?;
    let mut about = Vec::with_capacity(26);
    about.extend_from_slice(&20_u16.to_le_bytes());
    about.extend_from_slice(&(if name.is_ascii() { 0 } else { UTF8 }).to_le_bytes());
    about.extend_from_slice(&(if packed.deflated { 8_u16 } else { 0 }).to_le_bytes());
    about.extend_from_slice(&0_u16.to_le_bytes());
    about.extend_from_slice(&DAY.to_le_bytes());
    about.extend_from_slice(&packed.crc.to_le_bytes());
    about.extend_from_slice(&u32::try_from(packed.bytes.len()).ok()?.to_le_bytes());
    about.extend_from_slice(&size.to_le_bytes());
    about.extend_from_slice(&u16::try_from(name.len()).ok()?.to_le_bytes());
    about.extend_from_slice(&0_u16.to_le_bytes());
    out.extend_from_slice(&LOCAL.to_le_bytes());
    out.extend_from_slice(&about);
    out.extend_from_slice(name.as_bytes());
    out.extend_from_slice(&packed.bytes);
    directory.extend_from_slice(&CENTRAL.to_le_bytes());
    directory.extend_from_slice(&20_u16.to_le_bytes());
    directory.extend_from_slice(&about);
    // no remark, first disk, no attributes
    directory.extend_from_slice(&[0; 10]);
    directory.extend_from_slice(&place.to_le_bytes());
    directory.extend_from_slice(name.as_bytes());
    Some(())
}
