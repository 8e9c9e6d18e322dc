//! How a plan reaches every unit: plans derived from the plan above, targets given to the units below, the board of who
//! has issued, the plans above held against the plans below, and the whole chain.

mod actions;
pub(crate) mod assign;
mod assign_pages;
pub(crate) mod board;
pub(crate) mod chain;
mod compose;
pub(crate) mod derive;
mod grid;
mod labels;
pub(crate) mod mapping;
pub(crate) mod overview;
pub(crate) mod printing;
pub(crate) mod reconcile;
pub(crate) mod striving;
pub(crate) mod words;

pub(crate) use board::{plan_day, plan_day_of};
pub(crate) use labels::{assignment_document, method as method_name, state_label};
pub(crate) use mapping::{above, unexplained};
pub(crate) use printing::FORMS;
