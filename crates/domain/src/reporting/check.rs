//! What is asked of the lines of a report before it goes up: sums, shares, k ≤ n, rates recomputed, jumps, wrong units.

use super::line::{Line, percent};
use crate::basics::Amount;
use crate::figures::Figure;
use crate::plans::draft::TargetRole;
use crate::targets::{Comparator, adds_up};
use chrono::NaiveDate;

/// How a slip weighs.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Weight {
    /// The report does not go up with it.
    Stops,
    /// It goes up when somebody explains it on the line.
    NeedsExplaining,
    /// Worth knowing.
    Notice,
}

/// What a number was held against.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Against {
    /// The planned or assigned value.
    Plan,
    /// The period before.
    PeriodBefore,
    /// The same period of the year before.
    LastYear,
}

/// Something wrong or unusual about a line.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Slip {
    /// The target was given to the unit and nothing was entered.
    Missing,
    /// A result without the day of its source.
    NoDay,
    /// A result without a source.
    NoSource,
    /// The day of the source is after today.
    DayInFuture,
    /// The day of the source lies after the end of the period by more than a quarter, or before the year.
    DayOutside,
    /// That it does not apply was said without a reason.
    NoReason,
    /// An amount below zero.
    Negative,
    /// One of numerator and denominator is missing.
    HalfARatio,
    /// The denominator is zero.
    DenominatorZero,
    /// The numerator is above the denominator.
    NumeratorAbove,
    /// The rate that was typed is not that of numerator and denominator.
    RateDiffers {
        /// What they make, at the decimals that were typed.
        computed: Amount,
    },
    /// More finished than there are: k > n of "k/n".
    MoreThanAll {
        /// n.
        all: Amount,
    },
    /// About a thousand times too much or too little: a wrong unit more often than not.
    Thousandfold {
        /// What it was held against.
        against: Against,
        /// That value.
        value: Amount,
    },
    /// What adds up through the year fell since the period before.
    Fell {
        /// The value of the period before.
        before: Amount,
    },
    /// More than ten times the period before.
    Jumped {
        /// The value of the period before.
        before: Amount,
    },
    /// The parts do not make the total.
    PartsDiffer {
        /// What the parts make.
        sum: Amount,
    },
    /// The shares do not make 100 %.
    SharesDiffer {
        /// What they make.
        sum: Amount,
    },
    /// A result without a file that proves it.
    NoEvidence,
}

impl Slip {
    /// How it weighs.
    pub fn weight(&self) -> Weight {
        match self {
            Slip::Missing
            | Slip::NoDay
            | Slip::NoSource
            | Slip::DayInFuture
            | Slip::NoReason
            | Slip::Negative
            | Slip::HalfARatio
            | Slip::DenominatorZero
            | Slip::NumeratorAbove
            | Slip::RateDiffers { .. }
            | Slip::MoreThanAll { .. } => Weight::Stops,
            Slip::DayOutside
            | Slip::Thousandfold { .. }
            | Slip::Fell { .. }
            | Slip::Jumped { .. }
            | Slip::PartsDiffer { .. }
            | Slip::SharesDiffer { .. } => Weight::NeedsExplaining,
            Slip::NoEvidence => Weight::Notice,
        }
    }

    /// A number that stays, for programs and for support.
    pub fn number(&self) -> &'static str {
        match self {
            Slip::Missing => "RPT-001",
            Slip::NoDay => "RPT-002",
            Slip::NoSource => "RPT-003",
            Slip::DayInFuture => "RPT-004",
            Slip::DayOutside => "RPT-005",
            Slip::NoReason => "RPT-006",
            Slip::Negative => "RPT-010",
            Slip::HalfARatio => "RPT-011",
            Slip::DenominatorZero => "RPT-012",
            Slip::NumeratorAbove => "RPT-013",
            Slip::RateDiffers { .. } => "RPT-014",
            Slip::MoreThanAll { .. } => "RPT-015",
            Slip::Thousandfold { .. } => "RPT-020",
            Slip::Fell { .. } => "RPT-021",
            Slip::Jumped { .. } => "RPT-022",
            Slip::PartsDiffer { .. } => "RPT-030",
            Slip::SharesDiffer { .. } => "RPT-031",
            Slip::NoEvidence => "RPT-040",
        }
    }
}

/// A slip with the line it stands on.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Found {
    /// The target of the line.
    pub target_id: String,
    /// What it is.
    pub slip: Slip,
    /// Whether the line carries an explanation.
    pub explained: bool,
}

impl Found {
    /// Whether the report cannot go up because of it.
    pub fn stops(&self) -> bool {
        match self.slip.weight() {
            Weight::Stops => true,
            Weight::NeedsExplaining => !self.explained,
            Weight::Notice => false,
        }
    }
}

/// The days within which sources of a period lie: from the first of January to a quarter after its end.
#[derive(Clone, Copy, Debug)]
pub struct Days {
    /// The first day of the year.
    pub first: NaiveDate,
    /// The last day that is not unusual.
    pub last: NaiveDate,
    /// Today.
    pub today: NaiveDate,
}

/// Everything about the lines of a report, in their order.
pub fn check(lines: &[Line<'_>], days: Days) -> Vec<Found> {
    let mut found = Vec::new();
    for line in lines {
        let explained = line.entered.reason.is_some();
        let mut add = |slip| {
            found.push(Found { target_id: line.target_id.to_owned(), slip, explained });
        };
        one(line, days, &mut add);
        if let Some(slip) = family(line, lines) {
            add(slip);
        }
    }
    found
}

fn one(line: &Line<'_>, days: Days, add: &mut impl FnMut(Slip)) {
    let entered = line.entered;
    match entered.figure {
        Figure::NotEntered if line.required => return add(Slip::Missing),
        Figure::NotEntered | Figure::NotAssigned => return,
        Figure::NotApplicable => {
            if entered.reason.is_none() {
                add(Slip::NoReason);
            }
            return;
        }
        Figure::Number(_) | Figure::Judged(_) => {}
    }
    match entered.dated {
        None => add(Slip::NoDay),
        Some(day) if day > days.today => add(Slip::DayInFuture),
        Some(day) if day < days.first || day > days.last => add(Slip::DayOutside),
        Some(_) => {}
    }
    if entered.source.is_none() {
        add(Slip::NoSource);
    }
    if let Some(value) = entered.number() {
        number(line, value, add);
    }
    if entered.file_digest.is_none() {
        add(Slip::NoEvidence);
    }
}

fn number(line: &Line<'_>, value: Amount, add: &mut impl FnMut(Slip)) {
    let comparator = line.target.comparator;
    let change = matches!(comparator, Some(Comparator::IncreaseBy | Comparator::DecreaseBy));
    if value < Amount::ZERO && !change {
        add(Slip::Negative);
    }
    ratio(line, value, add);
    if let Some(all) = line.target.denominator.filter(|all| value > *all) {
        add(Slip::MoreThanAll { all });
    }
    let held = [
        (Against::Plan, line.planned),
        (Against::PeriodBefore, line.before),
        (Against::LastYear, line.entered.last_year),
    ];
    let far = held.into_iter().find_map(|(against, other)| {
        let other = other.filter(|other| is_thousandfold(value, *other))?;
        Some(Slip::Thousandfold { against, value: other })
    });
    if let Some(slip) = far {
        return add(slip);
    }
    if adds_up(comparator, line.target.unit.as_deref())
        && let Some(before) = line.before
    {
        if value < before {
            add(Slip::Fell { before });
        } else if before > Amount::ZERO && value.decimal() > before.decimal() * rust_decimal::Decimal::TEN {
            add(Slip::Jumped { before });
        }
    }
}

fn ratio(line: &Line<'_>, value: Amount, add: &mut impl FnMut(Slip)) {
    match (line.entered.numerator, line.entered.denominator) {
        (None, None) => {}
        (Some(_), None) | (None, Some(_)) => add(Slip::HalfARatio),
        (Some(_), Some(all)) if all <= Amount::ZERO => add(Slip::DenominatorZero),
        (Some(part), Some(all)) => {
            if part > all && line.target.unit.as_deref() == Some("%") {
                add(Slip::NumeratorAbove);
            } else if part < Amount::ZERO {
                add(Slip::Negative);
            }
            // the decimals that were typed are the rounding that was declared
            if line.target.unit.as_deref() == Some("%")
                && let Some(computed) = percent(part, all, value.decimal().normalize().scale())
                && computed != value
            {
                add(Slip::RateDiffers { computed });
            }
        }
    }
}

/// Whether one of two amounts is 300 times the other or more: tonnes for kilograms, million for thousand million.
fn is_thousandfold(one: Amount, other: Amount) -> bool {
    let bar = rust_decimal::Decimal::from(300);
    let (one, other) = (one.decimal().abs(), other.decimal().abs());
    if one.is_zero() || other.is_zero() {
        return false;
    }
    let beyond = |big: rust_decimal::Decimal, small: rust_decimal::Decimal| {
        small.checked_mul(bar).is_none_or(|least| big >= least)
    };
    beyond(one, other) || beyond(other, one)
}

/// Parts against their total, shares against the whole: told once, on the total or on the first share.
fn family(line: &Line<'_>, lines: &[Line<'_>]) -> Option<Slip> {
    let parent = line.target.parent_id.as_deref()?;
    let siblings = |role: TargetRole| {
        lines
            .iter()
            .filter(move |one| one.target.parent_id.as_deref() == Some(parent) && one.target.role == Some(role))
    };
    let sum = |role: TargetRole| siblings(role).try_fold(Amount::ZERO, |sum, one| sum.plus(one.entered.number()?));
    match line.target.role? {
        TargetRole::Total if siblings(TargetRole::Component).next().is_some() => {
            let (sum, total) = (sum(TargetRole::Component)?, line.entered.number()?);
            (sum != total).then_some(Slip::PartsDiffer { sum })
        }
        TargetRole::Share => {
            let first = siblings(TargetRole::Share).next()?;
            let sum = sum(TargetRole::Share)?;
            (first.target_id == line.target_id && sum != Amount::whole(100)).then_some(Slip::SharesDiffer { sum })
        }
        _ => None,
    }
}
