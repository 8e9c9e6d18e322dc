//! The charts of a movement: progress against plan, the lines of the year, the heat map unit × target, how the units of
//! each block lie. Every chart has its table and its CSV, every cell leads to what it was made of.

mod earlier;
mod gather;
mod page;
mod units;
mod words;

pub(crate) use page::{download, show};
