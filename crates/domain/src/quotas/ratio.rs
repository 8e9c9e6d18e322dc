//! A quota as an inequality of integers: so much for each that counts, so much for each in the base, at most a bound.

use super::{Base, Book, Force, Measure, Quota};
use crate::basics::Rounding;
use crate::people::PersonKind;
use std::collections::BTreeSet;

/// `counted × per_counted + base × per_base ≤ bound`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Ratio<'a> {
    pub quota: &'a Quota,
    pub per_counted: i64,
    pub per_base: i64,
    pub bound: i64,
}

impl<'a> Ratio<'a> {
    fn new(quota: &'a Quota, measure: Measure, most: bool) -> Ratio<'a> {
        let sign = if most { 1 } else { -1 };
        let (per_counted, per_base, bound) = match measure {
            Measure::Count(count) => (sign, 0, sign * i64::from(count)),
            Measure::Share(share, rounding) => {
                let (over, under) = (i64::from(share.over()), i64::from(share.under()));
                let twice = if rounding == Rounding::HalfUp { 2 } else { 1 };
                // what rounding gives away, in parts of `under`
                let given = match (most, rounding) {
                    (true, Rounding::Down) | (false, Rounding::Up) => 0,
                    (true, Rounding::HalfUp) => under,
                    (true, Rounding::Up) | (false, Rounding::Down | Rounding::HalfUp) => under - 1,
                };
                (sign * twice * under, -sign * twice * over, given)
            }
        };
        // a base that is a number moves to the other side
        match quota.base {
            Base::People(count) | Base::Units(count) => {
                Ratio { quota, per_counted, per_base: 0, bound: bound - per_base * i64::from(count) }
            }
            Base::Awards(_) => Ratio { quota, per_counted, per_base, bound },
        }
    }

    /// What somebody adds to the left side.
    pub fn weight(&self, book: &Book, kind: PersonKind, groups: &BTreeSet<super::Group>, award: &str) -> i64 {
        let counted = if book.counts(self.quota, kind, groups, award) { self.per_counted } else { 0 };
        let based = if self.per_base != 0 && book.bases(self.quota, kind, award) { self.per_base } else { 0 };
        counted + based
    }
}

/// The inequalities of every quota that binds.
pub(super) fn ratios(book: &Book) -> Vec<Ratio<'_>> {
    let binding = book.quotas.iter().filter(|quota| quota.force == Force::Limit);
    binding
        .flat_map(|quota| {
            let most = quota.at_most.map(|measure| Ratio::new(quota, measure, true));
            let least = quota.at_least.map(|measure| Ratio::new(quota, measure, false));
            most.into_iter().chain(least)
        })
        .collect()
}
