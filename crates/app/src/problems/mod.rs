//! Problems raised to the leadership: from a task, a bottleneck or freely; advised, decided, carried out, closed.

pub(crate) mod labels;
pub(crate) mod pages;
mod raising;
mod steps;
pub(crate) mod words;

pub(crate) use raising::{form, raise};
pub(crate) use steps::{advise, close, decide};
