//! Where a target is heading: the figure of a period carried to the end of the year along the way that earlier years took
//! from the same period on.
//!
//! Each earlier year that is known at the period and at its end gives one projection; the forecast is their mean, and the
//! smallest and largest say how sure it is. Without an earlier year the plain pace is taken, and said.

use crate::basics::Amount;
use crate::figures::{Attainment, Figure};
use crate::periods::Period;
use crate::targets::{Direction, Goal, Pace, Status, judge};
use rust_decimal::{Decimal, RoundingStrategy};

/// What an earlier year had at the period, and at its end.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Earlier {
    /// The year.
    pub year: i32,
    /// Its figure of the same period.
    pub at_period: Option<Amount>,
    /// Its result.
    pub result: Option<Amount>,
}

/// What is to be foretold.
#[derive(Clone, Copy, Debug)]
pub struct Sought<'a> {
    /// What has to be reached.
    pub goal: &'a Goal,
    /// The figure of the period.
    pub figure: Figure,
    /// The period, and whether the figure grows through the year.
    pub pace: Pace,
    /// A share of a whole, which ends at one hundred.
    pub percent: bool,
    /// Earlier years.
    pub earlier: &'a [Earlier],
}

/// What one earlier year leads to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Projection {
    /// The year.
    pub year: i32,
    /// For an amount that grows: the share of its result that it had reached at the period, in percent.
    pub share: Option<Amount>,
    /// For a level: how it changed from the period to the end of the year.
    pub change: Option<Amount>,
    /// This year's result, if this year goes on as that one did.
    pub value: Amount,
}

/// What a forecast rests on.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Rests {
    /// The year is over: the figure itself.
    Reported,
    /// The way of earlier years.
    EarlierYears,
    /// No earlier year is known: the pace of the months that have passed.
    Pace(Period),
    /// No earlier year is known: the level as it stands.
    LastValue,
    /// No earlier year is known, and the target is reached already: what there is, at least.
    Reached,
    /// What a person judged, if it stays so.
    Judged,
}

/// Where a target is heading.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Forecast {
    /// The result to expect; none for a quality.
    pub value: Option<Amount>,
    /// The smallest and the largest projection, where there is more than one.
    pub between: Option<(Amount, Amount)>,
    /// What it rests on.
    pub rests: Rests,
    /// Each earlier year, the newest first.
    pub projections: Vec<Projection>,
    /// How the target would stand at the end of the year.
    pub status: Option<Status>,
}

/// Foretells the result of the year; nothing where there is no figure to start from.
pub fn forecast(sought: &Sought<'_>) -> Option<Forecast> {
    let at_end = |figure| judge(sought.goal, figure, Pace { period: Period::Year, ..sought.pace }).status;
    match sought.figure {
        Figure::Number(actual) => {
            let (value, between, rests, projections) = number(sought, actual)?;
            let status = at_end(Figure::Number(value));
            Some(Forecast { value: Some(value), between, rests, projections, status })
        }
        Figure::Judged(attainment) => {
            let over = sought.pace.period == Period::Year;
            let rests = if over { Rests::Reported } else { Rests::Judged };
            // what is reached in part or not yet can still be reached: no forecast says it will be missed
            let open = !over && matches!(sought.goal, Goal::Achieve) && attainment != Attainment::Yes;
            let status =
                if open { judge(sought.goal, sought.figure, sought.pace).status } else { at_end(sought.figure) };
            Some(Forecast { value: None, between: None, rests, projections: Vec::new(), status })
        }
        Figure::NotEntered | Figure::NotAssigned | Figure::NotApplicable => None,
    }
}

/// The most that a plan asks of a figure that grows; above it the plan is exceeded.
fn most(goal: &Goal) -> Option<Amount> {
    match goal {
        Goal::Exactly(bound, Direction::Higher) | Goal::AtLeast(bound) => bound.amount(),
        Goal::Between(_, high, Direction::Higher) => Some(*high),
        Goal::About { value, tolerance: Some(tolerance), direction: Direction::Higher } => value.plus(*tolerance),
        _ => None,
    }
}

type Foretold = (Amount, Option<(Amount, Amount)>, Rests, Vec<Projection>);

fn number(sought: &Sought<'_>, actual: Amount) -> Option<Foretold> {
    if sought.pace.period == Period::Year {
        return Some((actual, None, Rests::Reported, Vec::new()));
    }
    let mut projections: Vec<Projection> = sought
        .earlier
        .iter()
        .filter_map(|one| projection(sought, actual, one.year, one.at_period?, one.result?))
        .collect();
    projections.sort_by_key(|one| std::cmp::Reverse(one.year));
    if projections.is_empty() {
        return if sought.pace.cumulative {
            let months = sought.pace.period.months();
            let value = scaled(actual, Amount::whole(12), Amount::whole(months))?;
            // without an earlier year nothing says that a plan is exceeded: what comes once a year is not multiplied
            match most(sought.goal) {
                Some(most) if actual >= most => Some((actual, None, Rests::Reached, projections)),
                most => {
                    let value = most.map_or(value, |most| value.min(most));
                    Some((value, None, Rests::Pace(sought.pace.period), projections))
                }
            }
        } else {
            Some((actual, None, Rests::LastValue, projections))
        };
    }
    let values = || projections.iter().map(|one| one.value);
    let (low, high) = (values().min()?, values().max()?);
    let sum = values().try_fold(Decimal::ZERO, |sum, one| sum.checked_add(one.decimal()))?;
    let mean = rounded(sum.checked_div(Decimal::from(projections.len()))?)?.clamp(low, high);
    let between = (projections.len() > 1).then_some((low, high));
    Some((mean, between, Rests::EarlierYears, projections))
}

fn projection(
    sought: &Sought<'_>,
    actual: Amount,
    year: i32,
    at_period: Amount,
    result: Amount,
) -> Option<Projection> {
    if sought.pace.cumulative {
        // a year that had nothing at the period, or ended with nothing, shows no way
        if at_period <= Amount::ZERO || result <= Amount::ZERO {
            return None;
        }
        let value = scaled(actual, result, at_period)?;
        return Some(Projection { year, share: Some(at_period.percent_of(result)?), change: None, value });
    }
    let change = result.minus(at_period)?;
    let mut value = actual.plus(change)?;
    let known = [actual, at_period, result];
    // what was never below zero, or above the whole, does not get there by carrying a change on
    if known.iter().all(|one| *one >= Amount::ZERO) {
        value = value.max(Amount::ZERO);
    }
    let whole = Amount::whole(100);
    if sought.percent && known.iter().all(|one| *one <= whole) {
        value = value.min(whole);
    }
    Some(Projection { year, share: None, change: Some(change), value })
}

fn rounded(value: Decimal) -> Option<Amount> {
    let places = crate::basics::amount::DECIMALS;
    Amount::new(value.round_dp_with_strategy(places, RoundingStrategy::MidpointAwayFromZero)).ok()
}

/// `amount × up ÷ down`, rounded to four decimals.
fn scaled(amount: Amount, up: Amount, down: Amount) -> Option<Amount> {
    let (amount, up, down) = (amount.decimal(), up.decimal(), down.decimal());
    let exact = match amount.checked_mul(up) {
        Some(product) => product.checked_div(down)?,
        None => up.checked_div(down)?.checked_mul(amount)?,
    };
    rounded(exact)
}

#[cfg(test)]
#[path = "forecast_tests.rs"]
mod tests;
