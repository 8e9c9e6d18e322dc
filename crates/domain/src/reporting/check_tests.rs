//! Tables of lines and what is found on them.
#![cfg(test)]

use super::check::{Against, Days, Found, Slip, check};
use super::{Entered, Line};
use crate::basics::{Amount, Expectation};
use crate::figures::Figure;
use crate::plans::draft::{Confidence, Lines, TargetDraft, TargetRole};
use crate::targets::{Comparator, Direction};
use chrono::NaiveDate;

fn day(year: i32, month: u32, day: u32) -> NaiveDate {
    NaiveDate::from_ymd_opt(year, month, day).expect("a day")
}

fn amount(text: &str) -> Amount {
    Amount::read(text, Expectation::Quantity).expect("an amount")
}

fn target(unit: &str) -> TargetDraft {
    TargetDraft {
        id: "T01".to_owned(),
        parent_id: None,
        number: None,
        group: None,
        name: "Tỷ lệ".to_owned(),
        raw: String::new(),
        lines: Lines::new(1, 1),
        comparator: Some(Comparator::AtLeast),
        value: None,
        value_max: None,
        unit: Some(unit.to_owned()),
        basis: None,
        qualifier: None,
        direction: Direction::Higher,
        role: None,
        denominator: None,
        criterion: None,
        confidence: Confidence::SURE,
    }
}

fn days() -> Days {
    Days { first: day(2024, 1, 1), last: day(2024, 9, 30), today: day(2024, 7, 10) }
}

fn entered(value: &str) -> Entered {
    Entered {
        figure: Figure::Number(amount(value)),
        dated: Some(day(2024, 6, 30)),
        source: Some("Báo cáo số 12/BC-UBND".to_owned()),
        file_digest: Some("d".to_owned()),
        ..Entered::default()
    }
}

fn line<'a>(target: &'a TargetDraft, entered: &'a Entered) -> Line<'a> {
    Line { target_id: &target.id, target, planned: None, required: true, entered, before: None }
}

fn slips(lines: &[Line<'_>]) -> Vec<Slip> {
    check(lines, days()).into_iter().map(|found| found.slip).collect()
}

#[test]
fn a_rate_has_to_be_that_of_its_numbers() {
    let target = target("%");
    let with = |value: &str, part: &str, all: &str| {
        let entered = Entered { numerator: Some(amount(part)), denominator: Some(amount(all)), ..entered(value) };
        slips(&[line(&target, &entered)])
    };
    assert_eq!(with("98,01", "1675", "1709"), vec![]);
    assert_eq!(with("98", "1675", "1709"), vec![], "rounded to whole percents, as it was typed");
    assert_eq!(with("98,06", "1675", "1709"), vec![Slip::RateDiffers { computed: amount("98,01") }]);
    assert_eq!(with("100", "0", "0"), vec![Slip::DenominatorZero]);
    let above = with("102,01", "1709", "1675");
    assert!(above.contains(&Slip::NumeratorAbove), "{above:?}");
    let half = Entered { numerator: Some(amount("5")), ..entered("5") };
    assert_eq!(slips(&[line(&target, &half)]), vec![Slip::HalfARatio]);
}

#[test]
fn a_number_in_another_unit_is_told_by_its_size() {
    let target = target("tấn");
    let entered = entered("9007400");
    let held = |planned: &str| slips(&[Line { planned: Some(amount(planned)), ..line(&target, &entered) }]);
    assert_eq!(held("9007,4"), vec![Slip::Thousandfold { against: Against::Plan, value: amount("9007,4") }]);
    assert_eq!(held("9000000"), vec![]);
    assert_eq!(held("0"), vec![], "nothing is divided by zero");
}

#[test]
fn what_adds_up_neither_falls_nor_leaps_without_a_word() {
    let target = target("tấn");
    for (value, before, expected) in [
        ("50", "60", vec![Slip::Fell { before: amount("60") }]),
        ("60", "60", vec![]),
        ("601", "60", vec![Slip::Jumped { before: amount("60") }]),
        ("600", "60", vec![]),
        ("5", "0", vec![]),
    ] {
        let entered = entered(value);
        let found = slips(&[Line { before: Some(amount(before)), ..line(&target, &entered) }]);
        assert_eq!(found, expected, "{value} after {before}");
    }
}

#[test]
fn parts_make_their_total_and_shares_a_hundred() {
    let parts = |role: TargetRole, id: &str| TargetDraft {
        id: id.to_owned(),
        parent_id: Some("T01".to_owned()),
        role: Some(role),
        ..target("con")
    };
    let (total, first, second) =
        (parts(TargetRole::Total, "a"), parts(TargetRole::Component, "b"), parts(TargetRole::Component, "c"));
    let herd = |total_value: &str, second_value: Option<&str>| {
        let (one, two) = (entered(total_value), entered("1110"));
        let three = second_value.map_or_else(Entered::default, entered);
        let optional = Line { required: false, ..line(&second, &three) };
        slips(&[line(&total, &one), line(&first, &two), optional])
    };
    assert_eq!(herd("2027", Some("917")), vec![]);
    assert_eq!(herd("2026", Some("917")), vec![Slip::PartsDiffer { sum: amount("2027") }]);
    assert_eq!(herd("2026", None), vec![], "compared only when all parts are there");
    let (one, two) = (parts(TargetRole::Share, "a"), parts(TargetRole::Share, "b"));
    let (less, rest) = (entered("48"), entered("51,99"));
    assert_eq!(slips(&[line(&one, &less), line(&two, &rest)]), vec![Slip::SharesDiffer { sum: amount("99,99") }]);
}

#[test]
fn what_is_unusual_goes_up_with_a_word_and_what_is_wrong_does_not() {
    let target = target("tấn");
    let mut entered = entered("50");
    let stops = |entered: &Entered| {
        let line = Line { before: Some(amount("60")), ..line(&target, entered) };
        check(&[line], days()).iter().any(Found::stops)
    };
    assert!(stops(&entered));
    entered.reason = Some("Rà soát lại, loại trùng".to_owned());
    assert!(!stops(&entered));
    entered.source = None;
    assert!(stops(&entered));
}

#[test]
fn nothing_entered_is_asked_for_only_where_it_was_given() {
    let target = target("tấn");
    let nothing = Entered::default();
    assert_eq!(slips(&[line(&target, &nothing)]), vec![Slip::Missing]);
    assert_eq!(slips(&[Line { required: false, ..line(&target, &nothing) }]), vec![]);
    let not_ours = Entered { figure: Figure::NotApplicable, ..Entered::default() };
    assert_eq!(slips(&[line(&target, &not_ours)]), vec![Slip::NoReason]);
}

#[test]
fn the_day_of_a_source_is_neither_ahead_nor_of_another_year() {
    let target = target("tấn");
    for (dated, expected) in [
        (None, vec![Slip::NoDay]),
        (Some(day(2024, 7, 11)), vec![Slip::DayInFuture]),
        (Some(day(2023, 12, 31)), vec![Slip::DayOutside]),
        (Some(day(2024, 7, 10)), vec![]),
    ] {
        let entered = Entered { dated, ..entered("5") };
        assert_eq!(slips(&[line(&target, &entered)]), expected, "{dated:?}");
    }
}

proptest::proptest! {
    #[test]
    fn no_line_makes_the_check_fail(
        value in proptest::num::i64::ANY, part in proptest::num::i64::ANY, all in proptest::num::i64::ANY,
        before in proptest::num::i64::ANY,
    ) {
        let target = target("%");
        let of = Amount::from_ten_thousandths;
        let entered = Entered {
            figure: Figure::Number(of(value)),
            numerator: Some(of(part)),
            denominator: Some(of(all)),
            last_year: Some(of(before)),
            ..entered("0")
        };
        let line = Line { planned: Some(of(all)), before: Some(of(before)), ..line(&target, &entered) };
        proptest::prop_assert!(check(&[line], days()).len() < 10);
    }
}
