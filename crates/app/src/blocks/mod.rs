//! Blocks and clusters: the register, who leads for a year, and their rearrangement by dated decisions.

pub(crate) mod actions;
mod arranging;
mod deciding;
mod editing;
pub(crate) mod filter;
mod labels;
mod lines;
mod list;
mod proposal;
mod record;
pub(crate) mod words;

pub(crate) use arranging::{begin, keep, new};
pub(crate) use deciding::decide;
pub(crate) use editing::{add, correct, lead};
pub(crate) use list::index;
pub(crate) use proposal::show as show_arrangement;
pub(crate) use record::show;
