//! The path of a unit's report.

/// Where the report of a unit stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum State {
    /// The unit writes it.
    Draft,
    /// The unit has sent it.
    Submitted,
    /// The standing office gave it back, with remarks on lines or sections.
    Returned,
    /// The unit mended it and sent it again.
    Resubmitted,
    /// The standing office took it in.
    Accepted,
}

/// A refused step: from where, to where, and what would be allowed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RefusedStep {
    /// The state it is in.
    pub from: State,
    /// The state that was asked for.
    pub to: State,
    /// The states that can follow.
    pub allowed: &'static [State],
}

impl State {
    /// Every state.
    pub const ALL: [State; 5] =
        [State::Draft, State::Submitted, State::Returned, State::Resubmitted, State::Accepted];

    /// The states that can follow this one. Back to the draft is a recall by the unit itself.
    pub fn next(self) -> &'static [State] {
        match self {
            State::Draft => &[State::Submitted],
            State::Submitted | State::Resubmitted => &[State::Accepted, State::Returned, State::Draft],
            State::Returned => &[State::Resubmitted],
            // opened again by the standing office, with a reason
            State::Accepted => &[State::Returned],
        }
    }

    /// Steps to another state.
    ///
    /// # Errors
    /// [`RefusedStep`] when no arrow leads there.
    pub fn step(self, to: State) -> Result<State, RefusedStep> {
        if self.next().contains(&to) { Ok(to) } else { Err(RefusedStep { from: self, to, allowed: self.next() }) }
    }

    /// The state that sending leads to.
    pub fn sent(self) -> State {
        if self == State::Returned { State::Resubmitted } else { State::Submitted }
    }

    /// Whether the unit may write in it.
    pub fn is_open(self) -> bool {
        matches!(self, State::Draft | State::Returned)
    }

    /// Whether it waits for the standing office.
    pub fn waits(self) -> bool {
        matches!(self, State::Submitted | State::Resubmitted)
    }

    /// Whether the unit has done its part.
    pub fn is_handed_in(self) -> bool {
        self.waits() || self == State::Accepted
    }

    /// Whether a step from here has to be given a reason: recalling, giving back, opening again.
    pub fn needs_reason(self, to: State) -> bool {
        matches!(to, State::Returned | State::Draft)
    }

    /// The word for the store and for class names.
    pub fn code(self) -> &'static str {
        match self {
            State::Draft => "draft",
            State::Submitted => "submitted",
            State::Returned => "returned",
            State::Resubmitted => "resubmitted",
            State::Accepted => "accepted",
        }
    }

    /// The state of a code.
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|state| state.code() == code)
    }
}

#[cfg(test)]
mod tests {
    use super::State;

    #[test]
    fn the_arrows_of_a_report_are_these_and_no_others() {
        use State::{Accepted, Draft, Resubmitted, Returned, Submitted};
        let drawn = [
            (Draft, Submitted),
            (Submitted, Accepted),
            (Submitted, Returned),
            (Submitted, Draft),
            (Returned, Resubmitted),
            (Resubmitted, Accepted),
            (Resubmitted, Returned),
            (Resubmitted, Draft),
            (Accepted, Returned),
        ];
        for from in State::ALL {
            assert_eq!(State::from_code(from.code()), Some(from));
            assert!(from.next().contains(&from.sent()) || !from.is_open());
            for to in State::ALL {
                assert_eq!(from.step(to).is_ok(), drawn.contains(&(from, to)), "{from:?} to {to:?}");
            }
        }
    }
}
