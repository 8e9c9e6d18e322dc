//! The inflation index: how far what a unit reported of itself lay above what was verified, over the years.

use crate::basics::Amount;
use crate::targets::Direction;
use rust_decimal::{Decimal, RoundingStrategy};

/// A value that a unit reported, beside the one that was verified.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Pair {
    /// As the unit reported it.
    pub own: Amount,
    /// As it was verified.
    pub verified: Amount,
    /// Which way is better.
    pub direction: Direction,
}

/// The index of one unit.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Index {
    /// Pairs that it rests on.
    pub n: usize,
    /// Pairs reported in favour of the unit.
    pub above: usize,
    /// The mean of the gaps in percent, two decimals; none without a pair.
    pub mean: Option<Amount>,
}

/// The largest gap that counts, in percent: one slip of a comma does not make an index.
const MOST: i64 = 1_000;

/// The gap of one pair in percent of the verified value, positive in favour of the unit; two decimals.
///
/// Where nothing was verified and something reported, the gap is 100 %. Where neither way is better, every gap counts.
pub fn gap(pair: &Pair) -> Amount {
    let (own, verified) = (pair.own.decimal(), pair.verified.decimal());
    let difference = own - verified;
    if difference.is_zero() {
        return Amount::ZERO;
    }
    let hundred = Decimal::ONE_HUNDRED;
    let share = if verified.is_zero() {
        Some(if difference.is_sign_negative() { -hundred } else { hundred })
    } else {
        difference.checked_mul(hundred).and_then(|part| part.checked_div(verified.abs()))
    };
    let most = Decimal::from(MOST);
    // beyond what can be calculated lies beyond what counts
    let share = share.unwrap_or(if difference.is_sign_negative() { -most } else { most }).clamp(-most, most);
    let share = match pair.direction {
        Direction::Higher => share,
        Direction::Lower => -share,
        Direction::Neither => share.abs(),
    };
    rounded(share)
}

/// The index over some pairs.
pub fn index(pairs: &[Pair]) -> Index {
    let gaps: Vec<Amount> = pairs.iter().map(gap).collect();
    let sum: Decimal = gaps.iter().map(|gap| gap.decimal()).sum();
    let mean = sum.checked_div(Decimal::from(gaps.len())).map(rounded);
    Index { n: gaps.len(), above: gaps.iter().filter(|gap| **gap > Amount::ZERO).count(), mean }
}

fn rounded(share: Decimal) -> Amount {
    Amount::new(share.round_dp_with_strategy(2, RoundingStrategy::MidpointAwayFromZero)).unwrap_or(Amount::ZERO)
}
