//! Tables: those that carry figures, and the borderless ones that hold two columns side by side.

use super::super::document::{Align, Cell, HeaderCell, Row, Table};
use super::size;
use super::xml::{Face, Paragraph};

const LINE: &str = "w:val=\"single\" w:sz=\"4\" w:space=\"0\" w:color=\"000000\"";
const SIDE_ROOM: u32 = 90;

/// A borderless table of two columns; a row is never divided between pages.
pub(super) fn layout_table(widths: &[u32; 2], rows: &[[String; 2]]) -> String {
    let total = widths[0] + widths[1];
    let mut table = format!(
        "<w:tbl><w:tblPr><w:tblW w:w=\"{total}\" w:type=\"dxa\"/><w:tblLayout w:type=\"fixed\"/>\
         <w:tblCellMar><w:left w:w=\"0\" w:type=\"dxa\"/><w:right w:w=\"0\" w:type=\"dxa\"/></w:tblCellMar></w:tblPr>{}",
        grid(widths)
    );
    for row in rows {
        table.push_str("<w:tr><w:trPr><w:cantSplit/></w:trPr>");
        for (width, content) in widths.iter().zip(row) {
            table.push_str(&format!(
                "<w:tc><w:tcPr><w:tcW w:w=\"{width}\" w:type=\"dxa\"/></w:tcPr>{content}</w:tc>"
            ));
        }
        table.push_str("</w:tr>");
    }
    table.push_str("</w:tbl>");
    table
}

/// A ruled table over the whole width; the header row repeats on every page.
pub(super) fn ruled_table(table: &Table, room: u32) -> String {
    let widths = widths(table, room);
    let mut xml = format!(
        "<w:tbl><w:tblPr><w:tblW w:w=\"{room}\" w:type=\"dxa\"/><w:tblBorders><w:top {LINE}/><w:left {LINE}/>\
         <w:bottom {LINE}/><w:right {LINE}/><w:insideH {LINE}/><w:insideV {LINE}/></w:tblBorders>\
         <w:tblLayout w:type=\"fixed\"/><w:tblCellMar><w:left w:w=\"{SIDE_ROOM}\" w:type=\"dxa\"/>\
         <w:right w:w=\"{SIDE_ROOM}\" w:type=\"dxa\"/></w:tblCellMar></w:tblPr>{}",
        grid(&widths)
    );
    xml.push_str(&header(table, &widths));
    for row in &table.rows {
        match row {
            Row::Group(text) => xml.push_str(&group_row(text, widths.len(), room)),
            Row::Cells(cells) => {
                let short = cells.iter().all(|cell| cell.text.len() <= 400);
                xml.push_str(if short { "<w:tr><w:trPr><w:cantSplit/></w:trPr>" } else { "<w:tr>" });
                for ((content, column), width) in cells.iter().zip(&table.columns).zip(&widths) {
                    xml.push_str(&cell(content, column.align, *width));
                }
                xml.push_str("</w:tr>");
            }
        }
    }
    xml.push_str("</w:tbl>");
    xml
}

/// The header row, or the two rows of a header with shared cells; both repeat on every page.
fn header(table: &Table, widths: &[u32]) -> String {
    const ROW: &str = "<w:tr><w:trPr><w:cantSplit/><w:tblHeader/></w:trPr>";
    let titled =
        |title: &str, width: u32, merging: &str| spanning(&Cell::bold(title), Align::Center, width, merging);
    let Some(upper) = table.upper_header() else {
        let cells = table.columns.iter().zip(widths).map(|(column, width)| titled(&column.title, *width, ""));
        return format!("{ROW}{}</w:tr>", cells.collect::<String>());
    };
    let (mut xml, mut at) = (ROW.to_owned(), 0);
    for one in upper {
        let (title, count, merging) = match one {
            HeaderCell::Alone(title) => (title, 1, "<w:vMerge w:val=\"restart\"/>".to_owned()),
            HeaderCell::Over(title, count) => (title, count, format!("<w:gridSpan w:val=\"{count}\"/>")),
        };
        xml.push_str(&titled(title, widths[at..at + count].iter().sum(), &merging));
        at += count;
    }
    xml.push_str("</w:tr>");
    xml.push_str(ROW);
    for (column, width) in table.columns.iter().zip(widths) {
        xml.push_str(&match &column.over {
            Some(_) => titled(&column.title, *width, ""),
            None => titled("", *width, "<w:vMerge/>"),
        });
    }
    xml + "</w:tr>"
}

/// Shares of the room in whole twips; the last column takes what rounding leaves.
fn widths(table: &Table, room: u32) -> Vec<u32> {
    let shares: u32 = table.columns.iter().map(|column| column.width_share).sum::<u32>().max(1);
    let mut widths: Vec<u32> = table.columns.iter().map(|column| room * column.width_share / shares).collect();
    let used: u32 = widths.iter().sum();
    if let Some(last) = widths.last_mut() {
        *last += room.saturating_sub(used);
    }
    widths
}

fn grid(widths: &[u32]) -> String {
    let columns: String = widths.iter().map(|width| format!("<w:gridCol w:w=\"{width}\"/>")).collect();
    format!("<w:tblGrid>{columns}</w:tblGrid>")
}

fn cell(content: &Cell, align: Align, width: u32) -> String {
    spanning(content, align, width, "")
}

/// A cell that may reach over others; the children of its properties stand in the order of the schema.
fn spanning(content: &Cell, align: Align, width: u32, merging: &str) -> String {
    let paragraph = Paragraph {
        style: "TableText",
        align: match align {
            Align::Left => "left",
            Align::Right => "right",
            Align::Center => "center",
        },
        ..Paragraph::default()
    };
    let face = Face { bold: content.bold, ..Face::size(size::TABLE) };
    format!(
        "<w:tc><w:tcPr><w:tcW w:w=\"{width}\" w:type=\"dxa\"/>{merging}<w:vAlign w:val=\"center\"/></w:tcPr>{}</w:tc>",
        paragraph.of(&content.text, face)
    )
}

fn group_row(text: &str, columns: usize, room: u32) -> String {
    let paragraph = Paragraph { style: "TableText", keep_next: true, ..Paragraph::default() };
    format!(
        "<w:tr><w:trPr><w:cantSplit/></w:trPr><w:tc><w:tcPr><w:tcW w:w=\"{room}\" w:type=\"dxa\"/>\
         <w:gridSpan w:val=\"{columns}\"/><w:vAlign w:val=\"center\"/></w:tcPr>{}</w:tc></w:tr>",
        paragraph.of(text, Face::bold(size::TABLE))
    )
}
