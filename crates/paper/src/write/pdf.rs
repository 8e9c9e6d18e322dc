//! The PDF writer: the lines of a sheet handed to typst as data, never as markup.

use std::sync::LazyLock;

use typst::diag::{FileError, FileResult, SourceDiagnostic};
use typst::foundations::{Bytes, Datetime, Duration, Smart};
use typst::layout::{Frame, FrameItem};
use typst::syntax::{FileId, RootedPath, Source, VirtualPath, VirtualRoot};
use typst::text::{Font, FontBook};
use typst::utils::LazyHash;
use typst::{Library, LibraryExt, World};
use typst_layout::PagedDocument;
use typst_pdf::{PdfOptions, PdfStandard, PdfStandards};

use serde_json::Value;
use unicode_normalization::char::is_combining_mark;

use super::document::OfficialDocument;
use super::error::PaperError;
use super::fonts::{FACES, SERIF};
use super::sheet::Sheet;

const TEMPLATE: &str = include_str!("official.typ");

/// What every document shares: the standard library and the embedded faces.
struct Engine {
    library: LazyHash<Library>,
    book: LazyHash<FontBook>,
    fonts: Vec<Font>,
}

static ENGINE: LazyLock<Engine> = LazyLock::new(|| {
    let mut book = FontBook::new();
    let mut fonts = Vec::new();
    for font in FACES.into_iter().flat_map(|data| Font::iter(Bytes::new(data))) {
        book.push(font.info().clone());
        fonts.push(font);
    }
    Engine { library: LazyHash::new(Library::default()), book: LazyHash::new(book), fonts }
});

/// The only world a document can see: its template and its data. No files, no packages, no clock.
pub(super) struct Desk {
    template: Source,
    data_id: FileId,
    data: Bytes,
}

impl Desk {
    pub(super) fn new(name: &str, template: &str, data: Vec<u8>) -> Result<Self, PaperError> {
        Ok(Self {
            template: Source::new(file_id(name)?, template.into()),
            data_id: file_id("data.json")?,
            data: Bytes::new(data),
        })
    }
}

fn file_id(path: &str) -> Result<FileId, PaperError> {
    let path = VirtualPath::new(path).map_err(|error| PaperError::Typesetting(format!("{error:?}")))?;
    Ok(RootedPath::new(VirtualRoot::Project, path).intern())
}

impl World for Desk {
    fn library(&self) -> &LazyHash<Library> {
        &ENGINE.library
    }

    fn book(&self) -> &LazyHash<FontBook> {
        &ENGINE.book
    }

    fn main(&self) -> FileId {
        self.template.id()
    }

    fn source(&self, id: FileId) -> FileResult<Source> {
        if id == self.template.id() { Ok(self.template.clone()) } else { Err(FileError::AccessDenied) }
    }

    fn file(&self, id: FileId) -> FileResult<Bytes> {
        if id == self.data_id { Ok(self.data.clone()) } else { Err(FileError::AccessDenied) }
    }

    fn font(&self, index: usize) -> Option<Font> {
        ENGINE.fonts.get(index).cloned()
    }

    fn today(&self, _offset: Option<Duration>) -> Option<Datetime> {
        None
    }
}

/// Writes `document` as PDF. A letter without glyph or a warning of the typesetter is an error.
pub fn to_pdf(document: &OfficialDocument) -> Result<Vec<u8>, PaperError> {
    let mut data = serde_json::to_value(Sheet::of(document)?)?;
    if let Some(fields) = data.as_object_mut() {
        // the title is for the catalogue of the file, not for the page
        fields.iter_mut().filter(|(name, _)| *name != "title").for_each(|(_, value)| open_long_words(value));
        fields.insert("font".into(), SERIF.into());
    }
    let desk = Desk::new("official.typ", TEMPLATE, serde_json::to_vec(&data)?)?;
    let written = typeset(&desk, document.date.is_some());
    // Typst remembers every layout it ever made unless told to forget; failed ones too.
    comemo::evict(1);
    written
}

/// A word longer than this many letters may be broken anywhere; no Vietnamese word is.
const LONG_WORD: usize = 40;
const BREAK: char = '\u{200b}';

/// Lets every long word in the data be broken, so that nothing runs off the page.
pub(super) fn open_long_words(value: &mut Value) {
    match value {
        Value::String(text) if text.split_whitespace().any(is_long) => *text = with_breaks(text),
        Value::Array(values) => values.iter_mut().for_each(open_long_words),
        Value::Object(fields) => fields.values_mut().for_each(open_long_words),
        _ => {}
    }
}

fn is_long(word: &str) -> bool {
    word.chars().nth(LONG_WORD).is_some()
}

fn with_breaks(text: &str) -> String {
    let mut opened = String::with_capacity(text.len());
    for piece in text.split_inclusive(char::is_whitespace) {
        let long = is_long(piece.trim_end());
        for (index, letter) in piece.chars().enumerate() {
            if long && index > 0 && !is_combining_mark(letter) && !letter.is_whitespace() {
                opened.push(BREAK);
            }
            opened.push(letter);
        }
    }
    opened
}

fn typeset(desk: &Desk, dated: bool) -> Result<Vec<u8>, PaperError> {
    let pages = pages(desk)?;
    typst_pdf::pdf(&pages, &options(dated)?).map_err(|errors| complaint(&errors))
}

/// The pages of a template filled with its data. A letter without glyph or a warning of the typesetter is an error.
pub(super) fn pages(desk: &Desk) -> Result<PagedDocument, PaperError> {
    let compiled = typst::compile::<PagedDocument>(desk);
    let pages = compiled.output.map_err(|errors| complaint(&errors))?;
    let letters: String = missing_letters(&pages);
    if !letters.is_empty() {
        return Err(PaperError::MissingGlyph { letters });
    }
    if !compiled.warnings.is_empty() {
        return Err(complaint(&compiled.warnings));
    }
    Ok(pages)
}

/// Every document can be read aloud (PDF/UA-1); a dated one is written for the archive too (PDF/A-2a), a draft without a date
/// cannot be.
fn options(dated: bool) -> Result<PdfOptions, PaperError> {
    let standards: &[PdfStandard] =
        if dated { &[PdfStandard::A_2a, PdfStandard::Ua_1] } else { &[PdfStandard::Ua_1] };
    let standards = PdfStandards::new(standards).map_err(|error| PaperError::Typesetting(format!("{error:?}")))?;
    Ok(PdfOptions { ident: Smart::Auto, standards, ..PdfOptions::default() })
}

fn complaint(diagnostics: &[SourceDiagnostic]) -> PaperError {
    let messages: Vec<String> = diagnostics
        .iter()
        .map(|diagnostic| {
            let hints: String = diagnostic.hints.iter().map(|hint| format!(" ({})", hint.v)).collect();
            format!("{}{hints}", diagnostic.message)
        })
        .collect();
    PaperError::Typesetting(messages.join("; "))
}

fn missing_letters(pages: &PagedDocument) -> String {
    let mut letters = Vec::new();
    for page in pages.pages() {
        collect_missing(&page.frame, &mut letters);
    }
    letters.into_iter().collect()
}

fn collect_missing(frame: &Frame, letters: &mut Vec<char>) {
    for (_, item) in frame.items() {
        match item {
            FrameItem::Group(group) => collect_missing(&group.frame, letters),
            FrameItem::Text(text) => {
                for glyph in text.glyphs.iter().filter(|glyph| glyph.id == 0) {
                    let range = usize::from(glyph.range.start)..usize::from(glyph.range.end);
                    for letter in text.text.get(range).unwrap_or("?").chars() {
                        if !letters.contains(&letter) {
                            letters.push(letter);
                        }
                    }
                }
            }
            _ => {}
        }
    }
}
