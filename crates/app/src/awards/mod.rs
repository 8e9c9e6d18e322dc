//! Awards: the public catalogue, packs of ministries and provinces, and judging without a database.

mod answer;
mod catalogue;
pub mod command;
pub(crate) mod labels;
mod one;
pub(crate) mod words;

pub use answer::Told;
pub(crate) use catalogue::show as show_catalogue;
pub(crate) use one::show as show_award;
