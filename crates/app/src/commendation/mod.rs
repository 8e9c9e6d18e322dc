//! Commendation as a whole: the page that says what waits, and the pages side by side.

mod overview;
pub(crate) mod tabs;
pub(crate) mod words;

pub(crate) use overview::show;
