use super::*;
use crate::targets::Direction::{self, Higher, Lower};

fn rule(direction: Direction, aggregation: Aggregation, weight: i64) -> TargetRule {
    TargetRule { code: "T".into(), direction, aggregation, weight }
}

fn quarters(given: [Option<i64>; 4]) -> [Cell; 4] {
    given.map(|value| value.map_or(Cell::NOTHING, Cell::hundredths))
}

#[test]
fn quarters_become_a_year_in_three_ways() {
    let given = quarters([Some(100), None, Some(51), None]);
    for (aggregation, year) in [(Aggregation::Sum, 151), (Aggregation::Last, 51), (Aggregation::Average, 75)] {
        assert_eq!(rule(Higher, aggregation, 1).achieved(&given), Some(year), "{aggregation:?}");
        assert_eq!(rule(Higher, aggregation, 1).achieved(&quarters([None; 4])), None);
    }
    // downwards, also below nothing
    assert_eq!(
        rule(Higher, Aggregation::Average, 1).achieved(&quarters([Some(-1), Some(-2), None, None])),
        Some(-2)
    );
}

#[test]
fn a_value_is_judged_at_above_and_below_each_bound() {
    let judged = |direction, achieved, plan| {
        let one = rule(direction, Aggregation::Sum, 1).judge(achieved, plan);
        (one.percent, one.status)
    };
    for (achieved, percent, status) in [
        (10_500, 10_500, Status::Exceeded),
        (10_499, 10_499, Status::Met),
        (10_000, 10_000, Status::Met),
        (9_999, 9_999, Status::Near),
        (8_000, 8_000, Status::Near),
        (7_999, 7_999, Status::Missed),
        (0, 0, Status::Missed),
        (-1, -1, Status::Missed),
    ] {
        assert_eq!(judged(Higher, Some(achieved), Some(10_000)), (Some(percent), status));
    }
    // less is better: half of what was allowed is twice as good, nothing of the kind is worth the most that counts
    assert_eq!(judged(Lower, Some(50), Some(100)), (Some(20_000), Status::Exceeded));
    assert_eq!(judged(Lower, Some(0), Some(100)), (Some(12_000), Status::Exceeded));
    assert_eq!(judged(Lower, Some(300), Some(100)), (Some(3_333), Status::Missed));
    for (achieved, plan) in [(None, Some(100)), (Some(100), None), (None, None), (Some(100), Some(0))] {
        assert_eq!(judged(Higher, achieved, plan), (None, Status::Nothing));
    }
    // too large for the registers, exact all the same
    assert_eq!(judged(Higher, Some(i64::MAX / 2), Some(i64::MAX / 2)), (Some(10_000), Status::Met));
}

/// Two provinces of one cluster, three communes and a ward, two targets.
fn country() -> (Layout, Year) {
    let unit = |code: &str, kind, province| Unit { code: code.into(), kind, province };
    let layout = Layout {
        units: vec![unit("1", 0, 0), unit("2", 0, 0), unit("3", 1, 0), unit("4", 0, 1)],
        provinces: ["A", "B"].map(|code| Province { code: code.into(), cluster: 0 }).to_vec(),
        targets: vec![rule(Higher, Aggregation::Sum, 10), rule(Lower, Aggregation::Last, 5)],
    };
    let mut year = Year::new(2024, &layout);
    for unit in 0..4 {
        year.plans[layout.place(unit, 0)] = Cell::hundredths(1_000);
        year.plans[layout.place(unit, 1)] = Cell::hundredths(200);
        year.figures[layout.place(unit, 0)][1] = Cell::hundredths(900);
    }
    year.figures[layout.place(3, 0)][3] = Cell::hundredths(300);
    year.figures[layout.place(2, 1)][0] = Cell::hundredths(100);
    (layout, year)
}

#[test]
fn sums_leave_out_the_plans_of_those_that_have_nothing() {
    let (layout, year) = country();
    let outcome = evaluate(&layout, &year);
    let province = |at: usize| outcome.province_targets[at];
    assert_eq!((province(0).plan, province(0).judged.achieved), (Some(3_000), Some(2_700)));
    // of the three only the ward has a value of the second target
    assert_eq!((province(1).plan, province(1).judged.percent), (Some(200), Some(20_000)));
    assert_eq!(province(3).judged, Judged { achieved: None, percent: None, status: Status::Nothing });
    assert_eq!(outcome.nation_targets[0].judged.achieved, Some(3_900));
    assert_eq!(outcome.nation_targets[0].plan, Some(4_000));
}

#[test]
fn ranks_are_given_within_a_kind_of_a_province_and_leave_gaps() {
    let (layout, year) = country();
    let outcome = evaluate(&layout, &year);
    let lines: Vec<(i64, u32)> = outcome.unit_scores.iter().map(|one| (one.score, one.rank)).collect();
    // the ward is the only one of its kind; a share counts 120 % at most
    assert_eq!(lines, [(900, 1), (900, 1), (1_500, 1), (1_200, 1)]);
    assert_eq!(outcome.unit_scores[0].counts, [0, 0, 1, 0, 1]);
    let provinces: Vec<(i64, u32)> = outcome.province_scores.iter().map(|one| (one.score, one.rank)).collect();
    assert_eq!(provinces, [(1_500, 1), (1_200, 2)]);
}
