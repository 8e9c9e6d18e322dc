//! What is wrong with a pack, in words that a lawyer can act on.

use crate::basics::Says;

/// One thing that is wrong.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PackProblem {
    /// `PACK-001`, …
    pub number: &'static str,
    /// The file, the award or the condition.
    pub place: String,
    /// What it is and what to do.
    pub says: Says,
}

impl PackProblem {
    pub(super) fn new(
        number: &'static str,
        place: impl Into<String>,
        vi: impl Into<String>,
        en: impl Into<String>,
    ) -> PackProblem {
        PackProblem { number, place: place.into(), says: Says::new(vi, en) }
    }
}
