//! Reports of units: when they are due, what path they take, what is asked of every line.

pub mod check;
mod check_tests;
mod due;
pub mod evidence;
mod line;
mod state;

pub use due::{DueRule, Proposal, Source, Standing, proposals, standing};
pub use line::{Entered, Line, percent};
pub use state::{RefusedStep, State};
