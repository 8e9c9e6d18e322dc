//! Shares of the members of a collective.

use super::{Criterion, Reasons, listed, one_or_more, resolved, says};
use crate::awards::facts::{Case, Collective};
use crate::awards::outcome::Outcome;
use crate::awards::pack::{Code, Codes};
use crate::basics::{Amount, Says};
use serde::Deserialize;

/// What the members of a collective have reached.
#[derive(Clone, Debug, Default, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Members {
    /// Share that completed their tasks.
    completed_percent: Option<Amount>,
    /// Share that reached any of some awards together.
    award_share: Option<Share>,
    /// How many at least have an award.
    at_least: Option<AtLeast>,
    /// Nobody disciplined at cảnh cáo or above.
    #[serde(default)]
    nobody_disciplined: bool,
}

#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
struct Share {
    #[serde(alias = "award", deserialize_with = "one_or_more")]
    awards: Vec<String>,
    percent: Amount,
    #[serde(skip)]
    codes: Vec<Code>,
}

#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
struct AtLeast {
    #[serde(alias = "award", deserialize_with = "one_or_more")]
    awards: Vec<String>,
    count: u32,
    #[serde(skip)]
    codes: Vec<Code>,
}

fn share(part: Option<u32>, whole: Option<u32>, percent: Amount) -> Outcome {
    match (part, whole) {
        (Some(part), Some(whole)) if whole > 0 => {
            Outcome::of(i128::from(part) * 1_000_000 >= i128::from(percent.ten_thousandths()) * i128::from(whole))
        }
        (_, Some(0)) => Outcome::False,
        _ => Outcome::Unknown,
    }
}

fn together(of: &Collective, codes: &[Code]) -> Option<u32> {
    let known: Vec<u32> = codes.iter().filter_map(|code| of.reached(*code)).collect();
    (!known.is_empty()).then(|| known.iter().sum())
}

impl Members {
    fn parts(&self, of: &Collective, codes: &Codes) -> Vec<(Outcome, Says)> {
        let count = |number: Option<u32>| number.map_or_else(|| "?".to_owned(), |number| number.to_string());
        let percent = |amount: Amount| amount.vietnamese();
        let mut parts = Vec::new();
        if let Some(bar) = self.completed_percent {
            let (done, all) = (count(of.completed), count(of.members));
            parts.push((
                share(of.completed, of.members, bar),
                says(
                    format!("{done}/{all} thành viên hoàn thành nhiệm vụ (cần {}%)", percent(bar)),
                    format!("{done}/{all} members completed their tasks (needs {}%)", percent(bar)),
                ),
            ));
        }
        if let Some(one) = &self.award_share {
            let reached = together(of, &one.codes);
            let (done, all, names) = (count(reached), count(of.members), listed(&one.codes, codes));
            parts.push((
                share(reached, of.members, one.percent),
                says(
                    format!("{done}/{all} thành viên đạt {names} (cần {}%)", percent(one.percent)),
                    format!("{done}/{all} members reached {names} (needs {}%)", percent(one.percent)),
                ),
            ));
        }
        if let Some(one) = &self.at_least {
            let reached = together(of, &one.codes);
            let (done, names) = (count(reached), listed(&one.codes, codes));
            parts.push((
                reached.map_or(Outcome::Unknown, |reached| Outcome::of(reached >= one.count)),
                says(
                    format!("{done} thành viên đạt {names} (cần ít nhất {})", one.count),
                    format!("{done} members reached {names} (needs {})", one.count),
                ),
            ));
        }
        if self.nobody_disciplined {
            let number = count(of.disciplined);
            parts.push((
                of.disciplined.map_or(Outcome::Unknown, |number| Outcome::of(number == 0)),
                says(
                    format!("{number} thành viên bị kỷ luật từ cảnh cáo trở lên (phải là 0)"),
                    format!("{number} members disciplined at cảnh cáo or above (must be 0)"),
                ),
            ));
        }
        parts
    }
}

impl Criterion for Members {
    fn resolve(&mut self, codes: &Codes) -> Result<(), String> {
        if let Some(one) = &mut self.award_share {
            one.codes = resolved(codes, &one.awards)?;
        }
        if let Some(one) = &mut self.at_least {
            one.codes = resolved(codes, &one.awards)?;
        }
        Ok(())
    }

    fn outcome(&self, case: &Case, _: &str) -> Outcome {
        match &case.facts.collective {
            None => Outcome::Unknown,
            Some(of) => Outcome::all(self.parts(of, &Codes::default()).into_iter().map(|(outcome, _)| outcome)),
        }
    }

    fn reasons(&self, case: &Case, _: &str, codes: &Codes) -> Reasons {
        let Some(of) = &case.facts.collective else {
            return Reasons::missing(
                says("Số thành viên và kết quả của họ", "The members and what they reached"),
                says(
                    "Nhập số thành viên, xếp loại và danh hiệu của từng người trong tập thể.",
                    "Enter the members, their grades and awards.",
                ),
            );
        };
        let mut reasons = Reasons::default();
        for (outcome, words) in self.parts(of, codes) {
            if outcome == Outcome::Unknown {
                reasons.missing.push(words);
            } else {
                if outcome == Outcome::False {
                    reasons.mend =
                        Some(says(format!("Chưa đạt: {}.", words.vi), format!("Not reached: {}.", words.en)));
                }
                reasons.uses.push(words);
            }
        }
        reasons
    }

    fn problem(&self) -> Option<Says> {
        let empty = self.completed_percent.is_none()
            && self.award_share.is_none()
            && self.at_least.is_none()
            && !self.nobody_disciplined;
        empty.then(|| {
            says("Điều kiện về thành viên không nêu gì để kiểm tra.", "The condition asks nothing of the members.")
        })
    }

    fn as_strict_as(&self, other: &Self) -> Option<bool> {
        let completed = self.completed_percent >= other.completed_percent;
        let shares = match (&self.award_share, &other.award_share) {
            (_, None) => true,
            (None, Some(_)) => false,
            (Some(own), Some(other)) => {
                own.awards.iter().all(|one| other.awards.contains(one)) && own.percent >= other.percent
            }
        };
        let least = match (&self.at_least, &other.at_least) {
            (_, None) => true,
            (None, Some(_)) => false,
            (Some(own), Some(other)) => {
                own.awards.iter().all(|one| other.awards.contains(one)) && own.count >= other.count
            }
        };
        Some(completed && shares && least && (self.nobody_disciplined || !other.nobody_disciplined))
    }
}
