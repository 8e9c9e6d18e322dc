//! Lists in and out by spreadsheet: download the filled workbook, change it anywhere, upload it, see row by row what would
//! change, mend and choose in the browser, put everything in as one, and take it back as one.
//!
//! A feature adds its list as one more [`kind::List`]: its columns, its records as cells, and what a row means.

mod actions;
mod cells;
pub mod command;
mod evaluate;
pub(crate) mod kind;
mod pages;
mod people;
mod review;
pub(crate) mod units;
pub(crate) mod words;

pub(crate) use actions::too_many;
pub(crate) use pages::{
    honours_download, honours_page, honours_upload, nominations_download, nominations_page, nominations_upload,
    people_download, people_page, people_upload, registrations_download, registrations_page, registrations_upload,
    units_download, units_page, units_upload,
};
pub(crate) use review::{drop_upload, mend, put_in, show, take_back};

/// Bytes of an uploaded list.
pub(crate) const UPLOAD_LIMIT: usize = 12 * 1024 * 1024;
/// Rows and records of a list that is looked at in the browser; more go through the command.
pub(crate) const LARGEST: usize = 20_000;
