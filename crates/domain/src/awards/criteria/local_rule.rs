//! What the law leaves to a ministry or province: not known until its own pack says it.

use super::{Criterion, Reasons, says};
use crate::awards::facts::Case;
use crate::awards::outcome::Outcome;
use crate::awards::pack::Codes;
use serde::Deserialize;

/// A local pack has to fill it.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct LocalRule {}

impl Criterion for LocalRule {
    fn outcome(&self, case: &Case, number: &str) -> Outcome {
        case.facts.attested.get(number).map_or(Outcome::Unknown, |said| Outcome::of(*said))
    }

    fn reasons(&self, case: &Case, number: &str, _: &Codes) -> Reasons {
        match case.facts.attested.get(number) {
            Some(said) => Reasons::used(if *said {
                says("Người thẩm định xác nhận theo quy định của bộ, tỉnh", "Attested under the local rule")
            } else {
                says("Người thẩm định kết luận chưa đạt theo quy định của bộ, tỉnh", "Denied under the local rule")
            }),
            None => Reasons::missing(
                says("Quy định của bộ, ban, ngành, tỉnh", "The rule of the ministry or province"),
                says(
                    "Nạp bộ quy định của tỉnh ở trang Bộ quy định, hoặc đối chiếu quyết định của tỉnh rồi xác nhận.",
                    "Load the province's pack, or compare with its decision and attest.",
                ),
            ),
        }
    }

    fn as_strict_as(&self, _: &Self) -> Option<bool> {
        Some(true)
    }
}
