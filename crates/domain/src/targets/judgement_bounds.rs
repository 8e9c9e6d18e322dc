//! Every comparator in both directions, at, just above and just below each bound it has, at the end of the year and within
//! it: as total functions, with bounds anywhere.

use super::goal::GoalParts;
use super::judgement::Pace;
use super::*;
use crate::basics::Amount;
use crate::figures::{Attainment, Figure};
use crate::periods::Period;
use Status::{Exceeded, Met, Missed};
use proptest::prelude::*;

const STEP: i64 = 1;

fn amount(stored: i64) -> Amount {
    Amount::from_ten_thousandths(stored)
}

fn goal(
    comparator: Comparator,
    direction: Direction,
    value: Option<i64>,
    max: Option<i64>,
    tolerance: i64,
) -> Goal {
    Goal::from_parts(GoalParts {
        comparator,
        value: value.map(amount),
        value_max: max.map(amount),
        direction,
        basis: None,
        tolerance: Some(amount(tolerance)),
        reference: None,
    })
    .expect("a goal")
}

fn year_end(goal: &Goal, actual: i64) -> Option<Status> {
    judge(goal, Figure::Number(amount(actual)), Pace { period: Period::Year, cumulative: true }).status
}

/// Below, at and above a single bound: the status that each comparator asks for in each direction.
const ONE_BOUND: [(Comparator, Direction, [Status; 3]); 10] = [
    (Comparator::Exactly, Direction::Higher, [Missed, Met, Exceeded]),
    (Comparator::Exactly, Direction::Lower, [Exceeded, Met, Missed]),
    (Comparator::AtLeast, Direction::Higher, [Missed, Met, Exceeded]),
    (Comparator::AtLeast, Direction::Lower, [Missed, Met, Exceeded]),
    (Comparator::MoreThan, Direction::Higher, [Missed, Missed, Met]),
    (Comparator::MoreThan, Direction::Lower, [Missed, Missed, Met]),
    (Comparator::AtMost, Direction::Higher, [Exceeded, Met, Missed]),
    (Comparator::AtMost, Direction::Lower, [Exceeded, Met, Missed]),
    (Comparator::LessThan, Direction::Higher, [Met, Missed, Missed]),
    (Comparator::LessThan, Direction::Lower, [Met, Missed, Missed]),
];

#[test]
fn the_table_names_every_comparator_that_has_one_bound_in_both_directions() {
    for comparator in Comparator::ALL {
        let rows = ONE_BOUND.iter().filter(|(one, _, _)| *one == comparator).count();
        let elsewhere = matches!(
            comparator,
            Comparator::Between
                | Comparator::About
                | Comparator::IncreaseBy
                | Comparator::DecreaseBy
                | Comparator::Maintain
                | Comparator::NoneExists
                | Comparator::Achieve
        );
        assert_eq!(rows, if elsewhere { 0 } else { 2 }, "{comparator:?}");
    }
}

#[test]
fn judged_comparators_answer_every_judgement_in_every_period_and_direction() {
    for direction in Direction::ALL {
        for period in Period::ALL {
            for cumulative in [false, true] {
                let pace = Pace { period, cumulative };
                for comparator in [Comparator::Maintain, Comparator::Achieve] {
                    let goal = goal(comparator, direction, None, None, 0);
                    let rank =
                        |attainment| match judge(&goal, Figure::Judged(attainment), pace).status.expect("a status")
                        {
                            Missed => 0,
                            Status::NotBegun => 1,
                            Status::AtRisk => 2,
                            Status::OnTrack => 3,
                            Met => 4,
                            other => panic!("{other:?} is no answer to a judgement"),
                        };
                    assert!(rank(Attainment::No) <= rank(Attainment::Partly));
                    assert!(rank(Attainment::Partly) < rank(Attainment::Yes));
                    let number = judge(&goal, Figure::Number(Amount::ZERO), pace);
                    assert_eq!((number.status, number.reason), (Some(Status::NeedsPerson), Reason::WrongKind));
                }
            }
        }
    }
}

#[test]
fn numbers_are_never_judged_by_what_a_person_said_of_a_quality() {
    for comparator in Comparator::ALL.into_iter().filter(|one| !one.is_judged()) {
        let max = (comparator == Comparator::Between).then_some(2);
        for direction in Direction::ALL {
            let goal = goal(comparator, direction, Some(1), max, 1);
            for attainment in Attainment::ALL {
                let pace = Pace { period: Period::Year, cumulative: false };
                assert_eq!(judge(&goal, Figure::Judged(attainment), pace).reason, Reason::WrongKind);
            }
        }
    }
}

fn bound() -> impl Strategy<Value = i64> {
    -9_000_000_000_000i64..9_000_000_000_000
}

fn rank(status: Option<Status>) -> i32 {
    match status {
        Some(Missed | Status::NotBegun | Status::AtRisk) => 0,
        Some(Status::OnTrack) => 1,
        Some(Met) => 2,
        Some(Exceeded) => 3,
        other => panic!("{other:?} has no rank"),
    }
}

proptest! {
    #[test]
    fn one_bound_is_judged_below_at_and_above(bound in bound(), far in 2i64..1_000_000_000) {
        for (comparator, direction, [below, at, above]) in ONE_BOUND {
            let goal = goal(comparator, direction, Some(bound), None, 0);
            prop_assert_eq!(year_end(&goal, bound), Some(at), "{:?} {:?} at", comparator, direction);
            for away in [STEP, far] {
                prop_assert_eq!(year_end(&goal, bound - away), Some(below), "{:?} {:?} below", comparator, direction);
                prop_assert_eq!(year_end(&goal, bound + away), Some(above), "{:?} {:?} above", comparator, direction);
            }
        }
    }

    #[test]
    fn a_range_is_judged_at_both_of_its_bounds(low in bound(), wide in 2i64..1_000_000_000) {
        let high = low + wide;
        let statuses = |direction| {
            let goal = goal(Comparator::Between, direction, Some(low), Some(high), 0);
            [low - STEP, low, low + STEP, high, high + STEP].map(|actual| year_end(&goal, actual).expect("a status"))
        };
        prop_assert_eq!(statuses(Direction::Higher), [Missed, Met, Met, Met, Exceeded]);
        prop_assert_eq!(statuses(Direction::Lower), [Exceeded, Met, Met, Met, Missed]);
        prop_assert_eq!(statuses(Direction::Neither), [Missed, Met, Met, Met, Missed]);
    }

    #[test]
    fn an_about_is_judged_at_both_ends_of_its_tolerance(value in bound(), tolerance in 0i64..1_000_000_000) {
        let statuses = |direction| {
            let goal = goal(Comparator::About, direction, Some(value), None, tolerance);
            let (low, high) = (value - tolerance, value + tolerance);
            [low - STEP, low, value, high, high + STEP].map(|actual| year_end(&goal, actual).expect("a status"))
        };
        prop_assert_eq!(statuses(Direction::Higher), [Missed, Met, Met, Met, Exceeded]);
        prop_assert_eq!(statuses(Direction::Lower), [Exceeded, Met, Met, Met, Missed]);
        prop_assert_eq!(statuses(Direction::Neither), [Missed, Met, Met, Met, Missed]);
    }

    #[test]
    fn a_change_is_reached_from_its_first_bound_and_exceeded_beyond_its_second(low in 0i64..1_000_000_000, wide in 0i64..1_000_000_000) {
        for comparator in [Comparator::IncreaseBy, Comparator::DecreaseBy] {
            // the figure of a fall is the fall: more of it is better, whatever the direction of the rate itself
            for direction in Direction::ALL {
                let high = low + wide;
                let ranged = goal(comparator, direction, Some(low), Some(high), 0);
                let judged = [low - STEP, low, high, high + STEP].map(|actual| year_end(&ranged, actual));
                prop_assert_eq!(judged, [Missed, Met, Met, Exceeded].map(Some));
                let any = goal(comparator, direction, None, None, 0);
                let judged = [-STEP, 0, STEP].map(|actual| year_end(&any, actual));
                prop_assert_eq!(judged, [Missed, Missed, Met].map(Some));
            }
        }
    }

    #[test]
    fn one_occurrence_breaks_what_must_not_happen_at_once(cases in 1i64..1_000_000_000, direction in 0usize..3, period in 0usize..4) {
        let goal = goal(Comparator::NoneExists, Direction::ALL[direction], None, None, 0);
        let pace = Pace { period: Period::ALL[period], cumulative: true };
        let status = |actual| judge(&goal, Figure::Number(amount(actual)), pace).status;
        prop_assert_eq!(status(cases), Some(Missed));
        let kept = if period == 3 { Met } else { Status::OnTrack };
        prop_assert_eq!(status(0), Some(kept));
    }

    #[test]
    fn better_never_looks_worse_within_the_year_either(
        which in 0usize..ONE_BOUND.len(), value in 1i64..9_000_000_000, one in 0i64..18_000_000_000, other in 0i64..18_000_000_000,
        period in 0usize..4, cumulative: bool,
    ) {
        let (comparator, direction, [below, _, above]) = ONE_BOUND[which];
        let upward = rank(Some(below)) < rank(Some(above));
        let goal = goal(comparator, direction, Some(value), None, 0);
        let pace = Pace { period: Period::ALL[period], cumulative };
        let of = |actual| rank(judge(&goal, Figure::Number(amount(actual)), pace).status);
        let (less, more) = (of(one.min(other)), of(one.max(other)));
        prop_assert!(if upward { less <= more } else { more <= less }, "{:?} {:?}: {} {}", comparator, direction, less, more);
    }

    #[test]
    fn a_referenced_bound_is_judged_like_a_printed_one(value in bound(), actual in bound(), which in 0usize..ONE_BOUND.len(), period in 0usize..4) {
        let (comparator, direction, _) = ONE_BOUND[which];
        let pace = Pace { period: Period::ALL[period], cumulative: true };
        let figure = Figure::Number(amount(actual));
        let printed = judge(&goal(comparator, direction, Some(value), None, 0), figure, pace);
        for basis in ["assigned by province", "vs 2021"] {
            let parts = GoalParts {
                comparator, value: None, value_max: None, direction, basis: Some(basis), tolerance: None,
                reference: Some(amount(value)),
            };
            prop_assert_eq!(judge(&Goal::from_parts(parts).expect("a goal"), figure, pace), printed);
            let waiting = Goal::from_parts(GoalParts { reference: None, ..parts }).expect("a goal");
            prop_assert_eq!(judge(&waiting, figure, pace).status, Some(Status::NeedsPerson));
        }
    }
}
