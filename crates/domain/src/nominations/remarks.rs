//! Remarks on single fields of a nomination: only these are opened again, nothing is typed twice.

use chrono::NaiveDate;

/// A remark.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Remark {
    /// The field, or the paper.
    pub field: String,
    /// What is to be mended.
    pub says: String,
    /// When it was made.
    pub on: NaiveDate,
    /// What the unit answered or changed.
    pub answer: Option<String>,
}

impl Remark {
    /// Whether an answer is to come.
    pub fn is_open(&self) -> bool {
        self.answer.as_deref().is_none_or(|answer| answer.trim().is_empty())
    }
}

/// How often a nomination may be sent back; the rule of the round says so, once by default.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Supplements {
    /// So often.
    pub allowed: u32,
    /// So often it was.
    pub used: u32,
}

impl Default for Supplements {
    fn default() -> Self {
        Supplements { allowed: 1, used: 0 }
    }
}

impl Supplements {
    /// Whether it may not be sent back any more.
    pub fn is_used_up(self) -> bool {
        self.used >= self.allowed
    }
}

/// Whether a field may be changed: in a draft each, in a returned nomination those with a remark, else none.
pub fn may_change(state: super::State, field: &str, remarks: &[Remark]) -> bool {
    match state {
        super::State::Draft => true,
        super::State::Returned => remarks.iter().any(|remark| remark.field == field),
        _ => false,
    }
}
