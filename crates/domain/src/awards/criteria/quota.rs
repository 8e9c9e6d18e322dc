//! A ratio of a population: this subject still fits under it.

use super::{Criterion, Reasons, says};
use crate::awards::facts::Case;
use crate::awards::outcome::Outcome;
use crate::awards::pack::Codes;
use crate::basics::{Amount, Rounding, Says};
use serde::{Deserialize, Deserializer};

/// At most `percent` of the base, the places rounded as `rounding` says.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Quota {
    of: String,
    percent: Amount,
    #[serde(default = "down", deserialize_with = "rounding")]
    rounding: Rounding,
}

fn down() -> Rounding {
    Rounding::Down
}

fn rounding<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Rounding, D::Error> {
    let text = String::deserialize(deserializer)?;
    Rounding::from_code(&text).ok_or_else(|| serde::de::Error::custom(format!("`{text}`: down, up, half-up")))
}

impl Quota {
    /// The code of the base, the percentage, how a fraction of a place is rounded.
    pub fn parts(&self) -> (&str, Amount, Rounding) {
        (&self.of, self.percent, self.rounding)
    }

    /// How many places it gives on a base.
    pub fn places_on(&self, base: u32) -> u32 {
        places(base, self.percent, self.rounding)
    }
}

/// How many places `percent` of `base` are.
pub fn places(base: u32, percent: Amount, rounding: Rounding) -> u32 {
    // ten-thousandths of a per cent: base × percent ÷ 1,000,000
    let all = i128::from(base) * i128::from(percent.ten_thousandths());
    let one = 1_000_000_i128;
    let places = match rounding {
        Rounding::Down => all.div_euclid(one),
        Rounding::Up => (all + one - 1).div_euclid(one),
        Rounding::HalfUp => (all + one / 2).div_euclid(one),
    };
    u32::try_from(places.max(0)).unwrap_or(u32::MAX)
}

impl Criterion for Quota {
    fn outcome(&self, case: &Case, _: &str) -> Outcome {
        match case.facts.quota {
            None => Outcome::Unknown,
            Some(quota) => Outcome::of(quota.granted < places(quota.base, self.percent, self.rounding)),
        }
    }

    fn reasons(&self, case: &Case, number: &str, _: &Codes) -> Reasons {
        let percent = self.percent.vietnamese();
        let Some(quota) = case.facts.quota else {
            return Reasons::missing(
                says(
                    format!("Số người (tập thể) làm gốc tính tỷ lệ {percent}% và số đã được xét"),
                    format!("The base of the ratio of {percent}% and how many have it"),
                ),
                says(
                    "Chọn đợt xét để hệ thống tự đếm.",
                    "Choose the round of consideration; the system counts by itself.",
                ),
            );
        };
        let places = places(quota.base, self.percent, self.rounding);
        let mut reasons = Reasons::used(says(
            format!("{percent}% của {} là {places} suất; đã xét {}", quota.base, quota.granted),
            format!("{percent}% of {} are {places} places; {} are taken", quota.base, quota.granted),
        ));
        if self.outcome(case, number) == Outcome::False {
            reasons.mend = Some(says(
                "Hết suất: rút bớt một đề nghị cùng danh hiệu hoặc đề nghị danh hiệu khác.",
                "No place is left: withdraw another nomination for it, or propose another award.",
            ));
        }
        reasons
    }

    fn problem(&self) -> Option<Says> {
        let bad = self.percent <= Amount::ZERO || self.percent > Amount::whole(100) || self.of.is_empty();
        bad.then(|| says("Tỷ lệ phải lớn hơn 0 và không quá 100.", "A ratio is above 0 and at most 100."))
    }

    fn as_strict_as(&self, other: &Self) -> Option<bool> {
        (self.of == other.of).then_some(self.percent <= other.percent)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn places_are_counted_in_whole_numbers() {
        let fifteen = Amount::whole(15);
        for (base, down, up, half) in
            [(31, 4, 5, 5), (40, 6, 6, 6), (0, 0, 0, 0), (33, 4, 5, 5), (29, 4, 5, 4), (7, 1, 2, 1)]
        {
            assert_eq!(places(base, fifteen, Rounding::Down), down, "{base}");
            assert_eq!(places(base, fifteen, Rounding::Up), up, "{base}");
            assert_eq!(places(base, fifteen, Rounding::HalfUp), half, "{base}");
        }
    }
}
