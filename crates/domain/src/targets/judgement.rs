//! Judging a figure against a goal: one achievement rule for each comparator, total over every input.
//!
//! Rates are exact and rounded half away from zero to two decimals; nothing divides by zero.

use super::Direction;
use super::goal::{Bound, Goal, Reference};
use crate::basics::Amount;
use crate::figures::{Attainment, Figure};
use crate::periods::Period;

/// How a target stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Status {
    /// No figure yet, or nothing done yet.
    NotBegun,
    /// The pace of the year is kept.
    OnTrack,
    /// Behind the pace of the year.
    AtRisk,
    /// Reached.
    Met,
    /// Better than asked.
    Exceeded,
    /// The year is over, or the loss is final.
    Missed,
    /// The rule cannot decide alone; [`Reason`] says why.
    NeedsPerson,
}

impl Status {
    /// Every status.
    pub const ALL: [Status; 7] = [
        Status::NotBegun,
        Status::OnTrack,
        Status::AtRisk,
        Status::Met,
        Status::Exceeded,
        Status::Missed,
        Status::NeedsPerson,
    ];

    /// The word for programs and class names.
    pub fn code(self) -> &'static str {
        match self {
            Status::NotBegun => "not-begun",
            Status::OnTrack => "on-track",
            Status::AtRisk => "at-risk",
            Status::Met => "met",
            Status::Exceeded => "exceeded",
            Status::Missed => "missed",
            Status::NeedsPerson => "needs-person",
        }
    }
}

/// Why the judgement is what it is, for the sentence beside it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Reason {
    /// The figure was compared by the comparator's rule.
    Compared,
    /// The figure was set against the share of the year that has passed.
    ComparedWithPace,
    /// Nobody has entered a figure.
    NotEntered,
    /// The target does not apply.
    NotApplicable,
    /// The level above has not assigned the value.
    NotAssigned,
    /// Last year's actual is missing.
    EarlierYearMissing(i32),
    /// An "about" needs a tolerance.
    ToleranceNotSet,
    /// A bare value needs to know which way is better.
    DirectionNotSet,
    /// A number stands where a judgement belongs, or the other way round.
    WrongKind,
    /// A person judged that it was reached in part.
    ReachedInPart,
}

/// The answer: status (none where the target does not apply), rate in percent, and why.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Judgement {
    /// How it stands; `None` when the target does not apply.
    pub status: Option<Status>,
    /// Achieved rate in percent, where one makes sense.
    pub rate: Option<Amount>,
    /// Why.
    pub reason: Reason,
}

impl Judgement {
    fn of(status: Status, rate: Option<Amount>, reason: Reason) -> Self {
        Judgement { status: Some(status), rate, reason }
    }

    fn ask(reason: Reason) -> Self {
        Judgement::of(Status::NeedsPerson, None, reason)
    }
}

/// When the figure was taken, and whether it grows through the year.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Pace {
    /// The period the figure is for.
    pub period: Period,
    /// True for amounts that add up through the year (money, tonnes, people trained); false for levels and rates.
    pub cumulative: bool,
}

/// Where a number lies relative to what the goal asks.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Standing {
    Short,
    Reached,
    Beyond,
}

/// Judges a figure against a goal at a period of the year.
pub fn judge(goal: &Goal, figure: Figure, pace: Pace) -> Judgement {
    match figure {
        Figure::NotApplicable => Judgement { status: None, rate: None, reason: Reason::NotApplicable },
        Figure::NotAssigned => Judgement::ask(Reason::NotAssigned),
        Figure::NotEntered => Judgement::of(Status::NotBegun, None, Reason::NotEntered),
        Figure::Judged(attainment) => judge_quality(goal, attainment, pace.period),
        Figure::Number(actual) => judge_number(goal, actual, pace),
    }
}

fn judge_quality(goal: &Goal, attainment: Attainment, period: Period) -> Judgement {
    let over = period == Period::Year;
    let status = match (goal, attainment) {
        (Goal::Achieve, Attainment::Yes) => Status::Met,
        (Goal::Maintain, Attainment::Yes) if over => Status::Met,
        (Goal::Maintain, Attainment::Yes) => Status::OnTrack,
        (Goal::Maintain, Attainment::No) => Status::Missed,
        (Goal::Achieve | Goal::Maintain, Attainment::Partly) => {
            let status = if over { Status::Missed } else { Status::AtRisk };
            return Judgement::of(status, None, Reason::ReachedInPart);
        }
        (Goal::Achieve, Attainment::No) if over => Status::Missed,
        (Goal::Achieve, Attainment::No) => Status::NotBegun,
        _ => return Judgement::ask(Reason::WrongKind),
    };
    Judgement::of(status, None, Reason::Compared)
}

fn judge_number(goal: &Goal, actual: Amount, pace: Pace) -> Judgement {
    let known = |bound: &Bound| bound.amount().ok_or_else(|| Judgement::ask(missing(bound)));
    let result = match goal {
        Goal::Exactly(_, Direction::Neither) => Err(Judgement::ask(Reason::DirectionNotSet)),
        Goal::Exactly(bound, Direction::Higher) | Goal::AtLeast(bound) => {
            known(bound).map(|value| upward(actual, value, value, pace))
        }
        Goal::Exactly(bound, Direction::Lower) | Goal::AtMost(bound) => {
            known(bound).map(|value| downward(actual, standing_down(actual, value, value), value, pace))
        }
        Goal::MoreThan(bound) => known(bound).map(|value| {
            let standing = if actual > value { Standing::Reached } else { Standing::Short };
            settle(standing, actual.percent_of(value), pace, true)
        }),
        Goal::LessThan(bound) => known(bound).map(|value| {
            let standing = if actual < value { Standing::Reached } else { Standing::Short };
            downward(actual, standing, value, pace)
        }),
        Goal::Between(low, high, Direction::Lower) => {
            Ok(downward(actual, standing_down(actual, *high, *low), *high, pace))
        }
        Goal::Between(low, high, Direction::Higher) => Ok(upward(actual, *low, *high, pace)),
        Goal::Between(low, high, Direction::Neither) => {
            let inside = *low <= actual && actual <= *high;
            Ok(settle(if inside { Standing::Reached } else { Standing::Short }, None, level(pace), true))
        }
        Goal::About { tolerance: None, .. } => Err(Judgement::ask(Reason::ToleranceNotSet)),
        Goal::About { value, tolerance: Some(tolerance), direction } => {
            Ok(about(actual, *value, *tolerance, *direction, pace))
        }
        Goal::IncreaseBy(Some(low), high) | Goal::DecreaseBy(Some(low), high) => {
            Ok(upward(actual, *low, high.unwrap_or(*low), level(pace)))
        }
        Goal::IncreaseBy(None, _) | Goal::DecreaseBy(None, _) => {
            let standing = if actual > Amount::ZERO { Standing::Reached } else { Standing::Short };
            Ok(settle(standing, None, level(pace), true))
        }
        Goal::NoneExists => {
            let standing = if actual <= Amount::ZERO { Standing::Reached } else { Standing::Short };
            let status = match (standing, pace.period) {
                (Standing::Short, _) => Status::Missed,
                (_, Period::Year) => Status::Met,
                _ => Status::OnTrack,
            };
            Ok(Judgement::of(status, None, Reason::Compared))
        }
        Goal::Maintain | Goal::Achieve => Err(Judgement::ask(Reason::WrongKind)),
    };
    result.unwrap_or_else(|asked| asked)
}

fn missing(bound: &Bound) -> Reason {
    match bound {
        Bound::Referenced(Reference::EarlierYear(year), _) => Reason::EarlierYearMissing(*year),
        Bound::Referenced(Reference::AssignedFromAbove, _) | Bound::Printed(_) => Reason::NotAssigned,
    }
}

/// A pace that does not expect growth through the year.
fn level(pace: Pace) -> Pace {
    Pace { cumulative: false, ..pace }
}

/// More is better: met from `low`, exceeded above `high`.
fn upward(actual: Amount, low: Amount, high: Amount, pace: Pace) -> Judgement {
    let standing = if actual > high {
        Standing::Beyond
    } else if actual >= low {
        Standing::Reached
    } else {
        Standing::Short
    };
    settle(standing, actual.percent_of(low), pace, true)
}

fn standing_down(actual: Amount, bound: Amount, best: Amount) -> Standing {
    if actual < best {
        Standing::Beyond
    } else if actual <= bound {
        Standing::Reached
    } else {
        Standing::Short
    }
}

/// Less is better: the rate is bound ÷ actual; where the actual is zero there is no rate.
fn downward(actual: Amount, standing: Standing, bound: Amount, pace: Pace) -> Judgement {
    settle(standing, bound.percent_of(actual), level(pace), false)
}

fn about(actual: Amount, value: Amount, tolerance: Amount, direction: Direction, pace: Pace) -> Judgement {
    // where neither way is better, being far off has no rate that a pace could excuse
    let rate = match direction {
        Direction::Higher => actual.percent_of(value),
        Direction::Lower => value.percent_of(actual),
        Direction::Neither => None,
    };
    let low = value.minus(tolerance).unwrap_or(value);
    let high = value.plus(tolerance).unwrap_or(value);
    let standing = match direction {
        _ if low <= actual && actual <= high => Standing::Reached,
        Direction::Higher if actual > high => Standing::Beyond,
        Direction::Lower if actual < low => Standing::Beyond,
        _ => Standing::Short,
    };
    let pace = if direction == Direction::Higher { pace } else { level(pace) };
    settle(standing, rate, pace, direction == Direction::Higher)
}

/// Turns a standing into a status. `grows`: a shortfall in mid-year is read against the pace of the year.
fn settle(standing: Standing, rate: Option<Amount>, pace: Pace, grows: bool) -> Judgement {
    let over = pace.period == Period::Year;
    match standing {
        Standing::Beyond if over || pace.cumulative => Judgement::of(Status::Exceeded, rate, Reason::Compared),
        Standing::Reached if over || pace.cumulative => Judgement::of(Status::Met, rate, Reason::Compared),
        // a level that is right in mid-year can still change
        Standing::Beyond | Standing::Reached => Judgement::of(Status::OnTrack, rate, Reason::ComparedWithPace),
        Standing::Short if over => Judgement::of(Status::Missed, rate, Reason::Compared),
        Standing::Short => {
            let expected = if pace.cumulative && grows { pace.period.months() } else { 12 };
            let status = match rate {
                Some(rate) if rate.is_zero() && pace.cumulative => Status::NotBegun,
                // nine tenths of the share of the year that has passed: rate ≥ 90 · months ÷ 12
                Some(rate)
                    if rate.decimal() * rust_decimal::Decimal::from(12)
                        >= rust_decimal::Decimal::from(90 * expected) =>
                {
                    Status::OnTrack
                }
                _ => Status::AtRisk,
            };
            Judgement::of(status, rate, Reason::ComparedWithPace)
        }
    }
}
