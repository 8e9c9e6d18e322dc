//! Workbooks and figures that are wrong: each is told with its place and what to do, and nothing is taken by halves.

use super::*;
use crate::read::list::ListProblem;

const FOOD: &str = "Tổng sản lượng lương thực";
const HOUSES: &str = "Xóa nhà tạm, nhà dột nát";

fn other(change: impl Fn(&mut Head)) -> FiguresRead {
    let mut theirs = sheet();
    change(&mut theirs.head);
    read(&written(&theirs))
}

#[test]
fn a_workbook_of_another_unit_period_year_or_movement_is_told_and_stops() {
    let unit = other(|head| {
        head.unit_id = "unit-2".into();
        head.unit = "Làng Tơ Pơng".into();
    });
    assert_eq!((numbers(&unit.findings), unit.stops()), (vec!["FIG-001"], true));
    assert!(
        unit.findings[0].message.vi.contains("Làng Tơ Pơng") && unit.findings[0].message.vi.contains("Làng Kbang")
    );
    let period = other(|head| head.period = Period::FirstQuarter);
    assert_eq!((numbers(&period.findings), period.stops()), (vec!["FIG-002"], true));
    let year = other(|head| head.year = 2025);
    assert_eq!((numbers(&year.findings), year.stops()), (vec!["FIG-002"], true));
    assert!(year.findings[0].message.vi.contains("2025"), "{}", year.findings[0].message.vi);
    let movement = other(|head| head.movement_id = "movement-2".into());
    assert_eq!((numbers(&movement.findings), movement.stops()), (vec!["FIG-003"], true));
}

#[test]
fn a_broken_or_foreign_signature_is_never_passed_over() {
    let touched = changed(&written(&sheet()), |name, xml| {
        Some(if name == TEXTS {
            xml.replace("&quot;unit-1&quot;", "&quot;unit-2&quot;").replace("\"unit-1\"", "\"unit-2\"")
        } else {
            xml
        })
    });
    let foreign = {
        let (sheet, seal) = (sheet(), figure_seal(b"a key of another installation"));
        figures_to_xlsx(&FigureBook { sheet: &sheet, seal: &seal, made: date(1, 7, 2026), common_day: None })
            .expect("written")
    };
    let cut = changed(&written(&sheet()), |name, xml| {
        let at = xml.find("hmac-sha256");
        Some(match at {
            Some(at) if name == TEXTS => format!("{}{}", &xml[..at], &xml[at + 76..]),
            _ => xml,
        })
    });
    for bytes in [touched, foreign, cut] {
        let read = read(&bytes);
        assert_eq!((read.origin, read.shown.is_none()), (FigureOrigin::Broken, true));
        assert_eq!(numbers(&read.findings), ["FIG-004"]);
        assert_eq!(row(&read, FOOD).entered.figure, figure("4500"), "matched by number and name");
    }
    let gone = changed(&written(&sheet()), |name, xml| {
        Some(if name == "xl/workbook.xml" { xml.replace("_thidua", "khac") } else { xml })
    });
    let read = read(&gone);
    assert_eq!((read.origin, numbers(&read.findings)), (FigureOrigin::Unknown, vec!["FIG-005"]));
}

#[test]
fn each_bad_cell_is_told_with_its_place_and_what_to_do() {
    let read = read(&filled(&[
        (FOOD, place::VALUE, Cell::Text("đang tổng hợp".into())),
        (HOUSES, place::VALUE, Cell::Amount(amount("-2"))),
        ("Đàn heo", place::VALUE, Cell::Amount(amount("780000"))),
        ("Đàn bò", place::VALUE, Cell::Text("#N/A".into())),
        ("Đàn bò", place::DATED, Cell::Text("31/06/2026".into())),
        ("Hồ sơ một cửa giải quyết đúng hạn", place::VALUE, Cell::Amount(amount("98"))),
        ("Hồ sơ một cửa giải quyết đúng hạn", place::DATED, Cell::Date(date(30, 6, 2025))),
        ("Giữ vững an ninh chính trị", place::VALUE, Cell::Text("tốt".into())),
    ]));
    let told: Vec<(String, &str, bool)> = read
        .rows
        .iter()
        .flat_map(|row| row.findings.iter().map(|one| (one.place.shown(), one.number, row.is_refused())))
        .collect();
    let expected = [
        ("H10", "LST-102", true),
        ("H12", "FIG-101", false),
        ("H13", "LST-116", true),
        ("K13", "LST-110", true),
        ("K14", "FIG-108", true),
        ("H15", "LST-112", true),
        ("H16", "FIG-102", true),
    ];
    assert_eq!(told, expected.map(|(place, number, refused)| (place.to_owned(), number, refused)));
    assert!(
        read.rows
            .iter()
            .flat_map(|row| &row.findings)
            .all(|one| !one.mend.vi.is_empty() && !one.mend.en.is_empty())
    );
}

#[test]
fn a_day_in_the_future_and_a_fall_of_what_adds_up_are_told() {
    let read = read(&filled(&[
        (FOOD, place::VALUE, Cell::Amount(amount("4000"))),
        (HOUSES, place::VALUE, Cell::Amount(amount("3"))),
        (HOUSES, place::DATED, Cell::Date(date(4, 7, 2026))),
    ]));
    assert_eq!(numbers(&row(&read, FOOD).findings), ["FIG-110"]);
    assert_eq!(numbers(&row(&read, HOUSES).findings), ["FIG-107"]);
}

#[test]
fn a_workbook_of_another_program_without_figures_is_refused_with_what_is_wanted() {
    let accounts = xml_rows(1, &[&["Tài khoản", "Nợ", "Có"], &["111", "=5", "=6"]]);
    let problem = read_figures(&workbook(&accounts, "", false), &ExpectedFigures::default());
    let Err(ListProblem::NoHeadings { wanted }) = problem else { panic!("{problem:?}") };
    assert_eq!(wanted, ["Chỉ tiêu", "Thực hiện"]);
    let plan = xml_rows(1, &[&["STT", "Chỉ tiêu", "ĐVT", "Kế hoạch"], &["1", FOOD, "tấn", "=9007.4"]]);
    let read = read(&workbook(&plan, "", false));
    assert!(numbers(&read.findings).contains(&"FIG-007") && read.stops());
}

#[test]
fn a_file_whose_title_names_another_period_is_asked_about() {
    let table = xml_rows(
        1,
        &[&["BÁO CÁO QUÝ I NĂM 2026"], &["STT", "Chỉ tiêu", "ĐVT", "Thực hiện"], &["1", FOOD, "tấn", "=4612.5"]],
    );
    let read = read(&workbook(&table, "", false));
    assert!(numbers(&read.findings).contains(&"FIG-022"), "{:?}", read.findings);
}

#[test]
fn what_was_entered_in_a_group_is_told() {
    let table = xml_rows(1, &[&["STT", "Chỉ tiêu", "Thực hiện"], &["2.1", "Về kinh tế - xã hội", "=12"]]);
    let read = read(&workbook(&table, "", false));
    assert_eq!(numbers(&read.rows[0].findings), ["FIG-016"]);
}

#[test]
fn hostile_hidden_sheets_tie_nothing_and_break_nothing() {
    for hidden in ["", "thidua-figures/1", "thidua-figures/1\n{}\nsha256 0\nhmac-sha256 0"] {
        let cells: Vec<Vec<&str>> = hidden.split('\n').map(|cell| vec![cell]).collect();
        let cells: Vec<&[&str]> = cells.iter().map(Vec::as_slice).collect();
        let figures = xml_rows(1, &[&["STT", "Chỉ tiêu", "Thực hiện"], &["1", FOOD, "=4612.5"]]);
        let part = |rows: &str| format!("<worksheet><sheetData>{rows}</sheetData></worksheet>");
        let book = "<workbook><sheets><sheet name=\"A\" sheetId=\"1\" r:id=\"rId1\"/><sheet name=\"_thidua\" sheetId=\"2\" r:id=\"rId2\" state=\"veryHidden\"/></sheets></workbook>";
        let bytes = package(&[
            ("xl/workbook.xml", book.as_bytes()),
            (
                "xl/_rels/workbook.xml.rels",
                br#"<Relationships><Relationship Id="rId1" Type="http://x/worksheet" Target="worksheets/sheet1.xml"/>
<Relationship Id="rId2" Type="http://x/worksheet" Target="worksheets/sheet2.xml"/></Relationships>"#,
            ),
            ("xl/worksheets/sheet1.xml", part(&figures).as_bytes()),
            ("xl/worksheets/sheet2.xml", part(&xml_rows(1, &cells)).as_bytes()),
        ]);
        let read = read(&bytes);
        assert!(read.shown.is_none());
        assert_eq!(row(&read, FOOD).entered.figure, figure("4612.5"));
    }
}
