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
    /// An Office document with a password.
    LockedOffice,
    /// Rich text.
    Rtf,
    /// A picture that can be recognised: PNG or JPEG.
    Picture,
    /// A picture of another kind.
    OtherPicture,
    /// Bytes that are no text, of a kind not recognised.
    Unknown,
}

/// First bytes and what they mean.
const MARKS: [(&[u8], FileKind); 10] = [
    (b"PK\x03\x04", FileKind::Zip),
    (b"\xd0\xcf\x11\xe0", FileKind::OldOffice),
    (b"{\\rtf", FileKind::Rtf),
    (b"\x89PNG", FileKind::Picture),
    (b"\xff\xd8\xff", FileKind::Picture),
    (b"GIF8", FileKind::OtherPicture),
    (b"II*\0", FileKind::OtherPicture),
    (b"MM\0*", FileKind::OtherPicture),
    (b"RIFF", FileKind::OtherPicture),
    (b"\x1f\x8b", FileKind::Unknown),
];

/// The kind of a file that is certainly not plain text.
pub(super) fn recognise(bytes: &[u8]) -> Option<FileKind> {
    // some programs put a mark or an empty line before the head of a PDF
    let start = &bytes[..bytes.len().min(1_024)];
    let skipped =
        start.iter().take_while(|byte| byte.is_ascii_whitespace() || matches!(byte, 0xef | 0xbb | 0xbf)).count();
    if bytes[skipped..].starts_with(b"%PDF-") {
        return Some(FileKind::Pdf);
    }
    let (_, kind) = MARKS.iter().find(|(mark, _)| bytes.starts_with(mark))?;
    let holds = |name: &[u8]| memchr::memmem::find(bytes, name).is_some();
    Some(match kind {
        FileKind::Zip if holds(b"word/document.xml") => FileKind::Docx,
        FileKind::Zip if holds(b"xl/workbook.xml") => FileKind::Xlsx,
        FileKind::OldOffice if holds(b"E\0n\0c\0r\0y\0p\0t\0e\0d\0P\0a\0c\0k\0a\0g\0e\0") => FileKind::LockedOffice,
        kind => *kind,
    })
}
