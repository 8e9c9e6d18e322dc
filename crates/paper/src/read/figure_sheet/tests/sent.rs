//! What people type into a workbook, and files that were not made here.

use super::*;

const FOOD: &str = "Tổng sản lượng lương thực";
const FILES: &str = "Hồ sơ một cửa giải quyết đúng hạn";
const SAFE: &str = "Giữ vững an ninh chính trị";
const HOUSES: &str = "Xóa nhà tạm, nhà dột nát";

#[test]
fn an_untouched_workbook_says_what_is_there_and_nothing_else() {
    let read = read(&written(&sheet()));
    assert_eq!(read.origin, FigureOrigin::Ours);
    assert_eq!(read.findings, []);
    assert_eq!(read.shown.as_ref(), Some(&sheet()), "the hidden sheet carries everything");
    assert_eq!(row(&read, FOOD).entered, sheet().lines[1].now);
    assert!(read.rows.iter().all(|row| row.findings.is_empty()), "{:?}", read.rows);
    assert_eq!(read.rows.len(), 8, "groups and sums are rows too");
}

#[test]
fn the_same_sheet_gives_the_same_bytes() {
    assert_eq!(written(&sheet()), written(&sheet()));
}

#[test]
fn figures_days_sources_and_judgements_come_back() {
    let read = read(&filled(&[
        (FOOD, place::VALUE, Cell::Amount(amount("4612.75"))),
        (FOOD, place::DATED, Cell::Date(date(28, 6, 2026))),
        (FILES, place::NUMERATOR, Cell::Amount(amount("1675"))),
        (FILES, place::DENOMINATOR, Cell::Amount(amount("1709"))),
        (SAFE, place::VALUE, Cell::Choice("yes".into())),
        (HOUSES, place::VALUE, Cell::text("Không áp dụng")),
        (HOUSES, place::NOTE, Cell::text("Thôn không có nhà tạm")),
        ("Đàn heo", place::VALUE, Cell::Amount(amount("0"))),
    ]));
    assert_eq!(row(&read, FOOD).entered.figure, figure("4612.75"));
    assert_eq!(row(&read, FOOD).entered.dated, Some(date(28, 6, 2026)));
    let files = row(&read, FILES);
    assert_eq!((files.entered.figure, numbers(&files.findings)), (figure("98.01"), vec!["FIG-019"]));
    assert_eq!(files.entered.dated, Some(date(30, 6, 2026)), "the common day holds where none is given");
    assert_eq!(row(&read, SAFE).entered.figure, Figure::Judged(Attainment::Yes));
    let houses = row(&read, HOUSES);
    assert_eq!((houses.entered.figure, houses.is_refused()), (Figure::NotApplicable, false));
    assert_eq!(row(&read, "Đàn heo").entered.figure, figure("0"), "zero is a number");
    assert_eq!(row(&read, "Đàn bò").entered.figure, Figure::NotEntered, "and an empty cell is none");
}

#[test]
fn numbers_and_days_typed_as_text_are_read_and_told() {
    let read = read(&filled(&[
        (FOOD, place::VALUE, Cell::Text("4612,50".into())),
        (FOOD, place::DATED, Cell::Text("28/6/2026".into())),
        ("Đàn heo", place::VALUE, Cell::Text("1.234".into())),
        ("Đàn bò", place::VALUE, Cell::Text("1.200 con".into())),
        (FILES, place::VALUE, Cell::Text("98,5%".into())),
    ]));
    let food = row(&read, FOOD);
    assert_eq!((food.entered.figure, numbers(&food.findings)), (figure("4612.5"), vec!["FIG-017"]));
    assert_eq!(food.entered.dated, Some(date(28, 6, 2026)));
    assert!(food.findings[0].message.vi.contains("4.612,5"), "{}", food.findings[0].message.vi);
    assert_eq!(row(&read, "Đàn heo").entered.figure, figure("1234"), "a dot parts thousands of a count");
    assert_eq!(
        row(&read, "Đàn bò").entered.figure,
        figure("1200"),
        "the unit typed into the cell is no part of it"
    );
    assert_eq!(row(&read, FILES).entered.figure, figure("98.5"));
}

#[test]
fn a_table_that_somebody_made_is_matched_by_number_and_name_and_said_to_be() {
    let table: &[&[&str]] = &[
        &["UBND XÃ LƠ KU"],
        &["BÁO CÁO SỐ LIỆU 6 THÁNG ĐẦU NĂM 2026"],
        &["STT", "Nội dung chỉ tiêu", "ĐVT", "KH năm", "Thực hiện 6 tháng", "Tỷ lệ thực hiện (%)"],
        &["(1)", "(2)", "(3)", "(4)", "(5)", "(6)"],
        &["A", "Kinh tế"],
        &["1", "TỔNG SẢN LƯỢNG LƯƠNG THỰC", "tấn", "=9007.4", "=4612.5", "=51.2"],
        &["2", "Đàn heo", "con", "=780", "!#N/A", ""],
        &["3", "Trồng rừng", "ha", "=5", "=2", ""],
        &["", "Tổng cộng", "", "", "=4614.5", ""],
        &["", "NGƯỜI LẬP BIỂU"],
        &["", "Trần Thị Diệu"],
    ];
    let read = read(&workbook(&xml_rows(1, table), "", false));
    assert_eq!((read.origin, read.shown.is_none()), (FigureOrigin::Unknown, true));
    assert_eq!(row(&read, FOOD).entered.figure, figure("4612.5"));
    assert_eq!(numbers(&row(&read, "Đàn heo").findings), ["LST-116"]);
    let unknown = read.rows.iter().find(|row| row.line.is_none()).expect("a row of no line");
    assert_eq!((unknown.name.as_str(), numbers(&unknown.findings)), ("Trồng rừng", vec!["FIG-010"]));
    assert_eq!(numbers(&read.findings), ["FIG-005", "FIG-015", "FIG-014", "FIG-013"]);
    assert!(!read.stops());
}

#[test]
fn a_csv_or_a_pasted_table_is_read_in_the_same_way() {
    let text = "STT\tChỉ tiêu\tĐVT\tThực hiện\tGhi chú\n1\tTổng sản lượng lương thực\ttấn\t4.612,5\t\n\tĐàn heo\tcon\tchưa có\t\n";
    let read = read(text.as_bytes());
    assert_eq!(row(&read, FOOD).entered.figure, figure("4612.5"));
    assert_eq!(row(&read, FOOD).findings, [], "separated text has nothing but text");
    assert_eq!(numbers(&row(&read, "Đàn heo").findings), ["LST-102"]);
}

#[test]
fn without_a_database_the_workbook_says_itself_what_it_is_of() {
    let bytes = filled(&[("Đàn heo", place::VALUE, Cell::Amount(amount("780000")))]);
    let alone = read_figures(&bytes, &ExpectedFigures::default()).expect("read");
    assert_eq!(alone.origin, FigureOrigin::Unchecked);
    assert_eq!(numbers(&alone.findings), ["FIG-006"]);
    assert_eq!(alone.lines, sheet().lines);
    assert_eq!(numbers(&row(&alone, "Đàn heo").findings), ["FIG-101"]);
    let foreign = xml_rows(
        1,
        &[&["STT", "Chỉ tiêu", "ĐVT", "Kế hoạch", "Thực hiện"], &["1", "Đàn heo", "con", "≥ 780", "=780000"]],
    );
    let alone = read_figures(&workbook(&foreign, "", false), &ExpectedFigures::default()).expect("read");
    assert_eq!((numbers(&alone.findings), numbers(&alone.rows[0].findings)), (vec!["FIG-005"], vec!["FIG-101"]));
}
