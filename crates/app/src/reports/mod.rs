//! The final report of a movement: on screen with every number leading to its source, and as Word and PDF.

pub(crate) mod actions;
pub(crate) mod letterhead;
pub(crate) mod pages;
pub(crate) mod sending;
pub(crate) mod words;
