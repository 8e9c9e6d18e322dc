//! The achievement rules as a table, at, above and below each bound, and as properties.

use super::goal::GoalParts;
use super::judgement::Pace;
use super::*;
use crate::basics::{Amount, Expectation};
use crate::figures::{Attainment, Figure};
use crate::periods::Period;
use proptest::prelude::*;

fn amount(text: &str) -> Amount {
    Amount::read(text, Expectation::Quantity).expect("an amount")
}

fn parts(code: &str, value: &str, max: &str, direction: Direction) -> GoalParts<'static> {
    let optional = |text: &str| (!text.is_empty()).then(|| amount(text));
    GoalParts {
        comparator: Comparator::from_code(code).expect("a comparator"),
        value: optional(value),
        value_max: optional(max),
        direction,
        basis: None,
        tolerance: None,
        reference: None,
    }
}

fn at_year_end(goal: GoalParts<'_>, actual: &str) -> (Option<Status>, Option<String>) {
    let goal = Goal::from_parts(goal).expect("a goal");
    let pace = Pace { period: Period::Year, cumulative: true };
    let judgement = judge(&goal, Figure::Number(amount(actual)), pace);
    (judgement.status, judgement.rate.map(Amount::vietnamese))
}

#[test]
fn every_comparator_is_judged_at_above_and_below_its_bound() {
    use Direction::{Higher, Lower};
    use Status::{Exceeded, Met, Missed};
    let table: &[(&str, &str, &str, Direction, &str, Status, Option<&str>)] = &[
        ("eq", "9.007,4", "", Higher, "9.007,4", Met, Some("100")),
        ("eq", "9.007,4", "", Higher, "9.007,5", Exceeded, Some("100")),
        ("eq", "9.007,4", "", Higher, "9.007,3", Missed, Some("100")),
        ("eq", "5,9", "", Lower, "5,9", Met, Some("100")),
        ("eq", "5,9", "", Lower, "5,8", Exceeded, Some("101,72")),
        ("eq", "5,9", "", Lower, "6", Missed, Some("98,33")),
        ("ge", "99,6", "", Higher, "99,6", Met, Some("100")),
        ("ge", "99,6", "", Higher, "99,5", Missed, Some("99,9")),
        ("gt", "32", "", Higher, "32,0", Missed, Some("100")),
        ("gt", "32", "", Higher, "32,1", Met, Some("100,31")),
        ("lt", "27", "", Lower, "27", Missed, Some("100")),
        ("lt", "27", "", Lower, "26,9", Met, Some("100,37")),
        ("lt", "27", "", Lower, "0", Met, None),
        ("le", "3", "", Lower, "3", Met, Some("100")),
        ("le", "3", "", Lower, "3,1", Missed, Some("96,77")),
        ("between", "150.000", "200.000", Higher, "149.999", Missed, Some("100")),
        ("between", "150.000", "200.000", Higher, "150.000", Met, Some("100")),
        ("between", "150.000", "200.000", Higher, "200.001", Exceeded, Some("133,33")),
        ("between", "1", "2", Lower, "2", Met, Some("100")),
        ("between", "1", "2", Lower, "0,9", Exceeded, Some("222,22")),
        ("between", "1", "2", Lower, "2,1", Missed, Some("95,24")),
        ("increase_by", "12,3", "", Higher, "12,3", Met, Some("100")),
        ("increase_by", "12,3", "", Higher, "-1", Missed, Some("-8,13")),
        ("decrease_by", "0,5", "1", Lower, "0,5", Met, Some("100")),
        ("decrease_by", "0,5", "1", Lower, "1,1", Exceeded, Some("220")),
        ("decrease_by", "0,5", "1", Lower, "0,4", Missed, Some("80")),
        ("decrease_by", "", "", Lower, "0", Missed, None),
        ("decrease_by", "", "", Lower, "0,1", Met, None),
        ("none_exists", "", "", Lower, "0", Met, None),
        ("none_exists", "", "", Lower, "1", Missed, None),
    ];
    for (code, value, max, direction, actual, status, rate) in table {
        let judged = at_year_end(parts(code, value, max, *direction), actual);
        assert_eq!(judged, (Some(*status), rate.map(str::to_owned)), "{code} {value} {max} against {actual}");
    }
}

#[test]
fn what_the_rule_cannot_decide_is_left_to_a_person() {
    let pace = Pace { period: Period::Year, cumulative: true };
    let ask = |goal: GoalParts<'_>, figure| {
        let judgement = judge(&Goal::from_parts(goal).expect("a goal"), figure, pace);
        assert_eq!(judgement.status, Some(Status::NeedsPerson));
        judgement.reason
    };
    let one = Figure::Number(amount("1"));
    assert_eq!(ask(parts("approx", "9,48", "", Direction::Higher), one), Reason::ToleranceNotSet);
    assert_eq!(ask(parts("eq", "8", "", Direction::Neither), one), Reason::DirectionNotSet);
    assert_eq!(ask(parts("achieve", "", "", Direction::Neither), one), Reason::WrongKind);
    let assigned = GoalParts { basis: Some("assigned by province"), ..parts("gt", "", "", Direction::Higher) };
    assert_eq!(ask(assigned, one), Reason::NotAssigned);
    let earlier = GoalParts { basis: Some("vs 2021"), ..parts("gt", "", "", Direction::Higher) };
    assert_eq!(ask(earlier, one), Reason::EarlierYearMissing(2021));
}

#[test]
fn an_assigned_value_is_judged_as_soon_as_it_arrives() {
    let goal = GoalParts {
        basis: Some("assigned by province"),
        reference: Some(amount("1.768")),
        ..parts("gt", "", "", Direction::Higher)
    };
    assert_eq!(at_year_end(goal, "1.768").0, Some(Status::Missed));
    assert_eq!(at_year_end(goal, "1.769").0, Some(Status::Met));
}

#[test]
fn a_share_within_its_tolerance_is_met_on_either_side() {
    let about = |direction| GoalParts { tolerance: Some(amount("0,5")), ..parts("approx", "10,49", "", direction) };
    assert_eq!(at_year_end(about(Direction::Neither), "10,99").0, Some(Status::Met));
    assert_eq!(at_year_end(about(Direction::Neither), "11").0, Some(Status::Missed));
    assert_eq!(at_year_end(about(Direction::Higher), "11").0, Some(Status::Exceeded));
    assert_eq!(at_year_end(about(Direction::Lower), "9").0, Some(Status::Exceeded));
}

#[test]
fn the_four_kinds_of_emptiness_stay_apart() {
    let goal = Goal::from_parts(parts("eq", "8", "", Direction::Higher)).expect("a goal");
    let half = Pace { period: Period::FirstHalf, cumulative: true };
    let judged = |figure| judge(&goal, figure, half);
    assert_eq!(judged(Figure::NotEntered).reason, Reason::NotEntered);
    assert_eq!(judged(Figure::NotEntered).status, Some(Status::NotBegun));
    assert_eq!(judged(Figure::NotApplicable).status, None);
    assert_eq!(judged(Figure::NotAssigned).reason, Reason::NotAssigned);
    let zero = judged(Figure::Number(Amount::ZERO));
    assert_eq!((zero.status, zero.rate), (Some(Status::NotBegun), Some(Amount::ZERO)));
}

#[test]
fn in_mid_year_the_pace_decides() {
    let goal = Goal::from_parts(parts("eq", "100", "", Direction::Higher)).expect("a goal");
    let at = |figure: &str, cumulative| {
        judge(&goal, Figure::Number(amount(figure)), Pace { period: Period::FirstHalf, cumulative }).status
    };
    assert_eq!(at("45", true), Some(Status::OnTrack));
    assert_eq!(at("44", true), Some(Status::AtRisk));
    assert_eq!(at("100", true), Some(Status::Met));
    assert_eq!(at("45", false), Some(Status::AtRisk));
    assert_eq!(at("100", false), Some(Status::OnTrack));
}

#[test]
fn in_mid_year_an_about_that_is_far_off_is_at_risk() {
    let status = |direction, actual: &str| {
        let parts = GoalParts { tolerance: Some(amount("0,5")), ..parts("approx", "10,49", "", direction) };
        let goal = Goal::from_parts(parts).expect("a goal");
        let pace = Pace { period: Period::FirstHalf, cumulative: false };
        judge(&goal, Figure::Number(amount(actual)), pace).status
    };
    assert_eq!(status(Direction::Lower, "40"), Some(Status::AtRisk));
    assert_eq!(status(Direction::Neither, "40"), Some(Status::AtRisk));
    assert_eq!(status(Direction::Neither, "10,6"), Some(Status::OnTrack));
    assert_eq!(status(Direction::Higher, "5"), Some(Status::AtRisk));
}

#[test]
fn a_target_without_a_figure_has_not_begun_even_at_the_end_of_the_year() {
    let goal = Goal::from_parts(parts("eq", "8", "", Direction::Higher)).expect("a goal");
    for period in Period::ALL {
        let judgement = judge(&goal, Figure::NotEntered, Pace { period, cumulative: true });
        assert_eq!((judgement.status, judgement.reason), (Some(Status::NotBegun), Reason::NotEntered));
    }
}

#[test]
fn a_quality_is_judged_by_what_the_person_said() {
    let status = |code, attainment, period| {
        let goal = Goal::from_parts(parts(code, "", "", Direction::Neither)).expect("a goal");
        judge(&goal, Figure::Judged(attainment), Pace { period, cumulative: false }).status
    };
    assert_eq!(status("maintain", Attainment::No, Period::FirstQuarter), Some(Status::Missed));
    assert_eq!(status("maintain", Attainment::Yes, Period::FirstHalf), Some(Status::OnTrack));
    assert_eq!(status("maintain", Attainment::Yes, Period::Year), Some(Status::Met));
    assert_eq!(status("achieve", Attainment::Yes, Period::FirstHalf), Some(Status::Met));
    assert_eq!(status("achieve", Attainment::Partly, Period::Year), Some(Status::Missed));
    assert_eq!(status("achieve", Attainment::No, Period::FirstHalf), Some(Status::NotBegun));
}

fn any_amount() -> impl Strategy<Value = Amount> {
    (-9_000_000_000_000i64..9_000_000_000_000).prop_map(Amount::from_ten_thousandths)
}

proptest! {
    #[test]
    fn judging_is_total_and_better_never_looks_worse(
        comparator in 0usize..12, direction in 0usize..3, period in 0usize..4, cumulative: bool,
        low in any_amount(), high in any_amount(), worse in any_amount(), better in any_amount(), tolerance in any_amount(),
    ) {
        let comparator = Comparator::ALL[comparator];
        let direction = Direction::ALL[direction];
        let ranged = matches!(comparator, Comparator::Between);
        let parts = GoalParts {
            comparator, value: Some(low.min(high)), value_max: ranged.then_some(low.max(high)), direction,
            basis: None, tolerance: Some(tolerance), reference: None,
        };
        let goal = Goal::from_parts(parts).expect("ordered parts make a goal");
        let pace = Pace { period: Period::ALL[period], cumulative };
        let (worse, better) = match comparator {
            Comparator::AtMost | Comparator::LessThan | Comparator::NoneExists => (worse.max(better), worse.min(better)),
            _ if direction == Direction::Lower
                && !matches!(comparator, Comparator::AtLeast | Comparator::MoreThan | Comparator::IncreaseBy | Comparator::DecreaseBy)
                => (worse.max(better), worse.min(better)),
            _ => (worse.min(better), worse.max(better)),
        };
        let rank = |actual| match judge(&goal, Figure::Number(actual), pace).status {
            Some(Status::Missed | Status::NotBegun | Status::AtRisk) => Some(0),
            Some(Status::OnTrack) => Some(1),
            Some(Status::Met) => Some(2),
            Some(Status::Exceeded) => Some(3),
            Some(Status::NeedsPerson) | None => None,
        };
        // where neither way is better there is no order to keep; at year end the order is total
        if period == 3 && direction != Direction::Neither {
            if let (Some(worse), Some(better)) = (rank(worse), rank(better)) {
                prop_assert!(worse <= better);
            }
        } else {
            let _ = (rank(worse), rank(better));
        }
    }
}
