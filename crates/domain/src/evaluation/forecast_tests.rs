//! The way of earlier years, by hand and as properties.

use super::*;
use crate::basics::Expectation;
use crate::targets::Bound;
use proptest::prelude::*;

fn amount(text: &str) -> Amount {
    Amount::read(text, Expectation::Quantity).expect("an amount")
}

fn earlier(year: i32, at_period: &str, result: &str) -> Earlier {
    let known = |text: &str| (!text.is_empty()).then(|| amount(text));
    Earlier { year, at_period: known(at_period), result: known(result) }
}

fn at(goal: &Goal, actual: &str, period: Period, cumulative: bool, percent: bool, earlier: &[Earlier]) -> Forecast {
    let figure = Figure::Number(amount(actual));
    let pace = Pace { period, cumulative };
    forecast(&Sought { goal, figure, pace, percent, earlier }).expect("a forecast")
}

#[test]
fn a_year_that_runs_like_earlier_years_ends_like_them() {
    let goal = Goal::AtLeast(Bound::Printed(amount("1.000")));
    // nine months of 2023 were 60 % of the year, of 2022 80 %
    let years = [earlier(2022, "800", "1.000"), earlier(2023, "540", "900"), earlier(2024, "", "950")];
    let told = at(&goal, "720", Period::ThreeQuarters, true, false, &years);
    assert_eq!(told.rests, Rests::EarlierYears);
    let shown: Vec<(i32, Option<Amount>, Amount)> =
        told.projections.iter().map(|one| (one.year, one.share, one.value)).collect();
    assert_eq!(
        shown,
        [(2023, Some(amount("60")), amount("1.200")), (2022, Some(amount("80")), amount("900"))],
        "a year that is not known at the period shows no way"
    );
    assert_eq!((told.value, told.between), (Some(amount("1.050")), Some((amount("900"), amount("1.200")))));
    assert_eq!(told.status, Some(Status::Exceeded));
}

#[test]
fn without_earlier_years_the_plain_pace_is_taken_and_said() {
    let goal = Goal::AtLeast(Bound::Printed(amount("1.000")));
    let told = at(&goal, "480", Period::FirstHalf, true, false, &[earlier(2023, "0", "900")]);
    assert_eq!((told.value, told.rests), (Some(amount("960")), Rests::Pace(Period::FirstHalf)));
    assert_eq!((told.status, told.projections.len()), (Some(Status::Missed), 0));
    // eight of eight conscripts in March are not thirty-two in December
    let reached = Goal::Exactly(Bound::Printed(amount("8")), Direction::Higher);
    let told = at(&reached, "8", Period::FirstQuarter, true, false, &[]);
    assert_eq!((told.value, told.rests, told.status), (Some(amount("8")), Rests::Reached, Some(Status::Met)));
    let told = at(&reached, "7", Period::FirstQuarter, true, false, &[]);
    assert_eq!((told.value, told.status), (Some(amount("8")), Some(Status::Met)), "not beyond the plan");
    let more = Goal::MoreThan(Bound::Printed(amount("8")));
    assert_eq!(at(&more, "7", Period::FirstHalf, true, false, &[]).value, Some(amount("14")));
}

#[test]
fn a_level_is_carried_on_by_the_change_of_earlier_years() {
    let goal = Goal::LessThan(Bound::Printed(amount("27")));
    let years = [earlier(2021, "30,5", "28,5")];
    let told = at(&goal, "28", Period::FirstHalf, false, true, &years);
    assert_eq!((told.value, told.status), (Some(amount("26")), Some(Status::Met)));
    assert_eq!(told.projections[0].change, Some(amount("-2")));
    let alone = at(&goal, "28", Period::FirstHalf, false, true, &[]);
    assert_eq!((alone.value, alone.rests), (Some(amount("28")), Rests::LastValue));
    let full = Goal::Exactly(Bound::Printed(amount("100")), Direction::Higher);
    let told = at(&full, "99", Period::FirstHalf, false, true, &[earlier(2021, "90", "98")]);
    assert_eq!(told.value, Some(amount("100")), "a share does not grow beyond the whole");
}

#[test]
fn what_is_over_or_judged_is_said_as_it_is() {
    let goal = Goal::AtLeast(Bound::Printed(amount("10")));
    let told = at(&goal, "9", Period::Year, true, false, &[earlier(2021, "1", "10")]);
    assert_eq!((told.value, told.rests, told.status), (Some(amount("9")), Rests::Reported, Some(Status::Missed)));
    let half = Pace { period: Period::FirstHalf, cumulative: false };
    let quality = |goal: &Goal, attainment| {
        let figure = Figure::Judged(attainment);
        let told = forecast(&Sought { goal, figure, pace: half, percent: false, earlier: &[] });
        told.expect("a forecast").status
    };
    assert_eq!(quality(&Goal::Maintain, Attainment::Yes), Some(Status::Met));
    assert_eq!(quality(&Goal::Maintain, Attainment::No), Some(Status::Missed));
    assert_eq!(quality(&Goal::Achieve, Attainment::No), Some(Status::NotBegun), "it can still be reached");
    for figure in [Figure::NotEntered, Figure::NotApplicable, Figure::NotAssigned] {
        assert_eq!(forecast(&Sought { goal: &goal, figure, pace: half, percent: false, earlier: &[] }), None);
    }
}

fn any_amount() -> impl Strategy<Value = Amount> {
    (0i64..9_000_000_000_000).prop_map(Amount::from_ten_thousandths)
}

fn any_years() -> impl Strategy<Value = Vec<Earlier>> {
    proptest::collection::vec((proptest::option::of(any_amount()), proptest::option::of(any_amount())), 0..5)
        .prop_map(|years| {
            let of = |(at, (at_period, result))| Earlier { year: 2020 + at, at_period, result };
            (0i32..).zip(years).map(of).collect()
        })
}

proptest! {
    #[test]
    fn foretelling_is_total_ordered_and_between_its_projections(
        one in any_amount(), other in any_amount(), period in 0usize..4, cumulative: bool, percent: bool, years in any_years(),
    ) {
        let goal = Goal::AtLeast(Bound::Printed(Amount::whole(5)));
        let pace = Pace { period: Period::ALL[period], cumulative };
        let told = |actual| {
            forecast(&Sought { goal: &goal, figure: Figure::Number(actual), pace, percent, earlier: &years })
        };
        let (less, more) = (told(one.min(other)), told(one.max(other)));
        if let (Some(less), Some(more)) = (&less, &more) {
            // a figure that makes a share larger than the whole is no share, and is carried on freely
            if !percent {
                prop_assert!(less.value <= more.value);
            }
            if let Some((low, high)) = more.between {
                prop_assert!(more.value.is_some_and(|value| low <= value && value <= high));
            }
        }
    }

    #[test]
    fn the_same_way_leads_to_the_same_result(at_period in 1i64..9_000_000_000, more in 0i64..9_000_000_000, period in 0usize..3, cumulative: bool) {
        let (at_period, result) = (Amount::from_ten_thousandths(at_period), Amount::from_ten_thousandths(at_period + more));
        let goal = Goal::AtLeast(Bound::Printed(result));
        let pace = Pace { period: Period::ALL[period], cumulative };
        let earlier = [Earlier { year: 2024, at_period: Some(at_period), result: Some(result) }; 3];
        let figure = Figure::Number(at_period);
        let told = forecast(&Sought { goal: &goal, figure, pace, percent: false, earlier: &earlier });
        prop_assert_eq!(told.and_then(|told| told.value), Some(result));
    }
}
