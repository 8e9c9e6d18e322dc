//! Targets: how a plan's number is compared with what was reached.

mod comparator;
pub mod goal;
pub mod judgement;
#[cfg(test)]
mod judgement_bounds;
#[cfg(test)]
mod judgement_table;

pub use comparator::{Comparator, Direction};
pub use goal::{Bound, Goal, GoalParts, GoalProblem, Reference};
pub use judgement::{Judgement, Pace, Reason, Status, judge};

/// Units whose amounts add up through the year; anything else is a level that is measured anew each time.
const ADD_UP: [&str; 13] = [
    "tấn",
    "tỷ đồng",
    "triệu đồng",
    "đồng",
    "lượt khách",
    "lượt",
    "lao động",
    "người",
    "thanh niên",
    "giấy",
    "ha",
    "hộ",
    "công trình",
];

/// Whether the figure of a target grows through the year by adding up, so that mid-year it is read against the pace.
pub fn adds_up(comparator: Option<Comparator>, unit: Option<&str>) -> bool {
    let counted = !matches!(
        comparator,
        None | Some(
            Comparator::IncreaseBy
                | Comparator::DecreaseBy
                | Comparator::Maintain
                | Comparator::NoneExists
                | Comparator::Achieve
                | Comparator::AtMost
                | Comparator::LessThan
        )
    );
    counted && unit.is_some_and(|unit| ADD_UP.contains(&unit))
}
