//! What a check answers: findings, each with a number, a severity, a place and a way to mend it.

use crate::basics::Says;
use crate::plans::draft::Lines;

/// How much a finding weighs.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Severity {
    /// Stops the step until it is mended.
    Error,
    /// Should be looked at; does not stop the step.
    Warning,
    /// Good to know.
    Notice,
}

impl Severity {
    /// `error`, `warning` or `notice`, for programs and class names.
    pub fn code(self) -> &'static str {
        match self {
            Severity::Error => "error",
            Severity::Warning => "warning",
            Severity::Notice => "notice",
        }
    }
}

/// One answer of a check.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Finding {
    /// Stable number such as `PLN-014`, listed in the user guide.
    pub number: &'static str,
    /// How much it weighs.
    pub severity: Severity,
    /// Lines of the source file it is about, where there are any.
    pub lines: Option<Lines>,
    /// The piece of the draft it is about: `document.theme`, `targets.T06`, …
    pub piece: Option<String>,
    /// What is the matter.
    pub message: Says,
    /// What to do about it.
    pub mend: Says,
}
