//! Classes for those who do emulation work: who was there, and which units have sent nobody.

pub(crate) mod actions;
mod attendance;
mod editing;
pub(crate) mod labels;
mod list;
mod record;
mod sheet;
pub(crate) mod words;

pub(crate) use attendance::{call, mark};
pub(crate) use editing::{add, correct};
pub(crate) use list::index;
pub(crate) use record::show;
pub(crate) use sheet::{docx, pdf};
