//! Time since the last award, counted from the period it was given for, else from its decision.

use super::{Criterion, Reasons, listed, resolved, says};
use crate::awards::facts::Case;
use crate::awards::outcome::Outcome;
use crate::awards::pack::{Code, Codes};
use crate::basics::Says;
use serde::Deserialize;

/// At least `years` since the last of `awards`; none at all meets it.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Since {
    awards: Vec<String>,
    #[serde(skip)]
    codes: Vec<Code>,
    years: u32,
}

impl Since {
    fn last(&self, case: &Case) -> Option<i32> {
        case.facts.awards.as_ref()?.iter().filter(|one| self.codes.contains(&one.award)).map(|one| one.year).max()
    }

    fn first_allowed(&self, last: i32) -> i32 {
        last + i32::try_from(self.years).unwrap_or(0)
    }
}

impl Criterion for Since {
    fn resolve(&mut self, codes: &Codes) -> Result<(), String> {
        self.codes = resolved(codes, &self.awards)?;
        Ok(())
    }

    fn outcome(&self, case: &Case, _: &str) -> Outcome {
        if case.facts.awards.is_none() {
            return Outcome::Unknown;
        }
        match self.last(case) {
            None if case.facts.awards_open => Outcome::Unknown,
            last => Outcome::of(last.is_none_or(|last| case.period.year() >= self.first_allowed(last))),
        }
    }

    fn reasons(&self, case: &Case, number: &str, codes: &Codes) -> Reasons {
        let names = listed(&self.codes, codes);
        if case.facts.awards.is_none() {
            return Reasons::missing(
                says(format!("Lần gần nhất được tặng {names}"), format!("When {names} was last given")),
                says("Nhập lịch sử khen thưởng.", "Enter the history of awards."),
            );
        }
        let mut reasons = Reasons::used(match self.last(case) {
            Some(last) => says(
                format!("Lần gần nhất được tặng {names}: năm {last}"),
                format!("{names} was last given for {last}"),
            ),
            None => says(format!("Chưa được tặng {names}"), format!("{names} was never given")),
        });
        if let (Outcome::False, Some(last)) = (self.outcome(case, number), self.last(case)) {
            let year = self.first_allowed(last);
            reasons.mend = Some(says(
                format!("Xét lại sớm nhất cho năm {year}."),
                format!("May be considered for {year} at the earliest."),
            ));
        }
        reasons
    }

    fn problem(&self) -> Option<Says> {
        (self.awards.is_empty() || self.years == 0).then(|| says("Phải nêu mã và số năm.", "Name codes and years."))
    }

    fn as_strict_as(&self, other: &Self) -> Option<bool> {
        Some(other.awards.iter().all(|one| self.awards.contains(one)) && self.years >= other.years)
    }
}
