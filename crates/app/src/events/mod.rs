//! Congresses and conferences of emulation: their days, the units that hold theirs before, delegates, programme, result,
//! and the wave they date.

mod editing;
mod entries;
mod labels;
pub(crate) mod list;
pub(crate) mod one;
mod units;
mod words;

pub(crate) use editing::{add, correct};
pub(crate) use entries::entries;
pub(crate) use units::write as write_unit;
