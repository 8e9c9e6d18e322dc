//! Covenants: drawn up, signed by every party, amended by annexes only, settled at the end of the year.

mod annexes;
mod board;
mod door;
mod drawing;
mod editing;
mod labels;
mod printing;
mod promises;
mod settling;
mod sheet;
mod signing;
pub(crate) mod words;

pub(crate) use annexes::{draw_up as annex, withdraw as withdraw_annex};
pub(crate) use board::show as show_board;
pub(crate) use drawing::draw_up;
pub(crate) use editing::{parties, write};
pub(crate) use printing::{annex_docx, annex_pdf, docx, pdf};
pub(crate) use promises::{edit as edit_commitment, form as commitment_form};
pub(crate) use settling::{judge, step};
pub(crate) use sheet::show as show_sheet;
pub(crate) use signing::{record, sign};
