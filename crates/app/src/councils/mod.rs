//! Councils, teams and standing offices: who sits in them on any day, and the decisions that renew them.

pub(crate) mod actions;
mod editing;
pub(crate) mod labels;
mod list;
mod members;
mod record;
pub(crate) mod words;

pub(crate) use editing::{add, decide};
pub(crate) use list::index;
pub(crate) use record::show;
