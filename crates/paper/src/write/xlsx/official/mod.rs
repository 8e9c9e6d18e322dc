//! An official document as a workbook: a sheet for each of its tables, what is said around them above and below.
//!
//! Words and numbers are those of the paper; a figure in a column of figures is a number of the spreadsheet.

mod figures;
mod page;

use rust_xlsxwriter::{DocProperties, ExcelDateTime, Workbook};

use super::words;
use crate::write::document::{Block, OfficialDocument, Table};
use crate::write::error::PaperError;
use crate::write::sheet::{Appendix, Sheet};
use page::{Look, Page};

/// Writes the tables of `document` as a workbook.
///
/// # Errors
/// When the document has no table, or is one that cannot be written on paper either.
pub fn official_to_xlsx(document: &OfficialDocument) -> Result<Vec<u8>, PaperError> {
    let sheet = Sheet::of(document)?;
    let parts = parts(&sheet);
    if parts.is_empty() {
        return Err(PaperError::NoTable);
    }
    let mut workbook = Workbook::new();
    workbook.set_properties(&properties(&sheet));
    let count = parts.len();
    for (index, part) in parts.iter().enumerate() {
        let name = if count == 1 {
            words::TABLE_SHEET.to_owned()
        } else {
            format!("{} {}", words::TABLE_SHEET, index + 1)
        };
        let mut page = Page::new(workbook.add_worksheet(), &name, part.table)?;
        if index == 0 {
            page.head(&sheet)?;
        }
        for block in &part.above {
            page.block(block)?;
        }
        if let Some(appendix) = part.appendix {
            page.line(&appendix.heading, Look::Title)?;
            page.lines(appendix.title.as_deref(), Look::Title)?;
            page.line(&appendix.reference, Look::Note)?;
        } else {
            page.lines(part.table.caption.as_deref(), Look::Title)?;
        }
        page.table()?;
        for block in &part.below {
            page.block(block)?;
        }
        if part.closes {
            page.closing(&sheet)?;
        }
    }
    Ok(workbook.save_to_buffer()?)
}

/// A table with what stands around it.
struct Part<'a> {
    above: Vec<&'a Block>,
    table: &'a Table,
    below: Vec<&'a Block>,
    appendix: Option<&'a Appendix>,
    closes: bool,
}

/// The text before a table goes above it; what follows the last one goes below it, with the signature.
fn parts(sheet: &Sheet) -> Vec<Part<'_>> {
    let mut parts: Vec<Part<'_>> = Vec::new();
    let mut waiting = Vec::new();
    for block in &sheet.body {
        match block {
            Block::Table(table) => {
                let above = std::mem::take(&mut waiting);
                parts.push(Part { above, table, below: Vec::new(), appendix: None, closes: false });
            }
            other => waiting.push(other),
        }
    }
    for appendix in &sheet.appendices {
        // without a table in the text, the text and the signature stand on the sheet of the first appendix
        let above = if parts.is_empty() { std::mem::take(&mut waiting) } else { Vec::new() };
        parts.push(Part {
            above,
            table: &appendix.table,
            below: Vec::new(),
            appendix: Some(appendix),
            closes: false,
        });
    }
    let in_text = parts.iter().rposition(|part| part.appendix.is_none()).unwrap_or_default();
    if let Some(part) = parts.get_mut(in_text) {
        part.below = waiting;
        part.closes = true;
    }
    parts
}

/// The day of the document, so that the same document gives the same bytes.
fn properties(sheet: &Sheet) -> DocProperties {
    let properties = DocProperties::new().set_title(&sheet.title).set_company(&sheet.issuer);
    let (day, month, year) = sheet.date.map_or((1, 1, 2000), |date| (date.day, date.month, date.year));
    match ExcelDateTime::parse_from_str(&format!("{year:04}-{month:02}-{day:02}")) {
        Ok(day) => properties.set_creation_datetime(&day),
        Err(_) => properties,
    }
}
