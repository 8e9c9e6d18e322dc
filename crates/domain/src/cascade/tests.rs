use super::board::{Own, Participation, Standing, standing, tree_day};
use super::reconcile::{Mark, OfUnit, reconcile};
use super::*;
use crate::basics::Amount;
use crate::figures::Figure;
use crate::periods::Period;
use crate::targets::{Comparator, Direction, Goal, GoalParts, Pace, Status, judge};
use chrono::NaiveDate;
use proptest::prelude::*;

fn amount(plain: &str) -> Amount {
    Amount::from_plain(plain).expect("an amount")
}

fn share(value: &str, weight: Option<&str>) -> Share {
    Share::weighed(amount(value), weight.map(amount))
}

const BAR: Bar = Bar { value: None, direction: Direction::Higher, percent: true, units: 4 };

fn day(m: u32, d: u32) -> NaiveDate {
    NaiveDate::from_ymd_opt(2024, m, d).expect("a day")
}

#[test]
fn each_method_makes_its_own_whole() {
    let three = [share("80", Some("100")), share("90.5", Some("300")), share("85", Some("100"))];
    for (method, whole) in [
        (Method::Sum, "255.5"),
        (Method::Weighted, "87.3"),
        (Method::Average, "85.1667"),
        (Method::Minimum, "80"),
        (Method::Last, "85"),
        (Method::Coverage, "75"),
    ] {
        assert_eq!(together(method, &three, BAR), Some(amount(whole)), "{method:?}");
        assert_eq!(together(method, &[], BAR), None, "{method:?} of nothing");
        assert_eq!(Method::from_code(method.code()), Some(method));
    }
    assert_eq!(together(Method::Weighted, &[share("80", None)], BAR), None, "a weight is missing");
    assert_eq!(together(Method::Weighted, &[share("80", Some("0"))], BAR), None, "weights that make nothing");
    let bar = Bar { value: Some(amount("85")), ..BAR };
    assert_eq!(together(Method::Coverage, &three, bar), Some(amount("50")), "two of four reach 85");
    assert_eq!(together(Method::Coverage, &three, Bar { percent: false, ..bar }), Some(amount("2")));
    let lower = Bar { direction: Direction::Lower, ..bar };
    assert_eq!(together(Method::Coverage, &three, lower), Some(amount("50")), "80 and 85 stay at or under 85");
}

#[test]
fn parts_fall_short_or_go_beyond_by_the_better_side() {
    use Comparator::{AtLeast, AtMost, Between, DecreaseBy, Exactly};
    use Direction::{Higher, Lower};
    for (comparator, direction, value, max, parts, expected) in [
        (Exactly, Higher, "100", None, "100", Balance::Even),
        (Exactly, Higher, "100", None, "90", Balance::Short(amount("10"))),
        (AtLeast, Higher, "100", None, "112.5", Balance::Over(amount("12.5"))),
        (AtMost, Higher, "5", None, "6", Balance::Short(amount("1"))),
        (AtMost, Lower, "5", None, "4", Balance::Over(amount("1"))),
        (Exactly, Lower, "5", None, "6", Balance::Short(amount("1"))),
        (Between, Higher, "85", Some("90"), "88", Balance::Even),
        (Between, Higher, "85", Some("90"), "84", Balance::Short(amount("1"))),
        (Between, Higher, "85", Some("90"), "91", Balance::Over(amount("1"))),
        (DecreaseBy, Lower, "42", None, "40", Balance::Short(amount("2"))),
    ] {
        let asked = Asked { value: amount(value), value_max: max.map(amount), comparator, direction };
        assert_eq!(balance(asked, amount(parts)), Some(expected), "{comparator:?} {value} {parts}");
    }
}

#[test]
fn more_of_a_fall_is_better_and_less_of_what_must_not_be() {
    use Direction::{Higher, Lower, Neither};
    for (comparator, direction, expected) in [
        (Comparator::DecreaseBy, Lower, Higher),
        (Comparator::AtMost, Higher, Lower),
        (Comparator::NoneExists, Neither, Lower),
        (Comparator::Exactly, Lower, Lower),
        (Comparator::AtLeast, Higher, Higher),
    ] {
        assert_eq!(better(Some(comparator), direction), expected, "{comparator:?}");
    }
}

#[test]
fn what_was_told_to_a_unit_is_only_changed_or_taken_back() {
    use AssignmentState::{Assigned, Changed, Draft, Withdrawn};
    let open = [
        (Draft, Draft),
        (Draft, Assigned),
        (Assigned, Changed),
        (Changed, Changed),
        (Assigned, Withdrawn),
        (Changed, Withdrawn),
        (Withdrawn, Draft),
        (Withdrawn, Assigned),
    ];
    for from in AssignmentState::ALL {
        assert_eq!(AssignmentState::from_code(from.code()), Some(from));
        for to in AssignmentState::ALL {
            assert_eq!(from.may_become(to), open.contains(&(from, to)), "{from:?} to {to:?}");
        }
    }
}

#[test]
fn a_unit_is_late_from_the_day_after_the_last() {
    let by = Some(day(3, 15));
    for (needed, own, today, expected) in [
        (true, Own::Nothing, day(3, 15), Standing::Missing),
        (true, Own::Nothing, day(3, 18), Standing::Late(3)),
        (true, Own::Draft, day(3, 15), Standing::Draft),
        (true, Own::Draft, day(3, 16), Standing::DraftLate(1)),
        (true, Own::Issued(Some(day(3, 15))), day(12, 1), Standing::Issued),
        (true, Own::Issued(Some(day(4, 1))), day(12, 1), Standing::IssuedLate(17)),
        (true, Own::Issued(None), day(12, 1), Standing::Issued),
        (false, Own::Nothing, day(12, 1), Standing::NotNeeded),
        (false, Own::Issued(Some(day(3, 1))), day(12, 1), Standing::Issued),
    ] {
        assert_eq!(standing(needed, own, by, today, |_| true), expected, "{own:?} on {today}");
    }
    assert_eq!(
        standing(true, Own::Nothing, None, day(12, 1), |_| true),
        Standing::Missing,
        "without a day nobody is late"
    );
    let all =
        [Standing::Issued, Standing::IssuedLate(2), Standing::DraftLate(1), Standing::Late(1), Standing::NotNeeded];
    let counted = Participation::of(all.into_iter());
    let Participation { units, issued, issued_late, draft, missing, late } = counted;
    assert_eq!((units, issued, issued_late, draft, missing, late), (4, 2, 1, 1, 1, 2));
}

#[test]
fn the_tree_of_a_past_year_is_that_of_its_last_day() {
    assert_eq!(tree_day(Some(2024), None, day(5, 1)), day(5, 1));
    assert_eq!(tree_day(Some(2023), None, day(5, 1)).to_string(), "2023-12-31");
    assert_eq!(tree_day(Some(2023), NaiveDate::from_ymd_opt(2023, 6, 30), day(5, 1)).to_string(), "2023-06-30");
}

#[test]
fn the_plan_above_is_held_against_the_plans_below() {
    let asked = Asked {
        value: amount("100"),
        value_max: None,
        comparator: Comparator::AtLeast,
        direction: Direction::Higher,
    };
    let of = |given: Option<(&str, AssignmentState)>, changes: u32, own: Option<Option<&str>>| OfUnit {
        assigned: given.map(|(value, state)| (state, Some(amount(value)), None)),
        changes,
        own: own.map(|value| value.map(amount)),
    };
    use AssignmentState::{Assigned, Changed, Draft, Withdrawn};
    let marks = |units: &[OfUnit]| reconcile(Some(asked), Method::Sum, BAR, units).marks;
    assert_eq!(marks(&[of(None, 0, None)]), [Mark::NoOwner]);
    assert_eq!(marks(&[of(Some(("100", Draft)), 0, None)]), [Mark::NoOwner], "a draft was told to nobody");
    assert_eq!(
        marks(&[of(Some(("60", Assigned)), 0, Some(Some("60"))), of(Some(("40", Assigned)), 0, Some(Some("40")))]),
        []
    );
    assert_eq!(
        marks(&[of(Some(("60", Assigned)), 0, Some(Some("70"))), of(Some(("30", Changed)), 1, None)]),
        [
            Mark::Gap(amount("10")),
            Mark::OwnGap(amount("30")),
            Mark::AssignedNotPlanned(1),
            Mark::Differs(1),
            Mark::Changed(1)
        ]
    );
    assert_eq!(marks(&[of(Some(("130", Assigned)), 0, Some(Some("130")))]), [Mark::OverAssigned(amount("30"))]);
    assert_eq!(
        marks(&[of(Some(("100", Withdrawn)), 1, Some(None))]),
        [Mark::InheritedUnassigned(1), Mark::Changed(1)],
        "taken back, but still in the unit's plan"
    );
}

#[test]
fn striving_beyond_what_was_given_is_told_apart() {
    let some = |plain: &str| Some(amount(plain));
    let rows = [
        (some("100"), some("110"), None, Direction::Higher, Effort::Open),
        (None, None, some("5"), Direction::Higher, Effort::Open),
        (some("100"), some("110"), some("99"), Direction::Higher, Effort::Below),
        (some("100"), some("110"), some("100"), Direction::Higher, Effort::Completed),
        (some("100"), some("110"), some("105"), Direction::Higher, Effort::Exceeded),
        (some("100"), some("110"), some("110"), Direction::Higher, Effort::StrivingReached),
        (some("100"), None, some("110"), Direction::Higher, Effort::Exceeded),
        (some("100"), some("90"), some("100"), Direction::Higher, Effort::Completed),
        (some("5"), some("3"), some("3"), Direction::Lower, Effort::StrivingReached),
        (some("5"), None, some("6"), Direction::Lower, Effort::Below),
        (None, some("110"), some("110"), Direction::Higher, Effort::Completed),
    ];
    for (assigned, striving, actual, direction, expected) in rows {
        let parts = asking(Comparator::Exactly, None, direction);
        assert_eq!(effort(parts, assigned, striving, actual), expected, "{assigned:?} {striving:?} {actual:?}");
    }
}

fn asking(comparator: Comparator, value: Option<Amount>, direction: Direction) -> GoalParts<'static> {
    GoalParts { comparator, value, value_max: None, direction, basis: None, tolerance: None, reference: None }
}

#[test]
fn the_effort_follows_the_comparator_of_the_target() {
    use Comparator::{About, AtLeast, AtMost, IncreaseBy, LessThan, MoreThan, NoneExists};
    let some = |plain: &str| Some(amount(plain));
    let rows = [
        (LessThan, some("27"), "25.84", Direction::Lower, Effort::Completed),
        (LessThan, some("27"), "27", Direction::Lower, Effort::Below),
        (MoreThan, some("32"), "32", Direction::Higher, Effort::Below),
        (MoreThan, some("32"), "33", Direction::Higher, Effort::Completed),
        (AtMost, some("5"), "5", Direction::Lower, Effort::Completed),
        (AtMost, some("5"), "4", Direction::Lower, Effort::Exceeded),
        (AtLeast, some("40"), "41", Direction::Higher, Effort::Exceeded),
        (IncreaseBy, some("12.3"), "12.3", Direction::Higher, Effort::Completed),
        (IncreaseBy, some("12.3"), "-1", Direction::Higher, Effort::Below),
        (NoneExists, None, "0", Direction::Lower, Effort::Completed),
        (NoneExists, None, "1", Direction::Lower, Effort::Below),
        (Comparator::Exactly, some("10"), "12", Direction::Neither, Effort::Open),
        (About, some("10"), "12", Direction::Higher, Effort::Open),
    ];
    for (comparator, value, actual, direction, expected) in rows {
        let parts = asking(comparator, value, direction);
        let found = effort(parts, value, value, some(actual));
        assert_eq!(found, expected, "{comparator:?} {value:?}: {actual}");
        let year = Pace { period: Period::Year, cumulative: false };
        let own = judge(&Goal::from_parts(parts).expect("a goal"), Figure::Number(amount(actual)), year).status;
        let same = match own {
            Some(Status::Met) => Effort::Completed,
            Some(Status::Exceeded) => Effort::Exceeded,
            Some(Status::Missed) => Effort::Below,
            _ => Effort::Open,
        };
        assert_eq!(found, same, "as on the page of the target");
    }
    let range = GoalParts { value_max: some("90"), ..asking(Comparator::Between, some("85"), Direction::Higher) };
    assert_eq!(effort(range, some("85"), some("85"), some("88")), Effort::Completed, "inside the range");
    assert_eq!(effort(range, some("80"), some("80"), some("88")), Effort::Exceeded, "one value, and beyond it");
    let strict = asking(MoreThan, some("34"), Direction::Higher);
    assert_eq!(effort(strict, some("32"), some("34"), some("34")), Effort::Completed, "not yet above 34");
    assert_eq!(effort(strict, some("32"), some("34"), some("34.5")), Effort::StrivingReached);
}

#[test]
fn the_method_fits_what_the_five_plans_name() {
    use Comparator::{Achieve, Between, DecreaseBy, Exactly, IncreaseBy, LessThan, Maintain, MoreThan, NoneExists};
    use Method::{Average, Coverage, Sum};
    let rows = [
        ("Tổng sản lượng lương thực", Exactly, Some("tấn"), Sum),
        ("Bình quân lương thực đầu người", Exactly, Some("kg/người/năm"), Average),
        ("Tổng diện tích gieo trồng", Exactly, Some("ha"), Sum),
        ("Thu nhập bình quân đầu người/năm", MoreThan, Some("triệu đồng"), Average),
        ("Thu nhập bình quân đầu người năm 2022", Exactly, Some("triệu đồng/người/năm"), Average),
        ("Tổng đàn gia súc", Exactly, Some("con"), Sum),
        ("Đàn heo", Exactly, Some("con"), Sum),
        ("Cấp giấy chứng nhận quyền sử dụng đất", Exactly, Some("ha"), Sum),
        ("Thu ngân sách tại địa phương", Exactly, Some("triệu đồng"), Sum),
        ("Thu ngân sách trên địa bàn vượt chỉ tiêu tỉnh giao", MoreThan, None, Sum),
        ("Hạ tỷ lệ hộ nghèo còn dưới", LessThan, Some("%"), Average),
        ("Tỷ lệ hộ nghèo giảm", DecreaseBy, Some("%"), Average),
        ("Tốc độ tăng tổng giá trị sản xuất", IncreaseBy, Some("%"), Average),
        ("Công tác tuyển quân so với chỉ tiêu tỉnh giao", Exactly, Some("%"), Average),
        ("Số lao động được đào tạo nghề", Exactly, Some("lao động"), Sum),
        ("Giải quyết việc làm", Between, Some("lao động"), Sum),
        ("Tổng lượt khách du lịch", Between, Some("lượt khách"), Sum),
        ("Số tiêu chí nông thôn mới đạt", Exactly, Some("tiêu chí"), Sum),
        ("Giao quân", Exactly, Some("thanh niên"), Sum),
        ("Tổng giá trị sản xuất các ngành kinh tế", Exactly, Some("tỷ đồng"), Sum),
        ("Hoàn thành tiêu chí số 1 về xây dựng nông thôn mới", Achieve, None, Coverage),
        ("Duy trì trạm y tế xã đạt chuẩn quốc gia", Maintain, None, Coverage),
        ("Không để xảy ra cháy rừng", NoneExists, Some("vụ"), Coverage),
        ("Xây dựng lực lượng dân quân tự vệ ổn định", Achieve, None, Coverage),
        ("Mức độ hài lòng của người dân", Exactly, None, Average),
        ("Năng suất lúa", Exactly, Some("tạ"), Average),
        ("Tỷ suất sinh thô", DecreaseBy, Some("‰"), Average),
        ("Chỉ số cải cách hành chính", Exactly, Some("điểm"), Average),
        ("Xây dựng địa điểm đọc sách", Exactly, Some("địa điểm"), Sum),
    ];
    for (name, comparator, unit, expected) in rows {
        assert_eq!(Method::fitting(name, Some(comparator), unit), expected, "{name}");
    }
    let free = Bar { value: None, direction: Direction::Lower, percent: false, units: 3 };
    let three = [share("0", None), share("2", None), share("0", None)];
    assert_eq!(together(Coverage, &three, free), Some(amount("2")), "two units where it did not happen");
}

#[test]
fn a_plan_is_never_above_itself() {
    let above = ["province".to_owned(), "central".to_owned()];
    assert!(circles("central", "district", &above));
    assert!(circles("a", "a", &[]));
    assert!(!circles("commune", "district", &above));
}

fn any_amount() -> impl Strategy<Value = Amount> {
    (0_i64..=9_000_000_000_000_000).prop_map(Amount::from_ten_thousandths)
}

proptest! {
    #[test]
    fn divided_parts_make_the_whole_by_every_method(whole in any_amount(), units in 1_usize..60) {
        // a ratio is made of numerators and denominators, which nobody divides
        for method in Method::ALL.into_iter().filter(|method| *method != Method::Ratio) {
            let parts = divide(method, whole, units, None).expect("parts");
            prop_assert_eq!(parts.len(), units);
            let shares: Vec<Share> =
                parts.iter().map(|value| Share::weighed(*value, Some(Amount::whole(3)))).collect();
            let bar = Bar { value: Some(whole), units: u32::try_from(units).expect("few"), ..BAR };
            let expected = if method == Method::Coverage { Amount::whole(100) } else { whole };
            prop_assert_eq!(together(method, &shares, bar), Some(expected), "{:?}", method);
            prop_assert!(remaining(method, Some(whole), &shares).is_none_or(Amount::is_zero));
        }
    }

    #[test]
    fn parts_by_weight_make_the_whole_and_keep_its_decimals(
        whole in 0_i64..=1_000_000,
        weights in proptest::collection::vec(0_i32..10_000, 1..30),
    ) {
        let whole = Amount::from_ten_thousandths(whole * 10_000);
        let weights: Vec<Amount> = weights.into_iter().map(Amount::whole).collect();
        match divide(Method::Sum, whole, weights.len(), Some(&weights)) {
            None => prop_assert!(weights.iter().all(|weight| weight.is_zero())),
            Some(parts) => {
                let sum = parts.iter().try_fold(Amount::ZERO, |all, one| all.plus(*one));
                prop_assert_eq!(sum, Some(whole));
                prop_assert!(parts.iter().all(|part| part.ten_thousandths() % 10_000 == 0), "people stay whole");
            }
        }
    }

    #[test]
    fn averages_lie_between_the_least_and_the_most(values in proptest::collection::vec((any_amount(), 1_i32..1000), 1..40)) {
        let shares: Vec<Share> =
            values.iter().map(|(value, weight)| Share::weighed(*value, Some(Amount::whole(*weight)))).collect();
        let (least, most) = (
            shares.iter().map(|one| one.value).min().expect("some"),
            shares.iter().map(|one| one.value).max().expect("some"),
        );
        prop_assert_eq!(together(Method::Minimum, &shares, BAR), Some(least));
        for method in [Method::Average, Method::Weighted, Method::Last] {
            if let Some(made) = together(method, &shares, BAR) {
                prop_assert!(least <= made && made <= most, "{:?}", method);
            }
        }
    }

    #[test]
    fn what_is_short_and_what_is_over_add_up_to_the_whole(asked in any_amount(), parts in any_amount()) {
        let whole = Asked { value: asked, value_max: None, comparator: Comparator::AtLeast, direction: Direction::Higher };
        let back = match balance(whole, parts).expect("a balance") {
            Balance::Even => Some(parts),
            Balance::Short(by) => parts.plus(by),
            Balance::Over(by) => parts.minus(by),
        };
        prop_assert_eq!(back, Some(asked));
    }
}

#[test]
fn a_ratio_of_sums_needs_every_numerator_and_denominator() {
    let with = |part: i32, whole: i32| Share {
        value: Amount::ZERO,
        weight: None,
        ratio: Some((Amount::whole(part), Amount::whole(whole))),
    };
    let bar = Bar { value: None, direction: Direction::Higher, percent: false, units: 2 };
    let of = |shares: &[Share]| together(Method::Ratio, shares, bar);
    // 900 of 1.000 and 10 of 100: 82,7273 %, and not the mean of 90 % and 10 %
    assert_eq!(of(&[with(900, 1000), with(10, 100)]), Some(amount("82.7273")));
    assert_eq!(of(&[with(1675, 1709)]), Some(amount("98.0105")));
    assert_eq!(of(&[with(1, 2), share("50", None)]), None);
    assert_eq!(of(&[with(0, 0)]), None, "nothing is divided by zero");
}
