//! A sentence that no figure proves: a person attests it or denies it.

use super::{Criterion, Reasons, says};
use crate::awards::facts::Case;
use crate::awards::outcome::Outcome;
use crate::awards::pack::Codes;
use serde::Deserialize;

/// What the selection meeting and the council say.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Attested {}

impl Criterion for Attested {
    fn outcome(&self, case: &Case, number: &str) -> Outcome {
        case.facts.attested.get(number).map_or(Outcome::Unknown, |said| Outcome::of(*said))
    }

    fn reasons(&self, case: &Case, number: &str, _: &Codes) -> Reasons {
        match case.facts.attested.get(number) {
            Some(true) => Reasons::used(says("Hội nghị bình xét xác nhận đạt", "The selection meeting attests it")),
            Some(false) => {
                Reasons::used(says("Hội nghị bình xét kết luận chưa đạt", "The selection meeting denies it"))
            }
            None => Reasons::missing(
                says(
                    "Kết luận của hội nghị bình xét và hội đồng",
                    "What the selection meeting and the council conclude",
                ),
                says(
                    "Hội nghị bình xét, hội đồng xem xét và ghi vào biên bản.",
                    "The meeting considers it and writes it into its minutes.",
                ),
            ),
        }
    }

    fn as_strict_as(&self, _: &Self) -> Option<bool> {
        Some(true)
    }
}
