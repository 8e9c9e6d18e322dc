//! Alternatives and bundles: the parts stand below the condition, and the judging combines them.

use super::{Criterion, Reasons};
use crate::awards::facts::Case;
use crate::awards::outcome::Outcome;
use crate::awards::pack::Codes;
use serde::Deserialize;

/// One of the parts is enough.
#[derive(Clone, Debug, Default, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Any {}

/// Every part is needed.
#[derive(Clone, Debug, Default, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct All {}

// the judging asks the parts; a group alone knows nothing
impl Criterion for Any {
    fn outcome(&self, _: &Case, _: &str) -> Outcome {
        Outcome::Unknown
    }
    fn reasons(&self, _: &Case, _: &str, _: &Codes) -> Reasons {
        Reasons::default()
    }
}

impl Criterion for All {
    fn outcome(&self, _: &Case, _: &str) -> Outcome {
        Outcome::Unknown
    }
    fn reasons(&self, _: &Case, _: &str, _: &Codes) -> Reasons {
        Reasons::default()
    }
}
