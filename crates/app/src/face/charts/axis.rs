//! A scale from amounts to places, with ticks at round numbers.

use super::words::Words;
use thidua_domain::basics::Amount;

/// A place in the picture with the number that stands there.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Tick {
    pub(super) at: i64,
    pub(super) label: String,
}

/// A scale. Amounts are counted in ten-thousandths, places in tenths.
#[derive(Clone, Debug)]
pub(super) struct Axis {
    low: i128,
    high: i128,
    /// Where the lowest and the highest amount stand.
    from: i64,
    to: i64,
    step: i128,
    /// By what the labels are divided.
    shrink: i128,
}

/// Parts of an axis between two ticks, at most.
const PARTS: i128 = 5;

impl Axis {
    /// The axis that holds all these amounts and zero, from one place to another; `None` without an amount.
    pub(super) fn with_zero(amounts: impl IntoIterator<Item = Amount>, from: i64, to: i64) -> Option<Axis> {
        Axis::over(amounts.into_iter().map(|one| i128::from(one.ten_thousandths())), true, from, to)
    }

    /// The axis that holds these amounts, not necessarily zero.
    pub(super) fn around(amounts: impl IntoIterator<Item = Amount>, from: i64, to: i64) -> Option<Axis> {
        Axis::over(amounts.into_iter().map(|one| i128::from(one.ten_thousandths())), false, from, to)
    }

    fn over(amounts: impl Iterator<Item = i128>, zero: bool, from: i64, to: i64) -> Option<Axis> {
        let (mut low, mut high) = amounts.fold(None, |range: Option<(i128, i128)>, one| match range {
            Some((low, high)) => Some((low.min(one), high.max(one))),
            None => Some((one, one)),
        })?;
        if zero {
            (low, high) = (low.min(0), high.max(0));
        }
        if low == high {
            // one amount alone stands in the middle, zero at the foot
            let room = if high == 0 { 10_000 } else { high.abs() };
            (low, high) = if zero { (low, high + room) } else { (low - room, high + room) };
        }
        let step = round_step((high - low).div_euclid(PARTS).max(1));
        let low = low.div_euclid(step) * step;
        let high = -((-high).div_euclid(step)) * step;
        let most = low.abs().max(high.abs());
        let shrink = match most {
            // ten thousand of the unit and more are written in thousands, millions, milliards
            10_000_000_000_000.. => 1_000_000_000,
            10_000_000_000.. => 1_000_000,
            _ => 1,
        };
        Some(Axis { low, high, from, to, step, shrink })
    }

    /// Where an amount stands; what is beyond the axis stands at its end.
    pub(super) fn place(&self, amount: Amount) -> i64 {
        self.at(i128::from(amount.ten_thousandths()))
    }

    fn at(&self, amount: i128) -> i64 {
        let length = i128::from(self.to) - i128::from(self.from);
        let inside = amount.clamp(self.low, self.high) - self.low;
        let place = i128::from(self.from) + length * inside / (self.high - self.low).max(1);
        i64::try_from(place).unwrap_or(self.from)
    }

    /// The ticks, lowest first.
    pub(super) fn ticks(&self) -> Vec<Tick> {
        let count = (self.high - self.low) / self.step;
        (0..=count)
            .map(|index| self.low + index * self.step)
            .map(|amount| Tick { at: self.at(amount), label: label(amount / self.shrink) })
            .collect()
    }

    /// The word for what the labels are divided by: `nghìn`, `triệu`, `tỷ`; empty for one.
    pub(super) fn scaled(&self, w: &'static Words) -> &'static str {
        match self.shrink {
            1_000_000_000 => w.milliard,
            1_000_000 => w.million,
            _ => "",
        }
    }
}

fn label(ten_thousandths: i128) -> String {
    i64::try_from(ten_thousandths).map(|one| Amount::from_ten_thousandths(one).vietnamese()).unwrap_or_default()
}

/// The next of 1, 2, 5, 10, 20, … at or above.
fn round_step(least: i128) -> i128 {
    let mut power = 1;
    loop {
        for times in [1, 2, 5] {
            if power * times >= least {
                return power * times;
            }
        }
        power *= 10;
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;
    use thidua_domain::basics::Language;

    fn labels(amounts: &[i64]) -> Vec<String> {
        let amounts = amounts.iter().map(|one| Amount::from_ten_thousandths(*one));
        let axis = Axis::with_zero(amounts, 0, 1000).expect("an axis");
        axis.ticks().into_iter().map(|tick| tick.label).collect()
    }

    #[test]
    fn ticks_stand_at_round_numbers_and_hold_zero() {
        assert_eq!(labels(&[900_740_000]), ["0", "20.000", "40.000", "60.000", "80.000", "100.000"]);
        assert_eq!(labels(&[0]), ["0", "0,2", "0,4", "0,6", "0,8", "1"]);
        assert_eq!(labels(&[-50_000, 30_000]), ["-6", "-4", "-2", "0", "2", "4"]);
        assert_eq!(labels(&[1]), ["0", "0,0001"], "no part is finer than amounts are");
    }

    #[test]
    fn large_numbers_are_written_in_millions_and_milliards() {
        let axis = |amount| Axis::with_zero([Amount::from_ten_thousandths(amount)], 0, 1000).expect("an axis");
        let w = super::super::words::words(Language::Vietnamese);
        let money = axis(9_000_000_000_000_000_000);
        assert_eq!(money.scaled(w), "tỷ");
        assert_eq!(money.ticks().last().map(|tick| tick.label.as_str()), Some("1.000.000"));
        let people = axis(47_000_000_000);
        assert_eq!((people.scaled(w), people.ticks()[1].label.as_str()), ("triệu", "1"));
    }

    #[test]
    fn without_an_amount_there_is_no_axis() {
        assert!(Axis::with_zero([], 0, 1000).is_none());
    }

    proptest! {
        #[test]
        fn every_amount_of_the_axis_has_its_place_in_order(
            amounts in proptest::collection::vec(-9_000_000_000_000_000_000i64..9_000_000_000_000_000_000, 1..8),
            zero: bool,
        ) {
            let exact: Vec<Amount> = amounts.iter().map(|one| Amount::from_ten_thousandths(*one)).collect();
            let axis = if zero { Axis::with_zero(exact.iter().copied(), 0, 10_000) } else { Axis::around(exact.iter().copied(), 0, 10_000) };
            let axis = axis.expect("an axis");
            let mut sorted = exact.clone();
            sorted.sort();
            let places: Vec<i64> = sorted.iter().map(|one| axis.place(*one)).collect();
            prop_assert!(places.iter().all(|place| (0..=10_000).contains(place)));
            prop_assert!(places.windows(2).all(|two| two[0] <= two[1]));
            let ticks = axis.ticks();
            prop_assert!((2..=9).contains(&ticks.len()), "{} ticks", ticks.len());
        }
    }
}
