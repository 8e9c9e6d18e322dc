//! Units through time: the tree on any day, one unit with its history, adding and correcting, finding by name.

pub(crate) mod actions;
mod editing;
pub(crate) mod labels;
pub(crate) mod node;
pub(crate) mod pages;
pub(crate) mod reform;
pub(crate) mod words;

pub(crate) use editing::{add, correct};
