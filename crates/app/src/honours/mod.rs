//! The history of honours: found by name, one by one, of a person or unit as a whole; earlier ones come by spreadsheet.

mod list;
pub(crate) mod listed;
mod one;
mod rows;
mod whole;
pub(crate) mod whose;

pub(crate) use whose::forerunners;
pub(crate) mod words;

pub(crate) use list::show as list;
pub(crate) use one::{render as render_one, show};
pub(crate) use rows::{reached_rows, under_way};
pub(crate) use whole::{person, unit};
