//! An authority's own Word templates: uploaded, checked against the fields there are, looked at with sample data, in force from
//! a day. A document is written with the template of its day.

mod downloads;
mod list;
mod one;
mod uploading;
mod using;
mod words;

pub(crate) use downloads::{fields, filled, original, sample};
pub(crate) use list::show as list;
pub(crate) use one::{show, withdraw};
pub(crate) use uploading::{UPLOAD_LIMIT, upload};
pub(crate) use using::{Own, render_own};
