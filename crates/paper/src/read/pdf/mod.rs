//! PDF documents with a text layer: glyphs with their places, put back into lines, columns and tables.
//!
//! A page without letters is a picture: it is left to [`super::scan`].

mod bounds;
mod glyphs;
mod grid;
mod layout;
mod objects;
mod picture;
mod printed;

use super::{ReadNote, ReadProblem, SourceText, legacy};
pub(crate) use glyphs::{length as points, text_string};
use hayro::hayro_syntax::{LoadPdfError, Pdf};
pub(super) use picture::page_picture;
pub(crate) use printed::{Printed, corners, printed};
use std::panic::{AssertUnwindSafe, catch_unwind};

/// More pages than this are in no plan.
pub const MOST_PAGES: usize = 300;
/// A page with fewer letters than this and a picture on it is taken for a scan.
const LEAST_LETTERS: usize = 24;

/// What came out of a PDF.
#[derive(PartialEq, Eq)]
pub(crate) struct PdfText {
    /// The lines, pages parted by an empty line.
    pub(crate) lines: Vec<Vec<String>>,
    /// Indexes of pages that are pictures.
    pub(crate) scanned: Vec<usize>,
}

/// Opens a PDF within its limits.
pub(super) fn open(bytes: &[u8]) -> Result<Pdf, ReadProblem> {
    bounds::check(bytes)?;
    // what the library takes for granted and does not find refuses one file
    catch_unwind(AssertUnwindSafe(|| opened(bytes))).unwrap_or(Err(ReadProblem::Broken))
}

fn opened(bytes: &[u8]) -> Result<Pdf, ReadProblem> {
    let pdf = Pdf::new(bytes.to_vec()).map_err(|problem| match problem {
        LoadPdfError::Decryption(_) => ReadProblem::Encrypted,
        LoadPdfError::Invalid => ReadProblem::Broken,
    })?;
    let pages = pdf.pages().len();
    if pages == 0 {
        return Err(ReadProblem::Broken);
    }
    if pages > MOST_PAGES {
        return Err(ReadProblem::TooManyPages { pages, limit: MOST_PAGES });
    }
    objects::check(&pdf)?;
    Ok(pdf)
}

/// Opens a PDF that is no larger than any document.
pub(crate) fn open_within(bytes: &[u8]) -> Result<Pdf, ReadProblem> {
    if bytes.is_empty() {
        return Err(ReadProblem::Empty);
    }
    if bytes.len() > super::LIMIT_DOCUMENT_BYTES {
        return Err(ReadProblem::TooLarge { limit_bytes: super::LIMIT_DOCUMENT_BYTES });
    }
    // some programs put a mark or some lines before the head
    if memchr::memmem::find(&bytes[..bytes.len().min(1_024)], b"%PDF-").is_none() {
        return Err(ReadProblem::NotPdf);
    }
    open(bytes)
}

/// The level rules of every page, for tests of what is written: left, right and place from the top, in hundredths of a point.
#[cfg(test)]
pub(crate) fn level_rules(bytes: &[u8]) -> Vec<Vec<(i32, i32, i32)>> {
    let pages = glyphs::pages(&open(bytes).expect("a PDF")).expect("it can be drawn");
    let level = |rule: &&glyphs::Rule| rule.bottom - rule.top <= 100 && rule.right - rule.left > 500;
    let of = |page: &glyphs::Page| {
        page.rules.iter().filter(level).map(|rule| (rule.left, rule.right, rule.top)).collect()
    };
    pages.iter().map(of).collect()
}

/// Every object of a PDF, for tests of what is written.
#[cfg(test)]
pub(crate) fn opened_for_test(bytes: &[u8]) -> Pdf {
    open(bytes).expect("a PDF")
}

/// The text of every page.
pub(crate) fn text(pdf: &Pdf) -> Result<PdfText, ReadProblem> {
    glyphs::pages(pdf).map(read)
}

/// The text of every page without what was laid on it since: notes, stamps, the looks of signatures.
pub(crate) fn content_only(pdf: &Pdf) -> Result<PdfText, ReadProblem> {
    glyphs::with_annotations(pdf, false).map(read)
}

fn read(pages: Vec<glyphs::Page>) -> PdfText {
    let scanned = pages
        .iter()
        .enumerate()
        .filter(|(_, page)| page.pictures > 0 && page.glyphs.len() < LEAST_LETTERS)
        .map(|(index, _)| index)
        .collect();
    PdfText { lines: pages.into_iter().map(layout::lines).collect(), scanned }
}

/// The pages of lines as one text.
pub(crate) fn joined(pages: Vec<Vec<String>>) -> Result<SourceText, ReadProblem> {
    let mut text = String::new();
    for page in pages {
        for line in page {
            text.push_str(&line);
            text.push('\n');
        }
        text.push('\n');
    }
    if text.trim().is_empty() {
        return Err(ReadProblem::Empty);
    }
    let font = legacy::detect(&text);
    let mut source = SourceText::from_text(&font.map_or(text.clone(), |font| font.convert(&text)));
    source.notes.extend(font.map(ReadNote::Legacy));
    Ok(source)
}

#[cfg(test)]
mod tests;
