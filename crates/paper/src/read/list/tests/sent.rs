//! Lists that people made themselves and sent.

use super::*;
use crate::read::list::Origin;

const HEADINGS: &[&str] = &["STT", "Họ và tên", "Ngày sinh", "Danh hiệu đăng ký", "Điểm", "Số năm", "Đảng viên"];

fn sheet(table: &[&[&str]]) -> Vec<u8> {
    workbook(&rows(1, table), "", false)
}

fn cells(table: &[&[&str]]) -> Vec<Vec<Cell>> {
    read(&sheet(table)).expect("read").0.into_iter().map(|row| row.cells).collect()
}

fn amount(plain: &str) -> Cell {
    Cell::Amount(Amount::from_plain(plain).expect("an amount"))
}

#[test]
fn headings_are_found_below_titles_in_any_order_and_under_other_names() {
    let bytes = sheet(&[
        &["UBND XÃ LƠ KU"],
        &["DANH SÁCH ĐĂNG KÝ"],
        &[],
        &["TT", "DANG VIEN", "Ghi chú", "họ tên", "NĂM SINH"],
        &["=1", "x", "gì đó", "Trần Thị Diệu", "=1985"],
        &["=2", "", "", "Lê Văn An", "=31113@2"],
    ]);
    let (rows, read) = read(&bytes).expect("read");
    assert_eq!(read.places, [Some(3), Some(4), None, None, None, Some(1)]);
    assert_eq!(rows[0].cells[..2], [Cell::text("Trần Thị Diệu"), Cell::Year(1985)]);
    assert_eq!(rows[0].cells[5], Cell::YesNo(true));
    assert_eq!(rows[1].cells[1], Cell::Date(date(7, 3, 1985)));
    assert_eq!((rows[0].row, rows[1].row, read.heading_row), (5, 6, 4));
    assert_eq!(
        told(&read).iter().map(|(number, place)| format!("{number} {place}")).collect::<Vec<_>>(),
        ["LST-004 ", "LST-006 4", "LST-006 4", "LST-006 4", "LST-008 C4"]
    );
    assert_eq!(read.origin, Origin::Unknown);
}

#[test]
fn headings_over_two_rows_are_put_together() {
    let bytes = workbook(
        &rows(
            1,
            &[
                &["Số TT", "Họ và tên", "Thông tin", "", "Đăng ký", ""],
                &["", "", "Ngày sinh", "Đảng viên", "Danh hiệu", "Điểm"],
                &["(1)", "(2)", "(3)", "(4)", "(5)", "(6)"],
                &["=1", "Lê Văn An", "7/3/1985", "có", "LĐTT", "1234,50"],
            ],
        ),
        "<mergeCells count=\"3\"><mergeCell ref=\"A1:A2\"/><mergeCell ref=\"B1:B2\"/><mergeCell ref=\"C1:D1\"/></mergeCells>",
        false,
    );
    let mut columns = columns();
    columns[2].also.push("Đăng ký danh hiệu".to_owned());
    let (rows, read) = read_whole_list(&bytes, &Expected { columns: &columns, seal: None }).expect("read");
    assert_eq!(read.heading_row, 2);
    assert_eq!(read.places, [Some(1), Some(2), Some(4), Some(5), None, Some(3)]);
    assert_eq!(rows.len(), 1, "the numbers of the columns are no row");
    assert_eq!(rows[0].cells[3], amount("1234.5"));
    columns[2].also.push("Đăng ký Danh hiệu".to_owned());
    let bytes = workbook(
        &super::rows(1, &[&["Họ và tên", "Danh hiệu", ""], &["", "đăng ký", "Điểm"], &["A", "LĐTT", "=1"]]),
        "",
        false,
    );
    let (_, read) = read_whole_list(&bytes, &Expected { columns: &columns, seal: None }).expect("read");
    assert_eq!(read.places[..4], [Some(0), None, Some(1), Some(2)]);
}

#[test]
fn sums_groups_blank_rows_and_signatures_are_no_rows() {
    let bytes = sheet(&[
        HEADINGS,
        &["I", "Khối Đảng"],
        &["=1", "Trần Thị Diệu", "1985", "LĐTT", "=8", "=3", "x"],
        &[],
        &["", "", "", "", "", "", ""],
        &["=2", "Lê Văn An", "1970", "", "", "", ""],
        &["", "Tổng cộng", "", "", "=8", "=3", ""],
        &["", "", "", "", "Lơ Ku, ngày 07 tháng 3 năm 2026"],
        &["", "NGƯỜI LẬP BIỂU", "", "", "TM. ỦY BAN NHÂN DÂN"],
        &["", "Nguyễn Văn Lập", "", "", "Trần Văn Ký"],
    ]);
    let (rows, read) = read(&bytes).expect("read");
    assert_eq!(
        names(&rows),
        ["Khối Đảng", "Trần Thị Diệu", "Lê Văn An"],
        "a group with nothing missing looks like a row"
    );
    assert_eq!(rows[1].row, 3);
    let told = told(&read);
    for wanted in [("LST-012", "7"), ("LST-013", "8")] {
        assert!(told.contains(&(wanted.0.to_owned(), wanted.1.to_owned())), "{wanted:?} in {told:?}");
    }
}

#[test]
fn a_group_row_is_told_from_rows_that_lack_what_every_row_needs() {
    let mut columns = columns();
    columns[1].required = true;
    let bytes = sheet(&[HEADINGS, &["I", "Khối Đảng"], &["=1", "Trần Thị Diệu", "1985"], &["=2", "Lê Văn An"]]);
    let (rows, read) = read_whole_list(&bytes, &Expected { columns: &columns, seal: None }).expect("read");
    assert_eq!(names(&rows), ["Trần Thị Diệu", "Lê Văn An"]);
    assert_eq!(told(&read), [("LST-014".into(), "2".into()), ("LST-101".into(), "C4".into())]);
}

#[test]
fn numbers_typed_as_text_are_read_and_told() {
    let bytes = sheet(&[
        HEADINGS,
        &["=1", "A", "", "", "1234,50", "=3"],
        &["=2", "B", "", "", "1.740", "12"],
        &["=3", "C", "", "", "22,635.29", "=12.5"],
        &["=4", "D", "", "", "=0.30000000000000004", "12 năm"],
    ]);
    let (rows, read) = read(&bytes).expect("read");
    let points: Vec<_> = rows.iter().map(|row| row.cells[3].clone()).collect();
    assert_eq!(points, [amount("1234.5"), amount("1740"), amount("22635.29"), amount("0.3")]);
    assert_eq!(rows[2].cells[4], Cell::Unread("12.5".to_owned()));
    assert_eq!(
        told(&read)[1..],
        [("LST-103", "F4"), ("LST-102", "F5"), ("LST-015", "E2"), ("LST-015", "F3")]
            .map(|(a, b)| (a.to_owned(), b.to_owned()))
    );
}

#[test]
fn days_are_read_from_serials_of_both_systems_and_from_text() {
    let table: &[&[&str]] = &[
        HEADINGS,
        &["=1", "A", "=44627@1"],
        &["=2", "B", "=44627.5@2"],
        &["=3", "C", "07/03/2022"],
        &["=4", "D", "ngày 7 tháng 03 năm 2022"],
        &["=5", "E", "=1985@1"],
    ];
    let seven = Cell::Date(date(7, 3, 2022));
    let births: Vec<_> = cells(table).into_iter().map(|cells| cells[1].clone()).collect();
    assert_eq!(births, [seven.clone(), seven.clone(), seven.clone(), seven.clone(), Cell::Year(1985)]);
    let old_mac = workbook(&rows(1, &[HEADINGS, &["=1", "A", "=43165@1"], &["=2", "B", "07/03/2022"]]), "", true);
    let (read, _) = read(&old_mac).expect("read");
    assert!(read.iter().all(|row| row.cells[1] == seven));
}

#[test]
fn errors_of_formulas_are_told_with_their_cells() {
    let bytes = sheet(&[HEADINGS, &["=1", "A", "!#N/A", "", "#DIV/0!", "=44627@1", ""]]);
    let (rows, read) = read(&bytes).expect("read");
    assert_eq!(rows[0].cells[1], Cell::Unread("#N/A".to_owned()));
    assert_eq!(rows[0].cells[4], Cell::Unread("07/3/2022".to_owned()));
    let told: Vec<_> = told(&read).into_iter().skip(1).collect();
    assert_eq!(
        told,
        [("LST-116", "C2"), ("LST-116", "E2"), ("LST-107", "F2")].map(|(a, b)| (a.to_owned(), b.to_owned()))
    );
    let finding = &read.findings[1];
    assert!(finding.message.vi.contains("#N/A") && !finding.mend.vi.is_empty());
}

#[test]
fn cells_merged_over_rows_hold_for_each_of_them() {
    let bytes = workbook(
        &rows(1, &[&["Họ và tên", "Danh hiệu đăng ký"], &["A", "LĐTT"], &["B"], &["C"], &["D"]]),
        "<mergeCells count=\"1\"><mergeCell ref=\"B2:B4\"/></mergeCells>",
        false,
    );
    let (rows, _) = read(&bytes).expect("read");
    let advanced = Cell::Choice("advanced".into());
    let titles: Vec<_> = rows.iter().map(|row| row.cells[2].clone()).collect();
    assert_eq!(titles, [advanced.clone(), advanced.clone(), advanced, Cell::Empty]);
}

#[test]
fn fonts_from_before_unicode_are_converted() {
    let bytes = sheet(&[
        HEADINGS,
        &["=1", "~TrÇn ThÞ DiÖu@4", "", "~Lao ®éng tiªn tiÕn@4"],
        &["=2", "~nguyÔn v¨n an@5"],
        &["=3", "~Lê Văn Ân@4"],
    ]);
    let (rows, found) = read(&bytes).expect("read");
    assert_eq!(names(&rows), ["Trần Thị Diệu", "NGUYỄN VĂN AN", "Lê Văn Ân"]);
    let converted = found.findings.iter().find(|finding| finding.number == "LST-018").expect("it is told");
    assert_eq!(converted.message.vi, "Đã chuyển từ bảng mã TCVN3 (ABC) sang Unicode.");
    assert_eq!(converted.place.shown(), "B2");
    assert_eq!(rows[0].cells[2], Cell::Choice("advanced".into()));
    let vni = sheet(&[
        &["Hoï vaø teân", "Ngaøy sinh", "Ñaûng vieân"],
        &["Traàn Thò Dieäu", "=1985", "coù"],
        &["Nguyeãn Vaên Ñöùc", "=1970", "khoâng"],
    ]);
    let (rows, found) = read_whole_list(&vni, &Expected { columns: &columns(), seal: None }).expect("read");
    assert_eq!(names(&rows), ["Trần Thị Diệu", "Nguyễn Văn Đức"]);
    assert!(told(&found).contains(&("LST-018".to_owned(), "A2".to_owned())));
    let text = "Hä vµ tªn;Ngµy sinh;§¶ng viªn\nTrÇn ThÞ DiÖu;1985;cã\nNguyÔn V¨n §øc;1970;kh«ng\n";
    let (rows, found) =
        read_whole_list(text.as_bytes(), &Expected { columns: &columns(), seal: None }).expect("read");
    assert_eq!(names(&rows), ["Trần Thị Diệu", "Nguyễn Văn Đức"]);
    assert!(told(&found).contains(&("LST-018".to_owned(), String::new())));
    assert_eq!(rows[1].cells[5], Cell::YesNo(false));
}

#[test]
fn separated_text_of_any_encoding_is_read() {
    let text = "DANH SÁCH;;\nSTT;Họ tên;Điểm\n1;Trần Thị Diệu;1.234,5\n2;Lê Văn An;8\nCộng;;9\n";
    let (rows, told) = read(text.as_bytes()).expect("read");
    assert_eq!(names(&rows), ["Trần Thị Diệu", "Lê Văn An"]);
    assert_eq!((rows[0].cells[3].clone(), rows[0].row, told.sheet.as_str()), (amount("1234.5"), 3, ""));
    let (english, _) = read("Họ tên,Điểm\n\"Diệu, Trần\",\"22,635.29\"\n".as_bytes()).expect("read");
    assert_eq!(english[0].cells[3], amount("22635.29"));
    let tcvn3: Vec<u8> = "Hä vµ tªn;§iÓm\nTrÇn ThÞ DiÖu;8,5\nNguyÔn V¨n §øc;7\n".chars().map(|c| c as u8).collect();
    let (rows, told) = read(&tcvn3).expect("read");
    assert_eq!(names(&rows), ["Trần Thị Diệu", "Nguyễn Văn Đức"]);
    assert!(told.note.is_some());
}

#[test]
fn days_with_the_month_first_stop_the_whole_file() {
    let (rows, read_back) = read("Họ tên;Ngày sinh\nA;01/02/1950\nB;01/13/1950\n".as_bytes()).expect("read");
    assert_eq!(rows[1].cells[1], Cell::Unread("01/13/1950".to_owned()));
    assert!(read_back.stops() && told(&read_back).contains(&("LST-017".to_owned(), "B".to_owned())));
    let (_, read_back) = read("Họ tên;Ngày sinh\nA;31/02/1950\nB;13/01/1950\n".as_bytes()).expect("read");
    assert!(!read_back.stops(), "a day that is not in the calendar is a mistake of its cell");
}

#[test]
fn the_sheet_with_the_headings_is_found_among_others() {
    let sheet = |rows: &str| format!("<worksheet><sheetData>{rows}</sheetData></worksheet>");
    let bytes = package(&[
        (
            "xl/workbook.xml",
            br#"<workbook><sheets><sheet name="Bia" r:id="a"/><sheet name="An" state="hidden" r:id="c"/><sheet name="DS" r:id="b"/></sheets></workbook>"#,
        ),
        (
            "xl/_rels/workbook.xml.rels",
            br#"<Relationships><Relationship Id="a" Type="/worksheet" Target="a.xml"/><Relationship Id="b" Type="/worksheet" Target="b.xml"/><Relationship Id="c" Type="/worksheet" Target="c.xml"/></Relationships>"#,
        ),
        ("xl/a.xml", sheet(&rows(1, &[&["Bìa"]])).as_bytes()),
        ("xl/b.xml", sheet(&rows(1, &[HEADINGS, &["=1", "Đúng"]])).as_bytes()),
        ("xl/c.xml", sheet(&rows(1, &[HEADINGS, &["=1", "Ẩn"]])).as_bytes()),
    ]);
    let (rows, read) = read(&bytes).expect("read");
    assert_eq!((names(&rows), read.sheet.as_str()), (vec!["Đúng".to_owned()], "DS"));
}
