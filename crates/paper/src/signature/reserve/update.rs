//! An update put behind a PDF: new states of some objects, and a table that says where they stand. The bytes before it stay as
//! they are.

use super::{ReserveProblem, raw};
use hayro::hayro_syntax::Pdf;
use hayro::hayro_syntax::object::{Dict, FromBytes as _, ObjectIdentifier};
use sha2::{Digest as _, Sha256};
use std::fmt::Write as _;

/// What is put behind a file.
pub(super) struct Update {
    file: Vec<u8>,
    /// Number, generation, and what the object is.
    objects: Vec<(i32, i32, Vec<u8>)>,
    next: i32,
    before: Trailer,
}

/// What the end of the file says.
struct Trailer {
    at: usize,
    size: i32,
    is_stream: bool,
    root: Vec<u8>,
    info: Option<Vec<u8>>,
    first_identifier: Option<Vec<u8>>,
}

impl Update {
    pub(super) fn of(file: Vec<u8>) -> Result<Self, ReserveProblem> {
        let before = trailer(&file).ok_or(ReserveProblem::Unfit)?;
        Ok(Update { file, objects: Vec::new(), next: before.size, before })
    }

    /// The number of an object that is yet to be written.
    pub(super) fn number(&mut self) -> i32 {
        self.next += 1;
        self.next - 1
    }

    /// Where things stand, for going [`back`](Update::back).
    pub(super) fn mark(&self) -> (usize, i32) {
        (self.objects.len(), self.next)
    }

    /// Forgets what was added since.
    pub(super) fn back(&mut self, (objects, next): (usize, i32)) {
        self.objects.truncate(objects);
        self.next = next;
    }

    pub(super) fn write(&mut self, at: ObjectIdentifier, content: Vec<u8>) {
        self.objects.retain(|(number, ..)| *number != at.obj_number);
        self.objects.push((at.obj_number, at.gen_number, content));
    }

    /// The state that an object has by now: as it was written here, or as the file has it.
    pub(super) fn dict(&self, pdf: &Pdf, at: ObjectIdentifier) -> Option<Vec<u8>> {
        let written = self.objects.iter().find(|(number, ..)| *number == at.obj_number);
        match written {
            Some((_, _, content)) => Some(content.clone()),
            None => pdf.xref().get::<Dict<'_>>(at).map(|dict| dict.data().to_vec()),
        }
    }

    /// The whole file.
    pub(super) fn finish(mut self) -> Result<Vec<u8>, ReserveProblem> {
        let mut out = std::mem::take(&mut self.file);
        if !out.ends_with(b"\n") {
            out.push(b'\n');
        }
        let mut places = Vec::new();
        self.objects.sort_unstable_by_key(|(number, ..)| *number);
        for (number, generation, content) in &self.objects {
            places.push((*number, *generation, out.len()));
            out.extend_from_slice(format!("{number} {generation} obj\n").as_bytes());
            out.extend_from_slice(content);
            out.extend_from_slice(b"\nendobj\n");
        }
        let start = out.len();
        u32::try_from(start).map_err(|_| ReserveProblem::Unfit)?;
        let identity = Sha256::digest(&out);
        if self.before.is_stream {
            let own = self.number();
            places.push((own, 0, start));
            let mut table = Vec::new();
            for (_, generation, at) in &places {
                table.push(1);
                table.extend_from_slice(&(*at as u32).to_be_bytes());
                table.extend_from_slice(&(*generation as u16).to_be_bytes());
            }
            let mut index = String::new();
            places.iter().for_each(|(number, ..)| {
                let _ = write!(index, "{number} 1 ");
            });
            let trailer = self.trailer(&identity);
            let head =
                format!("{own} 0 obj\n<</Type/XRef/W[1 4 2]/Index[{}]/Length {}", index.trim_end(), table.len());
            out.extend_from_slice(head.as_bytes());
            out.extend_from_slice(&trailer);
            out.extend_from_slice(b">>\nstream\n");
            out.extend_from_slice(&table);
            out.extend_from_slice(b"\nendstream\nendobj\n");
        } else {
            out.extend_from_slice(b"xref\n");
            for run in places.chunk_by(|one, next| one.0 + 1 == next.0) {
                out.extend_from_slice(format!("{} {}\n", run[0].0, run.len()).as_bytes());
                for (_, generation, at) in run {
                    out.extend_from_slice(format!("{at:010} {generation:05} n\r\n").as_bytes());
                }
            }
            out.extend_from_slice(b"trailer\n<<");
            out.extend_from_slice(&self.trailer(&identity));
            out.extend_from_slice(b">>\n");
        }
        out.extend_from_slice(format!("startxref\n{start}\n%%EOF\n").as_bytes());
        Ok(out)
    }

    fn trailer(&self, identity: &[u8]) -> Vec<u8> {
        let Trailer { at, root, info, first_identifier, .. } = &self.before;
        let mut out = format!("/Size {}/Prev {at}/Root ", self.next).into_bytes();
        out.extend_from_slice(root);
        if let Some(info) = info {
            out.extend_from_slice(b"/Info ");
            out.extend_from_slice(info);
        }
        if let Some(first) = first_identifier {
            out.extend_from_slice(b"/ID[");
            out.extend_from_slice(first);
            out.push(b'<');
            let digits = identity.iter().take(16).fold(String::new(), |mut digits, byte| {
                let _ = write!(digits, "{byte:02x}");
                digits
            });
            out.extend_from_slice(digits.as_bytes());
            out.extend_from_slice(b">]");
        }
        out
    }
}

fn trailer(file: &[u8]) -> Option<Trailer> {
    let word = b"startxref";
    let behind = memchr::memmem::rfind(file, word)? + word.len();
    let figures = file.get(behind..)?.trim_ascii_start();
    let figures = &figures[..figures.iter().take_while(|byte| byte.is_ascii_digit()).count()];
    let at: usize = std::str::from_utf8(figures).ok()?.parse().ok()?;
    let table = file.get(at..)?;
    let is_stream = !table.trim_ascii_start().starts_with(b"xref");
    let mark: &[u8] = if is_stream { b"obj" } else { b"trailer" };
    let from = memchr::memmem::find(table, mark)? + mark.len();
    if is_stream && from > 64 {
        return None;
    }
    let dict = Dict::from_bytes(table.get(from..)?.trim_ascii_start())?;
    let written = |key: &str| raw::value(dict.data(), key).map(<[u8]>::to_vec);
    let size = dict.get::<i32>("Size").filter(|size| (1..8_000_000).contains(size))?;
    let identifier = written("ID");
    let first = identifier.as_deref().and_then(raw::inside_array).and_then(first_string).map(<[u8]>::to_vec);
    dict.get_ref("Root")?;
    Some(Trailer { at, size, is_stream, root: written("Root")?, info: written("Info"), first_identifier: first })
}

/// The first of the two strings of an identifier, as it is written.
fn first_string(strings: &[u8]) -> Option<&[u8]> {
    // as the value of an entry it can be cut out by the reader of entries
    let strings = strings.trim_ascii();
    let end = (1..=strings.len()).find(|end| {
        let alone = [b"<</A ", &strings[..*end], b">>"].concat();
        raw::value(&alone, "A").is_some_and(|value| value == &strings[..*end] && is_string(value))
    })?;
    strings.get(..end)
}

fn is_string(value: &[u8]) -> bool {
    matches!(value, [b'(', .., b')'] | [b'<', .., b'>'])
}
