//! What was given, looked at together: the shares of those whom plans favour, against last year; and who wins again and again.

pub mod repeats;
pub mod shares;
#[cfg(test)]
mod tests;
pub mod words;

use crate::people::PersonKind;
use crate::quotas::Group;
use std::collections::BTreeSet;

/// An award that was given and not revoked.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Given {
    /// The person, household or unit.
    pub subject: String,
    /// What sort of subject.
    pub kind: PersonKind,
    /// The award.
    pub award: String,
    /// The year of the decision.
    pub year: i32,
    /// The groups of the subject on that day; none where their category was not recorded.
    pub groups: Option<BTreeSet<Group>>,
}

fn size(count: usize) -> u32 {
    u32::try_from(count).unwrap_or(u32::MAX)
}
