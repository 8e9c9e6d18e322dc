//! The work of the standing office on one page, and what its pages share: whose things are listed, forms with a file.

pub(crate) mod forms;
mod overview;
pub(crate) mod reach;
pub(crate) mod receiving;
pub(crate) mod tabs;
pub(crate) mod words;

pub(crate) use overview::show;
