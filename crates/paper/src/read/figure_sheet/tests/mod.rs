//! Figures workbooks written here, changed by people in the ways they do, and read back.

mod bad;
mod changed;
mod sent;

use super::*;
use crate::read::list::tests::{package, rows as xml_rows, workbook};
use crate::write::figure_sheet::{FigureBook, figure_seal, figures_to_xlsx, typed_to_xlsx};
use std::io::{Cursor, Read, Write};
use thidua_domain::basics::Amount;
use thidua_domain::figure_sheets::{Head, LineKind, Values};
use thidua_domain::figures::{Attainment, Figure};
use thidua_domain::lists::Cell;
use thidua_domain::periods::Period;
use thidua_domain::targets::Comparator;

fn amount(plain: &str) -> Amount {
    Amount::from_plain(plain).expect("an amount")
}

fn date(day: u32, month: u32, year: i32) -> NaiveDate {
    NaiveDate::from_ymd_opt(year, month, day).expect("a day")
}

fn line(number: &str, name: &str, measure: &str, plan: &str) -> Line {
    Line {
        id: format!("0190-{}", fold(name).replace(' ', "-")),
        version: 0,
        number: number.to_owned(),
        name: name.to_owned(),
        measure: Some(measure.to_owned()).filter(|measure| !measure.is_empty()),
        asked: plan.to_owned(),
        kind: LineKind::Number,
        comparator: Some(Comparator::AtLeast),
        value: Amount::from_plain(plan).ok(),
        value_max: None,
        parent: None,
        previous: Figure::NotEntered,
        last_year: Figure::NotEntered,
        now: Values::default(),
    }
}

/// A commune's lines: a group, a total with parts, a rate, a judgement.
fn sheet() -> Sheet {
    let mut lines = vec![
        Line { kind: LineKind::Group, value: None, ..line("2.1", "Về kinh tế - xã hội", "", "") },
        line("(1)", "Tổng sản lượng lương thực", "tấn", "9007.4"),
        Line { kind: LineKind::Sum, ..line("(2)", "Tổng đàn gia súc", "con", "3027") },
        Line { parent: Some(2), ..line("-", "Đàn heo", "con", "780") },
        Line { parent: Some(2), ..line("-", "Đàn bò", "con", "2247") },
        line("(3)", "Hồ sơ một cửa giải quyết đúng hạn", "%", "99"),
        Line { kind: LineKind::Judged, value: None, ..line("(4)", "Giữ vững an ninh chính trị", "", "") },
        line("(5)", "Xóa nhà tạm, nhà dột nát", "hộ", "20"),
    ];
    lines[0].parent = None;
    lines[1].previous = Figure::Number(amount("4400.5"));
    lines[1].version = 2;
    lines[1].now = Values {
        figure: Figure::Number(amount("4500")),
        dated: Some(date(30, 6, 2026)),
        source: Some("Báo cáo 12/BC-UBND".into()),
        ..Values::default()
    };
    Sheet {
        head: Head {
            authority: "Ủy ban nhân dân xã Lơ Ku".into(),
            movement: "Lơ Ku thi đua năm 2026".into(),
            movement_id: "movement-1".into(),
            unit: "Làng Kbang".into(),
            unit_id: "unit-1".into(),
            period: Period::FirstHalf,
            year: 2026,
            due: Some(date(5, 7, 2026)),
        },
        lines,
    }
}

fn seal() -> Seal {
    figure_seal(b"a key of this installation")
}

fn written(sheet: &Sheet) -> Vec<u8> {
    let seal = seal();
    figures_to_xlsx(&FigureBook { sheet, seal: &seal, made: date(1, 7, 2026), common_day: None }).expect("written")
}

/// A workbook in which this was typed, by name of the line and column.
fn filled(typed: &[(&str, usize, Cell)]) -> Vec<u8> {
    let (sheet, seal) = (sheet(), seal());
    let book =
        FigureBook { sheet: &sheet, seal: &seal, made: date(1, 7, 2026), common_day: Some(date(30, 6, 2026)) };
    typed_to_xlsx(&book, &|line, at| {
        typed.iter().find(|(name, column, _)| *name == line.name && *column == at).map(|(_, _, cell)| cell.clone())
    })
    .expect("written")
}

fn read(bytes: &[u8]) -> FiguresRead {
    read_against(bytes, &sheet())
}

fn read_against(bytes: &[u8], sheet: &Sheet) -> FiguresRead {
    let seal = seal();
    let expected = ExpectedFigures { seal: Some(&seal), sheet: Some(sheet), today: Some(date(3, 7, 2026)) };
    read_figures(bytes, &expected).expect("read")
}

/// The row of a line.
fn row<'a>(read: &'a FiguresRead, name: &str) -> &'a Row {
    read.rows
        .iter()
        .find(|row| row.line.is_some_and(|at| read.lines[at].name == name))
        .unwrap_or_else(|| panic!("no row of {name}"))
}

fn numbers(findings: &[ListFinding]) -> Vec<&'static str> {
    findings.iter().map(|finding| finding.number).collect()
}

fn figure(plain: &str) -> Figure {
    Figure::Number(amount(plain))
}

/// The parts of a written workbook, changed by name.
fn changed(bytes: &[u8], change: impl Fn(&str, String) -> Option<String>) -> Vec<u8> {
    let mut package = zip::ZipArchive::new(Cursor::new(bytes)).expect("a package");
    let mut zip = zip::write::ZipWriter::new(Cursor::new(Vec::new()));
    for at in 0..package.len() {
        let mut part = package.by_index(at).expect("a part");
        let name = part.name().expect("a name").into_owned();
        let mut content = String::new();
        part.read_to_string(&mut content).expect("text");
        if let Some(content) = change(&name, content) {
            zip.start_file(name, zip::write::SimpleFileOptions::default()).expect("a part");
            zip.write_all(content.as_bytes()).expect("written");
        }
    }
    zip.finish().expect("a package").into_inner()
}

const FIGURES: &str = "xl/worksheets/sheet1.xml";
const TEXTS: &str = "xl/sharedStrings.xml";
