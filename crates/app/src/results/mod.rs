//! Results: figures of a movement read from a report, reviewed by a person, accepted together.

mod accepting;
pub(crate) mod pages;
mod words;

pub(crate) use accepting::accept;
