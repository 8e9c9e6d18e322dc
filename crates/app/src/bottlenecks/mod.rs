//! The register of bottlenecks: what is in the way, who removes it how and until when, and how long it has been there.

mod entry;
pub(crate) mod labels;
pub(crate) mod pages;
pub(crate) mod words;

pub(crate) use entry::{add, edit, step};
