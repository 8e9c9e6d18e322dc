//! How values lie: lowest, quartiles, highest.
//!
//! A quartile between two values lies on the straight line between them (the definition that spreadsheets call
//! QUARTILE.INC), rounded half away from zero to four decimals.

use crate::basics::Amount;

/// Five numbers of a distribution.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Spread {
    /// The lowest.
    pub lowest: Amount,
    /// A quarter lies at or below.
    pub lower: Amount,
    /// Half lies at or below.
    pub median: Amount,
    /// A quarter lies at or above.
    pub upper: Amount,
    /// The highest.
    pub highest: Amount,
}

impl Spread {
    /// The spread of values; `None` of none.
    pub fn of(values: impl IntoIterator<Item = Amount>) -> Option<Spread> {
        let mut sorted: Vec<i64> = values.into_iter().map(Amount::ten_thousandths).collect();
        sorted.sort_unstable();
        let amount = |quarters| quartile(&sorted, quarters).map(Amount::from_ten_thousandths);
        Some(Spread {
            lowest: amount(0)?,
            lower: amount(1)?,
            median: amount(2)?,
            upper: amount(3)?,
            highest: amount(4)?,
        })
    }
}

/// The value so many quarters of the way through.
fn quartile(sorted: &[i64], quarters: usize) -> Option<i64> {
    let last = sorted.len().checked_sub(1)?;
    let (index, rest) = (last * quarters / 4, last * quarters % 4);
    let below = i128::from(*sorted.get(index)?);
    let above = sorted.get(index + 1).map_or(below, |value| i128::from(*value));
    let fourfold = below * 4 + (above - below) * i128::try_from(rest).ok()?;
    let rounded = if fourfold < 0 { (fourfold - 2) / 4 } else { (fourfold + 2) / 4 };
    i64::try_from(rounded).ok()
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn of(values: &[i32]) -> Option<[String; 5]> {
        let spread = Spread::of(values.iter().map(|value| Amount::whole(*value)))?;
        Some([spread.lowest, spread.lower, spread.median, spread.upper, spread.highest].map(Amount::vietnamese))
    }

    #[test]
    fn quartiles_lie_between_values_as_in_spreadsheets() {
        let cases: [(&[i32], [&str; 5]); 5] = [
            (&[7], ["7", "7", "7", "7", "7"]),
            (&[10, 20], ["10", "12,5", "15", "17,5", "20"]),
            (&[40, 10, 30, 20], ["10", "17,5", "25", "32,5", "40"]),
            (&[1, 2, 3, 4, 5], ["1", "2", "3", "4", "5"]),
            (&[-4, 0, 0, 8], ["-4", "-1", "0", "2", "8"]),
        ];
        for (values, spread) in cases {
            assert_eq!(of(values), Some(spread.map(str::to_owned)), "{values:?}");
        }
        assert_eq!(of(&[]), None);
    }

    proptest! {
        #[test]
        fn the_five_numbers_stand_in_order_between_the_extremes(values in proptest::collection::vec(-9_000_000_000_000_000_000i64..9_000_000_000_000_000_000, 1..40)) {
            let exact: Vec<Amount> = values.iter().map(|value| Amount::from_ten_thousandths(*value)).collect();
            let spread = Spread::of(exact.iter().copied()).expect("a spread");
            prop_assert_eq!(Some(spread.lowest), exact.iter().min().copied());
            prop_assert_eq!(Some(spread.highest), exact.iter().max().copied());
            let five = [spread.lowest, spread.lower, spread.median, spread.upper, spread.highest];
            prop_assert!(five.windows(2).all(|two| two[0] <= two[1]));
        }
    }
}
