//! What a household or organisation gave.

use super::{Criterion, Reasons, says};
use crate::awards::facts::Case;
use crate::awards::outcome::Outcome;
use crate::awards::pack::Codes;
use crate::basics::Says;
use serde::Deserialize;

/// At least this many VND.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Contribution {
    at_least: i64,
}

impl Criterion for Contribution {
    fn outcome(&self, case: &Case, _: &str) -> Outcome {
        case.facts.contribution.map_or(Outcome::Unknown, |one| Outcome::of(one.amount >= self.at_least))
    }

    fn reasons(&self, case: &Case, number: &str, _: &Codes) -> Reasons {
        let money =
            |amount: i64| crate::basics::Amount::from_ten_thousandths(amount.saturating_mul(10_000)).vietnamese();
        let bar = money(self.at_least);
        let Some(one) = case.facts.contribution else {
            return Reasons::missing(
                says("Giá trị đóng góp (đồng)", "What was given (VND)"),
                says("Ghi giá trị đóng góp kèm chứng từ.", "Enter the amount with its receipt."),
            );
        };
        let mut reasons = Reasons::used(says(
            format!("Đóng góp {} đồng (cần {bar} đồng)", money(one.amount)),
            format!("Gave VND {} (needs {bar})", money(one.amount)),
        ));
        if self.outcome(case, number) == Outcome::False {
            reasons.mend =
                Some(says(format!("Mức đóng góp chưa đến {bar} đồng."), format!("Less than VND {bar}.")));
        }
        reasons
    }

    fn problem(&self) -> Option<Says> {
        (self.at_least <= 0).then(|| says("Mức đóng góp phải lớn hơn 0.", "The amount is above nought."))
    }

    fn as_strict_as(&self, other: &Self) -> Option<bool> {
        Some(self.at_least >= other.at_least)
    }
}
