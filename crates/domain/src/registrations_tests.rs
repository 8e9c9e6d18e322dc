use super::*;
use proptest::prelude::*;

#[test]
fn the_arrows_of_a_registration_are_these_and_no_others() {
    let mut table = String::new();
    for from in State::ALL {
        let open: Vec<&str> = State::ALL.into_iter().filter(|to| from.step(*to).is_ok()).map(State::code).collect();
        table.push_str(&format!("{:12} → {}\n", from.code(), open.join(", ")));
    }
    let expected = "\
draft        → submitted, withdrawn
submitted    → returned, approved, withdrawn
returned     → resubmitted, withdrawn
resubmitted  → returned, approved, withdrawn
approved     → returned
withdrawn    → draft
";
    assert_eq!(table, expected, "\n{table}");
    let refused = State::Draft.step(State::Approved).expect_err("a draft is not approved");
    assert_eq!(refused.allowed, [State::Submitted, State::Withdrawn]);
    for state in State::ALL {
        assert_eq!(State::from_code(state.code()), Some(state));
        assert!(!(state.is_open() && state.is_handed_in()), "{state:?}");
    }
}

#[test]
fn sending_back_reopening_and_taking_back_have_a_reason() {
    assert!(State::Submitted.needs_reason(State::Returned));
    assert!(State::Approved.needs_reason(State::Returned));
    assert!(State::Submitted.needs_reason(State::Withdrawn));
    assert!(!State::Submitted.needs_reason(State::Approved) && !State::Draft.needs_reason(State::Withdrawn));
}

#[test]
fn before_a_day_and_by_a_day_differ_by_that_day() {
    let day = |d| NaiveDate::from_ymd_opt(2022, 3, d).expect("a day");
    let rows = [
        // strictly before, reopened until, comes on, late, taken
        (false, None, 15, false, true),
        (false, None, 16, true, false),
        (true, None, 14, false, true),
        (true, None, 15, true, false),
        (true, Some(20), 18, true, true),
        (true, Some(20), 21, true, false),
    ];
    for (strictly_before, reopened, on, late, taken) in rows {
        let deadline = Deadline { day: day(15), strictly_before, reopened_until: reopened.map(day) };
        assert_eq!((deadline.is_late(day(on)), deadline.takes(day(on))), (late, taken), "{deadline:?} on {on}");
    }
}

fn amount(text: &str) -> Amount {
    Amount::from_plain(text).expect("an amount")
}

#[test]
fn less_than_planned_is_worse_only_on_the_side_that_matters() {
    let rows = [
        (Comparator::AtLeast, "99", "98", Against::Worse),
        (Comparator::AtLeast, "98", "99", Against::Better),
        (Comparator::LessThan, "27", "25", Against::Better),
        (Comparator::LessThan, "27", "28", Against::Worse),
        (Comparator::DecreaseBy, "3", "4", Against::Better),
        (Comparator::Exactly, "8", "8", Against::Same),
        (Comparator::Exactly, "8", "9", Against::Unknown),
    ];
    for (comparator, planned, registered, expected) in rows {
        let way = better(comparator, Direction::Neither);
        assert_eq!(against(Some(amount(registered)), Some(amount(planned)), way), expected, "{comparator:?}");
    }
    assert_eq!(against(None, Some(amount("1")), Direction::Higher), Against::Unknown);
}

#[test]
fn a_hard_item_weighs_twice_and_equals_share_a_place() {
    let score = |items: &[(Option<Status>, bool)]| {
        let mut score = Score::default();
        items.iter().for_each(|(status, hard)| score.count(*status, *hard));
        score
    };
    let scores = [
        score(&[(Some(Status::Met), false), (Some(Status::Missed), false)]),
        score(&[(Some(Status::Met), true), (Some(Status::Missed), false)]),
        score(&[(Some(Status::Missed), false), (Some(Status::Met), false)]),
        score(&[(None, false), (Some(Status::NotBegun), false)]),
        score(&[(Some(Status::Exceeded), true), (Some(Status::Missed), false)]),
    ];
    assert_eq!(places(&scores), [Some(3), Some(2), Some(3), None, Some(1)]);
    assert_eq!(scores[1].percent(), Some(amount("66.67")));
}

proptest! {
    #[test]
    fn better_and_worse_change_sides_with_the_direction(a in -1_000_000_i64..1_000_000, b in -1_000_000_i64..1_000_000) {
        let (a, b) = (Some(Amount::from_ten_thousandths(a)), Some(Amount::from_ten_thousandths(b)));
        let up = against(a, b, Direction::Higher);
        let down = against(a, b, Direction::Lower);
        let turned = match up {
            Against::Better => Against::Worse,
            Against::Worse => Against::Better,
            same => same,
        };
        prop_assert_eq!(down, turned);
    }

    #[test]
    fn every_comparator_makes_a_goal_from_a_registered_value(value in 0_i64..1_000_000) {
        for comparator in Comparator::ALL {
            for direction in Direction::ALL {
                prop_assert!(goal(comparator, Some(Amount::from_ten_thousandths(value)), direction).is_some());
            }
        }
    }
}
