//! The goal of a target: its comparator with exactly the values that comparator needs.

use super::{Comparator, Direction};
use crate::basics::Amount;

/// A value that the plan prints, or one that arrives later from elsewhere.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Bound {
    /// Printed in the plan.
    Printed(Amount),
    /// To be supplied: assigned by the level above, or last year's actual. `None` until it arrives.
    Referenced(Reference, Option<Amount>),
}

impl Bound {
    /// The amount, as soon as it is known.
    pub fn amount(self) -> Option<Amount> {
        match self {
            Bound::Printed(amount) => Some(amount),
            Bound::Referenced(_, amount) => amount,
        }
    }
}

/// Where a bound that the plan does not print comes from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Reference {
    /// "chỉ tiêu tỉnh giao", "chỉ tiêu huyện giao".
    AssignedFromAbove,
    /// "cao hơn năm 2021".
    EarlierYear(i32),
}

impl Reference {
    /// Reads the `basis` of a target: `assigned by province`, `vs 2021`.
    pub fn from_basis(basis: &str) -> Option<Self> {
        let basis = basis.trim();
        if basis.starts_with("assigned") {
            return Some(Reference::AssignedFromAbove);
        }
        let year = basis.strip_prefix("vs ")?.trim().get(..4)?.parse().ok()?;
        Some(Reference::EarlierYear(year))
    }
}

/// What has to be reached. Closed: every judgement matches all of it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Goal {
    /// A level; the direction tells on which side of it the target is met.
    Exactly(Bound, Direction),
    /// This or more.
    AtLeast(Bound),
    /// Strictly more.
    MoreThan(Bound),
    /// This or less.
    AtMost(Bound),
    /// Strictly less.
    LessThan(Bound),
    /// A range; met from the bound that is easier to reach.
    Between(Amount, Amount, Direction),
    /// Around a value; without a tolerance a person has to judge.
    About {
        /// The value.
        value: Amount,
        /// How far from it still counts, in the unit of the target.
        tolerance: Option<Amount>,
        /// Which way is better.
        direction: Direction,
    },
    /// A rise by at least the first, aiming at the second; any rise where no value is printed. The figure is the rise.
    IncreaseBy(Option<Amount>, Option<Amount>),
    /// A fall by at least the first, aiming at the second; any fall where no value is printed ("giảm cả 3 tiêu chí").
    /// The figure is the fall, counted positive.
    DecreaseBy(Option<Amount>, Option<Amount>),
    /// Something kept.
    Maintain,
    /// Nothing of the kind; the figure is the number of occurrences.
    NoneExists,
    /// A quality judged by a person.
    Achieve,
}

/// Why the parts of a target make no goal.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum GoalProblem {
    /// The comparator needs a value, and neither a value nor a basis is there.
    ValueMissing,
    /// A range without its upper bound.
    UpperBoundMissing,
    /// The lower bound is above the upper bound.
    RangeReversed,
    /// An upper bound on a comparator that has none.
    UpperBoundNotWanted,
}

/// The editable parts of a target, as the draft and the store hold them.
#[derive(Clone, Copy, Debug)]
pub struct GoalParts<'a> {
    /// The comparator.
    pub comparator: Comparator,
    /// Value or lower bound.
    pub value: Option<Amount>,
    /// Upper bound.
    pub value_max: Option<Amount>,
    /// Which way is better.
    pub direction: Direction,
    /// What it is measured against.
    pub basis: Option<&'a str>,
    /// Tolerance of an "about".
    pub tolerance: Option<Amount>,
    /// The value assigned from above or reached in the earlier year, once known.
    pub reference: Option<Amount>,
}

impl Goal {
    /// Puts the parts together.
    ///
    /// # Errors
    /// A [`GoalProblem`] that names the part that is missing or too much.
    pub fn from_parts(parts: GoalParts<'_>) -> Result<Goal, GoalProblem> {
        let bound = || match (parts.value, parts.basis.and_then(Reference::from_basis)) {
            (Some(value), _) => Ok(Bound::Printed(value)),
            (None, Some(reference)) => Ok(Bound::Referenced(reference, parts.reference)),
            (None, None) => Err(GoalProblem::ValueMissing),
        };
        let value = || parts.value.ok_or(GoalProblem::ValueMissing);
        let in_order =
            |low: Amount, high: Amount| if low > high { Err(GoalProblem::RangeReversed) } else { Ok(()) };
        let ranged =
            matches!(parts.comparator, Comparator::Between | Comparator::IncreaseBy | Comparator::DecreaseBy);
        if parts.value_max.is_some() && !ranged {
            return Err(GoalProblem::UpperBoundNotWanted);
        }
        Ok(match parts.comparator {
            Comparator::Exactly => Goal::Exactly(bound()?, parts.direction),
            Comparator::AtLeast => Goal::AtLeast(bound()?),
            Comparator::MoreThan => Goal::MoreThan(bound()?),
            Comparator::AtMost => Goal::AtMost(bound()?),
            Comparator::LessThan => Goal::LessThan(bound()?),
            Comparator::Between => {
                let (low, high) = (value()?, parts.value_max.ok_or(GoalProblem::UpperBoundMissing)?);
                in_order(low, high)?;
                Goal::Between(low, high, parts.direction)
            }
            Comparator::About => {
                Goal::About { value: value()?, tolerance: parts.tolerance, direction: parts.direction }
            }
            Comparator::IncreaseBy | Comparator::DecreaseBy => {
                match (parts.value, parts.value_max) {
                    (Some(low), Some(high)) => in_order(low, high)?,
                    (None, Some(_)) => return Err(GoalProblem::ValueMissing),
                    (_, None) => {}
                }
                if parts.comparator == Comparator::IncreaseBy {
                    Goal::IncreaseBy(parts.value, parts.value_max)
                } else {
                    Goal::DecreaseBy(parts.value, parts.value_max)
                }
            }
            Comparator::Maintain => Goal::Maintain,
            Comparator::NoneExists => Goal::NoneExists,
            Comparator::Achieve => Goal::Achieve,
        })
    }

    /// Whether the figure is a judgement and not a number.
    pub fn is_judged(&self) -> bool {
        matches!(self, Goal::Maintain | Goal::Achieve)
    }
}
