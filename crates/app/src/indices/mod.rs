//! Index results per year: score and rank of a body, the change against the year before, and what was aimed at.

mod catalogue;
mod one;
mod table;
pub(crate) mod words;

pub(crate) use one::{show, write};
pub(crate) use table::show as table;
