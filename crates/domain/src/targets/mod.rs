//! Targets: how a plan's number is compared with what was reached.

mod comparator;
pub mod goal;
pub mod judgement;
#[cfg(test)]
mod judgement_table;

pub use comparator::{Comparator, Direction};
pub use goal::{Bound, Goal, GoalParts, GoalProblem, Reference};
pub use judgement::{Judgement, Pace, Reason, Status, judge};
