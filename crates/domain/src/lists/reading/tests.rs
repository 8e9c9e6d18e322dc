//! Tables of what people type and what it is read as.

use super::*;

fn date(day: u32, month: u32, year: i32) -> Cell {
    Cell::Date(NaiveDate::from_ymd_opt(year, month, day).expect("a day"))
}

fn text(kind: Kind, typed: &str) -> Result<Cell, CellProblem> {
    CellReader::new(&Column::new("x", "Cột", kind)).text(typed)
}

fn number(kind: Kind, stored: &str, look: Look) -> Result<Cell, CellProblem> {
    let value = sheet_number(stored).expect("a number");
    CellReader::new(&Column::new("x", "Cột", kind)).number(value, look, false)
}

fn amount_of(plain: &str) -> Result<Cell, CellProblem> {
    Ok(Cell::Amount(Amount::from_plain(plain).expect("an amount")))
}

const QUANTITY: Kind = Kind::Amount(Expectation::Quantity);
const PERCENT: Kind = Kind::Amount(Expectation::Percent);
const DAY: Kind = Kind::Date { year_alone: false };
const BIRTH: Kind = Kind::Date { year_alone: true };

#[test]
fn a_name_in_a_list_is_not_longer_than_one_in_a_form() {
    let name = Column::new("name", "Tên", Kind::Text).naming();
    let reader = CellReader::new(&name);
    assert!(reader.text(&"á".repeat(200)).is_ok());
    assert_eq!(reader.text(&"á".repeat(201)), Err(CellProblem::NameTooLong));
    assert!(text(Kind::Text, &"á".repeat(201)).is_ok(), "other texts may be longer");
}

#[test]
fn numbers_typed_as_text_are_read() {
    for (typed, plain) in [
        ("1234,50", "1234.5"),
        ("1.740", "1740"),
        ("22,635.29", "22635.29"),
        ("9 007,4", "9007.4"),
        ("-3,5", "-3.5"),
    ] {
        assert_eq!(text(QUANTITY, typed), amount_of(plain), "{typed}");
    }
    assert_eq!(text(PERCENT, "98,01%"), amount_of("98.01"));
    assert!(matches!(text(PERCENT, "1.740"), Err(CellProblem::TwoReadings(..))));
    assert_eq!(text(QUANTITY, "12 ha"), Err(CellProblem::NotANumber));
    assert_eq!(text(Kind::Whole, "1.740"), Ok(Cell::Whole(1740)));
    assert_eq!(text(Kind::Whole, "12,5"), Err(CellProblem::NotWhole));
    assert_eq!(text(QUANTITY, "  "), Ok(Cell::Empty));
}

#[test]
fn seven_march_is_read_from_serial_numbers_and_from_text() {
    for typed in [
        "07/03/2022",
        "7/3/2022",
        "7-3-2022",
        "2022-03-07",
        "2022-03-07T00:00:00",
        "07/03/2022 00:00:00",
        "ngày 7 tháng 03 năm 2022",
        "Ngày 07 tháng 3, năm 2022",
        "7 tháng 3 năm 2022",
        "NGAY 7 THANG 3 NAM 2022",
    ] {
        assert_eq!(text(DAY, typed), Ok(date(7, 3, 2022)), "{typed}");
    }
    for stored in ["44627", "44627.75"] {
        assert_eq!(number(DAY, stored, Look::Day), Ok(date(7, 3, 2022)), "{stored}");
        assert_eq!(number(DAY, stored, Look::Plain), Ok(date(7, 3, 2022)), "{stored} formatted as a number");
    }
    assert_eq!(day_of_serial(Decimal::from(43165), true), NaiveDate::from_ymd_opt(2022, 3, 7), "counted from 1904");
    assert_eq!(text(DAY, "31/02/2024"), Err(CellProblem::NoSuchDay));
    assert_eq!(text(DAY, "7/3/22"), Err(CellProblem::YearOutOfRange));
    assert_eq!(text(DAY, "1985"), Err(CellProblem::NotADate));
    assert_eq!(number(DAY, "1985", Look::Plain), Err(CellProblem::NotADate));
    assert_eq!(number(DAY, "99999999", Look::Day), Err(CellProblem::NotADate));
}

#[test]
fn a_birth_may_be_a_year_alone() {
    for typed in ["1985", "năm 1985", " Năm 1985 "] {
        assert_eq!(text(BIRTH, typed), Ok(Cell::Year(1985)), "{typed}");
    }
    assert_eq!(number(BIRTH, "1985", Look::Plain), Ok(Cell::Year(1985)));
    assert_eq!(number(BIRTH, "1985", Look::Day), Ok(Cell::Year(1985)), "typed into a cell formatted as a day");
    assert_eq!(number(BIRTH, "31234", Look::Day), Ok(date(6, 7, 1985)));
    assert_eq!(text(BIRTH, "12/5/1925"), Ok(date(12, 5, 1925)));
    assert_eq!(number(BIRTH, "9264", Look::Day), Ok(date(12, 5, 1925)));
    assert_eq!(text(BIRTH, "9999"), Err(CellProblem::YearOutOfRange));
}

#[test]
fn every_day_has_its_serial_number() {
    let mut day = NaiveDate::from_ymd_opt(1900, 3, 1).expect("a day");
    while day.year() < 2101 {
        let serial = serial_of_day(day).expect("a serial number");
        assert_eq!(day_of_serial(Decimal::from(serial), false), Some(day));
        day = day.succ_opt().expect("a next day");
    }
    assert_eq!(serial_of_day(NaiveDate::from_ymd_opt(1899, 1, 1).expect("a day")), None);
}

#[test]
fn days_and_percentages_are_not_taken_for_numbers() {
    assert_eq!(number(QUANTITY, "44627", Look::Day), Err(CellProblem::DayForNumber));
    assert_eq!(number(QUANTITY, "0.125", Look::Percent), Err(CellProblem::PercentForNumber));
    assert_eq!(number(PERCENT, "0.125", Look::Percent), amount_of("12.5"));
    assert_eq!(number(PERCENT, "12.5", Look::Plain), amount_of("12.5"));
}

#[test]
fn noise_behind_the_fifteenth_digit_is_dropped() {
    assert_eq!(number(QUANTITY, "0.30000000000000004", Look::Plain), amount_of("0.3"));
    assert_eq!(number(QUANTITY, "22635.290000000001", Look::Plain), amount_of("22635.29"));
    assert_eq!(number(QUANTITY, "1.5E-3", Look::Plain), amount_of("0.0015"));
    assert_eq!(number(QUANTITY, "98.0093622", Look::Plain), Err(CellProblem::TooManyDecimals));
    assert_eq!(sheet_number("abc"), None);
}

#[test]
fn numbers_in_a_column_of_text_keep_their_digits() {
    assert_eq!(number(Kind::Text, "905123456", Look::Plain), Ok(Cell::text("905123456")));
    assert_eq!(number(Kind::Text, "12.5", Look::Plain), Ok(Cell::text("12,5")));
    assert_eq!(number(Kind::Text, "44627", Look::Day), Ok(Cell::text("07/3/2022")));
    assert_eq!(number(Kind::Text, "1234567890123450", Look::Plain), Err(CellProblem::DigitsLost));
}

#[test]
fn choices_are_matched_without_marks_and_several_are_never_chosen_from() {
    let titles = Kind::Choice(vec![
        Choice::new("advanced", "Lao động tiên tiến").also(["LĐTT"]),
        Choice::new("fighter", "Chiến sĩ thi đua cơ sở").also(["CSTĐCS", "CSTĐ cơ sở"]),
        Choice::new("hoa", "Hòa"),
        Choice::new("hoa2", "Hoa"),
    ]);
    let code = |code: &str| Ok(Cell::Choice(code.to_owned()));
    assert_eq!(text(titles.clone(), "lao dong tien tien"), code("advanced"));
    assert_eq!(text(titles.clone(), "LĐTT"), code("advanced"));
    assert_eq!(text(titles.clone(), "cstđ Cơ sở"), code("fighter"));
    assert_eq!(text(titles.clone(), "hòa"), code("hoa"));
    assert_eq!(text(titles.clone(), "hoa"), code("hoa2"));
    assert!(matches!(text(titles.clone(), "hoá"), Err(CellProblem::SeveralChoices(two)) if two.len() == 2));
    assert_eq!(
        text(titles, "Chiến sĩ thi đua"),
        Err(CellProblem::NotAChoice(vec!["Chiến sĩ thi đua cơ sở".to_owned()]))
    );
}

#[test]
fn ticks_and_words_say_yes_and_no() {
    for (typed, yes) in
        [("x", true), ("X", true), ("Có", true), ("co", true), ("1", true), ("Không", false), ("0", false)]
    {
        assert_eq!(text(Kind::YesNo, typed), Ok(Cell::YesNo(yes)), "{typed}");
    }
    assert_eq!(number(Kind::YesNo, "1", Look::Plain), Ok(Cell::YesNo(true)));
    assert_eq!(text(Kind::YesNo, "có lẽ"), Err(CellProblem::NotYesNo));
}

#[test]
fn every_problem_says_what_is_the_matter_and_what_to_do() {
    let column = Column::new("x", "Số hộ", QUANTITY);
    let one = Amount::whole(1);
    for problem in [
        CellProblem::Missing,
        CellProblem::NotANumber,
        CellProblem::NotWhole,
        CellProblem::TooManyDecimals,
        CellProblem::TooLarge,
        CellProblem::TwoReadings(one, one),
        CellProblem::DayForNumber,
        CellProblem::PercentForNumber,
        CellProblem::NotADate,
        CellProblem::NoSuchDay,
        CellProblem::YearOutOfRange,
        CellProblem::NotAChoice(Vec::new()),
        CellProblem::SeveralChoices(vec!["A".to_owned()]),
        CellProblem::NotYesNo,
        CellProblem::DigitsLost,
        CellProblem::SheetError,
        CellProblem::TooLong,
        CellProblem::NameTooLong,
    ] {
        let (message, mend) = problem.says(&column, "gì đó");
        assert!(message.vi.contains("Số hộ") && message.en.contains("Số hộ"), "{problem:?} names the column");
        assert!(!mend.vi.is_empty() && !mend.en.is_empty() && mend.vi != mend.en, "{problem:?} says what to do");
    }
}

proptest::proptest! {
    #[test]
    fn reading_any_text_as_any_kind_never_panics(typed in proptest::prelude::any::<String>()) {
        for kind in [Kind::Text, Kind::Whole, QUANTITY, PERCENT, DAY, BIRTH, Kind::YesNo] {
            let _ = text(kind, &typed);
        }
        let _ = sheet_number(&typed);
    }

    #[test]
    fn what_is_shown_of_a_cell_is_read_back(stored in -9_000_000_000_000_000i64..9_000_000_000_000_000, days in 0u64..70_000) {
        let cell = Cell::Amount(Amount::from_ten_thousandths(stored));
        proptest::prop_assert_eq!(text(QUANTITY, &cell.shown(&QUANTITY)), Ok(cell));
        let start = NaiveDate::from_ymd_opt(1900, 1, 1).expect("a day");
        let cell = Cell::Date(start + Days::new(days));
        proptest::prop_assert_eq!(text(DAY, &cell.shown(&DAY)), Ok(cell));
    }
}
