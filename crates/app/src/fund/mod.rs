//! The emulation and commendation fund of an authority, year by year.

mod page;
mod words;
mod writing;

pub(crate) use page::show;
pub(crate) use writing::{add, correct};
