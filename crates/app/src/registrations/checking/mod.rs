//! Registration as a condition checked: who on a list is registered, and what each unit has done of what is inspected.

mod inspect;
mod page;
mod words;

pub(crate) use page::{ask, show};
