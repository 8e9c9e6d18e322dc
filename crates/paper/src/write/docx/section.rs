//! Pages: paper, margins and running heads of the text and of each appendix.

use super::super::sheet::Sheet;
use super::body::content;
use super::frame::{appendix_head, closing, head, running_head, title};
use super::size;
use super::slips;
use super::table::ruled_table;
use super::xml::thin;

/// The running heads, by the relationship that names them.
pub(super) const PORTRAIT_HEAD: &str = "rId3";
pub(super) const PORTRAIT_FIRST_HEAD: &str = "rId4";
pub(super) const LANDSCAPE_HEAD: &str = "rId5";
pub(super) const LANDSCAPE_FIRST_HEAD: &str = "rId6";

/// The text, then each appendix on landscape pages of its own.
pub(super) fn pages(sheet: &Sheet) -> String {
    if let Some(slips) = sheet.slips {
        return slips::pages(sheet, slips) + &thin(String::new()) + &plain();
    }
    let room = if sheet.landscape { size::LANDSCAPE } else { size::PORTRAIT };
    let mut pages = head(sheet, room) + &title(sheet, room) + &content(&sheet.body, room) + &closing(sheet, room);
    let text = if sheet.landscape { landscape_text() } else { portrait() };
    pages.push_str(&if sheet.appendices.is_empty() { thin(String::new()) + &text } else { thin(text) });
    let last = sheet.appendices.len();
    for (index, appendix) in sheet.appendices.iter().enumerate() {
        pages.push_str(&appendix_head(appendix));
        pages.push_str(&ruled_table(&appendix.table, size::LANDSCAPE));
        pages.push_str(&if index + 1 == last { thin(String::new()) + &landscape() } else { thin(landscape()) });
    }
    pages
}

/// The four running heads: with number on later pages, without on first ones.
pub(super) fn running_heads(sheet: &Sheet) -> [String; 4] {
    let mark = sheet.mark.as_deref();
    [
        running_head(mark, true, size::PORTRAIT),
        running_head(None, false, size::PORTRAIT),
        running_head(mark, true, size::LANDSCAPE),
        running_head(mark, false, size::LANDSCAPE),
    ]
}

fn portrait() -> String {
    let paper = format!("<w:pgSz w:w=\"{}\" w:h=\"{}\"/>", size::PAGE_SHORT, size::PAGE_LONG);
    section(PORTRAIT_HEAD, PORTRAIT_FIRST_HEAD, &paper, "")
}

/// The pages of an appendix are numbered on their own.
fn landscape() -> String {
    section(LANDSCAPE_HEAD, LANDSCAPE_FIRST_HEAD, &on_its_side(), "<w:pgNumType w:start=\"1\"/>")
}

/// A text that stands on landscape pages begins like any other: its first page has no running head.
fn landscape_text() -> String {
    section(LANDSCAPE_HEAD, PORTRAIT_FIRST_HEAD, &on_its_side(), "")
}

/// Slips have no running head at all.
fn plain() -> String {
    let paper = format!("<w:pgSz w:w=\"{}\" w:h=\"{}\"/>", size::PAGE_SHORT, size::PAGE_LONG);
    section(PORTRAIT_FIRST_HEAD, PORTRAIT_FIRST_HEAD, &paper, "")
}

fn on_its_side() -> String {
    format!("<w:pgSz w:w=\"{}\" w:h=\"{}\" w:orient=\"landscape\"/>", size::PAGE_LONG, size::PAGE_SHORT)
}

fn section(later: &str, first: &str, paper: &str, numbering: &str) -> String {
    format!(
        "<w:sectPr><w:headerReference w:type=\"default\" r:id=\"{later}\"/>\
         <w:headerReference w:type=\"first\" r:id=\"{first}\"/><w:type w:val=\"nextPage\"/>{paper}\
         <w:pgMar w:top=\"{}\" w:right=\"{}\" w:bottom=\"{}\" w:left=\"{}\" w:header=\"{}\" w:footer=\"567\" w:gutter=\"0\"/>\
         {numbering}<w:titlePg/></w:sectPr>",
        size::MARGIN_TOP,
        size::MARGIN_RIGHT,
        size::MARGIN_BOTTOM,
        size::MARGIN_LEFT,
        size::HEADER
    )
}
