//! Complaints about awards and nominations: taken in, accepted, settled in time, never alone by who decided.

mod list;
mod one;
mod reply;
mod rule;
mod taking;
pub(crate) mod words;

pub(crate) use list::show as list;
pub(crate) use one::{show, step};
pub(crate) use reply::{FORMS, paper};
pub(crate) use taking::{form_about, take};
