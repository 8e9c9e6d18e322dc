//! The first page: what is waiting, and where the movements stand.

pub(crate) mod chasing;
mod leading;
pub(crate) mod pages;
pub(crate) mod waiting;
pub(crate) mod words;
