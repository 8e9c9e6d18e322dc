//! Decisions on commendation: issued with a number, revoked line by line by another decision, never deleted; and what is
//! submitted to a higher authority, followed to its result.

pub mod complaints;
pub mod number;
pub mod revocation;
#[cfg(test)]
mod tests;
pub mod tracing;
pub mod words;

use crate::codes::coded;

coded! {
    /// Where a decision stands.
    State {
        /// Being drawn up.
        Draft = "draft",
        /// Signed and numbered.
        Issued = "issued",
        /// Some of those named were struck out by a later decision.
        PartlyRevoked = "partly-revoked",
        /// All were.
        Revoked = "revoked",
    }
}

coded! {
    /// Where a submission to a higher authority stands.
    Submission {
        /// Sent.
        Submitted = "submitted",
        /// Sent back to be mended.
        Returned = "returned",
        /// Awarded.
        Granted = "granted",
        /// Not awarded.
        Refused = "refused",
    }
}

/// What is known when a step of a decision is asked for.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Standing {
    /// It has a number, and the number is free.
    pub numbered: bool,
    /// It has a day and a signer.
    pub signed: bool,
    /// Lines: persons, households, units with their awards.
    pub lines: usize,
    /// Lines that rest on nothing: not voted, not eligible, of another authority.
    pub unfounded: usize,
    /// Lines that issued decisions have revoked.
    pub revoked: usize,
    /// The revoking decision is issued.
    pub revoking: bool,
}

/// Why a step of a decision is refused.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Refused {
    /// No arrow leads there.
    NoArrow,
    /// The number is missing or taken.
    Number,
    /// Day or signer is missing.
    Unsigned,
    /// Nobody is named.
    Empty,
    /// So many lines rest on nothing.
    Unfounded(usize),
    /// Only an issued decision revokes.
    NotRevoking,
    /// Not the state that the revoked lines make.
    Lines {
        /// Lines revoked.
        revoked: usize,
        /// Lines in all.
        lines: usize,
    },
}

impl State {
    /// The states that can follow this one.
    pub fn next(self) -> &'static [State] {
        match self {
            State::Draft => &[State::Issued],
            State::Issued => &[State::PartlyRevoked, State::Revoked],
            // one more line, or the last ones
            State::PartlyRevoked => &[State::PartlyRevoked, State::Revoked],
            State::Revoked => &[],
        }
    }

    /// The state of an issued decision by its lines.
    pub fn by_lines(lines: usize, revoked: usize) -> State {
        match revoked {
            0 => State::Issued,
            some if some < lines => State::PartlyRevoked,
            _ => State::Revoked,
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
        match to {
            State::Draft => Err(Refused::NoArrow),
            State::Issued if !of.numbered => Err(Refused::Number),
            State::Issued if !of.signed => Err(Refused::Unsigned),
            State::Issued if of.lines == 0 => Err(Refused::Empty),
            State::Issued if of.unfounded > 0 => Err(Refused::Unfounded(of.unfounded)),
            State::Issued => Ok(to),
            State::PartlyRevoked | State::Revoked if !of.revoking => Err(Refused::NotRevoking),
            State::PartlyRevoked | State::Revoked if State::by_lines(of.lines, of.revoked) != to => {
                Err(Refused::Lines { revoked: of.revoked, lines: of.lines })
            }
            State::PartlyRevoked | State::Revoked => Ok(to),
        }
    }

    /// Whether its text and lines may still be changed.
    pub fn is_drawn_up(self) -> bool {
        self == State::Draft
    }
}

/// What is known when the result of a submission is written.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Answered {
    /// Number, day and authority of the decision of the higher authority.
    pub decided: bool,
    /// What they said, for a return or a refusal.
    pub reason: bool,
    /// What was to be mended is mended.
    pub mended: bool,
}

/// Why a step of a submission is refused.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NotAnswered {
    /// No arrow leads there.
    NoArrow,
    /// Number, day and authority of their decision are missing.
    Undecided,
    /// What they said is missing.
    NoReason,
    /// What was to be mended is not.
    NotMended,
}

impl Submission {
    /// The states that can follow this one.
    pub fn next(self) -> &'static [Submission] {
        match self {
            Submission::Submitted => &[Submission::Returned, Submission::Granted, Submission::Refused],
            Submission::Returned => &[Submission::Submitted],
            Submission::Granted | Submission::Refused => &[],
        }
    }

    /// Takes a step.
    ///
    /// # Errors
    /// [`NotAnswered`] says what is in the way.
    pub fn step(self, to: Submission, of: &Answered) -> Result<Submission, NotAnswered> {
        if !self.next().contains(&to) {
            return Err(NotAnswered::NoArrow);
        }
        match to {
            Submission::Granted if !of.decided => Err(NotAnswered::Undecided),
            Submission::Returned | Submission::Refused if !of.reason => Err(NotAnswered::NoReason),
            Submission::Submitted if !of.mended => Err(NotAnswered::NotMended),
            _ => Ok(to),
        }
    }

    /// Whether a result is still to come.
    pub fn is_open(self) -> bool {
        !self.next().is_empty()
    }
}
