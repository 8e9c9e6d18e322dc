//! Shares of a whole, from nothing to all of it, in integers: `2/3`, `90 %`, `66,67`.

use crate::codes::coded;

coded! {
    /// How a share of a count becomes a count.
    Rounding {
        /// To the number below.
        Down = "down",
        /// To the number above.
        Up = "up",
        /// To the nearest; a half goes up.
        HalfUp = "half-up",
    }
}

/// A share: `over` of `under`, in lowest terms, at most the whole.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Fraction {
    over: u32,
    under: u32,
}

impl Fraction {
    /// The share; nothing when it is of nothing or more than all.
    pub fn new(over: u32, under: u32) -> Option<Fraction> {
        if under == 0 || over > under {
            return None;
        }
        let by = divisor(over, under);
        Some(Fraction { over: over / by, under: under / by })
    }

    /// So many in a hundred.
    pub fn percent(percent: u32) -> Option<Fraction> {
        Fraction::new(percent, 100)
    }

    /// Reads `2/3`, `90`, `90 %`, `66,67`, `66.67%`; a number alone is in percent, with two places at most.
    pub fn read(text: &str) -> Option<Fraction> {
        let text: String = text.chars().filter(|c| !c.is_whitespace()).collect();
        let number = |digits: &str| -> Option<u32> {
            let plain = !digits.is_empty() && digits.len() <= 6 && digits.bytes().all(|b| b.is_ascii_digit());
            if plain { digits.parse().ok() } else { None }
        };
        if let Some((over, under)) = text.split_once('/') {
            return Fraction::new(number(over)?, number(under)?);
        }
        let text = text.strip_suffix('%').unwrap_or(&text);
        let (whole, places) = text.split_once([',', '.']).unwrap_or((text, "0"));
        let hundredths = match places.len() {
            1 => number(places)? * 10,
            2 => number(places)?,
            _ => return None,
        };
        Fraction::new(number(whole)?.checked_mul(100)?.checked_add(hundredths)?, 10_000)
    }

    /// How many parts.
    pub fn over(self) -> u32 {
        self.over
    }

    /// Of how many.
    pub fn under(self) -> u32 {
        self.under
    }

    /// This share of a count, rounded.
    pub fn of(self, whole: u32, rounding: Rounding) -> u32 {
        let (over, under, whole) = (u64::from(self.over), u64::from(self.under), u64::from(whole));
        let count = match rounding {
            Rounding::Down => over * whole / under,
            Rounding::Up => (over * whole).div_ceil(under),
            Rounding::HalfUp => (2 * over * whole + under) / (2 * under),
        };
        u32::try_from(count).unwrap_or(u32::MAX)
    }

    /// Whether so many of a whole are this share of it or more: `part × under ≥ over × whole`.
    pub fn reached(self, part: u32, whole: u32) -> bool {
        u64::from(part) * u64::from(self.under) >= u64::from(self.over) * u64::from(whole)
    }

    /// Whether so many of a whole are more than this share of it.
    pub fn passed(self, part: u32, whole: u32) -> bool {
        u64::from(part) * u64::from(self.under) > u64::from(self.over) * u64::from(whole)
    }

    /// `2/3`, for files and the store.
    pub fn text(self) -> String {
        format!("{}/{}", self.over, self.under)
    }

    /// `90 %` where the share is an exact percentage of two places, else `2/3`.
    pub fn vietnamese(self) -> String {
        let hundredths = u64::from(self.over) * 10_000;
        if !hundredths.is_multiple_of(u64::from(self.under)) {
            return self.text();
        }
        let hundredths = hundredths / u64::from(self.under);
        match (hundredths / 100, hundredths % 100) {
            (whole, 0) => format!("{whole} %"),
            (whole, rest) if rest % 10 == 0 => format!("{whole},{} %", rest / 10),
            (whole, rest) => format!("{whole},{rest:02} %"),
        }
    }
}

fn divisor(a: u32, b: u32) -> u32 {
    if b == 0 { a } else { divisor(b, a % b) }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn shares_are_read_as_rules_write_them() {
        for (typed, text, shown) in [
            ("2/3", "2/3", "2/3"),
            ("4 / 6", "2/3", "2/3"),
            ("90", "9/10", "90 %"),
            ("90 %", "9/10", "90 %"),
            ("66,67%", "6667/10000", "66,67 %"),
            ("12.5", "1/8", "12,5 %"),
            ("100", "1/1", "100 %"),
            ("0", "0/1", "0 %"),
        ] {
            let read = Fraction::read(typed).expect("a share");
            assert_eq!((read.text().as_str(), read.vietnamese().as_str()), (text, shown), "{typed}");
        }
        for typed in ["", "3/2", "1/0", "-1", "101", "quá bán", "1/2/3", "66,667", "1.", ".5", "9999999"] {
            assert_eq!(Fraction::read(typed), None, "{typed}");
        }
    }

    #[test]
    fn a_share_of_a_count_is_rounded_as_the_rule_says() {
        let share = Fraction::percent(15).expect("a share");
        for (whole, down, up, half_up) in
            [(40, 6, 6, 6), (41, 6, 7, 6), (42, 6, 7, 6), (44, 6, 7, 7), (50, 7, 8, 8), (0, 0, 0, 0)]
        {
            let of = |rounding| share.of(whole, rounding);
            assert_eq!(
                (of(Rounding::Down), of(Rounding::Up), of(Rounding::HalfUp)),
                (down, up, half_up),
                "{whole}"
            );
        }
    }

    proptest! {
        #[test]
        fn the_text_of_a_share_is_read_back(over in 0_u32..500, more in 0_u32..500) {
            let share = Fraction::new(over, over + more + 1).expect("a share");
            prop_assert_eq!(Fraction::read(&share.text()), Some(share));
        }

        #[test]
        fn the_count_above_reaches_the_share_and_the_one_before_does_not(
            over in 1_u32..200, more in 0_u32..200, whole in 1_u32..5_000
        ) {
            let share = Fraction::new(over, over + more).expect("a share");
            let count = share.of(whole, Rounding::Up);
            prop_assert!(share.reached(count, whole) && !share.reached(count - 1, whole));
            prop_assert!(share.of(whole, Rounding::Down) <= share.of(whole, Rounding::HalfUp));
            prop_assert!(share.of(whole, Rounding::HalfUp) <= count);
        }
    }
}
