//! Change against an earlier year, both ways: in percent of what was, and in points (the plain difference).
//!
//! “Giảm 0,5–1 %” of a rate may mean either; which one is meant is said for each target, never guessed.

use crate::basics::Amount;
use rust_decimal::{Decimal, RoundingStrategy};

/// What a change is counted in.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Meaning {
    /// Percent of the earlier value.
    Percent,
    /// Points: the difference of two rates, or of two amounts in their own unit.
    Points,
}

impl Meaning {
    /// Both.
    pub const ALL: [Meaning; 2] = [Meaning::Percent, Meaning::Points];

    /// The word for the store and for programs.
    pub fn code(self) -> &'static str {
        match self {
            Meaning::Percent => "percent",
            Meaning::Points => "points",
        }
    }

    /// The meaning of a code.
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|meaning| meaning.code() == code)
    }
}

/// A change, both ways; a fall is below zero.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Change {
    /// In percent of the earlier value; nothing against zero.
    pub percent: Option<Amount>,
    /// The difference.
    pub points: Amount,
}

impl Change {
    /// In what is meant.
    pub fn meant(self, meaning: Meaning) -> Option<Amount> {
        match meaning {
            Meaning::Percent => self.percent,
            Meaning::Points => Some(self.points),
        }
    }
}

fn rounded(value: Decimal) -> Option<Amount> {
    let places = crate::basics::amount::DECIMALS;
    Amount::new(value.round_dp_with_strategy(places, RoundingStrategy::MidpointAwayFromZero)).ok()
}

/// How a value changed since the base. The sign of the percentage is that of the difference.
pub fn change(now: Amount, base: Amount) -> Option<Change> {
    let points = now.minus(base)?;
    let percent = || {
        let hundredfold = points.decimal().checked_mul(Decimal::ONE_HUNDRED)?;
        rounded(hundredfold.checked_div(base.decimal().abs())?)
    };
    Some(Change { percent: percent(), points })
}

/// What a change of this unit most probably means: points where the unit says so or is not a percentage, percent where
/// what changes is not itself a rate. A percentage of a rate is asked about.
pub fn suggested(unit: Option<&str>, name: &str) -> Option<Meaning> {
    let unit = unit.unwrap_or_default().trim().to_lowercase();
    if unit.contains("điểm") || (!unit.contains('%') && !unit.contains("phần trăm")) {
        return Some(Meaning::Points);
    }
    let name = name.to_lowercase();
    let of_a_rate = ["tỷ lệ", "tỉ lệ", "tỷ trọng", "tỉ trọng", "cơ cấu"].iter().any(|word| name.contains(word));
    (!of_a_rate).then_some(Meaning::Percent)
}

/// Whether a stated change is the one that two values make.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Agreement {
    /// The change that the values make.
    pub computed: Amount,
    /// The one that is stated.
    pub stated: Amount,
    /// Whether they are the same, as exactly as the stated one is written.
    pub agrees: bool,
}

/// Compares a stated change with what the values make of it. “12,3” agrees with anything that rounds to it.
pub fn agreement(now: Amount, base: Amount, stated: Amount, meaning: Meaning) -> Option<Agreement> {
    let computed = change(now, base)?.meant(meaning)?;
    let half = Decimal::new(5, stated.decimal().normalize().scale() + 1);
    let agrees = computed.minus(stated)?.decimal().abs() <= half;
    Some(Agreement { computed, stated, agrees })
}

/// The earlier value that a value and its change rest on: 2.302,1 after a rise of 12,3 % rests on 2.049,9555.
pub fn implied_base(value: Amount, change: Amount, meaning: Meaning) -> Option<Amount> {
    match meaning {
        Meaning::Points => value.minus(change),
        Meaning::Percent => {
            let whole = Decimal::ONE_HUNDRED.checked_add(change.decimal())?;
            rounded(value.decimal().checked_mul(Decimal::ONE_HUNDRED)?.checked_div(whole)?)
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::basics::Expectation;
    use proptest::prelude::*;

    fn amount(text: &str) -> Amount {
        Amount::read(text, Expectation::Quantity).expect("an amount")
    }

    #[test]
    fn a_fall_is_counted_in_percent_and_in_points() {
        let fall = change(amount("4,5"), amount("5")).expect("a change");
        assert_eq!((fall.percent, fall.points), (Some(amount("-10")), amount("-0,5")));
        assert_eq!(fall.meant(Meaning::Points), Some(amount("-0,5")));
        let from_nothing = change(amount("3"), Amount::ZERO).expect("a change");
        assert_eq!((from_nothing.percent, from_nothing.points), (None, amount("3")));
        let out_of_the_red = change(amount("1"), amount("-2")).expect("a change");
        assert_eq!(out_of_the_red.percent, Some(amount("150")));
    }

    #[test]
    fn what_is_meant_is_proposed_only_where_it_is_plain() {
        assert_eq!(suggested(Some("%"), "Giá trị sản xuất nông nghiệp tăng"), Some(Meaning::Percent));
        assert_eq!(suggested(Some("%"), "Tỷ lệ hộ nghèo giảm"), None);
        assert_eq!(suggested(Some("điểm %"), "Tỷ lệ hộ nghèo giảm"), Some(Meaning::Points));
        assert_eq!(suggested(Some("hộ"), "Số hộ nghèo giảm"), Some(Meaning::Points));
        assert_eq!(suggested(None, "Giảm tai nạn"), Some(Meaning::Points));
    }

    #[test]
    fn value_and_growth_have_to_agree_with_last_year() {
        // 2.302,1 after 12,3 %
        let base = implied_base(amount("2.302,1"), amount("12,3"), Meaning::Percent).expect("a base");
        assert_eq!(base, amount("2.049,9555"));
        let check = |base: &str, stated: &str| {
            agreement(amount("2.302,1"), amount(base), amount(stated), Meaning::Percent).expect("both")
        };
        assert!(check("2.050", "12,3").agrees);
        let off = check("2.100", "12,3");
        assert_eq!((off.agrees, off.computed), (false, amount("9,6238")));
        assert!(check("2.050", "12").agrees, "a whole number agrees with what rounds to it");
        assert!(!check("2.050", "12,35").agrees);
        assert_eq!(agreement(amount("1"), Amount::ZERO, amount("1"), Meaning::Percent), None);
    }

    proptest! {
        #[test]
        fn a_change_leads_back_to_its_base(now in 1i64..9_000_000_000_000, base in 1i64..9_000_000_000_000) {
            let (now, base) = (Amount::from_ten_thousandths(now), Amount::from_ten_thousandths(base));
            let found = change(now, base).expect("a change");
            prop_assert_eq!(implied_base(now, found.points, Meaning::Points), Some(base));
            prop_assert_eq!(found.percent.is_some_and(|percent| percent > Amount::ZERO), now > base && found.percent != Some(Amount::ZERO));
            if let Some(percent) = found.percent {
                prop_assert!(agreement(now, base, percent, Meaning::Percent).is_some_and(|one| one.agrees));
            }
        }
    }
}
