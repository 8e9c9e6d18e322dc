//! A target: its way from the sentence of the plan to the report, its figures, and what its rule needs from a person.

pub(crate) mod actions;
pub(crate) mod labels;
pub(crate) mod reasons;
pub(crate) mod references;
pub(crate) mod thread;
pub(crate) mod words;
