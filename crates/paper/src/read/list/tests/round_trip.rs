//! What is written is read back as it was, and only that changes which somebody changes.

use super::*;
use crate::read::list::Origin;
use proptest::prelude::*;
use thidua_domain::lists::diff::{Current, Missing, Upload, diff};
use thidua_domain::lists::tidy_text;

#[test]
fn a_list_is_read_back_as_it_was_written() {
    let wanted = people();
    let bytes = written(&columns(), &wanted, Some(&seal()));
    let (rows, read) = read(&bytes).expect("read");
    assert_eq!(read.origin, Origin::Ours);
    assert_eq!((read.version, read.heading_row, read.sheet.as_str()), (Some(42), 6, "Danh sách"));
    assert_eq!(read.shown, wanted.iter().map(|(tie, _)| tie.clone()).collect::<Vec<_>>());
    assert_eq!(read.findings, []);
    let got: Vec<_> = rows.into_iter().map(|row| (row.tie.expect("a tie"), row.cells)).collect();
    assert_eq!(got, wanted);
    assert_eq!(written(&columns(), &wanted, Some(&seal())), bytes, "the same list gives the same bytes");
}

#[test]
fn downloading_and_uploading_unchanged_gives_no_difference() {
    let current: Vec<Current> = people().into_iter().map(|(tie, cells)| Current { tie, cells }).collect();
    let (rows, read) = read(&written(&columns(), &people(), Some(&seal()))).expect("read");
    let upload = Upload { rows: &rows, present: &read.present(), shown: &read.shown, missing: Missing::IsRemoved };
    assert!(diff(&columns(), &current, upload).is_nothing());
}

#[test]
fn another_reader_finds_the_same_cells() {
    use calamine::{Data, Reader, Xlsx};
    let bytes = written(&columns(), &people(), Some(&seal()));
    let mut book = Xlsx::new(Cursor::new(bytes)).expect("opened");
    let sheets: Vec<_> = book.sheets_metadata().iter().map(|sheet| (sheet.name.clone(), sheet.visible)).collect();
    use calamine::SheetVisible::{Hidden, VeryHidden, Visible};
    assert_eq!(
        sheets,
        [("Danh sách".to_owned(), Visible), ("Danh mục".to_owned(), Hidden), ("_thidua".to_owned(), VeryHidden)]
    );
    let list = book.worksheet_range("Danh sách").expect("a sheet");
    assert_eq!(list.get_value((5, 2)), Some(&Data::String("Họ và tên (*)".to_owned())));
    assert_eq!(list.get_value((6, 2)), Some(&Data::String("Trần Thị Diệu".to_owned())));
    assert!(matches!(list.get_value((6, 3)), Some(Data::DateTime(day)) if day.is_datetime()), "a real day");
    assert_eq!(list.get_value((6, 4)), Some(&Data::String("Lao động tiên tiến".to_owned())), "never a code");
    assert!(matches!(list.get_value((6, 5)), Some(Data::Float(number)) if number.to_string() == "9007.4"));
}

#[test]
fn what_looks_like_a_formula_stays_text() {
    let hostile =
        ["=1+1", "+84905123456", "-5", "@SUM(A1)", "=HYPERLINK(\"http://x\",\"y\")", "_x0041_", "0123", "TRUE"];
    let rows: Vec<_> = hostile
        .iter()
        .map(|text| {
            let mut cells = vec![Cell::Empty; columns().len()];
            cells[0] = Cell::text(text);
            (Tie::new(format!("id-{}", text.len()), 1), cells)
        })
        .collect();
    let bytes = written(&columns(), &rows, None);
    let mut package = zip::ZipArchive::new(Cursor::new(bytes.clone())).expect("a package");
    let mut sheet = String::new();
    std::io::Read::read_to_string(&mut package.by_name("xl/worksheets/sheet1.xml").expect("a sheet"), &mut sheet)
        .expect("text");
    assert!(!sheet.contains("<f>"), "no formula");
    let (read, _) = read(&bytes).expect("read");
    assert_eq!(names(&read), hostile);
}

#[test]
fn numbers_with_more_digits_than_a_spreadsheet_keeps_come_back_exactly() {
    let mut cells = vec![Cell::Empty; columns().len()];
    cells[0] = Cell::text("x");
    cells[3] = Cell::Amount(Amount::from_plain("123456789012345.6789").expect("an amount"));
    cells[4] = Cell::Whole(i64::MAX / 10_000);
    let (rows, _) = read(&written(&columns(), &[(Tie::new("a", 1), cells.clone())], None)).expect("read");
    assert_eq!(rows[0].cells, cells);
}

fn any_cells() -> impl Strategy<Value = Vec<Cell>> {
    (
        "[^\\s]\\PC{0,30}",
        prop_oneof![
            Just(Cell::Empty),
            (1930i32..2100).prop_map(Cell::Year),
            (0u64..60_000).prop_map(|days| { Cell::Date(date(1, 3, 1900) + chrono::Days::new(days)) })
        ],
        prop_oneof![Just(Cell::Empty), Just(Cell::Choice("advanced".into())), Just(Cell::Choice("fighter".into()))],
        any::<i64>()
            .prop_map(|stored| Cell::Amount(Amount::from_ten_thousandths(stored % 9_000_000_000_000_000_000))),
        (-900_000_000_000_000i64..900_000_000_000_000).prop_map(Cell::Whole),
        prop_oneof![Just(Cell::Empty), any::<bool>().prop_map(Cell::YesNo)],
    )
        .prop_map(|(name, birth, title, points, years, party)| {
            vec![Cell::text(&format!("n{name}")), birth, title, points, years, party]
        })
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(24))]

    #[test]
    fn any_list_round_trips(all in proptest::collection::vec(any_cells(), 0..12)) {
        let rows: Vec<_> = all.into_iter().enumerate().map(|(at, cells)| (Tie::new(format!("id{at}"), at as i64), cells)).collect();
        let (read, told) = read(&written(&columns(), &rows, Some(&seal()))).expect("read");
        prop_assert_eq!(told.origin, Origin::Ours);
        let got: Vec<_> = read.into_iter().map(|row| (row.tie.expect("a tie"), row.cells)).collect();
        prop_assert_eq!(got, rows);
    }

    #[test]
    fn any_text_round_trips(text in any::<String>()) {
        let tidy = tidy_text(&text);
        prop_assume!(!tidy.is_empty());
        let mut cells = vec![Cell::Empty; columns().len()];
        cells[0] = Cell::Text(text);
        let (read, _) = read(&written(&columns(), &[(Tie::new("a", 1), cells)], Some(&seal()))).expect("read");
        prop_assert_eq!(&read[0].cells[0], &Cell::Text(tidy));
    }
}
