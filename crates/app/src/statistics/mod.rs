//! The yearly statistics of commendation: forms counted from records, shares against last year, repeat winners.

mod export;
mod gather;
mod page;
mod printing;
mod records;
pub(crate) mod words;

pub(crate) use export::{csv, xlsx};
pub(crate) use page::show;
pub(crate) use printing::{FORMS, paper};
pub(crate) use records::show as show_records;
