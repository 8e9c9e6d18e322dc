//! Authorities of this installation.

pub(crate) mod actions;
pub(crate) mod pages;
pub(crate) mod words;
