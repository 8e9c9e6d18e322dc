//! The movement in which something was achieved: who launched it, how long it has run, at which review.

use super::{Criterion, Reasons, one_or_more, says};
use crate::awards::facts::Case;
use crate::awards::outcome::Outcome;
use crate::awards::pack::Codes;
use crate::awards::subject::Who;
use crate::awards::words::who_words;
use crate::basics::Says;
use serde::Deserialize;

/// What the movement must be; an empty list asks nothing.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Movement {
    #[serde(default, deserialize_with = "one_or_more")]
    launched_by: Vec<Who>,
    #[serde(default)]
    years_at_least: u32,
    #[serde(default, deserialize_with = "one_or_more")]
    at: Vec<Review>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "kebab-case")]
enum Review {
    PreliminaryReview,
    FinalReview,
}

impl Review {
    fn code(self) -> &'static str {
        match self {
            Review::PreliminaryReview => "preliminary-review",
            Review::FinalReview => "final-review",
        }
    }
}

impl Criterion for Movement {
    fn outcome(&self, case: &Case, _: &str) -> Outcome {
        let Some(fact) = &case.facts.movement else { return Outcome::Unknown };
        let by = if self.launched_by.is_empty() {
            Outcome::True
        } else {
            fact.launched_by.map_or(Outcome::Unknown, |who| Outcome::of(self.launched_by.contains(&who)))
        };
        let years = match (self.years_at_least, fact.years) {
            (0, _) => Outcome::True,
            (_, None) => Outcome::Unknown,
            (bar, Some(years)) => Outcome::of(years >= bar),
        };
        let at = if self.at.is_empty() {
            Outcome::True
        } else {
            fact.at
                .as_deref()
                .map_or(Outcome::Unknown, |at| Outcome::of(self.at.iter().any(|one| one.code() == at)))
        };
        Outcome::all([by, years, at])
    }

    fn reasons(&self, case: &Case, number: &str, _: &Codes) -> Reasons {
        let Some(fact) = &case.facts.movement else {
            return Reasons::missing(
                says("Phong trào thi đua mà thành tích đạt được trong đó", "The movement in which it was achieved"),
                says(
                    "Chọn phong trào: người phát động, số năm, dịp sơ kết hay tổng kết.",
                    "Choose the movement: who launched it, its years, at which review.",
                ),
            );
        };
        let mut reasons = Reasons::default();
        if let Some(who) = fact.launched_by {
            let words = who_words(who);
            reasons
                .uses
                .push(says(format!("Phong trào do {} phát động", words.vi), format!("Launched by {}", words.en)));
        } else if !self.launched_by.is_empty() {
            reasons.missing.push(says("Người phát động phong trào", "Who launched the movement"));
        }
        match fact.years {
            Some(years) => reasons
                .uses
                .push(says(format!("Phong trào đã diễn ra {years} năm"), format!("It has run {years} year(s)"))),
            None if self.years_at_least > 0 => {
                reasons.missing.push(says("Số năm của phong trào", "The years of the movement"))
            }
            None => {}
        }
        if self.outcome(case, number) == Outcome::False {
            reasons.mend = Some(says(
                format!(
                    "Phong trào phải có thời gian từ {} năm trở lên, do đúng cấp phát động, xét khi sơ kết hoặc tổng kết.",
                    self.years_at_least
                ),
                format!(
                    "The movement must have run {} year(s) or more, launched at the right level, at a review.",
                    self.years_at_least
                ),
            ));
        }
        reasons
    }

    fn problem(&self) -> Option<Says> {
        let empty = self.launched_by.is_empty() && self.years_at_least == 0 && self.at.is_empty();
        empty.then(|| {
            says("Điều kiện về phong trào không nêu gì để kiểm tra.", "The condition asks nothing of the movement.")
        })
    }

    fn as_strict_as(&self, other: &Self) -> Option<bool> {
        let narrower = |own: bool, within: bool, open: bool| open || (own && within);
        let by = narrower(
            !self.launched_by.is_empty(),
            self.launched_by.iter().all(|who| other.launched_by.contains(who)),
            other.launched_by.is_empty(),
        );
        let at =
            narrower(!self.at.is_empty(), self.at.iter().all(|one| other.at.contains(one)), other.at.is_empty());
        Some(by && at && self.years_at_least >= other.years_at_least)
    }
}
