//! Inspection of how a movement is carried out: the plan of an inspection, its visits, what is asked at each, findings and
//! their mending, conclusions; and where to look first: risk, sample, inflation, coverage.

pub mod checklist;
pub mod coverage;
pub mod findings;
pub mod inflation;
pub mod risk;
pub mod sampling;
#[cfg(test)]
mod tests;

use crate::codes::coded;

coded! {
    /// Where an inspection stands.
    State {
        /// Being drawn up.
        Draft = "draft",
        /// Decided and told to the units: team and subjects hold.
        Issued = "issued",
        /// Its conclusion is written.
        Concluded = "concluded",
        /// Every finding is settled.
        Closed = "closed",
        /// Given up with a reason; it stays.
        Withdrawn = "withdrawn",
    }
}

coded! {
    /// The place of somebody in the team.
    Seat {
        /// Trưởng đoàn.
        Lead = "lead",
        /// Phó trưởng đoàn.
        Deputy = "deputy",
        /// Thư ký.
        Secretary = "secretary",
        /// Thành viên.
        Member = "member",
    }
}

coded! {
    /// What is visited.
    SubjectKind {
        /// A unit.
        Unit = "unit",
        /// A block or cluster (khối, cụm thi đua).
        Block = "block",
    }
}

/// What is known of an inspection when a step is asked for.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Standing {
    /// It has a number and a day.
    pub decided: bool,
    /// The team has a lead.
    pub led: bool,
    /// Subjects to visit.
    pub subjects: usize,
    /// Subjects that were neither visited nor left out with a reason.
    pub unvisited: usize,
    /// Visits with something that was not answered.
    pub unanswered: usize,
    /// The conclusion has words.
    pub conclusion: bool,
    /// Findings that are not settled.
    pub open_findings: usize,
    /// A reason is given.
    pub reason: bool,
}

/// Why a step is refused.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Refused {
    /// No arrow leads there.
    NoArrow,
    /// Number and day of the decision are missing.
    Undecided,
    /// Nobody leads the team.
    NoLead,
    /// Nothing is to be visited.
    NoSubject,
    /// So many subjects were not visited, and nobody said why.
    Unvisited(usize),
    /// So many visits have unanswered items.
    Unanswered(usize),
    /// The conclusion has no words.
    NoConclusion,
    /// So many findings are open.
    OpenFindings(usize),
    /// No reason is given.
    NoReason,
}

impl State {
    /// The states that can follow this one.
    pub fn next(self) -> &'static [State] {
        match self {
            State::Draft => &[State::Issued, State::Withdrawn],
            State::Issued => &[State::Concluded, State::Withdrawn],
            State::Concluded => &[State::Closed],
            State::Closed | State::Withdrawn => &[],
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
            State::Issued if !of.decided => Err(Refused::Undecided),
            State::Issued if !of.led => Err(Refused::NoLead),
            State::Issued if of.subjects == 0 => Err(Refused::NoSubject),
            State::Concluded if of.unvisited > 0 => Err(Refused::Unvisited(of.unvisited)),
            State::Concluded if of.unanswered > 0 => Err(Refused::Unanswered(of.unanswered)),
            State::Concluded if !of.conclusion => Err(Refused::NoConclusion),
            State::Closed if of.open_findings > 0 => Err(Refused::OpenFindings(of.open_findings)),
            State::Withdrawn if !of.reason => Err(Refused::NoReason),
            State::Issued | State::Concluded | State::Closed | State::Withdrawn => Ok(to),
        }
    }

    /// Whether team, subjects and sample may still be changed.
    pub fn is_drawn_up(self) -> bool {
        self == State::Draft
    }

    /// Whether visits are written.
    pub fn takes_visits(self) -> bool {
        self == State::Issued
    }

    /// Whether what was found is followed: explained, mended, settled, made tasks of.
    pub fn is_followed(self) -> bool {
        matches!(self, State::Issued | State::Concluded)
    }
}
