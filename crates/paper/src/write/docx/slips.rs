//! Small papers several on a page, to be cut apart along the dashes.

use super::super::document::{Slips, SlipsOnAPage};
use super::super::sheet::Sheet;
use super::body::content;
use super::size;
use super::xml::{Face, Paragraph, thin};

const CUT: &str = "w:val=\"dashed\" w:sz=\"4\" w:space=\"0\" w:color=\"000000\"";
/// Between a slip and the dashes beside it; there is as much on either side of them.
const SIDE: u32 = 170;
/// Between a slip and the dashes above it.
const ROOM: u32 = 227;
/// Two rows fill a page; a little less, so that the paragraph behind the table stays on it.
const ROW: u32 = (size::PAGE_LONG - size::MARGIN_TOP - size::MARGIN_BOTTOM - 60) / 2;

/// Every copy; two rows of the table are a page.
pub(super) fn pages(sheet: &Sheet, slips: Slips) -> String {
    let columns = match slips.on_a_page {
        SlipsOnAPage::One | SlipsOnAPage::Two => 1,
        SlipsOnAPage::Four => 2,
    };
    let width = size::PORTRAIT / columns;
    let inside = width - if columns == 2 { 2 * SIDE } else { 0 };
    let slip = slip(sheet, inside, columns == 2);
    let alone = slips.on_a_page == SlipsOnAPage::One;
    let height = if alone { 2 * ROW } else { ROW };
    let side = if columns == 2 { SIDE } else { 0 };
    let mut table = format!(
        "<w:tbl><w:tblPr><w:tblW w:w=\"{}\" w:type=\"dxa\"/><w:tblLayout w:type=\"fixed\"/><w:tblCellMar><w:top w:w=\"{ROOM}\" w:type=\"dxa\"/><w:left w:w=\"{side}\" w:type=\"dxa\"/>\
         <w:right w:w=\"{side}\" w:type=\"dxa\"/></w:tblCellMar></w:tblPr><w:tblGrid>{}</w:tblGrid>",
        width * columns,
        format!("<w:gridCol w:w=\"{width}\"/>").repeat(columns as usize)
    );
    let mut left = slips.copies;
    while left > 0 {
        table.push_str(&format!(
            "<w:tr><w:trPr><w:cantSplit/><w:trHeight w:val=\"{height}\" w:hRule=\"atLeast\"/></w:trPr>"
        ));
        let lower = !alone && (slips.copies - left) / columns % 2 == 1;
        for column in 0..columns {
            // the dashes stand on the cells, so that the rows of two pages are not parted by them
            let above = if lower { format!("<w:top {CUT}/>") } else { String::new() };
            let beside = if column > 0 { format!("<w:left {CUT}/>") } else { String::new() };
            let borders = format!("<w:tcBorders>{above}{beside}</w:tcBorders>");
            let empty = Paragraph::tight().around("");
            let content = if left > 0 { &slip } else { &empty };
            left = left.saturating_sub(1);
            table.push_str(&format!(
                "<w:tc><w:tcPr><w:tcW w:w=\"{width}\" w:type=\"dxa\"/>{borders}</w:tcPr>{content}</w:tc>"
            ));
        }
        table.push_str("</w:tr>");
    }
    table + "</w:tbl>"
}

/// Head in one column, title, content.
fn slip(sheet: &Sheet, room: u32, small: bool) -> String {
    let centred = Paragraph::centred();
    let mut slip = String::new();
    if let Some(parent) = &sheet.parent_authority {
        slip.push_str(&centred.of(parent, Face::size(size::RECIPIENTS)));
    }
    slip.push_str(&centred.of(&sheet.issuer, Face::bold(size::RECIPIENTS)));
    if let Some(mark) = &sheet.mark {
        slip.push_str(&centred.of(mark, Face::bold(size::RUNNING_MARK)));
    }
    slip.push_str(&Paragraph::centred().spaced(120, 0).of(&sheet.kind, Face::bold(size::HEAD)));
    slip.push_str(&Paragraph::centred().spaced(0, 120).of(&sheet.subject, Face::bold(size::TABLE)));
    // text is escaped, so that nothing but the names of styles and sizes stands between quotation marks
    let body = content(&sheet.body, room);
    let body = if small {
        // a quarter of a page has room for smaller letters only
        let size = |half_points: u32| format!("<w:sz w:val=\"{half_points}\"/><w:szCs w:val=\"{half_points}\"/>");
        body.replace("\"Content\"", "\"SmallSlipText\"").replace(&size(size::TABLE), &size(size::SMALL_SLIP))
    } else {
        body.replace("\"Content\"", "\"SlipText\"")
    };
    // a cell ends with a paragraph
    slip + &body + &thin(String::new())
}
