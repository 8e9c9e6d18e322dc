//! Initiatives (sáng kiến) and what stands in their place: handed in, judged by a council, recognised for a scope, used for
//! an award.
//!
//! What an initiative is: Luật Thi đua, khen thưởng 06/2022/QH15 Điều 3 khoản 4 (mark V). The scopes follow Điều 21 (V), 22
//! and 23. The year in which it is to be handed in, NĐ 13/2012/NĐ-CP Điều 5, was not read again (mark U): it is told, and
//! refuses nothing.

pub mod data;
pub mod judging;
#[cfg(test)]
mod tests;
pub mod uses;
pub mod words;

pub use crate::awards::subject::{InitiativeKind as Kind, Scope};
use crate::codes::coded;
use chrono::{Months, NaiveDate};
use std::collections::BTreeSet;

coded! {
    /// Where it stands.
    State {
        /// Handed in.
        Submitted = "submitted",
        /// Before the council.
        Judging = "judging",
        /// Recognised.
        Recognised = "recognised",
        /// Not recognised.
        Refused = "refused",
        /// Taken back by its authors.
        Withdrawn = "withdrawn",
    }
}

/// An author with their part in it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Author {
    /// The record of the person.
    pub person: String,
    /// Their part in percent.
    pub share: u32,
}

/// What is known of an initiative.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Initiative {
    /// Identifier.
    pub id: String,
    /// What it is.
    pub kind: Kind,
    /// Who made it.
    pub authors: Vec<Author>,
    /// The day from which it was used or tried.
    pub first_used: Option<NaiveDate>,
    /// The day on which it was handed in.
    pub requested: NaiveDate,
    /// The scope that is asked for.
    pub scope: Scope,
    /// Who adopted it and confirms its effect.
    pub confirmations: usize,
}

/// What is the matter with an initiative.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Matter {
    /// Nobody made it.
    NoAuthor,
    /// The parts do not make a hundred.
    Shares {
        /// What they make.
        sum: u64,
    },
    /// Somebody has no part.
    NoShare,
    /// Somebody stands there twice.
    AuthorTwice,
    /// It was not used or tried yet: its effect cannot be seen.
    NotUsed,
    /// It was first used after it was handed in.
    UsedLater,
    /// It was handed in more than a year after it was first used (mark U).
    Late {
        /// The last day in time.
        last: NaiveDate,
    },
    /// A scope beyond the unit is asked for and nobody else confirms that it is used there (mark S).
    Unconfirmed,
}

impl Matter {
    /// Whether it stops the judging. What is only told leaves the decision to a person.
    pub fn stops(self) -> bool {
        matches!(self, Matter::NoAuthor | Matter::Shares { .. } | Matter::NoShare | Matter::AuthorTwice)
    }
}

impl Initiative {
    /// What is the matter with it.
    pub fn matters(&self) -> Vec<Matter> {
        let mut found = Vec::new();
        let sum: u64 = self.authors.iter().map(|author| u64::from(author.share)).sum();
        if self.authors.is_empty() {
            found.push(Matter::NoAuthor);
        } else if sum != 100 {
            found.push(Matter::Shares { sum });
        }
        if self.authors.iter().any(|author| author.share == 0) {
            found.push(Matter::NoShare);
        }
        let persons: BTreeSet<&str> = self.authors.iter().map(|author| author.person.as_str()).collect();
        if persons.len() < self.authors.len() {
            found.push(Matter::AuthorTwice);
        }
        if self.kind == Kind::Initiative {
            found.extend(self.time());
        }
        if self.scope > Scope::Unit && self.confirmations == 0 {
            found.push(Matter::Unconfirmed);
        }
        found
    }

    fn time(&self) -> Option<Matter> {
        let Some(used) = self.first_used else { return Some(Matter::NotUsed) };
        if used > self.requested {
            return Some(Matter::UsedLater);
        }
        let last = used.checked_add_months(Months::new(12))?;
        (self.requested > last).then_some(Matter::Late { last })
    }

    /// Whether somebody made it, alone or with others.
    pub fn is_by(&self, person: &str) -> bool {
        self.authors.iter().any(|author| author.person == person)
    }
}

/// What is known when a step is asked for.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Standing {
    /// Matters that stop it.
    pub stopping: usize,
    /// The council's result, once it is closed.
    pub passed: Option<bool>,
    /// A decision with number, day and authority.
    pub decided: bool,
    /// A reason is given.
    pub reason: bool,
}

/// Why a step is refused.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Refused {
    /// No arrow leads there.
    NoArrow,
    /// So many matters stand in the way.
    Matters(usize),
    /// The council has no result.
    NotJudged,
    /// The council's result says the opposite.
    AgainstResult,
    /// Number, day and authority of the decision are missing.
    Undecided,
    /// No reason is given.
    NoReason,
}

impl State {
    /// The states that can follow this one.
    pub fn next(self) -> &'static [State] {
        match self {
            State::Submitted => &[State::Judging, State::Withdrawn],
            // back to the authors when something is missing
            State::Judging => &[State::Recognised, State::Refused, State::Submitted, State::Withdrawn],
            State::Recognised | State::Refused | State::Withdrawn => &[],
        }
    }

    /// Takes a step.
    ///
    /// # Errors
    /// [`Refused`] says what is in the way.
    pub fn step(self, to: State, of: &Standing) -> Result<State, Refused> {
        if !self.next().contains(&to) {
            return Err(Refused::NoArrow);
        }
        match (to, of.passed) {
            (State::Judging, _) if of.stopping > 0 => Err(Refused::Matters(of.stopping)),
            (State::Recognised | State::Refused, None) => Err(Refused::NotJudged),
            (State::Recognised, Some(false)) | (State::Refused, Some(true)) => Err(Refused::AgainstResult),
            (State::Recognised, _) if !of.decided => Err(Refused::Undecided),
            (State::Refused | State::Submitted | State::Withdrawn, _) if !of.reason => Err(Refused::NoReason),
            _ => Ok(to),
        }
    }
}
