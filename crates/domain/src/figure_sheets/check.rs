//! What is asked of every figure, whichever way it comes: a workbook, a grid, a pasted table, a phone.

use super::{Line, LineKind, Values};
use crate::basics::Amount;
use crate::figures::Figure;
use crate::periods::Period;
use crate::targets::adds_up;
use chrono::{Duration, NaiveDate};

/// From this many times on a figure is far off.
const FAR: i32 = 300;

/// What is wrong with what was entered, or doubtful about it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Problem {
    /// About a thousand times the plan, the period before or the year before, or a thousandth of it.
    FarOff {
        /// The figure.
        value: Amount,
        /// What it was held against.
        against: Amount,
    },
    /// Below zero where nothing can be.
    Negative(Amount),
    /// The figure is not numerator over denominator.
    FractionDiffers {
        /// The figure.
        value: Amount,
        /// What the two give.
        worked_out: Amount,
    },
    /// The denominator is zero.
    ZeroDenominator,
    /// Only one of numerator and denominator.
    HalfFraction,
    /// The numerator of a percentage is larger than its denominator.
    OverWhole,
    /// A percentage above 100 where the plan asks for no more than that.
    OverHundred(Amount),
    /// The day lies in the future.
    Future,
    /// The day is neither in the year nor in the quarter after it.
    OutsideYear(i32),
    /// The day is far from the end of the period.
    FarFromPeriod,
    /// A cumulative figure below that of the period before.
    Fell {
        /// The figure.
        value: Amount,
        /// The one before.
        before: Amount,
    },
    /// “Does not apply” without a reason.
    ReasonMissing,
    /// The total is not the sum of its parts.
    PartsDiffer {
        /// The total.
        total: Amount,
        /// The sum.
        parts: Amount,
    },
}

impl Problem {
    /// Whether a person may confirm it; the others have to be mended.
    pub fn may_be_confirmed(&self) -> bool {
        !matches!(
            self,
            Problem::Negative(_)
                | Problem::ZeroDenominator
                | Problem::Future
                | Problem::OutsideYear(_)
                | Problem::ReasonMissing
        )
    }

    /// The column it is about, by its [`super::place`].
    pub fn place(&self) -> usize {
        match self {
            Problem::ZeroDenominator | Problem::HalfFraction => super::place::DENOMINATOR,
            Problem::OverWhole => super::place::NUMERATOR,
            Problem::Future | Problem::OutsideYear(_) | Problem::FarFromPeriod => super::place::DATED,
            Problem::ReasonMissing => super::place::NOTE,
            _ => super::place::VALUE,
        }
    }
}

/// What is known around a line.
#[derive(Clone, Copy, Debug)]
pub struct Known {
    /// The year.
    pub year: i32,
    /// The period.
    pub period: Period,
    /// Today; without it days are not held against it.
    pub today: Option<NaiveDate>,
}

/// What is wrong with what was entered in a line, or doubtful about it.
pub fn check(line: &Line, entered: &Values, known: Known) -> Vec<Problem> {
    let mut problems = Vec::new();
    match entered.figure {
        Figure::Number(value) => number(line, value, entered, &mut problems),
        Figure::NotApplicable if entered.note.is_none() => problems.push(Problem::ReasonMissing),
        _ => {}
    }
    fraction(line, entered, &mut problems);
    if let Some(day) = entered.dated {
        problems.extend(day_slip(known, day));
    }
    problems
}

fn number(line: &Line, value: Amount, entered: &Values, problems: &mut Vec<Problem>) {
    if value < Amount::ZERO && !line.may_fall() {
        problems.push(Problem::Negative(value));
        return;
    }
    if let Some(against) = far_off(line, value) {
        problems.push(Problem::FarOff { value, against });
        return;
    }
    let hundred = Amount::whole(100);
    let plan_is_within = [line.value, line.value_max].iter().flatten().all(|plan| *plan <= hundred);
    if line.is_percent() && value > hundred && plan_is_within && !line.may_fall() && entered.numerator.is_none() {
        problems.push(Problem::OverHundred(value));
    }
    if let Figure::Number(before) = line.previous
        && adds_up(line.comparator, line.measure.as_deref())
        && value < before
    {
        problems.push(Problem::Fell { value, before });
    }
}

/// What a figure is about a thousand times off of, if anything: the plan first, then what was reported before.
///
/// A small figure is held against what was reported before and not against the plan: early in a year little is reached.
fn far_off(line: &Line, value: Amount) -> Option<Amount> {
    let times = |large: Amount, small: Amount| {
        !small.is_zero() && magnitude(large) >= magnitude(small).saturating_mul(i128::from(FAR))
    };
    let number = |figure: Figure| if let Figure::Number(amount) = figure { Some(amount) } else { None };
    let before = [number(line.previous), number(line.last_year)];
    let plan = line.value_max.or(line.value);
    let beyond = [plan, before[0], before[1]].into_iter().flatten().find(|against| times(value, *against));
    let below = || before.into_iter().flatten().find(|against| times(*against, value));
    // “3,027” typed for 3.027 heads: no whole number, and about a thousandth of the plan
    let comma = || plan.filter(|plan| times(*plan, value) && is_whole(*plan) && !is_whole(value));
    beyond.or_else(below).or_else(comma)
}

fn magnitude(amount: Amount) -> i128 {
    i128::from(amount.ten_thousandths()).abs()
}

fn is_whole(amount: Amount) -> bool {
    amount.decimal().is_integer()
}

fn fraction(line: &Line, entered: &Values, problems: &mut Vec<Problem>) {
    match (entered.numerator, entered.denominator) {
        (None, None) => {}
        (Some(_), None) | (None, Some(_)) => problems.push(Problem::HalfFraction),
        (Some(_), Some(below)) if below.is_zero() => problems.push(Problem::ZeroDenominator),
        (Some(above), Some(below)) => {
            if !line.is_percent() {
                return;
            }
            if above > below && line.kind == LineKind::Number && !line.may_fall() {
                problems.push(Problem::OverWhole);
            }
            let (Figure::Number(value), Some(worked_out)) = (entered.figure, above.percent_of(below)) else {
                return;
            };
            // the figure may be rounded to a tenth
            let apart = value.minus(worked_out).map(magnitude).unwrap_or(i128::MAX);
            if apart > 500 {
                problems.push(Problem::FractionDiffers { value, worked_out });
            }
        }
    }
}

/// What is wrong with the day of a figure.
fn day_slip(known: Known, day: NaiveDate) -> Option<Problem> {
    if known.today.is_some_and(|today| day > today) {
        return Some(Problem::Future);
    }
    let first = NaiveDate::from_ymd_opt(known.year, 1, 1);
    let last = NaiveDate::from_ymd_opt(known.year + 1, 3, 31);
    if first.is_some_and(|first| day < first) || last.is_some_and(|last| day > last) {
        return Some(Problem::OutsideYear(known.year));
    }
    let end = known.period.last_day(known.year)?;
    (day < end - Duration::days(31) || day > end + Duration::days(92)).then_some(Problem::FarFromPeriod)
}
