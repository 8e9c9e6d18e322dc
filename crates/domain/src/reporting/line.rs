//! One line of a unit's report: a figure for one target, and what it rests on.

use crate::basics::Amount;
use crate::figures::Figure;
use chrono::NaiveDate;
use rust_decimal::RoundingStrategy;

/// What was entered of a target.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Entered {
    /// From the first of January to the end of the period, in the target's unit.
    pub figure: Figure,
    /// k of "k trên n", where the target is a rate.
    pub numerator: Option<Amount>,
    /// n.
    pub denominator: Option<Amount>,
    /// The amount of the period alone, where that was typed and not the sum so far.
    pub of_period: Option<Amount>,
    /// What was reached in the same period of the year before.
    pub last_year: Option<Amount>,
    /// The day of the source.
    pub dated: Option<NaiveDate>,
    /// The source in words: number and day of a document, a register.
    pub source: Option<String>,
    /// Digest of the file that proves it.
    pub file_digest: Option<String>,
    /// Its name.
    pub file_name: Option<String>,
    /// Where in it.
    pub place: Option<String>,
    /// Why it was corrected, why it does not apply, or how an unusual number is explained.
    pub reason: Option<String>,
}

impl Entered {
    /// The number, where there is one.
    pub fn number(&self) -> Option<Amount> {
        match self.figure {
            Figure::Number(amount) => Some(amount),
            _ => None,
        }
    }

    /// Whether something was entered: a result or that the target does not apply.
    pub fn is_answered(&self) -> bool {
        !matches!(self.figure, Figure::NotEntered)
    }
}

/// A line with the target it is for; what [`super::check`] needs to know of it.
#[derive(Clone, Debug)]
pub struct Line<'a> {
    /// The target.
    pub target_id: &'a str,
    /// What it says and asks.
    pub target: &'a crate::plans::draft::TargetDraft,
    /// The value that this unit was given, else the plan's own where the unit is asked for the whole.
    pub planned: Option<Amount>,
    /// Whether the unit has to answer: the target was given to it.
    pub required: bool,
    /// What was entered.
    pub entered: &'a Entered,
    /// What was reported for the period before, of the same year.
    pub before: Option<Amount>,
}

/// k of n in percent, rounded half away from zero to so many decimals; nothing where n is zero.
pub fn percent(numerator: Amount, denominator: Amount, decimals: u32) -> Option<Amount> {
    let exact =
        numerator.decimal().checked_mul(rust_decimal::Decimal::ONE_HUNDRED)?.checked_div(denominator.decimal())?;
    Amount::new(exact.round_dp_with_strategy(decimals, RoundingStrategy::MidpointAwayFromZero)).ok()
}

#[cfg(test)]
mod tests {
    use super::percent;
    use crate::basics::Amount;

    #[test]
    fn a_rate_is_rounded_as_it_is_declared() {
        for (k, n, decimals, expected) in
            [(1675, 1709, 2, "98,01"), (1675, 1709, 0, "98"), (1, 3, 2, "33,33"), (2, 3, 1, "66,7"), (0, 5, 2, "0")]
        {
            let found = percent(Amount::whole(k), Amount::whole(n), decimals);
            assert_eq!(found.map(Amount::vietnamese).as_deref(), Some(expected), "{k}/{n}");
        }
        assert_eq!(percent(Amount::whole(1), Amount::ZERO, 2), None);
    }
}
