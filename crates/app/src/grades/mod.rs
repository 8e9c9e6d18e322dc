//! Year's grades of units, organisations and people: what they rest on, who says what, and the decision.

mod basis;
mod board;
mod door;
mod grid;
mod labels;
mod list;
mod sheet;
mod shown;
pub(crate) mod words;
mod writing;

pub(crate) use board::show as board;
pub(crate) use grid::{show as grid, write as write_grid};
pub(crate) use list::download;
pub(crate) use sheet::{show_person, show_unit};
pub(crate) use shown::{Line, of_person, of_unit};
pub(crate) use writing::{write_person, write_unit};
