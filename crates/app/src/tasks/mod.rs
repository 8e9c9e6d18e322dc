//! Tasks with the five “rõ”: from the obligations of a plan, given, answered, urged, escalated, confirmed.

pub(crate) mod actions;
pub(crate) mod answers;
pub(crate) mod board;
pub(crate) mod detail;
mod entries;
pub(crate) mod entry;
pub(crate) mod export;
pub(crate) mod home;
pub(crate) mod labels;
mod message;
pub(crate) mod mine;
pub(crate) mod papers;
pub(crate) mod proposals;
pub(crate) mod words;

pub(crate) use entries::entries;
