//! Lists as people send them, read; and lists written here, changed and read back.

mod changed;
mod hostile;
mod round_trip;
mod sent;

use super::{Expected, ListProblem, ListRead, read_whole_list};
use crate::seal::Seal;
use crate::write::xlsx::{ListBook, list_to_xlsx};
use chrono::NaiveDate;
use std::io::{Cursor, Write};
use thidua_domain::basics::{Amount, Expectation};
use thidua_domain::lists::diff::Uploaded;
use thidua_domain::lists::{Cell, Choice, Column, Kind, Tie};
use zip::write::{SimpleFileOptions, ZipWriter};

pub(super) fn columns() -> Vec<Column> {
    vec![
        Column::new("name", "Họ và tên", Kind::Text).wide(28).required().naming().also(["Họ tên"]),
        Column::new("birth", "Ngày, tháng, năm sinh", Kind::Date { year_alone: true })
            .naming()
            .also(["Ngày sinh", "Năm sinh"]),
        Column::new(
            "title",
            "Danh hiệu đăng ký",
            Kind::Choice(vec![
                Choice::new("advanced", "Lao động tiên tiến").also(["LĐTT"]),
                Choice::new("fighter", "Chiến sĩ thi đua cơ sở").also(["CSTĐCS"]),
            ]),
        )
        .hint("Chọn một danh hiệu"),
        Column::new("points", "Điểm (điểm)", Kind::Amount(Expectation::Quantity)),
        Column::new("years", "Số năm", Kind::Whole),
        Column::new("party", "Đảng viên", Kind::YesNo),
    ]
}

pub(super) fn seal() -> Seal {
    Seal::new(b"a key of this installation", "people", "unit-1")
}

pub(super) fn date(day: u32, month: u32, year: i32) -> NaiveDate {
    NaiveDate::from_ymd_opt(year, month, day).expect("a day")
}

pub(super) fn people() -> Vec<(Tie, Vec<Cell>)> {
    let amount = |plain: &str| Cell::Amount(Amount::from_plain(plain).expect("an amount"));
    vec![
        (
            Tie::new("0190-a", 3),
            vec![
                Cell::text("Trần Thị Diệu"),
                Cell::Date(date(7, 3, 1985)),
                Cell::Choice("advanced".into()),
                amount("9007.4"),
                Cell::Whole(12),
                Cell::YesNo(true),
            ],
        ),
        (
            Tie::new("0190-b", 1),
            vec![
                Cell::text("Lê Văn An"),
                Cell::Year(1970),
                Cell::Choice("fighter".into()),
                amount("0.3"),
                Cell::Whole(0),
                Cell::YesNo(false),
            ],
        ),
        (
            Tie::new("0190-c", 8),
            vec![Cell::text("H'Blơi Niê"), Cell::Empty, Cell::Empty, Cell::Empty, Cell::Empty, Cell::Empty],
        ),
    ]
}

pub(super) fn written(columns: &[Column], rows: &[(Tie, Vec<Cell>)], seal: Option<&Seal>) -> Vec<u8> {
    let book = ListBook {
        authority: "Ủy ban nhân dân xã Lơ Ku",
        title: "Danh sách đăng ký thi đua",
        date: date(7, 3, 2026),
        columns,
        numbered: true,
        spare_rows: 5,
        seal,
        version: 42,
    };
    list_to_xlsx(&book, rows.iter().map(|(tie, cells)| (Some(tie), cells.as_slice()))).expect("written")
}

pub(super) fn read(bytes: &[u8]) -> Result<(Vec<Uploaded>, ListRead), ListProblem> {
    read_whole_list(bytes, &Expected { columns: &columns(), seal: Some(&seal()) })
}

/// The numbers and places of what was told.
pub(super) fn told(read: &ListRead) -> Vec<(String, String)> {
    read.findings.iter().map(|finding| (finding.number.to_owned(), finding.place.shown())).collect()
}

/// The words of the first column.
pub(super) fn names(rows: &[Uploaded]) -> Vec<String> {
    rows.iter().map(|row| row.cells[0].shown(&Kind::Text)).collect()
}

/// A package of parts.
pub(in crate::read) fn package(parts: &[(&str, &[u8])]) -> Vec<u8> {
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    for (name, content) in parts {
        zip.start_file(*name, SimpleFileOptions::default()).expect("a part");
        zip.write_all(content).expect("written");
    }
    zip.finish().expect("a package").into_inner()
}

const STYLES: &str = r#"<styleSheet><numFmts count="1"><numFmt numFmtId="164" formatCode="dd/mm/yyyy"/></numFmts>
<fonts><font><name val="Calibri"/></font><font><name val=".VnTime"/></font><font><name val=".VnTimeH"/></font></fonts>
<cellStyleXfs><xf numFmtId="0"/></cellStyleXfs><cellXfs><xf numFmtId="0" fontId="0"/><xf numFmtId="14" fontId="0"/>
<xf numFmtId="164" fontId="0"/><xf numFmtId="10" fontId="0"/><xf numFmtId="0" fontId="1"/><xf numFmtId="0" fontId="2"/></cellXfs></styleSheet>"#;

/// A workbook as a spreadsheet writes it, around the XML of its rows and what stands behind them.
pub(in crate::read) fn workbook(rows: &str, behind: &str, from_1904: bool) -> Vec<u8> {
    let sheet = format!("<worksheet><sheetData>{rows}</sheetData>{behind}</worksheet>");
    let book = format!(
        "<workbook><workbookPr date1904=\"{}\"/><sheets><sheet name=\"Sheet1\" sheetId=\"1\" r:id=\"rId1\"/></sheets></workbook>",
        u8::from(from_1904)
    );
    package(&[
        ("xl/workbook.xml", book.as_bytes()),
        (
            "xl/_rels/workbook.xml.rels",
            br#"<Relationships><Relationship Id="rId1" Type="http://x/worksheet" Target="worksheets/sheet1.xml"/>
<Relationship Id="rId2" Type="http://x/styles" Target="/xl/styles.xml"/></Relationships>"#,
        ),
        ("xl/styles.xml", STYLES.as_bytes()),
        ("xl/worksheets/sheet1.xml", sheet.as_bytes()),
    ])
}

/// Rows of texts: `""` leaves a cell out, `=12` is a number, `=12@2` a number in style 2, `!#N/A` an error, `~x@4` text in
/// style 4.
pub(in crate::read) fn rows(first: u32, table: &[&[&str]]) -> String {
    let mut xml = String::new();
    for (row, cells) in (first..).zip(table) {
        xml.push_str(&format!("<row r=\"{row}\">"));
        for (column, text) in (b'A'..).zip(*cells) {
            let place = format!("{}{row}", char::from(column));
            let styled = |text: &str| -> (String, String) {
                let (text, style) = text.rsplit_once('@').unwrap_or((text, "0"));
                (text.to_owned(), style.to_owned())
            };
            let text = text.replace('&', "&amp;").replace('<', "&lt;");
            xml.push_str(&match text.chars().next() {
                None => continue,
                Some('=') => {
                    let (number, style) = styled(&text[1..]);
                    format!("<c r=\"{place}\" s=\"{style}\"><v>{number}</v></c>")
                }
                Some('!') => format!("<c r=\"{place}\" t=\"e\"><f>VLOOKUP(1)</f><v>{}</v></c>", &text[1..]),
                Some('~') => {
                    let (text, style) = styled(&text[1..]);
                    format!("<c r=\"{place}\" s=\"{style}\" t=\"inlineStr\"><is><t>{text}</t></is></c>")
                }
                Some(_) => {
                    format!("<c r=\"{place}\" t=\"inlineStr\"><is><t xml:space=\"preserve\">{text}</t></is></c>")
                }
            });
        }
        xml.push_str("</row>");
    }
    xml
}
