//! Parts and wholes: by which method the values of the units below make the value above, what is left, what is over.

use crate::basics::Amount;
use crate::targets::{Comparator, Direction};
use rust_decimal::{Decimal, RoundingStrategy};

/// How the values of the units below make the value of the target above.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Method {
    /// Cộng lại.
    Sum,
    /// Bình quân có trọng số.
    Weighted,
    /// Tỷ lệ chung: the sum of the numerators over the sum of the denominators.
    Ratio,
    /// Bình quân giản đơn.
    Average,
    /// Thấp nhất: the weakest unit counts.
    Minimum,
    /// Số mới nhất: the newest value counts.
    Last,
    /// Độ bao phủ: how many of the units reach a bar.
    Coverage,
}

impl Method {
    /// Every method.
    pub const ALL: [Method; 7] = [
        Method::Sum,
        Method::Weighted,
        Method::Ratio,
        Method::Average,
        Method::Minimum,
        Method::Last,
        Method::Coverage,
    ];

    /// The word for the store and for programs.
    pub fn code(self) -> &'static str {
        match self {
            Method::Sum => "sum",
            Method::Weighted => "weighted",
            Method::Ratio => "ratio",
            Method::Average => "average",
            Method::Minimum => "minimum",
            Method::Last => "last",
            Method::Coverage => "coverage",
        }
    }

    /// The method of a code.
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|method| method.code() == code)
    }

    /// The method that fits a target until a person chooses another: a rate or a mean is averaged, a count or an
    /// amount is added, and of what is kept, reached or not to happen the units are counted.
    pub fn fitting(name: &str, comparator: Option<Comparator>, unit: Option<&str>) -> Method {
        match comparator {
            Some(Comparator::NoneExists | Comparator::Achieve | Comparator::Maintain) => Method::Coverage,
            _ if is_mean(name) || unit.is_some_and(is_rate) => Method::Average,
            _ => Method::Sum,
        }
    }
}

/// Whether a name speaks of a mean, a rate or a level.
fn is_mean(name: &str) -> bool {
    let name = name.to_lowercase();
    let words: Vec<&str> = name.split(|one: char| !one.is_alphanumeric()).filter(|word| !word.is_empty()).collect();
    let pairs = [["bình", "quân"], ["tỷ", "lệ"], ["tỉ", "lệ"], ["năng", "suất"]];
    words.contains(&"mức") || words.windows(2).any(|two| pairs.iter().any(|pair| two == pair))
}

/// Whether a unit is one of rates: a percentage, something per something, points.
fn is_rate(unit: &str) -> bool {
    unit.contains(['%', '‰', '/'])
        || unit.split_whitespace().next().is_some_and(|word| word.to_lowercase() == "điểm")
}

/// What one unit has of a target.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Share {
    /// The value.
    pub value: Amount,
    /// Its weight, for a weighted average: the population, the number of households.
    pub weight: Option<Amount>,
    /// Numerator and denominator, where it is a rate that was reported with both.
    pub ratio: Option<(Amount, Amount)>,
}

impl Share {
    /// A value with its weight, without numerator and denominator.
    pub fn weighed(value: Amount, weight: Option<Amount>) -> Share {
        Share { value, weight, ratio: None }
    }
}

/// What a coverage counts against.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Bar {
    /// What a unit has to reach; without it, any value above zero counts, or zero where less is better.
    pub value: Option<Amount>,
    /// Which way is better.
    pub direction: Direction,
    /// The answer is a percentage of the units, and not their number.
    pub percent: bool,
    /// Units that are counted, those without a value included.
    pub units: u32,
}

fn amount(value: Decimal) -> Option<Amount> {
    Amount::new(
        value.round_dp_with_strategy(crate::basics::amount::DECIMALS, RoundingStrategy::MidpointAwayFromZero),
    )
    .ok()
}

/// The value that the shares make together; nothing while there is none, or a weight, a numerator or a denominator is
/// missing. Shares stand in the
/// order in which they came, the newest last. An average is rounded to four decimals.
pub fn together(method: Method, shares: &[Share], bar: Bar) -> Option<Amount> {
    if shares.is_empty() {
        return None;
    }
    let values = || shares.iter().map(|share| share.value);
    let sum = || values().try_fold(Decimal::ZERO, |all, one| all.checked_add(one.decimal()));
    let count = Decimal::from(shares.len());
    match method {
        Method::Sum => amount(sum()?),
        Method::Average => amount(sum()?.checked_div(count)?),
        Method::Weighted => {
            let (mut all, mut weights) = (Decimal::ZERO, Decimal::ZERO);
            for share in shares {
                let weight = share.weight?.decimal();
                all = all.checked_add(share.value.decimal().checked_mul(weight)?)?;
                weights = weights.checked_add(weight)?;
            }
            amount(all.checked_div(weights)?)
        }
        Method::Ratio => {
            let (mut parts, mut wholes) = (Decimal::ZERO, Decimal::ZERO);
            for share in shares {
                let (part, whole) = share.ratio?;
                parts = parts.checked_add(part.decimal())?;
                wholes = wholes.checked_add(whole.decimal())?;
            }
            amount(parts.checked_mul(Decimal::ONE_HUNDRED)?.checked_div(wholes)?)
        }
        Method::Minimum => values().min(),
        Method::Last => values().next_back(),
        Method::Coverage => {
            let reached = values().filter(|value| bar.reached(*value)).count();
            let reached = Amount::new(Decimal::from(reached)).ok()?;
            if !bar.percent {
                return Some(reached);
            }
            let units = Decimal::from(bar.units).max(count);
            reached.percent_of(Amount::new(units).ok()?)
        }
    }
}

impl Bar {
    fn reached(self, value: Amount) -> bool {
        match (self.value, self.direction) {
            // of what is not to happen, the units are counted where it did not
            (None, Direction::Lower) => value <= Amount::ZERO,
            (None, _) => value > Amount::ZERO,
            (Some(bar), Direction::Lower) => value <= bar,
            (Some(bar), _) => value >= bar,
        }
    }
}

/// A whole divided among units, so that [`together`] gives the whole again, exactly: added shares are cut at the
/// decimals of the whole, the first units take what is left over; by every other method each unit gets the whole.
/// With weights, added shares follow them. Nothing for no units or weights that are not above zero.
pub fn divide(method: Method, whole: Amount, units: usize, weights: Option<&[Amount]>) -> Option<Vec<Amount>> {
    if units == 0 {
        return None;
    }
    if method != Method::Sum {
        return Some(vec![whole; units]);
    }
    let step = Decimal::new(1, whole.decimal().normalize().scale());
    let steps = whole.decimal().checked_div(step)?.trunc();
    let weights: Vec<Decimal> = match weights {
        Some(weights) if weights.len() == units => weights.iter().map(|weight| weight.decimal()).collect(),
        Some(_) => return None,
        None => vec![Decimal::ONE; units],
    };
    let all = weights.iter().try_fold(Decimal::ZERO, |all, one| all.checked_add(*one))?;
    if all <= Decimal::ZERO || weights.iter().any(|one| *one < Decimal::ZERO) {
        return None;
    }
    let mut parts: Vec<Decimal> = Vec::with_capacity(units);
    for weight in &weights {
        parts.push(steps.checked_mul(weight.checked_div(all)?)?.trunc());
    }
    let given = parts.iter().try_fold(Decimal::ZERO, |sum, one| sum.checked_add(*one))?;
    let mut left = steps.checked_sub(given)?;
    let one = if left.is_sign_negative() { -Decimal::ONE } else { Decimal::ONE };
    while !left.is_zero() {
        for (part, weight) in parts.iter_mut().zip(&weights) {
            if left.is_zero() {
                break;
            }
            if !weight.is_zero() {
                *part += one;
                left -= one;
            }
        }
    }
    parts.into_iter().map(|part| Amount::new(part.checked_mul(step)?).ok()).collect()
}

/// What is left of a whole after the shares that were given; below zero when more was given. Only what is added can
/// be left over: by other methods nothing is used up.
pub fn remaining(method: Method, whole: Option<Amount>, shares: &[Share]) -> Option<Amount> {
    if method != Method::Sum {
        return None;
    }
    shares.iter().try_fold(whole?, |left, share| left.minus(share.value))
}

/// What the target above asks, as far as it is a number.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Asked {
    /// The value, or the lower bound of a range.
    pub value: Amount,
    /// The upper bound of a range.
    pub value_max: Option<Amount>,
    /// How it is compared.
    pub comparator: Comparator,
    /// Which way is better.
    pub direction: Direction,
}

/// How the parts stand to the whole.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Balance {
    /// The parts make the whole.
    Even,
    /// The parts fall short by so much: with every unit at its value, the target above is missed.
    Short(Amount),
    /// The parts go beyond by so much: more was given out than is asked.
    Over(Amount),
}

/// Which way is better for the figure of a target. The figure of a fall is counted positive, so more of it is better.
pub fn better(comparator: Option<Comparator>, direction: Direction) -> Direction {
    match comparator {
        Some(Comparator::AtMost | Comparator::LessThan | Comparator::NoneExists) => Direction::Lower,
        Some(Comparator::IncreaseBy | Comparator::DecreaseBy) => Direction::Higher,
        _ => direction,
    }
}

/// How the parts stand to what is asked. Where less is better, parts that stay above fall short.
pub fn balance(asked: Asked, parts: Amount) -> Option<Balance> {
    let low = asked.value;
    let high = asked.value_max.unwrap_or(low);
    if low <= parts && parts <= high {
        return Some(Balance::Even);
    }
    let lower_is_better = better(Some(asked.comparator), asked.direction) == Direction::Lower;
    Some(match (parts > high, lower_is_better) {
        (true, false) => Balance::Over(parts.minus(high)?),
        (true, true) => Balance::Short(parts.minus(high)?),
        (false, false) => Balance::Short(low.minus(parts)?),
        (false, true) => Balance::Over(low.minus(parts)?),
    })
}
