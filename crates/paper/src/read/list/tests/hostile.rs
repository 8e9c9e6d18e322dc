//! Files that are no list, or mean harm.

use super::*;
use crate::read::{FileKind, ReadProblem};

fn refused(bytes: &[u8]) -> ListProblem {
    read(bytes).expect_err("refused")
}

#[test]
fn what_is_no_list_is_refused_with_what_to_do() {
    let macros = package(&[("xl/workbook.xml", b"<workbook/>"), ("xl/vbaProject.bin", b"x")]);
    let old_macros = package(&[("xl/workbook.xml", b"<workbook/>"), ("xl/macrosheets/sheet1.xml", b"x")]);
    let mut locked = b"\xd0\xcf\x11\xe0".to_vec();
    locked.extend("EncryptedPackage".encode_utf16().flat_map(u16::to_le_bytes));
    let ods = package(&[("mimetype", b"application/vnd.oasis.opendocument.spreadsheet")]);
    let cases: [(&[u8], ListProblem); 8] = [
        (&macros, ReadProblem::Macros.into()),
        (&old_macros, ReadProblem::Macros.into()),
        (&locked, ReadProblem::Binary(FileKind::LockedOffice).into()),
        (b"\xd0\xcf\x11\xe0 xls", ReadProblem::Binary(FileKind::OldOffice).into()),
        (&ods, ReadProblem::Binary(FileKind::Zip).into()),
        (b"%PDF-1.7", ReadProblem::Binary(FileKind::Pdf).into()),
        (b" \n", ReadProblem::Empty.into()),
        (&written(&columns(), &people(), None)[..2_000], ReadProblem::Binary(FileKind::Zip).into()),
    ];
    for (bytes, problem) in cases {
        assert_eq!(refused(bytes), problem);
        let says = problem.says();
        assert!(says.vi.contains("ãy") && !says.en.is_empty(), "{says:?} says what to do");
    }
    assert!(refused(&macros).says().vi.contains(".xlsx"));
    assert!(refused(b"\xd0\xcf\x11\xe0 xls").says().vi.contains(".xls"));
    assert!(matches!(refused(b"a;b\n1;2\n"), ListProblem::NoHeadings { wanted } if wanted.len() == 6));
}

#[test]
fn workbooks_that_unpack_without_end_are_refused() {
    let one_text = format!("<row r=\"1\"><c t=\"inlineStr\"><is><t>{}</t></is></c></row>", "a".repeat(9_000_000));
    assert_eq!(refused(&workbook(&one_text, "", false)), ReadProblem::Bomb.into());
    let small = format!("<row r=\"1\"><c t=\"inlineStr\"><is><t>{}</t></is></c></row>", "a".repeat(600_000));
    assert_eq!(
        refused(&workbook(&small, "", false)),
        ListProblem::NoHeadings { wanted: columns().iter().map(|c| c.heading.clone()).collect() }
    );
    let doctype = package(&[
        ("xl/workbook.xml", b"<!DOCTYPE a [<!ENTITY b \"c\">]><workbook/>"),
        ("xl/_rels/workbook.xml.rels", b"<Relationships/>"),
    ]);
    assert_eq!(refused(&doctype), ReadProblem::Entities.into());
}

#[test]
fn wide_sheets_are_read_up_to_their_two_hundredth_column() {
    let mut xml = rows(1, &[&["Họ và tên", "Điểm"], &["A", "=1"]]);
    xml = xml.replace("</row>", "<c r=\"XFD1\"><v>1</v></c></row>");
    let (rows, read) = read(&workbook(&xml, "", false)).expect("read");
    assert_eq!(names(&rows), ["A"]);
    assert!(told(&read).iter().any(|(number, _)| number == "LST-009"));
}

#[test]
fn findings_are_kept_up_to_their_limit_and_counted_beyond() {
    let mut xml = rows(1, &[&["Họ và tên", "Điểm"]]);
    for row in 2..2_002 {
        xml.push_str(&format!(
            "<row r=\"{row}\"><c r=\"A{row}\" t=\"str\"><v>n</v></c><c r=\"B{row}\" t=\"str\"><v>x</v></c></row>"
        ));
    }
    let (rows, read) = read(&workbook(&xml, "", false)).expect("read");
    assert_eq!((rows.len(), read.findings.len()), (2_000, 1_000));
    assert!(read.findings_left_out >= 1_000);
}

#[test]
fn a_cell_that_a_damaged_file_leaves_open_ends_with_its_row() {
    let head = rows(1, &[&["Họ và tên", "Điểm"]]);
    // the cell is closed in the next row, whose text is shorter than where it began
    let open = "<row r=\"2\"><c r=\"A2\" t=\"str\"><v>Nguyễn Văn An, thôn Một</v></c><c r=\"B2\" t=\"str\"><v>9_x";
    let damaged =
        format!("{head}{open}<row r=\"3\"><v>ệ</v></c><c r=\"A3\" t=\"str\"><v>Lê Thị Bình</v></c></row>");
    let (found, _) = read(&workbook(&damaged, "", false)).expect("read");
    assert_eq!(names(&found), ["Lê Thị Bình"]);
}
