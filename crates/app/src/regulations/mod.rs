//! The register of regulations on emulation and commendation.

pub(crate) mod actions;
mod editing;
pub(crate) mod labels;
pub(crate) mod list;
mod record;
mod words;

pub(crate) use editing::{add, correct, write_version};
pub(crate) use list::index;
pub(crate) use record::show;
