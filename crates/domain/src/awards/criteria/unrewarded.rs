//! One achievement brings one award.

use super::{Criterion, Reasons, says};
use crate::awards::facts::Case;
use crate::awards::outcome::Outcome;
use crate::awards::pack::Codes;
use serde::Deserialize;

/// The same achievement has brought no other award.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Unrewarded {}

impl Criterion for Unrewarded {
    fn outcome(&self, case: &Case, _: &str) -> Outcome {
        // the register of awards names the achievement of each: without a word about it there is none
        Outcome::of(case.facts.same_achievement.as_ref().is_none_or(Vec::is_empty))
    }

    fn reasons(&self, case: &Case, _: &str, codes: &Codes) -> Reasons {
        match case.facts.same_achievement.as_deref() {
            None | Some([]) => Reasons::used(says(
                "Không có khen thưởng nào khác ghi nhận cùng thành tích này",
                "No other award is recorded for this achievement",
            )),
            Some(list) => {
                let names: Vec<&str> = list.iter().map(|code| codes.name(*code)).collect();
                let mut reasons = Reasons::used(says(
                    format!("Thành tích này đã được khen thưởng: {}", names.join(", ")),
                    format!("This achievement was rewarded already: {}", names.join(", ")),
                ));
                reasons.mend = Some(says(
                    "Đề nghị theo một thành tích khác, hoặc rút đề nghị này.",
                    "Propose for another achievement, or withdraw this nomination.",
                ));
                reasons
            }
        }
    }

    fn as_strict_as(&self, _: &Self) -> Option<bool> {
        Some(true)
    }
}
