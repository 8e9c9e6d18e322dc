//! Pages: paper, margins and running heads of the text and of each appendix.

use super::super::sheet::Sheet;
use super::body::content;
use super::frame::{appendix_head, closing, head, running_head, title};
use super::size;
use super::table::ruled_table;
use super::xml::thin;

/// The running heads, by the relationship that names them.
pub(super) const PORTRAIT_HEAD: &str = "rId3";
pub(super) const PORTRAIT_FIRST_HEAD: &str = "rId4";
pub(super) const LANDSCAPE_HEAD: &str = "rId5";
pub(super) const LANDSCAPE_FIRST_HEAD: &str = "rId6";

/// The text, then each appendix on landscape pages of its own.
pub(super) fn pages(sheet: &Sheet) -> String {
    let mut pages = head(sheet) + &title(sheet) + &content(&sheet.body) + &closing(sheet);
    pages.push_str(&if sheet.appendices.is_empty() { thin(String::new()) + &portrait() } else { thin(portrait()) });
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
    let paper =
        format!("<w:pgSz w:w=\"{}\" w:h=\"{}\" w:orient=\"landscape\"/>", size::PAGE_LONG, size::PAGE_SHORT);
    section(LANDSCAPE_HEAD, LANDSCAPE_FIRST_HEAD, &paper, "<w:pgNumType w:start=\"1\"/>")
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
