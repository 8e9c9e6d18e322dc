//! The life of a movement: states with refusing arrows; and what sort it is, which national movement it carries out,
//! which criteria it is assessed by.

pub mod criteria;
pub mod formality;
pub mod kind;
pub mod national;
pub mod programmes;

pub use kind::MovementKind;

/// Where a movement stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum State {
    /// The plan is being prepared.
    Draft,
    /// The plan is signed and issued; the movement is launched.
    Issued,
    /// Units work and report.
    Running,
    /// Sơ kết: the half-year has been summed up.
    PreliminaryReview,
    /// Tổng kết: the year has been summed up.
    FinalReview,
    /// Closed; nothing changes any more.
    Closed,
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
    /// Every state in the order of the year.
    pub const ALL: [State; 6] =
        [State::Draft, State::Issued, State::Running, State::PreliminaryReview, State::FinalReview, State::Closed];

    /// The states that can follow this one.
    pub fn next(self) -> &'static [State] {
        match self {
            State::Draft => &[State::Issued],
            State::Issued => &[State::Running],
            State::Running => &[State::PreliminaryReview, State::FinalReview],
            State::PreliminaryReview => &[State::FinalReview],
            // a review found wanting is reopened; closing is for good
            State::FinalReview => &[State::Running, State::Closed],
            State::Closed => &[],
        }
    }

    /// Steps to another state.
    ///
    /// # Errors
    /// [`RefusedStep`] when no arrow leads there.
    pub fn step(self, to: State) -> Result<State, RefusedStep> {
        if self.next().contains(&to) { Ok(to) } else { Err(RefusedStep { from: self, to, allowed: self.next() }) }
    }

    /// Whether figures may be entered and corrected.
    pub fn takes_figures(self) -> bool {
        matches!(self, State::Issued | State::Running | State::PreliminaryReview)
    }

    /// The word for programs, addresses and class names.
    pub fn code(self) -> &'static str {
        match self {
            State::Draft => "draft",
            State::Issued => "issued",
            State::Running => "running",
            State::PreliminaryReview => "preliminary-review",
            State::FinalReview => "final-review",
            State::Closed => "closed",
        }
    }

    /// The state of a code.
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|state| state.code() == code)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_the_drawn_arrows_are_open() {
        use State::{Closed, Draft, FinalReview, Issued, PreliminaryReview, Running};
        let arrows = [
            (Draft, Issued),
            (Issued, Running),
            (Running, PreliminaryReview),
            (Running, FinalReview),
            (PreliminaryReview, FinalReview),
            (FinalReview, Running),
            (FinalReview, Closed),
        ];
        for from in State::ALL {
            for to in State::ALL {
                assert_eq!(from.step(to).is_ok(), arrows.contains(&(from, to)), "{from:?} to {to:?}");
            }
        }
    }

    #[test]
    fn a_closed_movement_takes_no_figures() {
        assert!(State::Running.takes_figures());
        assert!(!State::Draft.takes_figures());
        assert!(!State::FinalReview.takes_figures());
        assert!(!State::Closed.takes_figures());
    }

    #[test]
    fn codes_name_their_states() {
        for state in State::ALL {
            assert_eq!(State::from_code(state.code()), Some(state));
        }
    }
}
