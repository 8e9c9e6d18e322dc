//! What a unit was given and what became of it.

use crate::basics::Amount;
use crate::targets::Direction;

/// Where a value that a unit was given stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum AssignmentState {
    /// Prepared, not yet told to the unit.
    Draft,
    /// Given by a document.
    Assigned,
    /// Given anew by a later document, with a reason.
    Changed,
    /// Taken back, with a reason.
    Withdrawn,
}

impl AssignmentState {
    /// Every state.
    pub const ALL: [AssignmentState; 4] =
        [AssignmentState::Draft, AssignmentState::Assigned, AssignmentState::Changed, AssignmentState::Withdrawn];

    /// The word for the store and for programs.
    pub fn code(self) -> &'static str {
        match self {
            AssignmentState::Draft => "draft",
            AssignmentState::Assigned => "assigned",
            AssignmentState::Changed => "changed",
            AssignmentState::Withdrawn => "withdrawn",
        }
    }

    /// The state of a code.
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|state| state.code() == code)
    }

    /// Whether the unit below has this value to reach.
    pub fn holds(self) -> bool {
        matches!(self, AssignmentState::Assigned | AssignmentState::Changed)
    }

    /// Whether the arrow to another state is drawn: what was told to a unit is only changed or taken back.
    pub fn may_become(self, next: AssignmentState) -> bool {
        use AssignmentState::{Assigned, Changed, Draft, Withdrawn};
        matches!(
            (self, next),
            (Draft, Draft | Assigned) | (Assigned | Changed, Changed | Withdrawn) | (Withdrawn, Draft | Assigned)
        )
    }

    /// Whether the step from a state needs a reason.
    pub fn needs_reason(self) -> bool {
        matches!(self, AssignmentState::Changed | AssignmentState::Withdrawn)
    }
}

/// What became of a target against what was given from above and what the unit strives for itself.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Effort {
    /// Nothing to compare yet.
    Open,
    /// Below what was given.
    Below,
    /// Reached what was given: hoàn thành.
    Completed,
    /// Beyond what was given: hoàn thành vượt mức.
    Exceeded,
    /// Reached what the unit strove for beyond what was given.
    StrivingReached,
}

/// Compares an actual with the value given from above and the striving value.
pub fn effort(
    assigned: Option<Amount>,
    striving: Option<Amount>,
    actual: Option<Amount>,
    direction: Direction,
) -> Effort {
    let (Some(actual), Some(bar)) = (actual, assigned.or(striving)) else { return Effort::Open };
    let beyond = |value: Amount, than: Amount| match direction {
        Direction::Lower => value < than,
        _ => value > than,
    };
    let reaches = |than: Amount| actual == than || beyond(actual, than);
    let further = striving.filter(|striving| assigned.is_some_and(|assigned| beyond(*striving, assigned)));
    if further.is_some_and(reaches) {
        Effort::StrivingReached
    } else if beyond(actual, bar) {
        Effort::Exceeded
    } else if actual == bar {
        Effort::Completed
    } else {
        Effort::Below
    }
}
