//! The kinds of file that are recognised by their first bytes and are not plain text.

/// A kind of file that is not plain text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FileKind {
    /// A PDF document.
    Pdf,
    /// A Word document (docx).
    Docx,
    /// An Excel workbook (xlsx).
    Xlsx,
    /// Another zip archive.
    Zip,
    /// A Word or Excel document from before 2007.
    OldOffice,
    /// Rich text.
    Rtf,
    /// A picture, such as a scan.
    Image,
    /// Bytes that are no text, of a kind not recognised.
    Unknown,
}

/// First bytes and what they mean.
const MARKS: [(&[u8], FileKind); 11] = [
    (b"%PDF-", FileKind::Pdf),
    (b"PK\x03\x04", FileKind::Zip),
    (b"\xd0\xcf\x11\xe0", FileKind::OldOffice),
    (b"{\\rtf", FileKind::Rtf),
    (b"\x89PNG", FileKind::Image),
    (b"\xff\xd8\xff", FileKind::Image),
    (b"GIF8", FileKind::Image),
    (b"II*\0", FileKind::Image),
    (b"MM\0*", FileKind::Image),
    (b"RIFF", FileKind::Image),
    (b"\x1f\x8b", FileKind::Unknown),
];

/// The kind of a file that is certainly not plain text.
pub(super) fn recognise(bytes: &[u8]) -> Option<FileKind> {
    let (_, kind) = MARKS.iter().find(|(mark, _)| bytes.starts_with(mark))?;
    if *kind != FileKind::Zip {
        return Some(*kind);
    }
    let holds = |name: &[u8]| bytes.windows(name.len()).any(|part| part == name);
    Some(if holds(b"word/document.xml") {
        FileKind::Docx
    } else if holds(b"xl/workbook.xml") {
        FileKind::Xlsx
    } else {
        FileKind::Zip
    })
}
