//! Awards: the public catalogue, packs of ministries and provinces, and judging without a database.

mod answer;
pub mod command;

pub use answer::Told;
