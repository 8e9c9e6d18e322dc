//! By which rule the figures of the units below made the figure above, and of what: everything that the sentence about it
//! needs.

use crate::basics::Amount;
use crate::cascade::{Bar, Method, Share, together};

/// A rule as it was applied.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Applied {
    /// The rule.
    pub method: Method,
    /// Units that gave a figure.
    pub given: u32,
    /// Units that were to give one.
    pub units: u32,
    /// What came out; nothing while an input is missing.
    pub value: Option<Amount>,
    /// What stands above the line of a fraction: the numerators, or the values times their weights.
    pub above: Option<Amount>,
    /// What stands below it: the denominators, the weights, or the units.
    pub below: Option<Amount>,
}

/// Applies a rule. `bar.units` says how many units were to give a figure.
pub fn applied(method: Method, shares: &[Share], bar: Bar) -> Applied {
    let value = together(method, shares, bar);
    let sum = |of: &dyn Fn(&Share) -> Option<Amount>| {
        shares.iter().try_fold(Amount::ZERO, |sum, share| sum.plus(of(share)?))
    };
    let given = u32::try_from(shares.len()).unwrap_or(u32::MAX);
    let count = |count: u32| i32::try_from(count).ok().map(Amount::whole);
    let (above, below) = match method {
        Method::Ratio => (sum(&|share| Some(share.ratio?.0)), sum(&|share| Some(share.ratio?.1))),
        Method::Weighted => (None, sum(&|share| share.weight)),
        Method::Average => (sum(&|share| Some(share.value)), count(given)),
        Method::Coverage => (together(method, shares, Bar { percent: false, ..bar }), count(bar.units.max(given))),
        Method::Sum | Method::Minimum | Method::Last => (None, None),
    };
    Applied { method, given, units: bar.units.max(given), value, above, below }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::targets::Direction;

    fn bar(units: u32, percent: bool) -> Bar {
        Bar { value: None, direction: Direction::Higher, percent, units }
    }

    fn with(values: &[i32]) -> Vec<Share> {
        values.iter().map(|value| Share::weighed(Amount::whole(*value), Some(Amount::whole(2)))).collect()
    }

    #[test]
    fn the_rule_says_of_what_it_made_the_figure() {
        let sum = applied(Method::Sum, &with(&[1, 2, 3]), bar(9, false));
        assert_eq!((sum.given, sum.units, sum.value), (3, 9, Some(Amount::whole(6))));
        let ratio =
            Share { value: Amount::ZERO, weight: None, ratio: Some((Amount::whole(800), Amount::whole(809))) };
        let other = Share { ratio: Some((Amount::whole(875), Amount::whole(900))), ..ratio };
        let made = applied(Method::Ratio, &[ratio, other], bar(2, false));
        assert_eq!((made.above, made.below), (Some(Amount::whole(1675)), Some(Amount::whole(1709))));
        assert_eq!(made.value.map(Amount::vietnamese).as_deref(), Some("98,0105"));
        let covered = applied(Method::Coverage, &with(&[1, 0, 5]), bar(4, true));
        assert_eq!((covered.above, covered.below), (Some(Amount::whole(2)), Some(Amount::whole(4))));
        assert_eq!(covered.value, Some(Amount::whole(50)));
        let weighed = applied(Method::Weighted, &with(&[1, 3]), bar(2, false));
        assert_eq!((weighed.below, weighed.value), (Some(Amount::whole(4)), Some(Amount::whole(2))));
        let open = applied(Method::Ratio, &[ratio, Share::weighed(Amount::ZERO, None)], bar(2, false));
        assert_eq!((open.value, open.above), (None, None), "an input is missing");
        assert_eq!(applied(Method::Sum, &[], bar(3, false)).value, None);
    }
}
