//! Waves as they are led: those of the plan and those opened under a running movement.

mod actions;
pub(crate) mod during;
mod entries;
mod form;
pub(crate) mod label;
pub(crate) mod list;
pub(crate) mod one;
mod waiting;
pub(crate) mod words;

pub(crate) use entries::entries;
pub(crate) use waiting::waiting;
