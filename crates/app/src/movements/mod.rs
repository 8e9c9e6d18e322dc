//! Movements: the list, the overview of one, its targets, and its steps.

pub(crate) mod actions;
pub(crate) mod board;
pub(crate) mod overview;
pub(crate) mod table;
pub(crate) mod words;
