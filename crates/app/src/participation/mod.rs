//! Who takes part in a movement: units, people by category, campaigns joined; and who is not reached.

pub(crate) mod campaigns;
pub(crate) mod page;
mod words;
