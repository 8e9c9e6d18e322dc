//! What a figure is worth against its plan.

use super::Cell;
use crate::targets::Direction;

/// One hundred percent in hundredths of a percent.
const WHOLE: i64 = 10_000;
/// The most that a target counts, and what "nothing of the kind" is worth where less is better.
pub(super) const MOST: i64 = 12_000;

/// How the quarters of a year become one value.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Aggregation {
    /// The quarters added.
    Sum,
    /// The latest quarter given.
    Last,
    /// The quarters added, divided by how many were given.
    Average,
}

impl Aggregation {
    /// By the words of the files.
    pub fn from_word(word: &str) -> Option<Aggregation> {
        match word {
            "sum" => Some(Aggregation::Sum),
            "last" => Some(Aggregation::Last),
            "avg" => Some(Aggregation::Average),
            _ => None,
        }
    }
}

/// A target of all units.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TargetRule {
    /// Its code, by which it is ordered.
    pub code: String,
    /// Which way is better.
    pub direction: Direction,
    /// How quarters become a year.
    pub aggregation: Aggregation,
    /// What it counts in a score.
    pub weight: i64,
}

/// How far a target was reached.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Status {
    /// At least 105 %.
    Exceeded,
    /// At least 100 %.
    Met,
    /// At least 80 %.
    Near,
    /// Less.
    Missed,
    /// Nothing to judge.
    Nothing,
}

impl Status {
    /// All, as the columns of a unit's line count them.
    pub const ALL: [Status; 5] = [Status::Exceeded, Status::Met, Status::Near, Status::Missed, Status::Nothing];

    /// The letter in the files: vượt, đạt, gần đạt, chưa đạt, không có.
    pub fn letter(self) -> u8 {
        match self {
            Status::Exceeded => b'V',
            Status::Met => b'D',
            Status::Near => b'G',
            Status::Missed => b'C',
            Status::Nothing => b'K',
        }
    }

    fn of(percent: Option<i64>) -> Status {
        match percent {
            None => Status::Nothing,
            Some(10_500..) => Status::Exceeded,
            Some(WHOLE..) => Status::Met,
            Some(8_000..) => Status::Near,
            Some(_) => Status::Missed,
        }
    }
}

/// A value against its plan.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Judged {
    /// What was achieved, in hundredths.
    pub achieved: Option<i64>,
    /// The share of the plan, in hundredths of a percent, downwards.
    pub percent: Option<i64>,
    /// What that means.
    pub status: Status,
}

impl TargetRule {
    /// The value of a year, in hundredths; nothing when no quarter was given.
    pub fn achieved(&self, quarters: &[Cell; 4]) -> Option<i64> {
        match self.aggregation {
            Aggregation::Last => quarters.iter().rev().find_map(|quarter| quarter.get()),
            Aggregation::Sum | Aggregation::Average => {
                let (mut sum, mut given) = (0i64, 0i64);
                for value in quarters.iter().filter_map(|quarter| quarter.get()) {
                    sum = sum.saturating_add(value);
                    given += 1;
                }
                match self.aggregation {
                    _ if given == 0 => None,
                    Aggregation::Average => Some(sum.div_euclid(given)),
                    _ => Some(sum),
                }
            }
        }
    }

    /// A value against its plan. Without a plan, or against a plan of nothing, there is no share.
    pub fn judge(&self, achieved: Option<i64>, plan: Option<i64>) -> Judged {
        let percent = match (achieved, plan, self.direction) {
            (Some(0), Some(_), Direction::Lower) => Some(MOST),
            (Some(achieved), Some(plan), Direction::Lower) => share(plan, achieved),
            (Some(achieved), Some(plan), _) => share(achieved, plan),
            _ => None,
        };
        Judged { achieved, percent, status: Status::of(percent) }
    }
}

/// `part ÷ whole` in hundredths of a percent, downwards.
fn share(part: i64, whole: i64) -> Option<i64> {
    if whole == 0 {
        return None;
    }
    let floor = |part: i128, whole: i128| {
        let toward_zero = part / whole;
        if part % whole != 0 && (part < 0) != (whole < 0) { toward_zero - 1 } else { toward_zero }
    };
    // the common case in the registers of the machine, the rare one exactly all the same
    match part.checked_mul(WHOLE) {
        Some(part) if whole > 0 => Some(part.div_euclid(whole)),
        _ => i64::try_from(floor(i128::from(part) * i128::from(WHOLE), i128::from(whole))).ok(),
    }
}
