//! Parts and wholes in what was reached: totals and their components, shares that make one hundred, k of n criteria, and
//! where in a range a figure lies.

use crate::basics::Amount;
use crate::figures::Attainment;
use crate::targets::Goal;
use rust_decimal::{Decimal, RoundingStrategy};

/// Parts added, beside the whole that was reported.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Sum {
    /// The parts that are known, added.
    pub parts: Amount,
    /// The whole, where it is known.
    pub whole: Option<Amount>,
    /// Parts that are not known.
    pub missing: u32,
    /// Parts less the whole.
    pub difference: Option<Amount>,
    /// Whether they agree within the tolerance; nothing while a part or the whole is missing.
    pub agrees: Option<bool>,
}

/// Components against their total. Nothing without a component, or beyond what can be counted.
pub fn components(whole: Option<Amount>, parts: &[Option<Amount>], tolerance: Amount) -> Option<Sum> {
    if parts.is_empty() {
        return None;
    }
    let sum = parts.iter().flatten().try_fold(Amount::ZERO, |sum, part| sum.plus(*part))?;
    let missing = u32::try_from(parts.iter().filter(|part| part.is_none()).count()).unwrap_or(u32::MAX);
    let difference = whole.and_then(|whole| sum.minus(whole));
    let within = |difference: Amount| difference.decimal().abs() <= tolerance.decimal().abs();
    let agrees = if missing == 0 { difference.map(within) } else { None };
    Some(Sum { parts: sum, whole, missing, difference, agrees })
}

/// Shares of one whole: they have to make one hundred. Each may be off by half of the last place that any is written to.
pub fn shares(parts: &[Option<Amount>]) -> Option<Sum> {
    let places = parts.iter().flatten().map(|part| part.decimal().normalize().scale()).max().unwrap_or(0);
    let tolerance = Decimal::new(5, places + 1).checked_mul(Decimal::from(parts.len()))?;
    let tolerance = Amount::new(tolerance.round_dp(crate::basics::amount::DECIMALS)).ok()?;
    components(Some(Amount::whole(100)), parts, tolerance)
}

/// Whether an exact amount is the one that is shown, as exactly as that is written, and at least to one decimal.
pub fn shown_as(exact: Amount, shown: Amount) -> bool {
    let places = shown.decimal().normalize().scale().max(1);
    exact.decimal().round_dp_with_strategy(places, RoundingStrategy::MidpointAwayFromZero) == shown.decimal()
}

/// Where a figure lies in a range.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum RangePlace {
    /// Below the lower bound.
    Below,
    /// Between the bounds, both included.
    Inside,
    /// Above the upper bound.
    Above,
}

/// Where a figure lies in the range of a goal that has one.
pub fn range_place(goal: &Goal, actual: Amount) -> Option<RangePlace> {
    let (low, high) = match goal {
        Goal::Between(low, high, _) => (*low, *high),
        Goal::IncreaseBy(Some(low), Some(high)) | Goal::DecreaseBy(Some(low), Some(high)) => (*low, *high),
        Goal::About { value, tolerance: Some(tolerance), .. } => {
            (value.minus(*tolerance)?, value.plus(*tolerance)?)
        }
        _ => return None,
    };
    Some(if actual < low {
        RangePlace::Below
    } else if actual > high {
        RangePlace::Above
    } else {
        RangePlace::Inside
    })
}

/// A set of criteria: how many the plan names to be finished, how many of them are, and the count of all that are reached.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Criteria {
    /// Criteria that the plan names.
    pub named: u32,
    /// Of them, reached.
    pub reached: u32,
    /// Of them, nobody has said anything.
    pub open: u32,
    /// How many of all were counted.
    pub counted: Option<Amount>,
    /// What is wrong with that count.
    pub fault: Option<CriteriaFault>,
}

/// Why a count of criteria cannot be right.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum CriteriaFault {
    /// More than the set has.
    MoreThanThereAre,
    /// Fewer than the named ones that are reached.
    FewerThanNamed,
    /// Below zero or not a whole number.
    NotACount,
}

/// Counts a set: `named` is what was said of each named criterion, `counted` the reported k, `of` the n.
pub fn criteria(named: &[Option<Attainment>], counted: Option<Amount>, of: Option<Amount>) -> Criteria {
    let count = |wanted: Option<Attainment>| {
        u32::try_from(named.iter().filter(|one| **one == wanted).count()).unwrap_or(u32::MAX)
    };
    let reached = count(Some(Attainment::Yes));
    let at_least = Amount::whole(i32::try_from(reached).unwrap_or(i32::MAX));
    let fault = counted.and_then(|counted| {
        if counted < Amount::ZERO || !counted.decimal().fract().is_zero() {
            Some(CriteriaFault::NotACount)
        } else if of.is_some_and(|of| counted > of) {
            Some(CriteriaFault::MoreThanThereAre)
        } else if counted < at_least {
            Some(CriteriaFault::FewerThanNamed)
        } else {
            None
        }
    });
    let named = u32::try_from(named.len()).unwrap_or(u32::MAX);
    Criteria { named, reached, open: count(None), counted, fault }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::basics::Expectation;
    use crate::targets::Direction;
    use proptest::prelude::*;

    fn amount(text: &str) -> Amount {
        Amount::read(text, Expectation::Quantity).expect("an amount")
    }

    #[test]
    fn a_herd_is_the_sum_of_its_parts() {
        let parts = ["780", "1.110", "217", "920"].map(|part| Some(amount(part)));
        let herd = components(Some(amount("3.027")), &parts, Amount::ZERO).expect("a sum");
        assert_eq!((herd.agrees, herd.difference), (Some(true), Some(Amount::ZERO)));
        let off = components(Some(amount("3.000")), &parts, Amount::ZERO).expect("a sum");
        assert_eq!((off.agrees, off.difference), (Some(false), Some(amount("27"))));
        let near = components(Some(amount("3.000")), &parts, amount("30")).expect("a sum");
        assert_eq!(near.agrees, Some(true), "within the tolerance that was set");
        let open = components(Some(amount("3.027")), &[parts[0], None], Amount::ZERO).expect("a sum");
        assert_eq!((open.agrees, open.missing), (None, 1));
        assert_eq!(components(None, &[], Amount::ZERO), None);
    }

    #[test]
    fn shares_of_a_whole_make_one_hundred() {
        let of = |parts: [&str; 3]| shares(&parts.map(|part| Some(amount(part)))).expect("a sum");
        assert_eq!(of(["10,49", "37,52", "51,99"]).agrees, Some(true));
        assert_eq!(of(["10,49", "37,52", "51,98"]).agrees, Some(true), "one hundredth is rounding");
        assert!(shown_as(amount("98,0105"), amount("98,01")) && !shown_as(amount("98,0105"), amount("98,06")));
        let off = of(["11", "37,52", "51,99"]);
        assert_eq!((off.agrees, off.difference), (Some(false), Some(amount("0,51"))));
    }

    #[test]
    fn a_figure_lies_below_in_or_above_its_range() {
        let goal = Goal::Between(amount("150.000"), amount("200.000"), Direction::Higher);
        for (actual, place) in [
            ("149.999", RangePlace::Below),
            ("150.000", RangePlace::Inside),
            ("200.000", RangePlace::Inside),
            ("200.001", RangePlace::Above),
        ] {
            assert_eq!(range_place(&goal, amount(actual)), Some(place), "{actual}");
        }
        assert_eq!(range_place(&Goal::NoneExists, Amount::ZERO), None);
    }

    #[test]
    fn a_count_of_criteria_cannot_contradict_what_is_named() {
        use Attainment::{No, Yes};
        let of = Some(amount("19"));
        let fault = |named: &[Option<Attainment>], counted: &str| criteria(named, Some(amount(counted)), of).fault;
        assert_eq!(fault(&[Some(Yes), Some(Yes)], "13"), None);
        assert_eq!(fault(&[Some(Yes), Some(Yes)], "1"), Some(CriteriaFault::FewerThanNamed));
        assert_eq!(fault(&[], "20"), Some(CriteriaFault::MoreThanThereAre));
        assert_eq!(fault(&[], "12,5"), Some(CriteriaFault::NotACount));
        let set = criteria(&[Some(Yes), Some(No), None], None, of);
        assert_eq!((set.named, set.reached, set.open, set.fault), (3, 1, 1, None));
    }

    proptest! {
        #[test]
        fn places_follow_the_figure(low in -900i32..900, wide in 0i32..900, one in -2000i32..2000, other in -2000i32..2000) {
            let goal = Goal::Between(Amount::whole(low), Amount::whole(low + wide), Direction::Neither);
            let place = |actual: i32| range_place(&goal, Amount::whole(actual));
            prop_assert!(place(one.min(other)) <= place(one.max(other)));
            prop_assert_eq!(place(low), Some(RangePlace::Inside));
        }
    }
}
