//! How a plan reaches the units below: targets shared out by a method, parts that make the whole, who has issued,
//! what does not add up.

pub mod address;
mod assignment;
pub mod board;
pub mod chain;
pub mod duties;
pub mod reconcile;
mod sharing;
#[cfg(test)]
mod tests;

pub use assignment::{AssignmentState, Effort, effort};
pub use sharing::{Asked, Balance, Bar, Method, Share, balance, better, divide, remaining, together};

/// Whether making `parent` the plan above `plan` would close a circle; `above_parent` are the plans above `parent`.
pub fn circles(plan: &str, parent: &str, above_parent: &[String]) -> bool {
    plan == parent || above_parent.iter().any(|one| one == plan)
}
