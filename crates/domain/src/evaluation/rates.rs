//! How far a figure goes against each base there is: the plan, what was assigned, what was registered, last year.

use crate::basics::Amount;
use crate::cascade::better;
use crate::targets::{Comparator, Direction};

/// The bases that are known.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Known {
    /// What the plan asks; of a range the bound that is met first.
    pub plan: Option<Amount>,
    /// What the level above assigned.
    pub assigned: Option<Amount>,
    /// What the unit registered.
    pub registered: Option<Amount>,
    /// Last year at the same period.
    pub same_period: Option<Amount>,
    /// The whole of last year.
    pub last_year: Option<Amount>,
}

/// Rates in percent, each where its base is known and not zero.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Rates {
    /// Against the plan.
    pub plan: Option<Amount>,
    /// Against what was assigned.
    pub assigned: Option<Amount>,
    /// Against what was registered.
    pub registered: Option<Amount>,
    /// Of last year's same period, plainly: more is above one hundred, whichever way is better.
    pub same_period: Option<Amount>,
    /// Of the whole of last year, plainly.
    pub last_year: Option<Amount>,
}

/// Actual against base; where less is better, base against actual, so that one hundred is reached and more is better.
pub fn rate(actual: Amount, base: Amount, direction: Direction) -> Option<Amount> {
    if direction == Direction::Lower { base.percent_of(actual) } else { actual.percent_of(base) }
}

/// Every rate. A change (“tăng 12,3 %”) is not set against last year's change.
pub fn rates(actual: Amount, comparator: Comparator, direction: Direction, known: Known) -> Rates {
    let way = better(Some(comparator), direction);
    let against = |base: Option<Amount>| rate(actual, base?, way);
    let is_change = matches!(comparator, Comparator::IncreaseBy | Comparator::DecreaseBy);
    let of = |base: Option<Amount>| if is_change { None } else { actual.percent_of(base?) };
    Rates {
        plan: against(known.plan),
        assigned: against(known.assigned),
        registered: against(known.registered),
        same_period: of(known.same_period),
        last_year: of(known.last_year),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_base_gives_a_rate_and_the_way_that_is_better_turns_it() {
        let amount = Amount::whole;
        let known = Known {
            plan: Some(amount(200)),
            assigned: Some(amount(250)),
            registered: None,
            same_period: Some(amount(80)),
            last_year: Some(amount(0)),
        };
        let up = rates(amount(100), Comparator::AtLeast, Direction::Higher, known);
        assert_eq!((up.plan, up.assigned), (Some(amount(50)), Some(amount(40))));
        assert_eq!((up.registered, up.same_period, up.last_year), (None, Some(amount(125)), None));
        let down = rates(amount(100), Comparator::LessThan, Direction::Neither, known);
        assert_eq!((down.plan, down.same_period), (Some(amount(200)), Some(amount(125))));
        let change = rates(amount(100), Comparator::DecreaseBy, Direction::Lower, known);
        assert_eq!((change.plan, change.same_period), (Some(amount(50)), None));
    }
}
