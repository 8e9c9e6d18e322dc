//! Writing official documents: one typed model, two writers. Beside them, calendar files ([`ical`]).
//!
//! [`document`] is what stands on the paper. [`to_pdf`] and [`to_docx`] print the same lines with the same
//! layout, after Nghị định 30/2020/NĐ-CP, Phụ lục I. Both are pure: same document, same bytes.

mod clean;
#[cfg(test)]
mod conformity;
pub mod document;
mod docx;
mod error;
pub mod figure_sheet;
pub(crate) mod fonts;
pub mod ical;
mod measure;
mod pdf;
mod pictures;
pub mod poster;
pub mod ranking;
#[cfg(test)]
pub(crate) mod reading;
pub(crate) mod sheet;
#[cfg(test)]
mod tests;
mod words;
pub mod xlsx;

pub use document::OfficialDocument;
pub use docx::to_docx;
pub use error::PaperError;
pub use ical::to_ical;
pub use pdf::to_pdf;
pub use pictures::page_pictures;
pub use poster::{Poster, to_png};
pub use xlsx::official_to_xlsx as to_xlsx;
