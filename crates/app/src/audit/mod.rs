//! The audit log as a page.

pub(crate) mod labels;
pub(crate) mod pages;
pub(crate) mod words;
