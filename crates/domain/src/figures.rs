//! Reported figures. "Not entered", "0", "not applicable" and "not assigned" are four different things.

use crate::basics::Amount;

/// What is known of a target's result in a period.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Figure {
    /// Nobody has reported yet.
    #[default]
    NotEntered,
    /// The level above has not assigned the target, so there is nothing to report against.
    NotAssigned,
    /// The target does not concern this unit or period; a reason stands beside it.
    NotApplicable,
    /// A number; zero is a number.
    Number(Amount),
    /// A judgement by a named person.
    Judged(Attainment),
}

/// A person's judgement of a quality.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Attainment {
    /// Reached, kept.
    Yes,
    /// Reached in part.
    Partly,
    /// Not reached, lost.
    No,
}

impl Attainment {
    /// Every judgement.
    pub const ALL: [Attainment; 3] = [Attainment::Yes, Attainment::Partly, Attainment::No];

    /// `yes`, `partly`, `no`.
    pub fn code(self) -> &'static str {
        match self {
            Attainment::Yes => "yes",
            Attainment::Partly => "partly",
            Attainment::No => "no",
        }
    }

    /// The judgement of a code.
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|attainment| attainment.code() == code)
    }
}

impl Figure {
    /// The word in the store and in files that programs read.
    pub fn state_code(self) -> &'static str {
        match self {
            Figure::NotEntered => "not-entered",
            Figure::NotAssigned => "not-assigned",
            Figure::NotApplicable => "not-applicable",
            Figure::Number(_) => "number",
            Figure::Judged(_) => "judged",
        }
    }
}
