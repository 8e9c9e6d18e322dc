//! Other ways into a report than its grid: a workbook that comes back, a pasted table, one target at a time on a phone.

mod book;
mod judging;
mod kept;
mod pasted;
mod phone;
mod putting_in;
mod review;
mod uploading;
mod words;

pub(crate) use book::download;
pub(crate) use phone::{save as save_one, show as show_one};
pub(crate) use putting_in::{drop_upload, take_back};
pub(crate) use review::{decide as decide_upload, show as show_upload};
pub(crate) use uploading::{page as workbook_page, report_of_list, upload};

/// Bytes of an uploaded workbook or a pasted table, the form around it included.
pub(crate) const UPLOAD_LIMIT: usize = crate::figures::evidence::UPLOAD_LIMIT;
