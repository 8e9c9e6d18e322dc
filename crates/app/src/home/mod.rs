//! The first page: what is waiting, and where the movements stand.

pub(crate) mod pages;
pub(crate) mod words;
