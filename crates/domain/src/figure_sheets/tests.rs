use super::*;
use crate::lists::{CellProblem, Look};
use rust_decimal::Decimal;
use std::collections::HashMap;

fn amount(plain: &str) -> Amount {
    Amount::from_plain(plain).expect("an amount")
}

fn line(name: &str, measure: &str, value: Option<&str>) -> Line {
    Line {
        id: format!("id-{name}"),
        version: 0,
        number: String::new(),
        name: name.to_owned(),
        measure: Some(measure.to_owned()),
        asked: String::new(),
        kind: LineKind::Number,
        comparator: Some(Comparator::AtLeast),
        value: value.map(amount),
        value_max: None,
        parent: None,
        previous: Figure::NotEntered,
        last_year: Figure::NotEntered,
        now: Values::default(),
    }
}

fn entered(figure: &str) -> Values {
    Values { figure: Figure::Number(amount(figure)), ..Values::default() }
}

const KNOWN: Known = Known { year: 2026, period: Period::FirstHalf, today: None };

fn day(year: i32, month: u32, day: u32) -> chrono::NaiveDate {
    chrono::NaiveDate::from_ymd_opt(year, month, day).expect("a day")
}

#[test]
fn a_figure_a_thousand_times_off_is_asked_about_and_a_plausible_one_is_not() {
    let mut food = line("Tổng sản lượng lương thực", "tấn", Some("9007.4"));
    food.previous = Figure::Number(amount("4400"));
    for (value, far) in [("9007400", true), ("9007.4", false), ("4600.5", false), ("4.6", true), ("0", false)] {
        let problems = check(&food, &entered(value), KNOWN);
        assert_eq!(problems.iter().any(|one| matches!(one, Problem::FarOff { .. })), far, "{value}");
    }
    let heads = line("Tổng đàn gia súc", "con", Some("3027"));
    let far =
        |value: &str| check(&heads, &entered(value), KNOWN).iter().any(|one| matches!(one, Problem::FarOff { .. }));
    assert!(far("3.027"), "a dot taken for a decimal mark");
    assert!(!far("3"), "few of many in the first months");
}

#[test]
fn what_cannot_be_is_refused_and_what_is_doubtful_is_asked() {
    let houses = line("Nhà tạm được xóa", "hộ", Some("20"));
    assert_eq!(check(&houses, &entered("-3"), KNOWN), [Problem::Negative(amount("-3"))]);
    let mut grown = houses.clone();
    grown.previous = Figure::Number(amount("12"));
    assert_eq!(check(&grown, &entered("5"), KNOWN), [Problem::Fell { value: amount("5"), before: amount("12") }]);
    let mut poverty = line("Giảm tỷ lệ hộ nghèo", "%", Some("0.77"));
    poverty.comparator = Some(Comparator::DecreaseBy);
    assert_eq!(check(&poverty, &entered("-0.2"), KNOWN), [], "a change may be negative");
    let absent = Values { figure: Figure::NotApplicable, ..Values::default() };
    assert_eq!(check(&houses, &absent, KNOWN), [Problem::ReasonMissing]);
    assert!(!Problem::ReasonMissing.may_be_confirmed() && Problem::OverWhole.may_be_confirmed());
}

#[test]
fn numerator_and_denominator_have_to_give_the_rate() {
    let files = line("Hồ sơ một cửa đúng hạn", "%", Some("99"));
    let with = |value: &str, above: Option<&str>, below: Option<&str>| {
        let values = Values { numerator: above.map(amount), denominator: below.map(amount), ..entered(value) };
        check(&files, &values, KNOWN)
    };
    assert_eq!(with("98.01", Some("1675"), Some("1709")), []);
    assert_eq!(with("98", Some("1675"), Some("1709")), [], "rounded");
    assert_eq!(
        with("89.01", Some("1675"), Some("1709")),
        [Problem::FractionDiffers { value: amount("89.01"), worked_out: amount("98.01") }]
    );
    assert_eq!(with("98", Some("1675"), None), [Problem::HalfFraction]);
    assert_eq!(with("98", Some("1675"), Some("0")), [Problem::ZeroDenominator]);
    assert!(with("98.01", Some("1709"), Some("1675")).contains(&Problem::OverWhole));
    assert_eq!(with("980", None, None), [Problem::OverHundred(amount("980"))]);
}

#[test]
fn the_day_of_a_figure_fits_its_year_and_period() {
    let food = line("Lương thực", "tấn", None);
    let on = |day, today| {
        let values = Values { dated: Some(day), ..entered("1") };
        check(&food, &values, Known { today, ..KNOWN })
    };
    let today = Some(day(2026, 7, 10));
    assert_eq!(on(day(2026, 6, 30), today), []);
    assert_eq!(on(day(2026, 7, 11), today), [Problem::Future]);
    assert_eq!(on(day(2025, 6, 30), today), [Problem::OutsideYear(2026)]);
    assert_eq!(on(day(2026, 2, 1), today), [Problem::FarFromPeriod]);
    assert_eq!(on(day(2026, 7, 11), None), [], "without a clock nothing lies in the future");
}

#[test]
fn text_is_read_by_what_its_line_expects() {
    let tons = line("Lương thực", "tấn", Some("9007.4"));
    let read = |line: &Line, typed: &str| read_text(line, typed).map(|read| (read.value, read.told.is_some()));
    for (typed, plain) in
        [("1234,50", "1234.5"), ("1.234,5", "1234.5"), ("9.007,4 tấn", "9007.4"), ("1.740", "1740")]
    {
        assert_eq!(read(&tons, typed), Ok((Figure::Number(amount(plain)), true)), "{typed}");
    }
    assert!(matches!(read(&tons, "đang tổng hợp"), Err((CellProblem::NotANumber, _))));
    assert_eq!(read(&tons, "Không áp dụng"), Ok((Figure::NotApplicable, false)));
    let rate = line("Tỷ lệ", "%", Some("99.6"));
    assert_eq!(read(&rate, "99,6%"), Ok((Figure::Number(amount("99.6")), true)));
    let chosen = read_text(&rate, "98.125").expect("read");
    assert!(matches!(chosen.told, Some(Told::ChosenByPlan { .. })), "98.125 per cent is not 98125");
    let open = line("Tỷ lệ", "%", None);
    assert!(matches!(read(&open, "98.125"), Err((CellProblem::TwoReadings(..), _))));
    let mut kept = line("An ninh", "", None);
    kept.kind = LineKind::Judged;
    for (typed, attained) in [("Đạt", "yes"), ("chua dat", "no"), ("Đạt một phần", "partly"), ("giữ vững", "yes")]
    {
        let Ok((Figure::Judged(judged), _)) = read(&kept, typed) else { panic!("{typed}") };
        assert_eq!(judged.code(), attained);
    }
    assert!(matches!(read(&kept, "tốt lắm"), Err((CellProblem::NotAChoice(_), _))));
}

#[test]
fn numbers_of_a_workbook_are_read_by_how_they_are_formatted() {
    let rate = line("Tỷ lệ", "%", Some("99.6"));
    let tons = line("Lương thực", "tấn", None);
    let value = |line: &Line, number: &str, look| {
        read_value(line, number.parse::<Decimal>().expect("a number"), look, false).map(|read| read.value)
    };
    assert_eq!(value(&rate, "0.996", Look::Percent), Ok(Figure::Number(amount("99.6"))));
    assert_eq!(value(&rate, "99.6", Look::Plain), Ok(Figure::Number(amount("99.6"))));
    assert!(matches!(value(&tons, "0.5", Look::Percent), Err((CellProblem::PercentForNumber, _))));
    assert!(matches!(value(&tons, "46000", Look::Day), Err((CellProblem::DayForNumber, _))));
}

#[test]
fn lines_are_found_by_number_and_name_and_never_guessed() {
    let mut lines = vec![
        line("Tổng sản lượng lương thực", "tấn", None),
        line("Số hộ thoát nghèo", "hộ", None),
        line("Số hộ thoát nghèo", "hộ", None),
    ];
    for (at, number) in ["(1)", "2.1", "2.2"].into_iter().enumerate() {
        lines[at].number = number.to_owned();
    }
    let mut known = Lines::new(&lines);
    assert_eq!(known.find("1", "tong san luong luong thuc"), (Some(0), Way::NumberAndName));
    assert_eq!(known.find("", "(1) Tổng sản lượng lương thực"), (Some(0), Way::Name));
    assert_eq!(known.find("9", "Tổng sản lượng lương thực "), (Some(0), Way::Name));
    assert_eq!(known.find("2.2", "Số hộ thoát nghèo"), (Some(2), Way::NumberAndName));
    assert_eq!(known.find("", "Số hộ thoát nghèo"), (None, Way::Several));
    assert_eq!(known.find("1", "Tổng sản lượng"), (None, Way::Nothing));
    assert!(known.says(0, "TỔNG SẢN LƯỢNG LƯƠNG THỰC") && !known.says(0, "Số hộ thoát nghèo"));
}

#[test]
fn a_row_says_what_it_would_change_and_whether_somebody_was_first() {
    let mut food = line("Lương thực", "tấn", None);
    let old = entered("4400");
    food.version = 2;
    food.now = old.clone();
    let of = |shown: Option<(&Values, i64)>, new: &Values| verdict(&food, shown, new, false);
    assert_eq!(of(None, &entered("4400")), Verdict::Same);
    assert_eq!(of(Some((&old, 2)), &entered("4500")), Verdict::Changed);
    assert_eq!(of(None, &Values::default()), Verdict::Blank, "an emptied cell takes nothing back");
    let older = entered("4000");
    assert_eq!(of(Some((&older, 1)), &entered("4500")), Verdict::Conflict);
    assert_eq!(of(Some((&older, 1)), &older.clone()), Verdict::Same, "nobody touched it in the workbook");
    assert_eq!(verdict(&food, None, &entered("4500"), true), Verdict::Refused);
    let empty = line("Lương thực", "tấn", None);
    assert_eq!(verdict(&empty, Some((&Values::default(), 0)), &entered("1"), false), Verdict::New);
    let group = Line { kind: LineKind::Group, ..empty };
    assert_eq!(verdict(&group, None, &entered("1"), false), Verdict::NoLine);
}

#[test]
fn a_total_is_held_against_its_parts_where_the_plan_adds_up() {
    let part = |name: &str, value: &str| Line { parent: Some(0), ..line(name, "con", Some(value)) };
    let lines = [line("Tổng đàn", "con", Some("30")), part("heo", "10"), part("bò", "20")];
    let figures = |total: &str| -> HashMap<usize, Figure> {
        [(0, total), (1, "10"), (2, "21")]
            .into_iter()
            .map(|(at, value)| (at, Figure::Number(amount(value))))
            .collect()
    };
    assert_eq!(parts_differ(&lines, &figures("31")), []);
    assert_eq!(
        parts_differ(&lines, &figures("30")),
        [(0, Problem::PartsDiffer { total: amount("30"), parts: amount("31") })]
    );
}
