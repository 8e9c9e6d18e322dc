//! Figures: entered and corrected, with date, source and evidence.

pub(crate) mod actions;
pub(crate) mod checks;
pub(crate) mod entry;
pub(crate) mod evidence;
