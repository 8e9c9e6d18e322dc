//! From the bytes of a file to its lines of text.
//!
//! Nothing is parsed here: a text is recognised, decoded and cut into lines, or refused with a reason and a next step.
//! Each format has its own module; the list in [`read_bytes`] is all that knows them. Whatever the bytes are, time and
//! memory stay bounded: the limits stand beside what they limit.

mod csv;
mod docx;
mod encoding;
pub mod figure_sheet;
mod kind;
mod legacy;
pub mod list;
pub(crate) mod pdf;
mod problem;
pub mod ranking;
pub mod records;
pub mod scan;
mod table;
mod xlsx;

pub use kind::FileKind;
pub use legacy::LegacyFont;
pub use pdf::MOST_PAGES;
pub use problem::ReadProblem;

use thidua_domain::basics::text::nfc;

/// The largest plain text that is read: 5 MB.
pub const LIMIT_BYTES: usize = 5_000_000;
/// The largest document with pictures in it that is read: 40 MB.
pub const LIMIT_DOCUMENT_BYTES: usize = 40_000_000;

/// The text of a file: its lines in Unicode NFC, and what had to be done to get them.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct SourceText {
    /// The lines as the file has them, without line ends. Line 1 is `lines[0]`.
    pub lines: Vec<String>,
    /// What the reader did that a person may want to know.
    pub notes: Vec<ReadNote>,
}

/// Something the reader did on the way from bytes to text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ReadNote {
    /// The file was UTF-16 and not UTF-8.
    Utf16,
    /// The file was not Unicode and was taken for Windows-1258, the Vietnamese code page.
    Windows1258,
    /// The text was typed in a font from before Unicode and was converted.
    Legacy(LegacyFont),
    /// Control characters were dropped.
    ControlCharactersDropped,
    /// Letters were recognised from pictures and may be wrong.
    Recognised {
        /// Pages that were pictures.
        pages: usize,
    },
    /// Pages that are pictures were left out, because this machine cannot recognise letters.
    PagesLeftOut {
        /// How many.
        pages: usize,
    },
}

impl SourceText {
    /// The lines of a text that is already decoded.
    pub fn from_text(text: &str) -> Self {
        let mut notes = Vec::new();
        let kept: String = text
            .strip_prefix('\u{feff}')
            .unwrap_or(text)
            .chars()
            .map(|c| if c == '\u{c}' || c == '\u{2028}' || c == '\u{2029}' { '\n' } else { c })
            .filter(|c| !c.is_control() || matches!(c, '\n' | '\r' | '\t'))
            .collect();
        if kept.chars().count() < text.trim_start_matches('\u{feff}').chars().count() {
            notes.push(ReadNote::ControlCharactersDropped);
        }
        let lines = kept.replace("\r\n", "\n").replace('\r', "\n").split('\n').map(nfc).collect();
        SourceText { lines, notes }
    }

    /// Whether letters were recognised from pictures.
    pub fn is_recognised(&self) -> bool {
        self.notes.iter().any(|note| matches!(note, ReadNote::Recognised { .. }))
    }
}

/// Reads the text of a file.
///
/// # Errors
/// A [`ReadProblem`] that says what the file is instead, and what to do next.
pub fn read_bytes(bytes: &[u8]) -> Result<SourceText, ReadProblem> {
    let kind = kind::recognise(bytes);
    let limit_bytes = if kind.is_some() { LIMIT_DOCUMENT_BYTES } else { LIMIT_BYTES };
    if bytes.len() > limit_bytes {
        return Err(ReadProblem::TooLarge { limit_bytes });
    }
    let source = match kind {
        Some(FileKind::Docx) => docx::read(bytes)?,
        Some(FileKind::Pdf) => read_pdf(bytes)?,
        Some(FileKind::Picture) => scan::read(bytes)?,
        Some(kind) => return Err(ReadProblem::Binary(kind)),
        None => {
            let (text, note) = encoding::decode(bytes)?;
            let mut source = SourceText::from_text(&text);
            source.notes.splice(0..0, note);
            source
        }
    };
    let blank = |line: &String| line.chars().all(|c| c.is_whitespace() || c == '\u{feff}');
    if source.lines.iter().all(blank) { Err(ReadProblem::Empty) } else { Ok(source) }
}

/// A PDF: its text layer, and its pages that are pictures recognised where the machine can do that.
fn read_pdf(bytes: &[u8]) -> Result<SourceText, ReadProblem> {
    let pdf = pdf::open(bytes)?;
    let mut text = pdf::text(&pdf)?;
    let scanned = text.scanned.len();
    if scanned == 0 {
        return pdf::joined(text.lines);
    }
    let only_pictures =
        text.lines.iter().enumerate().all(|(at, lines)| text.scanned.contains(&at) || lines.is_empty());
    if let Err(missing) = scan::available() {
        if only_pictures {
            return Err(missing);
        }
        let mut source = pdf::joined(text.lines)?;
        source.notes.push(ReadNote::PagesLeftOut { pages: scanned });
        return Ok(source);
    }
    if scanned > scan::MOST_SCANNED_PAGES {
        return Err(ReadProblem::TooManyPages { pages: scanned, limit: scan::MOST_SCANNED_PAGES });
    }
    let pictures = text.scanned.iter().map(|at| pdf::page_picture(&pdf, *at)).collect::<Result<Vec<_>, _>>()?;
    for (at, recognised) in text.scanned.iter().zip(recognise_all(&pictures)?) {
        text.lines[*at] = recognised.lines().map(str::to_owned).collect();
    }
    let mut source = pdf::joined(text.lines).map_err(|problem| match problem {
        ReadProblem::Empty => ReadProblem::NothingRecognised,
        other => other,
    })?;
    source.notes.push(ReadNote::Recognised { pages: scanned });
    Ok(source)
}

/// Recognises pages two at a time.
fn recognise_all(pictures: &[Vec<u8>]) -> Result<Vec<String>, ReadProblem> {
    let mut texts = Vec::with_capacity(pictures.len());
    for pair in pictures.chunks(2) {
        let found: Vec<Result<String, ReadProblem>> = std::thread::scope(|scope| {
            let running: Vec<_> = pair.iter().map(|picture| scope.spawn(|| scan::recognise(picture))).collect();
            running.into_iter().map(|one| one.join().unwrap_or(Err(ReadProblem::Broken))).collect()
        });
        for text in found {
            texts.push(text?);
        }
    }
    Ok(texts)
}

#[cfg(test)]
mod tests;
