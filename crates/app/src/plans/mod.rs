//! Plans: brought in from a file, reviewed beside their source, launched.

pub mod actions;
mod editing;
pub(crate) mod launching;
pub(crate) mod listing;
mod pieces;
pub(crate) use pieces::reporting_label;
mod printing;
pub(crate) mod review;
pub(crate) mod theme;
pub(crate) mod words;

pub(crate) use editing::{edit, edit_form};
pub(crate) use printing::{original, print_docx, print_pdf};
