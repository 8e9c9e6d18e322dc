//! Targets over a term of years: the step of each year, what it came to, and how far the term has come.

mod list;
mod one;
mod target;
pub(crate) mod words;

pub(crate) use list::{add, show as list};
pub(crate) use one::{correct, show};
pub(crate) use target::{show as target, write as write_target};
