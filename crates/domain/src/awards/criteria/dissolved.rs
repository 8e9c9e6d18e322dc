//! The body still exists.

use super::{Criterion, Reasons, says};
use crate::awards::facts::Case;
use crate::awards::outcome::Outcome;
use crate::awards::pack::Codes;
use serde::Deserialize;

/// The body was not dissolved in a reorganisation.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Dissolved {}

impl Criterion for Dissolved {
    fn outcome(&self, case: &Case, _: &str) -> Outcome {
        Outcome::of(case.facts.dissolved != Some(true))
    }

    fn reasons(&self, case: &Case, _: &str, _: &Codes) -> Reasons {
        if case.facts.dissolved == Some(true) {
            let mut reasons =
                Reasons::used(says("Đơn vị đã giải thể, chấm dứt hoạt động", "The body was dissolved"));
            reasons.mend = Some(says(
                "Không xét tập thể đã giải thể; cá nhân do đơn vị mới xem xét.",
                "A dissolved body is not considered; its people are, by their new unit.",
            ));
            return reasons;
        }
        Reasons::used(says("Đơn vị đang hoạt động", "The body exists"))
    }

    fn as_strict_as(&self, _: &Self) -> Option<bool> {
        Some(true)
    }
}
