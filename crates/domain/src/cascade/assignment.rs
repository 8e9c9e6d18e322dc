//! What a unit was given and what became of it.

use super::better;
use crate::basics::Amount;
use crate::figures::Figure;
use crate::periods::Period;
use crate::targets::{Comparator, Direction, Goal, GoalParts, Pace, Status, judge};

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

/// Compares an actual with the value given from above and the striving value, by the rule of the target's comparator:
/// the same judgement as on the pages of the target itself.
pub fn effort(
    parts: GoalParts<'_>,
    assigned: Option<Amount>,
    striving: Option<Amount>,
    actual: Option<Amount>,
) -> Effort {
    let Some(actual) = actual else { return Effort::Open };
    let year = Pace { period: Period::Year, cumulative: false };
    let status = |value: Option<Amount>| {
        let goal = Goal::from_parts(at(parts, value)).ok()?;
        judge(&goal, Figure::Number(actual), year).status
    };
    let beyond = |value: Amount, than: Amount| match better(Some(parts.comparator), parts.direction) {
        Direction::Lower => value < than,
        _ => value > than,
    };
    let further = striving.filter(|striving| assigned.is_some_and(|assigned| beyond(*striving, assigned)));
    if further.is_some() && matches!(status(further), Some(Status::Met | Status::Exceeded)) {
        return Effort::StrivingReached;
    }
    match status(assigned.or(striving)) {
        Some(Status::Exceeded) => Effort::Exceeded,
        Some(Status::Met) => Effort::Completed,
        Some(Status::Missed) => Effort::Below,
        _ => Effort::Open,
    }
}

/// The goal of a target with another value; one value in the place of a range is a level.
fn at(parts: GoalParts<'_>, value: Option<Amount>) -> GoalParts<'_> {
    if value.is_none() || value == parts.value {
        return parts;
    }
    let comparator = match parts.comparator {
        Comparator::Between => Comparator::Exactly,
        other => other,
    };
    GoalParts { comparator, value, value_max: None, ..parts }
}
