//! Looking forward: what a person or unit lacks for each award and by when, rows of years about to break, people who were
//! never recognised, those who work directly first.

mod gathering;
mod list;
mod list_csv;
mod one;
mod words;

pub(crate) use list::show;
pub(crate) use list_csv::csv;
pub(crate) use one::{person, unit};
