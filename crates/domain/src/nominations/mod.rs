//! The life of a nomination: from its draft over appraisal and council to the decision, with refusing arrows; sent back with
//! remarks on single fields; withdrawn; moved down to a lower award only where the nominee agrees.

pub mod flags;
pub mod papers;
pub mod remarks;
#[cfg(test)]
mod tests;
pub mod words;

use crate::codes::coded;
use remarks::Supplements;

coded! {
    /// On what occasion (Luật Thi đua, khen thưởng 06/2022/QH15 Điều 8, mark V).
    Occasion {
        /// Khen thưởng theo công trạng: after the year.
        Regular = "regular",
        /// Khen thưởng phong trào thi đua: theo đợt, theo chuyên đề.
        Thematic = "thematic",
        /// Khen thưởng đột xuất.
        Sudden = "sudden",
        /// Khen thưởng quá trình cống hiến.
        Service = "service",
        /// Khen thưởng theo niên hạn.
        Term = "term",
        /// Khen thưởng đối ngoại.
        External = "external",
    }
}

coded! {
    /// Where a nomination stands.
    State {
        /// The unit writes it.
        Draft = "draft",
        /// Sent by the unit.
        Submitted = "submitted",
        /// Sent back with remarks.
        Returned = "returned",
        /// Under appraisal.
        Appraisal = "appraisal",
        /// Before the council.
        Council = "council",
        /// The council has voted.
        Voted = "voted",
        /// Put to the head for a decision of their own.
        Deciding = "deciding",
        /// Submitted to the higher authority.
        Upward = "upward",
        /// Awarded.
        Granted = "granted",
        /// Not awarded.
        NotGranted = "not-granted",
        /// Taken back by the unit or the nominee.
        Withdrawn = "withdrawn",
    }
}

/// What is known when a step is asked for.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Standing {
    /// Papers that a sure rule asks for and that are missing.
    pub lacking: usize,
    /// Flags that stop it.
    pub stopping: usize,
    /// Remarks that were not answered.
    pub open_remarks: usize,
    /// Remarks that go with a return.
    pub remarks: usize,
    /// How often it was and may be sent back.
    pub supplements: Supplements,
    /// The award asks for a vote of the council.
    pub needs_vote: bool,
    /// The vote, once it is closed.
    pub passed: Option<bool>,
    /// The law says surely that the nominee does not qualify.
    pub not_eligible: bool,
    /// This authority may grant the award itself.
    pub own: bool,
    /// The decision that grants it is issued, here or above.
    pub decided: bool,
    /// A reason is given.
    pub reason: bool,
    /// The council is voting on it right now.
    pub under_vote: bool,
}

/// Why a step is refused.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Refused {
    /// No arrow leads there.
    NoArrow,
    /// So many papers are missing.
    Lacking(usize),
    /// So many flags stop it.
    Stopped(usize),
    /// So many remarks are not answered.
    OpenRemarks(usize),
    /// A return says what is to be mended.
    NoRemark,
    /// It was sent back as often as the rule allows.
    NoSupplement {
        /// How often that is.
        allowed: u32,
    },
    /// The award asks for a vote.
    NeedsVote,
    /// The vote is not closed.
    NotVoted,
    /// The council voted against it.
    NotPassed,
    /// The law says that the nominee does not qualify.
    NotEligible,
    /// The award is the higher authority's.
    NotOwn,
    /// The award is this authority's own: nothing is submitted upward.
    Own,
    /// No issued decision grants it.
    Undecided,
    /// No reason is given.
    NoReason,
    /// The council is voting on it: it does not slip away from under the vote.
    UnderVote,
}

impl State {
    /// The states that can follow this one.
    pub fn next(self) -> &'static [State] {
        match self {
            State::Draft => &[State::Submitted, State::Withdrawn],
            State::Submitted => &[State::Returned, State::Appraisal, State::Withdrawn],
            State::Returned => &[State::Submitted, State::Withdrawn],
            // an award without a vote goes past the council
            State::Appraisal => &[
                State::Returned,
                State::Council,
                State::Deciding,
                State::Upward,
                State::NotGranted,
                State::Withdrawn,
            ],
            // the council asks for more
            State::Council => &[State::Voted, State::Appraisal, State::Withdrawn],
            State::Voted => &[State::Deciding, State::Upward, State::NotGranted, State::Withdrawn],
            // the authority may have lost the power meanwhile: a district that ended
            State::Deciding => &[State::Granted, State::Upward, State::NotGranted, State::Withdrawn],
            State::Upward => &[State::Granted, State::NotGranted, State::Returned, State::Withdrawn],
            State::Granted | State::NotGranted | State::Withdrawn => &[],
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
        if of.under_vote && to != State::Voted {
            return Err(Refused::UnderVote);
        }
        let why = match to {
            State::Submitted => of.may_be_submitted(),
            State::Returned => of.may_be_returned(self),
            State::Deciding | State::Upward => of.may_go_on(self, to),
            State::Voted if of.passed.is_none() => Some(Refused::NotVoted),
            State::Council if of.not_eligible => Some(Refused::NotEligible),
            State::Granted if !of.decided => Some(Refused::Undecided),
            // a vote that went against it is reason enough
            State::NotGranted if !(of.reason || self == State::Voted && of.passed == Some(false)) => {
                Some(Refused::NoReason)
            }
            State::Withdrawn if self != State::Draft && !of.reason => Some(Refused::NoReason),
            _ => None,
        };
        why.map_or(Ok(to), Err)
    }

    /// Whether nothing can follow.
    pub fn is_over(self) -> bool {
        self.next().is_empty()
    }

    /// Whether it counts for quotas: proposed and not given up.
    pub fn counts(self) -> bool {
        !matches!(self, State::Draft | State::NotGranted | State::Withdrawn)
    }
}

impl Standing {
    fn may_be_submitted(&self) -> Option<Refused> {
        if self.lacking > 0 {
            Some(Refused::Lacking(self.lacking))
        } else if self.stopping > 0 {
            Some(Refused::Stopped(self.stopping))
        } else if self.open_remarks > 0 {
            Some(Refused::OpenRemarks(self.open_remarks))
        } else {
            None
        }
    }

    fn may_be_returned(&self, from: State) -> Option<Refused> {
        // what the higher authority sends back is no supplement of this one
        if from != State::Upward && self.supplements.is_used_up() {
            Some(Refused::NoSupplement { allowed: self.supplements.allowed })
        } else if self.remarks == 0 {
            Some(Refused::NoRemark)
        } else {
            None
        }
    }

    fn may_go_on(&self, from: State, to: State) -> Option<Refused> {
        if from == State::Appraisal && self.needs_vote {
            Some(Refused::NeedsVote)
        } else if from == State::Voted && self.passed != Some(true) {
            Some(if self.passed.is_none() { Refused::NotVoted } else { Refused::NotPassed })
        } else if self.not_eligible {
            Some(Refused::NotEligible)
        } else if self.stopping > 0 {
            Some(Refused::Stopped(self.stopping))
        } else if to == State::Deciding && !self.own {
            Some(Refused::NotOwn)
        } else if to == State::Upward && self.own {
            Some(Refused::Own)
        } else {
            None
        }
    }
}

/// Why a nomination is not moved down.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NotMoved {
    /// Not in this state.
    State,
    /// The other award is not below.
    NotLower,
    /// The nominee did not agree, with day and paper.
    NoConsent,
    /// No reason is given.
    NoReason,
}

/// Moves a nomination down to a lower award; `below` is what stands below the present one. Where it stands then: a dossier
/// that has passed the appraisal is appraised again for the lower award.
///
/// # Errors
/// [`NotMoved`] says what is in the way.
pub fn downgrade(state: State, to: &str, below: &[&str], consent: bool, reason: bool) -> Result<State, NotMoved> {
    let then = match state {
        State::Submitted | State::Returned => state,
        State::Appraisal | State::Council | State::Voted => State::Appraisal,
        _ => return Err(NotMoved::State),
    };
    if !below.contains(&to) {
        Err(NotMoved::NotLower)
    } else if !consent {
        Err(NotMoved::NoConsent)
    } else if !reason {
        Err(NotMoved::NoReason)
    } else {
        Ok(then)
    }
}
