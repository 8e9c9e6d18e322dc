//! The first page: what is waiting, and where the movements stand.

mod chasing;
mod leading;
pub(crate) mod pages;
pub(crate) mod words;
